"""Articles as references: CSL-JSON for citation programs, BibTeX for LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from store.export.outcome import Exported, Material
from store.export.whole import write_whole
from store.model import Article
from store.text import escaped_json, printable

_BYLINE = re.compile(
    r"\s*(?:\[[^\]]*\]|\([^)]*\)|\S+@\S+|(?:선임|수석|전문|인턴)?\s?기자|특파원|논설위원)\s*"
)
_SEPARATORS = re.compile(r"\s*[,·ㆍ;/&]\s*|\s+and\s+")
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def export_csl(materials: Iterable[Material], folder: Path) -> Iterator[Exported]:
    """Write ``references.json``: an item of CSL-JSON for each article."""
    items = [csl_item(material.article) for material in materials]
    yield write_whole(
        folder / "references.json", escaped_json(msgspec.json.format(msgspec.json.encode(items))) + b"\n"
    )


def export_bibtex(materials: Iterable[Material], folder: Path) -> Iterator[Exported]:
    """Write ``references.bib``: an entry of BibTeX for each article."""
    entries = [bibtex_entry(material.article) for material in materials]
    yield write_whole(folder / "references.bib", "\n".join(entries).encode())


def csl_item(article: Article) -> dict[str, Any]:
    """Give an article as an item of CSL-JSON (version 1.0.2 of the schema)."""
    date = _date(article)
    values: dict[str, Any] = {
        "id": article.id,
        "type": "article-newspaper",
        "title": article.title,
        "author": [{"literal": name} for name in authors(article)],
        "issued": {"date-parts": [date]} if date else None,
        "container-title": article.publisher,
        "URL": article.url,
        "language": "ko",
    }
    return {key: _plain(value) for key, value in values.items() if value}


def bibtex_entry(article: Article) -> str:
    """Give an article as an ``@article`` of BibTeX; the key is its id."""
    date = _date(article)
    fields = {
        "title": f"{{{_latex(article.title)}}}",
        "author": " and ".join(f"{{{_latex(name)}}}" for name in authors(article)),
        "journal": _latex(article.publisher or ""),
        "year": str(date[0]) if date else "",
        "day": str(date[2]) if len(date) > 2 else "",
        "url": _address(article.url or ""),
        "langid": "korean",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if len(date) > 1:
        lines.append(f"  month = {_MONTHS[date[1] - 1]},")
    return "\n".join([f"@article{{{article.id},", *lines, "}", ""])


def authors(article: Article) -> list[str]:
    """Give the names in a byline: no titles, no addresses."""
    names = _SEPARATORS.split(_BYLINE.sub(" ", f" {article.author or ''} "))
    return [" ".join(name.split()) for name in names if name.strip()]


def _date(article: Article) -> list[int]:
    found = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", article.published or "")
    return [int(part) for part in found.groups() if part] if found else []


def _plain(value: Any) -> Any:
    return printable(value) if isinstance(value, str) else value


def _latex(text: str) -> str:
    return "".join(_SPECIAL.get(character, character) for character in printable(text))


def _address(url: str) -> str:
    return "".join(f"%{ord(c):02X}" if c in "{}\\ \n" else c for c in printable(url))
