"""The styles that lines are drawn in, by name, made of the theme's own colours."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style

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


def inks(theme_variables: Mapping[str, str]) -> dict[str, Style]:
    """Give every style by name; an empty name is no style."""
    styles = {"": Style()}
    for name, (ink, ground, attributes) in _INKS.items():
        styles[name] = Style.parse(attributes) + Style(
            color=theme_variables[ink] if ink else None, bgcolor=theme_variables[ground] if ground else None
        )
    return styles
