"""The notebook page: what is listed, marked, changed at once and taken back, and the way to an article."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from store.desk import Desk
from store.model import Annotation, Selector, Span
from tests.tui.articles import HANBIT, HOSTILE, NURI, reading_of
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.looks import EVERY_LOOK, look
from tests.tui.test_desk import lines
from tui.actions import ACTIONS, BY_NAME
from tui.app import SinmunApp
from tui.keymap import with_jamo
from tui.screens.dialogs.choose import ChooseScreen
from tui.screens.dialogs.confirm import ConfirmScreen
from tui.screens.dialogs.export import ExportScreen
from tui.screens.dialogs.note import NoteScreen
from tui.screens.dialogs.tag import TagScreen
from tui.screens.pages.notebook import SHARED, NotebookScreen
from tui.widgets.top_line import TopLine

DAY = "2024-05-1{}T09:00:00.000+00:00"


def annotated(desk: Desk) -> Desk:
    """Make notes of every kind, each changed on a day of its own; one has lost its place."""
    facts = {fact.id: fact for fact in reading_of(HANBIT).facts}
    words = HANBIT.blocks[6].text
    made = [
        desk.annotate(HANBIT.id, fact=facts["q1"], note="지난해 말과 견주기", tags=["실적", "서지훈"]),
        desk.annotate(HANBIT.id, fact=facts["s1"], status="accepted", tags=["실적"]),
        desk.annotate(HANBIT.id, fact=facts["e1"], status="rejected"),
        desk.annotate(NURI.id, note="울산 시청에 물어볼 것", tags=["공장"]),
        desk.annotate(HANBIT.id, span=Span(words, 6, 0, len(words)), note="네 가지가 아니라 세 가지"),
        desk.annotate(HOSTILE.id, note="[red]빨강\x1b[31m 메모", tags=["[b]"]),
    ]
    lost = Selector("지금은 어디에도 없는 문장입니다", "앞", "뒤", 3, 19)
    made[4] = msgspec.structs.replace(made[4], selector=lost)
    for day, note in enumerate(made):
        desk._notebook.save(msgspec.structs.replace(note, modified=DAY.format(day)))
    return desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    return annotated(desk)


async def page(pilot: Pilot[None], key: str = "b") -> NotebookScreen:
    """Open the notebook and wait until it has come."""
    await pilot.press(key)
    assert isinstance(pilot.app.screen, NotebookScreen)
    return await settled(pilot)


async def settled(pilot: Pilot[None]) -> NotebookScreen:
    """Wait until all that was typed has been answered, and all that was asked for is done."""
    screen = next(each for each in pilot.app.screen_stack if isinstance(each, NotebookScreen))
    await pilot.pause()
    while not screen.settled or any(worker.group == "orphans" for worker in screen.workers):
        await pilot.pause()
    await pilot.pause()
    return screen


def notes(desk: Desk) -> list[Annotation]:
    return [note for note, _ in desk.notes()]


def told(screen: NotebookScreen) -> tuple[str, str]:
    top = screen.query_one(TopLine)
    return top.listed, top.counts


@pytest.mark.parametrize("key", ["b", "ㅠ"])
@pytest.mark.parametrize("size", [(80, 24), (140, 42)])
async def test_all_notes_are_listed_the_latest_first(app: SinmunApp, key: str, size: tuple[int, int]) -> None:
    async with sitting(app, *size) as pilot:
        screen = await page(pilot, key)
        assert told(screen) == ("전체", "6건")
        text = lines(screen.notes)
        assert "[red]빨강␛[31m 메모" in text[0]
        whole = "\n".join(text)
        for part in ("지난해 말과 견주기", "#실적", "#서지훈", "누리반도체", "기사 전체", "✗", "✓"):
            assert part in whole
        assert "자리 잃음" in whole
        await pilot.press("down")
        await pilot.pause()
        detail = str(screen.query_one("#detail", Static).content)
        assert "자리 잃음 “지금은 어디에도 없는 문장입니다”" in detail
        assert "네 가지가 아니라 세 가지" in detail


async def test_it_is_filtered_while_one_types(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press("slash", *"태그:실적")
        await settled(pilot)
        assert told(screen) == ("태그:실적", "2건")
        await pilot.press("space", *"상태:확인")
        await settled(pilot)
        assert told(screen)[1] == "1건"
        await pilot.press(*"상태:")
        await settled(pilot)
        assert screen.line.query_one("#problem").display
        assert told(screen)[1] == "앞서 찾은 1건", "what is listed is not what is asked for"
        await pilot.press("escape", "slash", "escape")
        assert screen.focused is screen.notes
        await pilot.press("slash", *["backspace"] * 20, *"없는말", "enter")
        await settled(pilot)
        assert "찾은 메모가 없습니다." in "\n".join(lines(screen.notes))
        assert screen.focused is screen.notes


async def test_enter_leads_to_the_place_and_the_notebook_is_taken_up_where_it_was(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press("slash", *"태그:실적", "enter")
        await settled(pilot)
        await pilot.press("j", "enter")
        await pilot.pause()
        desk = desk_of(app)
        assert app.screen is desk
        assert desk.pane == "article"
        assert desk.view.fact is not None
        assert desk.view.fact.id == "q1"
        screen = await page(pilot)
        assert told(screen)[0] == "태그:실적"
        assert screen.notes.cursor == 1
        await pilot.press("escape")
        await settled(pilot)
        assert told(screen) == ("전체", "6건")
        assert screen.notes.current is not None
        assert screen.notes.current.annotation.fact == "q1", "the cursor stays where it was"
        await pilot.press("escape")
        assert app.screen is desk


async def test_an_orphan_leads_to_its_article(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await page(pilot)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert desk_of(app).view.article == HANBIT


@pytest.mark.does("mark")
@pytest.mark.parametrize(("mark", "accept"), [("v", "a"), ("ㅍ", "ㅁ"), ("space", "a")])
async def test_several_are_judged_at_once(app: SinmunApp, desk: Desk, mark: str, accept: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press(mark, mark, "j", mark)
        assert told(screen)[1] == "6건 · 표시 3"
        assert sum("▪" in line for line in lines(screen.notes)) == 3
        await pilot.press(accept)
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        assert [note.status for note in notes(desk)].count("accepted") == 1
        await pilot.press(accept, "y")
        await settled(pilot)
        assert [note.status for note in notes(desk)].count("accepted") == 4
        assert screen.query_one(TopLine).said == "✓ 확인 3건"
        await pilot.press("u")
        await settled(pilot)
        assert [note.status for note in notes(desk)].count("accepted") == 1
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert [note.status for note in notes(desk)].count("accepted") == 4
        await pilot.press("escape")
        assert told(screen)[1] == "6건"


async def test_one_is_judged_and_cleared_without_a_question(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert desk.annotations(HOSTILE.id)[0].status == "rejected"
        assert "✗" in lines(screen.notes)[0]
        await pilot.press("x")
        await settled(pilot)
        assert desk.annotations(HOSTILE.id)[0].status == ""


@pytest.mark.does("mark_all")
async def test_all_that_a_query_finds_are_tagged(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await page(pilot)
        await pilot.press("slash", *"태그:실적", "enter")
        await settled(pilot)
        await pilot.press("*", "t")
        assert isinstance(app.screen, TagScreen)
        assert "표시한 2건" in str(app.screen.query_one(".quote", Static).content)
        await pilot.press(*"새것", "space", *"-실적", "ctrl+s")
        screen = await settled(pilot)
        assert dict(desk.all_tags()) == {"새것": 2, "공장": 1, "서지훈": 1, "[b]": 1}
        assert told(screen)[1] == "2건 · 표시 2", "what was listed stays in sight until it is asked anew"
        await pilot.press("u")
        screen = await settled(pilot)
        assert dict(desk.all_tags())["실적"] == 2


async def test_the_tags_of_one_are_edited(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await page(pilot)
        await pilot.press("G", "end", "t")
        assert app.screen.query_one(Input).value == "실적 서지훈 "
        await pilot.press(*["backspace"] * 4, *"공", "tab", "ctrl+s")
        await settled(pilot)
        tags = {note.tags for note in desk.annotations(HANBIT.id) if note.fact == "q1"}
        assert tags == {("실적", "공장")}


@pytest.mark.does("remove")
@pytest.mark.parametrize("key", ["d", "ㅇ", "delete"])
async def test_deleting_is_taken_back(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press(key)
        await settled(pilot)
        assert len(notes(desk)) == 5
        assert "지워진 메모" in lines(screen.notes)[0]
        await pilot.press("*", key)
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("y")
        await settled(pilot)
        assert notes(desk) == []
        await pilot.press("u")
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert len(notes(desk)) == 6
        assert "빨강" in lines(screen.notes)[0]


@pytest.mark.does("retag")
@pytest.mark.parametrize("key", ["r", "ㄱ"])
async def test_a_tag_is_merged_with_another_everywhere(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press("end", key)
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press("enter", *["backspace"] * 2, *"공장", "enter")
        await settled(pilot)
        assert dict(desk.all_tags()) == {"공장": 3, "서지훈": 1, "[b]": 1}
        assert screen.query_one(TopLine).said == "#실적 → #공장 · 2건"
        await pilot.press("u")
        await settled(pilot)
        assert dict(desk.all_tags())["실적"] == 2


async def test_a_note_is_written_on(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await page(pilot)
        await pilot.press("j", "j", "n")
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.query_one(TextArea).text == "울산 시청에 물어볼 것"
        await pilot.press(*"!", "ctrl+s")
        screen = await settled(pilot)
        assert desk.annotations(NURI.id)[0].note == "울산 시청에 물어볼 것!"
        assert "물어볼 것!" in "\n".join(lines(screen.notes))


async def test_the_words_are_copied_with_their_source(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press("end", "y")
        await pilot.pause()
        assert app.clipboard.startswith("“서지훈 한빛전자 대표는")
        assert "가람일보" in app.clipboard
        assert screen.query_one(TopLine).said.startswith("복사했습니다: “서지훈")


async def test_the_articles_of_a_query_are_exported(app: SinmunApp, desk: Desk, tmp_path: Path) -> None:
    async with sitting(app, 80, 24) as pilot:
        await page(pilot)
        await pilot.press("slash", *"태그:공장", "enter")
        await settled(pilot)
        await pilot.press("E")
        assert isinstance(app.screen, ExportScreen)
        app.screen.query_one(Input).value = str(tmp_path / "vault")
        await pilot.press("ctrl+s")
        await settled(pilot)
        (written,) = (tmp_path / "vault").glob("*.md")
        assert "울산" in written.read_text(encoding="utf-8")
        assert str(tmp_path / "vault") in app.screen.query_one(TopLine).said


@pytest.mark.parametrize(("lang", "told"), [("ko", "메모의 기사 1건"), ("en", "notes, 1 in all")])
async def test_notes_found_by_their_own_words_are_exported(
    desk: Desk, make_app: MakeApp, tmp_path: Path, lang: str, told: str
) -> None:
    """No word of the query stands in the article."""
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press("slash", *"물어볼", "enter")
        await settled(pilot)
        assert [article for article, _ in screen.notes.keys] == [NURI.id]
        await pilot.press("E")
        assert told in str(app.screen.query(Static).first().content)
        app.screen.query_one(Input).value = str(tmp_path / "vault")
        await pilot.press("ctrl+s")
        await settled(pilot)
        (written,) = (tmp_path / "vault").glob("*.md")
        assert "울산 시청에 물어볼 것" in written.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "told"), [("ko", "표시한 메모의 기사 1건"), ("en", "marked notes, 1 in all")]
)
async def test_marked_notes_alone_are_exported(
    desk: Desk, make_app: MakeApp, tmp_path: Path, lang: str, told: str
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        await page(pilot)
        await pilot.press("v", "E")
        assert told in str(app.screen.query(Static).first().content)
        app.screen.query_one(Input).value = str(tmp_path / "vault")
        await pilot.press("ctrl+s")
        await settled(pilot)
        (written,) = (tmp_path / "vault").glob("*.md")
        assert "누르지" in written.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "query", "meant"),
    [("ko", "확인 한빛전자", "상태:확인 한빛전자"), ("en", "accepted", "status:accepted")],
)
async def test_a_word_that_names_a_verdict_is_offered_as_one(
    desk: Desk, make_app: MakeApp, lang: str, query: str, meant: str
) -> None:
    app = make_app(desk, lang=lang)
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        await pilot.press("slash", *("space" if key == " " else key for key in query))
        await settled(pilot)
        assert f"‘{meant}’: 1" in "\n".join(lines(screen.notes)).replace(" finds", ":")
        await pilot.press("tab")
        await settled(pilot)
        assert (screen.line.value, len(screen.notes.keys)) == (meant, 1)


async def test_an_empty_notebook_says_what_fills_it(empty_desk: Desk, make_app: MakeApp) -> None:
    app = make_app(empty_desk)
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        assert "n 메모" in "\n".join(lines(screen.notes))
        await pilot.press("v", "*", "t", "a", "x", "d", "n", "y", "E", "enter", "r")
        await settled(pilot)
        assert app.screen is screen


async def test_fifty_thousand_notes_are_there_at_once(
    app: SinmunApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = desk.bulk.keys() * 10_000
    monkeypatch.setattr(desk.bulk, "keys", lambda query="": keys)
    async with sitting(app, 80, 24) as pilot:
        screen = await page(pilot)
        assert told(screen)[1] == "60,000건"
        await pilot.press("end")
        assert "지난해 말과 견주기" in "\n".join(lines(screen.notes)[-4:])
        assert len(screen.notes._pages) <= 3


def test_no_key_of_the_notebook_has_two_meanings() -> None:
    here = [action for action in ACTIONS if action.place == "notebook"] + [BY_NAME[name] for name in SHARED]
    keys = [key for action in here for key in with_jamo(action.keys)]
    assert len(keys) == len(set(keys))


@EVERY_LOOK
async def test_how_it_looks(
    picture: SnapshotAssertion, desk: Desk, make_app: MakeApp, lang: str, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[None]) -> None:
        await page(pilot)
        await pilot.press("v", "v")
        await settled(pilot)

    assert await look(make_app(desk, lang=lang), size, act) == picture
