"""Where the name of a body or a place begins and ends: 서울 종로구 헌재, 한빛전자 수뇌부 hold more."""

from __future__ import annotations

import re
from functools import cache

from store.extract.coreference.candidate import tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, any_of, ends_word
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import endings, read_table, titles, words

_UNIT = re.compile(r"\s[가-힣A-Za-z]*(?:\d+부|재판부|합의부|[가-힣]팀|[가-힣]과|[가-힣]실|[가-힣]국)$")
_DEPARTMENT = re.compile(r"(?<=대학교|.대학) [가-힣]+$|(?<=대) [가-힣]+$")
"""A field of study before the 과 that the morphology takes for a particle: 새빛대 회화·과."""

_HANGUL = re.compile("[가-힣]")
_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣A-Za-z0-9]+$")
_LAST = re.compile(
    r"(?:(?<!행)(?:\s?)(?:정부)|\s행정부|(?<=대|교)팀|\s?(?:측|당국|현지|시내|전역|일대|지역|인근|산하|소속|출신|등))$|[\s'\"“”‘’)\]>》·,=]+$"
)
_DUTY = ("담당", "총괄", "부문")
"""What makes a duty of the word before it, which is no part of a body: 새빛게임즈 해외사업·담당."""


def trim_place(block: TextBlock, start: int, end: int) -> tuple[int, int]:
    """Give where a place begins and ends inside ``start:end``."""
    text = block.text
    if text[start - 1 : start] == "-" and (before := _HYPHENED.search(text, max(0, start - 9), start)):
        start = before.start(1)
    office = _office().search(text[start:end]) if " " in text[start:end] else None
    if office and office.start() > 1:
        end = start + office.start()
    if called := _CALLED.match(text, start, end):
        start = called.end()
    end = _without_tenant(text, start, _cut(_LAST, text, start, end))
    if (kind := KIND.match(text, end)) and text[start:end] not in words("places", "countries"):
        return start, kind.end()
    return start, _without_deed(block, start, end) if " " in text[start:end] else end


_CALLED = re.compile(
    r"(?:(?:중국|일본|베트남|필리핀|한국|미국|영어|현지)명|[동서남북]부|중부|[동남북]+서부|[남북]+동부) "
)
"""In whose language a place is called so, or where it lies: 베트남명 호앙사, 동부 새나래 주."""

KIND = re.compile(rf" (?:군도|제도|열도|해협|반도|산맥|사막|운하|암초){NAME_END}")
"""What kind of place it is, behind its name: 파라셀 군도."""


def _without_deed(block: TextBlock, start: int, end: int) -> int:
    """Cut off a town what is done there, common nouns and no part of an address: 해온시 정기감사."""
    head, _, last = block.text[start:end].rpartition(" ")
    if not head.endswith(("시", "군", "구")) or last.endswith(endings("places", "address")):
        return end
    tokens = tokens_inside(block, end - len(last), end)
    return start + len(head) if len(tokens) > 1 and all(t.tag == "NNG" for t in tokens) else end


def trim_body(block: TextBlock, start: int, end: int) -> tuple[int, int]:
    """Give where a body begins and ends inside ``start:end``."""
    text = block.text
    start, end = _without_head(text, _word_start(text, start, end), end)
    if text.startswith("과", end) and (match := _DEPARTMENT.search(text[start:end])):
        end = start + match.start()
    if text.startswith(_DUTY, end) and " " in text[start:end]:
        end = text.rindex(" ", start, end)
    if text[end : end + 1] in ("팀", "실") and ends_word(text, end + 1):
        end += 1
    end = _without_matter(block, start, _cut(_LAST, text, start, _cut(_UNIT, text, start, end)))
    return _after_country(text, start, end), end


def _cut(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Give the end of a name without what ``pattern`` finds there, unless nothing would be left."""
    match = pattern.search(text[start:end])
    return start + match.start() if match and match.start() > 1 else end


def _without_head(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut off a body the title behind it, and the person before that: 한도윤 새빛전자 대표."""
    title = title_at_end(text[start:end])
    if not title or not text[start + title.start()].isspace():
        return start, end
    end = start + title.start()
    first = text[start:end].partition(" ")[0]
    return (start + len(first) + 1 if first != text[start:end] and is_korean_name(first) else start), end


def _without_tenant(text: str, start: int, end: int) -> int:
    """Cut off an address the body that is housed there, a name of its own: 서울 종로구 헌재."""
    head, _, last = text[start:end].rpartition(" ")
    known = last in known_bodies() or last in read_table("organizations")["same"]
    known = known or last in words("organizations", "generic")
    housed = known and last not in words("places", "countries")
    return start + len(head) if housed and head.endswith(endings("places", "address")) else end


def _word_start(text: str, start: int, end: int) -> int:
    """Give where a body's name begins whose first syllables the tagger left out: 푸른·해양연구소."""
    if text[start - 1 : start] == "-" and (before := _HYPHENED.search(text, max(0, start - 9), start)):
        return before.start(1)
    if not _HANGUL.match(text, start - 1) or " " in text[start:end] or not text.endswith(_ends(), 0, end):
        return start
    before = _WORD.search(text, max(0, start - 8), start)
    return before.start() if before else start


_HYPHENED = re.compile(r"(?<![가-힣])([가-힣]{2,8})-$")
"""The first of two names that a hyphen holds together: 칼린-브루크 새나래재단."""


def _without_matter(block: TextBlock, start: int, end: int) -> int:
    """Cut off a body what is told of it, and is no part of its name: 한빛전자 수뇌부, 새빛전자 분식 의혹."""
    while True:
        head, _, last = block.text[start:end].rpartition(" ")
        inside = tokens_inside(block, start, start + len(head))
        named = head in known_bodies() or any(token.tag in ("NNP", "SL") for token in inside)
        if not named or last not in words("organizations", "matters"):
            return end
        end = start + len(head)


def _after_country(text: str, start: int, end: int) -> int:
    """Cut a country off a body that has its own name: 미국 CNN; but not off 인도네시아 국방부."""
    country, _, body = text[start:end].partition(" ")
    named = body in words("organizations", "known") or body.isascii() or is_foreign_word(body)
    if body and country in words("places", "countries") and named and body not in words("places", "bodies"):
        return start + len(country) + 1
    return start


def title_at_end(name: str) -> re.Match[str] | None:
    """Give the title that a name ends in, with 전 or 신임 and the space before it, or None."""
    last, pattern = _titles()
    return pattern.search(name) if name[-1:] in last else None


@cache
def _titles() -> tuple[frozenset[str], re.Pattern[str]]:
    """Give what titles end in, for few names do, and the pattern of one at the end."""
    last = frozenset(title[-1] for title in titles())
    return last, re.compile(rf"\s*(?:(?:전|현|신임)\s)?(?:{any_of(titles())})$")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(titles())})[와과]?$")


@cache
def known_bodies() -> frozenset[str]:
    """Give the words that are a body or a place by themselves."""
    places = words("places", "bodies") | words("places", "countries") | words("places", "others")
    return words("organizations", "known") | places


@cache
def _ends() -> tuple[str, ...]:
    return tuple(sorted(words("organizations", "after_proper") | words("organizations", "long_suffixes")))
