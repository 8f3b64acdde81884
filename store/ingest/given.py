"""What BIGKinds tells of an article beside its text, read again from the bytes that are kept of it."""

from __future__ import annotations

import json
from collections.abc import Mapping

import msgspec

from store.ingest.fields import mapped

CUT = 190
"""Characters from which on the text of a row is taken to be cut: BIGKinds gives about 200."""
MARK = b'{"BIGKinds": '
_COLUMNS: dict[str, tuple[str, ...]] = {
    "identifier": ("뉴스 식별자", "뉴스ID", "기사 식별자", "식별자", "news id"),
    "people": ("인물", "인명", "인물명"),
    "places": ("위치", "지역", "장소", "위치명"),
    "organizations": ("기관", "기관명", "단체"),
    "keywords": ("특성추출", "특성 추출(가중치순 상위 50개)", "키워드"),
    "categories": ("통합 분류", "통합 분류1", "통합 분류2", "통합 분류3", "분류"),
    "incidents": ("사건/사고 분류", "사건/사고 분류1", "사건/사고 분류2", "사건/사고 분류3"),
    "excluded": ("분석제외 여부", "분석제외", "분석 제외 사유"),
}
"""What BIGKinds calls its columns over the years; blanks and punctuation make no difference."""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What an archive tells of an article beside its text; ``cut`` where it gives only the beginning."""

    archive: str
    identifier: str = ""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    excluded: str = ""
    cut: bool = False


def given(raw: bytes) -> Given | None:
    """Give what BIGKinds told of the article that was read from ``raw``, None where it told nothing."""
    if not raw.startswith(MARK):
        return None
    record: dict[str, str] = json.loads(raw)["BIGKinds"]
    told = told_in(record)
    return Given(
        archive="BIGKinds",
        identifier=told.get("identifier", ""),
        excluded=told.get("excluded", ""),
        cut=len(mapped(record).get("body", "")) >= CUT,
        **{name: _listed(told.get(name, "")) for name in _LISTS},
    )


_LISTS = ("people", "places", "organizations", "keywords", "categories", "incidents")


def told_in(record: Mapping[str, str]) -> dict[str, str]:
    """Give the cells of the columns that only BIGKinds has, those of one name joined by commas."""
    told: dict[str, list[str]] = {}
    for name, cell in record.items():
        known = _BY_NAME.get(_plain(name))
        if known and cell:
            told.setdefault(known, []).append(cell)
    return {name: ",".join(cells) for name, cells in told.items()}


def _plain(name: str) -> str:
    return "".join(char for char in name.partition("(")[0].casefold() if char.isalnum())


_BY_NAME = {_plain(theirs): ours for ours, names in _COLUMNS.items() for theirs in names}


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in cell.split(",") if (name := part.strip())))
