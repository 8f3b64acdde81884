"""Which feeds the reader follows: kept in the reader's folder, carried in and out as OPML."""
