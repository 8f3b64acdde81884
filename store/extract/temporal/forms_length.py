"""The forms of lengths of time, from years to seconds, and of dates that lie so long before or after."""

from __future__ import annotations

from store.extract.quantity.numerals import FIGURE as DIGITS
from store.extract.quantity.numerals import NATIVE, NATIVE_RANGES, NUMBER
from store.extract.temporal import words
from store.extract.temporal.pieces import ALONE, DASH, FIGURE, LAST, SHIFT, YEAR_FIGURE, Form, any_of

_FOLLOWS = (
    r"(?=\s?(?:간(?!담|부|접)|동안|째|만에|만의|만이|연속|이내|내[에로의]|내\s|안에"
    r"|이상|이하|미만|넘게|가량|정도|남짓|밖에|치(?![러르뤄룬룰]|\s?[<《〈「『])|에\s?(?:한|두|세|네|\d+)\s?(?:번|차례|회|건|명|개|곳)))"
)
_SHIFT_FOLLOWS = r"(?=\s?(?:뒤|후(?![보반원속])|전(?=[에의인부까]|\s|쯤|이)))"
FIGURE_AND_POWERS = rf"(?={DIGITS}[만억천]){NUMBER}"
_COUNT = r"(?P<n>\d{1,3}(?:,\d{3})*|\d+)(?:\.(?P<frac>\d))?여?\s?"
_HALF = r"(?P<half>\s반(?![가-힣]))"
_VAGUE = rf"(?:수십|수백|수천|수|몇십|몇|십수|여러|두어|두\s세|한\s두|{any_of(NATIVE_RANGES)})\s?"


def _run(unit: str) -> str:
    return rf"(?:(?P<low>\d{{1,4}})(?:{unit})?{DASH})?"


SHORT = {
    "hours": Form(
        rf"{FIGURE}{_run('시간')}(?:(?P<h>{NUMBER})여?\s?|(?<![가-힣])(?<!두\s)(?P<hw>{NATIVE})\s?)시간"
        rf"여?(?:\s?(?P<min>\d+)여?\s?분)?(?:\s?(?P<s>\d+)초)?{_HALF}?{SHIFT}",
        (
            "2시간 30분 = PT2H30M",
            "세 시간 = PT3H",
            "3시간 전 = -",
            "1시간 반 = PT1H30M",
            "1천770시간 = PT1770H",
            "2시간 30여분 = PT2H30M",
        ),
    ),
    "minutes": Form(
        rf"{FIGURE}(?:(?<![가-힣])(?P<match>전반|후반|연장\s전반|연장\s후반)\s)?{_run('분')}(?P<min>\d{{1,4}})여?\s?분"
        rf"(?!의|기|위|야|할|류|량|열)(?:\s?(?P<s>\d+)(?:\.\d+)?초)?{SHIFT}",
        ("45분 = PT45M", "후반 30분 = -"),
    ),
    "seconds": Form(
        rf"{FIGURE}{_run('초')}(?P<s>\d+(?:\.\d+)?)초(?!등|중|반|과|고)(?P<hundredths>\d{{2,3}}(?!\d))?{SHIFT}",
        ("9.8초 = PT9.8S", "36초57 = PT36.57S"),
    ),
}

LONG = {
    "nights": Form(rf"{FIGURE}(?:\d{{1,3}}|무)박\s?(?P<n>\d{{1,3}})일", ("1박 2일 = P2D", "무박 2일 = P2D")),
    "years": Form(
        rf"{FIGURE}{LAST}(?!{YEAR_FIGURE}(?:\s?년|{DASH}\d\d\s?년))(?!\d\d\s?년\s?\d{{1,2}}월){_run('년')}(?!{YEAR_FIGURE}\s?년){_COUNT}"
        r"년(?!도(?!\s)|[대생산물제차식]|\s대|\s차(?!례)|형\s|월)"
        rf"(?:\s?(?P<months>\d{{1,2}})개월|\s?(?P<months2>\d{{1,2}})월(?!\s?\d)|{_HALF})?(?:여(?=\s[전뒤후]))?{SHIFT}",
        (
            "4년 = P4Y",
            "지난 10년 = P10Y",
            "1년 6개월 = P1Y6M",
            "3년 뒤 = 2022",
            "2년 반 = P2Y6M",
            "5~6년 = -",
        ),
    ),
    "millennia": Form(
        rf"{FIGURE}(?P<n>[12]\d00(?=년\s?(?:전|동안|간|넘))|{FIGURE_AND_POWERS})\s?년(?!도|대|생|산){SHIFT}",
        ("1500년 전 = 0519", "2억 5000만 년 = P250000000Y", "1만년 = P10000Y", "5천년 = P5000Y"),
    ),
    "months": Form(
        rf"{FIGURE}{LAST}{_run('개월')}{_COUNT}(?:개월|달(?![러력])){_HALF}?{SHIFT}",
        ("3개월 = P3M", "6개월 전 = 2018-09", "2~3개월 = -"),
    ),
    "quarters": Form(rf"{FIGURE}(?P<n>\d{{1,2}})\s?분기(?=\s?(?:연속|만에|만이|째|동안|간))", ()),
    "weeks": Form(
        rf"{FIGURE}(?<!주식\s)(?<!지분\s){LAST}{_run('주')}(?P<n>\d{{1,2}})여?\s?주"
        rf"(?:일(?!에\s한)|(?![가-힣])|(?=간|만에|동안|연속|뒤|후|전|째|에|의|는|나|이내|이상|씩|를|도|까지)){SHIFT}",
        ("2주 = P2W", "3주 뒤 = 2019-03-27"),
    ),
    "days": Form(
        rf"{FIGURE}(?:{LAST}{_run('일')}(?P<n>\d{{3,}}|\d{{1,2}}(?:,\d{{3}})*)일{_FOLLOWS}|{LAST}(?P<n2>\d{{3,4}}|3[2-9]|[4-9]\d)일(?!권)"
        rf"|(?<!지난\s)(?<!지난)(?P<n3>\d{{1,2}})일{_SHIFT_FOLLOWS}|(?P<n4>\d{{1,3}})여\s?일|(?<=정지\s)(?P<n5>\d{{1,3}})일"
        rf"|(?<![가-힣]주\s)(?<=주\s)(?<!음\s주\s)(?<!난\s주\s)(?<!번\s주\s)(?P<n6>[1-7])일){SHIFT}",
        ("20일 = 2019-02-20", "100일 = P100D", "3일 뒤 = 2019-03-09", "10여 일 = P10D"),
    ),
    "counted": Form(
        rf"{ALONE}{LAST}(?P<nw>{NATIVE})\s?(?P<unit>달(?![러라콤리걀])|해(?=\s?(?:동안|만|전|뒤|를|$)))(?P<half>\s반)?{SHIFT}",
        ("한 달 = P1M", "두 달 뒤 = 2019-05", "석 달 = P3M"),
    ),
    "length": Form(
        ALONE
        + rf"{LAST}(?P<word>{any_of(word for word in words.DURATIONS if word != '하루')})(?!달|밭)"
        + SHIFT,
        ("사흘 = P3D", "열흘 뒤 = 2019-03-16", "보름 = P15D", "반년 = P6M"),
    ),
    "one_day": Form(
        rf"{ALONE}(?P<word>하루)(?:(?=\s?(?:만에|동안|앞|사이|간(?=[의에\s])))|(?=\s?[전뒤후]){SHIFT})",
        ("하루 전 = 2019-03-05",),
    ),
    "vague": Form(
        rf"{ALONE}{LAST}{_VAGUE}(?:년|개월|달|주(?=\s?(?:간|동안|만|전|뒤|째))|일(?=\s?[간만동전뒤후])"
        + rf"|해(?=\s?(?:동안|만에|전|뒤|째))){SHIFT}",
        ("수년 = -", "몇 달 = -", "두세 달 = -", "서너 해 전 = -"),
    ),
}
