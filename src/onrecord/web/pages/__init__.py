"""One page a file: a query and a template."""
