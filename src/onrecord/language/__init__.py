"""Text to annotated spaCy Doc: ``from onrecord.language.parser import load``."""
