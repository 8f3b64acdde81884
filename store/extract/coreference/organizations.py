"""Organisations by what their names end in, and by the tables: 안타라 통신, 방송통신위원회, 유엔."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.coreference.persons import Bearer
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, any_of, word_finder
from store.extract.lexicon import endings, read_rows, read_table, titles, words

KNOWN, SHAPED, LONG, EMPLOYER, WHOLE, FIRM, UNIVERSITY, COMMITTEE = (
    0.84,
    0.75,
    0.7,
    0.72,
    0.76,
    0.885,
    0.89,
    0.93,
)
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


@cache
def _firm() -> re.Pattern[str]:
    """A firm by the word that it ends in or begins with: 새나래랩스, 노바 인터랙티브, 스튜디오별무리."""
    ends = any_of(words("organizations", "firm_words"))
    heads = any_of(words("organizations", "firm_heads"))
    return re.compile(
        rf"{NAME_START}(?:([가-힣]{{2,8}}(?:{ends}))|(?:{heads})[가-힣]{{2,6}}?|[가-힣]{{2,6}} (?:{ends}))"
        + NAME_END
    )


@cache
def _firm_guard() -> re.Pattern[str]:
    return re.compile(any_of(words("organizations", "firm_words") | words("organizations", "firm_heads")))


def _may_be_firm(block: TextBlock, match: re.Match[str]) -> bool:
    """Say whether the other word of a firm's name is a proper noun, or none of the language: 노바, 별무리."""
    inside = tokens_inside(block, match.start(), match.end())
    tags = {token.tag for token in inside}
    proper = bool(inside) and (inside[0].tag in ("NNP", "SL") or " " not in match[0])
    return (
        proper
        and not any(tag[0] in "JEV" for tag in tags)
        and match[0] not in words("organizations", "generic")
    )


_UNIVERSITY = re.compile(
    rf"{NAME_START}[가-힣]{{2,8}} (?:(?:국립|주립|시립|공과|의과|사범)?대학교?|(?:국|주|시)립대){NAME_END}"
)
"""A university by the town or the state that it is called after: 새나래 주립대학."""

_LETTERED = re.compile(
    rf"{NAME_START}[A-Z](?:사|은행|병원|그룹|증권|건설|대학교|대학|고등학교|중학교|초등학교){NAME_END}"
)
"""A body that the article names by a letter only: A사, B병원."""

_OFFICE = re.compile(
    rf"{NAME_START}(?:법무법인|특허법인|회계법인|세무법인|법률사무소) ?[가-힣A-Za-z&]{{2,8}}?{NAME_END}"
)
"""A firm of lawyers or accountants, by its kind before its name: 법무법인 새길."""

_CHAMBERS = re.compile(rf"{NAME_START}[가-힣A-Za-z&]{{2,8}} (?:법률사무소|특허법률사무소){NAME_END}")
"""Lawyers, by what they are behind their name: 새길 법률사무소."""

_CLUB = re.compile(rf"{NAME_START}(?:[가-힣]{{2,6}}|[A-Z]{{2,6}}) FC(?=[은는이가을를의과와도에,.·)]|$)")
"""A club by its last letters; in 축구단 FC 한빛 they are the first of another name."""


@cache
def _party() -> re.Pattern[str]:
    """A word in 당 before a member or a head of a party: 새빛당 한도윤 의원, 새빛당 원내대표."""
    no_parties = any_of(words("organizations", "no_parties"))
    heads = any_of(row[0] for row in read_rows("titles") if row[1] == "party")
    return re.compile(
        rf"{NAME_START}(?![가-힣]*(?:{no_parties}) )([가-힣]{{2,7}}당) "
        rf"(?:(?:[가-힣]{{2,4}} )?(?:전 |현 )?(?:{heads})"
        rf"|[가-힣]{{3}} (?:전 |현 )?(?:대표|후보|의원)){NAME_END}"
    )


_GLOSSED = re.compile(
    rf"{NAME_START}((?:한국|대한|국제|세계|미국|아시아|유럽|전국)[가-힣]{{2,12}}(?<!기준)(?<!지수)(?<!분류)(?<!협정)(?<!제도))"
    r"\([A-Z]{3,6}\)"
)
"""A body of a nation or the world before its letters: 한국여자프로골프(KLPGA)."""

_MINISTRY = re.compile(
    rf"{NAME_START}(?!(?:일|전|내|외|정|간|각|본|여|상|하|중|대)부 )([가-힣]{{1,8}}부) "
    rf"(?:장관|차관|장·차관){NAME_END}"
)
"""A ministry by who heads it: 문화해양부 차관."""

_PUPILS = re.compile("[고중초] (?:[1-6]학년|학생|교|동문|졸업|야구부|축구부)")
_SCHOOL = re.compile(
    rf"{NAME_START}([가-힣]{{2,8}}(?:여고|여중|고|중|초)) "
    r"(?:[1-6]학년|학생|교사|교장|교감|동문|졸업|야구부|축구부)"
)
"""A school in short, by who goes there: 나래고 3학년."""


@cache
def _committee() -> re.Pattern[str]:
    """Who puts on an event, by its name: 나래영화제 조직위원회."""
    games = any_of(words("works", "games"))
    return re.compile(
        rf"{NAME_START}[가-힣A-Z\d]{{1,12}}(?:{games}) (?:조직위원회|조직위|집행위원회|집행위){NAME_END}"
    )


_ATHLETE = re.compile(r"(?<=\(\d\d[·,])\s?([가-힣]{2,6}(?:고|중|대|초))\)")
"""A school behind an athlete's age: 한도윤(17·나래체고)."""


def find_organizations(block: TextBlock) -> Iterator[Candidate]:
    """Give the organisations of a block that the tables name, or that end as organisations do."""
    for start, end in _finder()(block.text):
        yield Candidate(block.index, start, end, "OG", KNOWN)
    ends = _ends().search(block.text)
    for match in _ending().finditer(block.text) if ends else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", LONG)
    firm_like = _firm_guard().search(block.text)
    for match in _firm().finditer(block.text) if firm_like else ():
        if match[1] or _may_be_firm(block, match):
            yield Candidate(block.index, match.start(), match.end(), "OG", FIRM)
    for match in _UNIVERSITY.finditer(block.text) if " 대학" in block.text or "립대" in block.text else ():
        inside = tokens_inside(block, match.start(), match.end())
        if inside and inside[0].tag == "NNP" and not any(token.tag[0] in "JEV" for token in inside):
            yield Candidate(block.index, match.start(), match.end(), "OG", UNIVERSITY)
    for match in _LETTERED.finditer(block.text):
        yield Candidate(block.index, match.start(), match.end(), "OG", KNOWN)
    for match in _OFFICE.finditer(block.text) if "법인 " in block.text else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", KNOWN)
    for match in _CHAMBERS.finditer(block.text) if "법률사무소" in block.text else ():
        if not any(token.tag[0] in "JEV" for token in tokens_inside(block, *match.span())):
            yield Candidate(block.index, match.start(), match.end(), "OG", UNIVERSITY)
    for match in _ATHLETE.finditer(block.text) if ")" in block.text else ():
        yield Candidate(block.index, *match.span(1), "OG", KNOWN)
    for match in (
        _committee().finditer(block.text) if " 조직위" in block.text or " 집행위" in block.text else ()
    ):
        yield Candidate(block.index, *match.span(), "OG", COMMITTEE)
    for match in _GLOSSED.finditer(block.text) if "(" in block.text else ():
        yield Candidate(block.index, *match.span(1), "OG", KNOWN)
    for match in _MINISTRY.finditer(block.text) if "부 장" in block.text or "부 차" in block.text else ():
        yield Candidate(block.index, *match.span(1), "OG", LONG)
    for match in _SCHOOL.finditer(block.text) if _PUPILS.search(block.text) else ():
        tags = [token.tag for token in tokens_inside(block, *match.span(1))]
        if not match[1].endswith(endings("organizations", "no_schools")) and not any(
            t[0] in "JEV" for t in tags
        ):
            yield Candidate(block.index, *match.span(1), "OG", LONG)
    for match in _party().finditer(block.text) if "당 " in block.text else ():
        yield Candidate(block.index, match.start(1), match.end(1), "OG", LONG)
    for match in _CLUB.finditer(block.text) if " FC" in block.text else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", SHAPED)
    after_proper, long = words("organizations", "after_proper"), words("organizations", "long_suffixes")
    firms, long_ends = endings("organizations", "firms"), endings("organizations", "long_suffixes")
    whole_ends = endings("organizations", "after_words")
    last = _last_syllables()
    tokens = block.tokens
    for i, token in enumerate(tokens):
        if token.tag not in _NOUNS or token.form[-1] not in last or _goes_on(block, i):
            continue
        first = i
        while first and tokens[first - 1].end == tokens[first].start and tokens[first - 1].tag in _NOMINAL:
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
        elif token.tag == "NNP" and first == i and len(token.form) > 3 and token.form.endswith(firms):
            yield Candidate(block.index, token.start, token.end, "OG", SHAPED)
        elif token.form in after_proper:
            if i and first == i and block.text[token.start - 1] == " " and token.form not in titles():
                first = i - 1
            if first < i and tokens[first].tag in ("NNP", "SL"):
                yield Candidate(block.index, tokens[first].start, token.end, "OG", SHAPED)


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
        if match and bearer.title in _offices() and not match[1].endswith(_UNITS):
            yield Candidate(block.index, match.start(1), match.end(1), "OG", EMPLOYER)
        if bearer.title in _sports() and (team := _TEAM.search(block.text, 0, bearer.candidate.start)):
            inside = tokens_inside(block, *team.span(1))
            if inside and all(token.tag in ("NNP", "SL") for token in inside):
                yield Candidate(block.index, *team.span(1), "OG", EMPLOYER)


_TEAM = re.compile(rf"{NAME_START}([가-힣A-Za-z]{{2,8}})의 $")
"""What a player or a coach is of: 가람의 이도윤 감독."""


@cache
def _sports() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("titles") if row[1] == "sport") | {"감독"}


@cache
def _offices() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("titles") if row[1] == "firm")


_EMPLOYER = re.compile(r" ([가-힣A-Za-z0-9&+]{2,16})(?: ?\([^()]*\))? (?:전 )?")
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
