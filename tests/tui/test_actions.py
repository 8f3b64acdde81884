"""Every action of the registry can be done by each of its keys, and is told in both languages."""

from __future__ import annotations

import re
import string

import pytest
from textual.binding import Binding
from textual.command import CommandList

from store.desk import Desk
from tests.tui.articles import HANBIT
from tests.tui.conftest import MakeApp, desk_of, settle, sitting
from tests.tui.deeds import DEEDS, ROOMY, Deed
from tui.actions import ACTIONS, BY_NAME, FOOTERS, Action, bindings
from tui.app import SinmunApp
from tui.keymap import JAMO, label, with_jamo
from tui.locale import Words
from tui.locale.en import WORDS as EN
from tui.locale.ko import WORDS as KO
from tui.screens.desk import DeskScreen
from tui.screens.dialogs.add import AddScreen
from tui.screens.dialogs.ask import AskScreen
from tui.screens.dialogs.choose import ChooseScreen
from tui.screens.dialogs.confirm import ConfirmScreen
from tui.screens.dialogs.export import ExportScreen
from tui.screens.dialogs.help import ActionList, HelpScreen
from tui.screens.dialogs.note import NoteScreen
from tui.screens.dialogs.rename import RenameScreen
from tui.screens.dialogs.shelves import ShelvesScreen
from tui.screens.dialogs.tag import TagScreen
from tui.screens.pages.entity import EntityScreen
from tui.screens.pages.notebook import NotebookScreen
from tui.screens.pages.search import SearchScreen
from tui.screens.pages.story import StoryScreen
from tui.widgets.headlines import HeadlineList
from tui.widgets.key_line import KeyLine
from tui.widgets.line_view import LineView
from tui.widgets.query_line import QueryLine

OWNERS = {
    "move": (HeadlineList,),
    "desk": (DeskScreen,),
    "app": (SinmunApp,),
    "editor": (NoteScreen, TagScreen),
    "prompt": (
        EntityScreen,
        StoryScreen,
        ChooseScreen,
        RenameScreen,
        SearchScreen,
        NotebookScreen,
        ShelvesScreen,
        AskScreen,
        HelpScreen,
        AddScreen,
        ExportScreen,
    ),
    "notebook": (NotebookScreen,),
    "query": (QueryLine,),
    "search": (SearchScreen,),
    "paths": (AddScreen,),
    "export": (ExportScreen,),
    "confirm": (ConfirmScreen,),
}


def deed_id(deed: Deed) -> str:
    """Name a deed by its action, and by its number where one action has several."""
    number = [each for each in DEEDS if each.action == deed.action].index(deed)
    return f"{deed.action}-{number + 1}" if number else deed.action


@pytest.mark.parametrize(
    "deed", [pytest.param(deed, marks=pytest.mark.does(deed.action), id=deed_id(deed)) for deed in DEEDS]
)
async def test_a_key_does_it(deed: Deed, stocked: Desk, make_app: MakeApp) -> None:
    app = make_app(stocked)
    async with sitting(app, *ROOMY) as pilot:
        # What is typed is answered before the list that it finds is gone down to.
        await pilot.press(*deed.before[:-1])
        await settle(pilot)
        await pilot.press(*deed.before[-1:])
        await settle(pilot)
        assert not deed.sees(app, stocked), "it was so before"
        commands = {command.title for command in app.get_system_commands(app.screen)}
        assert deed.action == "command_palette" or BY_NAME[deed.action].title("ko") in commands
        offered = {name for line in app.screen.query(KeyLine) for name in line.names}
        assert (deed.action in offered) == deed.in_key_line, "the deed does not say so"
        await pilot.press(BY_NAME[deed.action].keys[0])
        await settle(pilot)
        assert deed.sees(app, stocked)


async def test_every_key_and_its_jamo_do_their_action(
    app: SinmunApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    pressed = [action for action in ACTIONS if action.place in ("move", "desk", "app")]
    for action in pressed:
        (owner,) = OWNERS[action.place]
        monkeypatch.setattr(owner, f"action_{action.name}", lambda self, name=action.name: done.append(name))
    async with sitting(app, 80, 24) as pilot:
        for action in pressed:
            for key in with_jamo(action.keys):
                done.clear()
                await pilot.press(key)
                assert done == [action.name], key


async def test_a_composed_syllable_is_taken_for_its_keys(
    app: SinmunApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(DeskScreen, "action_accept", lambda self: done.append("accept"))
    monkeypatch.setattr(LineView, "action_down", lambda self: done.append("down"))
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("머")
        await pilot.pause()
        assert done == ["accept", "down"]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_an_action_has_a_method_an_id_a_tooltip_and_words(action: Action) -> None:
    for owner in OWNERS[action.place]:
        assert callable(getattr(owner, f"action_{action.name}", None))
    assert all(action.title(lang) and action.tip(lang) for lang in ("ko", "en"))
    mine = [binding for binding in bindings(action.place) if isinstance(binding, Binding)]
    assert [binding.tooltip for binding in mine if binding.id == action.name] == [action.tip("en")]


def test_every_letter_key_has_a_jamo_or_another_way() -> None:
    for action in ACTIONS:
        letters = [key for key in action.keys if len(key) == 1 and key in string.ascii_letters]
        assert all(key in JAMO for key in letters) or len(action.keys) > len(letters), action.name


def test_footers_name_real_actions_and_end_with_help() -> None:
    names = {action.name for action in ACTIONS}
    for place, footer in FOOTERS.items():
        assert set(footer) <= names, place
        assert footer[-1] == "help"


def test_both_languages_say_the_same_things() -> None:
    assert KO.keys() == EN.keys()
    for key in KO:
        assert set(re.findall(r"{(\w+)}", KO[key])) == set(re.findall(r"{(\w+)}", EN[key])), key


def test_help_finds_every_action_by_what_it_says() -> None:
    words = Words("ko")
    for action in ACTIONS:
        listed = ActionList(words, {})
        listed.narrow(action.tip("ko"))
        shown = "".join(text for item in range(listed.item_count()) for text, _ in listed.item(item, 200)[0])
        assert action.title("ko") in shown
        assert label(action.keys[0]) in shown


async def test_help_begins_with_where_one_is_and_scrolls_at_once(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "question_mark")
        listed = app.screen.query_one(ActionList)
        shown = [listed.render_line(y).text for y in range(4)]
        assert shown[0].strip() == "지금 있는 곳"
        assert "n ㅜ" in shown[1]
        await pilot.press("pagedown", "down")
        await pilot.pause()
        assert listed.scroll_offset.y > 0
        assert listed.cursor > 5


@pytest.mark.does("help")
async def test_an_action_is_done_from_help(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "f1", *"상투", "enter")
        await pilot.pause()
        assert desk_of(app).view.unfolded
        await pilot.press("f1", *"쓴 것을 저장", "enter")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == ["여기서는 할 수 없는 동작입니다."]


async def test_help_in_a_dialog_tells_of_the_dialog(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "n", "f1")
        await pilot.pause()
        assert "저장" in app.screen.query_one(ActionList).render_line(1).text
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DeskScreen)


async def test_help_narrows_down_and_says_when_there_is_nothing(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("question_mark", *"태그를", "space", *"답")
        assert app.screen.query_one(ActionList).item_count() == 1
        await pilot.press(*"없음없음")
        assert app.screen.query_one(ActionList).item_count() == 0
        await pilot.press("escape")
        assert isinstance(app.screen, DeskScreen)


async def test_the_palette_does_an_action_by_its_name(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "ctrl+p", *"펴기")
        found = app.screen.query_one(CommandList)
        while not found.option_count:
            await pilot.pause()
        await pilot.press("enter")
        while app.screen is not desk_of(app):
            await pilot.pause()
        await pilot.pause()
        assert desk_of(app).view.unfolded


async def test_a_click_on_the_bottom_line_does_the_action(app: SinmunApp) -> None:
    async with sitting(app, 80, 24) as pilot:
        await pilot.click("KeyLine", offset=(2, 0))
        await pilot.pause()
        assert desk_of(app).view.article == HANBIT
        assert desk_of(app).pane == "article"
