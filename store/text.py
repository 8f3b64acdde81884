"""Text from outside, made harmless for a terminal: what could act or hide is shown as a visible sign."""

from __future__ import annotations

import functools
import json
import unicodedata

UNSEEN = "▯"
"""Stands for one character that has no shape of its own or turns the text around."""

_ACTING = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_HIDDEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_VARIANTS = (range(0xFE00, 0xFE0E), range(0xE0100, 0xE01F0), range(0x180B, 0x1810))


def printable(text: str, *, lines: bool = False) -> str:
    r"""Return ``text``, character for character, with everything that acts or hides made visible.

    Control characters become control pictures (ESC ␛, newline ␊), every kind of blank a space, and bidi
    controls, zero-width characters, fillers and surrogates ``▯``. The result is as long as ``text``, so
    that offsets hold in both. With ``lines`` newlines stay what they are.
    """
    if text.isascii() and text.isprintable():
        return text
    if lines:
        return "\n".join(printable(line) for line in text.split("\n"))
    return "".join(map(_sign, text))


def hides(character: str) -> bool:
    """Tell whether a character has no shape of its own or turns the text around."""
    return _sign(character) == UNSEEN != character


def escaped_json(data: bytes) -> bytes:
    r"""Give JSON of the same values with ``\uXXXX`` for every character that acts or hides."""
    text = data.decode()
    signs = {c: printable(c) for c in set(text) if c != "\n"}
    table = {ord(c): json.dumps(c)[1:-1] for c, sign in signs.items() if sign not in (c, " ")}
    return text.translate(table).encode()


@functools.cache
def _sign(character: str) -> str:
    code = ord(character)
    category = unicodedata.category(character)
    if character == "\t" or category == "Zs":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if category in _ACTING or character in _HIDDEN or any(code in variants for variants in _VARIANTS):
        return UNSEEN
    return character
