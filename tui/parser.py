"""The parser of the command line: what it takes is argparse's, what it complains of is told in our words."""

from __future__ import annotations

import argparse
import re
import sys
from difflib import get_close_matches
from typing import NoReturn

_NO_COMMAND = re.compile(r"argument COMMAND: invalid choice: '(.*?)' \(choose from (.*)\)", re.DOTALL)


class Parser(argparse.ArgumentParser):
    """A parser that knows what a mistyped command was meant to be."""

    def error(self, message: str) -> NoReturn:  # noqa: D102
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self.said(complaint(message))}\n")

    def said(self, message: str) -> str:
        """Give a complaint in the language of the parser."""
        return message


def complaint(message: str) -> str:
    """Give argparse's complaint; of a command that is none, only the one that comes nearest."""
    found = _NO_COMMAND.fullmatch(message)
    if found is None:
        return message
    known = [name for name in re.findall(r"[\w-]+", found[2]) if "-" not in name]
    near = get_close_matches(found[1], known, n=1)
    if near:
        return f"there is no command {found[1]}: did you mean {near[0]}?"
    return f"there is no command {found[1]}: `sinmun --help` lists them"
