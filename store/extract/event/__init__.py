"""Events: who did what with whom, where and when, by the verbs of ``tables/events.tsv``."""

from store.extract.event.finder import find_events

__all__ = ["find_events"]
