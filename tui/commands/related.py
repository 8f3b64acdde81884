"""``related``: articles that are about the same."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

import msgspec

from tui.commands.articles import headline_line
from tui.progress import Told, watched
from tui.shell.opening import open_desk
from tui.shell.output import emit, emit_json, say


def related(arguments: Namespace) -> int:
    """List the articles nearest to one, after making the vectors that articles lack."""
    with open_desk() as desk:
        article = desk.article(arguments.id)
        with closing(desk.meaning()) as meaning:
            try:
                for _ in watched(meaning.catch_up(), lambda each: Told(each.made, each.made + each.waiting)):
                    pass
            except KeyboardInterrupt:
                say("stopped; what was done is kept, and the same command goes on from there")
                raise
            found = meaning.related(article.id, arguments.limit)
        for each in found:
            if arguments.json:
                emit_json({**msgspec.to_builtins(each.headline), "score": each.score})
            else:
                emit(f"{each.score:.3f}  {headline_line(each.headline)}")
    if not found:
        say("nothing found")
    return 0
