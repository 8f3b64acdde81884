"""Numbers that measure something reported: how much, of what, compared with what, when."""

from store.extract.statistic.finder import find_statistics

__all__ = ["find_statistics"]
