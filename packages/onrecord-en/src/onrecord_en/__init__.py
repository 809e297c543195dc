"""Data of onrecord."""
