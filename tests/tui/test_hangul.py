"""Every field, on a real pseudo-terminal: what is typed, committed or pasted comes whole, is saved whole."""

from __future__ import annotations

import ast
import os
import unicodedata
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.widgets import Input, TextArea

from store.desk import Desk
from store.notebook.tags import normalize_tag
from tests.tui.conftest import MakeApp, desk_of
from tests.tui.on_a_pty import Typist, on_a_pty
from tests.tui.test_input import commit
from tui.query.history import queries_before
from tui.terminal.driver import TerminalDriver

ROOT = Path(__file__).parents[2]
SENTENCE = "회사는 올해 매출이 18% 늘었다고 밝혔다"

TEXTS = {
    "composed": SENTENCE,
    "decomposed": unicodedata.normalize("NFD", SENTENCE),
    "conjoining": "ᄒᆞᆫ글ᄀᆞᄅᆞᆷᄊᆞᆷ",
    "jamo": "ㄱㅏㅋㅋㅎㅎㅠㅠ",
    "emoji": "👩‍👩‍👧‍👦👍🏽❤️‍🔥🏴󠁧󠁢󠁥󠁮󠁧󠁿끝",
    "hanja": "大韓民國㐀𠮷野家𪚥𫝀豈",
    "newest hanja": "가\U00031350나\U0002ebf0",
    "blanks": "가\u3000나\u00a0다",
}


class Field(NamedTuple):
    """A field: where its code stands, what leads to it, what saves it, where that is found, and how."""

    name: str
    code: str
    keys: str
    save: str = ""
    stored: Callable[[Desk], list[str]] | None = None
    kept: Callable[[str], str] = str.strip


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def tags_of(text: str) -> str:
    return " ".join(map(normalize_tag, text.split()))


def notes(desk: Desk) -> list[str]:
    return [note.note for note, _ in desk.notes()]


def tags(desk: Desk) -> list[str]:
    return [" ".join(note.tags) for note, _ in desk.notes()]


def asked(desk: Desk) -> list[str]:
    return queries_before(desk.home / "queries.json")


def shelves(desk: Desk) -> list[str]:
    return [shelf.name for shelf in desk.shelves()]


def names(desk: Desk) -> list[str]:
    return [correction.other for correction in desk.corrections()]


FIELDS = (
    Field("search", "widgets/query_line.py", "/", "\r", asked),
    Field("notebook's filter", "widgets/query_line.py", "b/", "\r", asked),
    Field("note", "screens/dialogs/note.py", "n", "\x13", notes, composed),
    Field("note in the notebook", "screens/dialogs/note.py", "bn", "\x13", notes, composed),
    Field("tag", "screens/dialogs/tag.py", "t", "\x13", tags, tags_of),
    Field("name", "screens/dialogs/rename.py", "\r\tjR", "\r", names, normalize_tag),
    Field("shelf", "screens/dialogs/ask.py", "/울\x13", "\r", shelves, normalize_tag),
    Field("tag's new name", "screens/dialogs/ask.py", "br\r", "\r", tags, normalize_tag),
    Field("merge", "screens/dialogs/choose.py", "\r\tjM"),
    Field("export", "screens/dialogs/export.py", "E"),
    Field("add", "screens/dialogs/add.py", "+"),
    Field("help", "screens/dialogs/help.py", "?"),
    Field("palette", "screens/dialogs/palette.py", "\x10"),
)


def test_every_field_of_the_desk_is_typed_into() -> None:
    made = set()
    kinds = ("Field", "Editor", "Input", "TextArea", "PaletteField")
    for path in (ROOT / "tui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in kinds:
                made.add(str(path.relative_to(ROOT / "tui")))
    assert made == {field.code for field in FIELDS}


def value(typist: Typist) -> str:
    field = typist.app.focused
    return field.text if isinstance(field, TextArea) else field.value if isinstance(field, Input) else ""


async def empty(typist: Typist) -> None:
    field = typist.app.focused
    assert isinstance(field, Input | TextArea)
    if isinstance(field, TextArea):
        field.text = ""
    else:
        field.value = ""
    await typist.until(lambda: not value(typist))


async def whole(typist: Typist, sent: str, text: str) -> None:
    await empty(typist)
    await typist.send(sent)
    await typist.until(lambda: value(typist) == text, lambda: (value(typist), text))


async def home(typist: Typist) -> None:
    app = typist.app
    while app.screen is not desk_of(app):
        await app.pop_screen()
    desk_of(app).go_to_pane("headlines")
    desk_of(app).headlines.cursor = 0


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
async def test_what_comes_is_in_the_field_whole(
    field: Field, stocked: Desk, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with on_a_pty(make_app(stocked), monkeypatch) as typist:
        await typist.press(field.keys)
        for text in TEXTS.values():
            await whole(typist, text, text)
            for length in (1, 5, 50, 200):
                syllables = "".join(islice(cycle(text), length))
                await whole(typist, commit(syllables), syllables)
            long = "".join(islice(cycle(text), 10_000))
            await whole(typist, f"\x1b[200~{long}\x1b[201~", long)
        await empty(typist)


@pytest.mark.parametrize("field", [field for field in FIELDS if field.stored], ids=lambda field: field.name)
async def test_what_is_saved_is_in_the_store_whole(
    field: Field, stocked: Desk, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert field.stored is not None
    async with on_a_pty(make_app(stocked), monkeypatch) as typist:
        for text in TEXTS.values():
            await typist.press(field.keys)
            await whole(typist, commit(text), text)
            await typist.press(field.save)
            assert field.kept(text) in field.stored(stocked)
            await home(typist)


async def test_a_character_may_come_byte_by_byte(
    stocked: Desk, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TerminalDriver, "_read", lambda self: os.read(self.fileno, 1))
    async with on_a_pty(make_app(stocked), monkeypatch) as typist:
        await typist.press("n")
        await whole(typist, f"{SENTENCE}{commit(SENTENCE)}", SENTENCE * 2)


FAMILY = "👩‍👩‍👧"
LEFT, SELECT_LEFT, BACKSPACE, CUT, END, PASTE = "\x1b[D", "\x1b[1;2D", "\x7f", "\x18", "\x05", "\x16"
UNDO, REDO = "\x1a", "\x19"


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
async def test_it_is_edited_character_by_character(
    field: Field, stocked: Desk, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (unicodedata.normalize("NFD", each) for each in "한글")
    async with on_a_pty(make_app(stocked), monkeypatch) as typist:

        async def gives(sent: str, text: str) -> None:
            await typist.send(sent)
            await typist.until(lambda: value(typist) == text, lambda: (sent, value(typist), text))

        await typist.press(field.keys)
        await empty(typist)
        await gives(f"{first}{second}{FAMILY}𠮷", f"{first}{second}{FAMILY}𠮷")
        await gives(f"{LEFT}{LEFT}나", f"{first}{second}나{FAMILY}𠮷")
        await gives(BACKSPACE, f"{first}{second}{FAMILY}𠮷")
        await gives(BACKSPACE, f"{first}{FAMILY}𠮷")
        await gives(f"{SELECT_LEFT}{CUT}", f"{FAMILY}𠮷")
        await gives(f"{END}{PASTE}", f"{FAMILY}𠮷{first}")
        if isinstance(typist.app.focused, TextArea):
            await gives(UNDO, f"{FAMILY}𠮷")
            await gives(REDO, f"{FAMILY}𠮷{first}")
