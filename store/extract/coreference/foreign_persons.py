"""Foreign persons by their titles: 나델라 CEO, 토톡 수기하르토 국방부 대변인, 국장 마리엘 코바크."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from store.extract.coreference.candidate import tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import LETTER, NAME_END, NAME_START, any_of
from store.extract.harvest import AFTER_NAME, is_foreign_name, is_foreign_word, is_korean_name
from store.extract.lexicon import endings, read_table, syllables, words

Typed = Callable[[int, int], str | None]
"""Tells the type that the tagger or a table gives to the characters ``start:end`` of a block."""


def foreign_before(block: TextBlock, end: int, typed: Typed) -> tuple[int, int] | None:
    """Give the foreign name of one to three words before a title: 나델라 CEO, 토톡 수기하르토 국방부 대변인.

    Between the two may stand countries and bodies that the tables know (푸틴 러시아 대통령).
    """
    words_before = _words_before(block, end)
    bodies = 0
    while words_before and _is_of_body(block.text[slice(*words_before[0])], bodies):
        del words_before[0]
        bodies += 1
    name: list[tuple[int, int]] = []
    for start, stop in words_before[:3]:
        if not _may_be_foreign(block.text[start:stop], None if bodies or name else typed(start, stop)):
            break
        name.append((start, stop))
    stop = name[0][1] if name else words_before[0][1] if words_before else _stripped(block.text, end)
    if len(name) < 2 and (brief := brief_name(block.text, stop, typed)):
        return brief
    if (
        not name
        and len(words_before) == 1
        and (brief := brief_name(block.text, words_before[0][0] - 1, typed))
    ):
        return brief
    alone = len(name) == 1 and not is_chinese_name(block.text[slice(*name[0])])
    if not name or (bodies and alone and typed(*name[0]) not in (None, "PS")):
        return None
    span = with_initials(block.text, _with_noble(block, name[-1][0])), name[0][1]
    if len(name) == 1 and (given := _given(block, span[0])) is not None:
        span = given, span[1]
    if len(name) == 1 and not bodies and block.text.endswith(") ", 0, span[0]):
        return None
    inside = tokens_inside(block, *span)
    return None if len(inside) == 1 and inside[0].tag == "NNG" and len(inside[0].form) < 3 else span


def brief_name(text: str, stop: int, typed: Typed) -> tuple[int, int] | None:
    """Give the name of two words before ``stop`` of which one has one syllable: 팀 쿡, 젠슨 황."""
    match = _brief_names().search(text, max(0, stop - 10), stop)
    if match is None:
        return None
    given, family = match[1] or match[3], match[2] or match[4]
    sure = match[1] is not None and given not in words("persons", "doubtful_given")
    first = match[1] is not None or is_foreign_name(given) or typed(*match.span(3)) == "PS"
    known = family in words("persons", "brief_family") and first
    foreign = is_foreign_word(family) and (sure or (match[1] is not None and len(family) > 2))
    return match.span() if known or foreign else None


@cache
def _brief_names() -> re.Pattern[str]:
    given, family = any_of(words("persons", "brief_given")), any_of(words("persons", "brief_family"))
    return re.compile(rf"{NAME_START}(?:({given}) ([가-힣]{{1,5}})|([가-힣]{{2,5}}) ({family}))$")


def _is_of_body(word: str, bodies: int) -> bool:
    """Say whether a word is a body, or the first one of the body behind it: 칼린-브루크 새나래재단."""
    return is_body(word) or (bodies > 0 and "-" in word)


def _given(block: TextBlock, start: int) -> int | None:
    """Give where a given name begins that is a word besides, right before a family name: 지나 하스칼."""
    match = _given_before().search(block.text, max(0, start - 5), start)
    if match is None:
        return None
    before = tokens_inside(block, max(0, match.start(1) - 4), match.start(1))
    apart = not before or before[-1].tag in ("ETM", "SP", "SF", "SSO", "SSC", "JKG")
    return match.start(1) if apart or before[-1].form in _DAYS else None


_DAYS = ("이날", "오늘", "어제", "전날")


@cache
def _given_before() -> re.Pattern[str]:
    return re.compile(rf"{NAME_START}({any_of(words('persons', 'given_words'))}) $")


def _words_before(block: TextBlock, end: int) -> list[tuple[int, int]]:
    """Give up to six words of nothing but nouns before ``end``, the nearest first."""
    text = block.text
    found: list[tuple[int, int]] = []
    end = _without(_GLOSS, text, _stripped(text, end))
    while len(found) < 6 and (match := _WORD.search(text, max(0, end - 14), end)):
        verbal = any(token.tag[0] in "EJV" for token in tokens_inside(block, *match.span(1)))
        if verbal and not is_chinese_name(match[1]):
            break
        found.append(match.span(1))
        end = match.start(1)
        if not text[end - 1 : end].isspace():
            break
        end = _without(_ASIDE, text, end - 1)
    return found


def _stripped(text: str, end: int) -> int:
    """Give where the text before ``end`` ends without its spaces."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _without(pattern: re.Pattern[str], text: str, end: int) -> int:
    """Give where the text before ``end`` ends without what ``pattern`` finds right there."""
    match = pattern.search(text, max(0, end - LONGEST), end)
    return match.start() if match else end


LONGEST = 120
"""No gloss before a title is longer, in characters."""


_GLOSS = re.compile(r"\s?\([^()]*\)$")
_ASIDE = re.compile(r"\((?:\d\d세?|[A-Z]{2,6})\)$")
"""What may stand behind a name or a body without parting it from the title: an age, letters."""

_WORD = re.compile(rf"{NAME_START}([가-힣]{{2,8}}(?:-[가-힣]{{2,8}})?)$")


_BODY_LIKE = re.compile(
    r"[가-힣]{2}(?:부|청|처|위원회|은행|법원|대학교|의회|협회|연구소|연구원|센터|재단|공사|[보사무공]국)$"
)


@cache
def _bodies() -> tuple[frozenset[str], tuple[str, ...]]:
    """The bodies and countries of the tables, and what the names of bodies end in."""
    known = words("places", "bodies") | words("organizations", "known") | words("places", "countries")
    known |= read_table("places")["same"].keys()
    return known, tuple(word for word in endings("organizations", "after_proper") if len(word) > 1)


def is_body(word: str) -> bool:
    """Say whether a word before a title is a body or a country by itself."""
    known, ends = _bodies()
    if word in known or word.endswith(ends) or word.endswith(endings("works", "games")) or is_national(word):
        return True
    return _BODY_LIKE.search(word) is not None and not is_foreign_word(word)


def is_national(word: str) -> bool:
    """Say whether a word begins with a country and is longer: 독일마셜펀드."""
    return len(word) > 4 and word.startswith(_countries())


@cache
def _countries() -> tuple[str, ...]:
    return tuple(sorted(country for country in words("places", "countries") if len(country) == 2))


def _may_be_foreign(word: str, known: str | None) -> bool:
    if known not in (None, "PS") or word in words("places", "others") or word in words("places", "regions"):
        return False
    listed = len(word) > 2 and word.endswith(("와", "과"))
    foreign = (is_foreign_word(word) and not listed) or is_chinese_name(word)
    return foreign and word not in words("persons", "not_before_titles")


def is_chinese_name(word: str) -> bool:
    """Say whether a word is written like a Chinese name by its sounds: 자오멍, 리샤오밍; not 왕자, 천장."""
    return _chinese().fullmatch(word) is not None


@cache
def _chinese() -> re.Pattern[str]:
    marked, plain = syllables("persons", "pinyin"), syllables("persons", "pinyin_plain")
    surnames = any_of(words("persons", "chinese_surnames"))
    return re.compile(rf"(?:{surnames})(?=[가-힣]{{0,3}}[{marked}])[{marked}{plain}]{{1,4}}")


def _with_noble(block: TextBlock, start: int) -> int:
    """Give where a name begins with what stands before a family name: 무함마드 빈 살리드, 응우옌 반 타인."""
    match = _noble_before().search(block.text, max(0, start - 12), start)
    if match is None:
        return start
    given = tokens_inside(block, *match.span(1))
    proper = len(given) == 1 and given[0].tag == "NNP" and not is_korean_name(match[1])
    return match.start(1) if proper or is_foreign_word(match[1]) else start


def with_initials(text: str, start: int) -> int:
    """Give where a name begins with its initials and what is before them: J.D. 코바크, 엘레나 M. 코바크."""
    if "." not in text[max(0, start - 2) : start]:
        return start
    match = _INITIALS.search(text, max(0, start - 14), start)
    if match is None:
        return start
    return match.start(1) if match[1] and is_foreign_word(match[1]) else match.start(2)


def past_initials(text: str, start: int, end: int) -> int:
    """Give where a name ends that was cut off behind its initials: 프랭크 D. 루즈벤트."""
    if text[end - 1] != "." or not (match := _MIDDLE.search(text, start, end)):
        return end
    family = _FAMILY.match(text, end)
    return family.end() if family and is_foreign_word(family[0]) else match.start()


_MIDDLE = re.compile(r"(?: [A-Z]\.)+$")
_FAMILY = re.compile(rf" [가-힣]{{2,7}}?{NAME_END}")
_INITIALS = re.compile(r"(?:(?<![가-힣])([가-힣]{2,7}) )?(?<![A-Za-z])((?:[A-Z]\. ?){1,2})$")


@cache
def _noble_before() -> re.Pattern[str]:
    return re.compile(rf"{NAME_START}([가-힣]{{2,6}}) (?:{any_of(words('persons', 'noble'))}) $")


def foreign_abroad(block: TextBlock, left: str, base: int, typed: Typed) -> tuple[int, int] | None:
    """Give the word before a country and a title, which is who bears it: 화춘잉 중국 외교부 대변인."""
    if words("places", "countries").isdisjoint(left.split()[-2:]):
        return None
    match = _country_before().search(left)
    if match is None or match[1] in words("persons", "not_before_titles") or is_body(match[1]):
        return None
    start, end = base + match.start(1), base + match.end(1)
    inside = tokens_inside(block, start, end)
    common = len(inside) == 1 and inside[0].tag != "NNP"
    verbal = any(token.tag[0] in "JEVM" for token in inside)
    return None if common or verbal or not inside or typed(start, end) not in (None, "PS") else (start, end)


@cache
def _country_before() -> re.Pattern[str]:
    countries = any_of(words("places", "countries"))
    return re.compile(
        rf"{NAME_START}([가-힣]{{2,4}})(?: ?\([^()]*\))? (?:{countries})(?: [가-힣]{{2,8}})? ?$"
    )


def foreign_after(block: TextBlock, after: int) -> tuple[int, int] | None:
    """Give the foreign name of two or three words behind a title: 국장 마리엘 코바크는."""
    match = _AFTER.match(block.text, after)
    while match and (longer := _NEXT.match(block.text, match.end())) and _is_name_part(longer[1]):
        match = longer
    if match is None:
        return None
    start, end = after + 1, match.end(1)
    parts = block.text[start:end].split(" ")
    tags = {t.form: t.tag for t in tokens_inside(block, start, end)}
    first, last = tags.get(parts[0], ""), tags.get(parts[-1], "")
    if len(parts) > 3 or first in ("NNG", "MAG") or not all(map(_is_name_part, parts[1:])):
        return None
    if is_korean_name(parts[0]):
        return (start, end) if first == last == "NNP" or is_foreign_word(parts[0]) else None
    return (start, end) if _is_name_part(parts[0]) and (last != "NNG" or len(parts[-1]) > 2) else None


def _is_name_part(word: str) -> bool:
    known = words("persons", "not_before_titles") | words("places", "buildings")
    return is_foreign_word(word) and word not in known and not is_body(word)


_AFTER = re.compile(rf" [가-힣]{{2,6}} ([가-힣]{{2,6}}?)(?=(?:{AFTER_NAME})?(?![{LETTER}]))")
_NEXT = re.compile(rf" ([가-힣]{{2,6}}?)(?=(?:{AFTER_NAME})?(?![{LETTER}]))")
