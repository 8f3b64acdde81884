"""Which article it is: an id that stays the same for the same URL, or without one for the same text."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = frozenset(("fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "kakao_from"))
"""Parameters that only tell where a reader came from; a name that any site uses for its articles is none."""
_DIGITS = 12


def article_id(url: str | None, fingerprints: Sequence[str]) -> str:
    """Give 12 hexadecimal digits for the canonical URL, or without one for the lines' fingerprints."""
    named = f"url {canonical_url(url)}" if url else "\n".join(["text", *fingerprints])
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def canonical_url(url: str) -> str:
    """Strip what does not tell pages apart: scheme, fragment, tracking, mobile or www host, last slash."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url.strip()
    query = sorted(
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if pair[0] not in _TRACKING and not pair[0].startswith("utm_")
    )
    return f"{host}{port}{parts.path.rstrip('/')}{'?' + urlencode(query) if query else ''}"
