"""Pieces that the forms of time are built of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from store.extract.temporal import words


class Form(NamedTuple):
    """One form of time expression: its pattern, and examples ``text = value`` in an article of 2019-03-06."""

    pattern: str
    examples: tuple[str, ...] = ()


def any_of(names: Iterable[str]) -> str:
    """Match any of some words, the longest that fits; a space in them stands for any white space."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in ordered)


DASH = r"\s?[∼~〜～\-–—]\s?"
ALONE = r"(?<![가-힣A-Za-z0-9])"
FIGURE = r"(?<![\d.,:A-Za-z\-])(?<!제)"
SINCE = r"(?<![가-힣])(?P<rel>지난|오는|매년|매달|매월|다음|이번)\s?"
LAST = r"(?:(?<![가-힣])지난\s?)?"

AFTER_EDGE = r"(?=까지|부터|에|을|이[다었며고]|인|의|쯤|께|경|로|과|와|보다|만|[,.)\]'\"”’…∼~]|\s|$)"
EDGE = rf"(?P<edge>초반|중반|후반(?!기)|상순|초순|중순|하순|연말|연초|말{AFTER_EDGE}|초{AFTER_EDGE})"

SHIFT = (
    r"(?:\s?(?P<shift>전|뒤|후|앞|前|後)"
    r"(?=[에의은는인도면,.)\]'\"”’]|이[다었]|부터|까지|과|와|보다|쯤|만|엔|\s(?!세계|국민|직원|대통령)|$))?"
)

YEAR_FIGURE = r"(?:1[3-9]|20|21)\d\d"
_THIS = (
    r"올(?=\s?(?:\d{1,2}월|[1-4]분기|상반기|하반기|봄|여름|가을|겨울|연말|연초"
    r"|[초말][\s에까부]|들어|한\s?해))"
)
_YEAR_WORDS = any_of([*(word for word in words.YEARS if word != "올"), *words.NARRATIVE_YEARS])
YEAR = (
    rf"(?:(?P<y>{YEAR_FIGURE})(?:\s?년(?!형)도?|학년도)|['’‘](?P<yy>\d\d)\s?년|(?P<y2>\d\d)년(?=\s?\d{{1,2}}월)"
    rf"|(?P<yw>{_YEAR_WORDS}|{_THIS}))"
)
MONTH = (
    rf"(?P<m>\d{{1,2}})(?:월?{DASH}(?P<m2>\d{{1,2}})|[·ㆍ](?P<m3>\d{{1,2}}))?"
    r"\s?월(?!드|세|급|호|령|\s(?:민주\s?)?(?:항쟁|혁명))"
)
DAY = (
    rf"(?P<d>\d{{1,2}})(?:일?{DASH}(?:(?P<dm>\d{{1,2}})월\s?)?(?P<d2>\d{{1,2}})|[·ㆍ](?P<d3>\d{{1,2}}))?일"
    r"(?!\s?(?:간(?!담|부|접)|동안|째|만에|만의|만이|밖에|연속)|\d|권|장|\s때)"
)
NTH_WEEK = (
    rf"(?P<nth>{any_of(words.ORDINALS)}|[1-5](?=주차))\s?주(?:차)?(?=에|의|까지|부터|보다|만|쯤|[가는도은을이와과]\s|[\s,.)(\]'\"’”]|$)(?!\s?(?:간|년|동안|연속))"
    r"(?:\s?(?P<wd>[월화수목금토일])요일)?"
)
HALF = rf"(?P<half>{any_of(words.HALVES)})"
QUARTER = (
    r"(?:4[·ㆍ/](?=[1-4]\s?분기))?"
    rf"(?P<q>\d{{1,2}})(?:(?:분기)?{DASH}(?P<q2>\d)|[·ㆍ/](?P<of>4)|[·ㆍ](?P<q3>\d))?\s?분기"
    r"(?:\s?(?P<q_end>말|초)(?!\S*[가-힣]{3}))?"
)
SEASON = r"(?P<season>봄|여름|가을|겨울)(?!방학)"
SAME = r"(?P<same>이맘때|같은\s?기간|같은\s?분기|같은\s?달|같은\s?시기|동기|동월|동분기)"
