"""Words: everything we know of the language of news, as data."""
