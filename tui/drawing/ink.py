"""The styles that lines are drawn in, by name, made of the theme's own colours."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style

Piece = tuple[str, str]
"""A run of text and the name of its style, empty for plain."""

PieceLine = list[Piece]

_INKS: dict[str, tuple[str, str, str]] = {
    "muted": ("muted", "", ""),
    "strong": ("", "", "bold"),
    "title": ("title", "", "bold"),
    "heading": ("primary", "", "bold"),
    "accent": ("accent", "", ""),
    "good": ("success", "", ""),
    "bad": ("error", "", ""),
    "warn": ("warning", "", ""),
    "tag": ("secondary", "", ""),
    "cursor": ("", "cursor", ""),
    "resting": ("", "resting", ""),
    "quotation": ("quotation", "", ""),
    "statistic": ("statistic", "", ""),
    "event": ("event", "", ""),
    "forecast": ("forecast", "", ""),
    "role": ("role", "", ""),
    "enumeration": ("enumeration", "", ""),
    "entity": ("", "", "underline"),
    "fact": ("", "fact", ""),
    "found": ("warning", "", "bold underline"),
    "mention": ("mention-text", "mention", "bold"),
    "deck": ("deck", "", ""),
    "repeat": ("muted", "", "italic"),
}
"""Each style's foreground and background, as the theme calls them, and its attributes."""


_WITHOUT_COLOUR = {"cursor": "reverse", "resting": "bold", "mention": "bold reverse"}
"""What stands for a background where there is no colour."""


def inks(theme_variables: Mapping[str, str], *, coloured: bool = True) -> dict[str, Style]:
    """Give every style by name; an empty name is no style. What is not ``coloured`` is told by attributes."""
    styles = {"": Style()}
    if not coloured:
        return styles | {
            name: Style.parse(_WITHOUT_COLOUR.get(name, attributes))
            for name, (_, _, attributes) in _INKS.items()
        }
    for name, (ink, ground, attributes) in _INKS.items():
        styles[name] = Style.parse(attributes) + Style(
            color=theme_variables[ink] if ink else None, bgcolor=theme_variables[ground] if ground else None
        )
    return styles
