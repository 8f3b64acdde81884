"""Articles and readings in SQLite, with an index of their words and names."""
