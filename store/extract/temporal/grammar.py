"""The forms of Korean time expressions: one pattern each, joined into one that scans a text once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.extract.numerals import NATIVE
from store.extract.temporal import words


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(names, key=lambda n: (-len(n), n)))


_DASH = r"\s?[∼~〜～\-–—]\s?"
_ALONE = r"(?<![가-힣A-Za-z0-9])"
_FIGURE = r"(?<![\d.,:A-Za-z\-])(?<![\d.]\s[∼~])(?<!제)"

_AFTER_THIS = r"(?=\s?(?:\d{1,2}월|[1-4]분기|상반기|하반기|봄|여름|가을|겨울|연말|연초|초[\s에까부]|말[\s에까부]|들어|한\s?해))"
_YEAR = (
    r"(?:(?P<y>(?:1[3-9]|20|21)\d\d)(?:\s?년도?|학년도)|['’‘](?P<yy>\d\d)\s?년|(?P<y2>\d\d)년(?=\s?\d{1,2}월)"
    rf"|(?P<yw>{_any(n for n in words.YEARS if n != '올')}|{_any(words.NARRATIVE_YEARS)}|올{_AFTER_THIS}))"
)
_MONTH = r"(?P<m>\d{1,2})(?:월?" + _DASH + r"(?P<m2>\d{1,2})|[·ㆍ](?P<m3>\d{1,2}))?\s?월(?!드|세|급|호|령)"
_NOT_DAY = r"(?!\s?(?:간(?!담|부|접)|동안|째|만에|만의|만이|연속)|\d|권|장)"
_DAY = (
    r"(?P<d>\d{1,2})(?:일?"
    + _DASH
    + r"(?:(?P<dm>\d{1,2})월\s?)?(?P<d2>\d{1,2})|[·ㆍ](?P<d3>\d{1,2}))?일"
    + _NOT_DAY
)
_AFTER_EDGE = r"(?=까지|부터|에|을|이[다었며고]|인|의|쯤|께|경|로|과|와|보다|만|[,.)\]'\"”’…∼~]|\s|$)"
_EDGE = rf"(?P<edge>초반|중반|후반|상순|초순|중순|하순|연말|연초|말{_AFTER_EDGE}|초{_AFTER_EDGE})"
_HALF = r"(?P<half>상반기|하반기)"
_QUARTER = r"(?P<q>\d{1,2})(?:분기?" + _DASH + r"(?P<q2>\d)|[·ㆍ](?P<q3>\d))?\s?분기"
_SEASON = r"(?P<season>봄|여름|가을|겨울)(?!방학)"
_SAME = r"(?P<same>같은\s?기간|같은\s?분기|같은\s?달|같은\s?시기|동기|동월|동분기)"
_SINCE = r"(?<![가-힣])(?P<rel>지난|오는|매년|매달|매월|다음|이번)\s?"

_SHIFT = r"(?:\s?(?P<shift>전|뒤|후|앞)(?=[에의은는인도,.)\]'\"”’]|이[다었]|부터|까지|과|와|보다|쯤|만|엔|\s(?!세계|국민|직원|대통령)|$))"
_LENGTH_FOLLOWS = r"(?=\s?(?:간(?!담|부|접)|동안|째|만에|만의|만이|연속|이내|내[에로의]|내\s|안에|이상|이하|미만|넘게|가량|정도|남짓|치))"
_SHIFT_FOLLOWS = r"(?=\s?(?:뒤|후(?![보반원속])|전(?=[에의인부까]|\s|쯤|이)))"
_COUNT = r"(?P<n>\d{1,3}(?:,\d{3})*|\d+)(?:\.(?P<frac>\d))?(?P<yeo>여)?\s?"
_YEARS = r"년(?![도대생산물제차식]|형\s|월)(?:여)?(?:\s?(?P<months>\d{1,2})개월|\s?(?P<months2>\d{1,2})월(?!\s?\d)|(?P<half>\s반(?![가-힣])))?"
_WEEKS = r"주(?:일|(?=[간만동연전뒤후이째안가정넘에의는은을로씩]|\s(?:만|동안|연속|전|뒤|후|이상|이내|째|안에|가량|정도|넘)|[,.)]))"
_VAGUE = r"(?:수십|수백|수천|수|몇십|몇|십수|수\s?십)\s?"

_MERIDIEM = r"오전|오후|새벽|아침|한낮|대낮|낮|저녁|한밤|밤|심야"
_HOUR = r"\s?시(?!간|즌|장|민|청|도(?![가-힣]?착)|군|내|대|점|리즈|작|세|트|스템|설|위|행|각|험|범|즉|일|당|절|집|상|술|책|의회|교육)"
_CLOCK = (
    _HOUR + r"(?:\s?(?P<min>\d{1,2})분(?!기|의))?(?:\s?(?P<s>\d{1,2})초)?(?P<half>\s?반(?=[에께쯤]|\s|$))?"
)
_CLOCK2 = (
    r"(?:" + _DASH + rf"(?:(?P<mer2>{_MERIDIEM})\s?)?(?P<h2>\d{{1,2}})시(?!간)(?:\s?(?P<min2>\d{{1,2}})분)?)?"
)
_HOURS_SHIFT = _SHIFT.replace("앞", "뒤")

FORMS: dict[str, str] = {
    # 2018.5.21 · 2018-05-21 · 2018/5/21 · 2018. 5. 21.
    "numeric": r"(?<![\d.])(?P<y>(?:1[89]|20|21)\d\d)(?:\.\s?|-|/)(?P<m>\d{1,2})(?:\.\s?|-|/)(?P<d>\d{1,2})(?!\d)",
    # 16:30
    "digital": r"(?<![\d:.])(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2}))?(?![\d:])",
    # 오후 2∼4시
    "clock_run": _ALONE + rf"(?:(?P<mer>{_MERIDIEM})\s?)?(?P<h>\d{{1,2}}){_DASH}(?P<h2>\d{{1,2}})시(?!간)",
    # 오후 2시 30분 · 낮 12시 · 0시 · 오전 10시∼오후 6시
    "clock": r"(?<![\d.,:])(?:" + _ALONE + rf"(?P<mer>{_MERIDIEM})\s?)?(?P<h>\d{{1,2}})" + _CLOCK + _CLOCK2,
    # 새벽 세 시
    "clock_word": _ALONE + rf"(?P<mer>{_MERIDIEM})\s?(?P<hw>{NATIVE})" + _CLOCK,
    # 정오 · 자정
    "noon": _ALONE + r"(?P<noon>정오|자정)(?![가-힣]*표)(?=[에까부의을를이께쯤은는과와,.)]|\s|$)",
    # 2시간 30분 · 세 시간 · 45분 · 30초 · 3시간 전
    "hours": _FIGURE
    + rf"(?:(?P<h>\d+(?:\.\d+)?)(?:여)?\s?|(?<![가-힣])(?P<hw>{NATIVE})\s?)시간(?:여)?"
    + r"(?:\s?(?P<min>\d+)분)?(?:\s?(?P<s>\d+)초)?(?P<half>\s?반(?![가-힣]))?"
    + _HOURS_SHIFT
    + "?",
    "minutes": _FIGURE
    + r"(?P<min>\d{1,4})(?:여)?\s?분(?!의|기|위|야|할|류|량|열)(?:\s?(?P<s>\d+)(?:\.\d+)?초)?"
    + _HOURS_SHIFT
    + "?",
    "seconds": _FIGURE + r"(?P<s>\d+(?:\.\d+)?)초(?!등|중|반|과|고)" + _HOURS_SHIFT + "?",
    # 1박 2일
    "nights": _FIGURE + r"(?:\d{1,3}|무)박\s?(?P<n>\d{1,3})일",
    # 1990년대 초반 · 21세기
    "decade": _FIGURE + r"(?P<y>\d{2,4})년대(?:\s?(?:초중반|중후반|초반|중반|후반|초|말))?",
    "century": _ALONE + r"(?P<bc>기원전\s?)?(?P<c>\d{1,2})세기(?:\s?(?:초반|중반|후반|초|말))?",
    # 3년 · 지난 10년 · 1년 6개월 · 5년 전 · 2주 · 3개월 뒤 · 열흘간 · 20일 만에
    "years": _FIGURE
    + r"(?:지난\s?)?(?!(?:1[3-9]|20|21)\d\d\s?년)(?!\d\d\s?년\s?\d{1,2}월)"
    + _COUNT
    + _YEARS
    + _SHIFT
    + "?",
    "millennia": _FIGURE + r"(?P<n>[12]\d00)년(?=\s?(?:전|동안|간|넘))" + _SHIFT + "?",
    "months": _FIGURE
    + r"(?:지난\s?)?"
    + _COUNT
    + r"(?:개월|달(?![러력]))(?P<half>\s반(?![가-힣]))?"
    + _SHIFT
    + "?",
    "weeks": _FIGURE + r"(?:지난\s?)?" + _COUNT + _WEEKS + _SHIFT + "?",
    "days": _FIGURE
    + rf"(?:지난\s?)?(?:(?P<n>\d{{3,}}|\d{{1,2}}(?:,\d{{3}})*)일{_LENGTH_FOLLOWS}"
    + rf"|(?P<n2>\d{{3,4}})일(?![가-힣]권)|(?P<n3>\d{{1,2}})일{_SHIFT_FOLLOWS}|(?P<n4>\d{{1,3}})여\s?일)"
    + _SHIFT
    + "?",
    "counted": _ALONE
    + rf"(?:지난\s?)?(?P<nw>{NATIVE})\s?(?P<unit>달(?![러라콤리])|해(?=\s?(?:동안|만|전|뒤|를|$)))(?P<half>\s반)?"
    + _SHIFT
    + "?",
    "length": _ALONE
    + rf"(?:지난\s?)?(?P<word>{_any(n for n in words.DURATIONS if n != '하루')})(?!달|밭)"
    + _SHIFT
    + "?",
    "one_day": _ALONE + r"(?P<word>하루)(?:(?=\s?(?:만에|동안|앞|사이|간(?=[의에\s])))|" + _SHIFT + ")",
    "vague": _ALONE + rf"(?:지난\s?)?{_VAGUE}(?:년|개월|달|주|일(?=\s?[간만동전뒤후]))(?:간)?" + _SHIFT + "?",
    # 지난주 금요일 · 이번 주말 · 다음 주 · 오는 화요일 · 화요일
    "week": _ALONE
    + r"(?P<rel>지난|저번|이번|다음|금|내|오는)\s?주(?:(?P<end>말)|\s?(?P<wd>[월화수목금토일])요일|\s?(?P<edge>초|중반|후반|말))?"
    + r"(?![가-힣]*?[택식거민총])(?=[가-힣]{0,2}(?:\s|[,.)]|$))",
    "weekday": _ALONE + r"(?:(?P<rel>지난|이번|오는|다음|매주)\s?)?(?P<wd>[월화수목금토일])요일",
    # 올해 · 내년 4월 · 2018년 5월 21일 · 작년도 하반기 · 지난해 같은 기간 · 2016년 말
    "year": _ALONE
    + r"(?:"
    + _SINCE
    + r")?(?:(?P<from>(?:1[3-9]|20|21)\d\d)년?"
    + _DASH
    + r")?"
    + _YEAR
    + rf"(?:\s?{_SAME}|\s?{_HALF}|\s?{_QUARTER}|\s?{_SEASON}|\s?(?:{_MONTH})(?:\s?{_DAY}|\s?{_EDGE})?"
    + rf"|\s?{_EDGE.replace('edge', 'yedge')})?",
    # 6월 · 지난달 10일 · 지난 3월 · 11월 26일 · 이달 말 · 3월 31일∼4월 2일
    "month": _FIGURE
    + r"(?:"
    + _SINCE
    + rf")?(?:{_MONTH}|(?<![가-힣])(?P<mw>{_any(words.MONTHS)}|{_any(words.NARRATIVE_MONTHS)})(?!리|러|력))"
    + rf"(?:\s?{_DAY}|\s?{_EDGE})?",
    # 지난 1분기 · 하반기 · 이번 분기
    "half": _ALONE + r"(?:" + _SINCE + r")?" + _HALF,
    "quarter": _FIGURE + r"(?:" + _SINCE + r")?" + _QUARTER,
    "this_quarter": _ALONE + r"(?P<rel>지난|이번|다음|직전|전)\s?분기(?!점)",
    # 15일 · 지난 19일 · 오는 31일 · 21∼25일 · 10·11일
    "day": _FIGURE + r"(?:" + _SINCE + r")?" + _DAY,
    # 이날 · 전날 · 오늘 · 내일
    "word": _ALONE + rf"(?P<word>{_any(words.DAYS)}|{_any(words.NARRATIVE_DAYS)})(?!날|채움|배움|의집|로)",
    # 연내 · 연말 · 올여름
    "within": _ALONE + r"(?P<word>연내|연말|연초|연중)(?!정산|연시)(?=[에까부의을를이은는과와,.)]|\s|$)",
    "season": _ALONE + r"(?P<rel>지난|이번|오는|다음)\s?" + _SEASON,
    "holiday": _ALONE + rf"(?P<word>{_any(words.HOLIDAYS)})",
}
"""Every form by name; the first that fits at a place is taken, so longer forms stand before shorter ones."""

_INNER = re.compile(r"\(\?P<\w+>")
_STARTS = r"(?=[\d'’‘올지재작내금전이그같다오어모명익당하사나닷엿여아열보한두세석넉네반일수몇십매새저밤낮심정자연상직봄신삼식스현제광국개크성설추월화수목토기무대])"

FORM = {name: re.compile(pattern) for name, pattern in FORMS.items()}
"""Each form with its parts as named groups."""

SCAN = re.compile(
    _STARTS
    + "(?:"
    + "|".join(f"(?P<{name}>{_INNER.sub('(?:', pattern)})" for name, pattern in FORMS.items())
    + ")"
)
"""All forms at once; ``lastgroup`` names the one found."""
