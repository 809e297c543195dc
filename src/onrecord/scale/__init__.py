"""Archives: shards in, Parquet out, on as many processes as there are cores."""
