"""What a line says, without how it is written: two lines with one fingerprint tell the same."""

from __future__ import annotations

import html
import re
import unicodedata

_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SIGN = re.compile(r"(?<![\w%)\]])[-−–](?=\s?\d)")
_ARROW = re.compile(r"[△▲](?=\s?\d)|(?<=\d)[△▲]|(?<=[%점원])\s?[△▲]")
_DOWN = re.compile(r"[▽▼](?=\s?\d)|(?<=\d)[▽▼]")
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)[^\w.%+]+(?=\d)")
_NOISE = re.compile(r"[^\w.%‰+⁻↑↓¦$€£¥₩°]|_")
_OLD_MIDDLE_DOT = "\u119e"
"""The letter arae-a, which old keyboards type for a middle dot, as NFKC leaves it."""
_CONTRACTIONS = (
    ("하였", "했"),
    ("되었", "됐"),
    ("되어", "돼"),
    ("하여", "해"),
    ("이었", "였"),
    ("아니하", "않"),
)
"""Full and contracted endings that say the same: 발표하였다 is 발표했다."""
_DOT, _GAP = "\ue000", "¦"


def fingerprint(text: str) -> str:
    """Reduce ``text`` to its letters, numbers, signs and units.

    Spacing, quotation marks, punctuation, HTML entities, letter case, full and half width, and composed or
    decomposed Hangul make no difference; a digit, a decimal point, a minus or an up or down mark does.
    """
    text = html.unescape(html.unescape(text)) if "&" in text else text
    text = unicodedata.normalize("NFKC", text).casefold().replace(_OLD_MIDDLE_DOT, "·")
    text = _SIGN.sub("⁻", _DOWN.sub("↓", _ARROW.sub("↑", text)))
    text = _DECIMAL.sub(_DOT, _THOUSANDS.sub("", text))
    text = _BETWEEN_NUMBERS.sub(_GAP, text).replace(".", "").replace(_DOT, ".")
    text = _NOISE.sub("", text)
    for full, contracted in _CONTRACTIONS:
        text = text.replace(full, contracted)
    return text
