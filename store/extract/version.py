"""Which reading this is."""

VERSION = "2"
"""Raised whenever an article would be read differently: the archive then knows what to read again."""
