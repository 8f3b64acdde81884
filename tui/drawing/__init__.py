"""How things are drawn: text in cells, signs, inks and themes."""
