"""From a form of date to its meaning."""

from __future__ import annotations

import re
from collections.abc import Callable

from store.extract.temporal import dates, periods
from store.extract.temporal.context import Context, Parts, Resolved

_RESOLVERS: dict[str, Callable[[Parts, Context], Resolved]] = {
    "numeric": dates.resolve_numeric,
    "year": dates.resolve_year,
    "month": dates.resolve_month,
    "day": dates.resolve_day,
    "word": dates.resolve_word,
    "half": periods.resolve_half,
    "quarter": periods.resolve_quarter,
    "this_quarter": periods.resolve_this_quarter,
    "week": periods.resolve_week,
    "weekday": periods.resolve_weekday,
    "season": periods.resolve_season,
    "within": periods.resolve_within,
    "holiday": periods.resolve_holiday,
    "ago": dates.resolve_years_ago,
    "decade": periods.resolve_decade,
    "century": periods.resolve_century,
}


def resolve_date(form: str, parts: re.Match[str], context: Context) -> Resolved:
    """Give the meaning of one date expression; value None where it does not exist or can't be known."""
    return _RESOLVERS[form](parts.groupdict(), context)
