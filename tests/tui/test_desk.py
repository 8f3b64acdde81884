"""Reading at the desk: the list, the article, names and cards, and how they move together."""

from __future__ import annotations

import msgspec
import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from store.desk import Desk
from store.model import Repeat
from tests.tui.articles import HANBIT, HOSTILE, NURI, at, reading_of
from tests.tui.conftest import MakeApp, SilentWorker, desk_of, sitting
from tui.app import SinmunApp
from tui.locale import Lang, Words
from tui.widgets.article_rows import rows
from tui.widgets.fact_line import FactLine
from tui.widgets.line_view import LineView
from tui.widgets.top_line import TopLine


def lines(view: LineView) -> list[str]:
    """Give what a view draws, line by line."""
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def said(app: SinmunApp) -> str:
    return desk_of(app).query_one(TopLine).said


async def test_the_list_is_newest_first_and_counted(app: SinmunApp) -> None:
    async with sitting(app):
        shown = "\n".join(lines(desk_of(app).headlines))
        assert shown.index("한빛전자") < shown.index("누리반도체") < shown.index("빨강")
        assert shown.count("●") == 3
        assert "3건 · 안 읽음 3 · 메모장 0" in desk_of(app).query_one(TopLine).counts


async def test_enter_opens_and_marks_as_read(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter")
        screen = desk_of(app)
        assert screen.pane == "article"
        assert screen.view.article == HANBIT
        assert not desk.headline(HANBIT.id).unread
        assert lines(screen.headlines)[0].startswith("▸  한빛전자")
        text = "\n".join(lines(screen.view))
        assert "가람일보 · 문서윤 기자 · 중복 2개와 상투 문구 1개 접음" in text
        assert "▎ 부산 공장 6월 가동" in text


async def test_an_article_that_is_not_korean_says_what_was_read_in_it(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter")
        screen = desk_of(app)
        assert "한국어로 읽지 않고" not in "\n".join(lines(screen.view))
        screen.take(msgspec.structs.replace(reading_of(HANBIT), language="en"))
        await pilot.pause()
        text = " ".join(" ".join(lines(screen.view)).split())
        assert "영어 기사여서 한국어로 읽지 않고 숫자·날짜·인용과 확실한 이름만 읽음" in text


async def test_esc_goes_back_one_pane_at_a_time(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "tab", "tab")
        assert desk_of(app).pane == "cards"
        await pilot.press("escape")
        assert desk_of(app).pane == "article"
        await pilot.press("escape")
        assert desk_of(app).pane == "headlines"


async def test_tab_goes_round_the_panes(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        seen = []
        for key in ("tab", "tab", "tab", "tab", "shift+tab"):
            await pilot.press(key)
            assert app.focused is not None
            seen.append(app.focused.id)
        assert seen == ["article", "entities", "cards", "headlines", "cards"]


async def test_narrow_shows_one_pane_and_wide_all(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = desk_of(app)

        def shown() -> list[str]:
            return [name for name in ("left", "middle", "right") if screen.query_one(f"#{name}").display]

        assert shown() == ["left"]
        await pilot.press("enter")
        assert shown() == ["middle"]
        assert screen.query_one(FactLine).display
        await pilot.resize_terminal(110, 30)
        await pilot.pause()
        assert shown() == ["middle", "right"]
        await pilot.resize_terminal(140, 42)
        await pilot.pause()
        assert shown() == ["left", "middle", "right"]
        assert screen.focused is screen.view


async def test_j_and_k_step_over_sentences_and_facts(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter")
        view = desk_of(app).view
        steps = []
        for _ in range(7):
            await pilot.press("j")
            assert view.unit is not None
            steps.append(view.unit.fact.id if view.unit.fact else view.unit.span.text)
        assert steps[3:] == ["한빛전자가 세 해 만에 흑자로 돌아섰다.", "q1", "r1", "f1"]
        await pilot.press("k")
        assert view.fact is not None
        assert view.fact.id == "r1"
        await pilot.press("g")
        assert view.cursor == 0
        await pilot.press("G")
        assert view.cursor == view.item_count() - 1


async def test_half_pages_and_pages_move_the_cursor(app: SinmunApp) -> None:
    async with sitting(app, 80, 12) as pilot:
        await pilot.press("enter")
        view = desk_of(app).view
        places = []
        for key in ("ctrl+d", "ctrl+d", "pagedown", "ctrl+u", "pageup", "pageup", "pageup"):
            await pilot.press(key)
            places.append(view.cursor)
        assert places[0] < places[1] < places[2]
        assert places[2] > places[3] > places[4]
        assert places[-1] == 0


async def test_facts_are_jumped_to_and_their_card_opens(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "]", "]", "]")
        screen = desk_of(app)
        assert screen.cards.fact is not None
        assert screen.cards.fact.id == "s1"
        assert screen.cards.border_title == "팩트 4/8"
        await pilot.press("[")
        assert screen.cards.fact is not None
        assert screen.cards.fact.id == "f1"


async def test_moving_on_cards_moves_the_article(app: SinmunApp) -> None:
    async with sitting(app, 140, 16) as pilot:
        await pilot.press("enter", "tab", "tab", "G")
        screen = desk_of(app)
        assert screen.view.fact is not None
        assert screen.view.fact.id == "n1"
        assert any("△전력 반도체" in line for line in lines(screen.view))
        await pilot.press("g")
        assert screen.view.fact is not None
        assert screen.view.fact.id == "q1"
        await pilot.press("enter")
        assert screen.pane == "article"
        await pilot.press("enter")
        assert screen.pane == "cards"


async def test_a_card_tells_everything(app: SinmunApp) -> None:
    async with sitting(app, 140, 60) as pilot:
        await pilot.press("enter", "tab", "tab", *"jjjjjj")
        card = "\n".join(lines(desk_of(app).cards))
        assert "◆ 사건 · 맺다 · 한빛전자," in card
        assert "전해 들음 · 업계에 따르면" in card
        assert "⚠ 제목은 단정, 본문은 전언" in card
        assert "# 통계 · 1조2300억원 · 1분기" in card


async def test_a_name_steps_through_its_mentions(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "tab", "j", "enter")
        screen = desk_of(app)
        assert "1/4" in "\n".join(lines(screen.entities))
        assert screen.view._mention == at(HANBIT, 0, "한빛전자")
        await pilot.press("full_stop", "full_stop")
        assert screen.view._mention == at(HANBIT, 5, "한빛전자")
        await pilot.press("comma", "comma", "comma")
        assert screen.view._mention == at(HANBIT, 7, "한빛전자")


async def test_a_name_chosen_on_a_narrow_screen_shows_the_article(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "tab", "enter")
        assert desk_of(app).pane == "article"


@pytest.mark.parametrize(
    ("lang", "repeats", "told"),
    [
        ("ko", HANBIT.repeats[:2], "중복 2개 접음"),
        ("ko", HANBIT.repeats[2:], "상투 문구 1개 접음"),
        ("ko", HANBIT.repeats, "중복 2개와 상투 문구 1개 접음"),
        ("en", HANBIT.repeats[:1], "1 repeat folded"),
        ("en", HANBIT.repeats[2:], "1 boilerplate folded"),
        ("en", HANBIT.repeats, "2 repeats, 1 boilerplate folded"),
    ],
)
def test_what_is_folded_is_called_what_it_is(lang: Lang, repeats: tuple[Repeat, ...], told: str) -> None:
    article = msgspec.structs.replace(HANBIT, repeats=repeats)
    about = [row.text for row in rows(article, 90, Words(lang)) if row.kind == "about"]
    assert f" · {told} (" in about[0]


async def test_repeats_unfold_in_place_and_say_why(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "d")
        shown = lines(desk_of(app).view)
        reasons = [line.strip(" ┊▌") for line in shown if "접음 · " in line and "┊" in line]
        assert reasons == [
            "12행 접음 · 3번 문단과 똑같음",
            "13행 접음 · 5번 문단과 거의 같음",
            "14행 접음 · 상투 문구",
        ]
        await pilot.press("d")
        assert not any("┊" in line for line in lines(desk_of(app).view))


async def test_the_next_article_opens_from_inside_one(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "}")
        assert desk_of(app).view.article == NURI
        assert desk_of(app).pane == "article"
        await pilot.press("{")
        assert desk_of(app).view.article == HANBIT


async def test_on_a_narrow_screen_the_next_article_is_drawn_too(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "escape", "j", "enter")
        await pilot.pause()
        text = "\n".join(lines(desk_of(app).view))
        assert desk_of(app).view.article == NURI
        assert NURI.blocks[-1].text[:12] in text
        assert HANBIT.title[:8] not in text


async def test_syllables_typed_while_a_dialog_opens_arrive_whole(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        for character in "/나델라":
            app.post_message(events.Key("slash" if character == "/" else character, character))
        await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one(Input).value == "나델라"


async def test_resizing_keeps_the_place(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "]", "]", "]")
        view = desk_of(app).view
        unit = view.unit
        for size in ((80, 24), (100, 12), (200, 60), (80, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert view.unit == unit
            seen = view.item_lines(view.cursor)
            top = view.scroll_offset.y
            assert top <= seen.start < top + view.size.height


async def test_hostile_text_is_shown_and_does_nothing(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        assert "[red]빨강[/red] ␛[31m제목 [/ [link=x]" in "\n".join(lines(desk_of(app).headlines))
        await pilot.press("G", "enter")
        text = "\n".join(lines(desk_of(app).view))
        assert "[red]빨강[/red] ␛[31m제목 [/ [link=x]" in text
        assert "앞▯뒤집힘▯ 숨은▯글자 [@click=app.quit]누르지 마시오[/]. 끝." in text
        assert desk_of(app).view.article == HOSTILE
        await pilot.press("n")
        await pilot.press("escape")
        await pilot.click("#article", offset=(40, 4))
        assert app.is_running


async def test_the_mouse_opens_and_moves(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.click("#headlines", offset=(8, 3))
        assert desk_of(app).view.article == NURI
        await pilot.click("#article", offset=(12, 5))
        assert desk_of(app).view.unit is not None
        assert desk_of(app).view.unit.span.block == 1


async def opened(pilot: Pilot[None], app: SinmunApp) -> None:
    await pilot.press("enter")
    await pilot.pause()


async def test_an_article_is_shown_at_once_and_its_reading_when_it_comes(
    unread_desk: Desk, make_app: MakeApp, worker: SilentWorker
) -> None:
    app = make_app(unread_desk)
    async with sitting(app) as pilot:
        await opened(pilot, app)
        screen = desk_of(app)
        assert "한빛전자" in "\n".join(lines(screen.view))
        assert lines(screen.cards)[0].strip().startswith("읽는 중…")
        await pilot.press("j", "j", "j")
        article, future = worker.asked[0]
        assert article == HANBIT
        future.set_result(reading_of(article))
        while not screen.cards.item_count():
            await pilot.pause()
        assert screen.cards.item_count() == 8
        assert screen.view.unit is not None
        assert screen.view.unit.span.block == 3
        assert unread_desk.reading(HANBIT.id) == reading_of(HANBIT)


async def test_the_rest_is_read_meanwhile_newest_first_and_one_at_a_time(
    unread_desk: Desk, make_app: MakeApp, worker: SilentWorker
) -> None:
    app = make_app(unread_desk)
    async with sitting(app, 80, 24) as pilot:
        await pilot.pause()
        assert [article.id for article, _ in worker.asked] == [HANBIT.id]
        await pilot.press("G", "enter")
        worker.asked[0][1].set_result(reading_of(HANBIT))
        while len(worker.asked) < 2:
            await pilot.pause()
        assert [article.id for article, _ in worker.asked] == [HANBIT.id, HOSTILE.id]
    assert worker.closed


async def test_a_reading_that_fails_is_told_once_and_the_rest_goes_on(
    unread_desk: Desk, make_app: MakeApp, worker: SilentWorker
) -> None:
    app = make_app(unread_desk)
    async with sitting(app) as pilot:
        await opened(pilot, app)
        worker.asked[0][1].set_exception(OSError("no room"))
        while len(worker.asked) < 2:
            await pilot.pause()
        assert lines(desk_of(app).cards)[0].strip() == "읽지 못했습니다."
        assert [notice.message for notice in app._notifications] == ["읽지 못했습니다: no room"]
        assert [article.id for article, _ in worker.asked] == [HANBIT.id, NURI.id]


async def test_another_process_is_noticed(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter")
        with Desk.open(desk.home) as other:
            other.annotate(HANBIT.id, note="다른 곳에서")
            desk_of(app).poll()
            await pilot.pause()
        assert "메모장 1" in desk_of(app).query_one(TopLine).counts
        assert "✎1" in lines(desk_of(app).headlines)[1]
