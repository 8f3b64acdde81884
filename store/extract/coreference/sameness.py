"""When two names of one type mean the same, by their form alone; and which of them is the usual one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from unicodedata import normalize

from store.extract.coreference.organizations import USUAL as USUAL_BODY
from store.extract.coreference.places import USUAL as USUAL_PLACE
from store.extract.coreference.spread import YEARLY, is_short_for
from store.extract.coreference.teams import short_name
from store.extract.harvest import is_korean_name
from store.extract.lexicon import read_table, titles, words
from store.model import EntityType

MOST = 300
"""No article has more names of a type; beyond, each name is an entity of its own."""

_HANGUL = re.compile(r"[가-힣]")
_SYLLABLE = re.compile(r"[一-鿿미북일중러] ")
_HIDDEN = re.compile(r"[가-힣] ?모[ (씨]")
"""A person whose given name is withheld: 김 모(45) 씨."""
_NUMBER = re.compile(r"\d+(?=호$)")


def same_names(
    names: Sequence[str], type_: EntityType, apart: Set[tuple[str, str]] = frozenset()
) -> list[tuple[str, str]]:
    """Give the pairs of names that mean the same, (full, short); a short name of two others joins none.

    ``apart`` are pairs that the article tells to be two, whatever their form.
    """
    pairs = []
    names = names[:MOST]
    plain = {name: squeezed(name) for name in names}
    usual = {name: _usual(name, type_) for name in names}
    clubs = {name: short_name(name) for name in names if type_ == "OG"}
    rivals = sum(club is not None for club in clubs.values()) > 1
    for short in names:
        fulls: list[str] = []
        told = usual[short] if type_ == "OG" and usual[short] != short and usual[short] in plain else None
        for full in names:
            if full == short:
                continue
            if plain[full] == plain[short] or usual[full] == usual[short]:
                pairs.append((full, short))
            elif told is not None:
                continue
            elif clubs.get(full) == short:
                fulls += [full] if rivals or short not in words("organizations", "known") else []
            elif (full, short) not in apart and _is_full(full, short, type_, plain):
                fulls.append(full)
        if type_ == "PS":
            fulls = fulls[:1]
        if rivals:
            fulls = [full for full in fulls if clubs.get(full) == short] or fulls
        fulls = [full for full in fulls if not any(full.startswith(f"{other} ") for other in fulls)]
        longest = max(fulls, key=lambda full: len(plain[full]), default="")
        if all(plain[longest].endswith(plain[full]) for full in fulls):
            pairs += [(full, short) for full in fulls]
    return pairs


def _usual(name: str, type_: EntityType) -> str:
    """Give the name by which the tables know one: 韓 → 한국, MS → 마이크로소프트, 충청북도 → 충북."""
    if type_ == "LC":
        name = USUAL_PLACE.get(name, name)
        return str(read_table("places")["full"].get(name, name))
    if type_ == "OG":
        name = name.removeprefix("국회 ")
        name = _SHORTENED.sub(lambda match: _SHORT_ENDS[match[0]], USUAL_BODY.get(name, name))
        return str(read_table("organizations")["full"].get(name, name))
    return _spelt(name) if type_ == "PS" and " " in name else name


_SHORT_ENDS = {
    **{"지방법원": "지법", "고등법원": "고법", "지방검찰청": "지검", "고등검찰청": "고검"},
    **{"과학기술원": "과기원", "과학기술대": "과기대", "과학기술대학교": "과기대"},
}
_SHORTENED = re.compile("(?:지방|고등)(?:법원|검찰청)$|과학기술(?:원|대학교|대)$")
"""Courts, prosecutors and schools of science go by a shorter name as well: 나래지방법원, 나래지법."""


def _spelt(name: str) -> str:
    """Give a foreign name in one of its spellings: ㅐ and ㅔ are written for each other."""
    return "".join(_SPELLINGS.get(part, part) for part in normalize("NFD", name))


_SPELLINGS = {"\u1162": "\u1166", "\u1163": "\u1161", "\u1167": "\u1165"}
"""ㅐ as ㅔ; ㅑ as ㅏ and ㅕ as ㅓ, for no loanword tells 쟈 from 자."""


_LEFT_OUT = re.compile(r"[\s·]|㈜|\(주\)|주식회사")


def squeezed(name: str) -> str:
    """Give a name without what differs from one writer to the next: spaces, ㈜, case."""
    return _LEFT_OUT.sub("", name).casefold()


def _is_full(full: str, short: str, type_: EntityType, plain: Mapping[str, str]) -> bool:
    if type_ == "PS":
        return (
            short in full.split(" ")
            or (" " in short and full.endswith(f" {short}"))
            or short == f"{full}씨"
            or (is_korean_name(full) and len(short) == 2 and full[1:] == short)
        )
    if type_ == "LC":
        return _is_place(full, short)
    if type_ == "OG":
        if short[0] not in full:
            return False
        if _COUNTRYWIDE.sub("", full) == short and len(short) > 3:
            return True
        if short in USUAL_BODY:
            return False
        if plain[full].startswith(plain[short]):
            rest = plain[full].removeprefix(plain[short])
            if rest in _KINDS or (rest == "자동차" and short not in words("organizations", "groups")):
                return True
        if " " in short and _WORDS.fullmatch(f"{full}/{short}"):
            return True
        known = short in words("organizations", "known")
        return _is_tail(full, short, known=known) or (not known and is_short_for(short, full))
    if type_ == "EV":
        yearly = YEARLY.fullmatch(full)
        return full.endswith(f" {short}") or (yearly is not None and yearly[1] == short)
    if full in (f"{short}호", f"{short} 로켓") or _NUMBER.sub("", full) == short:
        return True
    if not full[-1].isdigit() or full[-1] != short[-1] or len(short) < 3:
        return False
    return full[:-1].startswith(short[:-1]) or is_short_for(short[:-1], full[:-1])


_WORDS = re.compile(r"(\S+) (?:\S+ ){1,2}(\S+)/\1 \2")
"""A body of several words, and without those in the middle: 나래랜드 채용비리 수사단, 나래랜드 수사단."""

_COUNTRYWIDE = re.compile("^(?:대한|한국|국립|전국)")
"""What the names of a nation's bodies begin with, and news leaves out: 대한수영연맹."""

_KINDS = ("그룹", "주식회사", "fc", "법률사무소", "방송", "tv")
"""What a body is, behind its name or not: 새길 법률사무소, BBC 방송."""


_TOWN = ("시", "군", "구", "현", "정")


def _is_place(full: str, short: str) -> bool:
    """Say whether a place is called in full by what it lies in, or by its kind of town: 충북 충주시."""
    larger, _, last = full.rpartition(" ")
    if short in words("places", "regions") or short in words("places", "countries"):
        return False
    first = larger.split(" ")[0]
    if larger and not (
        first.endswith(_TOWN) or first in words("places", "regions") | words("places", "countries")
    ):
        return False
    if last.removesuffix("민주공화국").removesuffix("공화국").removesuffix("왕국") == short != last:
        return True
    return (bool(larger) and last == short) or (
        len(short) > 1 and last[:-1] == short and last.endswith(_TOWN)
    )


def _is_tail(full: str, short: str, *, known: bool) -> bool:
    """인도네시아 국방부 for 국방부, 서울행정법원 for 행정법원: what is left over is a place, or a word.

    A city's body is not the nation's that the tables know: 서울경찰청 is not 경찰청.
    """
    if full.replace("지방", "") == short and short != full:
        return True
    if len(short) < 3 or not full.endswith(short):
        return False
    rest = full[: -len(short)]
    if rest in ("더불어", "자유", "바른") and full.endswith("당"):
        return True
    if rest.strip() in words("places", "regions"):
        return not known
    if rest.strip() in words("organizations", "groups") and len(short) > 3:
        return True
    return rest.endswith(" ") or rest in words("places", "countries")


def _is_stage_name(name: str, korean: Sequence[str]) -> bool:
    """Say whether a person goes by a name that is no Korean full name, though the article gives that too."""
    if name in korean or not _HANGUL.fullmatch(name[0]) or name.endswith((*titles(), "씨")):
        return False
    return not any(name in full for full in korean)


def usual_name(names: Iterable[str], type_: EntityType) -> str:
    """Choose the fullest usual Korean form among an entity's names, given in the order of first mention."""
    named = list(names)
    if type_ == "LC":
        usual = {USUAL_PLACE[name]: None for name in named if name in USUAL_PLACE}
        if usual:
            return next(iter(usual))
    if type_ == "OG":
        by_letters = [name for name in named if name in words("organizations", "by_letters")]
        usual_bodies = [USUAL_BODY[name] for name in named if name in USUAL_BODY]
        named = by_letters or usual_bodies or named
    if type_ == "PS":
        bare = [n for n in named if n.rpartition(" ")[2] not in titles() or _HIDDEN.match(n)]
        korean = [name for name in bare if is_korean_name(name)]
        if korean and _is_stage_name(bare[0], korean):
            return bare[0]
        named = korean or bare or named
    name = max(named, key=lambda name: (bool(_HANGUL.search(name)), len(squeezed(name))))
    return USUAL_PLACE[name[0]] + name[1:] if _SYLLABLE.match(name) and name[0] in USUAL_PLACE else name
