"""Text that was typed and not saved yet: ``<home>/drafts/``, a file a draft."""

from __future__ import annotations

import hashlib
from pathlib import Path

from store.files import explained, write_atomically


class Drafts:
    """Drafts by a key that the caller chooses; a file's name is a hash of its key."""

    def __init__(self, folder: Path) -> None:
        """Keep drafts in ``folder``, made when it is first needed."""
        self._folder = folder

    def get(self, key: str) -> str | None:
        """Give a draft, None where there is none."""
        path = self._path(key)
        with explained(path):
            try:
                return path.read_bytes().decode("utf-8", "replace")
            except FileNotFoundError:
                return None

    def keep(self, key: str, text: str) -> None:
        """Keep a draft in the place of an earlier one."""
        with explained(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self._path(key), text.encode("utf-8", "replace"))

    def drop(self, key: str) -> None:
        """Forget a draft, if there is one."""
        path = self._path(key)
        with explained(path):
            path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / f"{digest[:24]}.txt"
