"""The words that stand in an exported file, in each of the languages that a file can be in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from store.model import EntityType

Lang = Literal["ko", "en"]

KINDS = {
    "quotation": "발언",
    "statistic": "통계",
    "forecast": "전망",
    "event": "사건",
    "role": "직함",
    "enumeration": "목록",
}
STATUSES = {"accepted": "확인", "rejected": "기각", "edited": "고침", "": "미확인"}


class Labels(NamedTuple):
    """A language's words: by what they stand for, else headings and signs; ``folders`` are a vault's."""

    kinds: Mapping[str, str]
    statuses: Mapping[str, str]
    certainties: Mapping[str, str]
    flags: Mapping[str, str]
    folders: Mapping[EntityType, str]
    unknown: str
    indirect: str
    photo: str
    facts: str
    quotes: str
    quote: str
    notes: str
    note: str
    lost: str
    status: str
    source: str


KOREAN = Labels(
    kinds=KINDS,
    statuses=STATUSES,
    certainties={
        "asserted": "",
        "attributed": "출처 있음",
        "hearsay": "전언",
        "forecast": "전망",
        "hypothetical": "가정",
    },
    flags={"headline": "제목은 단정, 본문은 전언", "count": "수와 항목이 어긋남"},
    folders={"PS": "인물", "OG": "기관", "LC": "장소", "PD": "제품", "EV": "행사"},
    unknown="발언자 미상",
    indirect="간접 인용",
    photo="사진",
    facts="팩트",
    quotes="발언",
    quote="발언",
    notes="메모",
    note="메모",
    lost="자리를 잃은 메모",
    status="상태",
    source="출처",
)
ENGLISH = Labels(
    kinds={
        "quotation": "Statement",
        "statistic": "Figure",
        "forecast": "Forecast",
        "event": "Event",
        "role": "Office",
        "enumeration": "List",
    },
    statuses={"accepted": "accepted", "rejected": "rejected", "edited": "corrected", "": "not checked"},
    certainties={
        "asserted": "",
        "attributed": "with its source",
        "hearsay": "hearsay",
        "forecast": "forecast",
        "hypothetical": "hypothetical",
    },
    flags={
        "headline": "the headline asserts, the body reports",
        "count": "number and items disagree",
    },
    folders={"PS": "People", "OG": "Organisations", "LC": "Places", "PD": "Products", "EV": "Events"},
    unknown="speaker unknown",
    indirect="reported",
    photo="Photo",
    facts="Facts",
    quotes="Statements",
    quote="Statement",
    notes="Notes",
    note="Note",
    lost="Notes that lost their place",
    status="Verdict",
    source="Source",
)
LABELS: dict[Lang, Labels] = {"ko": KOREAN, "en": ENGLISH}
