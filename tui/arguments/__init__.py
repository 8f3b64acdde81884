"""What may stand on the command line: every command, its arguments and its help, a subject a file.

Importing this pays for no engine.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from tui.arguments import archive, entities, intake, notes, program, reading, shelf
from tui.arguments.commands import Commands
from tui.arguments.joined import JOINED
from tui.arguments.parser import Parser
from tui.locale import Lang

EXAMPLES = """\
examples:
  sinmun                                   open the desk
  sinmun add articles/ feed.xml            keep articles in the archive
  sinmun read article.txt --json           read without keeping
  sinmun search 'speaker:나델라 kind:statistic'
  sinmun notes add 1f3a 'check this figure'
  sinmun export 'tag:확인' --to vault

Data lie in SINMUN_HOME, or in the platform's data folder.
"""
SUBJECTS = (intake, reading, archive, notes, shelf, entities, program)
"""In the order in which help lists their commands."""


def build_parser(lang: Lang = "en") -> argparse.ArgumentParser:
    """Build the parser of every command, its help in a language."""
    made_by, said = _speaker(lang)
    parser = made_by(
        prog="sinmun",
        description=said("A desk for reading Korean news: every article once, every claim with its source."),
        epilog=said(EXAMPLES),
    )
    parser.add_argument("--lang", choices=["ko", "en"], help="language (default: the locale's)")
    parser.add_argument("--samples", type=Path, metavar="DIR", help="add these articles to an empty archive")
    parser.add_argument("--debug", action="store_true", help="show a traceback when something fails")
    parser.set_defaults(run="desk:open_desk")
    commands = Commands(parser, said)
    for subject in SUBJECTS:
        subject.add_commands(commands)
    for word, verbs in JOINED.items():
        commands.tell_of(word, verbs)
    return parser


def _speaker(lang: Lang) -> tuple[type[argparse.ArgumentParser], Callable[[str], str]]:
    """Give the parser of a language, and what says a help text in it."""
    if lang == "en":
        return Parser, str
    from tui.locale.korean.parser import KoreanParser, said_in_parts

    return KoreanParser, said_in_parts
