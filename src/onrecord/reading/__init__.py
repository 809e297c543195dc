"""The nouns: what one report becomes. Frozen values, no behaviour beyond reading and writing themselves."""
