"""Text to lines that a person reads: numbered as in the source, entities undone, invisible characters out."""

from __future__ import annotations

import html
import re
import unicodedata

_BREAK = re.compile(r"\r\n|\n|\r")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060\ufeff]")
"""Soft hyphens, zero-width spaces and stray byte order marks: they break words for search and reading."""
_INNER_BREAK = re.compile("[\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def numbered_lines(text: str) -> list[tuple[int, str]]:
    """Give the lines that are not empty, cleaned, each with its 1-based number in ``text``."""
    cleaned = ((number, clean_line(line)) for number, line in enumerate(_BREAK.split(text), start=1))
    return [(number, line) for number, line in cleaned if line]


def clean_line(line: str) -> str:
    """Undo HTML entities, take out invisible characters and outer white space; inner spacing stays."""
    text = _ENTITY.sub(lambda match: html.unescape(match[0]), line) if "&" in line else line
    text = _INVISIBLE.sub("", text)
    if text != line:
        # What stood apart may be one character now.
        text = unicodedata.normalize("NFC", text)
    return _INNER_BREAK.sub(" ", text).strip()
