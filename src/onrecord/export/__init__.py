"""Exports: what the project holds, in the formats of other people's tools; no parser, no database of its own."""
