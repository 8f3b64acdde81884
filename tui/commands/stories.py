"""``stories``: which articles tell one story, and why."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

import msgspec

from store.comparison.stories import articles_of_path, explain, stories_of
from store.model import Article
from tui.shell.opening import open_desk
from tui.shell.output import emit, emit_json, say


def stories(arguments: Namespace) -> int:
    """Group the archive's articles, or a folder's without keeping them, into stories."""
    failures: list[str] = []
    if arguments.path:
        named = articles_of_path(arguments.path, failures.append)
        kept = dict(named) if arguments.explain else {}
        groups = stories_of(kept.items() if arguments.explain else named)
        _print_stories(groups, kept.__getitem__, arguments)
    else:
        with open_desk() as desk:
            _print_stories(desk.stories(), desk.article, arguments)
    for failure in failures:
        say(failure)
    return 1 if failures else 0


def _print_stories(
    groups: list[list[str]], article_of: Callable[[str], Article], arguments: Namespace
) -> None:
    told = list(explain(groups, article_of)) if arguments.explain else []
    if arguments.json:
        explained = {"explain": msgspec.to_builtins(told)} if arguments.explain else {}
        emit_json({"stories": groups, **explained})
        return
    overlaps = {each.story: f"  ({each.overlap:.2f})" for each in told}
    for group in groups:
        emit("  ".join(group) + overlaps.get(group[0], ""))
