"""``read`` and ``tag``: reading without keeping."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec import to_builtins

from store.ingest import Failure
from store.model import SinmunError
from store.reading import articles_of, contract, open_reader, read_sources
from tui.locale import Words
from tui.shell.output import SPOKEN, emit, emit_json, say
from tui.shell.plain import page

if TYPE_CHECKING:
    from store.explain import Explanation


def read(arguments: Namespace) -> int:
    """Read every article of the paths; a source that can't be read is named and the rest goes on."""
    if arguments.explain:
        return _explain(arguments)
    failed = False
    reader = open_reader(arguments.reader)
    for result in read_sources(arguments.paths, reader, sys.stdin.buffer):
        if isinstance(result, Failure):
            say(str(result))
            failed = True
        elif arguments.json:
            emit_json(contract(*result))
        else:
            for line in page(*result):
                emit(line)
    return 1 if failed else 0


def _explain(arguments: Namespace) -> int:
    """Show for each sentence what was read in it and by which rule."""
    from store.explain import explain

    failed = False
    reader = open_reader(arguments.reader)
    for article in articles_of(arguments.paths, sys.stdin.buffer):
        if isinstance(article, Failure):
            say(str(article))
            failed = True
            continue
        document, reading = reader.analyzed(article)
        explained = explain(document, reading)
        if arguments.json:
            emit_json({**contract(article, reading), "explain": to_builtins(explained)})
        else:
            emit(article.title)
            for line in (line for sentence in explained for line in _explanation(sentence)):
                emit(line)
    return 1 if failed else 0


def _explanation(sentence: Explanation) -> Iterator[str]:
    """Give a sentence's explanation in the language that is spoken."""
    if SPOKEN.get() == "ko":
        from tui.telling.reasons import lines as korean

        return korean(sentence, Words("ko"))
    from store.explain import lines

    return lines(sentence)


def tag(arguments: Namespace) -> int:
    """Tag a file line by line, offsets into each line as given."""
    from store.extract.ner.tagging import tag_lines

    for tags in tag_lines(_lines(arguments.path), arguments.reader):
        emit_json(tags)
    return 0


def _lines(path: str) -> Iterator[str]:
    if path == "-":
        yield from _decoded(sys.stdin.buffer, "standard input")
        return
    try:
        with Path(path).open("rb") as stream:
            yield from _decoded(stream, path)
    except OSError as error:
        raise SinmunError(f"{path}: {error.strerror}: name a text file, or - for standard input") from error


def _decoded(stream: BinaryIO, name: str) -> Iterator[str]:
    for number, line in enumerate(stream, 1):
        try:
            yield line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise SinmunError(f"{name}: line {number} is not UTF-8: convert the file first") from error
