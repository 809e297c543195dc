"""Files, pages and lines to documents."""
