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

from tui.locale.korean import articles, data, desk, pages, query, shell, system, web  # isort: skip

ROOT = Path(__file__).parents[1]
TABLES = {
    each.__name__.rpartition(".")[2]: each.MESSAGES
    for each in (articles, data, desk, pages, query, shell, system, web)
}
HANGUL = re.compile(r"[가-힣]")
RAISED = re.compile(r"\w*Error|Failure|say|tell|left|_error")
"""What is called with a message."""

NOT_TOLD = {"AttributeError", "ArgumentTypeError", "TypeError", "KeyError", "LookupError"}


@cache
def trees() -> dict[Path, ast.Module]:
    files = [path for part in ("store", "tui") for path in sorted((ROOT / part).rglob("*.py"))]
    # The words of an exported file are in its own language.
    left_out = ("training", "locale", "labels.py")
    return {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in files
        if not set(left_out) & set(path.parts)
    }


def templates(node: ast.expr) -> list[str]:
    """Give what a string can be, with {} for what is put in; none where it is not written here."""
    match node:
        case ast.Constant(value=str(value)):
            return [value]
        case ast.JoinedStr(values=parts):
            return ["".join(part.value if isinstance(part, ast.Constant) else "{}" for part in parts)]
        case ast.IfExp(body=body, orelse=orelse):
            return templates(body) + templates(orelse)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [a + b for a in templates(left) or ["{}"] for b in templates(right) or ["{}"]]
    return []


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
                for told in templates(argument):
                    if len(re.findall("[a-z]{2,}", told)) > 1:
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", told


RAISED_HERE = sorted(set(raised()))


@pytest.mark.parametrize(("place", "told"), RAISED_HERE, ids=[place for place, _ in RAISED_HERE])
def test_every_message_has_its_korean(place: str, told: str) -> None:
    english, *rest = told.split("{}")
    holes = [f"X{number}Y" for number, _ in enumerate(rest)]
    said = korean(english + "".join(hole + part for hole, part in zip(holes, rest, strict=True)))
    assert HANGUL.search(said), f"{place}: {told!r} has no Korean: add it to tui/locale/korean"
    assert [hole for hole in holes if hole not in said] == [], f"{place}: {told!r}: {said!r}"


@pytest.mark.parametrize("table", TABLES)
def test_every_hole_is_filled(table: str) -> None:
    for english, said in TABLES[table].items():
        holes = {int(number) for number in re.findall(r"\{(\d)\}", said)}
        assert holes <= set(range(len(re.findall(r"\{n?\}", english)))), english
        assert HANGUL.search(said) or not re.search("[A-Za-z]", said), english


@cache
def strings() -> frozenset[str]:
    """Give every string in the code, with {} for what is put in, and joined where lines were broken."""
    found = set()
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.expr):
                found |= set(templates(node))
    return frozenset(found)


@pytest.mark.parametrize("table", [name for name in TABLES if name not in ("pages", "query", "system")])
def test_nothing_in_the_tables_is_stale(table: str) -> None:
    known = "\0".join(strings())
    stale = [
        english
        for english in TABLES[table]
        if english not in shell.OF_ARGPARSE
        and not all(part.strip() in known for part in re.split(r"\{n?\}", english))
    ]
    assert stale == []


SENTENCE = re.compile(r"[a-z{][\w{} ,.;:()'`…-]*")
TYPED = re.compile(r"`[^`]*`|sinmun(?: [a-z]+)+|pip install \S+")
FOR_PROGRAMS = {
    "explain.py": "the English explanation",
    "stories.py": "told in JSON alone",
    "__init__.py": "a programmer's mistake",
    "listed.py": "names of tables",
}
OF_SQLITE = {"no such table", "no such column"}


def sentences() -> Iterator[tuple[str, str]]:
    """Give what reads like a message in the store, wherever it is told from."""
    for path, tree in trees().items():
        here = set(path.relative_to(ROOT).parts)
        if "store" not in here or here & {"tables", *FOR_PROGRAMS}:
            continue
        parts = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in parts | about:
                for told in templates(node):
                    if (
                        told not in OF_SQLITE
                        and SENTENCE.fullmatch(told)
                        and len(re.findall(r"\b[a-z]{2,}\b", told)) > 2
                    ):
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", told


SENTENCES = sorted(set(sentences()))


@pytest.mark.parametrize(("place", "told"), SENTENCES, ids=[place for place, _ in SENTENCES])
def test_no_sentence_is_left_in_english(place: str, told: str) -> None:
    said = korean(told.replace("{}", "X7"))
    left = re.search(r"\b[a-z]+ [a-z]+ [a-z]+\b", TYPED.sub("", said))
    assert left is None, f"{place}: {told!r}: {said!r}: add it to tui/locale/korean"


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
        (["--lang", "ko", "notes", "add"], "빠진 것이 있습니다: ID, 글"),
        (["--lang=ko", "list", "--limit", "x"], "--limit: 1 이상의 수를 쓰세요"),
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


def test_what_is_listed_is_said_each_by_itself() -> None:
    assert korean("1,200 added, 3 failed") == "더함 1,200, 실패 3"
    assert korean("its counts were wrong; it disagreed with the pages a, b") == (
        "개수가 맞지 않았습니다; 메모장 파일과 맞지 않았습니다 (a, b)"
    )


@pytest.mark.parametrize("own", ["나래 kept", "a.txt stopped", "date", "x: 금리 read"])
def test_what_is_no_message_stays_as_it_is(own: str) -> None:
    assert korean(own) == own


def test_an_answer_of_a_server_is_told_with_its_number() -> None:
    assert korean("there is no such page (404)") == "그런 페이지가 없습니다 (404)"
    assert korean("https://a.example/: the server is in trouble (503)") == (
        "https://a.example/: 서버에 문제가 있습니다 (503)"
    )


@given(st.text(max_size=200))
def test_what_is_not_known_is_given_as_it_is_or_in_korean(message: str) -> None:
    said = korean(message)
    assert said == message or HANGUL.search(said)
