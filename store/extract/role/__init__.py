"""Offices: who bears which title where, beside the name or told in passing."""

from store.extract.role.finder import find_roles

__all__ = ["find_roles"]
