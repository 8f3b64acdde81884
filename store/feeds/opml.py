"""Feeds from and to OPML, the lists that feed readers exchange: nested folders are tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from store.feeds.subscription import Subscription
from store.model import SinmunError

MAX_BYTES = 16 * 1024 * 1024
_MAX_DEPTH = 100
_DECLARES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Refused(NamedTuple):
    """An outline that is no feed of ours: what it points to, and why it was left."""

    url: str
    reason: str


def read_opml(
    text: str, tidy: Callable[[Iterable[str]], tuple[str, ...]]
) -> Iterator[Subscription | Refused]:
    """Read the feeds of an OPML file, each address once with the tags of all the places where it stands.

    ``tidy`` gives tags in their kept form. Raises SinmunError for what is no OPML or declares entities.
    """
    found: dict[str, Subscription | Refused] = {}
    for url, title, tags in _outlines(_root(text)):
        refusal = _refusal(url)
        if refusal:
            found.setdefault(url, Refused(url, refusal))
            continue
        old = found.get(url)
        before = old.tags if isinstance(old, Subscription) else ()
        known = old.title if isinstance(old, Subscription) else ""
        found[url] = Subscription(url=url, title=known or title, tags=tidy((*before, *tags)))
    yield from found.values()


def _root(text: str) -> etree._Element:
    if _DECLARES.search(text):
        raise SinmunError("it declares XML entities, which can blow up or read files: take the DOCTYPE out")
    plain = _NOT_XML.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(plain.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise SinmunError(f"it is no OPML ({error}): export it again") from None
    if root is None or _name(root) != "opml":
        raise SinmunError("it is no OPML: its first element is not <opml>; export it again")
    return root


def _outlines(root: etree._Element) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Walk the outlines that are feeds: address, title, and the tags of folders and categories."""
    waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, folders = waiting.pop()
        if len(folders) > _MAX_DEPTH:
            raise SinmunError(f"its folders are nested more than {_MAX_DEPTH} deep: it is no list of feeds")
        inside = folders
        if _name(element) == "outline":
            said = {str(name).casefold(): " ".join(str(value).split()) for name, value in element.items()}
            title = said.get("text") or said.get("title") or ""
            url = said.get("xmlurl") or (said.get("url") if said.get("type") == "rss" else None)
            if url:
                yield url, title, (*folders, *_categories(said.get("category", "")))
            elif title:
                inside = (*folders, title)
        waiting += [(child, inside) for child in reversed(element)]


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2].casefold() if isinstance(element.tag, str) else ""


def _categories(text: str) -> list[str]:
    """Read ``/a/b,c``: a path is nested tags, anything else a tag as it stands."""
    tags = []
    for category in text.split(","):
        tags += category.split("/") if category.strip().startswith("/") else [category]
    return [tag for tag in (tag.strip() for tag in tags) if tag]


def _refusal(url: str) -> str:
    if url.casefold().startswith(("http://", "https://")):
        return ""
    if url.startswith(("|", "exec:", "filter:")):
        return "it runs a program, which a list of feeds may not: make a feed of its output"
    return "only http and https are followed"


def write_opml(feeds: Iterable[Subscription]) -> bytes:
    """Give an OPML 2.0 file: each feed once, in the folders that its tags make."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "sinmun"
    body = etree.SubElement(root, "body")
    folders: dict[tuple[str, ...], etree._Element] = {(): body}
    for feed in feeds:
        title = _NOT_XML.sub("", feed.title or feed.url)
        tags = tuple(_NOT_XML.sub("", tag) for tag in feed.tags)
        said = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.url}
        etree.SubElement(_folder(folders, tags), "outline", said)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _folder(folders: dict[tuple[str, ...], etree._Element], tags: tuple[str, ...]) -> etree._Element:
    if tags not in folders:
        above = _folder(folders, tags[:-1])
        folders[tags] = etree.SubElement(above, "outline", {"text": tags[-1], "title": tags[-1]})
    return folders[tags]
