"""Organisations by their shape: 새나래랩스, 법무법인 새길, 새나래 주립대학, 새빛당 원내대표, 나래고 3학년."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, any_of
from store.extract.harvest import is_foreign_word
from store.extract.lexicon import endings, read_rows, words

KNOWN, SHAPED, LONG, FIRM, UNIVERSITY, COMMITTEE, SOURCE = 0.84, 0.75, 0.7, 0.885, 0.89, 0.93, 0.4


def find_shaped(block: TextBlock) -> Iterator[Candidate]:
    """Give the organisations of a block by their shape."""
    yield from _firms(block)
    yield from _learned(block)
    text = block.text
    for match in _RESERVE.finditer(text) if " 연은" in text else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", UNIVERSITY)
    for match in _LETTERED.finditer(text):
        yield Candidate(block.index, match.start(), match.end(), "OG", KNOWN)
    for match in _committee().finditer(text) if " 조직위" in text or " 집행위" in text else ():
        yield Candidate(block.index, *match.span(), "OG", COMMITTEE)
    for match in _GLOSSED.finditer(text) if "(" in text else ():
        yield Candidate(block.index, *match.span(1), "OG", KNOWN)
    for match in _SOURCE.finditer(text) if "따르면" in text else ():
        inside = tokens_inside(block, *match.span(1))
        letters = match[1].isascii() and match[1] not in words("works", "generic")
        proper = len(inside) == 1 and inside[0].tag == "NNP" and is_foreign_word(match[1])
        if letters or proper:
            yield Candidate(block.index, *match.span(1), "OG", SOURCE, tagged=True)
    for match in _NATIONWIDE.finditer(text) if "전국" in text else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", LONG)
    for match in _MINISTRY.finditer(text) if "부 장" in text or "부 차" in text else ():
        yield Candidate(block.index, *match.span(1), "OG", LONG)
    for match in _party().finditer(text) if "당 " in text else ():
        yield Candidate(block.index, match.start(1), match.end(1), "OG", LONG)
    for match in _CLUB.finditer(text) if " FC" in text else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", SHAPED)


def _firms(block: TextBlock) -> Iterator[Candidate]:
    """Give the firms of a block, those of lawyers and accountants too."""
    text = block.text
    for match in _firm().finditer(text) if _firm_guard().search(text) else ():
        if match[1] or _may_be_firm(block, match):
            yield Candidate(block.index, match.start(), match.end(), "OG", FIRM)
    for match in _OFFICE.finditer(text) if "법인 " in text else ():
        yield Candidate(block.index, match.start(), match.end(), "OG", UNIVERSITY)
    for match in _CHAMBERS.finditer(text) if "법률사무소" in text else ():
        if not _is_broken(block, match.span()):
            yield Candidate(block.index, match.start(), match.end(), "OG", UNIVERSITY)


def _learned(block: TextBlock) -> Iterator[Candidate]:
    """Give the universities and schools of a block."""
    text = block.text
    for match in _UNIVERSITY.finditer(text) if " 대학" in text or "립대" in text else ():
        first = tokens_inside(block, *match.span())[:1]
        if first and first[0].tag == "NNP" and not _is_broken(block, match.span()):
            yield Candidate(block.index, match.start(), match.end(), "OG", UNIVERSITY)
    for match in _ATHLETE.finditer(text) if ")" in text else ():
        yield Candidate(block.index, *match.span(1), "OG", KNOWN)
    for match in _SCHOOL.finditer(text) if _PUPILS.search(text) else ():
        word = match[1].endswith(endings("organizations", "no_schools"))
        if not word and not _is_broken(block, match.span(1)):
            yield Candidate(block.index, *match.span(1), "OG", LONG)


def _is_broken(block: TextBlock, span: tuple[int, int]) -> bool:
    """Say whether a particle or a verb stands in a stretch, which is no name then."""
    return any(token.tag[0] in "JEV" for token in tokens_inside(block, *span))


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

_RESERVE = re.compile(rf"{NAME_START}[가-힣]{{2,7}} 연은(?=[은의과]?(?![가-힣]))")
"""A reserve bank of a district: 캔자스시티 연은."""

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

_SOURCE = re.compile(rf"{NAME_START}([가-힣]{{4,8}}|[A-Z]{{3,6}})(?: 방송)?(?: 등)?에 따르면")
"""A medium that no list has, by what is told after it: 코인누리에 따르면, NRTV 등에 따르면."""

_NATIONWIDE = re.compile(
    rf"{NAME_START}전국[가-힣]{{2,12}}(?:노동조합|노조|연합회|협의회|총연맹|연맹|연대|중앙회){NAME_END}"
)
"""Who joins all of a trade: 전국누리노동조합."""

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
