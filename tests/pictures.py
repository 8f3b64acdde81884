"""The pictures of the README, drawn by the desk itself: ``python -m tests.pictures FOLDER``.

They are SVG; with librsvg and a Korean monospace font at hand, PNG as well.
"""

from __future__ import annotations

import asyncio
import html
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.cells import cell_len

from store.desk import Desk
from store.reading import open_reader
from tui.app import SinmunApp

SEEDS = Path(__file__).parent.parent / "seeds"
CELL = 12.2
"""Width of a cell in the drawing, in its units."""

SETTLE = 1.5
"""Seconds for what runs beside the screen: a picture is drawn once, a little patience costs nothing."""

PICTURES = (
    ("desk-140", 140, 42, "나델라", ("enter", *["right_square_bracket"] * 7)),
    ("desk-80", 80, 24, "나델라", ("enter",)),
    ("story-140", 140, 36, "충주에 새 배터리", ("enter", "s")),
    ("notebook-100", 100, 22, "나델라", ("b",)),
)
"""Each with its size, words of the headline that is gone to, and the keys that are pressed there.

The second is of the same article, which is taken up at the fact where the first left it.
"""


def prepare(home: Path) -> None:
    """Fill a desk with the samples, their readings and a few notes."""
    with Desk.open(home) as desk:
        for _ in desk.add([str(SEEDS)]):
            pass
        for headline in desk.headlines():
            desk.keep_reading(open_reader("fast").read(desk.article(headline.id)))
        article = next(h.id for h in desk.headlines() if "나델라" in h.title)
        reading = desk.reading(article)
        assert reading is not None
        quotation, statistic = (
            next(fact for fact in reading.facts if fact.kind == kind) for kind in ("quotation", "statistic")
        )
        desk.annotate(article, fact=quotation, status="accepted", tags=["클라우드"])
        desk.annotate(article, fact=statistic, note="다른 보도와 견줘 볼 것")


async def draw(
    home: Path, folder: Path, name: str, columns: int, rows: int, headline: str, keys: tuple[str, ...]
) -> None:
    """Go to a headline, press keys and save what is seen."""
    with Desk.open(home) as desk:
        article = next(h.id for h in desk.headlines() if headline in h.title)
        position = desk.position(article) or 0
    app = SinmunApp(lambda: Desk.open(home), home=home, lang="ko")
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.pause(SETTLE)
        await pilot.press(*["j"] * position)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(SETTLE if len(key) == 1 or key == "enter" else 0)
        await pilot.pause(SETTLE)
        picture = folder / f"{name}.svg"
        picture.write_text(in_cells(app.export_screenshot(title="sinmun")), encoding="utf-8")
    if converter := shutil.which("rsvg-convert"):
        subprocess.run(
            [converter, "--width", "1600", "-o", str(picture.with_suffix(".png")), str(picture)], check=True
        )


def in_cells(svg: str) -> str:
    """Put every character in its own cell: the drawing places runs of text, and no font has all widths."""
    svg = svg.replace("Fira Code, monospace;", "'DejaVu Sans Mono', 'Noto Sans Mono CJK KR', monospace;")
    return _RUN.sub(_apart, svg)


_RUN = re.compile(
    r'<text class="([\w-]+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"([^>]*)>(.*?)</text>', re.DOTALL
)
_WIDE = ' style="font-size: 22px"'
"""A syllable nearly fills its two cells, and no line is so high that it loses its top."""


def _apart(run: re.Match[str]) -> str:
    kind, x, y, rest, text = run.groups()
    place, parts = float(x), []
    for character in html.unescape(text):
        cells = cell_len(character)
        if not character.isspace() and cells:
            parts.append(
                f'<text class="{kind}" x="{place:.1f}" y="{y}"{_WIDE if cells > 1 else ""}{rest}>'
                f"{html.escape(character)}</text>"
            )
        place += cells * CELL
    return "".join(parts)


def main() -> None:
    """Draw every picture into the folder named."""
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        prepare(Path(home))
        for picture in PICTURES:
            asyncio.run(draw(Path(home), folder, *picture))


if __name__ == "__main__":
    main()
