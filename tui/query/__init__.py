"""What goes with a query: completion, those before it, shelves, the words that it finds."""
