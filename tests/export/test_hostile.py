"""Every format of export, of articles that are nothing but strangers' tricks: whole files, and harmless."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from pathlib import Path

import msgspec
import pytest

from store.desk import Desk
from store.export.formats import FORMATS
from tests.torture.hostile import HOSTILE
from tests.tui.test_hostile import article, reading_of

TEXTS = [text.replace("\0", "").replace("\n", " ").strip() for text in HOSTILE.values()]
ACTING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with an article, its names, facts and notes made of each text alone."""
    desk = Desk(tmp_path_factory.mktemp("home"))
    for number, text in enumerate(TEXTS):
        kept = msgspec.structs.replace(article(number % 15, [text]), id=f"{number:016x}")
        desk._archive.add([(kept, b"")])
        reading = reading_of(kept, [text])
        desk.keep_reading(reading)
        for fact in reading.facts:
            desk.annotate(kept.id, fact=fact, note=text, tags=[text], status="accepted")
    return desk


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_text_act(desk: Desk, name: str, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "vault"
    exported = list(desk.export(folder, form=name))
    assert exported and {each.outcome for each in exported} == {"written"}
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["vault"]
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".sinmun")]
    assert {Path(each.path) for each in exported} == set(paths)
    for path in paths:
        text = path.read_bytes().decode("utf-8-sig")
        acting = {each for each in text if unicodedata.category(each) in ACTING}
        assert acting <= {"\n", "\r"}, path.name
        if path.suffix == ".csv":
            for row in csv.reader(io.StringIO(text)):
                assert not any(cell.startswith(("=", "@", "+1+1", "-1")) for cell in row)
        elif path.suffix == ".jsonl":
            assert all(json.loads(line) for line in text.splitlines())
        elif path.suffix in (".json", ".jsonld"):
            assert json.loads(text)
    assert {each.outcome for each in desk.export(folder, form=name)} == {"kept"}
