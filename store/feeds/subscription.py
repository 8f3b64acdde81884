"""One feed that the reader follows."""

from __future__ import annotations

import msgspec


class Subscription(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A feed by its address; ``tags`` are the reader's own, of nested folders the outer one first.

    With ``full_text`` the page of an entry that is only a summary is fetched; with ``allow_private`` the
    feed's own host may be an inner one.
    """

    url: str
    title: str = ""
    tags: tuple[str, ...] = ()
    full_text: bool = True
    allow_private: bool = False


class Validators(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a server gave to ask with whether a feed has changed."""

    etag: str | None = None
    modified: str | None = None
