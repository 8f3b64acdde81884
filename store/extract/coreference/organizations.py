"""Organisations by what their names end in, and by the tables: 안타라 통신, 방송통신위원회, 유엔."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.coreference.persons import Bearer
from store.extract.coreference.shaped_bodies import find_shaped
from store.extract.document import TextBlock, Token
from store.extract.hangul import NAME_END, NAME_START, any_of, word_finder
from store.extract.lexicon import endings, read_rows, read_table, titles, words

KNOWN, SHAPED, LONG, EMPLOYER, WHOLE, FACULTY = 0.84, 0.75, 0.7, 0.72, 0.76, 0.885
SHORTEST = 4
"""A common noun for a body ends a name of at least this many syllables: 공정위원회 is one, 위원회 is none."""

USUAL: dict[str, str] = dict(read_table("organizations")["same"])
"""The usual Korean name of an organisation by its other ones."""

_NOUNS = ("NNG", "NNP")
_NOMINAL = ("NNP", "NNG", "SL", "SN", "XPN", "XSN", "SW")


@cache
def _finder() -> Callable[[str], list[tuple[int, int]]]:
    return word_finder(words("organizations", "known") | USUAL.keys())


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(any_of(words("organizations", "endings")))


@cache
def _ending() -> re.Pattern[str]:
    """A word that ends as only bodies do: 서울중앙지법, 한빛경찰서."""
    no_courts = "".join(f"(?<!{law})" for law in sorted(words("works", "no_courts")))
    return re.compile(
        rf"{NAME_START}[가-힣]{{2,12}}(?:{any_of(words('organizations', 'endings'))}){no_courts}{NAME_END}"
    )


def find_organizations(block: TextBlock) -> Iterator[Candidate]:
    """Give the organisations of a block that the tables name, or that end as organisations do."""
    for start, end in _finder()(block.text):
        yield Candidate(block.index, start, end, "OG", KNOWN)
    for match in _ending().finditer(block.text) if _ends().search(block.text) else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", LONG)
    yield from find_shaped(block)
    yield from _by_nouns(block)


def _by_nouns(block: TextBlock) -> Iterator[Candidate]:
    """Give the nouns of a block that are a body by their last one: 안타라 통신, 방송통신위원회."""
    after_proper, long = words("organizations", "after_proper"), words("organizations", "long_suffixes")
    firms, long_ends = endings("organizations", "firms"), endings("organizations", "long_suffixes")
    whole_ends = endings("organizations", "after_words")
    last = _last_syllables()
    tokens = block.tokens
    for i, token in enumerate(tokens):
        if token.tag not in _NOUNS or token.form[-1] not in last or _goes_on(block, i):
            continue
        first = i
        while first and tokens[first - 1].end == tokens[first].start and _is_nominal(tokens[first - 1]):
            first -= 1
        start = tokens[first].start
        name = block.text[start : token.end]
        whole = _word_start(block.text, start) if name.endswith(whole_ends) else None
        if name in titles():
            continue
        if whole is not None:
            yield Candidate(block.index, whole, token.end, "OG", WHOLE)
        elif first < i and name.endswith(long_ends) and len(name) >= SHORTEST and name not in long:
            yield Candidate(block.index, start, token.end, "OG", LONG)
        elif (
            first == i
            and len(token.form) > 3
            and token.form.endswith(firms if token.tag == "NNP" else _TRADES)
        ):
            yield Candidate(block.index, token.start, token.end, "OG", SHAPED)
        elif token.form in after_proper:
            if i and first == i and block.text[token.start - 1] == " " and token.form not in titles():
                first = i - 1
            if first < i and tokens[first].tag in ("NNP", "SL"):
                yield Candidate(block.index, tokens[first].start, token.end, "OG", SHAPED)


def _is_nominal(token: Token) -> bool:
    """Say whether a token may be a part of a name; the sign of equality parts who is told from who tells."""
    return token.tag in _NOMINAL and token.form != "="


_TRADES = ("제약", "중공업", "물산")
"""What ends the names of firms even where the morphology takes one for a common noun."""

_BEFORE = re.compile(rf"{NAME_START}[가-힣]{{2,10}}$")


def _word_start(text: str, start: int) -> int | None:
    """Give where a word begins in whose midst a noun does: 푸른해양연구소, 맑은물재단."""
    match = _BEFORE.search(text, max(0, start - 11), start)
    return match.start() if match else None


@cache
def _last_syllables() -> frozenset[str]:
    """What the last morpheme of a body ends in."""
    keys = ("after_proper", "long_suffixes", "firms")
    return frozenset(word[-1] for key in keys for word in words("organizations", key))


def find_employers(block: TextBlock, bearers: Iterable[Bearer]) -> Iterator[Candidate]:
    """Give the word between a person and a title of business, where it may be a firm (… 새빛소프트 대표)."""
    for bearer in bearers:
        match = _EMPLOYER.fullmatch(block.text, bearer.candidate.end, max(bearer.at, bearer.candidate.end))
        office = match is not None and match[1].removesuffix("의") in titles()
        firm = match is not None and (bearer.title in _offices() or _ends_as_body(match[1]))
        if match and firm and not (office or match[1].endswith(_UNITS)):
            yield Candidate(block.index, match.start(1), match.end(1), "OG", EMPLOYER)
        if chair := _CHAIR.fullmatch(block.text, bearer.candidate.end, max(bearer.at, bearer.candidate.end)):
            yield Candidate(block.index, *chair.span(1), "OG", FACULTY)
        if bearer.title in _sports() and (team := _TEAM.search(block.text, 0, bearer.candidate.start)):
            inside = tokens_inside(block, *team.span(1))
            if inside and all(token.tag in ("NNP", "SL") for token in inside):
                yield Candidate(block.index, *team.span(1), "OG", EMPLOYER)


def _ends_as_body(word: str) -> bool:
    """Say whether a word ends as bodies do, behind a name of its own: 하나증권 before a title is one."""
    return len(word) > SHORTEST - 1 and word.endswith(_proper_ends())


@cache
def _proper_ends() -> tuple[str, ...]:
    return tuple(word for word in endings("organizations", "after_proper") if len(word) > 1)


_TEAM = re.compile(rf"{NAME_START}([가-힣A-Za-z]{{2,8}})의 $")
"""What a player or a coach is of: 가람의 이도윤 감독."""


@cache
def _sports() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("titles") if row[1] == "sport") | {"감독"}


@cache
def _offices() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("titles") if row[1] == "firm")


_EMPLOYER = re.compile(r" ([가-힣A-Za-z0-9&+]{2,16})(?: ?\([^()]*\))? (?:전 )?")
_CHAIR = re.compile(
    r" ([가-힣]{2,7}(?:대|대학교|대학|병원)) [가-힣]{2,14}(?:학과|학부|대학원|과|교실|연구소|센터) (?:전 )?"
)
"""A university with the department between a person and a title: 한도윤 나래대 소비자학과 교수."""

_UNITS = (
    "팀",
    "과",
    "실",
    "부",
    "담당",
    "총괄",
    "부문",
    "센터",
    "수석",
    "선임",
    "책임",
    "공동",
    "각자",
    "사외",
    "전",
    "현",
)


def _goes_on(block: TextBlock, i: int) -> bool:
    tokens = block.tokens
    return i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end and tokens[i + 1].tag in _NOMINAL


_MEETS = re.compile("의(?:에서|를|는|가|에|도|와|때|장|록)")


def is_meeting(block: TextBlock, candidate: Candidate) -> bool:
    """Say whether a committee is but the first syllables of its meeting: 최고위원회의에서."""
    committee = candidate.type == "OG" and block.text[candidate.end - 3 : candidate.end] in (
        "위원회",
        "협의회",
    )
    return committee and _MEETS.match(block.text, candidate.end) is not None
