"""The tagger's names as candidates: repaired, and believed only as far as it is sure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from store.extract.coreference.body_boundary import KIND
from store.extract.coreference.boundary import trim
from store.extract.coreference.candidate import Candidate, tokens_inside
from store.extract.document import Document, TextBlock
from store.extract.hangul import NAME_END, any_of, ends_word
from store.extract.harvest import is_foreign_word, is_korean_name
from store.extract.lexicon import endings, read_table, titles, words
from store.extract.names import Name
from store.model import EntityType

PHRASE, WORD = 0.87, 0.6
"""A name of several words is believed above the tables, for it is longer; one of one word below the rules."""

FAIR, GOOD, SURE, NEVER = 0.36, 0.66, 0.84, 0.98
"""How sure the tagger must be once in an article: of any name, of an odd one, of a common noun."""

SHORTEST_FIRM = 4
"""Syllables of the shortest name that the word for a firm at its end makes no person: 가온필름."""

_TYPES: dict[str, EntityType] = {"PS": "PS", "LC": "LC", "OG": "OG"}
_COMMON = ("NNG", "XSN", "XPN", "NNB")
_DERIVED = re.compile(r"(?:형|식|인|어|시간|시각)(?![가-힣])")
_MADE_IN = re.compile(rf"(?:산|발|계|제|풍|인|명){NAME_END}")
"""What makes another word of a place or a body: 한국형, 미국산."""
_AUTHORITIES = ("당국", "업계", "학계")
"""What makes a field of what stands before it: 교정당국, 제약업계."""
_NAMED_AFTER = re.compile(rf"(?:[가-힣]{{2}})?(?:상|배|법){NAME_END}")
"""What is called after a person, and is none: 한택준상, 구은솔문학상."""
_LABEL = re.compile(r"[AQ]\.?")
"""What stands before an answer or a question of an interview: A. 온실가스 때문입니다."""

_SPACE = re.compile(r"\s")
_LETTER = re.compile(r"[가-힣A-Za-z一-鿿]")


def from_tagger(document: Document, names: Sequence[Name]) -> list[Candidate]:
    """Give a candidate for each PS, LC and OG of the tagger that is left after its repair."""
    found: list[tuple[Candidate, str]] = []
    best: dict[str, float] = defaultdict(float)
    for name in names:
        candidate = _repaired(document.blocks[name.block], name) if name.type in _TYPES else None
        if candidate is None:
            continue
        text = document.blocks[name.block].text[candidate.start : candidate.end]
        best[text] = max(best[text], name.score)
        found.append((candidate, text))
    bodied = {(name.block, name.start - 1) for name in names if name.type == "OG"}
    found = [
        (_with_surname(document.blocks[c.block], c, text) if (c.block, c.end) in bodied else c, text)
        for c, text in found
    ]
    bodies = {text.rpartition(" ")[2] for candidate, text in found if candidate.type in ("OG", "LC")}
    kept = [(c, text) for c, text in found if best[text] >= _needed(document.blocks[c.block], c, text)]
    return [_without_body(c, text, bodies) if c.type == "PS" else c for c, text in kept]


def _repaired(block: TextBlock, name: Name) -> Candidate | None:
    """Give one name of the tagger whole and of the right type; None where it is no name."""
    type_ = _TYPES[name.type]
    start, end = trim(block, name.start, name.end, type_)
    text = block.text[start:end]
    if (
        text in titles()
        or _LABEL.fullmatch(text)
        or (type_ != "PS" and _OFFICE.search(text))
        or _goes_on(block.text, text, end, type_)
    ):
        return None
    foreign = type_ == "PS" and is_foreign_word(text)
    if (type_ == "LC" or foreign) and (college := _COLLEGE.match(block.text, end)):
        end, type_ = college.end(), "OG"
        text = block.text[start:end]
    if foreign and _FOREIGN_TOWN.search(text):
        type_ = "LC"
    if type_ != "PS" and len(text) > _STAFF_LEN and text.endswith(_STAFF):
        return None
    if foreign and type_ == "PS" and (kind := KIND.match(block.text, end)):
        end, type_ = kind.end(), "LC"
        text = block.text[start:end]
    if len(text) < 5 and _states().issuperset(text):
        return None
    if not _LETTER.search(text) or (len(text) == 1 and "가" <= text <= "힣"):
        return None
    type_ = _plain_type(text, type_)
    if type_ == "OG" and text in words("organizations", "fields"):
        return None
    if type_ == "LC" and text[-1] in "명산발" and text[:-1] in words("places", "countries"):
        return None
    if type_ == "OG" and _GOVERNMENT.match(block.text, end) and text not in words("places", "countries"):
        type_ = "PS" if is_korean_name(text) or is_foreign_word(text) else type_
    weight = PHRASE if _SPACE.search(text) else WORD + 0.1 * name.score
    return Candidate(name.block, start, end, type_, weight, tagged=True)


def _goes_on(text: str, name: str, end: int, type_: EntityType) -> bool:
    """Say whether what is glued to a name makes another word of it: 한국형, 서울시장, 한택준상."""
    if text.startswith(_AUTHORITIES, end) or _DERIVED.match(text, end):
        return True
    if name.isascii() and not ends_word(text, end):
        return True
    if type_ == "PS":
        return _NAMED_AFTER.match(text, end) is not None
    return bool(_held().match(text, end) or _MADE_IN.match(text, end))


_STAFF, _STAFF_LEN = ("대원", "요원", "단원", "부대원"), 3
"""Who is of a body, and is none: 119구조대원."""

_FOREIGN_TOWN = re.compile(r" [가-힣]{3,6}시$")
"""A town of two words that the tagger takes for a person: 산타 클라라시."""

_COLLEGE = re.compile(rf" (?:국립|주립|시립|공과|의과|여자)?대학교?{NAME_END}")
"""What makes a university of the town before it, in a word of its own: 나래 산교 대학."""


def _with_surname(block: TextBlock, person: Candidate, text: str) -> Candidate:
    """Give a foreign person the word that the tagger gave to the body behind: 그리어 무역대표부."""
    match = _SURNAME.match(block.text, person.end)
    whole = match is not None and " " not in text and not is_korean_name(text) and _is_office(match[2])
    return person._replace(end=match.end(1)) if match is not None and whole else person


_SURNAME = re.compile(
    r" ([가-힣]{2,4}) ([가-힣]{3,8})(?: ?\([A-Z]+\))? (?:대표|장관|국장|위원장|의장|총재|대변인)"
)


def _is_office(name: str) -> bool:
    """Say whether a word is a body of a state by itself: 무역대표부, 국무부."""
    return name in words("places", "bodies") or name.endswith(("부", "위원회"))


def _without_body(candidate: Candidate, text: str, bodies: set[str]) -> Candidate:
    """Cut off a full name's end what the tagger takes for a body or a place elsewhere in the article."""
    name, _, last = text.rpartition(" ")
    full = " " in name or is_korean_name(name)
    return candidate._replace(end=candidate.end - len(last) - 1) if full and last in bodies else candidate


_OFFICE = re.compile(
    r"(?<=[가-힣]{2})(?:세관장|지청장|지회장|지부장|본부장|교육장|시장|도지사|구청장|군수|지검장|법원장|청장|서장|위원장|은행장|총장|교육감|연구소장|연구원장|병원장|의료원장|협회장|학회장|조합장)$"
)


@cache
def _held() -> re.Pattern[str]:
    """What makes an office of what it is glued to: 서울시장, 한국회계학회장, 주미대사; but no factory."""
    no_heads = any_of(words("persons", "no_heads"))
    return re.compile(
        rf"(?![가-힣]*(?:{no_heads}){NAME_END})[가-힣]{{0,9}}(?:장|지사|군수|대사|교육감|시의원|도의원)(?:직|실)?{NAME_END}"
    )


@cache
def _states() -> frozenset[str]:
    """The syllables that stand for countries: 한미일 is several, and no name."""
    return frozenset(read_table("places")["syllable"]) | {"남"}


_GOVERNMENT = re.compile(r" (?:정부|행정부|정권|내각)")
"""What is called after the person at its head: 한도윤 정부."""
_LETTERED = re.compile(r"[가-힣]{2,6} [A-Z]{3,6}")
"""A body by its letters after its country: 미국 CSIS."""
_CLUB = re.compile(r"[가-힣] ?(?:FC|SK|HD|KB|KT|GS|LG|BNK)$")


_COMMITTEES = (
    "보건소",
    "성심병원",
    "대책위",
    "비대위",
    "공대위",
    "추진위",
    "범대위",
    "대책위원회",
    "추진위원회",
)


def _plain_type(text: str, type_: EntityType) -> EntityType:
    """Give the type that the end of a name tells beyond doubt: 경부고속도로 is a place."""
    if text.endswith(endings("places", "endings")):
        return "LC"
    if type_ == "LC" and (_CLUB.search(text) or _LETTERED.fullmatch(text) or text.endswith(_COMMITTEES)):
        return "OG"
    firm = text.endswith(endings("organizations", "firms"))
    person = type_ == "PS" and (len(text) < SHORTEST_FIRM or " " in text)
    return "OG" if firm and not person else type_


def _needed(block: TextBlock, candidate: Candidate, text: str) -> float:
    """Give how sure the tagger must be of a name: more where it looks like none."""
    inside = tokens_inside(block, candidate.start, candidate.end)
    common = bool(inside) and all(token.tag in _COMMON for token in inside)
    if candidate.type == "PS":
        if is_korean_name(text) or " " in text:
            return FAIR
        if text in words("persons", "not_names"):
            return SURE
        if block.text.startswith((" 씨", "씨"), candidate.end):
            return FAIR
        return NEVER if common else SURE if text.isascii() else GOOD
    known = text in words("organizations", "known") or text.endswith(
        endings("organizations", "long_suffixes")
    )
    if candidate.type == "LC":
        return (
            SURE if common and len(inside) == 1 and not text.endswith(endings("places", "address")) else FAIR
        )
    glossed = block.text.startswith("(", candidate.end)
    return SURE if common and not known and not glossed else FAIR


class Tagged:
    """Answers what the tagger takes a stretch of a block for."""

    def __init__(self, names: Sequence[Name]) -> None:
        """Index ``names`` by block."""
        self._by_block: dict[int, list[Name]] = {}
        for name in names:
            self._by_block.setdefault(name.block, []).append(name)

    def reader(self, block: int) -> Callable[[int, int], str | None]:
        """Give a function from ``start, end`` to the type of the tagger's name there, or None."""
        names = self._by_block.get(block, [])

        def typed(start: int, end: int) -> str | None:
            for name in names:
                if name.start < end and start < name.end:
                    return name.type
            return None

        return typed
