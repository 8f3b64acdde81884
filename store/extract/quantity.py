"""Every number with its unit: figures, words, fractions, ranges, money, ranks, scores and ages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from store.extract.document import Document, TextBlock
from store.extract.numerals import FIGURE, NATIVE, NUMBER, SINO, parse_native, parse_number, power_of, whole
from store.extract.units import Unit, load_units
from store.model import Quantity, Span, Time

_DASH = r"\s?[∼~〜～\-–—]\s?"
_MONEY_SIGNS = {"$": "달러", "€": "유로", "£": "파운드", "¥": "엔", "₩": "원", "￦": "원"}
_DIGIT_WORDS = {**{word: i for i, word in enumerate("일이삼사오육칠팔구십", 1)}}
_ALONE = r"(?<![가-힣A-Za-z\d])"
_CLEAR = r"(?<![\d.,A-Za-z:/])(?<!제)(?<!제\s)(?<!\d[-·])"
_AFTER = r"(?=[을를이가은는도의에로와과만중,.)·∼~]|까지|부터|보다|\s|$)"
_ONE_OF = "명 사람 곳 개 건 마리 가지 그루 척 채 가구 쌍 차례".split()
_SINO_LEADS = r"(?:[일이삼사오육칠팔구]?[십백천]|[일이삼사오육칠팔구십백천]+[만억조]|[천만억조](?=여?\s?(?:명|원[이을의에까 ]|달러|개|곳|건|톤)))"
_GLUED = frozenset({"명", "곳", "건", "개", "개국", "개사", "가지", "차례"})
_GLUED_KINDS = frozenset({"money", "ratio", "physical", "temperature"})
_BEFORE = re.compile(r"(약|최소|최대|대략|거의|줄잡아|적어도|많게는|적게는|최소한|최고|평균)\s?$")
_BEHIND = re.compile(
    r"대?\s?(가량|정도|안팎|남짓|내외|쯤|꼴|이상|이하|미만|초과|이내|"
    r"(?:[을를이가도]\s?)?(?:넘[는은긴게어기었을]|넘겼|웃[돈도돌]|밑[돈도돌]|육박|상회|하회|돌파|초과|못\s?미[치친]))"
)
_PARTICLE = re.compile(r"^[을를이가도]\s?")
_AGE_BEFORE = re.compile(r"(?:[가-힣]모|씨|군|양)$")
_MACHINES_END = re.compile(
    r"(?=[를가는의와로도에씩]|까지|만|뿐|[,.)·]|이[다었]|$|\s(?:중|모두|가운데|등|가량|규모|이상|이하|정도|안팎|씩|미만|넘|전부|분량|판매|추가|생산|증차))"
)
_GENERATION = re.compile(r"(?=[가는의와도를에]|$|[,.)·]|\s)")


@cache
def _scan() -> re.Pattern[str]:
    table = load_units()
    unit, native = table.pattern, table.native
    forms = (
        # 3분의 2
        r"(?P<denominator>\d+|[이삼사오육칠팔구십])\s?분의\s?(?P<numerator>\d+|[일이삼사오육칠팔구])",
        # 10명 중 7명꼴
        rf"{_CLEAR}(?P<all>{NUMBER})\s?(?P<whole>{native})\s?(?:중|가운데)\s?(?P<part>{NUMBER})\s?(?P=whole)(?=(?P<rate>꼴)?)",
        rf"{_ALONE}(?P<all_word>{NATIVE})\s?(?P<whole_word>명|곳|집)\s?(?:중|가운데)\s?(?P<part_word>{NATIVE})\s?(?P=whole_word)(?=(?P<rate_word>꼴)?)",
        # 3대 1 · 2-1
        rf"{_CLEAR}(?P<left>\d{{1,5}}(?:\.\d+)?)\s?대\s?(?P<right>\d{{1,3}})(?![\d.,]|\s?(?:{unit})|\s?[만억조천]|월|일|차)",
        r"(?<![\d\-.A-Za-z])(?P<home>\d{1,3})-(?P<away>\d{1,3})(?=\s?(?:로\s|승|패|무승부|완승|역전|대승|완패|승리|스코어))",
        # $5억 · €300만
        rf"(?P<sign>[$€£¥₩￦])\s?(?P<price>{NUMBER})(?P<price_odd>여)?(?:\s?(?:달러|유로|파운드|엔|원))?",
        # 1조2300억여원 · 3∼5% · 5천만∼7천만원 · 1·2위 · 영하 5도
        rf"(?P<below>(?:영하|마이너스)\s?|(?<![^\s(])[-−])?{_CLEAR}(?P<number>{NUMBER})"
        rf"(?:\s?(?P<unit0>{unit})?{_DASH}(?P<upto>{NUMBER})|[·ㆍ](?P<also>\d{{1,3}}))?"
        rf"(?:\s?(?P<odd>여)|(?P<several>\s?수))?\s?(?P<unit>{unit})(?P<band>대{_AFTER})?",
        # 수십억㎞ · 몇 명
        rf"{_ALONE}(?P<vague>(?:수|몇)\s?[십백천만억조]+(?:\s?[만억조])?|몇)\s?(?P<vague_unit>{unit})",
        # 두 명 · 스무 살 · 세 배
        rf"{_ALONE}(?P<native>{NATIVE})(?P<native_odd>여)?\s?(?P<native_unit>{native})",
        # 삼십 명 · 십여 명 · 천 명
        rf"{_ALONE}(?P<sino>{_SINO_LEADS})(?P<sino_odd>여)?\s?(?P<sino_unit>{unit})",
        # 300만 (관객) · 2조 (투자)
        rf"{_CLEAR}(?P<bare>{FIGURE}(?:[조억만천]+{FIGURE}?)*[조억만])(?P<bare_odd>여)?{_AFTER}",
        # 김모(28)
        r"\((?P<age>\d{1,2})(?=[)·,])",
        rf"{_ALONE}(?P<half>절반)",
    )
    return re.compile(
        r"(?=[\d$€£¥₩￦(영마\-−수몇한하두둘세셋석네넷넉다여일이삼사오육칠팔구아열스서쉰예흔십백천만억조절])(?:"
        + "|".join(forms)
        + ")"
    )


def find_quantities(document: Document, times: Sequence[Time]) -> list[Quantity]:
    """Find the quantities of an article in order; what a time covers is none."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for time in times:
        taken.setdefault(time.block, []).append((time.start, time.end))
    found = []
    for block in document.blocks:
        if block.role == "dateline":
            continue
        spans = taken.get(block.index, [])
        for match in _scan().finditer(block.text):
            if any(start < match.end() and match.start() < end for start, end in spans):
                continue
            found += _read(block, match)
    return found


def _read(block: TextBlock, match: re.Match[str]) -> list[Quantity]:
    """Turn one match into quantities: none where the words mean something else."""
    found = match.groupdict()
    if found["unit"]:
        return _figures(block, match)
    if found["native_unit"]:
        return _native(block, match)
    if found["sino_unit"]:
        value = parse_number(found["sino"])
        return _one(block, match, value, load_units().unit(found["sino_unit"]), found["sino_odd"])
    if found["vague_unit"]:
        return _one(block, match, None, load_units().unit(found["vague_unit"]), found["vague"][0])
    if found["denominator"]:
        return _fraction(block, match)
    if found["whole"] or found["whole_word"]:
        return _part_of(block, match)
    if found["left"] or found["home"]:
        left, right = found["left"] or found["home"], found["right"] or found["away"]
        return _one(block, match, parse_number(left), Unit(f"대 {int(right)}", "score"), None)
    if found["price"]:
        unit = Unit(_MONEY_SIGNS[found["sign"]], "money")
        return _one(block, match, parse_number(found["price"]), unit, found["price_odd"])
    if found["bare"]:
        money = found["bare"][-1] in "조억"
        unit = Unit("원", "money") if money else Unit("", "bare")
        return _one(block, match, parse_number(found["bare"]), unit, found["bare_odd"])
    if found["age"]:
        return _age(block, match)
    return _one(block, match, 50, Unit("%", "half"), None)


def _one(
    block: TextBlock,
    span: re.Match[str] | Span,
    value: int | float | None,
    unit: Unit,
    approx: str | None,
    value_max: int | float | None = None,
) -> list[Quantity]:
    start, end = (span.start, span.end) if isinstance(span, Span) else span.span()
    qualifier = approx or _qualifier(block.text, start, end)
    return [
        Quantity(
            block.text[start:end],
            block.index,
            start,
            end,
            value=value,
            value_max=value_max,
            unit=unit.name,
            approx=qualifier,
        )
    ]


def _qualifier(text: str, start: int, end: int) -> str | None:
    """Give the word that makes a number rough or a bound: 약, 최소, 가량, 넘는, 이상 …"""
    behind = _BEHIND.match(text, end)
    if behind:
        return _PARTICLE.sub("", behind[1])
    before = _BEFORE.search(text, max(0, start - 6), start)
    return before[1] if before and before[1] != "평균" else None


def _figures(block: TextBlock, match: re.Match[str]) -> list[Quantity]:
    found = match.groupdict()
    unit = load_units().unit(found["unit"])
    value = parse_number(found["number"])
    upto = parse_number(found["upto"]) if found["upto"] else None
    if _is_glued(block.text, match.start()) and unit.name not in _GLUED and unit.kind not in _GLUED_KINDS:
        return []
    if value is None or (unit.kind == "machines" and not found["band"] and not _is_machines(block, match)):
        return _generation(block, match, value) if value is not None and unit.kind == "machines" else []
    if upto is not None:
        power = power_of(found["upto"])
        if power > 1 and power_of(found["number"]) == 1 and not found["unit0"] and value < upto / power:
            value = value * power
        if found["unit0"] and load_units().unit(found["unit0"]) != unit or upto <= value:
            upto = None
    if found["also"]:
        upto = int(found["also"])
    if found["below"]:
        value = -value
        upto = -upto if upto is not None else None
    approx = found["odd"] or ("대" if found["band"] else None)
    return _one(block, match, value, unit, approx, upto)


def _is_glued(text: str, start: int) -> bool:
    """Tell 행정5부 and 강남3구, where the number is part of a name."""
    return start > 0 and "가" <= text[start - 1] <= "힣"


def _is_machines(block: TextBlock, match: re.Match[str]) -> bool:
    """Tell 버스 20대를 from 20대 남성 and 10대 그룹."""
    if not _MACHINES_END.match(block.text, match.end()):
        return False
    value = parse_number(match["number"])
    decade = value is not None and value in range(10, 100, 10) and not match["odd"]
    return not decade or _tag_before(block, match.start()) in ("NNG", "NNP", "NNB", "SL", "XSN")


def _generation(block: TextBlock, match: re.Match[str], value: int | float) -> list[Quantity]:
    """Read an age in tens (20대, 30·40대)."""
    last = int(match["also"]) if match["also"] else value
    if (
        value not in range(10, 100, 10)
        or match["odd"]
        or match["upto"]
        or not _GENERATION.match(block.text, match.end())
    ):
        return []
    if re.match(
        r"\s(?:그룹|기업|재벌|건설|대기업|뉴스|은행|증권|과제|국회|총선|대선|대통령|의원|업체|로펌|수출|품목)",
        block.text[match.end() : match.end() + 6],
    ):
        return []
    return _one(block, match, value, Unit("세", "age"), None, last + 9)


def _tag_before(block: TextBlock, at: int) -> str:
    index = bisect_left(block.tokens, at, key=lambda token: token.start) - 1
    return block.tokens[index].tag if index >= 0 else ""


def _tag_at(block: TextBlock, at: int) -> str:
    index = bisect_left(block.tokens, at, key=lambda token: token.start)
    return block.tokens[index].tag if index < len(block.tokens) else ""


def _native(block: TextBlock, match: re.Match[str]) -> list[Quantity]:
    word, unit = match["native"], load_units().unit(match["native_unit"])
    if not match["native_odd"] and _tag_at(block, match.start()) not in ("MM", "NR"):
        return []
    if word in ("한", "하나") and (unit.name not in _ONE_OF or match["native_unit"] == "사람"):
        return []
    if unit.kind == "machines" and not _MACHINES_END.match(block.text, match.end()):
        return []
    if word in ("서", "석", "넉", "하나", "둘", "셋", "넷") or (word in ("세", "네") and unit.name == "세"):
        return []
    return _one(block, match, parse_native(word), unit, match["native_odd"])


def _fraction(block: TextBlock, match: re.Match[str]) -> list[Quantity]:
    below, above = (
        _DIGIT_WORDS.get(part) or int(part) for part in (match["denominator"], match["numerator"])
    )
    if not below or above > below:
        return []
    share = whole(round(100 * above / below, 1))
    return _one(block, match, share, Unit("%", "ratio"), None if share * below == 100 * above else "약")


def _part_of(block: TextBlock, match: re.Match[str]) -> list[Quantity]:
    """Read 10명 중 7명 as a share, and 200명 중 35명 as two counts."""
    if match["whole_word"]:
        total, part, unit = (
            parse_native(match["all_word"]),
            parse_native(match["part_word"]),
            match["whole_word"],
        )
    else:
        total, part, unit = parse_number(match["all"]), parse_number(match["part"]), match["whole"]
    if not total or part is None:
        return []
    rate = match["rate"] or match["rate_word"]
    if part <= total and (rate or total in (10, 100, 1000) or (part == 1 and total <= 5)):
        share = whole(round(100 * part / total, 1))
        return _one(block, match, share, Unit("%", "ratio"), rate)
    first = "all_word" if match["whole_word"] else "all"
    second = "part_word" if match["whole_word"] else "part"
    named = load_units().unit(unit)
    whole_end = match.end("whole_word" if match["whole_word"] else "whole")
    return [
        *_one(block, block.span(match.start(first), whole_end), total, named, None),
        *_one(block, block.span(match.start(second), match.end()), part, named, None),
    ]


def _age(block: TextBlock, match: re.Match[str]) -> list[Quantity]:
    """Read the age in brackets after a person's name (김모(28)씨)."""
    start, end = match.start("age"), match.end("age")
    named = _AGE_BEFORE.search(block.text, max(0, match.start() - 3), match.start())
    if not named and _tag_before(block, match.start()) != "NNP":
        return []
    return _one(block, block.span(start, end), int(match["age"]), Unit("세", "age"), None)
