"""Who wrote an article and for whom, as its byline or the opening of its text says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.model import Line

_TITLE = r"(?:선임|전문|인턴|수습|객원|의학전문)?\s?(?:기자|특파원|논설위원|에디터|통신원)"
_WHERE = r"(?![가-힣]{3},)[가-힣A-Za-z]{2,12}"
"""Where a match is told from: [가온스포츠=잠실, …]; three letters are more likely a name."""

_WIRE = re.compile(
    rf"^[\[(【<（［]\s*(?:[가-힣]{{2,8}}\s?=\s?)?(?P<publisher>[가-힣A-Za-z0-9]{{2,12}})\s*[\])】>）］]\s*"
    rf"(?P<author>[가-힣]{{2,4}}(?:(?:\s?[·,]\s?|\s)[가-힣]{{2,4}}){{0,4}}?)\s?{_TITLE}\s*(?:[=＝|ㅣ]|$)"
)
_BRACKET = re.compile(
    rf"^[\[(【<（［]\s*(?P<publisher>[가-힣A-Za-z0-9]{{2,12}}?)\s*"
    rf"(?:=\s?{_WHERE},\s?|[\s=](?:[가-힣]{{2,8}}=)?|=)\s*"
    rf"(?P<author>[가-힣]{{2,4}}(?:\s?[·,]\s?[가-힣]{{2,4}}){{0,4}})\s?{_TITLE}\s*[\])】>）］]"
)
_NAMED = re.compile(
    rf"(?<![가-힣])(?P<author>[가-힣]{{2,4}}(?:\s?[·,]\s?[가-힣]{{2,4}}){{0,4}})\s?{_TITLE}(?![가-힣])"
)
_BESIDE = re.compile(
    rf"^(?![가-힣]+[부팀국실]\s?[|ㅣ])(?P<publisher>[가-힣A-Za-z0-9]{{2,12}})\s?[|ㅣ]\s?(?P<author>[가-힣]{{2,4}}(?:\s?[·,]\s?[가-힣]{{2,4}}){{0,4}})\s?{_TITLE}$"
)
_ENGLISH = re.compile(r"^[Bb]y\s+(?P<author>[A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){0,3})")
_OWNED = re.compile(
    r"(?:ⓒ|©|\([cC]\)|저작권자)\s*[:：]?\s*(?:(?:19|20)\d{2}\s*)?"
    r"(?P<publisher>[가-힣A-Za-z0-9]{2,12}(?:\s[가-힣A-Za-z0-9]{2,12})?)\s*(?:[,.&<>|)(-]|무단|All\b|$)"
)
"""Whose the rights are, at the foot: the outlet, where no byline names one."""


def credits_in(lines: Iterable[Line]) -> tuple[str | None, str | None]:
    """Give the author and the publisher that the lines name, each None where they do not."""
    author = publisher = owner = None
    for line in lines:
        if line.role == "boilerplate" and (owned := _OWNED.search(line.text[:120])):
            owner = owner or owned["publisher"]
        if line.role == "paragraph":
            opening = line.text[:80]
            match = _WIRE.match(opening) or _BRACKET.match(opening)
        elif line.role in ("byline", "dateline", "boilerplate"):
            short = line.text[:120]
            told = _WIRE.match(short) or _BRACKET.match(short) or _BESIDE.match(short)
            match = told or _NAMED.search(short) or _ENGLISH.match(short)
        else:
            continue
        if match:
            found = match.groupdict()
            author = author or _names(found["author"])
            publisher = publisher or found.get("publisher")
    return author, publisher or owner


def _names(text: str) -> str:
    if text[0].isascii():
        return text
    return ", ".join(name for name in re.split(r"[\s·,]+", re.sub(_TITLE, " ", text)) if name)
