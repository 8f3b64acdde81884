"""A server's answer to bytes, no more than asked for, or to the reason why there are none."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from store.web.errors import FetchError, TransientError

_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_PATIENCE = 60.0
_MEANINGS = {
    401: "it asks for a password",
    403: "it refuses us",
    404: "there is no such page",
    410: "it is gone for good: take the feed off with `sinmun feed remove`",
    429: "it was asked too often",
    451: "it may not be shown for legal reasons",
}


def body_of(response: httpx.Response, limit: int) -> bytes:
    """Read an answer, unpacked; raises FetchError past ``limit`` bytes or where its end is missing."""
    encoding = response.headers.get("content-encoding", "").strip().casefold()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"it is packed in a way that nobody asked for ({encoding[:20]}): try later")
    declared = response.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:18]) > limit:
        raise _too_long(limit)
    # Window bits of 47: zlib or gzip, told by its header.
    unpacker = zlib.decompressobj(47) if encoding not in ("", "identity") else None
    data = bytearray()
    try:
        for chunk in response.iter_raw():
            # One byte more than may come shows that there is more: a bomb is never unpacked.
            data += unpacker.decompress(chunk, limit + 1 - len(data)) if unpacker else chunk
            if len(data) > limit:
                raise _too_long(limit)
    except zlib.error as error:
        raise FetchError(f"what it sends cannot be unpacked ({error}): try later") from None
    if unpacker and not unpacker.eof and data:
        raise TransientError("its answer ends in the middle: try later")
    return bytes(data)


def _too_long(limit: int) -> FetchError:
    return FetchError(f"it sends more than {limit:,} bytes, which is no page and no feed")


def refusal(response: httpx.Response) -> FetchError:
    """Say what a status other than OK means; one that may pass is a TransientError."""
    status = response.status_code
    meaning = _MEANINGS.get(status, "the server is in trouble" if status >= 500 else "it gives no page")
    message = f"{meaning} ({status})"
    if status not in _LATER:
        return FetchError(message)
    wait = _retry_after(response.headers.get("retry-after", ""))
    if wait is not None and wait > _PATIENCE:
        return FetchError(f"{message}, and asks for a pause of {wait:,.0f} s: try later")
    return TransientError(message, wait)


def _retry_after(text: str) -> float | None:
    """Read seconds or an HTTP date."""
    if text.strip().isdecimal():
        return float(text.strip()[:9])
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
