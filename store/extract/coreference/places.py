"""Places out of the tables: countries, in hanja and by single syllables too, regions, bodies in the sky."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import TextBlock
from store.extract.hangul import LETTER, NAME_END, NAME_START, any_of, word_finder
from store.extract.lexicon import endings, read_table, words

TABLE, HANJA, SYLLABLES, MOON, ENDING, GOVERNED, BEFORE = 0.86, 0.95, 0.9, 0.8, 0.88, 0.65, 0.92

MANY = 3
"""Where a block names more regions than this, 세종 and 광주 are the cities."""

USUAL: dict[str, str] = {
    **read_table("places")["same"],
    **read_table("places")["hanja"],
    **read_table("places")["syllable"],
}
"""The usual Korean name of a place by its other ones: 인니, 韓, 美."""


_HANJA = re.compile("[一-鿿]")


@cache
def _finder() -> Callable[[str], list[tuple[int, int]]]:
    names = {name for key in ("countries", "regions", "others", "landmarks") for name in words("places", key)}
    return word_finder(names | read_table("places")["same"].keys())


@cache
def _short() -> tuple[re.Pattern[str], re.Pattern[str]]:
    hanja = "".join(read_table("places")["hanja"])
    syllable = "".join(read_table("places")["syllable"])
    return (
        # 전년比 12%: what a number is compared with, and no Philippines.
        re.compile(
            rf"(?<![一-鿿])[{hanja}](?<![가-힣]比)(?![一-鿿])|[{hanja}](?=[{hanja}·])|(?<=[{hanja}·])[{hanja}]"
        ),
        re.compile(
            rf"(?<![{LETTER}·])[{syllable}](?:[·-][{syllable}]){{1,5}}(?=[은는이가을를의와과도에]?(?![{LETTER}·]))"
        ),
    )


@cache
def _governs() -> re.Pattern[str]:
    """A body of a state, right behind its country."""
    return re.compile(rf" (?:{any_of(words('places', 'governs'))}){NAME_END}")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(any_of(words("places", "endings")))


@cache
def _ending() -> re.Pattern[str]:
    """A name and what only places end in: 경부고속도로, 인천국제공항."""
    ends = any_of(words("places", "endings"))
    return re.compile(
        rf"{NAME_START}(?!국제공항|손익|유효사거리|최대사거리|(?:실내|실외|국제|일반|전용|공공|천연|인공|동네|대형|국내|해외|우리|전국)(?:빙상|야구))[가-힣]{{2,8}}(?:{ends}){NAME_END}"
    )


def find_places(block: TextBlock) -> Iterator[Candidate]:
    """Give the places of a block that the tables name, and those that their shape tells."""
    yield from _of_tables(block)
    yield from _by_shape(block)
    text = block.text
    hanja, syllables = _short()
    for match in hanja.finditer(text) if _HANJA.search(text) else ():
        yield Candidate(block.index, match.start(), match.end(), "LC", HANJA)
    for match in syllables.finditer(text) if "·" in text or "-" in text else ():
        for i in range(match.start(), match.end(), 2):
            yield Candidate(block.index, i, i + 1, "LC", SYLLABLES)


def _of_tables(block: TextBlock) -> Iterator[Candidate]:
    """Give the places of a block that the tables name, and the bodies of the countries among them."""
    text = block.text
    ambiguous = words("places", "ambiguous")
    found = _finder()(text)
    unclear = any(text[start:end] in ambiguous for start, end in found)
    proper = {token.start for token in block.tokens if token.tag == "NNP"} if unclear else set()
    listed = len({text[start:end] for start, end in found} & words("places", "regions")) > MANY
    for start, end in found:
        if listed or text[start:end] not in ambiguous or start in proper or _COUNTY.match(text, end):
            yield Candidate(block.index, start, end, "LC", TABLE)
        body = _governs().match(text, end) if text[start:end] in words("places", "countries") else None
        if body:
            yield Candidate(block.index, start, body.end(), "OG", BEFORE)
    for match in _before().finditer(text) if _SYLLABLE.search(text) else ():
        held = match[2].endswith(_BODIES)
        yield Candidate(
            block.index, match.start(1), match.end(2 if held else 1), "OG" if held else "LC", BEFORE
        )


def _by_shape(block: TextBlock) -> Iterator[Candidate]:
    """Give the places of a block that end as places do, or that what stands around them tells."""
    text = block.text
    if not _TEMPLE.isdisjoint(block.forms):
        for match in _temple().finditer(text):
            yield Candidate(block.index, match.start(1), match.end(1), "LC", HANJA)
    for match in _PLANT.finditer(text) if " 원전" in text else ():
        inside = tokens_inside(block, *match.span(1))
        if inside and inside[0].tag == "NNP" and match[1] not in words("places", "countries"):
            yield Candidate(block.index, match.start(), match.end(), "LC", ENDING)
    ends = _ends().search(text)
    for match in _ending().finditer(text) if ends else ():
        yield Candidate(block.index, match.start(), match.end(), "LC", ENDING)
    for match in _GLOSSED.finditer(text) if "(" in text else ():
        yield Candidate(block.index, match.start(1), match.end(1), "LC", HANJA)
    for match in _STATE.finditer(text) if " 주(" in text else ():
        yield Candidate(block.index, match.start(1), match.end(1), "LC", HANJA)
        yield Candidate(block.index, match.start(2), match.end(2), "LC", HANJA)
    for match in _ADDRESS.finditer(text) if _TOWN.search(text) else ():
        if _may_be_address(block, match):
            yield Candidate(block.index, match.start(), match.end(), "LC", GOVERNED)
    for match in _constituency().finditer(text) if "(" in text else ():
        yield Candidate(block.index, match.start(1), match.end(1), "LC", HANJA)
    for match in _PROVINCE.finditer(text) if "도" in text else ():
        yield Candidate(block.index, match.start(1), match.end(1), "LC", HANJA)


_TEMPLE = frozenset(("경내", "대웅전", "극락전", "주지", "일주문", "템플스테이"))


@cache
def _temple() -> re.Pattern[str]:
    """A temple by what only temples have, behind it: 한빛사 대웅전."""
    return re.compile(rf"{NAME_START}([가-힣]{{1,4}}사)(?:의)? (?:{any_of(_TEMPLE)})")


_PLANT = re.compile(rf"{NAME_START}([가-힣]{{2,6}}) 원전{NAME_END}")
"""A nuclear plant by its town: 다카하마 원전."""

_GLOSSED = re.compile(
    rf"{NAME_START}([가-힣]{{2,6}}) ?\([一-鿿]+(?:·[^()]{{1,12}})?\)"
    rf"(현|시|정|성|부|촌)(?=(?:은|는|이|가|을|를|의|에|에서)?(?![가-힣]))"
)
"""A place with its characters between its name and what kind of place it is: 시라카와(白川)정."""
_STATE = re.compile(rf"{NAME_START}([가-힣]{{2,8}} 주)\(([A-Z][a-z]+(?: [A-Z][a-z]+)?)\)")
"""A state with its name in Latin letters: 메르 주(Mer)."""

_PROVINCE = re.compile(
    rf"{NAME_START}([충전경][북남]도)(?=(?:는|가|의|와|를|에|청|의회|지사)(?:[^가-힣]|[가-힣]?(?![가-힣]))"
    r"| (?:관계자|교육청|공무원|재난|측|예산))"
)
"""A province in its short form with 도, which is a particle as well: 충북도는, 경남도 관계자."""


_TOWN = re.compile("[시군구] [가-힣]{1,4}[구읍면동리]")
_ADDRESS = re.compile(
    rf"{NAME_START}[가-힣]{{2,4}}[시군구](?: [가-힣]{{1,4}}[구읍면동리]){{1,3}}"
    rf"(?: [가-힣]{{2,6}}(?:아파트|빌라|마을))?{NAME_END}"
)
"""A town with what lies in it: 해온군 가람면 나래리."""


def _may_be_address(block: TextBlock, match: re.Match[str]) -> bool:
    """Say whether no word of an address is one of the language: 당시 측면, 다시 가면."""
    inside = tokens_inside(block, match.start(), match.end())
    words_in = {(m.start() + match.start(), m.end() + match.start()) for m in re.finditer(r"\S+", match[0])}
    common = any((t.start, t.end) in words_in and t.tag != "NNP" for t in inside)
    return not common and not any(t.tag[0] in "JEV" for t in inside)


@cache
def _constituency() -> re.Pattern[str]:
    """Where a member is elected, in parentheses behind the name: 한도윤(서울 강남을) 의원."""
    regions = any_of(words("places", "regions"))
    return re.compile(rf"\((?:[^()]{{2,8}}[·, ] ?)?((?:{regions}) [가-힣·]{{2,12}}[갑을병정무])\)")


_SYLLABLE = re.compile("[미북일중러] [가-힣]")
_COUNTY = re.compile(rf" [가-힣]{{1,4}}[시군]{NAME_END}")
_BODIES = ("부", "성", "원", "회", "당", "청", "대", "국")


@cache
def _before() -> re.Pattern[str]:
    """One syllable for a country before a body of it, or before what else is a country's: 미 국무부."""
    rows = read_table("places")["before"]
    nouns = "|".join(f"(?<={syllable}) (?:{any_of(row.split())})" for syllable, row in sorted(rows.items()))
    return re.compile(
        rf"(?:(?<=[\s(\[·])|^|(?<=['\"‘“…]))(?<![가-힣\d] (?=[중일] ))([{''.join(rows)}])({nouns}){NAME_END}"
    )


_TOWN_HEADS = ("시장", "군수", "구청장")
_GOVERNED = re.compile(
    rf"{NAME_START}([가-힣]{{1,4}}(?:시(?=장)|군(?=수)|구(?=청장)))(?:청?장|수)(?: 예비후보| 후보)?{NAME_END}"
)


_HEADED = re.compile(rf"{NAME_START}([가-힣]{{1,4}}(?:시(?=\(시장 )|군(?=\(군수 )|구(?=\(구청장 )))")
"""A town with its head in parentheses: 해온시(시장 한도윤)."""


def find_governed(blocks: Sequence[TextBlock]) -> Iterator[Candidate]:
    """Give the towns that their heads or their characters tell: 해온시장, 시라카와(白川)정."""
    heads = [block.text for block in blocks if any(head in block.text for head in _TOWN_HEADS)]
    towns = {match[1]: GOVERNED for text in heads for match in _GOVERNED.finditer(text)}
    open_ = [block.text for block in blocks if "(" in block.text]
    towns |= {match[1]: BEFORE for text in open_ for match in _HEADED.finditer(text)}
    written = [text for text in open_ if _HANJA.search(text)]
    towns |= {match[1] + match[2]: BEFORE for text in written for match in _GLOSSED.finditer(text)}
    if not towns:
        return
    find = word_finder(sorted(towns))
    for block in blocks:
        for start, end in find(block.text):
            yield Candidate(block.index, start, end, "LC", towns[block.text[start:end]])


_SPACE = re.compile("우주|탐사|행성|궤도|천문")
"""Words of an article about the sky, in which 화성 is no town."""


def find_moon(blocks: Sequence[TextBlock]) -> Iterator[Candidate]:
    """Give the moon, where the article names other bodies in the sky: 달 is a month as well."""
    sky, moon = words("places", "sky"), words("places", "moon")
    skies = [block for block in blocks if not sky.isdisjoint(block.forms)]
    bodies = [token.tag for block in skies for token in block.tokens if token.form in sky - moon]
    if "NNP" not in bodies and not (bodies and any(_SPACE.search(block.text) for block in blocks)):
        return
    for block in blocks:
        before = ""
        for token in block.tokens:
            if token.form in moon and token.tag in ("NNG", "NNP") and before not in ("MM", "SN", "NR", "ETM"):
                yield Candidate(block.index, token.start, token.end, "LC", MOON)
            before = token.tag


def join_addresses(blocks: Sequence[TextBlock], found: Sequence[Candidate]) -> list[Candidate]:
    """Join what stands side by side and is one name: 서울 강남구, 인도네시아 국방부, 나래대 새빛병원."""
    joined: list[Candidate] = []
    for candidate in found:
        last = joined[-1] if joined else None
        text = blocks[candidate.block].text
        if last and last.block == candidate.block and text[last.end : candidate.start] in (" ", "\u00a0"):
            words_joined = text[last.start : last.end], text[candidate.start : candidate.end]
            type_ = _joined_type(last.type, candidate.type, *words_joined)
            if type_:
                weight = max(last.weight, candidate.weight)
                joined[-1] = candidate._replace(start=last.start, type=type_, weight=weight)  # type: ignore[arg-type]
                continue
        joined.append(candidate)
    return joined


def _is_branch(name: str) -> bool:
    parts = ("연구소", "연구원", "연구센터", "사업본부")
    return name in words("organizations", "branches") or (len(name) > 3 and name.endswith(parts))


def _joined_type(first: str, second: str, larger: str, text: str) -> str | None:
    if (
        second == "LC"
        and first == "LC"
        and (text.endswith(endings("places", "address")) or _lies_in(larger, text))
    ):
        return "LC"
    if first in ("LC", "OG") and second == "OG" and text in words("places", "bodies"):
        return "OG"
    if first == "OG" and (_is_branch(text) or (larger.endswith(("대", "대학교")) and text.endswith("병원"))):
        return "OG"
    return None


def _lies_in(larger: str, smaller: str) -> bool:
    """Say whether a town stands behind the country or the region it lies in: 헝가리 부다페스트, 충북 청주."""
    countries, regions = words("places", "countries"), words("places", "regions")
    apart = countries | regions | words("places", "sky") | words("places", "seats")
    return (larger in countries or larger in regions) and smaller not in apart and len(smaller) > 1


_KOREAS = re.compile("북한|북핵|비핵화|정상회담|북·미")


def is_continent(blocks: Sequence[TextBlock], name: str) -> bool:
    """Say whether 북미 is a part of the world, and not North Korea and America: no word tells of the two."""
    return name == "북미" and not any(_KOREAS.search(block.text) for block in blocks)


def is_rate(block: TextBlock, candidate: Candidate) -> bool:
    """Say whether what may be a town is none, by what follows: 분당 300번 is a rate, 전주보다 a week ago."""
    name = block.text[candidate.start : candidate.end]
    follows = _COUNTED if name in _RATES else _COMPARED if name == "전주" else None
    return follows is not None and follows.match(block.text, candidate.end) is not None


_RATES = ("분당", "초당", "시간당")
_COMPARED = re.compile(r"(?: ?\([^()]*\d[^()]*\))?(?:보다| ?대비| ?比|에 비해|와 비교)")
_COUNTED = re.compile(r" ?(?:약 |최대 |평균 )?\d")
