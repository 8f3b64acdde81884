"""Articles, readings and notes as files for other programs."""
