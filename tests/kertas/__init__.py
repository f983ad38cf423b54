"""Books on paper and in files."""
