"""One article as Markdown: front matter, and a region each for text, quotes, facts and notes.

Templates run in a sandbox, and whatever they print is escaped for Markdown, unless a filter has made it
``Safe``: text from outside can't become markup by being forgotten.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from store.export.describe import describe, doubts
from store.export.escape import block_id, escape, link, quoted
from store.export.labels import INDIRECT, KINDS, SPEAKER_UNKNOWN, STATUSES
from store.export.page import FactPage, Page
from store.export.regions import Region
from store.model import Annotation, Article

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

REGIONS = ("article", "quotes", "facts", "notes")


class Safe(str):
    """Markdown that is meant as such."""

    __slots__ = ()


def render(page: Page) -> list[Region]:
    """Give the generated regions of a file, in order; some may be empty."""
    return [
        Region(name, _tidy(_environment().get_template(f"{name}.md.j2").render(page=page)))
        for name in REGIONS
    ]


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    from jinja2 import PackageLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=PackageLoader("store.export", "templates"),
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Safe) else escape(str(value)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        about=_about,
        source=_source,
        note=_note,
        status=_status,
        describe=describe,
        doubts=doubts,
        block_id=lambda name: Safe(block_id(name)),
        indent=lambda text, width, first: Safe(_indent(text, width)),
    )
    environment.globals.update(kinds=KINDS, unknown=SPEAKER_UNKNOWN, indirect=INDIRECT)
    return environment


def _tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _about(article: Article) -> Safe:
    when = (article.published or "").replace("T", " ")
    parts = [escape(part) for part in (when, article.publisher, article.author) if part]
    return Safe(" · ".join([*parts, link(article.url) or escape(article.source)]))


def _source(article: Article) -> Safe:
    when = (article.published or "")[:10]
    parts = [escape(part) for part in (article.publisher, when) if part]
    return Safe(", ".join([*parts, link(article.url) or escape(article.source)]))


def _status(page: FactPage) -> str:
    return STATUSES[page.annotation.status if page.annotation else ""]


def _note(annotation: Annotation) -> Safe:
    """Give an annotation as a callout: the words that it is about, the note, tags and status, its id."""
    lines = ["> [!note] " + (f"“{escape(annotation.selector.exact)}”" if annotation.selector else "메모")]
    if annotation.note:
        lines.append(quoted(annotation.note))
    marks = [STATUSES[annotation.status]] if annotation.status else []
    marks += [escape(f"#{tag}") for tag in annotation.tags]
    if marks:
        lines += [">", "> " + " ".join(marks)]
    return Safe("\n".join([*lines, "", f"^note-{block_id(annotation.id)}"]))


def _indent(text: str, width: int) -> str:
    return "\n".join(" " * width + line if line else line for line in text.split("\n"))
