"""The pages for newcomers run as they stand."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tui.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted(page.name for page in (ROOT / "docs").glob("*.md"))


def commands(page: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    return [line for line in lines if line.startswith("sinmun ")]


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)])
def test_the_commands_of_a_page_run(
    page: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SINMUN_HOME", str(home))
    for line in commands(page):
        assert main(shlex.split(line, comments=True)[1:]) == 0, line
        assert "nothing" not in capsys.readouterr().err, line


def test_from_bigkinds_to_a_vault(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SINMUN_HOME", str(home))
    for line in commands("bigkinds.md"):
        main(shlex.split(line)[1:])
    assert len(list((tmp_path / "vault").glob("*.md"))) == 3
    assert list((tmp_path / "vault" / "인물").glob("*.md"))
