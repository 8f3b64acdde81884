"""The forms of clock times."""

from __future__ import annotations

from store.extract.quantity.numerals import NATIVE
from store.extract.temporal.pieces import ALONE, DASH, Form

_PART = r"오전|오후|새벽|아침|한낮|대낮|낮|저녁|한밤|밤|심야"
_NOT_HOUR = (
    "간 즌 티 장 민 청 군 내 대 점 리즈 작 세 트 스템 설 위 행 각 험 범 즉 일 당 절 집 상 술 책 의회 교육"
)
_HOUR = rf"\s?시(?!{_NOT_HOUR.replace(' ', '|')}|도(?!\s|착))"
_REST = r"(?:\s?(?P<min>\d{1,2})분(?!기|의))?(?:\s?(?P<s>\d{1,2})초)?(?P<half>\s?반(?=[에께쯤경]|\s|$))?"
_UPTO = rf"(?:{DASH}(?:(?P<mer2>{_PART})\s?)?(?P<h2>\d{{1,2}})시(?!간)(?:\s?(?P<min2>\d{{1,2}})분)?)?"

CLOCKS = {
    "digital": Form(
        ALONE
        + r"(?:(?P<mer>오전|오후)\s?)?(?<![\d:.])(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2}))?(?![\d:])"
        r"(?:\s?(?P<m>[ap])\.?m\b\.?)?",
        ("6:30 p.m. = 2019-03-06T18:30", "16:30 = 2019-03-06T16:30", "오후 5:05 = 2019-03-06T17:05"),
    ),
    "clock_run": Form(
        ALONE + rf"(?:(?P<mer>{_PART})\s?)?(?P<h>\d{{1,2}}){DASH}(?P<h2>\d{{1,2}})시(?!간)",
        ("오후 2∼4시 = 2019-03-06T14:00/2019-03-06T16:00",),
    ),
    "clock": Form(
        rf"(?<![\d.,:])(?:{ALONE}(?P<mer>{_PART})\s?)?(?P<h>\d{{1,2}}){_HOUR}{_REST}{_UPTO}",
        (
            "오후 2시 30분 = 2019-03-06T14:30",
            "낮 12시 = 2019-03-06T12:00",
            "오전 10시∼오후 6시 = 2019-03-06T10:00/2019-03-06T18:00",
            "밤 12시 = 2019-03-07T00:00",
        ),
    ),
    "clock_word": Form(
        rf"{ALONE}(?P<mer>{_PART})\s?(?P<hw>{NATIVE}){_HOUR}{_REST}", ("새벽 세 시 = 2019-03-06T03:00",)
    ),
    "noon": Form(
        ALONE + r"(?P<noon>정오|자정)(?=[에까부의을를이께쯤은는과와,.)]|\s|$)",
        ("정오 = 2019-03-06T12:00", "자정 = 2019-03-07T00:00"),
    ),
}
