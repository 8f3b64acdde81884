"""The desk's own colours: ink on paper by day, paper on ink by night, and both as strong as can be."""

from __future__ import annotations

import os
from collections.abc import Mapping

from textual.theme import Theme

NIGHT = Theme(
    name="sinmun-night",
    dark=True,
    primary="#7fb2c9",
    secondary="#a9c08a",
    accent="#e0926a",
    warning="#e0b35c",
    error="#e68a8a",
    success="#8fc08a",
    foreground="#d9d5cb",
    background="#15171b",
    surface="#1b1e23",
    panel="#22262c",
    variables={
        "muted": "#a3a8b1",
        "line": "#373c45",
        "title": "#f3eee2",
        "deck": "#bcc3cc",
        "key": "#e0926a",
        "cursor": "#2b3c49",
        "resting": "#262b32",
        "fact": "#20272d",
        "mention": "#e0b35c",
        "mention-text": "#15171b",
        "quotation": "#7fb2c9",
        "statistic": "#e0b35c",
        "event": "#8fc08a",
        "forecast": "#b59fd6",
        "role": "#dd9aa5",
        "enumeration": "#b6b1a4",
        "input-cursor-background": "#e0926a",
        "input-cursor-foreground": "#15171b",
        "scrollbar": "#373c45",
        "scrollbar-hover": "#4a505b",
        "scrollbar-active": "#7fb2c9",
        "scrollbar-background": "#15171b",
        "scrollbar-background-hover": "#15171b",
        "scrollbar-background-active": "#15171b",
    },
)

DAY = Theme(
    name="sinmun-day",
    dark=False,
    primary="#1f5b75",
    secondary="#4b6a21",
    accent="#a63d20",
    warning="#835500",
    error="#a32626",
    success="#2f6b2f",
    foreground="#25241f",
    background="#f8f4ea",
    surface="#f1ecdf",
    panel="#e8e1d0",
    variables={
        "muted": "#625d54",
        "line": "#cfc6b2",
        "title": "#11110e",
        "deck": "#45433b",
        "key": "#a63d20",
        "cursor": "#cfdfe3",
        "resting": "#e9e3d4",
        "fact": "#efe8d2",
        "mention": "#a63d20",
        "mention-text": "#fffaf0",
        "quotation": "#1f5b75",
        "statistic": "#835500",
        "event": "#2f6b2f",
        "forecast": "#67479b",
        "role": "#9b3550",
        "enumeration": "#5d584c",
        "input-cursor-background": "#a63d20",
        "input-cursor-foreground": "#fffaf0",
        "scrollbar": "#cfc6b2",
        "scrollbar-hover": "#b5aa92",
        "scrollbar-active": "#1f5b75",
        "scrollbar-background": "#f8f4ea",
        "scrollbar-background-hover": "#f8f4ea",
        "scrollbar-background-active": "#f8f4ea",
    },
)


CONTRAST = Theme(
    name="sinmun-contrast",
    dark=True,
    primary="#8fd3ff",
    secondary="#c6f08a",
    accent="#ffd34d",
    warning="#ffd34d",
    error="#ffb0b0",
    success="#9cf59c",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    variables={
        "muted": "#d0d0d0",
        "line": "#a0a0a0",
        "title": "#ffffff",
        "deck": "#f0f0f0",
        "key": "#ffd34d",
        "cursor": "#00325f",
        "resting": "#333333",
        "fact": "#262626",
        "mention": "#ffd34d",
        "mention-text": "#000000",
        "quotation": "#8fd3ff",
        "statistic": "#ffd34d",
        "event": "#9cf59c",
        "forecast": "#dcc4ff",
        "role": "#ffb8c6",
        "enumeration": "#f0f0f0",
        "input-cursor-background": "#ffd34d",
        "input-cursor-foreground": "#000000",
        "scrollbar": "#a0a0a0",
        "scrollbar-hover": "#d0d0d0",
        "scrollbar-active": "#ffd34d",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)

OWN_THEMES = (NIGHT, DAY, CONTRAST)

WITHOUT_COLOUR = {"input-cursor-text-style": "reverse", "block-cursor-text-style": "bold reverse"}
"""What a cursor is shown by where there is no colour (NO_COLOR)."""


def default_theme(environment: Mapping[str, str] = os.environ) -> str:
    """Give the name of the theme that suits the terminal's ground that COLORFGBG tells, else the dark one."""
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return DAY.name if ground in ("7", "15") else NIGHT.name
