"""Why a fact was read: at one key, in words, with the morphemes when they have been analysed."""

from __future__ import annotations

import re

import pytest
from textual.widgets import Static

from store.explain import Explanation, FactReason, Named
from store.extract.lexicon import read_rows
from tests.tui.conftest import sitting
from tui.app import SinmunApp
from tui.locale import Words
from tui.screens.dialogs.why import WhyScreen
from tui.telling.reasons import parts, reasons

REASON = FactReason(
    id="f",
    kind="statistic",
    text="12억원",
    rule="statistic:measured",
    korean="무엇을 잰 수인지 드러난 수",
    english="a number whose measure the sentence shows",
    certainty="hearsay",
    via="재계",
    confidence=0.72,
    why=(),
    hedges=("것으로 알려졌",),
    flags=("headline",),
)
SENTENCE = Explanation(
    block=1,
    start=0,
    end=12,
    text="매출은 12억원인 것으로 알려졌다.",
    morphemes=(),
    names=(Named("누리", "누리통신", "OG"),),
    times=(),
    numbers=("12억원 = 1200000000원",),
    facts=(REASON,),
)


@pytest.mark.parametrize(("lang", "rule"), [("ko", "무엇을 잰 수"), ("en", "a number whose measure")])
def test_the_reasons_are_in_the_interfaces_language(lang: str, rule: str) -> None:
    words = Words("ko" if lang == "ko" else "en")
    told = dict(reasons(REASON, words))
    assert told["why.rule"].startswith(rule)
    assert "것으로 알려졌" in told["why.certainty"]
    assert told["why.source"] == "재계"
    assert "0.72" in told["why.sure"]
    assert told["why.doubt"] == words("flag.headline")
    assert "why.cue" not in told
    assert all(words(key) for key, _ in parts(SENTENCE, words))
    assert dict(parts(SENTENCE, words))["why.name"] == "statistic:measured"
    kind = "기관" if lang == "ko" else "organisation"
    assert dict(parts(SENTENCE, words))["why.names"] == f"누리 = 누리통신 ({kind})"


@pytest.mark.parametrize("row", read_rows("rules"), ids=lambda row: row[0])
def test_a_rule_is_told_without_grammar(row: list[str]) -> None:
    """Its name and the morphemes stay for who wants them: on the page of why."""
    _, korean, english, _ = row
    assert not re.search("동사|명사|어미|조사|서술어|[ㄱ-ㅎ]", korean)
    assert not re.search(r"[가-힣ㄱ-ㅎ]|\b(verb|noun|particle|ending|clause)s?\b", english)


@pytest.mark.does("why")
async def test_one_key_tells_why_and_esc_goes_back(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "w")
        screen = app.screen
        assert isinstance(screen, WhyScreen)
        while not screen.analysed:
            await pilot.pause()
        said = " ".join(str(static.render()) for static in screen.query(Static))
        assert "말한 이가 적혀 있음" in said
        assert "/J" in said or "/N" in said
        await pilot.press("escape")
        assert not isinstance(app.screen, WhyScreen)


async def test_where_no_fact_is_chosen_it_says_so(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("w")
        assert not isinstance(app.screen, WhyScreen)
