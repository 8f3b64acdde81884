"""The forms in which Korean news writes a number with its unit, joined into one pattern."""

from __future__ import annotations

import re
from functools import cache

from store.extract.quantity.numerals import FIGURE, NATIVE, NATIVE_RANGES, NUMBER
from store.extract.quantity.units import load_units

_DASH = r"\s?[∼~〜～\-–—]\s?"
_NEAR_DASH = r"[^∼~〜～\-–—]{0,16}[∼~〜～\-–—]"
"""A dash no further off than the longest unit: without one no unit need be tried before it."""
_ALONE = r"(?<![가-힣A-Za-z\d])"
_CLEAR = r"(?<![\d.,A-Za-z:/])(?<!제)(?<!제\s)(?<!\d[-·])(?<![A-Za-z]-)"
_AFTER = r"(?=다[\s.,]|[↑↓↗↘을를이가였은는도의에로와과만중,.)·∼~'\"’”…]|까지|부터|보다|\s|$)"
_SINO = r"[일이삼사오육칠팔구십백천만억조]+"
_SCALE = r"[만억조천백십]+"
_SCALE_EN = r"(?:million|billion|trillion|[mb]n|[MBKT])(?![A-Za-z])"
_CODE = r"USD|KRW|EUR|JPY|CNY|GBP"
_FIGURES = r"[\d$€£¥₩￦UKEJCG(영마\-−]"
_WORDS = r"[수몇한하두둘세셋석네넷넉다여일이삼사오육칠팔구아열스서쉰예흔십백천만억조절대너반]"
"""What the forms in figures and those in words begin with."""


@cache
def quantity_scan() -> re.Pattern[str]:
    """Compile the pattern, once a process; which of its groups are filled tells the form that was found."""
    figures, words = "|".join(_in_figures()), "|".join(_in_words())
    return re.compile(rf"(?={_FIGURES})(?:{figures})|(?={_WORDS}){_ALONE}(?:{words})")


def _in_figures() -> tuple[str, ...]:
    table = load_units()
    unit, native = table.pattern, table.native
    return (
        # 3분의 2
        r"(?P<denominator>\d+)\s?분의\s?(?P<numerator>\d+|[일이삼사오육칠팔구])",
        # 10명 중 7명꼴
        rf"{_CLEAR}(?P<all>{NUMBER})\s?(?P<whole>{native})\s?(?:중|가운데)\s?"
        rf"(?P<part>{NUMBER})\s?(?P=whole)(?=(?P<rate>꼴)?)",
        # 3대 1 · 2-1로 승리
        rf"{_CLEAR}(?P<left>\d{{1,5}}(?:\.\d+)?)\s?대\s?(?P<right>\d{{1,3}})"
        rf"(?![\d.,]|\s?(?:{unit})|\s?[만억조천]|월|일|차)",
        r"(?<![\d\-.A-Za-z])(?P<home>\d{1,3})-(?P<away>\d{1,3})"
        r"(?=\s?(?:으?로\s|승|패|무승부|완승|역전|대승|완패|승리|스코어))",
        # $5억 · €300만 · $1.2 billion · USD 300M
        rf"(?P<sign>[$€£¥₩￦]|(?<![A-Za-z])(?:{_CODE}))\s?(?P<price>{NUMBER})(?P<price_odd>여)?"
        rf"(?:\s?(?P<scale_en>{_SCALE_EN}))?(?:\s?(?:달러|유로|파운드|엔|원))?",
        # 1조2300억여원 · 16억 2천여만원 · 3∼5% · 5천만∼7천만원 · 1·2위 · 영하 5도 · 3.5B달러 · 3억 美달러
        rf"(?P<below>(?:영하|마이너스)\s?|(?<![^\s(])[-−])?{_CLEAR}(?P<number>{NUMBER})"
        rf"(?:(?={_NEAR_DASH})\s?(?P<unit0>{unit})?{_DASH}(?P<upto>{NUMBER})|[·ㆍ](?P<also>\d{{1,3}}))?"
        rf"(?:\s?(?P<odd>여)\s?(?P<scale>{_SCALE})?|\s?(?P<word_en>million|billion|trillion|[KMB](?=\s?달러)))?"
        rf"\s?(?:美\s?(?=달러))?(?P<unit>{unit})(?P<band>대{_AFTER})?",
        # 300만 (관객) · 2조 (투자)
        rf"{_CLEAR}(?P<bare>{FIGURE}(?:[조억만천]+(?:{FIGURE})?)*[조억만])(?P<bare_odd>여)?{_AFTER}",
        # 2,447.26에 장을 마쳤다 · 4만7632.00에, 나래지수는 …
        rf"{_CLEAR}(?P<index>(?:\d+만\s?)?\d[\d,]*\.\d+)"
        r"(?=(?:에|으?로)(?:\s(?:장을|거래를|장\s마감|마감|마쳤|출발|개장|종료|보합)|,\s[가-힣A-Z&\d]+(?:지수|[스닥]피|닥)[은는이가]))",
        # 김모(28)씨
        r"\((?:[여남][·,]\s?)?(?P<age>\d{1,2})(?=[)·,])",
    )


def _in_words() -> tuple[str, ...]:
    table = load_units()
    unit, native = table.pattern, table.native
    return (
        # 삼분의 일
        r"(?P<denominator_word>[이삼사오육칠팔구십])\s?분의\s?(?P<numerator_word>\d+|[일이삼사오육칠팔구])",
        # 열 명 중 일곱 명 · 셋 중 하나
        rf"(?P<all_word>{NATIVE})\s?(?P<whole_word>명|곳|집)\s?(?:중|가운데)\s?"
        rf"(?P<part_word>{NATIVE})\s?(?P=whole_word)(?=(?P<rate_word>꼴)?)",
        r"(?P<one_of>둘|셋|넷|다섯|열)\s(?:중|가운데)\s"
        r"(?:(?P<one>하나|둘|셋|넷|일곱|여덟|아홉)(?![가-힣]{3})|(?P<one_word>한)\s?(?:명|곳|집|개)(?!국))",
        # 수백만t · 몇백 명
        rf"(?P<vague>[수몇]\s?[십백천만억조]+(?:\s?[만억조])?)\s?(?P<vague_unit>{unit})",
        # 두 명 · 스무 살 · 세 배 · 두세 명
        rf"(?P<native>{'|'.join(NATIVE_RANGES)}|{NATIVE})(?P<native_odd>여)?\s?(?P<native_unit>{native})",
        # 삼십 명 · 십여 명 · 천 명
        rf"(?P<sino>{_SINO})(?P<sino_odd>여)?\s?(?P<sino_unit>{unit})",
        r"(?P<half>절반|반\s?토막(?=(?:이|으로|을)?\s?[나났내냈줄떨]))",
    )
