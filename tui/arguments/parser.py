"""The parser of the command line: what it takes is argparse's, what it complains of is told in our words."""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches
from typing import Any, NoReturn


class Parser(argparse.ArgumentParser):
    """A parser that knows what a mistyped command was meant to be."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"formatter_class": argparse.RawDescriptionHelpFormatter, **kwargs})

    def error(self, message: str) -> NoReturn:  # noqa: D102
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self.said(message)}\n")

    def said(self, message: str) -> str:
        """Give a complaint in the language of the parser."""
        return message

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if isinstance(action, argparse._SubParsersAction) and value not in action.choices:
            raise argparse.ArgumentError(None, no_command(value, action.choices))
        super()._check_value(action, value)


def no_command(name: str, known: Any) -> str:
    """Tell that there is no such command, and which comes nearest."""
    near = get_close_matches(name, [each for each in known if "-" not in each], n=1)
    if near:
        return f"there is no command {name}: did you mean {near[0]}?"
    return f"there is no command {name}: `sinmun --help` lists them"
