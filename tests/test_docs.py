"""The README is tested against the program: its commands parse, its keys are the registry's."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from tui.actions import ACTIONS, FOOTERS, Action
from tui.arguments import build_parser, join_words
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


EVERY_KEY = "test_actions.py::test_every_key_and_its_jamo_do_their_action"
"""The test that presses every key and jamo of what can be done in lists, on the desk and everywhere."""


def pilots() -> dict[str, str]:
    """Give for each action the test that is marked with it, or presses all keys of its place."""
    found = {action.name: EVERY_KEY for action in ACTIONS if action.place in ("move", "desk", "app")}
    for path in sorted((ROOT / "tests" / "tui").glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for mark in getattr(node, "decorator_list", ()):
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.does":
                    for name in mark.args:
                        found[ast.literal_eval(name)] = f"{path.name}::{node.name}"
    return found


def jamo_of(action: Action) -> str:
    """Give the jamo that do an action, or why it needs none."""
    letters = [key for key in action.keys if len(key) == 1 and key.isalpha()]
    jamo = [JAMO[key] for key in letters if key in JAMO]
    if jamo:
        return " ".join(f"`{key}`" for key in jamo)
    if letters:
        return f"none: {shown(key for key in action.keys if key not in letters)} does it"
    return "same key"


def clickable() -> set[str]:
    """Give the actions that a key line offers, on the desk, on a page or in a dialog."""
    offered = {name for footer in FOOTERS.values() for name in footer}
    for path in (ROOT / "tui" / "screens").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("self.keys", "KeyLine"):
                words = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
                offered |= {word for word in words if isinstance(word, str)}
    return offered


def actions_table() -> str:
    """Give the table of all ways to each action as CONTRIBUTING must have it."""
    offered = clickable()
    tests = pilots()
    rows = [
        "| action | where | keyboard | jamo | mouse | palette | help | test |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for action in ACTIONS:
        mouse = "key line, help" if action.name in offered else "help"
        cells = [
            f"`{action.name}`",
            WHERE[action.place],
            shown(action.keys),
            jamo_of(action),
            mouse,
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
    assert "|  |" not in found[2]


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
