"""What each action does: where it is done, and what the reader then sees, on the screen and in the store.

The tests do each deed by its key and by the mouse; CONTRIBUTING's table of actions is made from them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual.command import CommandPalette
from textual.widgets import Input, TextArea

from store.desk import Desk
from store.model import Annotation
from tests.tui.articles import HANBIT, NURI
from tests.tui.conftest import desk_of
from tui.app import SinmunApp
from tui.drawing.themes import CONTRAST, DAY
from tui.screens.desk import DeskScreen
from tui.screens.dialogs.add import AddScreen
from tui.screens.dialogs.ask import AskScreen
from tui.screens.dialogs.choose import ChooseScreen
from tui.screens.dialogs.export import ExportScreen
from tui.screens.dialogs.help import ActionList, HelpScreen
from tui.screens.dialogs.jump import JumpScreen
from tui.screens.dialogs.note import NoteScreen
from tui.screens.dialogs.rename import RenameScreen
from tui.screens.dialogs.shelves import ShelvesScreen
from tui.screens.dialogs.tag import TagScreen
from tui.screens.dialogs.why import WhyScreen
from tui.screens.pages.entity import EntityScreen
from tui.screens.pages.notebook import NotebookScreen
from tui.screens.pages.related import RelatedScreen
from tui.screens.pages.search import SearchScreen
from tui.screens.pages.story import StoryScreen
from tui.widgets.line_view import LineView
from tui.widgets.top_line import TopLine
from tui.widgets.tour_strip import TourStrip

ROOMY = (180, 42)
"""A terminal in which the lines of keys have room for all of theirs."""

Sees = Callable[[SinmunApp, Desk], bool]


class Deed(NamedTuple):
    """An action, the keys that lead to where it is done, and what must be so after it."""

    action: str
    before: tuple[str, ...]
    sees: Sees
    spot: str = ""
    """Where beside the line of keys it is clicked: the selector of a list or text, and the item in it."""
    clicked_as: str = ""
    """What the table calls that place."""
    in_key_line: bool = False
    """Whether the line of keys offers it there."""


def _now(app: SinmunApp) -> LineView:
    assert isinstance(app.focused, LineView)
    return app.focused


def _on(screen: type[object]) -> Sees:
    return lambda app, desk: isinstance(app.screen, screen)


def _pane(name: str) -> Sees:
    return lambda app, desk: desk_of(app).pane == name and desk_of(app).focused is not None


def _said(words: str) -> Sees:
    return lambda app, desk: words in app.screen_stack[-1].query_one(TopLine).said


def _fact(name: str) -> Sees:
    def sees(app: SinmunApp, desk: Desk) -> bool:
        fact, card = desk_of(app).view.fact, desk_of(app).cards.fact
        return fact is not None and card is not None and fact.id == card.id == name

    return sees


def _note(desk: Desk, article: str = HANBIT.id) -> Annotation | None:
    return next(iter(desk.annotations(article)), None)


def _status(status: str) -> Sees:
    def sees(app: SinmunApp, desk: Desk) -> bool:
        note = _note(desk)
        return (note.status if note else "") == status and app.screen is desk_of(app)

    return sees


def _mention(number: str) -> Sees:
    return lambda app, desk: any(number in strip.text for strip in _drawn(desk_of(app).entities))


def _drawn(view: LineView) -> list[object]:
    return [view.render_line(y) for y in range(view.size.height)]


def _found(at: str) -> Sees:
    return lambda app, desk: at in str(desk_of(app).view.border_title)


def _typed(text: str) -> Sees:
    return lambda app, desk: app.screen.query_one(Input).value == text


def _edited(app: SinmunApp, desk: Desk) -> bool:
    return isinstance(app.screen, NoteScreen) and app.screen.query_one(TextArea).text.startswith("서지훈")


def _toured(app: SinmunApp, desk: Desk) -> bool:
    return app.screen is desk_of(app) and desk_of(app).query_one(TourStrip).tour is not None


def _saved(app: SinmunApp, desk: Desk) -> bool:
    note = _note(desk)
    return note is not None and note.note == "글" and app.screen is desk_of(app)


def _placed(app: SinmunApp, desk: Desk) -> bool:
    return not desk.orphans(NURI.id) and _said("놓았")(app, desk)


def _marked(count: int) -> Sees:
    def sees(app: SinmunApp, desk: Desk) -> bool:
        screen = app.screen
        return isinstance(screen, NotebookScreen) and len(screen.notes.marked) == count

    return sees


def _ordered(app: SinmunApp, desk: Desk) -> bool:
    return isinstance(app.screen, SearchScreen) and "관련순" in str(app.screen.hits.border_title)


def _in_line(app: SinmunApp, desk: Desk) -> bool:
    return isinstance(app.screen, SearchScreen) and app.screen.hits.has_focus


def _filtered(app: SinmunApp, desk: Desk) -> bool:
    return app.screen is desk_of(app) and desk_of(app).query_text == "울산"


def _written(app: SinmunApp, desk: Desk) -> bool:
    return bool(list((desk.home / "export").glob("*.md"))) and app.screen is desk_of(app)


ROW, FACT, NAME, NOTE = ("enter",), ("enter", "]"), ("enter", "tab", "j"), ("enter", "]", "n", *"글")
FIND, SEARCH = ("slash", *"매출", "enter", "enter"), ("slash", *"울산")
QUESTION = ("n", *"글", "escape")

# fmt: off
DEEDS: tuple[Deed, ...] = (
    Deed("down", ROW, lambda app, desk: desk_of(app).view.cursor == 1, "#article 1", "line"),
    Deed("up", ("enter", "j"), lambda app, desk: desk_of(app).view.cursor == 0, "#article 0", "line"),
    Deed("down", ("slash", *"공장", "down"), lambda app, desk: _now(app).cursor == 1),
    Deed("top", ("j", "j"), lambda app, desk: _now(app).cursor == 0),
    Deed("bottom", (), lambda app, desk: _now(app).cursor == _now(app).item_count() - 1 > 30),
    Deed("half_down", (), lambda app, desk: 5 < _now(app).cursor < 15),
    Deed("half_up", ("end",), lambda app, desk: 15 < _now(app).cursor < 30),
    Deed("page_down", (), lambda app, desk: 15 < _now(app).cursor < 25),
    Deed("page_up", ("end",), lambda app, desk: 5 < _now(app).cursor < 20),
    Deed("page_down", ("f1",), lambda app, desk: app.screen.query_one(ActionList).cursor > 10,
         in_key_line=True),
    Deed("page_up", ("f1", "pagedown", "pagedown"),
         lambda app, desk: 0 < app.screen.query_one(ActionList).cursor < 40, in_key_line=True),
    Deed("choose", (), lambda app, desk: desk_of(app).view.article == HANBIT
         and not desk.headline(HANBIT.id).unread, "#headlines 0", "row", True),
    Deed("next_pane", (), _pane("article"), "#article -", "pane", True),
    Deed("previous_pane", ("enter", "tab"), _pane("article"), "#article -", "pane"),
    Deed("back", ROW, _pane("headlines"), in_key_line=True),
    Deed("next_fact", ROW, _fact("q1"), "#cards 0", "card", True),
    Deed("previous_fact", ("enter", "]", "]"), _fact("q1"), "#cards 0", "card"),
    Deed("next_mention", NAME, _mention("1/4"), "#entities 1", "name", True),
    Deed("previous_mention", NAME, _mention("4/4"), in_key_line=True),
    Deed("next_match", FIND, _found("1/3"), in_key_line=True),
    Deed("previous_match", FIND, _found("3/3")),
    Deed("jump", (), _on(JumpScreen)),
    Deed("next_article", ROW, lambda app, desk: desk_of(app).view.article.id == NURI.id
         and desk_of(app).pane == "article", "#headlines 1", "row"),
    Deed("previous_article", ("j", "enter"), lambda app, desk: desk_of(app).view.article == HANBIT
         and desk_of(app).pane == "article", "#headlines 0", "row"),
    Deed("note", FACT, _on(NoteScreen), in_key_line=True),
    Deed("tag", FACT, _on(TagScreen), in_key_line=True),
    Deed("accept", FACT, _status("accepted"), in_key_line=True),
    Deed("reject", FACT, _status("rejected"), in_key_line=True),
    Deed("edit", ("enter", "]", "]"), _edited, in_key_line=True),
    Deed("undo", (*FACT, "a"), _status(""), in_key_line=True),
    Deed("redo", (*FACT, "a", "u"), _status("accepted")),
    Deed("place", ("j", "enter", "j"), _placed),
    Deed("candidate", ("j", "enter"), lambda app, desk: desk_of(app).view.unit.span.block == 2
         and _said("닮음")(app, desk)),
    Deed("merge", NAME, _on(ChooseScreen), in_key_line=True),
    Deed("split", NAME, _on(ChooseScreen), in_key_line=True),
    Deed("rename", NAME, _on(RenameScreen), in_key_line=True),
    Deed("retype", NAME, _on(ChooseScreen), in_key_line=True),
    Deed("mark_read", (), lambda app, desk: not desk.headline(HANBIT.id).unread, in_key_line=True),
    Deed("unfold", ROW, lambda app, desk: desk_of(app).view.unfolded
         and any("접음 · " in strip.text for strip in _drawn(desk_of(app).view)), in_key_line=True),
    Deed("story", ("j", "j", "j"), _on(StoryScreen), in_key_line=True),
    Deed("related", ROW, _on(RelatedScreen)),
    Deed("why", FACT, _on(WhyScreen), in_key_line=True),
    Deed("entity", NAME, _on(EntityScreen), in_key_line=True),
    Deed("source", ("j",), _said("주소가 없습니다")),
    Deed("copy", FACT, lambda app, desk: app.clipboard.startswith("“서지훈 한빛전자 대표는")
         and HANBIT.url in app.clipboard, in_key_line=True),
    Deed("search", (), _on(SearchScreen), in_key_line=True),
    Deed("all_found", ("slash", *"매출", "enter"), _on(ChooseScreen), in_key_line=True),
    Deed("notebook", (), _on(NotebookScreen), in_key_line=True),
    Deed("shelves", (), _on(ShelvesScreen), in_key_line=True),
    Deed("add", (), _on(AddScreen), in_key_line=True),
    Deed("refresh", (), _said("sinmun feed add")),
    Deed("export", (), _on(ExportScreen), in_key_line=True),
    Deed("help", (), _on(HelpScreen), in_key_line=True),
    Deed("tour", (), _toured),
    Deed("tour", ("f1",), _toured,
         in_key_line=True),
    Deed("command_palette", (), _on(CommandPalette)),
    Deed("theme", (), lambda app, desk: app.theme == DAY.name),
    Deed("themes", (), lambda app, desk: isinstance(app.screen, ChooseScreen)
         and CONTRAST.name in app.available_themes),
    Deed("quit", (), lambda app, desk: not app.is_running or app._exit, in_key_line=True),
    Deed("save", NOTE, _saved,
         in_key_line=True),
    Deed("leave", (*FACT, "n"), _on(DeskScreen), in_key_line=True),
    Deed("close", ("c",), _on(DeskScreen), in_key_line=True),
    Deed("write", ("E",), _written, in_key_line=True),
    Deed("mark", ("b",), _marked(1), in_key_line=True),
    Deed("mark_all", ("b",), _marked(2), in_key_line=True),
    Deed("remove", ("b",), lambda app, desk: len(list(desk.notes())) == 1, in_key_line=True),
    Deed("retag", ("b",), lambda app, desk: isinstance(app.screen, ChooseScreen), in_key_line=True),
    Deed("complete", ("slash", *"인"), _typed("인물:"), in_key_line=True),
    Deed("apply", SEARCH, _filtered, in_key_line=True),
    Deed("recall", ("slash",), _typed("연구소"), in_key_line=True),
    Deed("results", SEARCH, _in_line, in_key_line=True),
    Deed("order", SEARCH, _ordered, in_key_line=True),
    Deed("shelve", SEARCH, _on(AskScreen), in_key_line=True),
    Deed("complete_path", ("plus", *"/usr/loca"), _typed("/usr/local/"), in_key_line=True),
    Deed("yes", QUESTION, lambda app, desk: app.screen is desk_of(app) and not desk.draft(HANBIT.id),
         in_key_line=True),
    Deed("no", QUESTION, lambda app, desk: isinstance(app.screen, NoteScreen)
         and app.screen.query_one(TextArea).text == "글", in_key_line=True),
)
# fmt: on
