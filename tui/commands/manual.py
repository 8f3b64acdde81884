"""``help`` and ``completion``: what the program says of itself."""

from __future__ import annotations

from argparse import Namespace

from store.model import SinmunError
from tui.arguments import build_parser
from tui.arguments.joined import join_words
from tui.shell.output import SPOKEN, emit


def tell(arguments: Namespace) -> int:
    """Print the page of a command, or of them all."""
    if not arguments.words:
        build_parser(SPOKEN.get()).print_help()
        return 0
    words = join_words(list(arguments.words))
    build_parser(SPOKEN.get()).parse_args([words[0], "--help"])
    return 0


def completion(arguments: Namespace) -> int:
    """Print what a shell needs to complete commands and options."""
    try:
        import shtab
    except ModuleNotFoundError as error:
        raise SinmunError("completion needs shtab: pip install shtab") from error
    emit_lines(shtab.complete(build_parser(), shell=arguments.shell))
    return 0


def emit_lines(text: str) -> None:
    """Print a script line by line, with tabs as they are: it is our own."""
    for line in text.expandtabs(2).splitlines():
        emit(line)
