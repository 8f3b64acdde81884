"""Every screen of the tests of looks, laid out to be looked at: ``python -m tests.sheets FOLDER [WORDS]``.

WORDS choose tests as pytest's ``-k`` does. With librsvg at hand the screens are PNG, else SVG.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.pictures import in_cells

TESTS = Path(__file__).parent / "tui"
PNG_WIDTH = "1000"


def main() -> None:
    """Run the tests of looks, each drawing its screen, and turn the drawings into pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    chosen = " ".join(sys.argv[2:]) or "80x24 or 100x30 or 140x42"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(TESTS), "-k", chosen],
        env={**os.environ, "SINMUN_LOOKS": str(folder.resolve())},
        check=False,
    )
    converter = shutil.which("rsvg-convert")
    for drawing in sorted(folder.glob("*.svg")):
        drawing.write_text(in_cells(drawing.read_text(encoding="utf-8")), encoding="utf-8")
        if converter:
            png = str(drawing.with_suffix(".png"))
            subprocess.run([converter, "--width", PNG_WIDTH, "-o", png, str(drawing)], check=True)
            drawing.unlink()


if __name__ == "__main__":
    main()
