"""The library's own error, apart from everything else so that catching it costs nothing."""

from __future__ import annotations


class SinmunError(Exception):
    """The library's own error: a message that names what failed, where, and what to do about it."""
