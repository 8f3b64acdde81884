"""The news: articles, what is read in them, and the reader's own notes. No screen in here."""
