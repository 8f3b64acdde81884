"""``sinmun feed``, ``sinmun refresh`` and ``sinmun add URL`` as a script meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.desk import Desk
from tests.feeds.test_refreshing import LONG, feed, page
from tests.ingest.pages import BODY, TITLE
from tests.web.server import Site
from tui.cli import main

pytestmark = pytest.mark.usefixtures("in_english")

A, B = "https://a.example/rss", "https://b.example/rss"


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a loopback host."""
    monkeypatch.setattr("store.web.turns.GAP", 0.0)
    monkeypatch.setattr("store.web.fetcher.Fetcher._sleep", lambda self, seconds: None)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def command(*argv: str) -> tuple[int, str, str]:
        code = main(list(argv))
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_feeds_are_followed_listed_and_taken_off(run, home: Path) -> None:
    assert run("feed", "add", A, B, "--tag", "#경제", "--tag", "아침", "--json")[1].count("\n") == 2
    code, out, err = run("feed", "add", A)
    assert (code, out) == (0, f"known    {A}\n")
    assert "0 added, 1 already there" in err
    assert run("feed", "list")[1].splitlines() == [f"{url}  #경제  #아침" for url in (A, B)]
    assert run("feed", "remove", B)[0] == 0
    assert json.loads(run("feed", "--json")[1]) == {"url": A, "title": "", "tags": ["경제", "아침"]}
    assert run("feed", "list", "--tag", "없음")[1] == ""
    code, _, err = run("feed", "remove", B)
    assert code == 1
    assert "sinmun feed list" in err


def test_what_is_no_address_is_not_followed(run) -> None:
    code, _, err = run("feed", "add", "feeds/a.xml")
    assert code == 1
    assert "http" in err


def test_lists_come_in_and_go_out(run, tmp_path: Path) -> None:
    given = tmp_path / "피드.opml"
    given.write_text(
        f'<opml version="2.0"><body><outline text="경제"><outline xmlUrl="{A}" title="가람"/></outline>'
        f'<outline xmlUrl="|run"/><outline xmlUrl="{B}"/></body></opml>',
        encoding="utf-8",
    )
    code, out, err = run("feed", "import", str(given))
    assert (code, out.splitlines()) == (1, [f"added    {A}", f"added    {B}"])
    assert "|run" in err
    first = run("feed", "export")[1]
    assert first.count("<outline") == 3
    assert run("feed", "export", str(tmp_path / "out.opml"))[1] == ""
    assert (tmp_path / "out.opml").read_text(encoding="utf-8") == first
    for url in (A, B):
        run("feed", "remove", url)
    assert run("feed", "import", str(tmp_path / "out.opml"))[0] == 0
    assert run("feed", "export")[1] == first
    code, _, err = run("feed", "import", str(tmp_path / "nowhere.opml"))
    assert code == 1
    assert "nowhere.opml" in err


def test_refresh_keeps_what_is_new_and_names_what_failed(run, site: Site) -> None:
    site.put_unchanged("/rss", feed(site, ("/1", "다리 연다", LONG)), '"1"')
    run("feed", "add", "--allow-private", f"{site.url}/rss", f"{site.url}/gone")
    code, out, err = run("refresh")
    assert code == 1
    assert out.count("added    다리 연다") == 1
    assert f"{site.url}/gone: there is no such page (404)" in err
    assert "1 added, 1 failed" in err
    code, out, err = run("refresh", "--json")
    assert [json.loads(line)["outcome"] for line in out.splitlines()] == ["unchanged", "failed"]
    assert "feeds unchanged" in err


def test_refresh_by_tag(run, site: Site) -> None:
    site.put("/rss", feed(site, ("/1", "다리 연다", LONG)))
    run("feed", "add", "--allow-private", "--tag", "경제", f"{site.url}/rss")
    run("feed", "add", "--allow-private", f"{site.url}/other")
    assert "1 added" in run("refresh", "--tag", "경제")[2]
    assert "/other" not in site.asked


def test_nothing_to_refresh_says_what_to_do(run) -> None:
    code, _, err = run("refresh")
    assert code == 0
    assert "sinmun feed add" in err


def test_then_a_folder_is_watched(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(f"{TITLE}\n\n{BODY[0]}\n", encoding="utf-8")

    def looks(folder: Path, stop: object):
        yield []
        monkeypatch.setattr("store.intake.watching.SETTLED", -1.0)
        yield []
        raise KeyboardInterrupt

    monkeypatch.setattr("store.intake.watching._looks", looks)
    code, out, err = run("refresh", "--watch", str(tmp_path / "in"))
    assert code == 0
    assert TITLE in out
    assert "ctrl+c" in err
    assert "1 added" in err


def test_a_page_is_added_by_its_address(run, site: Site) -> None:
    site.put("/1", page())
    code, out, err = run("add", f"{site.url}/1", "--allow-private")
    assert code == 0, err
    assert TITLE in out
    code, out, err = run("add", f"{site.url}/1")
    assert code == 1
    assert "--allow-private" in err


def test_a_page_that_does_not_say_its_address_has_that_which_it_was_fetched_from(run, site: Site) -> None:
    site.put(
        "/1", f"<html><head><title>{TITLE}</title></head><body><p>{'</p><p>'.join(BODY)}</p></body></html>"
    )
    (added,) = [
        json.loads(line) for line in run("add", f"{site.url}/1", "--allow-private", "--json")[1].splitlines()
    ]
    assert json.loads(run("list", "--json")[1])["url"] == f"{site.url}/1"
    assert added["source"] == f"{site.url}/1"


def test_a_feed_is_added_by_its_address_with_its_pages(run, site: Site) -> None:
    site.put("/rss", feed(site, ("/1", TITLE, BODY[0])))
    site.put("/1", page())
    code, out, err = run("add", f"{site.url}/rss", "--allow-private", "--json")
    assert code == 0, err
    with Desk.open() as desk:
        assert BODY[3] in desk.article(json.loads(out)["id"]).text


def test_doctor_names_a_list_that_was_edited_into_nonsense(run, home: Path) -> None:
    run("feed", "add", A)
    (home / "feeds.json").write_text("{", encoding="utf-8")
    code, out, _ = run("doctor")
    assert code == 1
    assert "feeds.json: it is no list of feeds" in out
