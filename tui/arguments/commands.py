"""Adding a command to the parser, and the arguments that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from tui.arguments.examples import below

QUERY_HELP = (
    'words, "a phrase", -not, OR, (…), headline: speaker: person: org: place: kind: tag: status: has: is:'
    " date: shelf:"
)
JSON_HELP = "one JSON object a line on standard output"


class Commands:
    """The commands of a parser, their texts in its language."""

    def __init__(self, parser: argparse.ArgumentParser, said: Callable[[str], str]) -> None:
        self._said = said
        self._parsers = parser.add_subparsers(title="commands", metavar="COMMAND")
        self._made: dict[str, tuple[argparse.ArgumentParser, str]] = {}

    def add(self, name: str, run: str, text: str) -> argparse.ArgumentParser:
        """Add the command ``name``, which ``run`` (``module:function`` of ``tui.commands``) does.

        A joined word (``notes-add``) is shown as two, and listed under its first: ``notes`` tells of it.
        """
        text = self._said(text)
        about = text[0].upper() + text[1:] + "."
        if "-" in name:
            made = self._parsers.add_parser(name, description=about)
            made.prog = f"sinmun {name.replace('-', ' ')}"
        else:
            made = self._parsers.add_parser(name, help=text, description=about)
        made.epilog = self._said(below(name)) or None
        made.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        made.set_defaults(run=run)
        self._made[name] = made, text
        return made

    def tell_of(self, word: str, verbs: Sequence[str]) -> None:
        """List below a command's help those of two words that begin with it."""
        further = "".join(f"\n  {word} {verb:<8}{self._made[f'{word}-{verb}'][1]}" for verb in verbs)
        first, _ = self._made[word]
        first.epilog = "\n\n".join(filter(None, [first.epilog, self._said("subcommands:") + further]))


def with_json(made: argparse.ArgumentParser) -> None:
    """Let a command print JSON."""
    made.add_argument("--json", action="store_true", help=JSON_HELP)


def with_query(made: argparse.ArgumentParser, nargs: str = "*") -> None:
    """Let a command take a query, its words not in quotation marks."""
    made.add_argument("query", nargs=nargs, metavar="QUERY", help=QUERY_HELP)


def with_reader(made: argparse.ArgumentParser) -> None:
    """Let a command choose the reader."""
    made.add_argument("--reader", choices=["fast", "precise"], help="default: precise where installed")


def with_article(made: argparse.ArgumentParser) -> None:
    """Let a command take one article of the archive."""
    made.add_argument("id", metavar="ID", help="an article's id, or the beginning of it")


def with_limit(made: argparse.ArgumentParser) -> None:
    """Let a command give no more than so many articles."""
    made.add_argument("--limit", type=positive, metavar="N", help="at most N articles")


def positive(text: str) -> int:
    """Take a number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("write a number of at least 1")
    return int(text)
