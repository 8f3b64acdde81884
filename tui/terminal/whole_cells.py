"""A compositor that cuts no syllable in two.

Textual 8.2.8 cuts every line of the screen at the edges of all widgets, also where an edge lies hidden under
a widget in front; a character of two cells that lies across such a cut becomes blanks. Here a hidden edge
cuts nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class WholeCompositor(Compositor):
    """Puts widgets together as Textual does, with cuts only where an edge is seen."""

    @property
    def cuts(self) -> list[list[int]]:
        """The columns at which each line is cut: edges of widgets that no widget in front covers."""
        if self._cuts is None:
            width, height = self.size
            lines: list[set[int]] = [{0, width} for _ in range(height)]
            covered: list[list[tuple[int, int]]] = [[] for _ in range(height)]
            for region, clip in self.visible_widgets.values():
                shown = region.intersection(clip)
                if not shown:
                    continue
                edges = shown.column_span
                for y in shown.line_range:
                    lines[y].update(x for x in edges if not any(a < x < b for a, b in covered[y]))
                    covered[y].append(edges)
            self._cuts = [sorted(line) for line in lines]
        return self._cuts

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(line[:-1]) for line in self.cuts]
        for region, clip, strips in self._get_renders(crop):
            shown = region.intersection(clip)
            first, last = shown.column_span
            for y, strip in zip(shown.line_range, strips, strict=False):
                if not is_rendered_line(y):
                    continue
                cuts = [cut for cut in self.cuts[y] if first <= cut <= last]
                for start, end in pairwise(cuts):
                    if chops[y][start] is None:
                        chops[y][start] = strip.crop(start - first, end - first)
        return cast("Sequence[Mapping[int, Strip]]", chops)
