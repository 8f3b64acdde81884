"""Whole articles: found, added, exported, opened, copied, marked."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from store.desk import Desk
from tests.tui.articles import HANBIT, NURI
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.test_desk import lines, said
from tests.web.server import serving, silent
from tui.app import SinmunApp
from tui.screens.desk import DeskScreen
from tui.screens.dialogs.export import ExportScreen
from tui.screens.pages.search import SearchScreen
from tui.telling.citation import cited
from tui.widgets.hits import Hits
from tui.widgets.text_view import TextView
from tui.widgets.top_line import TopLine


async def answered(pilot: Pilot[None]) -> SearchScreen:
    """Wait until all that was typed into the search page has been answered."""
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    while not screen.settled:
        await pilot.pause()
    await pilot.pause()
    return screen


async def test_a_search_counts_while_it_is_typed_and_filters(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("slash", *"울산")
        await answered(pilot)
        assert str(app.screen.query_one(Hits).border_title) == "1건 · 최신순"
        await pilot.press("enter")
        screen = desk_of(app)
        assert screen.headlines.item_count() == 1
        assert screen.query_one(TopLine).listed == "울산"
        await pilot.press("escape")
        assert screen.headlines.item_count() == 3


async def test_a_mistaken_query_gets_a_caret(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("slash", *"한빛", "space", *'"가', "enter")
        await answered(pilot)
        caret = app.screen.query_one("#caret", Static)
        line = app.screen.query_one(Input)
        assert caret.display
        assert caret.content_region.x == line.content_region.x + 5
        await pilot.press('"')
        await answered(pilot)
        assert not caret.display
        await pilot.press("escape")
        assert desk_of(app).query_text == ""


async def test_nothing_found_says_what_to_do(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("slash", *"없는낱말", "enter")
        text = "\n".join(lines(desk_of(app).headlines))
        assert "찾은 기사가 없습니다." in text
        assert "없는낱말" in text
        assert "esc" in text
        await pilot.press("j", "k", "enter", "n", "m", "ctrl+d")
        assert isinstance(app.screen, DeskScreen)


@pytest.mark.parametrize("key", ["m", "ㅡ"])
async def test_read_and_unread(app: SinmunApp, desk: Desk, key: str) -> None:
    async with sitting(app) as pilot:
        await pilot.press(key)
        assert not desk.headline(HANBIT.id).unread
        await pilot.press(key)
        assert desk.headline(HANBIT.id).unread


@pytest.fixture
def urls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked for."""
    asked: list[str] = []
    monkeypatch.setattr(SinmunApp, "open_url", lambda self, url, **kwargs: asked.append(url))
    monkeypatch.setattr("tui.screens.desk.files.has_browser", lambda: True)
    return asked


async def test_the_source_opens(app: SinmunApp, urls: list[str]) -> None:
    async with sitting(app) as pilot:
        await pilot.press("o")
        assert urls == [HANBIT.url]
        await pilot.press("j", "ㅐ")
        assert len(urls) == 1
        assert said(app) == f"주소가 없습니다. 출처: {NURI.source}"


async def test_without_a_browser_the_address_is_copied(
    app: SinmunApp, urls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.desk.files.has_browser", lambda: False)
    async with sitting(app) as pilot:
        await pilot.press("o")
        assert urls == []
        assert app.clipboard == HANBIT.url


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)"])
async def test_only_web_addresses_are_opened(
    empty_desk: Desk, make_app: MakeApp, urls: list[str], url: str
) -> None:
    empty_desk._archive.add([(msgspec.structs.replace(NURI, url=url), b"")])
    async with sitting(make_app(empty_desk)) as pilot:
        await pilot.press("o")
        assert urls == []


async def test_words_are_copied_with_their_source(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("enter", "]", "]", "y")
        assert app.clipboard == (
            "“서지훈 한빛전자 대표”\n"
            "— 한빛전자 [단독] 흑자 전환…서지훈 “내년엔 두 배” · 가람일보 · 2024-05-14 · "
            "https://news.example.com/2024/hanbit\n"
        )
        await pilot.press("escape", "j", "ㅛ")
        assert app.clipboard == cited(NURI.title, NURI)


async def test_a_story_with_one_version_says_so(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("s")
        assert said(app) == "이 기사는 한 매체에만 있습니다."


async def test_an_empty_archive_says_what_to_do_and_takes_the_samples(
    empty_desk: Desk, make_app: MakeApp, tmp_path: Path
) -> None:
    samples = tmp_path / "samples"
    samples.mkdir()
    (samples / "one.txt").write_text(_SAMPLE, encoding="utf-8")
    app = make_app(empty_desk, samples=samples)
    async with sitting(app) as pilot:
        assert "견본 기사" in "\n".join(lines(desk_of(app).headlines))
        await pilot.press("j", "n", "t", "a", "E", "y", "d", "]", ".", "}", "m", "s", "o", "u")
        await pilot.press("enter")
        await settled(app)
        await pilot.pause()
        assert desk_of(app).headlines.item_count() == 1
        assert said(app).startswith("더함 1")


async def test_the_list_goes_to_the_one_article_that_was_added(app: SinmunApp, tmp_path: Path) -> None:
    path = tmp_path / "옛 기사.txt"
    path.write_text(
        "옛 다리가 열렸다\n2001-05-05 10:00\n\n옛 다리가 5일 열렸다고 시가 밝혔다.\n", encoding="utf-8"
    )
    async with sitting(app) as pilot:
        await pilot.press("plus")
        app.screen.query_one(Input).value = f"'{path}'"
        await pilot.press("enter")
        await settled(app)
        await pilot.pause()
        current = desk_of(app).headlines.current
        assert current is not None
        assert current.title == "옛 다리가 열렸다"


async def test_a_click_takes_the_samples_too(empty_desk: Desk, make_app: MakeApp, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(_SAMPLE, encoding="utf-8")
    app = make_app(empty_desk, samples=tmp_path / "one.txt")
    async with sitting(app) as pilot:
        await pilot.click("#headlines", offset=(2, 2))
        await settled(app)
        await pilot.pause()
        assert desk_of(app).headlines.item_count() == 1


async def test_files_are_added_by_their_path_and_failures_named(
    app: SinmunApp, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "새 기사.txt"
    path.write_text(_SAMPLE, encoding="utf-8")
    async with sitting(app) as pilot:
        await pilot.press("plus", "'")
        await pilot.press("enter")
        assert "따옴표" in str(app.screen.query_one(".problem", Static).content)
        typed = f"'{path}' {tmp_path / 'nowhere.txt'}"
        app.screen.query_one(Input).value = typed
        await pilot.press("enter")
        assert "nowhere.txt" in str(app.screen.query_one(".problem", Static).content)
        assert app.screen.query_one(Input).value == typed
        (tmp_path / "nowhere.txt").write_bytes(b"")
        await pilot.press("enter")
        await settled(app)
        await pilot.pause()
        assert desk.count() == 4
        assert said(app) == "더함 1 · 새로 고침 0 · 이미 있음 0 · 실패 1"
        assert [str(tmp_path / "nowhere.txt") in notice.message for notice in app._notifications] == [True]


@pytest.mark.does("complete_path")
async def test_a_path_is_completed_with_tab(app: SinmunApp, tmp_path: Path) -> None:
    (tmp_path / "새 폴더").mkdir()
    (tmp_path / "새 폴더" / "하나.txt").write_text(_SAMPLE, encoding="utf-8")
    (tmp_path / "새 폴더" / "하루.txt").write_text(_SAMPLE, encoding="utf-8")
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("plus")
        field = app.screen.query_one(Input)

        async def complete() -> str:
            await pilot.press("tab")
            while any(worker.group == "paths" and not worker.is_finished for worker in app.workers):
                await pilot.pause()
            await pilot.pause()
            return field.value

        field.value = f"{tmp_path}/새"
        assert await complete() == f"'{tmp_path}/새 폴더/"
        assert await complete() == f"'{tmp_path}/새 폴더/하"
        assert "하나.txt  하루.txt" in str(app.screen.query_one("#paths", Static).content)
        await pilot.press("나")
        assert await complete() == f"'{tmp_path}/새 폴더/하나.txt'"


@pytest.mark.does("write")
@pytest.mark.parametrize("key", ["E", "ㄸ"])
async def test_an_export_is_previewed_then_written(
    app: SinmunApp, desk: Desk, tmp_path: Path, key: str
) -> None:
    folder = tmp_path / "내보낸 곳"
    async with sitting(app, 80, 24) as pilot:
        await pilot.press("enter", "]", "a", key)
        assert isinstance(app.screen, ExportScreen)
        assert app.screen.query_one(Input).value == str(desk.home / "export")
        name, text = desk.preview(HANBIT.id)
        assert app.screen.query_one(TextView).item_count() == text.count("\n") + 1
        app.screen.query_one(Input).value = str(folder)
        await pilot.press("ctrl+s")
        await settled(app)
        await pilot.pause()
        assert (folder / name).read_text(encoding="utf-8") == text
        assert said(app).startswith("쓴 파일 1")
        await pilot.press(key, "escape")
        assert isinstance(app.screen, DeskScreen)


async def test_long_work_is_stopped_by_esc(
    app: SinmunApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from collections.abc import Iterator
    from threading import Event

    from store.desk import Added

    goes_on = Event()

    def endless(self: Desk, sources: object) -> Iterator[Added]:
        yield Added(source="a", outcome="added")
        goes_on.wait(10)
        while True:
            yield Added(source="b", outcome="known")

    monkeypatch.setattr(Desk, "add", endless)
    async with sitting(app) as pilot:
        desk_of(app).add(["x"])
        while not desk_of(app).query_one(TopLine).busy:
            await pilot.pause()
        assert "esc" in desk_of(app).query_one(TopLine).busy
        await pilot.press("escape")
        goes_on.set()
        await settled(app)
        await pilot.pause()
        assert said(app).startswith("더함 1")


async def settled(app: SinmunApp) -> None:
    """Wait for long work."""
    import asyncio

    while any(worker.group == "long work" and worker.is_running for worker in app.workers):
        await asyncio.sleep(0)
    while desk_of(app).query_one(TopLine).busy:
        await asyncio.sleep(0)


_SAMPLE = """나루시 새 다리 내달 개통
입력 2024.05.20. 오전 10:00

나루시가 새 다리를 내달 연다고 20일 밝혔다. 길이는 320m다.
"""


async def test_without_feeds_it_says_how_to_follow_one(app: SinmunApp) -> None:
    async with sitting(app) as pilot:
        await pilot.press("r")
        assert "sinmun feed add" in said(app)


@pytest.mark.parametrize("key", ["r", "ㄱ"])
async def test_feeds_are_refreshed_and_failures_named(
    app: SinmunApp, desk: Desk, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr("store.web.fetcher.Fetcher._sleep", lambda self, seconds: None)
    with serving() as site:
        text = "나루시가 새 다리를 내달 연다고 20일 밝혔다. " * 30
        item = (
            f"<item><title>새 다리</title><link>{site.url}/1</link><description>{text}</description></item>"
        )
        site.put("/rss", f"<rss><channel><title>나루일보</title>{item}</channel></rss>")
        for path in ("/rss", "/gone"):
            desk.following.add(site.url + path, allow_private=True)
        async with sitting(app) as pilot:
            await pilot.press(key)
            await settled(app)
            await pilot.pause()
            assert said(app) == "피드: 더함 1 · 새로 고침 0 · 이미 있음 0 · 그대로 0 · 실패 1"
            complaints = [notice.message for notice in app._notifications]
            assert complaints == [f"{site.url}/gone: 그런 페이지가 없습니다 (404)"]
            assert desk_of(app).headlines.item_count() == 4


async def test_a_refresh_is_stopped_by_esc_while_a_server_says_nothing(app: SinmunApp, desk: Desk) -> None:
    with serving() as site:
        site.pages["/rss"] = silent(site)
        desk.following.add(site.url + "/rss", allow_private=True)
        async with sitting(app) as pilot:
            await pilot.press("r")
            while not site.asked:
                await pilot.pause()
            assert "esc" in desk_of(app).query_one(TopLine).busy
            await pilot.press("escape")
            while not said(app):
                await pilot.pause()
            assert said(app).startswith("피드: 더함 0")
