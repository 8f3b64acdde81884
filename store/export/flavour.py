"""The dialects of Markdown that note-taking programs speak: how names link, what a note looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from store.export.escape import escape
from store.export.filename import safe_stem
from store.export.labels import LABELS, Labels, Lang
from store.model import Entity, Reading
from store.text import printable

PAGE_BYTES = 120
_NO_LINK = "|[]#^"


class Flavour(NamedTuple):
    """One dialect: the folder of its templates, and whether names are wikilinks.

    ``pages`` tells that each name has a page in a folder of its type (else the program makes one when it is
    asked for), ``lists`` that its front matter may hold lists; ``own`` is a folder of the reader's templates,
    which go before ours, ``lang`` the language of the words in its files.
    """

    name: str
    templates: str = "markdown"
    wikilinks: bool = False
    pages: bool = False
    callouts: bool = True
    lists: bool = True
    own: Path | None = None
    lang: Lang = "ko"

    @property
    def labels(self) -> Labels:
        """The words that stand in its files."""
        return LABELS[self.lang]

    def named(self, name: str, entities: Sequence[Entity]) -> str:
        """Give a name as Markdown: a link to its page where it has one."""
        return self.link(name, entities) or escape(name)

    def link(self, name: str, entities: Sequence[Entity]) -> str:
        """Give the wikilink to the page of a name, or nothing."""
        entity = next((e for e in entities if e.name == name), None) if self.wikilinks else None
        if entity is None:
            return ""
        return f"[[{self.page_path(entity)}|{_shown(name)}]]" if self.pages else f"[[{_shown(name)}]]"

    def page_path(self, entity: Entity) -> str:
        """Give where the page of a name stands in a vault, without ``.md``."""
        return f"{self.labels.folders[entity.type]}/{safe_stem(entity.name, PAGE_BYTES)}"

    def front(self, values: Mapping[str, Any], reading: Reading | None) -> dict[str, Any]:
        """Give the values of the front matter in this dialect."""
        entities: Sequence[Entity] = reading.entities if reading else ()
        linked = {
            key: [self.link(name, entities) or name for name in value] if key == "entities" else value
            for key, value in values.items()
        }
        if self.lists:
            return linked
        # Logseq reads a line a key and drops all where one is none; its page has the name of a title's value.
        return {
            key: ", ".join(value) if isinstance(value, list) else value
            for key, value in linked.items()
            if key != "title"
        }


def _shown(name: str) -> str:
    return "".join(
        " " if character in _NO_LINK else character for character in " ".join(printable(name).split())
    )


PLAIN_MARKDOWN = Flavour("markdown")
OBSIDIAN = Flavour("obsidian", wikilinks=True, pages=True)
PLAIN = Flavour("plain", callouts=False)
LOGSEQ = Flavour("logseq", templates="logseq", wikilinks=True, callouts=False, lists=False)
