"""The query language: text in, an SQL condition over the archive and the notebook's index out."""
