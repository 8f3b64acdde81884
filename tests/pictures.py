"""The pictures of the README, drawn by the desk itself: ``python -m tests.pictures FOLDER``.

They are SVG; with librsvg and a Korean monospace font at hand, PNG as well.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from store.desk import Desk
from store.reading import open_reader
from tui.app import SinmunApp

SEEDS = Path(__file__).parent.parent / "seeds"
CELL = 12.2
"""Width of a cell in the drawing, in its units."""

SETTLE = 1.5
"""Seconds for what runs beside the screen: a picture is drawn once, a little patience costs nothing."""

PICTURES = (("desk-140", 140, 42, "ko"), ("desk-80", 80, 24, "ko"), ("desk-140-en", 140, 42, "en"))


def prepare(home: Path) -> None:
    """Fill a desk with the samples, their readings and a few notes."""
    with Desk.open(home) as desk:
        for _ in desk.add([str(SEEDS)]):
            pass
        for headline in desk.headlines():
            desk.keep_reading(open_reader("fast").read(desk.article(headline.id)))
        article = visit(desk)
        reading = desk.reading(article)
        assert reading is not None
        quotation, statistic = (
            next(fact for fact in reading.facts if fact.kind == kind) for kind in ("quotation", "statistic")
        )
        desk.annotate(article, fact=quotation, status="accepted", tags=["클라우드"])
        desk.annotate(article, fact=statistic, note="다른 보도와 견줘 볼 것")


def visit(desk: Desk) -> str:
    """Give the id of the article that the pictures show."""
    return next(h.id for h in desk.headlines() if "나델라" in h.title)


async def draw(home: Path, folder: Path, name: str, columns: int, rows: int, lang: str) -> None:
    """Open the article at one size and save what is seen."""
    with Desk.open(home) as desk:
        position = desk.position(visit(desk)) or 0
    app = SinmunApp(lambda: Desk.open(home), home=home, lang=lang)
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.pause(SETTLE)
        await pilot.press(*["j"] * position, "enter")
        await pilot.pause(SETTLE)
        await pilot.press(*["right_square_bracket"] * 6)
        await pilot.pause(SETTLE)
        picture = folder / f"{name}.svg"
        picture.write_text(for_hangul(app.export_screenshot(title="sinmun")), encoding="utf-8")
    if converter := shutil.which("rsvg-convert"):
        subprocess.run(
            [converter, "--width", "1600", "-o", str(picture.with_suffix(".png")), str(picture)], check=True
        )


def for_hangul(svg: str) -> str:
    """Let Hangul stand two cells wide: the drawing counts characters, and its font has no Hangul."""
    svg = re.sub(r' textLength="[^"]*"', "", svg)
    return svg.replace("Fira Code, monospace;", "'Noto Sans Mono CJK KR', monospace;").replace(
        "font-size: 20px;", f"font-size: {2 * CELL}px;", 1
    )


def main() -> None:
    """Draw every picture into the folder named."""
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        prepare(Path(home))
        for picture in PICTURES:
            asyncio.run(draw(Path(home), folder, *picture))


if __name__ == "__main__":
    main()
