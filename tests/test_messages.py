"""The program speaks Korean wholly: every message and every help text, and nothing in the tables is stale."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.arguments import build_parser
from tui.cli import main
from tui.locale.korean import korean

from tui.locale.korean import articles, data, desk, pages, shell, web  # isort: skip

ROOT = Path(__file__).parents[1]
TABLES = {
    each.__name__.rpartition(".")[2]: each.MESSAGES for each in (articles, data, desk, pages, shell, web)
}
HANGUL = re.compile(r"[가-힣]")
RAISED = re.compile(r"\w*Error|Failure|say|tell|left|_error")
"""What is called with a message."""

NOT_TOLD = {"AttributeError", "ArgumentTypeError", "TypeError", "KeyError", "LookupError"}


@cache
def trees() -> dict[Path, ast.Module]:
    files = [path for part in ("store", "tui") for path in sorted((ROOT / part).rglob("*.py"))]
    left_out = ("training", "locale")
    return {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in files
        if not set(left_out) & set(path.parts)
    }


def template(node: ast.expr) -> str | None:
    """Give a string with {} for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "{}"
            for part in node.values
        )
    return None


def raised() -> Iterator[tuple[str, str]]:
    """Give where a message is told, and its template."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or {"screens", "widgets"} & set(path.parts):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if not RAISED.fullmatch(name) or name in NOT_TOLD:
                continue
            for argument in node.args:
                for part in (
                    (argument.body, argument.orelse) if isinstance(argument, ast.IfExp) else (argument,)
                ):
                    told = template(part)
                    if told is not None and len(re.findall("[a-z]{2,}", told)) > 1:
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", told


RAISED_HERE = sorted(set(raised()))


@pytest.mark.parametrize(("place", "told"), RAISED_HERE, ids=[place for place, _ in RAISED_HERE])
def test_every_message_has_its_korean(place: str, told: str) -> None:
    said = korean(told.replace("{}", "X7"))
    assert HANGUL.search(said), f"{place}: {told!r} has no Korean: add it to tui/locale/korean"
    assert said.count("X7") == told.count("{}") or told.count("{}") > said.count("X7") > 0


@pytest.mark.parametrize("table", TABLES)
def test_every_hole_is_filled(table: str) -> None:
    for english, said in TABLES[table].items():
        holes = {int(number) for number in re.findall(r"\{(\d)\}", said)}
        assert holes <= set(range(english.count("{}"))), english
        assert HANGUL.search(said), english


@cache
def strings() -> frozenset[str]:
    """Give every string in the code, with {} for what is put in, and joined where lines were broken."""
    found = set()
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.expr) and (told := template(node)) is not None:
                found.add(told)
    return frozenset(found)


@pytest.mark.parametrize("table", [name for name in TABLES if name != "pages"])
def test_nothing_in_the_tables_is_stale(table: str) -> None:
    known = "\0".join(strings())
    stale = [
        english
        for english in TABLES[table]
        if english not in shell.OF_ARGPARSE and not all(part.strip() in known for part in english.split("{}"))
    ]
    assert stale == []


def texts(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield parser.description or ""
    for action in parser._actions:
        if action.help and action.help != argparse.SUPPRESS:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            for shown in action._choices_actions:
                yield shown.help or ""
            for command in action.choices.values():
                yield from texts(command)


def test_every_help_text_has_its_korean() -> None:
    names = re.compile(r"[a-z, ]+")
    said = [text for text in texts(build_parser("ko")) if text and not names.fullmatch(text)]
    assert [text for text in said if not HANGUL.search(text)] == []


def test_both_languages_take_the_same() -> None:
    def shape(parser: argparse.ArgumentParser) -> object:
        return [
            (a.option_strings, a.dest, a.nargs, list(map(shape, a.choices.values())))
            if isinstance(a, argparse._SubParsersAction)
            else (a.option_strings, a.dest, a.nargs, a.choices)
            for a in parser._actions
        ]

    assert shape(build_parser("ko")) == shape(build_parser("en"))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--lang", "ko", "searchh"], "searchh: 그런 명령은 없습니다. search"),
        (["--lang", "ko", "notes", "add"], "빠진 것이 있습니다: ID, TEXT"),
        (["--lang=ko", "list", "--limit", "x"], "쓸 수 없는 값입니다"),
        (["--lang", "en", "searchh"], "there is no command searchh: did you mean search?"),
        (["--lang", "en", "xyzzy"], "there is no command xyzzy: `sinmun --help` lists them"),
    ],
)
def test_wrong_usage_is_told_in_the_language_that_was_chosen(
    asked: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(asked)
    captured = capsys.readouterr()
    assert ended.value.code == 2
    assert said in captured.err
    assert captured.out == ""


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (["read", "/nope.txt"], 1, "/nope.txt: 그런 파일이 없습니다"),
        (["search", "foo:bar"], 2, "foo: 항목은 없습니다"),
        (["search", "date:2024-13"], 2, "날짜: 2024-13: 그런 날은 없습니다"),
        (["add", "/nope.txt"], 1, "더함 0, 실패 1"),
        (["list"], 0, "보관함이 비어 있습니다"),
    ],
)
def test_a_korean_locale_is_spoken_to_in_korean(
    asked: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(asked) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_an_answer_of_a_server_is_told_with_its_number() -> None:
    assert korean("there is no such page (404)") == "그런 페이지가 없습니다 (404)"
    assert korean("https://a.example/: the server is in trouble (503)") == (
        "https://a.example/: 서버에 문제가 있습니다 (503)"
    )


@given(st.text(max_size=200))
def test_what_is_not_known_is_given_as_it_is_or_in_korean(message: str) -> None:
    said = korean(message)
    assert said == message or HANGUL.search(said)
