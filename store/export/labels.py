"""The words that stand in an exported file."""

from __future__ import annotations

KINDS = {
    "quotation": "발언",
    "statistic": "통계",
    "forecast": "전망",
    "event": "사건",
    "role": "직함",
    "enumeration": "목록",
}
STATUSES = {"accepted": "확인", "rejected": "기각", "edited": "고침", "": "미확인"}
CERTAINTIES = {
    "asserted": "",
    "attributed": "출처 있음",
    "hearsay": "전언",
    "forecast": "전망",
    "hypothetical": "가정",
}
SPEAKER_UNKNOWN = "발언자 미상"
INDIRECT = "간접 인용"
FLAGS = {"headline": "제목은 단정, 본문은 전언", "count": "수와 항목이 어긋남"}
