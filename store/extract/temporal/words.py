"""Words of time: a table a row, each with what it means; to teach a new word, add it here."""

from __future__ import annotations

DAYS: dict[str, int | None] = {
    "그끄저께": -3, "그끄제": -3, "그저께": -2, "그제": -2, "엊그제": None, "어제": -1,
    "어젯밤": -1, "어제저녁": -1, "간밤": -1, "지난밤": -1, "작일": -1,
    "오늘": 0, "금일": 0, "내일": 1, "명일": 1, "모레": 2, "글피": 3,
}  # fmt: skip
"""Days counted from the day of the article; None where the word does not say which."""

NARRATIVE_DAYS: dict[str, int] = {
    "이날": 0, "이 날": 0, "전날": -1, "전일": -1, "이튿날": 1, "다음날": 1, "다음 날": 1, "익일": 1,
    "그날": 0, "같은날": 0, "같은 날": 0,
}  # fmt: skip
"""Days counted from the day that is being told of."""

ANAPHORIC_DAYS = frozenset({"이튿날", "다음날", "다음 날", "익일", "그날", "같은날", "같은 날"})
"""Those that always look back at a day named before."""

YEARS: dict[str, int] = {
    "올해": 0, "올": 0, "금년": 0, "금년도": 0, "이번 해": 0, "지난해": -1, "지난 해": -1, "작년": -1,
    "작년도": -1, "재작년": -2, "내년": 1, "내년도": 1, "다음 해": 1, "내후년": 2,
}  # fmt: skip
"""Years counted from the year of the article."""

NARRATIVE_YEARS: dict[str, int] = {
    "전년": -1, "전년도": -1, "이듬해": 1, "그해": 0, "같은 해": 0, "같은해": 0, }  # fmt: skip
"""Years counted from the year named before."""

HALVES: dict[str, tuple[int, int]] = {
    "상반기": (1, 6),
    "하반기": (7, 12),
    "전반기": (1, 6),
    "후반기": (7, 12),
}
"""First and last month of each half of a year."""

MONTHS: dict[str, int] = {
    "지난달": -1, "지난 달": -1, "전달": -1, "전월": -1, "이달": 0, "이 달": 0, "이번 달": 0, "이번달": 0,
    "다음 달": 1, "다음달": 1, "내달": 1,
}  # fmt: skip
"""Months counted from the month of the article."""

MONTHS_BEFORE = frozenset({"전달", "전월"})
"""Those that count from the month told of: figures of April, reported in May, are set against March."""

NARRATIVE_MONTHS = frozenset({"같은 달", "같은달", "그달", "그 달"})
"""Months that look back at the month named before."""

RELATIVES: dict[str, int] = {"지난": -1, "저번": -1, "이번": 0, "금": 0, "오는": 1, "다음": 1, "내": 1}
"""What stands before a week, a weekday or a quarter."""

ORDINALS: dict[str, int] = {"첫": 1, "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "마지막": -1}
"""Which week of a month: 이달 셋째 주."""

WEEKDAYS = {name: index for index, name in enumerate("월화수목금토일")}
"""Days of the week, Monday 0."""

SEASONS = {"봄": "SP", "여름": "SU", "가을": "FA", "겨울": "WI"}
"""Seasons with their TIMEX3 codes."""

HOLIDAYS: dict[str, tuple[int, int] | None] = {
    "신정": (1, 1), "삼일절": (3, 1), "3·1절": (3, 1), "식목일": (4, 5), "어린이날": (5, 5),
    "어버이날": (5, 8),
    "스승의 날": (5, 15), "스승의날": (5, 15), "현충일": (6, 6), "제헌절": (7, 17), "광복절": (8, 15),
    "국군의 날": (10, 1), "국군의날": (10, 1), "개천절": (10, 3), "한글날": (10, 9),
    "크리스마스 이브": (12, 24), "크리스마스이브": (12, 24), "크리스마스": (12, 25), "성탄절": (12, 25),
    "설날": None, "설 연휴": None, "추석 연휴": None, "추석": None, "한가위": None,
}  # fmt: skip
"""Holidays with their month and day; None for those of the lunar calendar."""

DURATIONS: dict[str, str] = {
    "하루": "P1D", "이틀": "P2D", "사흘": "P3D", "나흘": "P4D", "닷새": "P5D", "엿새": "P6D", "이레": "P7D",
    "여드레": "P8D", "아흐레": "P9D", "열흘": "P10D", "보름": "P15D", "일주일": "P1W", "반년": "P6M",
    "반 년": "P6M", "반세기": "P50Y",
}  # fmt: skip
"""Lengths of time that are one word."""

PARTS_OF_DAY: dict[str, str] = {
    "오전": "MO", "아침": "MO", "새벽": "MO", "낮": "MI", "점심": "MI", "오후": "AF",
    "저녁": "EV", "밤": "NI", "심야": "NI",
}  # fmt: skip
"""Parts of the day with their TIMEX3 codes."""

MORNING = frozenset({"오전", "아침", "새벽"})
"""Parts of the day whose hours are read as they stand; those of the others are read past noon."""
