"""What BIGKinds told of an article, beside what was read in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.desk import Desk
from store.desk.beside import differences
from store.ingest.given import Given
from store.model import Entity
from tui.cli import main


def entity(name: str, kind: str, *aliases: str) -> Entity:
    return Entity(id=name, name=name, type=kind, aliases=aliases)  # type: ignore[arg-type]


def test_names_are_lined_up_by_name_and_alias() -> None:
    told = Given(
        archive="BIGKinds", people=("나델라", "박라온"), organizations=("마이크로소프트",), places=()
    )
    ours = [
        entity("사티아 나델라", "PS", "나델라"),
        entity("이든솔", "PS"),
        entity("마이크로소프트", "OG"),
        entity("서울", "LC"),
    ]
    people, organizations, places = differences(told, ours)
    assert (people.both, people.only_ours, people.only_theirs) == (
        ("사티아 나델라",),
        ("이든솔",),
        ("박라온",),
    )
    assert (organizations.both, organizations.only_theirs) == (("마이크로소프트",), ())
    assert places.only_ours == ("서울",)


@pytest.fixture
def shown(seeds: Path, home: Path) -> str:
    """The id of a cut article with a name that does not stand in its text."""
    with Desk.open(home) as desk:
        added = list(desk.add([str(seeds / "016_bigkinds.xlsx")]))
    return str(next(each.id for each in added if "누리정밀" in each.title))


def test_show_tells_that_the_text_is_cut_and_whose_names_differ(
    shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", shown, "--reader", "fast", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["given"]
    assert told["archive"] == "BIGKinds"
    assert told["cut"]
    assert "박라온" in told["differences"][0]["only_theirs"]
    assert main(["show", shown]) == 0
    text = capsys.readouterr().out
    assert "본문 앞부분만" in text
    assert "BIGKinds에만\n  인물: 박라온" in text


def test_the_whole_text_is_not_replaced_by_its_beginning(
    shown: str, home: Path, seeds: Path, tmp_path: Path
) -> None:
    with Desk.open(home) as desk:
        cut = desk.article(shown)
        body = cut.blocks[1].text + " 나머지 글이 더 이어진다. 공장은 내후년에 넓힌다."
        page = tmp_path / "page.html"
        page.write_text(
            f'<html><head><title>{cut.title}</title><link rel="canonical" href="{cut.url}"></head>'
            f"<body><article><p>{body}</p></article></body></html>",
            encoding="utf-8",
        )
        assert [each.outcome for each in desk.add([str(page)])] == ["updated"]
        again = {each.id: each.outcome for each in desk.add([str(seeds / "016_bigkinds.xlsx")])}
        assert again[shown] == "known"
        assert "내후년" in desk.article(shown).text
        told = desk.given(shown)
        assert told is not None
        assert told.people == ("백이현", "박라온")
        assert not told.cut
