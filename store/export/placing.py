"""Which file in a folder is whose: an article keeps its file, however a person named or moved it."""

from __future__ import annotations

import re
from pathlib import Path

from store.export.filename import file_name, plain_id
from store.files import explained
from store.model import Article

_HEAD = 4096
_ID = re.compile(
    rb"\A---\r?\n(?:(?!---)[^\n]*\n)*?id: ['\"]?([\w-]+)['\"]?\s*\n(?:(?!---)[^\n]*\n)*?sinmun: "
)
_NAMED = re.compile(r"-([0-9a-f]{12})\.md$")


class Files:
    """The files of a folder by the article that each was exported from."""

    def __init__(self, folder: Path) -> None:
        """Look at every Markdown file of the folder and below: at its name, else at its front matter."""
        self.folder = folder
        paths = markdown_files(folder) if folder.is_dir() else []
        self._paths = {named[1]: path for path in reversed(paths) if (named := _NAMED.search(path.name))}
        for path in paths:
            if not _NAMED.search(path.name) and (found := _ID.match(_head(path))):
                self._paths.setdefault(found[1].decode(), path)
        self._stems = {path.stem for path in paths}

    def of(self, article: Article) -> Path:
        """Give the file of an article: the one that it has, else one that it will have."""
        path = self._paths.setdefault(plain_id(article.id), self.folder / file_name(article))
        self._stems.add(path.stem)
        return path

    def has(self, stem: str) -> bool:
        """Tell whether a link to ``stem`` leads anywhere."""
        return stem in self._stems


def markdown_files(folder: Path) -> list[Path]:
    """Give the Markdown files in a folder and below, those above first; what is hidden is left out."""
    with explained(folder):
        found = [
            path
            for path in folder.rglob("*.md")
            if not any(part.startswith(".") for part in path.relative_to(folder).parts) and path.is_file()
        ]
    return sorted(found, key=lambda path: (len(path.parts), path))


def _head(path: Path) -> bytes:
    with explained(path), path.open("rb") as file:
        return file.read(_HEAD)
