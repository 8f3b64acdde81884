"""``import store``: what scripts and notebooks see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.console import Console
from rich.pretty import Pretty

import store
from store.export.labels import KINDS
from tests.test_layers import ENGINES, loaded_by

ROOT = Path(__file__).parents[1]
TEXT = "정다운 대표는 15일 “내년엔 흑자”라고 말했다."


@pytest.fixture(scope="module")
def read() -> store.Read:
    return store.read(TEXT, title="한빛전자 [bold]흑자[/] <b>", published="2025-03-15", reader="fast")


def test_the_page_runs_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL))
    exec(compile(code, "library.md", "exec"), {})


def test_importing_it_loads_no_engine() -> None:
    assert not {"textual", "rich", "tui", *ENGINES} & loaded_by("import store; store.SinmunError")


def test_every_name_is_there() -> None:
    for name in store.__all__:
        assert getattr(store, name)
        assert name in dir(store)
    with pytest.raises(AttributeError):
        store.nothing  # noqa: B018


def test_a_text_has_its_title_and_date(read: store.Read) -> None:
    assert read.title == "한빛전자 [bold]흑자[/] <b>"
    assert {time.value for time in read.reading.times} >= {"2025-03-15"}
    assert read.to_dict()["title"] == read.title


def test_it_shows_itself_in_a_terminal_and_a_notebook(read: store.Read) -> None:
    console = Console(width=200)
    with console.capture() as shown:
        console.print(Pretty(read))
    assert "내년엔 흑자" in shown.get()
    assert KINDS["quotation"] in str(read)
    page = read._repr_html_()
    assert "&lt;b&gt;" in page
    assert "<td>발언</td>" in page


@pytest.mark.parametrize("given", [b"", "", Path("nowhere.txt"), b"\x00\x01\x02"])
def test_what_is_no_article_is_refused(given: str | bytes | Path) -> None:
    with pytest.raises(store.SinmunError):
        store.read(given)


def test_many_in_one_are_refused_with_the_cure() -> None:
    with pytest.raises(store.SinmunError, match="read_all"):
        store.read(ROOT / "seeds" / "012_archive.jsonl")


def test_failures_are_told_and_the_rest_is_read() -> None:
    found = list(store.read_all(["nowhere.txt", ROOT / "seeds" / "005_derby_bom.txt"], reader="fast"))
    assert [type(each).__name__ for each in found] == ["Failure", "Read"]
