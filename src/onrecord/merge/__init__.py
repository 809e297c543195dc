"""Across reports: copies of one text, one event in many reports, and where those who speak of it disagree."""
