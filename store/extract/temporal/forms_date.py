"""The forms of dates: days, weeks, months, seasons, quarters, years, ages of history."""

from __future__ import annotations

from store.extract.temporal import words
from store.extract.temporal.pieces import (
    ALONE,
    DASH,
    DAY,
    EDGE,
    FIGURE,
    HALF,
    MONTH,
    NTH_WEEK,
    QUARTER,
    SAME,
    SEASON,
    SINCE,
    YEAR,
    YEAR_FIGURE,
    Form,
    any_of,
)

_FREE = r"(?=에|의|부터|까지|[은는]|엔|중|내|보다|[와과로]|만|인|[,.)∼~]|\s|$)"
_MONTH_WORDS = any_of([*(word for word in words.MONTHS if word != "전달"), *words.NARRATIVE_MONTHS])
_DAY_WORDS = any_of([*words.DAYS, *words.NARRATIVE_DAYS])

_PART_OF_ERA = r"(?:\s?(?:초중반|중후반|[전후]반기?|초반|중반|초|말))?"

NUMERIC = {
    "numeric": Form(
        r"(?<![\d.])(?P<y>(?:1[89]|20|21)\d\d)(?:\.\s?|-|/)(?P<m>\d{1,2})(?:\.\s?|-|/)"
        r"(?P<d>\d{1,2})(?!\d)",
        ("2018.5.21 = 2018-05-21", "2018-05-21 = 2018-05-21", "2018. 5. 21 = 2018-05-21"),
    ),
}

ERAS = {
    "decade": Form(
        FIGURE
        + rf"(?:(?P<from>\d{{2,4}})(?:년대)?{DASH})?(?P<y>\d{{2,4}})년(?:대(?!생)|\s대(?=\s|[에의는를가]))"
        + _PART_OF_ERA,
        ("1990년대 = 199", "80년대 = 198", "2000년대 초반 = 200"),
    ),
    "century": Form(ALONE + r"(?P<bc>기원전\s?)?(?P<c>\d{1,2})세기" + _PART_OF_ERA, ("21세기 = 20",)),
}

AGO = {
    "ago": Form(
        rf"{ALONE}(?P<ago>\d{{1,2}}|한)\s?년\s?전\s{SAME}",
        ("1년 전 같은 달 = -",),
    ),
}

DATES = {
    "week": Form(
        ALONE
        + rf"(?P<rel>지난|저번|이번|다음|오는|금(?=주{_FREE})|내(?=주{_FREE}))\s?주"
        + rf"(?:(?P<end>말){_FREE}|\s?(?P<wd>[월화수목금토일])요일"
        + rf"|\s?(?P<edge>초|중반|후반|말){_FREE}|{_FREE})",
        ("지난주 금요일 = 2019-03-01", "다음 주 화요일 = 2019-03-12", "이번 주 = 2019-W10"),
    ),
    "weekday": Form(
        ALONE
        + rf"(?:(?P<nth>(?:매[달월]\s)?(?:{any_of(words.ORDINALS)}))\s?주\s?"
        + r"|(?P<rel>지난|이번|오는|다음|매주)\s?)?"
        + r"(?P<wd>[월화수목금토일])요일",
        ("오는 금요일 = 2019-03-08", "매달 둘째 주 일요일 = -", "지난 금요일 = 2019-03-01"),
    ),
    "year": Form(
        rf"{ALONE}(?:{SINCE})?(?:(?P<since>{YEAR_FIGURE})년?{DASH}(?P<to>\d\d)\s?년"
        rf"|(?:(?P<from>{YEAR_FIGURE})년?{DASH})?{YEAR})"
        rf"(?:\s?{SAME}|\s?{HALF}|\s?{QUARTER}|\s?{SEASON}|\s?(?:{MONTH})(?:\s?{DAY}|\s?{EDGE}|\s?{NTH_WEEK})?"
        rf"|\s?{EDGE.replace('edge', 'yedge')})?",
        (
            "내년 9월 = 2020-09",
            "2018년 5월 21일 = 2018-05-21",
            "작년도 상반기 = 2018-01/2018-06",
            "2020~24년 = 2020/2024",
        ),
    ),
    "month": Form(
        FIGURE
        + rf"(?:{SINCE})?(?:(?P<moon>음력\s)?{MONTH}|(?<![가-힣])"
        + rf"(?P<mw>{_MONTH_WORDS}|전달(?=\s\d|보다|\s?대비|에\s비해))(?!리|러|력))"
        + rf"(?:\s?{DAY}|\s?{EDGE}|\s?{NTH_WEEK})?",
        (
            "12월 3일 = 2018-12-03",
            "지난달 10일 = 2019-02-10",
            "지난달 30일 = -",
            "이달 말 = 2019-03",
            "3월 셋째 주 = 2019-W12",
            "다음 달 둘째 주 금요일 = 2019-04-12",
        ),
    ),
    "half": Form(rf"{ALONE}(?:{SINCE})?{HALF}", ("하반기 = 2019-07/2019-12",)),
    "quarter": Form(
        rf"{FIGURE}(?:{SINCE})?{QUARTER}",
        ("지난 4분기 = 2018-10/2018-12", "4·1분기 = 2019-01/2019-03", "22분기 = -"),
    ),
    "this_quarter": Form(
        rf"{ALONE}(?P<rel>지난|이번|다음|직전|전)\s?분기(?!점)", ("직전 분기 = 2018-10/2018-12",)
    ),
    "day": Form(
        rf"{FIGURE}(?:{SINCE})?{DAY}",
        ("오는 31일 = 2019-03-31", "지난 19일 = 2019-02-19", "5일 = 2019-03-05"),
    ),
    "word": Form(
        rf"{ALONE}(?P<word>{_DAY_WORDS})(?!날|채움|배움|의집|의\s유머|로|이\s오면|야\s)",
        ("전날 = 2019-03-05", "모레 = 2019-03-08"),
    ),
    "within": Form(
        ALONE + r"(?P<word>연내|연말|연초|연중)(?!정산|연시)(?=[에까부의을를이은는과와,.)]|\s|$)",
        ("연내 = 2019", "연말 = 2019-12"),
    ),
    "season": Form(rf"{ALONE}(?P<rel>지난|이번|오는|다음)\s?{SEASON}", ("지난 겨울 = 2018-WI",)),
    "holiday": Form(
        rf"{ALONE}(?P<word>{any_of(words.HOLIDAYS)})",
        ("어린이날 = 2019-05-05", "3·1절 = 2019-03-01", "추석 = -"),
    ),
}
