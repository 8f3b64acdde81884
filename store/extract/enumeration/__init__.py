"""Lists: marked, dotted and plain ones, their items, and the number that announces them."""

from store.extract.enumeration.finder import find_enumerations

__all__ = ["find_enumerations"]
