"""Persons by their titles: 최태원 SK 회장, 나델라 CEO, 대표 김택진, 김 대표, 김씨."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.coreference.foreign_persons import (
    Typed,
    brief_name,
    foreign_abroad,
    foreign_after,
    foreign_before,
    is_body,
    is_chinese_name,
)
from store.extract.document import TextBlock
from store.extract.hangul import LETTER, NAME_END, NAME_START, WordFinder, any_of, word_finder
from store.extract.harvest import AFTER_NAME, find_aged, is_foreign_word, is_korean_name
from store.extract.lexicon import endings, read_rows, read_table, syllables, words

NEAR = 48
"""How far before a title its bearer stands, in characters."""

SHAPED, FOREIGN, FOREIGN_WORD, SURNAMED, TAGGED = 0.93, 0.88, 0.86, 0.9, 0.6
"""A foreign name of one word is believed below a tagged phrase that may have it in (가미카와 요코)."""

_SURNAME_BEFORE = re.compile(r"[^가-힣](?!전|현)[가-힣]\s")


class Bearer(NamedTuple):
    """A person beside a title, which begins at ``at``; ``name`` is None where only a surname is given.

    ``verbal`` is set where the morphology takes the surname for a verb or a particle; ``unusual`` where the
    name is one only if the article calls its bearer by surname and title too.
    """

    candidate: Candidate
    title: str
    name: str | None
    surname: str
    text: str
    at: int
    verbal: bool = False
    unusual: bool = False


class _Patterns(NamedTuple):
    find_titles: WordFinder
    before: re.Pattern[str]
    after: re.Pattern[str]
    plain: re.Pattern[str]
    surnamed: re.Pattern[str]
    ambiguous: str
    no_names: frozenset[str]


@cache
def _patterns() -> _Patterns:
    titles = any_of([row[0] for row in read_rows("titles") if row[1] != "plain"])
    hanja = "".join(read_table("persons")["hanja_surnames"])
    surnames = "".join(syllables("persons", key) for key in ("surnames", "rare_surnames", "foreign_surnames"))
    return _Patterns(
        find_titles=word_finder(row[0] for row in read_rows("titles") if row[1] != "plain"),
        before=re.compile(
            rf"{NAME_START}([가-힣]{{3,4}})(?=[ /(]|$)"
            r"(?=(?: ?\([^()]{1,30}\)|/[가-힣A-Za-z]+)?(?: [^\s,.'\"=]*[^\s,.'\"=은는을를의])* ?$)"
        ),
        after=re.compile(rf" ([가-힣]{{3,4}}?)(?=(?:{AFTER_NAME})?(?![{LETTER}]))"),
        plain=re.compile(rf"{NAME_START}([가-힣]{{2,4}}) ?(?:씨|군|양|옹|여사){NAME_END}"),
        surnamed=re.compile(
            rf"{NAME_START}(?:(?P<korean>[{surnames}]|{any_of(read_table('persons')['compound_surnames'])})"
            rf"(?P<title>모?(?:\([^()]{{1,8}}\))? (?:전 )?(?:{titles})"
            r"|(?: ?모)?(?: ?\([^()]{1,8}\))? ?씨| (?:여사|할머니|할아버지|군|양)"
            r"| ?모(?: ?\([^()]{1,8}\))? ?[군양])"
            rf"|(?P<letter>[A-Zㄱ-ㅎ])(?:\([^()]{{1,8}}\))?(?: ?(?:씨|군|양)| (?P<borne>{titles}))"
            rf"|(?P<hanja>[{hanja}]) ?(?P<office>{titles})){NAME_END}"
        ),
        ambiguous=read_table("persons")["ambiguous_surnames"],
        no_names=words("persons", "not_before_titles"),
    )


def find_bearers(block: TextBlock, typed: Typed) -> Iterator[Bearer]:
    """Give every person of a block that stands beside a title."""
    text = block.text
    for at, after in _title_spans(text):
        title = text[at:after]
        if _SURNAME_BEFORE.match(text[max(0, at - 3) : at].rjust(3)) and not brief_name(text, at - 1, typed):
            continue
        behind = _behind(block, after, title, at)
        if not (behind and text[at - 1 : at] == "("):
            yield from _before(block, at, after, typed)
        if behind:
            yield behind
    for match in _patterns().plain.finditer(text):
        if is_korean_name(match[1]):
            yield _bearer(block, match.start(1), match.end(1), "", SHAPED, match.end())
    for start, end in find_aged(text):
        yield _bearer(block, start, end, "", SHAPED, end)
    yield from _surnamed(block)


def _before(block: TextBlock, at: int, after: int, typed: Typed) -> Iterator[Bearer]:
    """Give who bears the title at ``at:after`` and stands before it, if somebody does."""
    text, title = block.text, block.text[at:after]
    left = text[max(0, at - NEAR) : at]
    base = at - len(left)
    bearers = [
        bearer
        for bearer in _patterns().before.finditer(left)
        if is_korean_name(bearer[1])
        and not _goes_on(bearer[1], left[bearer.end(1) :])
        and not _is_broken(block, base + bearer.end(1), at)
        and not (title == "시장" and _is_goods(block, base + bearer.start(1), at))
    ]
    if bearers:
        known = [b for b in bearers if typed(base + b.start(1), base + b.end(1)) == "PS"]
        start, end = (known or bearers)[-1].span(1)
        yield _bearer(block, base + start, base + end, title, SHAPED, at)
    elif title == "시장" and _is_goods(block, text.rfind(" ", 0, at - 1) + 1, at):
        return
    elif span := foreign_before(block, at, typed):
        name = text[slice(*span)]
        weight = FOREIGN if " " in name or is_chinese_name(name) else FOREIGN_WORD
        weight = SHAPED if name[-2] == " " else weight  # 제이든 황 CEO, and no 황 CEO
        yield _bearer(block, *span, title, weight, at)
    elif abroad := foreign_abroad(block, left, base, typed):
        yield _bearer(block, *abroad, title, FOREIGN_WORD, at)
    elif brief := _brief(block, left, base, title, typed):
        yield _bearer(block, *brief, title, SHAPED, at)
    elif byline := _BYLINE.search(left) if text.startswith(" =", after) else None:
        yield _bearer(block, base + byline.start(1), base + byline.end(1), title, SHAPED, at)
    elif unusual := _unusual(block, left, base, at):
        tagged = typed(*unusual) == "PS"
        found = _bearer(block, *unusual, title, TAGGED if tagged else SHAPED, at)
        sure = title in _REPORTERS and unusual[1] == at - 1 and text[at - 2] not in _OF_PAPERS
        yield found._replace(candidate=found.candidate._replace(tagged=tagged), unusual=not sure)


def _behind(block: TextBlock, after: int, title: str, at: int) -> Bearer | None:
    """Give who stands right behind the title at ``at:after``: 대표 김택진, 국장 마리엘 코바크."""
    bearer = _patterns().after.match(block.text, after)
    if span := foreign_after(block, after):
        return _bearer(block, *span, title, FOREIGN, at)
    if bearer and is_korean_name(bearer[1]):
        return _bearer(block, bearer.start(1), bearer.end(1), title, SHAPED, at)
    return None


def _surnamed(block: TextBlock) -> Iterator[Bearer]:
    """Give the persons of a block by their surname only: 김 대표, 김모씨, 이 모(41) 씨, A씨."""
    patterns, text = _patterns(), block.text
    for match in patterns.surnamed.finditer(text):
        hanja = match["hanja"] and read_table("persons")["hanja_surnames"][match["hanja"]]
        surname = match["korean"] or match["letter"] or hanja
        if surname in _FORMERLY and _is_former(block, match.start()):
            continue
        if surname == "고" and patterns.after.match(text, match.end()):
            continue
        title = (match["title"] or match["office"] or match["borne"] or "씨").strip()
        candidate = Candidate(block.index, match.start(), match.end(), "PS", SURNAMED)
        yield Bearer(candidate, title, None, surname, match[0], match.end(), _is_verbal(block, match.start()))


_HEAD = re.compile(rf"{NAME_START}[가-힣]{{2,8}}장{NAME_END}")


def _title_spans(text: str) -> list[tuple[int, int]]:
    """Give where the titles of a text stand, 전 before them taken in; any word in 장 may be one."""
    no_heads = endings("persons", "no_heads")
    heads = [m.span() for m in _HEAD.finditer(text) if not m[0].endswith(no_heads)] if "장" in text else []
    titles = _patterns().find_titles(text)
    spans: list[tuple[int, int]] = []
    for start, end in sorted({*titles, *heads}) if heads else titles:
        if not spans or start >= spans[-1][1]:
            spans.append((start - 2 if text[max(0, start - 3) : start] in _FORMER else start, end))
    return spans


_REPORTERS = ("기자", "특파원")
_OF_PAPERS = "부팀국실사원과계인지문보장"
"""What ends words before 기자 that are no name: 정치부 기자, 방송국 기자."""

_FORMER = (" 전 ", "전 ")


def find_japanese(block: TextBlock) -> Iterator[Candidate]:
    """Give the Japanese persons of a block by their family names: 이시카와 다케시, 나카무라 유이."""
    find_families, whole, pattern = _japanese()
    for start, end in find_families(block.text):
        match = whole.match(block.text, end) or pattern.match(block.text, end)
        given = tokens_inside(block, *match.span(1)) if match else []
        if match and (len(given) != 1 or given[0].tag != "NNG"):
            yield Candidate(block.index, start, match.end(1), "PS", SHAPED)


@cache
def _japanese() -> tuple[WordFinder, re.Pattern[str], re.Pattern[str]]:
    """A given name before a title is the whole word (스즈키 이치로 대표), else one without its particle."""
    kana = syllables("persons", "japanese_syllables")
    offices = any_of(row[0] for row in read_rows("titles") if row[1] != "plain")
    titled = re.compile(
        rf" ([{kana}]{{2,4}})(?= (?:(?:일본 )?(?:{offices})|일본 [가-힣]{{2,6}}시장){NAME_END})"
    )
    given = re.compile(rf" ([{kana}]{{2,4}}?){NAME_END}")
    return word_finder(words("persons", "japanese_surnames")), titled, given


def find_called(block: TextBlock, surnames: str) -> Iterator[Bearer]:
    """Give the persons called by title and the first syllable of a name that no table of surnames has."""
    for match in _called().finditer(block.text):
        if match[1] in surnames:
            candidate = Candidate(block.index, match.start(), match.end(), "PS", SURNAMED)
            yield Bearer(candidate, match[2], None, match[1], match[0], match.end())


@cache
def _called() -> re.Pattern[str]:
    titles = any_of([row[0] for row in read_rows("titles") if row[1] != "plain"])
    return re.compile(rf"{NAME_START}([가-힣]) ((?:전 )?(?:{titles})){NAME_END}")


_FORMERLY = ("전", "현")
"""Surnames that say of a title, right behind a noun, that it was or is held: 한빛당 전 대표."""


def _is_former(block: TextBlock, start: int) -> bool:
    """Say whether 전 or 현 at ``start`` stands right behind a noun, and is no surname."""
    before = tokens_inside(block, max(0, start - 8), start)
    return bool(before) and start - before[-1].end == 1 and before[-1].tag in ("NNG", "NNP", "SL", "XSN")


def _brief(block: TextBlock, left: str, base: int, title: str, typed: Typed) -> tuple[int, int] | None:
    """Give a name of two syllables right before a title that no place bears: 남강 작가 is no river."""
    if title.endswith("스님") and (monk := _BRIEF.search(left)):
        inside = tokens_inside(block, base + monk.start(1), base + monk.end(1))
        common = len(inside) == 1 and inside[0].tag != "NNP"
        return None if common else (base + monk.start(1), base + monk.end(1))
    match = _BRIEF.search(left) if title in _OF_PERSONS else None
    if match is None or match[1][0] not in syllables("persons", "surnames"):
        return None
    places = ("countries", "regions", "towns", "others")
    span = base + match.start(1), base + match.end(1)
    if any(match[1] in words("places", key) for key in places) or typed(*span) not in ("PS", "LC"):
        return None
    return span if {token.tag for token in tokens_inside(block, *span)} == {"NNP"} else None


_BRIEF = re.compile(rf"{NAME_START}([가-힣]{{2}}) $")
_OF_PERSONS = ("작가", "시인", "소설가", "화가", "화백", "배우", "가수")
"""Titles of which a river or a hill right before them has none."""


def _unusual(block: TextBlock, left: str, base: int, at: int) -> tuple[int, int] | None:
    """Give a word before a title that is a name if nothing but its syllables speaks against it: 이주민."""
    match = _UNUSUAL.search(left)
    if match is None or match[1][-1] in "은는을를의에" or match[1] in _patterns().no_names:
        return None
    start, end = base + match.start(1), base + match.end(1)
    surnamed = match[1][0] in syllables("persons", "surnames") + syllables("persons", "rare_surnames")
    return (start, end) if surnamed and not is_body(match[1]) and not _is_broken(block, end, at) else None


_BYLINE = re.compile(r"[)\]】] ?([가-힣]{2,4}) $")
"""Who reports, by the place in front and the sign of equality behind: (나래=새빛통신) 문결 특파원 =."""

_UNUSUAL = re.compile(
    rf"{NAME_START}([가-힣]{{3}})(?: ?\([^()]{{1,30}}\))?(?: [가-힣A-Za-z]{{2,14}}){{0,2}} $"
)


def is_named(bearer: Bearer, others: Sequence[Bearer], tagged: Set[tuple[int, int, int]]) -> bool:
    """Say whether a name of unusual shape is one: by the tagger, or by the surname that follows it."""
    candidate = bearer.candidate
    if not bearer.unusual or (candidate.block, candidate.start, candidate.end) in tagged:
        return True
    return any(
        other.name is None and other.surname == bearer.surname and bearer.title.endswith(other.title)
        for other in others
    )


def is_doubtful(bearer: Bearer) -> bool:
    """Say whether 이 대표 or 전 장관 may be this representative, a former minister, and nobody by name."""
    unclear = bearer.verbal or bearer.surname in _patterns().ambiguous
    return bearer.name is None and unclear and not re.search("[씨모]", bearer.title)


def _is_verbal(block: TextBlock, start: int) -> bool:
    """Say whether what looks like a surname is a verb or a particle: 불이 나 소방관이."""
    return any(token.tag[0] in "VEJ" for token in tokens_inside(block, start, start + 1))


def _is_broken(block: TextBlock, start: int, end: int) -> bool:
    """Say whether a particle or a verb parts a name from a title."""
    return any(
        token.tag[0] in "JEV" and token.tag not in ("JC", "JKG") for token in tokens_inside(block, start, end)
    )


def _is_goods(block: TextBlock, start: int, end: int) -> bool:
    """Say whether the word before 시장 is a common noun, and the whole a market: 소고기 시장."""
    inside = tokens_inside(block, start, end)
    return len(inside) == 1 and inside[0].tag == "NNG"


def _goes_on(name: str, rest: str) -> bool:
    """Say whether a word is the first of a foreign name that looks Korean: 마리사 폰텔로, 제이든 황."""
    following = rest.split(maxsplit=1)[0] if rest.strip() else ""
    if following in words("persons", "brief_family"):
        return True
    return is_foreign_word(name) and is_foreign_word(following) and not is_body(following)


def _bearer(block: TextBlock, start: int, end: int, title: str, weight: float, at: int) -> Bearer:
    name = block.text[start:end]
    return Bearer(Candidate(block.index, start, end, "PS", weight), title, name, name[0], name, at)
