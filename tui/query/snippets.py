"""What a query finds in an article: its headline and the first words found, marked."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.archive.headline import Headline
from store.model import Article, SinmunError
from store.search.highlight import pattern_of
from store.text import printable

BEFORE, BEHIND = 24, 160
"""As many characters are shown before and behind the first word that is found."""

Marked = list[tuple[str, str]]
"""Runs of text with the name of their style."""


class Hit(NamedTuple):
    """An article that was found, with its headline and some words of it, what was searched for marked."""

    headline: Headline
    title: Marked
    snippet: Marked


def hit(query: str, headline: Headline, article: Article) -> Hit:
    """Show what a query finds in an article."""
    body = " / ".join(block.text for block in article.blocks if block.role not in ("title", "dateline"))
    try:
        pattern = pattern_of(query, f"{headline.title} {body}")
    except SinmunError:
        pattern = None
    found = pattern.search(body) if pattern else None
    start = max(0, found.start() - BEFORE) if found else 0
    if start:
        # A word is not cut in two.
        start = body.find(" ", start) + 1 or start
    end = start + BEFORE + BEHIND
    text = ("…" if start else "") + body[start:end] + ("…" if end < len(body) else "")
    style = "strong" if headline.unread else ""
    return Hit(headline, marked(headline.title, pattern, style), marked(text, pattern, "muted"))


def marked(text: str, pattern: re.Pattern[str] | None, style: str = "") -> Marked:
    """Cut a text into runs, those that a pattern finds in the style ``found``."""
    text = printable(text)
    runs: Marked = []
    end = 0
    for found in pattern.finditer(text) if pattern else ():
        if found.end() > found.start():
            runs += [(text[end : found.start()], style), (found[0], "found")]
            end = found.end()
    runs.append((text[end:], style))
    return [run for run in runs if run[0]]
