"""The reader's own colours: ``theme.toml`` in the data folder, every key of which is a colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from tui.drawing.themes import NIGHT, OWN_THEMES
from tui.locale import Words

OWN = "sinmun-own"

COLOURS = (
    "primary", "secondary", "accent", "warning", "error", "success", "foreground", "background", "surface",
    "panel",
)  # fmt: skip
"""The colours that every theme of Textual's has; the desk's further ones are ``NIGHT.variables``."""

_KNOWN = frozenset((*COLOURS, *NIGHT.variables))


def own_theme(path: Path, words: Words) -> tuple[Theme | None, list[str]]:
    """Read a theme file: ``base`` names the theme it changes, every other key is a colour.

    Gives no theme where there is no file or none that can be read, and in plain words what could not be used.
    """
    if not path.is_file():
        return None, []
    import tomllib

    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return None, [words("theme.unreadable", path=path, error=error)]
    known = {**BUILTIN_THEMES, **{theme.name.removeprefix("sinmun-"): theme for theme in OWN_THEMES}}
    problems: list[str] = []
    name = written.pop("base", "night")
    base = known.get(name) if isinstance(name, str) else None
    if base is None:
        problems.append(words("theme.no_base", path=path, name=name, known=", ".join(known)))
        base = NIGHT
    colours = _colours(path, written, words, problems)
    theme = replace(
        base,
        name=OWN,
        variables={
            **base.variables,
            **{key: value for key, value in colours.items() if key not in COLOURS},
        },
        **{key: value for key, value in colours.items() if key in COLOURS},
    )
    return theme, problems


def _colours(path: Path, written: Mapping[str, Any], words: Words, problems: list[str]) -> dict[str, Any]:
    kept = {}
    for key, value in written.items():
        if key not in _KNOWN:
            problems.append(words("theme.no_key", path=path, colour=key, known=", ".join(sorted(_KNOWN))))
            continue
        try:
            kept[key] = Color.parse(value).hex if isinstance(value, str) else None
        except ColorParseError:
            kept[key] = None
        if kept[key] is None:
            problems.append(words("theme.no_colour", path=path, colour=key, value=value))
            del kept[key]
    return kept
