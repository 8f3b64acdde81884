"""What a card says of a figure: its value as news writes it, rough where it is rough."""

from __future__ import annotations

import pytest

from store.model import Statistic
from tui.locale import Lang, Words
from tui.telling.card_text import figure


@pytest.mark.parametrize(
    ("lang", "value", "unit", "approx", "told"),
    [
        ("ko", 40, "곳", "여", "40여 곳"),
        ("ko", 40, "곳", "약", "약 40곳"),
        ("ko", 12_000, "명", "최소", "최소 1만2000명"),
        ("ko", 30, "도", "대", "30도대"),
        ("ko", 70, "%", "넘는", "70% 넘는"),
        ("ko", 1_000_000, "", "여", "100만여"),
        ("ko", 5, "명", None, "5명"),
        ("en", 40, "곳", "여", "40여 곳"),
        ("en", 12_000, "명", "이상", "12,000 명 이상"),
    ],
)
def test_a_rough_number_is_told_as_it_is_written(
    lang: Lang, value: float, unit: str, approx: str | None, told: str
) -> None:
    fact = Statistic(
        text="", block=0, start=0, end=0, id="s1", confidence=0.9, rule="statistic.subject",
        value=value, unit=unit, approx=approx,
    )  # fmt: skip
    assert figure(fact, Words(lang)) == told
