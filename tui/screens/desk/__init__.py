"""The desk: headlines, the article, its names and its fact cards, each with its actions."""

from tui.screens.desk.screen import DeskScreen

__all__ = ["DeskScreen"]
