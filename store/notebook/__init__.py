"""The reader's own annotations in small TinyDB files, with an index of them."""
