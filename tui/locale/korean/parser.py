"""The parser of the command line that speaks Korean."""

from __future__ import annotations

import argparse
import re
from typing import Any

from tui.cells import wrap
from tui.locale.korean import korean
from tui.parser import Parser

_PARTS = re.compile(r"(\s{2,})")
_HEADINGS = ("positional arguments", "options", "commands")


class KoreanParser(Parser):
    """A parser whose help and complaints are in Korean; what it takes is the same."""

    def add_argument(self, *args: Any, **kwargs: Any) -> argparse.Action:  # noqa: D102
        if kwargs.get("help") not in (None, argparse.SUPPRESS):
            kwargs["help"] = korean(kwargs["help"])
        return super().add_argument(*args, **kwargs)

    def format_usage(self) -> str:  # noqa: D102
        return _headed(super().format_usage())

    def format_help(self) -> str:  # noqa: D102
        self.formatter_class = _Formatter
        told, self.epilog = self.epilog, _each_part(self.epilog) if self.epilog else None
        try:
            return _headed(super().format_help())
        finally:
            self.epilog = told

    def said(self, message: str) -> str:  # noqa: D102
        return korean(message)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Breaks lines by the cells that they take, of which a syllable takes two."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        line = " ".join(text.split())
        return [line[start:end].rstrip() for start, end in wrap(line, width)]


def _each_part(text: str) -> str:
    """Say the parts of lines that stand two spaces or more apart, each by itself."""
    return "\n".join("".join(map(korean, _PARTS.split(line))) for line in text.splitlines())


def _headed(text: str) -> str:
    text = re.sub(r"\Ausage: ", korean("usage: "), text)
    for heading in _HEADINGS:
        text = re.sub(rf"^{heading}:$", f"{korean(heading)}:", text, flags=re.MULTILINE)
    return text
