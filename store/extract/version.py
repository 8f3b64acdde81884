"""Which reading this is."""

VERSION = "5"
"""Raised whenever an article would be read differently: the archive then knows what to read again."""
