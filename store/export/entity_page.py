"""The page of a name in a vault: what it is, and the articles that it stands in, with what it said there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from store.export.escape import escape
from store.export.flavour import OBSIDIAN, Flavour
from store.export.folder import composed, export, write_regions
from store.export.outcome import Exported, Material
from store.export.placing import Files
from store.export.regions import Region, region_text
from store.model import Entity, Quotation, RoleFact

KEYS = ("type", "aliases")
_LINE = re.compile(r"^- .*\[\[([^|\]]+)")


class Appearance(NamedTuple):
    """Where a name stands: the file of the article, and the lines that tell of it."""

    file: str
    date: str
    lines: tuple[str, ...]


def export_vault(
    materials: Iterable[Material], folder: Path, flavour: Flavour = OBSIDIAN
) -> Iterator[Exported]:
    """Write a file for each article, then a page for each name in them.

    A page keeps the articles that it told of before and that are not exported this time, as long as their
    files are there.
    """
    pages: dict[str, tuple[Entity, list[Appearance]]] = {}
    files = Files(folder)

    def noted() -> Iterator[Material]:
        for material in materials:
            stem = files.of(material.article).stem
            for entity in material.reading.entities if material.reading else ():
                _, appearances = pages.setdefault(flavour.page_path(entity), (entity, []))
                appearances.append(appearance(entity, material, stem))
            yield material

    yield from export(noted(), folder, flavour, files)
    for path, (entity, appearances) in sorted(pages.items()):
        yield _write_page(folder / f"{path}.md", entity, appearances, files)


def appearance(entity: Entity, material: Material, stem: str) -> Appearance:
    """Tell where a name stands in an article: its roles and what it said there."""
    article, reading = material.article, material.reading
    facts = reading.facts if reading else ()
    roles = [
        " ".join(filter(None, (fact.organization, fact.title)))
        for fact in facts
        if isinstance(fact, RoleFact) and fact.person == entity.name
    ]
    date = (article.published or "")[:10]
    about = " · ".join(filter(None, (date, *dict.fromkeys(roles))))
    title = " ".join(re.sub(r"[|\[\]]", " ", article.title).split()) or article.id
    lines = [f"- [[{stem}|{escape(title)}]]" + (f" ({escape(about)})" if about else "")]
    for fact in facts:
        if isinstance(fact, Quotation) and entity.name in fact.speaker.names:
            lines += [f"  - “{escape(quote.text)}”" for quote in fact.quotes]
    return Appearance(stem, date, tuple(lines))


def _write_page(path: Path, entity: Entity, appearances: Sequence[Appearance], files: Files) -> Exported:
    def compose(old: str) -> tuple[str, list[str]]:
        before = (a for a in _told_before(region_text(old, "articles")) if files.has(a.file))
        told = {a.file: a for a in [*before, *appearances]}
        newest = sorted(told.values(), key=lambda a: (a.date, a.file), reverse=True)
        lines = [line for one in newest for line in one.lines]
        heading = Region("name", f"# {escape(entity.name)}")
        return composed(old, _front(entity), [heading, Region("articles", "\n".join(lines))], KEYS)

    return write_regions(path, compose)


def _front(entity: Entity) -> Mapping[str, object]:
    aliases = [alias for alias in entity.aliases if alias != entity.name]
    return {"type": entity.type, **({"aliases": aliases} if aliases else {})}


def _told_before(text: str) -> Iterator[Appearance]:
    file, lines = "", list[str]()
    for line in text.splitlines():
        found = _LINE.match(line)
        if found:
            if file:
                yield Appearance(file, file[:10], tuple(lines))
            file, lines = found[1], []
        lines.append(line)
    if file:
        yield Appearance(file, file[:10], tuple(lines))
