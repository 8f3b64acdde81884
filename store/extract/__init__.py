"""Article in, Reading out: morphemes, names, times, numbers and facts."""
