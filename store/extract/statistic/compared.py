"""What a number is compared with, and the time that it is told of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.model import Quantity, Statistic, Time

_YARDSTICK = (
    r"(?:지난해|작년|전년|올해|지난)\s?(?:같은\s(?:기간|달|분기|시기|날)|동기|동월|\d{1,2}월|\d분기|[말초]|[상하]반기)"
    r"|(?:시장|업계|증권가|전문가|당초|애초)\s(?:의\s)?(?:예상|전망|기대|예측|추정)치?|(?:\d+|한)\s?(?:년|개월|달|주|일|시간)\s전(?:\s같은\s[가-힣]+?)?|(?:전|직전|같은|종전)\s[가-힣]+?|[가-힣A-Za-z\d.,%]+?"
)
_COMPARED = re.compile(
    rf"(?<![가-힣\d])(?:{_YARDSTICK})(?:\([^()]*\))?(?:(?:보다|\s?대비|에\s비해|[와과]\s비교해)(?=[는도\s])|比(?=\s)|(?<=전[년월기일주])비(?=\s))"
)
_COMPARES = re.compile(
    r"(?:\s?(?:같은\s기간|동기|동월)(?:\([^()]*\))?|[^()]*\))?(?:보다|\s?대비|比|비\s|에\s비해|[와과]\s비교|\s같은\s(?:기간|달|분기|시기|날|주|해|때)|의\s(?:[\d.]+|두|세|네)\s?배|\s?인도[분물]|물(?=[은는이가의\s]))"
)
_GLOSSED_YARDSTICK = re.compile(r"\([^()]*\)(?:보다|\s?대비|에\s비해|[와과]\s비교)")
"""A yardstick with its own number in brackets, which is of that time: 지난해(143명)보다 15%."""

_YARDSTICK_ENDS = ("보다", "대비", "比", "비해", "비교", "비 ")
_LISTED = re.compile(r"[은는이가]?,\s[^.,]{1,24}")
"""What stands between two numbers of a list."""

_BOUNDS = re.compile(r"(?:까지|부터)\s[^\d]*?(?:고|며|면서|지만)\s")
"""What bounds another clause than that of the number: 28일까지 닫고 30명을 돌본다."""

_AGAINST = re.compile(
    r"\s(?:[\d.,만억조천]+[가-힣%]{1,4}|(?!전|지난|작년|평년|예년|어제)[가-힣]{1,8})(?:\([^()]*\))?보다"
)
_NEAR = 24
"""Characters that may stand between a comparison and its number."""


def comparator_of(
    text: str, start: int, quantity: Quantity, times: Sequence[Time], before: Statistic | None
) -> str | None:
    """Give what the number is compared with, as written: 전년보다, 지난해 같은 기간보다, 3월 대비.

    ``start`` is where its sentence begins; ``before`` is the statistic before it, whose yardstick is its own
    where both are of one list (전년보다 매출은 3%, 이익은 4% 늘었다) and in the brackets behind it.
    """
    end, last = quantity.start, None
    shared = _shared(text, start, quantity, before) if before else None
    near = text[max(start, end - 2 * _NEAR) : end]
    if any(word in near for word in _YARDSTICK_ENDS):
        for match in _COMPARED.finditer(text, max(start, end - 2 * _NEAR), end):
            last = match
    if last is None or end - last.end() > _NEAR or last[0] == "것보다":
        return shared
    if before and before.block == quantity.block and before.start >= last.end():
        return shared
    # 2016년 3월 말과 비교해: the date in front belongs to it.
    dates = [time for time in times if start <= time.start <= last.start()]
    own = any(time.start == last.start() for time in dates)
    begins = [time.start for time in dates if not own and last.start() <= time.end + 1]
    return text[min(begins, default=last.start()) : last.end()].strip()


def _shared(text: str, start: int, quantity: Quantity, before: Statistic) -> str | None:
    if before.block != quantity.block or before.start < start:
        return None
    gap = text[before.end : quantity.start]
    same = before.unit == quantity.unit and _LISTED.fullmatch(gap)
    return before.comparator if same or gap == "(" else None


def governing_time(text: str, start: int, end: int, times: Sequence[Time]) -> str | None:
    """Give the last date before the number in its sentence that is no yardstick; a clock gives its day."""
    for time in reversed(times):
        if not (start <= time.start and time.end <= end) or _COMPARES.match(text, time.end):
            continue
        if (glossed := _GLOSSED_YARDSTICK.match(text, time.end)) and glossed.end() <= end:
            continue
        if _AGAINST.match(text, time.end, end) or _BOUNDS.match(text, time.end, end):
            continue
        if time.value and time.value[:4].isdigit() and len(time.value) > 3:
            if text.startswith("까지", time.end) and (run := _run_of(time, times, end)):
                return run
            return time.value.partition("T")[0] if time.type == "TI" else time.value
    return None


def _run_of(last: Time, times: Sequence[Time], end: int) -> str | None:
    """Give the time that spans from a date to the ``last``, before character ``end``: 6일부터 8일까지."""
    return next(
        (time.value for time in times if time.start < last.start and last.end < time.end <= end), None
    )
