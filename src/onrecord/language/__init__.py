"""Text to annotated spaCy Doc."""
