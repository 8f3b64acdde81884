"""Where a tagged name really begins and ends: no titles, no particles, no bodies behind a person."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from store.extract.coreference.candidate import tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import any_of, ends_word
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import endings, read_table, titles, words
from store.model import EntityType

_WHOLE = ("NNP", "NNG", "SL", "XSN")
CUT = 6
"""How many characters of a noun the tagger may have cut off."""

FULL = 3
"""How many syllables a Korean name mostly has."""

_PARTICLES = ("J", "E", "VCP", "SP", "SSC", "SSO")
_AFTER = ("JKG", "JX", "JKS", "JKO", "JKB")
_COUNTRY = ("미", "중", "일", "러", "북")
_UNIT = re.compile(r"\s[가-힣A-Za-z]*(?:\d+부|재판부|합의부|[가-힣]팀|[가-힣]과|[가-힣]실|[가-힣]국)$")
_DEPARTMENT = re.compile(r"(?<=대학교|.대학) [가-힣]+$|(?<=대) [가-힣]+$")
"""A field of study before the 과 that the morphology takes for a particle: 새빛대 회화·과."""
_BODY_ENDS = "연위부청처회당협"
"""The last syllable of a body that the morphology may have taken for another word: 항우·연."""

_LETTERS = re.compile(r"\s[A-Z]{2,}$")
_GLUE = "를는가의와"
_GLUED = re.compile(
    r"(?<=[가-힣]{2})(?:를|는)$|(?<=[가-힣]{4})가$|(?<=[가-힣]{3})(?<![회협결동정주합논강])의$"
    r"|(?<= [가-힣]{3})(?<![가카나구쿠])와$"
)
"""A particle that the morphology left on a name it does not know."""

_HANGUL = re.compile("[가-힣]")
_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣A-Za-z0-9]+$")
_NOBLE = re.compile(r"(?<![가-힣\d])(?:반|판|폰|데|디|델|르|빈|벤) $")
"""What stands before a foreign family name as part of it, where the tagger left it out: 반 데르 메르."""
_PLACE_AND_MORE = re.compile(r"(?<=[가-힣]{2})(?<!경찰)(?<!소방)(?<!세무)(?<![문영동남북중])서$")
"""A place with 서 for 에서 on it: 울릉서."""
_FIRST = re.compile(
    r"^(?:전|현|신임|故|고|이른바|당시|옛|다음|이번|시드|톱시드|디펜딩|각|해당|국영|민영|국내|미국계|㈜|\(주\)|주식회사)\s+|^[\s'\"“”‘’(\[<《·,=]+"
    r"|^[가-힣]{2,4}="
)
_LAST = re.compile(
    r"(?:(?<!행)(?:\s?)(?:정부)|\s행정부|(?<=대|교)팀|\s?(?:측|당국|현지|시내|전역|일대|지역|인근|산하|소속|출신|등))$|[\s'\"“”‘’)\]>》·,=]+$"
)


class _Tables(NamedTuple):
    title: re.Pattern[str]
    office: re.Pattern[str]
    titles: tuple[str, ...]
    bodies: frozenset[str]
    endings: tuple[str, ...]
    ends: tuple[str, ...]


@cache
def _tables() -> _Tables:
    offices = any_of(titles())
    return _Tables(
        titles=tuple(sorted(titles())),
        office=re.compile(rf"\s(?:{offices})[와과]?$"),
        title=re.compile(rf"\s*(?:(?:전|현|신임)\s)?(?:{offices})$"),
        bodies=words("organizations", "known")
        | words("places", "bodies")
        | words("places", "countries")
        | words("places", "others"),
        endings=tuple(
            word
            for word in sorted(words("organizations", "after_proper") | words("organizations", "firm_words"))
            if len(word) > 1
        ),
        ends=tuple(sorted(words("organizations", "after_proper") | words("organizations", "long_suffixes"))),
    )


def trim(block: TextBlock, start: int, end: int, type_: EntityType) -> tuple[int, int]:
    """Give the place of the name inside ``start:end``; an empty one where there is none."""
    text = block.text
    end = max(
        [end, *(t.end for t in tokens_inside(block, start, end + CUT) if t.start < end and t.tag in _WHOLE)]
    )
    if type_ == "PS" and not ends_word(text, end) and not is_korean_name(text[start:end]):
        end = _person_goes_on(block, end)
    if type_ == "OG" and not ends_word(text, end):
        end += text[end] in _BODY_ENDS and (ends_word(text, end + 1) or _presided(text, end))
    end -= text[end - 1] == "으" and text.startswith("로", end) and end - start > FULL
    end += text.startswith("+", end) and text[start:end].isascii()
    inside = tokens_inside(block, start, end)
    if type_ == "PS" and (noble := _NOBLE.search(text, max(0, start - 3), start)):
        start = noble.start()
    elif (
        inside
        and inside[0].tag == "MAG"
        and inside[0].form != "반"
        and inside[0].end < end
        and text[inside[0].end].isspace()
    ):
        start = inside[0].end + 1
    if type_ == "PS":
        start = max([start, *(token.end for token in inside if token.tag[0] in "EV")])
        particles = (t.end + 1 for t in inside if t.tag in _AFTER and text[t.end : t.end + 1].isspace())
        start = max([start, *particles])
    ends = {token.end: token for token in inside}
    while end in ends and ends[end].tag.startswith(_PARTICLES) and ends[end].start > start:
        end = ends[end].start
    if text[end - 1] in _GLUE and (match := _GLUED.search(text[start:end])):
        end = start + match.start()
    elif _keeps_particle(text[start:end], type_):
        end -= 1
    while match := _FIRST.match(text[start:end]):
        start += match.end()
    if type_ == "OG":
        start = _word_start(text, start, end)
    elif text[start - 1 : start] == "-" and (before := _HYPHENED.search(text, max(0, start - 9), start)):
        start = before.start(1) if type_ == "LC" else start
    if type_ == "PS":
        end = _person_end(text, start, end)
        last = text[start:end].rpartition(" ")[2]
        first = text[start:end].partition(" ")[0]
        foreign = last != text[start:end] and (
            is_foreign_word(last) or (last.endswith("든") and is_foreign_word(first))
        )
        return (end - len(last) if is_korean_name(last) and not foreign else start), end
    if (
        type_ == "LC"
        and " " in text[start:end]
        and (office := _tables().office.search(text[start:end]))
        and office.start() > 1
    ):
        end = start + office.start()
    titled = type_ == "OG" and text.endswith(_tables().titles, start, end)
    title = _tables().title.search(text[start:end]) if titled else None
    if title and text[start + title.start()].isspace():
        end = start + title.start()
        first = text[start:end].partition(" ")[0]
        start += len(first) + 1 if first != text[start:end] and is_korean_name(first) else 0
    if type_ == "OG" and text.startswith("과", end) and (match := _DEPARTMENT.search(text[start:end])):
        end = start + match.start()
    if type_ == "OG" and text[end : end + 1] in ("팀", "실") and ends_word(text, end + 1):
        end += 1
    for pattern in (_UNIT, _LAST) if type_ == "OG" else (_LAST,):
        match = pattern.search(text[start:end])
        if match and match.start() > 1:
            end = start + match.start()
    if type_ == "LC":
        end = _without_tenant(text, start, end)
    if type_ == "OG":
        end = _without_matter(block, start, end)
    return (_after_country(text, start, end) if type_ == "OG" else start), end


def _without_tenant(text: str, start: int, end: int) -> int:
    """Cut off an address the body that is housed there, a name of its own: 서울 종로구 헌재."""
    head, _, last = text[start:end].rpartition(" ")
    known = last in _tables().bodies or last in read_table("organizations")["same"]
    housed = known and last not in words("places", "countries")
    return start + len(head) if housed and head.endswith(endings("places", "address")) else end


def _word_start(text: str, start: int, end: int) -> int:
    """Give where a body's name begins whose first syllables the tagger left out: 푸른·해양연구소."""
    if text[start - 1 : start] == "-" and (before := _HYPHENED.search(text, max(0, start - 9), start)):
        return before.start(1)
    if (
        not _HANGUL.match(text, start - 1)
        or " " in text[start:end]
        or not text.endswith(_tables().ends, 0, end)
    ):
        return start
    before = _WORD.search(text, max(0, start - 8), start)
    return before.start() if before else start


_HYPHENED = re.compile(r"(?<![가-힣])([가-힣]{2,8})-$")
"""The first of two names that a hyphen holds together: 칼린-브루크 새나래재단."""


def _keeps_particle(name: str, type_: EntityType) -> bool:
    """Say whether the morphology left a particle on a place or a foreign firm: 울릉서, 노바그램이."""
    if type_ == "LC":
        return _PLACE_AND_MORE.search(name) is not None
    stem = name[:-1].rpartition(" ")[2]
    if type_ != "OG" or len(stem) < 3 or not is_foreign_word(stem):
        return False
    closed = "가" <= stem[-1] <= "힣" and (ord(stem[-1]) - ord("가")) % 28 > 0
    return name[-1] == "도" or (len(stem) > 3 and name[-1] == ("이" if closed else "와"))


def _without_matter(block: TextBlock, start: int, end: int) -> int:
    """Cut off a body what is told of it, and is no part of its name: 한빛전자 수뇌부, 새빛전자 분식 의혹."""
    while True:
        head, _, last = block.text[start:end].rpartition(" ")
        inside = tokens_inside(block, start, start + len(head))
        named = head in _tables().bodies or any(token.tag in ("NNP", "SL") for token in inside)
        if not named or last not in words("organizations", "matters"):
            return end
        end = start + len(head)


def _person_goes_on(block: TextBlock, end: int) -> int:
    """Give the end of a nickname that the morphology took apart: 달토끼·왕."""
    following = next(iter(tokens_inside(block, end, end + 2)), None)
    if following is None or following.start != end or following.tag not in ("NNG", "NNP"):
        return end
    return following.end if following.form not in titles() and ends_word(block.text, following.end) else end


def _presided(text: str, end: int) -> bool:
    """Say whether a society's title goes on where its name was cut off: 한국회계학·회장."""
    return text[end - 1] in "학협" and text.startswith("회장", end) and ends_word(text, end + 2)


def _person_end(text: str, start: int, end: int) -> int:
    """Cut titles, bodies and a particle off the end of a person: 존 볼턴 백악관, 나델라 MS, 하예은과."""
    if (
        end - start == FULL + 1
        and text[end - 1] in "과와은는이가을를"
        and is_korean_name(text[start : end - 1])
    ):
        end -= 1
    while True:
        name = text[start:end]
        last = name.rpartition(" ")[2]
        titled = name.endswith(_tables().titles)
        match = (_tables().title.search(name) if titled else None) or _LETTERS.search(name)
        if match and match.start() > 1:
            end = start + match.start()
        elif last != name and (
            last in _COUNTRY or last in _tables().bodies or last.endswith(_tables().endings)
        ):
            end -= len(last) + 1
        else:
            return end


def _after_country(text: str, start: int, end: int) -> int:
    """Cut a country off a body that has its own name: 미국 CNN; but not off 인도네시아 국방부."""
    country, _, body = text[start:end].partition(" ")
    named = body in words("organizations", "known") or body.isascii() or is_foreign_word(body)
    if body and country in words("places", "countries") and named and body not in words("places", "bodies"):
        return start + len(country) + 1
    return start
