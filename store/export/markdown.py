"""One article as Markdown: front matter, and a region each for text, quotes, facts and notes.

Templates run in a sandbox, and whatever they print is escaped for Markdown, unless a filter has made it
``Safe``: text from outside can't become markup by being forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from store.export.describe import describe, doubts
from store.export.escape import block_id, escape, link
from store.export.flavour import PLAIN_MARKDOWN, Flavour
from store.export.note_block import note_block
from store.export.page import Page
from store.export.regions import Region
from store.model import AnyFact, Article, SinmunError

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

REGIONS = ("article", "quotes", "facts", "notes")


class Safe(str):
    """Markdown that is meant as such."""

    __slots__ = ()


def render(page: Page, flavour: Flavour = PLAIN_MARKDOWN) -> list[Region]:
    """Give the generated regions of a file, in order; some may be empty.

    Raises SinmunError where a template of the reader's own fails, with its file and line.
    """
    environment = _environment(flavour)

    def named(name: str) -> Safe:
        return Safe(flavour.named(name, page.entities))

    def described(fact: AnyFact) -> Safe:
        return Safe(describe(fact, named, escape, flavour.labels))

    with _explained(flavour):
        return [
            Region(
                name,
                _tidy(
                    environment.get_template(f"{name}.md.j2").render(
                        page=page, named=named, described=described
                    )
                ),
            )
            for name in REGIONS
        ]


@contextmanager
def _explained(flavour: Flavour) -> Iterator[None]:
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        yield
    except TemplateSyntaxError as error:
        raise SinmunError(f"{error.filename or error.name}:{error.lineno}: {error.message}") from error
    except (TemplateError, ArithmeticError, TypeError, ValueError, AttributeError, LookupError) as error:
        if flavour.own is None:
            raise
        raise SinmunError(f"{flavour.own}: a template failed: {error}: see docs/export.md") from error


@cache
def _environment(flavour: Flavour) -> ImmutableSandboxedEnvironment:
    from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    labels = flavour.labels
    ours = PackageLoader("store.export", f"templates/{flavour.templates}")
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(flavour.own), ours]) if flavour.own else ours,
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Safe) else escape(str(value)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        about=_about,
        source=_source,
        note=lambda annotation: Safe(note_block(annotation, flavour)),
        status=lambda page: labels.statuses[page.annotation.status if page.annotation else ""],
        doubts=lambda fact: doubts(fact, labels),
        block_id=lambda name: Safe(f"^{block_id(name)}" if flavour.callouts else ""),
        indent=lambda text, width, first: Safe(_indent(text, width)),
        outlined=lambda text, depth: Safe(_outlined(text, depth)),
    )
    environment.globals.update(
        kinds=labels.kinds,
        unknown=labels.unknown,
        indirect=labels.indirect,
        labels=labels,
        callouts=flavour.callouts,
    )
    return environment


def _tidy(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" +$", "", text, flags=re.MULTILINE)).strip("\n")


def _about(article: Article) -> Safe:
    when = (article.published or "").replace("T", " ")
    parts = [escape(part) for part in (when, article.publisher, article.author) if part]
    return Safe(" · ".join([*parts, link(article.url) or escape(article.source)]))


def _source(article: Article) -> Safe:
    when = (article.published or "")[:10]
    parts = [escape(part) for part in (article.publisher, when) if part]
    return Safe(", ".join([*parts, link(article.url) or escape(article.source)]))


def _indent(text: str, width: int) -> str:
    return "\n".join(" " * width + line if line else line for line in text.split("\n"))


def _outlined(text: str, depth: int) -> str:
    """Give lines as one block of an outline, ``depth`` levels down; an outline has no empty lines."""
    first, *rest = [line for line in text.split("\n") if line.strip()]
    margin = "  " * depth
    return "\n".join([f"{margin}- {first}", *(f"{margin}  {line}" for line in rest)])
