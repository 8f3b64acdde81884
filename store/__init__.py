"""The news: articles, what is read in them, and the reader's own notes. No screen in here.

    >>> import store
    >>> read = store.read("정다운 대표는 15일 “내년엔 흑자”라고 말했다.", published="2025-03-15")
    >>> [fact.kind for fact in read.facts]
    ['quotation', 'role']

``docs/library.md`` tells the rest. The names here and in ``store.model`` stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.desk import Desk as Desk
    from store.library import Read as Read
    from store.library import read as read
    from store.library import read_all as read_all
    from store.model import Article as Article
    from store.model import Reading as Reading
    from store.model import SinmunError as SinmunError

_HOMES = {
    "Desk": "store.desk",
    "Read": "store.library",
    "read": "store.library",
    "read_all": "store.library",
    "Article": "store.model",
    "Reading": "store.model",
    "SinmunError": "store.model",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for: ``import store`` loads no engine."""
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module 'store' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
