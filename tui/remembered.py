"""What the screen remembers from one sitting to the next; nothing is lost but comfort where it can't."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.places import Spot

KEPT_PLACES = 1000


def load(path: Path) -> dict[str, Any]:
    """Read what was remembered; nothing where there is no such file, or none that can be read."""
    with suppress(OSError, ValueError):
        found = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def save(path: Path, remembered: Mapping[str, Any]) -> None:
    """Put all of it in the place of what was remembered, whole or not at all."""
    beside = path.with_suffix(".new")
    with suppress(OSError):
        beside.write_text(json.dumps(remembered, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)


def remember(home: Path, **changed: Any) -> dict[str, Any]:
    """Give what was chosen on the screen (``theme``, ``toured``), with what is changed now put beside it."""
    path = home / "screen.json"
    kept = load(path)
    if changed:
        kept = {**kept, **changed}
        save(path, kept)
    return kept


class ReadingPlaces:
    """Where the cursor stood last in each article: a block and an offset in it; the latest are kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places = load(path)
        self._changed: dict[str, Spot | None] = {}

    def of(self, article: str) -> Spot | None:
        """Give the place in an article, None where it is to be read from its beginning."""
        match self._places.get(article):
            case [int(block), int(offset)]:
                return block, offset
        return None

    def keep(self, article: str, spot: Spot) -> None:
        """Remember a place; an article's very beginning is none."""
        kept = spot if spot > (0, 0) else None
        if kept != self.of(article):
            self._changed[article] = kept
            self._places.pop(article, None)
            if kept is not None:
                self._places[article] = list(kept)

    def flush(self) -> None:
        """Put what has changed on the disk, beside what another desk may have put there meanwhile."""
        if not self._changed:
            return
        places = {key: value for key, value in load(self._path).items() if key not in self._changed}
        places.update({key: list(spot) for key, spot in self._changed.items() if spot is not None})
        save(self._path, dict(list(places.items())[-KEPT_PLACES:]))
        self._changed = {}
