"""The command line: stdout is data, stderr is narration, exit codes are an API."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING

from store.errors import SinmunError
from store.search.errors import QueryError
from tui.locale import language
from tui.shell.output import SPOKEN, say

if TYPE_CHECKING:
    from argparse import Namespace

DONE, SOME_FAILED, USAGE = 0, 1, 2
ALONE = {"run": "desk:open_desk", "lang": None, "samples": None, "debug": False}
"""What ``sinmun`` alone means: the desk does not wait for a parser."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give 0 when done, 1 when some inputs failed, 2 on wrong usage."""
    given = list(sys.argv[1:] if argv is None else argv)
    spoken = SPOKEN.set(language(_chosen(given)))
    try:
        return _run(_parsed(given) if given else SimpleNamespace(**ALONE))
    finally:
        SPOKEN.reset(spoken)


def _run(arguments: Namespace | SimpleNamespace) -> int:
    module, _, function = arguments.run.partition(":")
    try:
        code: int = getattr(importlib.import_module(f"tui.commands.{module}"), function)(arguments)
        sys.stdout.flush()
    except QueryError as error:
        say(str(error))
        for line in error.pointed().splitlines():
            say(line)
        return USAGE
    except SinmunError as error:
        if arguments.debug:
            raise
        say(str(error))
        return SOME_FAILED
    except BrokenPipeError:
        # Whoever read our output has seen enough; the interpreter must not complain while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130
    return code


def _chosen(given: list[str]) -> str | None:
    """Give the language that the command line asks for, before it is parsed: the parser speaks it too."""
    for option, value in pairwise([*given, ""]):
        if option.startswith("--lang"):
            return option.partition("=")[2] or value
    return None


def _parsed(given: list[str]) -> Namespace:
    from tui.arguments import build_parser
    from tui.arguments.joined import join_words

    return build_parser(SPOKEN.get()).parse_args(join_words(given))


if __name__ == "__main__":
    sys.exit(main())
