"""What every dialog has in common: a frame with a title over the dimmed desk, and a line of its keys."""

from __future__ import annotations

from typing import TypeVar

from rich.cells import cell_len
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import BY_NAME
from tui.keymap import label
from tui.locale import Words

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A framed box in the middle; put the content in a ``Vertical`` with the class ``box``."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        & .box {
            width: 90%; max-width: 92; height: auto; max-height: 90%;
            background: $surface; border: round $line; border-title-color: $accent;
            border-title-style: bold; padding: 0 1;
        }
        & .hint { height: auto; color: $muted; }
        & .quote { height: auto; max-height: 4; color: $deck; border-left: outer $line; padding-left: 1; }
        & .problem { height: auto; color: $error; }
        & Input { border: tall $line; background: $background; }
        & Input:focus { border: tall $primary; }
    }
    """

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def keys(self, *names: str) -> Static:
        """Make the line of keys; a click on one does it."""
        return DialogKeys(self.words, names)


class DialogKeys(Static):
    """A dialog's own keys."""

    DEFAULT_CSS = """
    DialogKeys { height: 1; color: $muted; margin-top: 1; }
    """

    def __init__(self, words: Words, names: tuple[str, ...]) -> None:
        parts: list[Content] = []
        for name in names:
            action = BY_NAME[name]
            text = Content.assemble((label(action.keys[0]), "bold $key"), f" {action.title(words.lang)}   ")
            parts.append(text.stylize(f"@click=screen.{name}()"))
        self.wide = sum(cell_len(part.plain) for part in parts)
        super().__init__(Content("").join(parts), markup=False)
