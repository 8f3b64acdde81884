"""The search page: hits while one types, marked words, completion, history, order, shelves."""

from __future__ import annotations

import threading

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input, Static

from store.desk import Desk
from tests.tui.articles import HANBIT, HOSTILE, NURI, reading_of
from tests.tui.conftest import MakeApp, SilentWorker, desk_of, sitting
from tests.tui.looks import EVERY_LOOK, look
from tests.tui.test_desk import lines
from tests.tui.test_files import answered
from tui.app import SinmunApp
from tui.screens.dialogs.ask import AskScreen
from tui.screens.dialogs.confirm import ConfirmScreen
from tui.screens.dialogs.shelves import ShelvesScreen
from tui.screens.pages.search import SearchScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.top_line import TopLine


async def typed(pilot: Pilot[None], text: str) -> SearchScreen:
    """Open the search page, type, and wait for the answer."""
    await pilot.press("slash", *("space" if character == " " else character for character in text))
    return await answered(pilot)


async def offered(pilot: Pilot[None]) -> str:
    """Give what the line may go on with."""
    screen = await answered(pilot)
    while any(worker.group == "offers" for worker in screen.line.workers):
        await pilot.pause()
    await pilot.pause()
    return str(screen.line.query_one("#offers", Static).content)


async def test_hits_come_with_their_words_marked(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await typed(pilot, "공장")
        text = lines(screen.hits)
        assert "한빛전자 [단독] 흑자 전환" in text[0]
        assert "2024-05-13 · 한결뉴스" in text[3]
        assert ("공장", "found") in screen.hits.hits[1].title
        assert ("공장", "found") in screen.hits.hits[0].snippet
        assert str(screen.hits.border_title) == "2건 · 최신순"


async def test_a_hit_is_opened_at_once(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await typed(pilot, "공장")
        await pilot.press("down", "j", "enter")
        desk = desk_of(app)
        assert app.screen is desk
        assert (desk.query_text, desk.pane) == ("공장", "article")
        assert desk.view.article == NURI


async def test_a_hit_is_opened_at_the_first_of_what_was_searched_for(app: SinmunApp, desk: Desk) -> None:
    """Not at its beginning, nor where reading was left."""
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "G")
        await pilot.press("escape")
        await typed(pilot, "반도체")
        await pilot.press("down", "enter")
        await pilot.pause()
        view = desk_of(app).view
        assert view.border_title == "기사 · 찾은 말 1/2"
        assert view.unit is not None
        assert (view.unit.span.block, view._mention.text) == (5, "반도체")
        await pilot.press("greater_than_sign")
        assert view.border_title == "기사 · 찾은 말 2/2"


async def test_a_hit_of_the_query_before_a_mistake_is_opened_by_that_query(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await typed(pilot, "울산")
        screen.line.input.value = "울산 상태:몰라"
        await answered(pilot)
        assert str(screen.hits.border_title) == "앞서 찾은 1건"
        await pilot.press("down", "enter")
        await pilot.pause()
        desk = desk_of(app)
        assert (desk.query_text, desk.view.article) == ("울산", NURI)
        assert not app._notifications


async def test_a_hit_of_facts_is_opened_at_the_first_fact(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await typed(pilot, "한빛전자 종류:통계")
        await pilot.press("down", "enter")
        await pilot.pause()
        view = desk_of(app).view
        assert view.fact is not None
        assert (view.fact.id, view.border_title) == ("s1", "기사 · 찾은 팩트 1/3")
        await pilot.press("less_than_sign")
        await pilot.pause()
        assert view.fact.id == "s3"
        assert view.border_title == "기사 · 찾은 팩트 3/3"
        await pilot.press("j")
        await pilot.pause()
        assert view.border_title == "기사 · 찾은 팩트 0/3"
        await pilot.press("greater_than_sign")
        await pilot.pause()
        assert view.fact.id == "s1", "round and round"


async def test_a_hit_that_has_not_been_read_yet_is_opened_there_too(
    unread_desk: Desk, make_app: MakeApp, worker: SilentWorker
) -> None:
    app = make_app(unread_desk)
    async with sitting(app, 80, 24) as pilot:
        await typed(pilot, "조감도")
        await pilot.press("down", "enter")
        view = desk_of(app).view
        assert view.border_title == "기사 · 찾은 말 1/1"
        worker.asked[0][1].set_result(reading_of(HANBIT))
        while not desk_of(app).cards.item_count():
            await pilot.pause()
        assert view.border_title == "기사 · 찾은 말 1/1"
        assert view.unit is not None
        assert view.unit.span.block == 7


async def test_down_waits_for_what_was_typed_last(app: SinmunApp) -> None:
    """Who types fast does not open an article that was listed for something else."""
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("slash", *"울산", "down")
        screen = await answered(pilot)
        while not screen.hits.has_focus:
            await pilot.pause()
        assert [hit.headline.id for hit in screen.hits.hits] == [NURI.id]
        await pilot.press("enter")
        assert (desk_of(app).query_text, desk_of(app).view.article) == ("울산", NURI)


@pytest.mark.does("results")
async def test_up_leads_from_the_first_hit_back_to_the_line(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await typed(pilot, "공장")
        await pilot.press("down", "down", "up")
        assert screen.hits.has_focus
        await pilot.press("up")
        assert screen.line.input.has_focus
        await pilot.press("escape")
        assert desk_of(app).query_text == ""


async def test_what_is_asked_later_is_answered_later(
    app: SinmunApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow query holds no key up, and its answer does not take the place of a later one's."""
    gate = threading.Event()
    count = desk.count

    def slow(query: str = "") -> int:
        if query == "한":
            gate.wait(10)
        return count(query)

    async with sitting(app, 80, 24) as pilot:
        monkeypatch.setattr(desk, "count", slow)
        await pilot.press("slash", "한")
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        while screen.line.waits:
            await pilot.pause()
        await pilot.press("backspace", *"울산")
        await answered(pilot)
        assert str(screen.hits.border_title).startswith("1건")
        gate.set()
        while any(worker.group == "finding" for worker in screen.workers):
            await pilot.pause()
        await pilot.pause()
        assert str(screen.hits.border_title).startswith("1건")


async def test_nothing_found_says_so_and_the_next_query_takes_the_place_of_the_last(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        screen = await typed(pilot, "없는말")
        assert "맞는 기사가 없습니다." in "".join(screen.hits.render_line(y).text for y in range(4))
        await pilot.press("enter")
        screen = await typed(pilot, "공장")
        assert screen.line.value == "공장"


@pytest.mark.does("complete")
async def test_fields_and_values_are_completed(app: SinmunApp, desk: Desk) -> None:
    desk.annotate(NURI.id, tags=["공장", "공 급"])
    async with sitting(app) as pilot:
        await typed(pilot, "")
        assert "발언자:  인물:" in (await offered(pilot)).replace("   ", "  ")
        await pilot.press(*"인")
        assert (await offered(pilot)).strip() == "인물:"
        await pilot.press("tab")
        line = app.screen.query_one(Input)
        assert line.value == "인물:"
        await pilot.press(*"서지")
        assert (await offered(pilot)).strip() == "서지훈"
        await pilot.press("tab", *"태그:공")
        assert (await offered(pilot)).split() == ["공", "급", "공장"]
        await pilot.press("tab")
        assert line.value == '인물:서지훈 태그:"공 급" '
        await pilot.press("tab")
        assert line.value == "인물:서지훈 태그:공장 "
        await pilot.press(*"상태:확", "tab")
        assert line.value == "인물:서지훈 태그:공장 상태:확인 "


async def test_a_name_of_a_field_is_completed_with_values_that_go_with_it(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await typed(pilot, "자")
        await pilot.press("tab")
        assert (await offered(pilot)).split() == ["잃음"]
        await pilot.press("tab")
        assert app.screen.query_one(Input).value == "자리:잃음 "
        await pilot.press(*"읽음:")
        assert (await offered(pilot)).split() == ["아니오", "예"]


async def test_completion_in_english(desk: Desk, make_app: MakeApp) -> None:
    app = make_app(desk, lang="en")
    async with sitting(app) as pilot:
        await typed(pilot, "-sp")
        await pilot.press("tab", *"서", "tab")
        assert app.screen.query_one(Input).value == "-speaker:서지훈 "
        await pilot.press(*"has:", "tab")
        assert app.screen.query_one(Input).value == "-speaker:서지훈 has:note "


@pytest.mark.does("recall")
async def test_queries_are_recalled_also_after_a_restart(
    app: SinmunApp, desk: Desk, make_app: MakeApp
) -> None:
    async with sitting(app, 80, 24) as pilot:
        for query in ("울산", "한빛"):
            await pilot.press("slash", *["backspace"] * 4, *query, "enter")
            await pilot.press("escape")
    again = make_app(desk)
    async with sitting(again, 80, 24) as pilot:
        await typed(pilot, "공")
        line = again.screen.query_one(Input)
        values = []
        for key in ("up", "up", "up", "down", "down"):
            await pilot.press(key)
            values.append(line.value)
        assert values == ["한빛", "울산", "울산", "한빛", ""]


@pytest.mark.does("order")
async def test_the_order_is_changed_and_kept(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await typed(pilot, "울산 OR 한빛전자")
        await pilot.press("ctrl+o")
        while "관련순" not in str(screen.hits.border_title):
            await pilot.pause()
        await pilot.press("enter")
        assert desk_of(app).order == "relevance"
        assert desk_of(app).query_one(TopLine).listed == "울산 OR 한빛전자 · 관련순"


@pytest.mark.does("shelve")
@pytest.mark.parametrize("key", ["c", "ㅊ"])
async def test_a_query_is_kept_on_a_shelf_and_opened_again(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        await typed(pilot, "울산")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, AskScreen)
        await pilot.press(*"내공장", "enter")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.query_one(TopLine).said == "책꽂이에 두었습니다: 내공장"
        await pilot.press("escape", key)
        shelves = await counted(pilot)
        text = "\n".join(lines(shelves._list))
        assert "전체" in text
        assert [part in text for part in ("내공장", "1", "울산")] == [True] * 3
        await pilot.press("j", "enter")
        screen = desk_of(app)
        assert screen.headlines.item_count() == 1
        assert screen.query_one(TopLine).listed == "책꽂이 · 내공장"
        await pilot.press(key, "k", "enter")
        assert screen.headlines.item_count() == 3


async def counted(pilot: Pilot[None]) -> ShelvesScreen:
    """Wait until the shelves have their numbers."""
    screen = pilot.app.screen
    assert isinstance(screen, ShelvesScreen)
    while not screen.counted:
        await pilot.pause()
    await pilot.pause()
    return screen


async def test_a_shelf_is_renamed_and_removed_and_taken_back(app: SinmunApp, desk: Desk) -> None:
    desk.save_shelf("가", "울산")
    desk.save_shelf("나", "shelf:가")
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("c", "j", "R")
        assert isinstance(app.screen, AskScreen)
        await pilot.press("backspace", *"나", "enter")
        assert "이미 있습니다" in str(app.screen.query_one(".problem", Static).content)
        await pilot.press("backspace", *"다", "enter")
        assert [shelf.name for shelf in desk.shelves()] == ["나", "다"]
        shelves = await counted(pilot)
        assert "?" in "\n".join(lines(shelves._list)), "it names a shelf that is gone"
        await pilot.press("u")
        assert [shelf.name for shelf in desk.shelves()] == ["가", "나"]
        await pilot.press("j", "delete")
        assert [shelf.name for shelf in desk.shelves()] == ["가"]
        await pilot.press("escape")
        assert app.screen_stack[-1] is desk_of(app)


@pytest.mark.parametrize(
    ("lang", "typed_query", "meant"),
    [
        ("ko", "통계 한빛전자", "종류:통계 한빛전자"),
        ("en", "한빛전자 statistics", "한빛전자 kind:statistic"),
    ],
)
async def test_a_word_that_names_a_kind_is_offered_as_one_where_nothing_is_found(
    desk: Desk, make_app: MakeApp, lang: str, typed_query: str, meant: str
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        screen = await typed(pilot, typed_query)
        assert f"‘{meant}’" in "\n".join(lines(screen.hits))
        await pilot.press("enter")
        screen_of_desk = desk_of(app)
        assert f"‘{meant}’" in "\n".join(lines(screen_of_desk.headlines))
        await pilot.press("enter")
        assert (screen_of_desk.query_text, screen_of_desk.headlines.item_count()) == (meant, 1)
        await pilot.press("escape")
        screen = await typed(pilot, typed_query)
        await pilot.press("tab")
        assert screen.line.value == meant
        await answered(pilot)
        assert [each.headline.id for each in screen.hits.hits] == [HANBIT.id]


async def test_nothing_is_offered_that_finds_nothing(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await typed(pilot, "통계 울산")
        assert "종류:통계" not in "\n".join(lines(screen.hits))
        await pilot.press("tab")
        assert screen.line.value == "통계 울산"


@pytest.mark.parametrize(("lang", "told"), [("ko", "찾기가 이미 있습니다"), ("en", "There is a shelf")])
async def test_a_shelf_gives_way_to_another_of_its_name_only_where_the_reader_says_so(
    desk: Desk, make_app: MakeApp, lang: str, told: str
) -> None:
    desk.save_shelf("내공장", "부산")
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        await typed(pilot, "울산")
        await pilot.press("ctrl+s", *"내공장", "enter")
        assert isinstance(app.screen, ConfirmScreen)
        question = str(app.screen.query(Static).first().content)
        assert told in question and "부산" in question and "울산" in question
        await pilot.press("n")
        assert isinstance(app.screen, AskScreen)
        assert app.screen.query_one(Input).value == "내공장"
        assert [shelf.query for shelf in desk.shelves()] == ["부산"]
        await pilot.press("enter", "y")
        assert [shelf.query for shelf in desk.shelves()] == ["울산"]
        assert "내공장" in app.screen.query_one(TopLine).said
        await pilot.press("escape", "u")
        assert [shelf.query for shelf in desk.shelves()] == ["부산"]
        shelf = "책꽂이 · 내공장" if lang == "ko" else "shelf · 내공장"
        assert desk_of(app).query_one(TopLine).said.endswith(shelf)


@pytest.mark.parametrize(("lang", "rename"), [("ko", "R 이름"), ("en", "R Rename")])
async def test_what_is_done_to_shelves_is_offered_where_there_are_any(
    desk: Desk, make_app: MakeApp, lang: str, rename: str
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("c")
        shelves = await counted(pilot)
        assert rename not in str(shelves.query_one(KeyLine).render())
        await pilot.press("escape")
        desk.save_shelf("가", "울산")
        await pilot.press("c")
        shelves = await counted(pilot)
        assert rename in str(shelves.query_one(KeyLine).render())
        await pilot.press("j", "d")
        foot = str(shelves.query_one(KeyLine).render())
        assert rename not in foot and "  u " in foot, "what was removed can be taken back"


async def test_a_shelf_without_a_query_is_none(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await typed(pilot, "")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, SearchScreen)
        assert app._notifications


async def test_hostile_headlines_are_shown_letter_for_letter(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await typed(pilot, "누르지")
        assert screen.hits.hits[0].headline.id == HOSTILE.id
        text = "\n".join(lines(screen.hits))
        assert "[red]빨강[/red] ␛[31m제목" in text
        assert "[@click=app.quit]누르지" in text


@EVERY_LOOK
async def test_how_the_search_page_looks(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await typed(pilot, "공장 " + ("기관:누" if lang == "ko" else "org:누"))
        await offered(pilot)
        await pilot.press("tab")
        await answered(pilot)

    assert await look(make_app(desk, lang=lang), size, act) == picture


@EVERY_LOOK
async def test_how_a_mistake_looks(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        # At once: what a beginning of it finds depends on how fast one types.
        screen = await typed(pilot, "")
        screen.line.input.value = "한빛 상태:몰라"
        screen.line.input.cursor_position = len(screen.line.value)
        await answered(pilot)

    assert await look(make_app(desk, lang=lang), size, act) == picture


@EVERY_LOOK
async def test_how_the_shelves_look(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    desk.save_shelf("반도체 공장", "공장 기관:누리반도체 날짜:2024")
    desk.save_shelf("확인할 것", "상태:확인 OR 있음:메모")

    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("c")
        await counted(pilot)

    assert await look(make_app(desk, lang=lang), size, act) == picture


@EVERY_LOOK
async def test_how_no_shelves_look(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await pilot.press("c")
        await counted(pilot)

    assert await look(make_app(desk, lang=lang), size, act) == picture
