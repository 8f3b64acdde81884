"""Numbers in English: money, shares and counts with the unit that Korean news gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from store.extract.document import TextBlock
from store.extract.hangul import any_of
from store.extract.lexicon import read_table
from store.model import Quantity

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(?:\.\d{1,9})?"
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12}
_SIGNS = {"US$": "달러", "$": "달러", "₩": "원", "€": "유로", "£": "파운드", "¥": "엔"}
_APPROX = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|an estimated|more than|over|less than|under"
    r"|at least|at most|up to|as many as|as much as) $",
    re.IGNORECASE,
)


def find_english_numbers(block: TextBlock) -> Iterator[Quantity]:
    """Walk the numbers of a block that have a unit; ``value`` is exact where the text writes a whole one."""
    for match in _quantity().finditer(block.text):
        unit = _SIGNS.get(match["sign"] or "") or _unit(match)
        scale = _SCALES.get((match["scale"] or match["rate"] or "").strip(" -").lower(), 1)
        approx = _APPROX.search(block.text, max(0, match.start() - 20), match.start())
        yield Quantity(
            block.text[match.start() : match.end()],
            block.index,
            match.start(),
            match.end(),
            value=_value(match["signed"] or match["number"], scale),
            unit=unit,
            approx=approx[0].strip() if approx else None,
        )


def _value(number: str, scale: int) -> float | int:
    whole, _, part = number.replace(",", "").partition(".")
    value = int(whole + part) * scale / 10 ** len(part)
    return int(value) if value.is_integer() else value


def _unit(match: re.Match[str]) -> str:
    table = read_table("english")["units"]
    return str(table[match["unit"].lower()])


@cache
def _quantity() -> re.Pattern[str]:
    scales = "|".join(sorted(_SCALES, key=len, reverse=True)[:4])
    signs = any_of(_SIGNS)
    units = any_of(read_table("english")["units"])
    return re.compile(
        rf"(?<![\w.,$])(?:(?P<sign>{signs}) ?(?P<signed>{_NUMBER})"
        rf"(?P<scale>[ -](?i:{scales})|(?:bn|tn|[kmKM])(?!\w))?"
        rf"|(?P<number>{_NUMBER})(?P<rate>[ -](?i:{scales}))?(?: |-|(?=%))(?P<unit>{units}))(?![\w])"
        r"(?<!-)"
    )
