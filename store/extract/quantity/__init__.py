"""Numbers with their units: figures, words, fractions, ranges, money, ranks, scores and ages."""

from store.extract.quantity.finder import find_quantities

__all__ = ["find_quantities"]
