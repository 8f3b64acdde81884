"""The parts of an article that a structured source gives, put together as a RawArticle."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from store.ingest.credits import credits_in
from store.ingest.encoding import checked
from store.ingest.limits import check_lines
from store.ingest.lines import clean_line, numbered_lines
from store.ingest.roles import assign_roles, published_in
from store.model import LineRole, RawArticle, SinmunError

_REPORTER = re.compile(r"\s*(?:선임|전문|인턴|수습|객원)?\s?(?:기자|특파원|reporter)$", re.IGNORECASE)
_MAIL = re.compile(r"[(<\[]?\s*[\w.+-]+@[\w.-]+\s*[)>\]]?")


_LONGEST_NAME = 200
_LONGEST_ADDRESS = 2_000

Piece = tuple[str, LineRole | None]
"""A line of text with its role, or None where its wording and place are to tell."""


def assemble(
    source: str,
    title: str | None,
    body: Iterable[Piece],
    *,
    decks: Iterable[str] = (),
    captions: Iterable[str] = (),
    url: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    raw: bytes = b"",
) -> RawArticle:
    """Build an article from its title and the lines of its body; the lines are numbered in their order.

    Raises SinmunError where there is neither a title nor a body. What the fields do not say is looked for in
    the lines: the date in a dateline, the author in a byline.
    """
    given: list[Piece] = []
    if title and (head := clean_line(checked(" ".join(title.split())))):
        given.append((head, "title"))
    told: list[Piece] = [
        *((text, "deck") for text in decks),
        *((text, "caption") for text in captions),
        *body,
    ]
    given += [(line, role) for text, role in told for _, line in numbered_lines(checked(text))]
    if all(role == "caption" for _, role in given):
        raise SinmunError("it has neither a title nor a body: there is nothing to read in it")
    numbered = [(number, text) for number, (text, _) in enumerate(given, start=1)]
    check_lines(numbered)
    lines = assign_roles(numbered, [role for _, role in given])
    found_author, found_publisher = credits_in(lines)
    dateline = next((published_in(line.text) for line in lines if line.role == "dateline"), None)
    return RawArticle(
        source=source,
        lines=lines,
        url=_web_address(url),
        published=published or dateline,
        publisher=_name(publisher) or found_publisher,
        author=_person(author) or found_author,
        raw=raw,
    )


def _web_address(url: str | None) -> str | None:
    """Give an http or https address as it is; anything else is no address to open."""
    if not url or len(url) > _LONGEST_ADDRESS:
        return None
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname and url.isprintable() else None


def _name(name: str | None) -> str | None:
    return clean_line(checked(name)[:_LONGEST_NAME]) or None if name else None


def _person(author: str | None) -> str | None:
    """Strip titles and addresses from a name; a web address is none."""
    named = _name(author)
    if not named or "://" in named:
        return None
    names = [_REPORTER.sub("", part.strip()) for part in _MAIL.sub(" ", named).split(",")]
    return ", ".join(name for name in names if name) or None
