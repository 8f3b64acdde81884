"""The fields of the query language, their Korean names, and the values that some of them take."""

from __future__ import annotations

FIELDS = {
    "speaker": "speaker",
    "발언자": "speaker",
    "person": "person",
    "인물": "person",
    "org": "org",
    "기관": "org",
    "place": "place",
    "장소": "place",
    "product": "product",
    "제품": "product",
    "event": "event",
    "행사": "event",
    "title": "title",
    "직함": "title",
    "headline": "headline",
    "제목": "headline",
    "kind": "kind",
    "종류": "kind",
    "certainty": "certainty",
    "확실성": "certainty",
    "source": "source",
    "출처": "source",
    "author": "author",
    "기자": "author",
    "tag": "tag",
    "태그": "tag",
    "status": "status",
    "상태": "status",
    "has": "has",
    "있음": "has",
    "is": "is",
    "읽음": "is",
    "자리": "is",
    "date": "date",
    "날짜": "date",
    "id": "id",
    "번호": "id",
    "story": "story",
    "묶음": "story",
    "shelf": "shelf",
    "책꽂이": "shelf",
}
"""What may stand before the colon, and the field that it means."""

VALUES = {
    "kind": {
        "quotation": "quotation",
        "발언": "quotation",
        "statistic": "statistic",
        "통계": "statistic",
        "forecast": "forecast",
        "전망": "forecast",
        "event": "event",
        "사건": "event",
        "role": "role",
        "직함": "role",
        "enumeration": "enumeration",
        "목록": "enumeration",
    },
    "certainty": {
        "asserted": "asserted",
        "단정": "asserted",
        "attributed": "attributed",
        "출처있음": "attributed",
        "hearsay": "hearsay",
        "전해들음": "hearsay",
        "forecast": "forecast",
        "전망": "forecast",
        "hypothetical": "hypothetical",
        "가정": "hypothetical",
    },
    "status": {
        "accepted": "accepted",
        "확인": "accepted",
        "rejected": "rejected",
        "기각": "rejected",
        "edited": "edited",
        "고침": "edited",
    },
    "has": {
        "note": "note",
        "메모": "note",
        "tag": "tag",
        "태그": "tag",
        "status": "status",
        "판정": "status",
        "annotation": "annotation",
        "표시": "annotation",
        "repeats": "repeats",
        "중복": "repeats",
        "reading": "reading",
        "분석": "reading",
    },
    "is": {
        "unread": "unread",
        "아니오": "unread",
        "read": "read",
        "예": "read",
        "orphan": "orphan",
        "잃음": "orphan",
    },
}
"""Fields whose values are a fixed set, with what each spelling means."""

READ = frozenset({"speaker", "person", "org", "place", "product", "event", "title", "kind", "certainty"})
"""Fields that only articles which were read can have."""

SAID_OF = {"읽음": ("unread", "read"), "자리": ("orphan",)}
"""Names of a field that go with some of its values only, so that both together say something."""
