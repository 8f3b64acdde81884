"""All forms of Korean time expressions, joined into one pattern that scans a text once."""

from __future__ import annotations

import re

from store.extract.temporal.forms_clock import CLOCKS
from store.extract.temporal.forms_date import DATES, ERAS, NUMERIC
from store.extract.temporal.forms_length import LONG, SHORT
from store.extract.temporal.pieces import Form

FORMS: dict[str, Form] = {**NUMERIC, **CLOCKS, **SHORT, **ERAS, **LONG, **DATES}
"""Every form by name; the first that fits at a place is taken, so longer forms stand before shorter ones."""

FORM = {name: re.compile(form.pattern) for name, form in FORMS.items()}
"""Each form with its parts as named groups."""

_INNER = re.compile(r"\(\?P<\w+>")
_FIGURES = (
    r"\d(?:[\d,.만억천]|(?<=[만억])\s\d)*여?\s?(?:[년월일시분초주달박세]|개월|학년도|[∼~〜～\-–—·ㆍ:/])"
    r"|['’‘]\d|\d{4}\.\s?\d"
)
_WORDS = (
    "[올지재작내금전이그같다오어모명익당하사나닷엿여아열보한두세석넉네반수몇십매새저밤낮심정자연직봄신삼식스현제"
    "광국개크성설추월화수목토일기무음엊대점후서]"
)

SCAN = re.compile(
    rf"(?:(?<!\d)(?={_FIGURES})|(?<![가-힣A-Za-z0-9])(?={_WORDS}))(?:"
    + "|".join(f"(?P<{name}>{_INNER.sub('(?:', form.pattern)})" for name, form in FORMS.items())
    + ")"
)
"""All forms at once; ``lastgroup`` names the one found."""
