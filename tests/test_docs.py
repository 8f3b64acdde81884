"""The README is tested against the program: its commands parse, its keys are the registry's."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.marks import marks
from tests.tui.test_mouse import NO_PLACE
from tui.actions import ACTIONS, Action
from tui.arguments import build_parser
from tui.arguments.joined import join_words
from tui.keymap import JAMO, LABELS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for line in README.splitlines() if line.startswith("sinmun ")]
LONG_NAMES = ("stop", "comma", "sign")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
WAYS = re.compile(r"(<!-- ways: [^\n]*-->\n)(.*?)(<!-- /ways -->)", re.S)
KEYS = re.compile(r"(<!-- keys: [^\n]*-->\n)(.*?)(<!-- /keys -->)", re.S)


WHERE = {
    "move": "lists and texts",
    "desk": "the desk",
    "app": "everywhere",
    "editor": "the note editor",
    "prompt": "dialogs and pages",
    "export": "the export dialog",
    "confirm": "a question",
    "notebook": "the notebook",
    "query": "a query's line",
    "search": "the search page",
    "paths": "the dialog that adds",
}


def shown(keys: Iterable[str]) -> str:
    """Give keys as one types them, where their name is a long one."""
    return " ".join(f"`{LABELS[key] if key.endswith(LONG_NAMES) else key}`" for key in keys)


def keys_table() -> str:
    """Give the table of keys as the README must have it."""
    rows = ["| key | where | what it does | 하는 일 |", "| --- | --- | --- | --- |"]
    for action in ACTIONS:
        where = WHERE.get(action.place, action.place)
        rows.append(f"| {shown(action.keys)} | {where} | {action.tip('en')} | {action.tip('ko')} |")
    return "\n".join(rows) + "\n"


def jamo_of(action: Action) -> str:
    """Give the jamo that do an action, or why it needs none."""
    letters = [key for key in action.keys if len(key) == 1 and key.isalpha()]
    jamo = [JAMO[key] for key in letters if key in JAMO]
    if jamo:
        return " ".join(f"`{key}`" for key in jamo)
    if letters:
        return f"none: {shown(key for key in action.keys if key not in letters)} does it"
    return "same key"


def mouse_of(action: Action) -> str:
    """Give the places where an action is clicked, or why it has none but help."""
    places = [
        mark.arguments[0] for mark in marks() if mark.name == "clicks" and action.name in mark.arguments[1:]
    ]
    shown = ", ".join(dict.fromkeys(places))
    return f"— {NO_PLACE[action.name]}; {shown}" if action.name in NO_PLACE else shown


def actions_table() -> str:
    """Give the table of all ways to each action as CONTRIBUTING must have it."""
    tests = {name: mark.test for mark in reversed(marks()) if mark.name == "does" for name in mark.arguments}
    rows = [
        "| action | where | keyboard | jamo | mouse | palette | help | test |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for action in ACTIONS:
        cells = [
            f"`{action.name}`",
            WHERE[action.place],
            shown(action.keys),
            jamo_of(action),
            mouse_of(action),
            action.title("en"),
            action.tip("ko"),
            tests.get(action.name, ""),
        ]
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def test_every_action_has_every_way() -> None:
    found = WAYS.search(CONTRIBUTING)
    assert found
    assert found[2] == actions_table(), "write it anew: python -m tests.test_docs"
    assert "|  |" not in found[2], "an action is done by no test, or clicked nowhere: mark one"


@pytest.mark.parametrize("case", re.findall(r"```python\n(.*?)```", CONTRIBUTING, re.S))
def test_what_textual_gets_wrong_it_still_does(case: str) -> None:
    ran = subprocess.run([sys.executable, "-c", case], capture_output=True, text=True)
    assert "AssertionError" in ran.stderr, "it is mended: so take the mend out of tui/terminal/input.py"


def test_marks_name_actions() -> None:
    names = {action.name for action in ACTIONS}
    for mark in marks():
        assert set(mark.arguments[mark.name == "clicks" :]) <= names, mark.test


def test_the_table_of_keys_is_the_registry() -> None:
    found = KEYS.search(README)
    assert found
    assert found[2] == keys_table(), "write it anew: python -m tests.test_docs"


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_in_the_readme_parses(line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    arguments = build_parser().parse_args(join_words(words))
    assert arguments.run


def test_every_command_of_the_program_stands_in_the_readme() -> None:
    commands = re.search(r"\{([a-z,-]+)\}|COMMAND", build_parser().format_usage())
    assert commands
    for name in (
        "add",
        "read",
        "tag",
        "list",
        "show",
        "search",
        "stories",
        "notes",
        "entities",
        "export",
        "feed",
        "refresh",
        "doctor",
    ):
        assert any(line.startswith(f"sinmun {name}") for line in COMMANDS), name


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["precise"]]:
        name = re.split(r"[>=<\[]", requirement)[0]
        assert re.search(rf"\| [^|]*\b{re.escape(name)}\b", README), name


def test_every_picture_and_page_that_is_linked_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).is_file(), target


if __name__ == "__main__":
    (ROOT / "README.md").write_text(KEYS.sub(lambda m: m[1] + keys_table() + m[3], README), encoding="utf-8")
    (ROOT / "CONTRIBUTING.md").write_text(
        WAYS.sub(lambda m: m[1] + actions_table() + m[3], CONTRIBUTING), encoding="utf-8"
    )
