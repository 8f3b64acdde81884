"""Notes, tags and verdicts: by key and by jamo, taken back and done again, and never lost."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input, Static, TextArea

from store.desk import Desk
from store.model import Annotation, SinmunError
from tests.tui.articles import HANBIT, NURI
from tests.tui.conftest import MakeApp, desk_of, settle, sitting
from tests.tui.test_desk import lines, said
from tui.app import SinmunApp
from tui.screens.desk import DeskScreen
from tui.screens.desk import notes as desk_notes
from tui.screens.dialogs.confirm import ConfirmScreen
from tui.screens.dialogs.note import NoteScreen

SENTENCE = "안녕하세요대한민국만세메모를남깁니다 두번째 낱말"


def notes(desk: Desk) -> list[Annotation]:
    return desk.annotations(HANBIT.id)


def keys_of(text: str) -> list[str]:
    return ["space" if character == " " else character for character in text]


async def test_the_editor_says_how_to_save(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "n", *"글", "enter", *"둘")
        assert app.screen.query_one(".box").border_subtitle == "enter 줄 바꿈 · ^s 저장"
        assert app.screen.query_one(TextArea).text == "글\n둘"


@pytest.mark.parametrize("key", ["n", "ㅜ"])
async def test_a_note_on_a_fact(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", key)
        assert isinstance(app.screen, NoteScreen)
        await pilot.press(*keys_of(SENTENCE), "ctrl+s")
        (note,) = notes(desk)
        assert (note.note, note.fact, note.kind) == (SENTENCE, "q1", "fact")
        assert said(app) == "메모를 저장했습니다."
        assert any("❝ ✎" in line for line in lines(desk_of(app).view))
        assert any(SENTENCE[:10] in line for line in lines(desk_of(app).cards))


async def test_a_note_on_a_sentence_is_found_again(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "j", "j", "j", "j", "n", *"하나", "ctrl+s", "n")
        assert app.screen.query_one(TextArea).text == "하나"
        await pilot.press(*"둘", "ctrl+s")
        (note,) = notes(desk)
        assert (note.note, note.kind) == ("하나둘", "span")
        assert note.selector is not None
        assert note.selector.exact == "한빛전자가 세 해 만에 흑자로 돌아섰다."


async def test_a_note_on_an_article_from_the_list(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app) as pilot:
        await pilot.press("n", *"기사", "ctrl+s", "n", *"메모", "ctrl+s")
        assert [(note.kind, note.note) for note in notes(desk)] == [("article", "기사메모")]


@pytest.mark.parametrize("key", ["t", "ㅅ"])
async def test_tags(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "]", key, *"#실적", "space", *"확인", "comma", *"실적", "enter")
        assert notes(desk)[0].tags == ("실적", "확인")
        await pilot.press("]", key, *"실", "right", "enter")
        assert {note.fact: note.tags for note in notes(desk)} == {"q1": ("실적", "확인"), "r1": ("실적",)}
        await pilot.press(key)
        assert app.screen.query_one(Input).value == "실적 "
        await pilot.press("escape")
        assert isinstance(app.screen, DeskScreen)


@pytest.mark.parametrize(
    ("key", "status"), [("a", "accepted"), ("ㅁ", "accepted"), ("x", "rejected"), ("ㅌ", "rejected")]
)
async def test_verdicts_are_set_and_taken_away(app: SinmunApp, desk: Desk, key: str, status: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", key)
        assert [(note.fact, note.status) for note in notes(desk)] == [("q1", status)]
        sign = {"accepted": "✓", "rejected": "✗"}[status]
        assert sign in lines(desk_of(app).cards)[0]
        assert any(f"❝{sign}" in line for line in lines(desk_of(app).view))
        await pilot.press(key)
        assert not [note for note in notes(desk) if note.status]


async def test_a_verdict_from_the_cards(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "tab", "tab", "j", "x")
        assert [(note.fact, note.status) for note in notes(desk)] == [("r1", "rejected")]


@pytest.mark.parametrize("key", ["a", "x", "e"])
async def test_a_sentence_takes_no_verdict(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", key)
        assert not notes(desk)
        assert isinstance(app.screen, DeskScreen)
        assert [notice.message for notice in app._notifications] == ["먼저 팩트를 고르세요 ( ] 다음 팩트)."]


@pytest.mark.parametrize("key", ["e", "ㄷ"])
async def test_editing_marks_the_fact_as_edited(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", key)
        area = app.screen.query_one(TextArea)
        words = HANBIT.blocks[4].text.partition(". ")[2]
        assert area.text == words
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, NoteScreen), "words that are as they were are no correction"
        assert not notes(desk)
        await pilot.press(*"세배로", "ctrl+s")
        assert [(note.status, note.note) for note in notes(desk)] == [("edited", f"{words}세배로")]
        assert said(app) == "고침을 저장했습니다."
        await pilot.press(key)
        assert app.screen.query_one(TextArea).text == f"{words}세배로"


async def test_undo_and_redo_cover_verdicts_tags_and_notes(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "a", "t", *"실적", "enter", "n", *"메모", "ctrl+s")
        whole = notes(desk)[0]
        states = []
        for key in ("u", "ㅕ", "u", "u", "ctrl+r", "ctrl+r", "ctrl+r", "ctrl+r"):
            await pilot.press(key)
            states.append([(note.status, note.tags, note.note) for note in notes(desk)])
        assert states[0] == [("accepted", ("실적",), "")]
        assert states[1] == [("accepted", (), "")]
        assert states[2] == states[3] == []
        assert states[-1] == [(whole.status, whole.tags, whole.note)]
        assert said(app) == "다시 할 것이 없습니다."


async def test_undo_says_what_and_where_and_goes_there(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "]", "]", "a")
        view = desk_of(app).view
        assert view.fact is not None
        chosen = view.fact.id
        await pilot.press("g", "u")
        await pilot.pause()
        assert view.fact.id == chosen, "the cursor is brought to it"
        assert said(app) == f"되돌림 (^r 다시 하기): ✓ 확인 · “내년에는 매출을 두 배로…” · {HANBIT.title}"
        await pilot.press("ctrl+r", "escape", "j", "enter")
        assert view.article == NURI
        await pilot.press("u")
        assert view.article == NURI, "what is being read stays open"
        assert HANBIT.title in said(app)


async def test_undo_of_a_long_step_is_done_beside_the_screen(
    app: SinmunApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_notes, "MANY", 1)
    desk.bulk.tag_articles([HANBIT.id, NURI.id], ["둘"])
    async with sitting(app) as pilot:
        for key, left, first in (("u", 0, NURI), ("ctrl+r", 2, HANBIT)):
            await pilot.press(key)
            await settle(pilot)
            assert len(list(desk.notes())) == left
            assert said(app).endswith(f"#둘 ×2 · {first.title} 밖에 기사 1건")


async def test_undo_works_after_a_restart(app: SinmunApp, desk: Desk, make_app: MakeApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "x")
    again = make_app(desk)
    async with sitting(again) as pilot:
        await pilot.press("u")
        assert not notes(desk)
        assert said(again).startswith("되돌림 (^r 다시 하기): ✗ 기각")


@pytest.mark.does("leave", "yes", "no")
async def test_esc_asks_before_it_throws_words_away(app: SinmunApp, desk: Desk) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "n", "escape")
        assert isinstance(app.screen, DeskScreen)
        await pilot.press("n", *"버릴", "escape")
        await pilot.press("enter")  # pressed out of habit, it throws nothing away
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        assert app.screen.query_one(TextArea).text == "버릴"
        await pilot.press("escape", "ㅛ")
        assert isinstance(app.screen, DeskScreen)
        assert not notes(desk)
        await pilot.press("n")
        assert app.screen.query_one(TextArea).text == ""


async def test_a_draft_outlives_a_crash(app: SinmunApp, desk: Desk, make_app: MakeApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "n", *"쓰다만글")
        editor = app.screen
        assert isinstance(editor, NoteScreen)
        while editor.draft_waits:
            await pilot.pause()
    again = make_app(desk)
    async with sitting(again) as pilot:
        await pilot.press("enter", "g", "]", "n")
        assert again.screen.query_one(TextArea).text == "쓰다만글"
        assert "되살렸습니다" in str(again.screen.query_one(".problem", Static).content)
        await pilot.press("ctrl+s", "n")
        assert "되살렸습니다" not in str(again.screen.query_one(".problem", Static).content)


async def test_a_note_and_a_correction_have_drafts_of_their_own(
    app: SinmunApp, desk: Desk, make_app: MakeApp
) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "n", *"쓰다만글")
        editor = app.screen
        assert isinstance(editor, NoteScreen)
        while editor.draft_waits:
            await pilot.pause()
    again = make_app(desk)
    async with sitting(again) as pilot:
        await pilot.press("enter", "g", "]", "e")
        assert "쓰다만글" not in again.screen.query_one(TextArea).text
        await pilot.press("escape", "n")
        assert again.screen.query_one(TextArea).text == "쓰다만글"


async def test_a_note_that_can_not_be_saved_stays_in_the_editor(
    app: SinmunApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **kwargs: object) -> Annotation:
        raise SinmunError("notebook/x.json: no space left: free some and save again")

    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "n", *"중요")
        with monkeypatch.context() as patch:
            patch.setattr(Desk, "annotate", full)
            await pilot.press("ctrl+s")
            assert app.screen.query_one(TextArea).text == "중요"
            assert "no space left" in str(app.screen.query_one(".problem", Static).content)
        await pilot.press("ctrl+s")
        assert notes(desk)[0].note == "중요"


async def test_long_pastes_arrive_whole(app: SinmunApp, desk: Desk) -> None:
    text = SENTENCE * 400
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "n")
        app.post_message(events.Paste(text))
        await pilot.pause()
        await pilot.press("ctrl+s")
        assert notes(desk)[0].note == text


async def test_a_note_whose_words_are_gone_is_shown_as_such(desk: Desk, make_app: MakeApp) -> None:
    sentence = HANBIT.blocks[4].text
    desk.annotate(HANBIT.id, span=_span(4, sentence), note="남는 메모")
    shorter = _without(4)
    desk._archive.add([(shorter, b"")])
    app = make_app(desk)
    async with sitting(app) as pilot:
        await pilot.press("enter")
        text = "\n".join(lines(desk_of(app).view))
        assert "자리를 잃은 메모" in text
        assert "남는 메모" in text


def _span(block: int, text: str) -> object:
    from store.model import Span

    return Span(text, block, 0, len(text))


def _without(block: int) -> object:
    import msgspec

    kept = HANBIT.blocks[:block] + HANBIT.blocks[block + 1 :]
    return msgspec.structs.replace(HANBIT, blocks=kept, repeats=())
