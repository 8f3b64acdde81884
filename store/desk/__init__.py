"""The desk: the one place that joins ingest, dedup, extract, archive, notebook and export."""

from __future__ import annotations

from store.desk.desk import Added, Counts, Desk, EntityPage, EntityRow, Headline, Order, Shelf, default_home

__all__ = [
    "Added",
    "Counts",
    "Desk",
    "EntityPage",
    "EntityRow",
    "Headline",
    "Order",
    "Shelf",
    "default_home",
]
