"""One format a file; each has a `FORMAT`, and `onrecord.export.registry` lists them."""
