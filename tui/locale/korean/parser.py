"""The parser of the command line that speaks Korean."""

from __future__ import annotations

import argparse
import re
from typing import Any

from rich.cells import cell_len

from tui.arguments.parser import Parser
from tui.drawing.cells import wrap
from tui.locale.korean import korean

METAVARS = {
    "ADDRESS": "주소",
    "COMMAND": "명령",
    "DIR": "폴더",
    "FILE": "파일",
    "FOLDER": "폴더",
    "FORMAT": "형식",
    "N": "수",
    "NAME": "이름",
    "NEW": "새이름",
    "OLD": "옛이름",
    "PATH": "경로",
    "QUERY": "찾는말",
    "SHELL": "셸",
    "STATUS": "판정",
    "TAG": "태그",
    "TEXT": "글",
    "TYPE": "분류",
    "URL": "주소",
}
"""What stands for an argument in usage and help; those of one letter and ID are the same in both."""

_HEADINGS = ("positional arguments", "options", "commands")
_PARTS = re.compile(r"(\s{2,})")


class KoreanParser(Parser):
    """A parser whose help and complaints are in Korean; what it takes is the same."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter, **kwargs})

    def add_argument(self, *args: Any, **kwargs: Any) -> argparse.Action:  # noqa: D102
        if kwargs.get("help") not in (None, argparse.SUPPRESS):
            kwargs["help"] = korean(kwargs["help"])
        return super().add_argument(*args, **_named(kwargs))

    def add_subparsers(self, **kwargs: Any) -> Any:  # noqa: D102
        return super().add_subparsers(**_named(kwargs))

    def format_usage(self) -> str:  # noqa: D102
        return _usage(super().format_usage())

    def format_help(self) -> str:  # noqa: D102
        usage, between, rest = super().format_help().partition("\n\n")
        for heading in _HEADINGS:
            rest = re.sub(rf"^{heading}:$", f"{korean(heading)}:", rest, flags=re.MULTILINE)
        return _usage(usage) + between + rest

    def said(self, message: str) -> str:  # noqa: D102
        return korean(message)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Breaks and aligns lines by the cells that they take, of which a syllable takes two."""

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        if action.help is not argparse.SUPPRESS:
            taken = self._current_indent + cell_len(self._format_action_invocation(action))
            self._action_max_length = max(self._action_max_length, taken)

    def _format_action(self, action: argparse.Action) -> str:
        head, rest = self._format_action_invocation(action), super()._format_action(action)
        wider = cell_len(head) - len(head)
        return rest.replace(head + " " * (wider + 2), head + "  ", 1) if wider else rest

    def _split_lines(self, text: str, width: int) -> list[str]:
        line = " ".join(text.split())
        return [line[start:end].rstrip() for start, end in wrap(line, width)]


def said_in_parts(text: str) -> str:
    """Say the parts of lines that stand two spaces or more apart, each by itself."""
    return "\n".join(
        "".join(part if part.isspace() else korean(part) for part in _PARTS.split(line))
        for line in text.splitlines()
    )


def _named(kwargs: dict[str, Any]) -> dict[str, Any]:
    metavar = kwargs.get("metavar")
    return {**kwargs, "metavar": METAVARS.get(metavar, metavar)} if metavar else kwargs


def _usage(text: str) -> str:
    """Say what the usage begins with, which is a cell wider; lines that follow go with it."""
    return re.sub(r"\Ausage: ", korean("usage: "), text.replace("\n  ", "\n   "))
