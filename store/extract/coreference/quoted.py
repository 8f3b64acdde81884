"""Names in quotation marks, by the words around them: 영화 '…', '…' 행사, '…'을 출시했다, 스타트업 '…'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.coreference.titled import in_title_marks, is_awarded, is_body, is_credited, told_type
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, any_of
from store.extract.lexicon import endings, titles, words
from store.extract.marks import Region, quoted_regions
from store.model import EntityType

CUED, LISTED, OWNED = 0.9, 0.82, 0.8
COINED = 4
"""A noun of this many syllables in one morpheme is one that no dictionary has, and so a name."""

LONGEST = 30
"""A quoted name is no longer, in characters; what is longer is a sentence."""

NEAR = 24
"""How far before a quoted name its cue stands, in characters."""

_SINGLE = re.compile("[＇'‘’‛´`〈《<‹「『]")
_GLOSS = re.compile(r"\s?\(([^()]{1,30})\)$")
_SPOKEN = re.compile(r"(?:다|까|요|죠|라|자|네|냐|나|.{4}[음함됨]|[.?!…,])$")
_LINK = re.compile(r"(?:\([^()]*\))?\s?(?:와|과|,|·|및|이나|나)?\s?(?:와|과|및)?\s?")
_HELD_AFTER = re.compile(
    r"(?:이|가|은|는)? (?:[가-힣0-9]+(?:에서?|일|부터|까지) ){0,3}"
    r"(?:열린다|열렸다|열리고|열릴|개막|개최|막을 올)"
)
_NAMED = re.compile(r"(?:이?라는|이?란) (?:이름|애칭|별명|별칭|제목|상호|브랜드|작품|서비스|앱|프로그램)")


@cache
def _cues() -> tuple[list[tuple[re.Pattern[str], EntityType]], list[tuple[re.Pattern[str], EntityType]]]:
    before, makers, events, after = (words("works", key) for key in ("before", "makers", "events", "after"))
    made = any_of(words("works", "made"))
    kinds: list[tuple[frozenset[str], EntityType]] = [
        (words("works", "sky"), "LC"),
        (makers, "OG"),
        (words("works", "before_quotes"), "PD"),
        (events, "EV"),
        (before, "PD"),
    ]
    left = [
        (re.compile(rf"(?:{any_of(cue)})(?:인|인 것이|이름을)?(?: ?\([^()]*\))?\s?$"), type_)
        for cue, type_ in kinds
    ]
    right: list[tuple[re.Pattern[str], EntityType]] = [
        (re.compile(rf"(?:의|이?라는)? ?(?:공식 )?(?:{any_of(events)})"), "EV"),
        (_HELD_AFTER, "EV"),
        (re.compile(rf"(?:의|이?라는)? ?(?:{any_of(after)})"), "PD"),
        (_NAMED, "PD"),
        (re.compile(rf"(?:을|를|은|는|이|가|도)? (?:[가-힣]+[에히게서간월] ){{0,2}}(?:{made})"), "PD"),
        (re.compile(rf" (?:병원|의원|요양원|어린이집|유치원|은행){NAME_END}"), "OG"),
        (re.compile(rf" (?:호텔|공항|공원|식당|카페|술집|클럽|극장|광장){NAME_END}"), "LC"),
        (re.compile(r"의? (?:(?:전|현|공동) ?)?(?:대표|회장|사장|창업자|CEO|임직원|직원|주가)"), "OG"),
    ]
    return left, right


def find_quoted(block: TextBlock, kinds: Mapping[str, EntityType]) -> Iterator[Candidate]:
    """Give the names that stand in single quotes or title marks; '인사이트(InSight)' holds two.

    ``kinds`` are the types of names that the article knows already: 큐브샛 '마르코' is a product beside
    one, and 오픈AI의 '달리' one of a body's.
    """
    text = block.text
    if not _SINGLE.search(text):
        return
    last: tuple[int, EntityType | None] = (0, None)
    regions = quoted_regions(text)
    if " 등" in text or "등의 " in text:
        yield from _with_kind(block, regions)
    for region in regions:
        titled = in_title_marks(text, region.opening, region.closing)
        if not _may_be_name(text, region, titled=titled):
            continue
        type_ = _cued_type(block, region) or _told_type(block, region, kinds, titled=titled)
        weight = CUED
        if type_ is None and last[1] and _LINK.fullmatch(text, last[0], region.opening):
            type_, weight = last[1], LISTED
        if type_ is None and _is_coined(block, region) and _is_owned(_word_before(text, region), kinds):
            type_, weight = "PD", OWNED
        if type_ is None:
            continue
        last = (region.closing, type_)
        yield from _with_gloss(block.index, region, text[region.start : region.end], type_, weight)


def _may_be_name(text: str, region: Region, *, titled: bool) -> bool:
    """Say whether quoted words are no title, and no speech unless they stand in marks of titles."""
    inside = text[region.start : region.end]
    if inside in titles() or len(inside) > LONGEST:
        return False
    if titled:
        return True
    spoken = _is_spoken(text, region) and not is_awarded(text, region.closing)
    return region.kind == "single" and not spoken


def _cued_type(block: TextBlock, region: Region) -> EntityType | None:
    """Give the type of quoted words by the cue beside them, or None."""
    text, inside = block.text, block.text[region.start : region.end]
    type_ = _type_by_cue(text, region)
    if _CALLED.search(text, max(0, region.opening - 8), region.opening) and len(inside) < 11:
        return "PS"
    if type_ == "PD" and is_body(inside) and not _titled_before(text, region):
        return "OG"
    if type_ in ("PD", "EV") and _is_plain_word(block, region) and not _may_be_plain(text, region):
        return None
    return type_


def _told_type(
    block: TextBlock, region: Region, kinds: Mapping[str, EntityType], *, titled: bool
) -> EntityType | None:
    """Give the type of quoted words by what is told of them, or by what the article knows; or None."""
    text, inside = block.text, block.text[region.start : region.end]
    plain = _is_plain_word(block, region)
    if _takes_place(text, region) and not plain:
        return "EV"
    known = inside.rpartition(" ")[0].rstrip("0123456789")
    if known in words("works", "known") or kinds.get(_word_before(text, region)) == "PD":
        return "PD"
    if titled and kinds.get(inside) != "OG":
        return "PD"
    if not plain or is_credited(text, region.closing):
        return told_type(text, region.start, region.end, region.opening, region.closing)
    return None


def _word_before(text: str, region: Region) -> str:
    return text[max(0, region.opening - NEAR) : region.opening].rstrip().rpartition(" ")[2]


def _is_owned(word: str, kinds: Mapping[str, EntityType]) -> bool:
    """Say whether the word before a quoted name is whose it is: 오픈AI의 '달리', 새빛전자 '달리'."""
    if kinds.get(word) == "OG" and word.endswith(endings("organizations", "firms")):
        return True
    return word.endswith("의") and kinds.get(word[:-1]) == "OG"


def _with_kind(block: TextBlock, regions: Sequence[Region]) -> Iterator[Candidate]:
    """Give the titles of a list that tells what they are: '…', '…' 등의 드라마, … 등으로 알려진 감독."""
    text, singles = block.text, [region for region in regions if region.kind == "single"]
    for i, region in enumerate(singles):
        if not _and_such().match(text, region.closing):
            continue
        first = i
        while first and _LINK.fullmatch(text, singles[first - 1].closing, singles[first].opening):
            first -= 1
        for listed in singles[first : i + 1] if first < i else ():
            yield from _with_gloss(block.index, listed, text[listed.start : listed.end], "PD", CUED)


@cache
def _and_such() -> re.Pattern[str]:
    kinds = any_of(words("works", "titled"))
    return re.compile(
        rf" ?등(?:의 | )(?:[가-힣]{{1,6}} ){{0,2}}?(?:{kinds})(?:들|{NAME_END})"
        r"| ?등(?:의 작품)?으로 (?:이름을 (?:떨친|날린|알린)|(?:널리 |잘 )?알려진|유명한|인기를 (?:끈|얻은)) "
        r"(?:[가-힣]{2,6} ){0,3}(?:배우|스타|감독|가수|작가|소설가|시인|만화가|작곡가)"
    )


_CALLED = re.compile(r"(?:닉네임|별명|애칭|필명|예명|활동명|아이디|법명|세례명)(?:인|은|이)? ?$")
"""What somebody is called by, before it: 닉네임 '물빛왕'."""

_HELD = re.compile(r"(?:열린|열리는|개최된|개막한|개막하는)\s?$")
_ATTENDED = re.compile(r"에서? (?:기조연설|연설|참석|참가|연사로)")


def _takes_place(text: str, region: Region) -> bool:
    """Say whether a quoted name is held, or spoken or attended at: 부산에서 열린 '…'에서."""
    before = text[max(0, region.opening - 8) : region.opening]
    return bool(_HELD.search(before) or _ATTENDED.match(text, region.closing))


def _is_coined(block: TextBlock, region: Region) -> bool:
    """One word that is no common noun."""
    return not _is_plain_word(block, region) and " " not in block.text[region.start : region.end]


def _is_spoken(text: str, region: Region) -> bool:
    """Say whether quoted words end like a sentence, and are no title for all that: 예능 '별을 센다'."""
    inside = text[region.start : region.end]
    if not _SPOKEN.search(inside):
        return False
    told = inside[-1] in ".?!…," or _QUOTING.match(text, region.closing)
    return bool(told) or not _titled_before(text, region)


def _titled_before(text: str, region: Region) -> bool:
    return _titles_before().search(text, max(0, region.opening - NEAR), region.opening) is not None


_QUOTING = re.compile(r"(?:이?라)?(?:고|며|면서|는 (?:말|발언|주장|글))")


@cache
def _titles_before() -> re.Pattern[str]:
    """What stands before the title of a work or of a show, whatever it ends in."""
    return re.compile(rf"(?:공연|{any_of(words('works', 'before_quotes'))})\s?$|{_TITLED.pattern}")


_TITLED = re.compile(
    r"(?:영화|드라마|소설|소설집|시집|동화|만화|웹툰|앨범|음반|곡|신곡|노래|타이틀곡|오페라|뮤지컬|연극|다큐멘터리|예능|저서|책|작품|위성|탐사선|로켓|우주선|브랜드|인)\s?$"
)


def _is_plain_word(block: TextBlock, region: Region) -> bool:
    """One common noun in quotes: a film may be called so, a service hardly ('배터리' 서비스)."""
    inside = tokens_inside(block, region.start, region.end)
    return len(inside) == 1 and inside[0].tag == "NNG" and len(inside[0].form) < COINED


def _may_be_plain(text: str, region: Region) -> bool:
    before = max(0, region.opening - NEAR)
    return bool(_TITLED.search(text, before, region.opening) or _LAUNCHED.match(text, region.closing))


_LAUNCHED = re.compile(
    r"(?:을|를|은|는|이|가)? (?:[가-힣]+[에히게서간월] ){0,2}(?:출시|발매|개봉|론칭|런칭|출간|시판)"
)


_NO_GLOSS = ("가제", "가칭", "가명", "시즌1", "시즌2", "시즌3")


def _with_gloss(
    block: int, region: Region, inside: str, type_: EntityType, weight: float
) -> Iterator[Candidate]:
    gloss = _GLOSS.search(inside)
    end = region.start + (gloss.start() if gloss else len(inside))
    yield Candidate(block, region.start, end, type_, weight)
    if gloss and re.search(r"[A-Za-z가-힣一-鿿]", gloss[1]) and gloss[1] not in _NO_GLOSS:
        yield Candidate(block, region.start + gloss.start(1), region.start + gloss.end(1), type_, weight)


def _type_by_cue(text: str, region: Region) -> EntityType | None:
    left, right = _cues()
    before = text[max(0, region.opening - 24) : region.opening]
    for pattern, type_ in left:
        if pattern.search(before):
            return type_
    for pattern, type_ in right:
        if pattern.match(text, region.closing):
            return type_
    return None
