"""Which reading this is."""

VERSION = "4"
"""Raised whenever an article would be read differently: the archive then knows what to read again."""
