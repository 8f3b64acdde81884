"""Every number with its unit: figures, words, fractions, ranges, money, ranks, scores and ages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from store.extract.document import Document, TextBlock
from store.extract.quantity.counting import (
    Groups,
    Number,
    are_machines,
    counts_machines,
    is_glued,
    is_no_count,
    may_be_glued,
    token_before,
)
from store.extract.quantity.forms import quantity_scan
from store.extract.quantity.numerals import (
    NATIVE_RANGES,
    parse_native,
    parse_number,
    power_of,
    whole,
)
from store.extract.quantity.units import Unit, load_units
from store.model import Quantity, Time

_MONEY_SIGNS = {"$": "달러", "€": "유로", "£": "파운드", "¥": "엔", "₩": "원", "￦": "원"}
_ENGLISH = {
    **{"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    **{"K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12, "mn": 10**6, "bn": 10**9},
}
_DOLLARS = {"US": "달러", "HK": "홍콩달러", "NT": "대만달러", "AU": "호주달러", "SG": "싱가포르달러"}
"""What may stand before the sign of the dollar: HK$300."""

_SPEEDS = {("시속", "km"): "km/h", ("초속", "m"): "m/s", ("초속", "km"): "km/s", ("분속", "m"): "m/min"}
_SCALED = re.compile(r"(?:(?P<rate>시속|초속|분속)|섭씨|화씨)\s?(?:약\s?)?$")
"""What stands before a number and belongs to its unit: 시속 100㎞, 섭씨 35도."""

_DIGIT_WORDS = {word: value for value, word in enumerate("일이삼사오육칠팔구십", 1)}

_ONE_OF = frozenset({"명", "곳", "개", "건", "마리", "가지", "그루", "척", "채", "가구", "쌍", "차례"})
"""Units that 한 counts; before others it is rather the article (한 편, 한 번)."""

_NOT_COUNTING = frozenset({"서", "석", "넉", "하나", "둘", "셋", "넷"})
_GIGA = 8
"""Number below which 기가 is 기 with a particle (위성 3기가 → 3기)."""

_ON_A_SCALE = frozenset({"physical", "temperature"})
_OF_EACH = re.compile(r"[은이](?=[\s,]|$)")
_ARTICLE = re.compile(r"의\d|\s?제?\d{1,2}[항호]|\s?(?:각\s?)?항(?![가-힣])")
"""What follows the number of a law's article, which is no sum: 형법 269조 1항, 27조의2."""

_ON_FEET = re.compile(r"로\s|인(?:가|지|\s)|(?:이|을)\s(?:닿|딛|묶|모으|모은|뻗)|\s?자전거|\s?달린")
"""What is told of feet and not of shots: 두 발로 걷다."""

_BEFORE = re.compile(r"(약|최소한?|최대|대략|거의|줄잡아|적어도|많게는|적게는)\s?$")
_BEHIND = re.compile(
    r"대?\s?(?:(?P<word>가량|정도|안팎|남짓|내외|가까이|쯤|꼴|이상|이하|미만|초과|이내)|"
    r"(?:[을를이가도에]\s?)?(?:훌쩍\s|크게\s)?(?P<verb>넘[는은긴게어기었을]|넘겼|웃[돈도돌]|밑[돈도돌]|육박|상회|하회|돌파|못\s?미[치친쳤칠쳐]))"
)
_NAME_BEFORE_AGE = re.compile(r"(?:모\s?|씨|군|양|[A-Z])$")
_NAME_AFTER_AGE = re.compile(r"(?:[·,]\s?(?:여|남|구속|가명)\)|\)\s?(?:씨|양|군)(?![가-힣]{3}))")
_GENERATION = re.compile(
    r"(?=[가는의와도를에]|$|[,.)·]|\s(?!그룹|기업|재벌|건설|대기업|뉴스|은행|증권|과제|국회|총선|대선|대통령|의원|업체|로펌|수출|품목))"
)


def find_quantities(document: Document, times: Sequence[Time]) -> list[Quantity]:
    """Find the quantities of an article in order; what a time covers is none."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for time in times:
        taken.setdefault(time.block, []).append((time.start, time.end))
    found: list[Quantity] = []
    for block in document.blocks:
        if block.role in ("dateline", "byline"):
            continue
        spans = taken.get(block.index, [])
        for match in quantity_scan().finditer(block.text):
            first, last = match.span()
            if not any(start < last and first < end for start, end in spans):
                found += _read(block, match)
    return found


def _read(block: TextBlock, match: re.Match[str]) -> list[Quantity]:
    """Turn one match into quantities: none where the words mean something else."""
    found = match.groupdict()
    reader = next(read for group, read in _READERS if found[group])
    return reader(block, match, found)


def _quantity(
    block: TextBlock,
    place: tuple[int, int],
    value: Number | None,
    unit: str,
    approx: str | None = None,
    value_max: Number | None = None,
) -> list[Quantity]:
    start, end = place
    return [
        Quantity(
            block.text[start:end],
            block.index,
            start,
            end,
            value=value,
            value_max=value_max,
            unit=unit,
            approx=approx or _qualifier(block.text, start, end),
        )
    ]


def _qualifier(text: str, start: int, end: int) -> str | None:
    """Give the word that makes a number rough or a bound (약, 최소, 가량, 넘는, 이상)."""
    behind = _BEHIND.match(text, end)
    if behind:
        return behind["word"] or behind["verb"]
    before = _BEFORE.search(text, max(0, start - 6), start)
    return before[1] if before else None


def _figures(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    written = found["unit"] or ""
    unit, start, end = load_units().unit(written), match.start(), match.end()
    value = parse_number((found["number"] or "") + (found["scale"] or ""))
    if written == "기가" and value is not None and value < _GIGA:
        unit, end = load_units().unit("기"), end - 1
    if value is None or (is_glued(block.text, start) and not may_be_glued(unit)):
        return []
    if is_no_count(block, match, found, unit, value):
        return []
    value, upto = _range(found, value, unit)
    if unit.kind == "machines" and not found["band"] and not counts_machines(block, match, value):
        return _generation(block, match, value, upto)
    if found["below"]:
        value, upto = -value, None if upto is None else -upto
    if found["word_en"]:
        value = whole(round(value * _ENGLISH[found["word_en"]], 2))
    if unit.kind in _ON_A_SCALE and (scaled := _SCALED.search(block.text, max(0, start - 6), start)):
        start = scaled.start()
        unit = Unit(_SPEEDS.get((scaled["rate"], unit.name), unit.name), unit.kind)
    approx = found["odd"] or ("대" if found["band"] else None)
    return _quantity(block, (start, end), value, unit.name, approx, upto)


def _range(found: Groups, value: Number, unit: Unit) -> tuple[Number, Number | None]:
    """Read both ends of a range (3∼5만, 5천만∼7천만원, 1·2위); the upper is None where there is none."""
    if found["also"]:
        return value, int(found["also"])
    last = found["upto"]
    upto = parse_number(last + (found["scale"] or "")) if last else None
    if last is None or upto is None:
        return value, None
    power = power_of(last)
    if power > 1 and power_of(found["number"] or "") == 1 and not found["unit0"] and value < upto / power:
        value = value * power
    other = found["unit0"] is not None and load_units().unit(found["unit0"]) != unit
    return value, None if upto <= value or other else upto


def _generation(block: TextBlock, match: re.Match[str], value: Number, upto: Number | None) -> list[Quantity]:
    """Read an age in tens (20대, 30·40대, 20∼30대)."""
    last = int(match["also"]) if match["also"] else upto or value
    tens = range(10, 100, 10)
    if (
        value not in tens
        or last not in tens
        or match["odd"]
        or not _GENERATION.match(block.text, match.end())
    ):
        return []
    return _quantity(block, match.span(), value, "세", None, last + 9)


def _token_at(block: TextBlock, at: int) -> str:
    index = block.token_at(at)
    return block.tokens[index].tag if index < len(block.tokens) else ""


def _native(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    word, written = found["native"] or "", found["native_unit"] or ""
    unit = load_units().unit(written)
    if not found["native_odd"] and _token_at(block, match.start()) not in ("MM", "NR"):
        return []
    if word in _NOT_COUNTING or (word == "한" and (unit.name not in _ONE_OF or written == "사람")):
        return []
    if unit.kind == "machines" and not are_machines(block.text, match.end()):
        return []
    if written == "발" and _ON_FEET.match(block.text, match.end()):
        return []
    value, upto = NATIVE_RANGES.get(word) or (parse_native(word), None)
    return _quantity(block, match.span(), value, unit.name, found["native_odd"], upto)


def _sino(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    value = parse_number(found["sino"] or "")
    if value is None or value < 10 or _token_at(block, match.start()) != "NR":
        return []
    unit = load_units().unit(found["sino_unit"] or "")
    if (
        len(found["sino"] or "") == 1
        and match.end("sino") == match.start("sino_unit")
        and not _is_usual(unit)
    ):
        return []
    if unit.kind == "machines" and (value >= 1000 or not are_machines(block.text, match.end())):
        return []
    return _quantity(block, match.span(), value, unit.name, found["sino_odd"])


def _is_usual(unit: Unit) -> bool:
    """Tell 천명, 만원 from words that only look like a number and its unit (만종, 천장)."""
    return unit.name in ("명", "개", "배", "톤") or unit.kind == "money"


def _vague(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    unit = load_units().unit(found["vague_unit"] or "")
    if unit.kind == "machines" and (found["vague"] or "")[-1] in "억조":
        return []
    return _quantity(block, match.span(), None, unit.name, (found["vague"] or "")[0])


def _fraction(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    word = "_word" if found["denominator_word"] else ""
    parts = match.group("denominator" + word, "numerator" + word)
    below, above = (_DIGIT_WORDS.get(part) or int(part) for part in parts)
    return _share(block, match, above, below)


def _one_of(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    """Read 셋 중 하나 as a share."""
    return _share(
        block,
        match,
        parse_native(found["one"] or found["one_word"] or "") or 0,
        parse_native(found["one_of"] or "") or 0,
    )


def _share(block: TextBlock, match: re.Match[str], above: int, below: int) -> list[Quantity]:
    if not 0 < above <= below:
        return []
    share = whole(round(100 * above / below, 1))
    return _quantity(block, match.span(), share, "%", None if share * below == 100 * above else "약")


def _part_of(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    """Read 10명 중 7명 as a share, and 200명 중 35명 as two counts."""
    word = "_word" if found["whole_word"] else ""
    read: Callable[[str], Number | None] = parse_native if word else parse_number
    total, part = read(found["all" + word] or ""), read(found["part" + word] or "")
    if not total or part is None:
        return []
    rate = found["rate" + word]
    one_in = part == 1 and 3 <= total <= 9 and bool(_OF_EACH.match(block.text, match.end()))
    if part <= total and (rate or one_in or total in (10, 100, 1000)):
        return _quantity(block, match.span(), whole(round(100 * part / total, 1)), "%", rate)
    unit = load_units().unit(found["whole" + word] or "").name
    return [
        *_quantity(block, (match.start("all" + word), match.end("whole" + word)), total, unit),
        *_quantity(block, (match.start("part" + word), match.end()), part, unit),
    ]


def _score(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    right = int(found["right"] or found["away"] or 0)
    return _quantity(block, match.span(), parse_number(found["left"] or found["home"] or ""), f"대 {right}")


def _price(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    sign, start = found["sign"] or "", match.start()
    unit, value = _MONEY_SIGNS.get(sign) or load_units().unit(sign).name, parse_number(found["price"] or "")
    if sign == "$" and block.text[max(0, start - 2) : start] in _DOLLARS:
        start -= 2
        unit = _DOLLARS[block.text[start : start + 2]]
    if value is not None and found["scale_en"]:
        value = whole(round(value * _ENGLISH[found["scale_en"]], 2))
    return _quantity(block, (start, match.end()), value, unit, found["price_odd"])


def _bare(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    """Read a number that ends in a power without a unit: 억 and 조 are won, as headlines write them."""
    number = found["bare"] or ""
    if block.text[max(0, match.start() - 2) : match.start()].strip().endswith(("법", "칙", "령", "례")):
        return []
    if number.endswith("조") and _ARTICLE.match(block.text, match.end()):
        return []
    unit = "원" if number[-1] in "조억" else ""
    return _quantity(block, match.span(), parse_number(number), unit, found["bare_odd"])


def _index(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    """Read where a market closed or opened: an index has points for its unit, though nobody writes them."""
    return _quantity(block, match.span("index"), parse_number(found["index"] or ""), "포인트")


def _age(block: TextBlock, match: re.Match[str], found: Groups) -> list[Quantity]:
    """Read the age in brackets after a person's name (김모(28)씨)."""
    place = match.span("age")
    age = int(found["age"] or 0)
    named = _NAME_BEFORE_AGE.search(block.text, max(0, match.start() - 3), match.start())
    if named or _NAME_AFTER_AGE.match(block.text, place[1]):
        return _quantity(block, place, age, "세")
    alone = block.text[place[1] : place[1] + 1] in (")", "·") and age >= 10
    return _quantity(block, place, age, "세") if alone and token_before(block, match.start()) == "NNP" else []


def _half(block: TextBlock, match: re.Match[str], _: Groups) -> list[Quantity]:
    return _quantity(block, match.span(), 50, "%")


_READERS: tuple[tuple[str, Callable[[TextBlock, re.Match[str], Groups], list[Quantity]]], ...] = (
    ("unit", _figures),
    ("native_unit", _native),
    ("sino_unit", _sino),
    ("vague_unit", _vague),
    ("denominator", _fraction),
    ("denominator_word", _fraction),
    ("one_of", _one_of),
    ("whole", _part_of),
    ("whole_word", _part_of),
    ("left", _score),
    ("home", _score),
    ("price", _price),
    ("bare", _bare),
    ("index", _index),
    ("age", _age),
    ("half", _half),
)
