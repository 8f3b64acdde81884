"""Notes that lost their place, at the desk: seen, looked for, placed with one key, taken back."""

from __future__ import annotations

import msgspec
import pytest

from store.desk import Desk
from store.model import Annotation, Article, Block, Span
from tests.tui.articles import HANBIT, reading_of
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.test_desk import lines, said
from tui.screens.dialogs.choose import ChooseScreen

OLD = "한빛전자는 올가을 강릉에 두 번째 연구소를 열 계획이다."
NEW = "한빛전자는 내년 봄 강릉에 연구소를 두 곳 열기로 했다."


def with_last(text: str | None) -> Article:
    added = (Block(text, "paragraph"),) if text else ()
    return msgspec.structs.replace(HANBIT, blocks=(*HANBIT.blocks, *added), repeats=())


def orphan(desk: Desk, *sentences: str, rewritten: str | None = None) -> list[Annotation]:
    """Annotate sentences, each a paragraph at the end, then take them out of the article."""
    kept = []
    for number, sentence in enumerate(sentences):
        desk._archive.add([(with_last(sentence), b"")])
        span = Span(sentence, len(HANBIT.blocks), 0, len(sentence))
        kept.append(desk.annotate(HANBIT.id, span=span, note=f"메모 {number}", tags=["연구소"]))
    desk._archive.add([(with_last(rewritten), b"")])
    desk.keep_reading(reading_of(HANBIT))
    return kept


@pytest.mark.parametrize(("look", "place"), [("P", "p"), ("ㅖ", "ㅔ")])
async def test_one_key_looks_and_one_places(desk: Desk, make_app: MakeApp, look: str, place: str) -> None:
    (note,) = orphan(desk, OLD, rewritten=NEW)
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter")
        shown = "\n".join(lines(desk_of(app).view))
        assert "자리를 잃은 메모" in shown and "P 있을 만한 곳" in shown
        await pilot.press(look)
        assert "1/" in said(app) and "% 닮음" in said(app)
        unit = desk_of(app).view.unit
        assert unit is not None and unit.span.text == NEW
        await pilot.press(place)
        (placed,) = desk.annotations(HANBIT.id)
        assert (placed.id, placed.note, placed.tags) == (note.id, "메모 0", ("연구소",))
        assert placed.selector is not None and placed.selector.exact == NEW
        assert "자리를 잃은 메모" not in "\n".join(lines(desk_of(app).view))
        await pilot.press("u")
        assert [each.quote for each in desk.orphans(HANBIT.id)] == [OLD]
        assert "자리를 잃은 메모" in "\n".join(lines(desk_of(app).view))


async def test_what_was_said_of_a_likely_place_goes_with_its_article(desk: Desk, make_app: MakeApp) -> None:
    orphan(desk, OLD, rewritten=NEW)
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter", "P")
        assert "% 닮음" in said(app)
        await pilot.press("right_curly_bracket")
        assert desk_of(app).view.article != HANBIT
        assert said(app) == ""


async def test_on_a_fact_it_becomes_the_note_of_the_fact(desk: Desk, make_app: MakeApp) -> None:
    orphan(desk, OLD)
    desk.annotate(HANBIT.id, fact=reading_of(HANBIT).facts[0], note="먼저 있던 메모", status="accepted")
    fact = reading_of(HANBIT).facts[0].id
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter")
        desk_of(app).view.go_to_fact(fact)
        await pilot.press("p")
        (both,) = desk.annotations(HANBIT.id)
        assert (both.fact, both.status, both.tags) == (fact, "accepted", ("연구소",))
        assert both.note == "먼저 있던 메모\n\n메모 0"
        await pilot.press("u")
        assert [each.note for each in desk.annotations(HANBIT.id)] == ["메모 0", "먼저 있던 메모"]


async def test_of_several_the_reader_says_which(desk: Desk, make_app: MakeApp) -> None:
    orphan(desk, OLD, "강릉시는 연구소 터를 싸게 내주기로 약속했다.")
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter", "j", "j", "j", "j", "p")
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press("down", "enter")
        placed = [note.note for note in desk.annotations(HANBIT.id) if desk.place(note)]
        assert placed == ["메모 1"]
        assert len(desk.orphans(HANBIT.id)) == 1
        await pilot.press("p", "escape")
        assert len(desk.orphans(HANBIT.id)) == 1 or app.screen is desk_of(app)


async def test_without_orphans_nothing_is_placed(desk: Desk, make_app: MakeApp) -> None:
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("p")
        assert said(app) == "자리를 잃은 메모가 없습니다."
        await pilot.press("enter", "P")
        assert said(app) == "자리를 잃은 메모가 없습니다."


async def test_where_nothing_is_like_it_the_reader_still_places_it(desk: Desk, make_app: MakeApp) -> None:
    orphan(desk, "나비")
    app = make_app(desk, lang="en")
    async with sitting(app) as pilot:
        await pilot.press("p")
        assert [notice.message for notice in app._notifications] == [
            "Choose a sentence of the article first."
        ]
        await pilot.press("P")
        assert "No place is like it" in said(app)
        assert len(desk.orphans(HANBIT.id)) == 1


async def test_a_note_on_a_fact_that_is_read_no_more_is_shown_on_its_words(
    desk: Desk, make_app: MakeApp
) -> None:
    reading = reading_of(HANBIT)
    fact = reading.facts[0]
    desk.annotate(HANBIT.id, fact=fact, note="사라진 팩트의 메모")
    desk.keep_reading(msgspec.structs.replace(reading, facts=reading.facts[1:]))
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter")
        assert desk.orphans(HANBIT.id) == []
        assert any("✎" in line for line in lines(desk_of(app).view))
