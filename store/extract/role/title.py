"""The titles that stand in a text, with the body that one names itself: 부사장, CTO, 남부소방서장."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from store.extract.hangul import NAME_END, NAME_START, any_of
from store.extract.lexicon import read_rows, read_table, words

_GLOSS = r"(?: ?\([A-Z]{2,4}\))?"
_OFFICES = (
    "[시청처원행관서회국실]장|위원장|이사장|지사|군수|교육감|의원|대통령|총리|장관|"
    "총장|총재|대법관|재판관|대사|감독|의장|대표"
)
_SEEKING = "예비후보|후보자?|당선인|당선자|권한대행|직무대행|직무대리|내정자|지명자"
"""An office and one of these are one title: 도지사 예비후보, and no 도지사."""

_STAFF = "비서실장|정책실장|정책보좌관|특별보좌관|비서관|특보|특사"
"""So are an office and who works for it: 국무총리 비서실장."""

_SECOND = "".join(sorted({word[0] for word in f"{_SEEKING}|{_STAFF}".split("|")}))

_COPULA = "인 |이던 |이었던 |였던 "
"""What makes a title say who somebody is or was: 새빛협회 부회장인 한도윤 교수."""


class Title(NamedTuple):
    """One title at ``start:end``; ``body`` is the organisation out of the title itself (남부소방서장)."""

    start: int
    end: int
    name: str
    body: str | None


UNIT_HEAD = re.compile(r"[가-힣A-Z]{2,6}(?:국|팀|실|과|부|단|본부|센터)장")
"""The head of a unit, whose body stands before it: 경북도 해양국장."""


@cache
def title_pattern() -> re.Pattern[str]:
    """Give the pattern of a title: one of the table in its first group, or a word in 장 and the like."""
    titles = any_of(row[0] for row in read_rows("titles") if row[1] != "plain")
    # A look at the next word first: most are no such title.
    sought = rf"(?=[가-힣]+ [{_SECOND}])[가-힣]{{0,10}}(?:{_OFFICES}) (?:{_SEEKING}|{_STAFF})"
    glued = "[가-힣A-Za-z]{2,16}(?:장|지사|군수|교육감)|(?:주한 )?[가-힣]{2,8}대사|[가-힣]{1,4}[시도군구]의원"
    return re.compile(
        rf"{NAME_START}(?:((?:{titles}){_GLOSS}(?! (?:{_SEEKING}|{_STAFF}){NAME_END})|{sought})|({glued}))"
        rf"(?:{NAME_END}|(?=겸|이자|{_COPULA}))"
    )


_HEAD = re.compile(
    r"(.*?)((?:위원|구청|교육|본부|대학|지검|고검|사무총|은행|협회|학회|연합회|노인회|동문회|동창회|향우회|유족회|조합|연맹|약사회|의사회|변호사회|체육회|상인회|한인회|[청서원소관국처총행팀시실단과부]|센터)장"
    r"|도?지사|군수|교육감)"
)


def _is_known(name: str) -> bool:
    """Say whether a body is known by a name, a short one too: 헌재, of which 헌재소장 is the head."""
    return name in words("organizations", "known") or name in read_table("organizations")["same"]


_LOST = {
    "구청장": "구청",
    "시장": "시",
    "군수": "군",
    "지사": "",
    "도지사": "도",
    "위원장": "위원회",
    "총장": "",
    "사무총장": "",
    "행장": "은행",
    "교육감": "교육청",
}
"""What a title leaves of its organisation, where that is not the title without 장 (남부소방서장)."""


@cache
def no_places() -> frozenset[str]:
    """The titles that a country or a town gives nobody: 대만 감독 is one from there."""
    return frozenset(row[0] for row in read_rows("titles") if row[1] in ("arts", "press", "study", "sport"))


_BRANCHES = ("지부장", "지회장", "분회장")
"""Heads of a branch, whose body stands before them: 새빛협회 나래지부장."""


@cache
def _glued_pattern() -> re.Pattern[str]:
    titles = any_of(row[0] for row in read_rows("titles") if row[1] != "plain")
    return re.compile(rf"(?:{titles})(?:{NAME_END}|(?=겸|이자))")


def title_glued(text: str, end: int) -> Title | None:
    """Give the title that a name ending at ``end`` is written together with: 한도윤대표."""
    match = _glued_pattern().match(text, end)
    return Title(match.start(), match.end(), match[0], None) if match else None


@lru_cache(maxsize=16)
def titles_of(text: str) -> tuple[Title, ...]:
    """Give the titles of a text from left to right; two finders ask in a row."""
    return tuple(_titles(text))


def _titles(text: str) -> Iterator[Title]:
    for match in title_pattern().finditer(text):
        if match[1]:
            yield Title(match.start(), match.end(), match[1], None)
        elif match[2].endswith((*_BRANCHES, "의원")):
            yield Title(match.start(), match.end(), match[2], None)
        elif match[2].endswith("대사"):
            yield from _ambassador(match)
        elif (head := _HEAD.fullmatch(match[2])) and len(head[1]) > 1:
            stem, title = head.groups()
            body = (
                stem
                if title == "소장" and _is_known(stem)
                else stem + _LOST.get(title, title.removesuffix("장"))
            )
            if stem:
                yield Title(match.start(), match.end(), title, body)


def _ambassador(match: re.Match[str]) -> Iterator[Title]:
    """Give an ambassador's title, and the country that sends one to Korea: 주한 독일대사, 주미대사."""
    sender = match[2].removeprefix("주한 ").removesuffix("대사").strip()
    if sender in words("places", "countries"):
        yield Title(match.end(2) - len("대사"), match.end(2), "대사", sender)
    elif sender.startswith("주"):
        yield Title(match.start(2), match.end(2), match[2], None)
