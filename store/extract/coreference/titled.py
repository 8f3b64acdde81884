"""Titles of works in marks, by what is told of them: 《…》, '…'은 그의 첫 소설이다, '…'의 한도윤 감독."""

from __future__ import annotations

import re
from functools import cache

from store.extract.hangul import NAME_END, any_of
from store.extract.harvest import is_foreign_word
from store.extract.lexicon import words
from store.model import EntityType

TITLE_MARKS = "《〈『「"
"""What opens a title and nothing else; the other marks hold words and terms as well."""

_QUOTING = re.compile(r"(?:이?라)?(?:고|며|면서|는 (?:말|발언|주장|글|질문|답))|,? ?(?:하고|라며)")
_SPEECH_END = re.compile(r"(?:[다요까죠네]\.?|[.?!…])$")

_MADE_BEFORE = re.compile(
    r"(?:출시|발매|개봉|출간|발간|발행|편찬|연출|집필|번역|방영|방송|상영|론칭|런칭)(?:한|된|할|될|하는|되는)\s?$|(?:펴낸|선보인|선보일)\s?$"
)
"""What is done with a product, before its name: 지난달 출시한 '…', 곧 개봉할 '…'."""

_PAPER = re.compile(
    r".*(?:발표|공개|발간|마련|배포|작성|채택|제출)(?:한|된)\s?/"
    r".+ .*(?:방안|대책|계획|보고서|백서|지침|가이드라인|동향|전망|로드맵|선언문|의견서|실태조사|인식조사)"
)
"""A paper of a body, by what is done with it and what it is: 지난달 발표한 '새 시장 개선 방안'."""

_BY_MAKER = re.compile(r"(?:감독|작가|소설가|극작가|작곡가|안무가|화가)(?: [가-힣]{2,8}){0,2}의 $")
_ARTS = re.compile("영화|소설|연극|뮤지컬|오페라|개막작|폐막작|상영|개봉|공연|전시")
"""Whose work a title is, before it, and what tells that works are told of: 개막작은 한도윤 감독의 '…'."""

_VERSIONED = re.compile(
    r"[가-힣]{2,8} \d{1,2}|[가-힣A-Z][가-힣A-Za-z: ]+(?:(?<=[가-힣a-z])[1-9]|(?<=[가-힣])[A-Z])"
)
"""A name that ends in the number or the letter of its version: '새나래 크로니클2', '별무리M'."""

_NO_VERSION = re.compile(r"(?:코로나|제|안|비타민|형|급|조|등급|그룹|상위|톱|플랜|계획|시나리오)[\dA-Z]$")


def in_title_marks(text: str, opening: int, closing: int) -> bool:
    """Say whether words stand in marks of titles, and are no speech for all that."""
    if text[opening] not in TITLE_MARKS or _QUOTING.match(text, closing):
        return False
    inside = text[opening + 1 : closing - 1]
    return text[opening] not in "「『" or not _SPEECH_END.search(inside)


def told_type(text: str, start: int, end: int, opening: int, closing: int) -> EntityType | None:
    """Give what marked words ``start:end`` are by what stands around them; None where nothing tells."""
    by_maker = text[opening - 2 : opening] == "의 " and _BY_MAKER.search(text, max(0, opening - 24), opening)
    if by_maker and _ARTS.search(text):
        return "PD"
    if _MADE_BEFORE.search(text, max(0, opening - 8), opening) or _credits().match(text, closing):
        return "PD"
    if is_awarded(text, closing) or _PAPER.fullmatch(
        f"{text[max(0, opening - 6) : opening]}/{text[start:end]}"
    ):
        return "PD"
    if match := _told_to_be().match(text, closing):
        return "EV" if match["event"] else "PD"
    name = text[start:end]
    if _VERSIONED.fullmatch(name) and not _NO_VERSION.search(name):
        letter = name[-1].isalpha()
        return "PD" if letter or any(is_foreign_word(word) for word in name[:-1].split()) else None
    if _HAPPENED.search(name):
        return "EV"
    if _CRAFT.search(name):
        return "PD"
    return "OG" if is_body(name) else None


_CRAFT = re.compile(r"[가-힣A-Z\d]{2}(?:위성|탐사선|망원경|우주선|로켓|발사체|로버|미사일|전투기|무인기)$")
"""What a quoted name ends in that is a craft: '2040 달탐사로버'."""

_HAPPENED = re.compile(r"(?<=[가-힣]) ?(?:사태|참사|게이트|스캔들|대란|학살)$")
"""What a quoted name ends in that is an event: '새빛 사태'."""


def is_credited(text: str, closing: int) -> bool:
    """Say whether who made a work is told behind its title, though that is a common noun: '늦봄'의 … 감독."""
    match = _credits().match(text, closing)
    return match is not None and (match[0].endswith(_SURE) or " 이 " in match[0])


def is_awarded(text: str, closing: int) -> bool:
    """Say whether a prize is told to have been won with a marked name: '나는 달린다'로 노래상을 받았다."""
    return text.startswith(("로 ", "으로 "), closing) and _AWARDED.match(text, closing) is not None


_AWARDED = re.compile(
    r"(?:으로|로) (?:[^\s.'\"‘“]+ ){0,4}?[가-힣]{0,8}(?:[가-힣]상|트로피|그랑프리)[을를] "
    r"(?:받|수상|거머쥐|차지|탔|안았)"
)


_SURE = ("감독", "작가", "제작진", "출연진", "연출자", "촬영감독", "시청률", "제작발표회", "타이틀곡", "개봉")


def is_body(name: str) -> bool:
    """Say whether a marked name ends as bodies do: '새빛마을 지원센터', '물길 되찾기 협의체'."""
    return len(name) > 5 and _body().search(name) is not None


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('works', 'quoted_bodies'))})$")


@cache
def _credits() -> re.Pattern[str]:
    """Who made a work or what is told of works only, behind its title."""
    crew, matters = any_of(words("works", "crew")), any_of(words("works", "of_works"))
    return re.compile(
        r"(?:의|을|를)? ?(?:(?:제작|연출|각본|주연|원작)(?:한|을 맡은)? )?"
        rf"(?:[가-힣]{{2,4}} )?(?:{crew}){NAME_END}"
        rf"|(?:의|을|를|이|가)? (?:{matters})"
        r"|(?:에|에서|으로|로) (?:특별 ?)?(?:출연|데뷔|주연|열연|캐스팅)"
        rf"|(?:으로|로) (?:알려진|불리는) 이 (?:{any_of(words('works', 'titled'))})"
    )


@cache
def _told_to_be() -> re.Pattern[str]:
    """What a marked name is told to be: '…'은 그의 첫 장편소설이다, '…'는 …가 여는 행사다."""
    kinds, events = any_of(words("works", "titled")), any_of(words("works", "events"))
    last = r"(?:이다|다|였다|이었다|이며|며|이자|자|으로|로|인데|이라고|라고|입니다)(?![가-힣])"
    return re.compile(
        rf"(?:은|는|이란|란) (?:[^\s,.'\"“‘]+ ){{0,6}}?[가-힣]{{0,4}}"
        rf"(?:(?:{kinds})|(?P<event>{events})){last}"
    )
