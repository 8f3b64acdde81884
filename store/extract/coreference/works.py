"""Products, laws, spacecraft and named events that stand without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.coreference.laws import find_laws
from store.extract.document import TextBlock
from store.extract.hangul import NAME_END, NAME_START, any_of, word_finder
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import endings, read_table, words
from store.model import EntityType

KNOWN, SHAPED, NAMED_AFTER, SHAPED_EVENT, SUMMIT = 0.85, 0.84, 0.92, 0.89, 0.96

_COP = re.compile(rf"{NAME_START}COP ?\d\d{NAME_END}")
_MODEL = re.compile(
    rf"{NAME_START}(?:[A-Z]{{1,4}}-[A-Z0-9]{{1,4}})(?:/[A-Z]{{1,4}}-[A-Z0-9]{{1,4}})*(?![A-Za-z0-9-])"
)
_CODE = re.compile(
    rf"{NAME_START}(?:EV[1-9]|GV[6-9]0|QM[356]|SM[3567]|RTX ?\d{{4}}|모델 ?[SXY3])"
    rf"(?: (?:쿠페|롱레인지|하이브리드))?{NAME_END}"
)
"""Cars, cards and craft that go by a code: EV9, 모델 Y."""

_DRUGS = re.compile("맙|닙|립|타이드")
_CRAFT = re.compile(
    rf"{NAME_START}(?:미그|수호이|일류신|투폴레프|안토노프|보잉|에어버스|시코르스키)-\d{{1,3}}[A-Z]?{NAME_END}"
)
"""Aircraft by who builds them: 일류신-62M."""

_DRUG = re.compile(
    rf"{NAME_START}[가-힣]{{2,5}}(?:주맙|투맙|티닙|라닙|리닙|타닙|파립|시클립|글루타이드|제파타이드){NAME_END}"
)
"""A drug by what the names of its kind end in: 나래티닙."""

_DIGIT = re.compile(r"[A-Z]-?\d")

_SHIP = re.compile(rf"{NAME_START}([가-힣]{{2,8}}(?:\d{{1,3}})?호){NAME_END}")
_VESSEL = re.compile(
    r"(?:어선|여객선|화물선|유조선|낚싯배|상선|함정|요트|경비함|구축함|컨테이너선|예인선|시추선|선박|LNG선)"
    r"(?:인)? ?['‘]?"
    rf"((?:제?\d{{1,3}})?[가-힣]{{2,8}}호){NAME_END}"
)
"""A vessel by its kind before its name: 어선 새빛호(29t)."""

_WARSHIP = re.compile(
    r"(?:수송|구축|호위|초계|잠수|상륙|경비|순양|전투|이지스|훈련|지원|소해|고속정|경)함(?:인)? ['‘]?"
    rf"([가-힣]{{2,6}}함){NAME_END}"
)
"""A ship of a navy by its kind: 수송함 마라도함."""

_PROPER = ("NNP", "SL", "SH", "SN")
_NOMINAL = ("NNP", "NNG", "SL", "SH", "SN", "XSN", "XPN", "XR")


def find_works(block: TextBlock) -> Iterator[Candidate]:
    """Give the products, laws, craft and events of a block by their shape."""
    text = block.text
    find_known, patterns, guard = _known()
    known = find_known(text)
    proper = [t.end for t in block.tokens if t.tag == "SL" and t.form.isupper()] if known else []
    for start, end in known:
        if text[start:end] in _wars():
            yield Candidate(block.index, start, end, "EV", SHAPED_EVENT)
            continue
        longer = next((stop for stop in proper if end < stop <= end + 5 and text[end] == " "), end)
        yield Candidate(block.index, start, longer, "PD", KNOWN)
    yield from _coded(block)
    yield from find_laws(block) if "법" in text else ()
    yield from _ships(block)
    for match in _COP.finditer(text) if "COP" in text else ():
        yield Candidate(block.index, match.start(), match.end(), "EV", SHAPED_EVENT)
    for match in _SUMMIT.finditer(text) if " 정상" in text or " 고위급" in text else ():
        yield Candidate(block.index, match.start(), match.end(), "EV", SUMMIT)
    for start, end in _happenings(block):
        yield Candidate(block.index, start, end, "EV", SHAPED_EVENT)
    for pattern, type_ in patterns if guard.search(text) else ():
        for match in pattern.finditer(text):
            first = _name_start(block, match.start(1), match.end(1))
            if first is not None and type_ == "EV" and _follows_name(block, first, match.end(1)):
                first = block.text.rindex(" ", first, match.end(1)) + 1
            part = text[match.start(1) - 1 : match.start(1)] in ("'", "‘") and _GOES_ON.match(
                text, match.end(1)
            )
            if first is not None and not part:
                yield Candidate(block.index, first, match.end(1), type_, NAMED_AFTER)


def _coded(block: TextBlock) -> Iterator[Candidate]:
    """Give the cars, cards and craft of a block that go by a code: IF-X, EV9."""
    text = block.text
    for match in _MODEL.finditer(text) if "-" in text else ():
        if match[0].upper() not in words("works", "no_models") and re.search(r"\d|\b[A-Z]\b", match[0]):
            yield Candidate(block.index, match.start(), match.end(), "PD", NAMED_AFTER)
    for match in _CRAFT.finditer(text) if "-" in text else ():
        yield Candidate(block.index, match.start(), match.end(), "PD", NAMED_AFTER)
    for match in _DRUG.finditer(text) if _DRUGS.search(text) else ():
        yield Candidate(block.index, match.start(), match.end(), "PD", NAMED_AFTER)
    for match in _CODE.finditer(text) if _DIGIT.search(text) or "모델 " in text else ():
        yield Candidate(block.index, match.start(), match.end(), "PD", NAMED_AFTER)


def _ships(block: TextBlock) -> Iterator[Candidate]:
    """Give the ships and spacecraft of a block by the last syllable of their names."""
    text = block.text
    for match in _SHIP.finditer(text) if "호" in text else ():
        if _is_ship(match[1]):
            yield Candidate(block.index, match.start(1), match.end(1), "PD", SHAPED)
    for match in _VESSEL.finditer(text) if "호" in text else ():
        yield Candidate(block.index, match.start(1), match.end(1), "PD", NAMED_AFTER)
    for match in _WARSHIP.finditer(text) if "함 " in text else ():
        yield Candidate(block.index, match.start(1), match.end(1), "PD", NAMED_AFTER)


_SUMMIT = re.compile(
    rf"{NAME_START}(?:[가-힣][·ㆍ-]){{1,2}}[가-힣] (?:정상회담|정상회의|고위급회담){NAME_END}"
)
_CUP = re.compile(rf"{NAME_START}[가-힣A-Z]{{2,6}}컵{NAME_END}")
_OPEN = re.compile(
    rf"{NAME_START}([가-힣]{{2,4}}|[A-Z]{{2}})오픈"
    rf"(?: (?:[가-힣]{{2,6}} )?(?:챌린저|챔피언십|선수권대회|대회))?{NAME_END}"
)
"""A contest open to all, by where it is played: 나래오픈 챌린저."""

_BAE = re.compile(
    rf"{NAME_START}(?!(?:선|후|담|택|분|지|재|도|참|예|축|두|수|몇)배 )[가-힣A-Z]{{1,8}}배 "
    rf"(?:[가-힣]+ ){{0,3}}[가-힣]*(?:대회|선수권|선수권대회|토너먼트|리그){NAME_END}"
)
"""A contest for the cup of somebody: 새빛배 전국 바둑대회."""

_FESTIVAL = re.compile(rf"{NAME_START}(?:([가-힣]{{2,6}}) )?([가-힣]{{2,8}}축제){NAME_END}")
"""A festival, by the town before it or in its own name: 나래 불꽃축제, 보령머드축제."""

_PLAIN_CUPS = (
    "머그컵",
    "종이컵",
    "유리컵",
    "커피컵",
    "물컵",
    "생리컵",
    "소주컵",
    "우승컵",
    "계량컵",
    "일회용컵",
)


@cache
def _happening_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    dated, happened = any_of(words("works", "dated")), any_of(words("works", "happenings"))
    telling = words("works", "dated") | words("works", "happenings")
    return (
        re.compile(any_of({*telling, "컵", "오픈", "배 ", "축제", "정상회의", "고위급회담"})),
        re.compile(
            rf"{NAME_START}((?:제 ?)?\d{{1,2}}대 (?:총선|대선|국회의원 ?선거|대통령 ?선거)"
            rf"|\d{{1,2}}[·.]\d{{1,2}} ?(?:[가-힣]{{2,6}} ?)?(?:{dated})){NAME_END}"
        ),
        re.compile(
            rf"{NAME_START}(?:[가-힣]{{2,6}}[·-])?([가-힣A-Z]{{2,8}}) ?([가-힣]{{0,4}}(?:{happened}))"
            + NAME_END
        ),
    )


def _happenings(block: TextBlock) -> Iterator[tuple[int, int]]:
    """Give the events of a block by their day, or by a name and what happened: 6·1 지방선거, 판문점 선언."""
    guard, dated, named = _happening_patterns()
    text = block.text
    if not guard.search(text):
        return
    for match in dated.finditer(text):
        yield match.span(1)
    for match in _CUP.finditer(text) if "컵" in text else ():
        if not match[0].endswith(_PLAIN_CUPS):
            yield match.span()
    for match in _OPEN.finditer(text) if "오픈" in text else ():
        places = words("places", "countries") | words("places", "regions") | words("places", "towns")
        if match[1].isascii() or match[1] in places | words("places", "others"):
            yield match.span()
    for match in _BAE.finditer(text) if "배 " in text else ():
        yield match.span()
    for match in _FESTIVAL.finditer(text) if "축제" in text else ():
        yield from _festival(block, match)
    for match in named.finditer(text):
        inside = tokens_inside(block, match.start(), match.end())
        if not inside or inside[0].tag != "NNP" or any(t.tag[0] in "JEV" for t in inside):
            continue
        declared = match[2].endswith("선언") and (
            is_korean_name(match[1]) or match[1] in words("places", "countries")
        )
        if not declared:
            yield match.span()


def _festival(block: TextBlock, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give a festival with the town before it, or alone where a proper noun begins it."""
    first = tokens_inside(block, match.start(2), match.end(2))[:1]
    town = tokens_inside(block, *match.span(1)) if match[1] else []
    plain = match[2] in words("works", "plain_festivals")
    if not plain and town and len(town) == 1 and town[0].tag == "NNP":
        yield match.span()
    elif not plain and first and first[0].tag == "NNP":
        yield match.span(2)


_GOES_ON = re.compile(r" [가-힣A-Z]{2,8}['’](?:이|가|은|는)? .{0,12}(?:열[린렸리]|개막|개최)")
"""What makes an event's name the first word of a longer one in quotes: '나래위크 서울'이 열린다."""

_VERSION = (
    r"(?:[A-Z]{1,2}(?![A-Za-z\d])| ?[A-Z]{1,2}\d{1,3}[A-Z+]?|\d{1,2}[A-Z+]?"
    r"| \d{1,2}(?=[가이를을는은의와과도]?(?:[\s,.)]|$| (?:프로|맥스|미니|플러스|울트라|에어))))?"
    r"(?: [A-Z](?= (?:폴드|플립)))?"
    r"(?: ?(?:(?:울트라|플러스|프로|맥스|에어|폴드|플립) ?\d{0,2}(?!\d)|엣지|라이트|쿠페|하이브리드|롱레인지"
    r"|모바일|온라인|리마스터|FE|SE|EV|N)"
    r"(?![가-힣A-Za-z](?<![은는이가을를의와과도로]))){0,3}(?:시리즈)?"
)
"""What follows the name of a product as part of it: 리니지M, 갤럭시 S24, 아이폰16."""

_DEICTIC = "올해|내년|지난|작년|이번|다음|오는|최근|당시|역대|국제"


def _name_start(block: TextBlock, start: int, end: int) -> int | None:
    """Give where an event's name begins, after particles and verbs; None where nothing in it is proper."""
    inside = tokens_inside(block, start, end)
    first = max([start, *(t.end + 1 for t in inside if t.tag[0] in "JEVM" and block.text[t.end] == " ")])
    word, _, rest = block.text[first:end].partition(" ")
    if rest and word.endswith("서") and word[:-1] in words("places", "others") | words("places", "regions"):
        first += len(word) + 1  # 베이징서 정상회담
    proper = any(
        t.start >= first and (t.tag in _PROPER or t.form in words("works", "proper_games")) for t in inside
    )
    if not proper and not _WORLD.match(block.text, first, end):
        return None
    return _with_host(block.text, first) if first < end else None


def _follows_name(block: TextBlock, start: int, end: int) -> bool:
    """Say whether an event of one word stands behind a foreign name: 카를로 벤티니 나래영화제 위원장."""
    first, _, rest = block.text[start:end].partition(" ")
    before = block.text[:start].rpartition(" ")[0].rpartition(" ")[2] if start else ""
    proper = any(t.tag in _PROPER for t in tokens_inside(block, end - len(rest), end))
    named = bool(rest) and " " not in rest and is_foreign_word(first) and is_foreign_word(before)
    return named and proper and _OFFICE.match(block.text, end) is not None


_OFFICE = re.compile(rf" [가-힣]{{0,6}}(?:위원장|감독|대표|이사장|단장){NAME_END}")
_WORLD = re.compile(r"(?:세계|아시아|유럽|전국|대통령배|회장배)[가-힣]{2,}(?:선수권|선수권대회|대회)$")
"""A championship whose name has no proper noun: 세계혼합단체선수권대회."""

_BEFORE = re.compile(rf"{NAME_START}([가-힣]{{2,8}})[ ·-]$")


def _with_host(text: str, start: int) -> int:
    """Give where an event's name begins with the town before it taken in: 자카르타·팔렘방 아시안게임."""
    before = _BEFORE.search(text, max(0, start - 10), start)
    towns = words("places", "others") | words("places", "towns") | words("places", "regions")
    return before.start(1) if before and before[1] in towns else start


def _is_ship(name: str) -> bool:
    """Say whether a name in 호 is one of a ship or spacecraft: 인사이트호, 보이저1호; not 신호, 박정호."""
    base = re.sub(r"\d*호$", "", name)
    if is_korean_name(base) or name.endswith(endings("works", "no_ships")):
        return False
    return (base != name[:-1] or len(base) > 2 or is_foreign_word(base)) and not is_korean_name(name)


@cache
def _wars() -> frozenset[str]:
    return frozenset(line for line in read_table("works")["wars"].splitlines() if line)


@cache
def _services() -> frozenset[str]:
    return frozenset(line for line in read_table("works")["services"].splitlines() if line)


class _Shapes(NamedTuple):
    known: Callable[[str], list[tuple[int, int]]]
    events: list[tuple[re.Pattern[str], EntityType]]
    guard: re.Pattern[str]


@cache
def _known() -> _Shapes:
    games, gatherings = any_of(words("works", "games")), any_of(words("works", "gatherings"))
    numbered = rf"(제 ?\d+[회차] (?:[가-힣A-Za-z·-]+ ){{0,3}}[가-힣A-Za-z·-]*(?:{gatherings})){NAME_END}"
    event = (
        rf"{NAME_START}((?:(?:19|20)\d\d )?(?:(?:(?!{_DEICTIC})[가-힣]{{2,8}}|[A-Z][A-Z0-9]{{1,5}}) )?"
        rf"(?:[가-힣]{{1,6}}[·-]){{0,3}}[가-힣A-Z0-9]{{0,12}}(?:{games})){NAME_END}"
    )
    yearly = rf"{NAME_START}((?:19|20)\d\d (?:[가-힣A-Za-z]+ ){{1,4}}(?:{games})){NAME_END}"
    return _Shapes(
        word_finder(words("works", "known") | _wars() | _services(), variant=_VERSION),
        [(re.compile(numbered), "EV"), (re.compile(yearly), "EV"), (re.compile(event), "EV")],
        re.compile(any_of(words("works", "games") | words("works", "gatherings"))),
    )
