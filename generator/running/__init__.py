"""Running: many articles at once, in processes or on a cluster, resumable, in memory that does not grow."""
