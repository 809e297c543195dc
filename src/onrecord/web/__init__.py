"""The pages: a local site over one project file, each page with a JSON twin."""
