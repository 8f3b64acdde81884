"""Korean time expressions: found by form, read against the article's own date."""

from store.extract.temporal.finder import find_times

__all__ = ["find_times"]
