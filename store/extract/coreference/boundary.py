"""Where a tagged name really begins and ends: no titles, no particles, no bodies behind a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.extract.coreference.body_boundary import trim_body, trim_place
from store.extract.coreference.candidate import tokens_inside
from store.extract.coreference.foreign_persons import with_initials
from store.extract.coreference.person_boundary import person_goes_on, trim_person
from store.extract.document import TextBlock, Token
from store.extract.hangul import ends_word
from store.extract.harvest import is_foreign_word, is_korean_name
from store.model import EntityType

_WHOLE = ("NNP", "NNG", "SL", "XSN")
CUT = 6
"""How many characters of a noun the tagger may have cut off."""

FULL = 3
"""How many syllables a Korean name mostly has."""

_PARTICLES = ("J", "E", "VCP", "SP", "SSC", "SSO")
_AFTER = ("JKG", "JX", "JKS", "JKO", "JKB")
_BODY_ENDS = "연위부청처회당협"
"""The last syllable of a body that the morphology may have taken for another word: 항우·연."""

_GLUE = "를는가의와"
_GLUED = re.compile(
    r"(?<=[가-힣]{2})(?:를|는)$|(?<=[가-힣]{4})가$|(?<=[가-힣]{3})(?<![회협결동정주합논강])의$"
    r"|(?<= [가-힣]{3})(?<![가카나구쿠])와$"
)
"""A particle that the morphology left on a name it does not know."""

_NOBLE = re.compile(r"(?<![가-힣\d])(?:반|판|폰|데|디|델|르|빈|벤) $")
"""What stands before a foreign family name as part of it, where the tagger left it out: 반 데르 메르."""
_PLACE_AND_MORE = re.compile(r"(?<=[가-힣]{2})(?<!경찰)(?<!소방)(?<!세무)(?<![문영동남북중])서$")
"""A place with 서 for 에서 on it: 울릉서."""
_FIRST = re.compile(
    r"^(?:전|현|신임|故|고|이른바|당시|옛|다음|이번|시드|톱시드|디펜딩|각|해당|국영|민영|국내|미국계|㈜|\(주\)|주식회사)\s+|^[\s'\"“”‘’(\[<《·,=]+"
    r"|^[가-힣]{2,4}="
)


def trim(block: TextBlock, start: int, end: int, type_: EntityType) -> tuple[int, int]:
    """Give the place of the name inside ``start:end``; an empty one where there is none."""
    end = _whole_end(block, start, end, type_)
    inside = tokens_inside(block, start, end)
    start = _whole_start(block.text, inside, start, end, type_)
    end = _without_particles(block.text, inside, start, end, type_)
    while match := _FIRST.match(block.text[start:end]):
        start += match.end()
    if type_ == "PS":
        return trim_person(block.text, start, end)
    return trim_body(block, start, end) if type_ == "OG" else trim_place(block, start, end)


def _whole_end(block: TextBlock, start: int, end: int, type_: EntityType) -> int:
    """Give where a name ends with what the tagger cut off taken in: 항우·연, 한국회계학·회장."""
    text = block.text
    end = max(
        [end, *(t.end for t in tokens_inside(block, start, end + CUT) if t.start < end and t.tag in _WHOLE)]
    )
    if type_ == "PS" and not ends_word(text, end) and not is_korean_name(text[start:end]):
        end = person_goes_on(block, end)
    if type_ == "OG" and not ends_word(text, end):
        end += text[end] in _BODY_ENDS and (ends_word(text, end + 1) or _presided(text, end))
    end -= text[end - 1] == "으" and text.startswith("로", end) and end - start > FULL
    return end + (text.startswith("+", end) and text[start:end].isascii())


def _whole_start(text: str, inside: Sequence[Token], start: int, end: int, type_: EntityType) -> int:
    """Give where a name begins, behind adverbs, and a person's behind verbs and particles."""
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
    if type_ != "PS":
        return start
    start = max([start, *(token.end for token in inside if token.tag[0] in "EV")])
    particles = (t.end + 1 for t in inside if t.tag in _AFTER and text[t.end : t.end + 1].isspace())
    return with_initials(text, max([start, *particles]))


def _without_particles(text: str, inside: Sequence[Token], start: int, end: int, type_: EntityType) -> int:
    """Give where a name ends without the particles on it, those too that the morphology left there."""
    ends = {token.end: token for token in inside}
    while end in ends and ends[end].tag.startswith(_PARTICLES) and ends[end].start > start:
        end = ends[end].start
    if text[end - 1] in _GLUE and (match := _GLUED.search(text[start:end])):
        return start + match.start()
    return end - _keeps_particle(text[start:end], type_)


def _keeps_particle(name: str, type_: EntityType) -> bool:
    """Say whether the morphology left a particle on a place or a foreign firm: 울릉서, 노바그램이."""
    stem = name[:-1].rpartition(" ")[2]
    if type_ == "LC":
        inside = name[-1] == "에" and len(stem) > FULL and is_foreign_word(stem)
        return inside or _PLACE_AND_MORE.search(name) is not None
    if type_ != "OG" or len(stem) < 3 or not is_foreign_word(stem):
        return False
    closed = "가" <= stem[-1] <= "힣" and (ord(stem[-1]) - ord("가")) % 28 > 0
    return name[-1] == "도" or (len(stem) > 3 and name[-1] == ("이" if closed else "와"))


def _presided(text: str, end: int) -> bool:
    """Say whether a society's title goes on where its name was cut off: 한국회계학·회장."""
    return text[end - 1] in "학협" and text.startswith("회장", end) and ends_word(text, end + 2)
