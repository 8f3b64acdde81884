"""The formats that an export can have, by the name that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from store.export.citation import export_bibtex, export_csl
from store.export.claim_review import export_claim_reviews
from store.export.entity_page import export_vault
from store.export.flavour import LOGSEQ, OBSIDIAN, PLAIN, PLAIN_MARKDOWN, Flavour
from store.export.folder import export
from store.export.labels import Lang
from store.export.outcome import Exported, Material
from store.export.table import export_csv, export_jsonl
from store.export.web_annotation import export_web_annotations
from store.model import SinmunError

Writer = Callable[[Iterable[Material], Path], Iterator[Exported]]


class Format(NamedTuple):
    """What writes a format; ``flavour`` is its dialect where it is Markdown, which templates can change."""

    write: Writer
    flavour: Flavour | None = None


def _markdown(flavour: Flavour) -> Format:
    writer = partial(export_vault if flavour.pages else export, flavour=flavour)
    return Format(writer, flavour)


FORMATS: dict[str, Format] = {
    "markdown": _markdown(PLAIN_MARKDOWN),
    "obsidian": _markdown(OBSIDIAN),
    "logseq": _markdown(LOGSEQ),
    "plain": _markdown(PLAIN),
    "csv": Format(export_csv),
    "jsonl": Format(export_jsonl),
    "annotations": Format(export_web_annotations),
    "csl": Format(export_csl),
    "bibtex": Format(export_bibtex),
    "claims": Format(export_claim_reviews),
}


def writer_of(name: str, templates: Path | None = None, lang: Lang = "ko") -> Writer:
    """Give what writes the format of that name, with the reader's own templates before ours.

    ``lang`` is the language of the words in Markdown files; data are the same in every language.

    Raises SinmunError for an unknown format, for templates of a format that has none, and for a folder
    without templates.
    """
    if name not in FORMATS:
        raise SinmunError(f"{name}: no such format; there are {', '.join(FORMATS)}")
    chosen = FORMATS[name]
    if templates is None:
        return _markdown(chosen.flavour._replace(lang=lang)).write if chosen.flavour else chosen.write
    if chosen.flavour is None:
        raise SinmunError(f"--template is for Markdown; {name} has no templates")
    if not any(templates.glob("*.md.j2")):
        raise SinmunError(f"{templates}: no template here: name a folder with article.md.j2 or the like")
    return _markdown(chosen.flavour._replace(own=templates.resolve(), lang=lang)).write
