"""Feeds refreshed from a site on loopback: what is new, known, unchanged and failed, each by its name."""

from __future__ import annotations

import html
from threading import Event

import pytest

from store.desk import Desk
from store.feeds.subscription import Subscription
from store.feeds.subscriptions import Subscriptions
from store.intake.adding import Added
from store.intake.refreshing import refresh
from store.web.fetcher import Fetcher
from tests.feeds.conftest import Refresh
from tests.ingest.pages import BODY, SHAPES, TITLE
from tests.web.clock import Clock
from tests.web.server import Site, endless

LONG = "가온시는 하루 관람 인원을 120명으로 정하고 누리집에서 사흘 전까지 예약을 받는다고 밝혔다. " * 12


def feed(site: Site, *items: tuple[str, str, str], about: str = "나래뉴스") -> str:
    """Make a feed of (path, title, text)."""
    inside = "".join(
        f"<item><title>{html.escape(title)}</title><link>{site.url}{path}</link>"
        f"<description>{html.escape(text)}</description>"
        "<pubDate>Thu, 28 Sep 2023 16:30:00 +0900</pubDate></item>"
        for path, title, text in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{about}</title>{inside}</channel></rss>'


def outcomes(found: list[Added]) -> list[str]:
    return [added.outcome for added in found]


def page(path: str = "/1", site: Site | None = None) -> str:
    text = SHAPES["container with paragraphs"]()
    return text.replace("https://narae.example/society/20230928-17", f"{site.url}{path}") if site else text


def test_new_then_unchanged_then_known(refreshed: Refresh, site: Site) -> None:
    site.put_unchanged(
        "/rss", feed(site, ("/1", "다리 연다", LONG), ("/2", "다리 닫는다", LONG + "끝.")), '"1"'
    )
    first = refreshed("/rss")
    assert outcomes(first) == ["added", "added"]
    assert outcomes(refreshed()) == ["unchanged"]
    site.put_unchanged("/rss", feed(site, ("/1", "다리 연다", LONG), ("/3", "다리 고친다", LONG)), '"2"')
    assert outcomes(refreshed()) == ["known", "added"]


def test_a_summary_is_filled_up_and_folds_away(refreshed: Refresh, desk: Desk, site: Site) -> None:
    site.put("/rss", feed(site, ("/1", TITLE, BODY[0][:40] + "…")))
    site.put("/1", page())
    (added,) = refreshed("/rss")
    assert (added.outcome, added.reason) == ("added", "")
    article = desk.article(str(added.id))
    assert article.url == f"{site.url}/1"
    assert article.title == TITLE
    assert [block.text for block in article.blocks if block.role == "paragraph"][:6] == BODY
    (repeat,) = [repeat for repeat in article.repeats if repeat.text.endswith("…")]
    assert repeat.of is not None
    assert article.blocks[repeat.of].text == BODY[0]
    again = refreshed()
    assert outcomes(again) == ["known"]
    assert site.count("/1") == 1


def test_a_summary_across_paragraphs_folds_away_and_one_of_its_own_stays(
    refreshed: Refresh, desk: Desk, site: Site
) -> None:
    run_on = f"{BODY[0]} {BODY[1][:30]}"
    own = "폐교가 별 보는 집으로 바뀌기까지, 그 열 달의 기록"
    site.put("/rss", feed(site, ("/1", TITLE, run_on), ("/2", TITLE, own)))
    site.put("/1", page("/1"))
    site.put("/2", page("/2").replace("17", "18"))
    first, second = (desk.article(str(added.id)) for added in refreshed("/rss"))
    assert any(repeat.text == run_on and repeat.of is not None for repeat in first.repeats)
    assert [block.text for block in second.blocks if block.role == "deck"] == [own]


def test_a_changed_summary_asks_for_the_page_again(refreshed: Refresh, site: Site) -> None:
    site.put("/rss", feed(site, ("/1", TITLE, BODY[0])))
    site.put("/1", page())
    refreshed("/rss")
    site.put("/rss", feed(site, ("/1", "[종합] " + TITLE, BODY[0])))
    site.put("/1", page().replace("120명", "140명"))
    assert outcomes(refreshed()) == ["updated"]
    assert site.count("/1") == 2


@pytest.mark.parametrize("full_text", [True, False])
def test_full_text_can_be_left(refreshed: Refresh, site: Site, full_text: bool) -> None:
    site.put("/rss", feed(site, ("/1", TITLE, BODY[0])))
    site.put("/1", page())
    assert outcomes(refreshed("/rss", full_text=full_text)) == ["added"]
    assert site.count("/1") == full_text


def test_robots_are_respected_for_pages_and_the_summary_is_kept(refreshed: Refresh, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /\n")
    site.put("/rss", feed(site, ("/1", TITLE, BODY[0])))
    site.put("/1", page())
    (added,) = refreshed("/rss")
    assert added.outcome == "added"
    assert "robots.txt" in added.reason
    assert site.count("/1") == 0


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (404, "", "no such page"),
        (200, "<html></html>", "no article"),
        (200, "", "empty"),
        (200, "<p>짧다.</p>", ""),
    ],
)
def test_a_page_that_gives_nothing_leaves_the_summary(
    refreshed: Refresh, desk: Desk, site: Site, status: int, body: str, why: str
) -> None:
    site.put("/rss", feed(site, ("/1", TITLE, BODY[0])))
    site.put("/1", body, status=status)
    (added,) = refreshed("/rss")
    assert added.outcome == "added"
    assert why in added.reason
    assert [block.text for block in desk.article(str(added.id)).blocks] == [TITLE, BODY[0]]


def test_pages_inside_are_not_fetched_for_a_feed_that_points_to_them(
    refreshed: Refresh, desk: Desk, site: Site
) -> None:
    with_inner = feed(site, ("/1", TITLE, BODY[0])).replace(f"{site.url}/1", "http://169.254.169.254/latest/")
    site.put("/rss", with_inner)
    (added,) = refreshed("/rss")
    assert added.outcome == "added"
    assert "inner address" in added.reason


def test_one_that_fails_stops_no_other(refreshed: Refresh, site: Site) -> None:
    good = feed(site, ("/1", "다리 연다", LONG))
    site.put("/gone", "", status=410)
    site.put(
        "/page", '<html><head><link type="application/rss+xml" href="/rss"></head><p>첫 화면이다.</p></html>'
    )
    site.put("/empty", "")
    site.pages["/endless"] = endless(site, bytes(1 << 20))
    site.put("/bad", "<rss><channel><title>x</title>")
    site.put("/busy", "", status=500)
    site.put("/loop", "", status=302, Location="/loop")
    site.put("/file", "", status=302, Location="file:///etc/passwd")
    site.put("/good", good)
    found = refreshed("/gone", "/page", "/empty", "/bad", "/busy", "/loop", "/file", "/good")
    told = {added.source.removeprefix(site.url): (added.outcome, added.reason) for added in found}
    assert told["/good"] == ("added", "")
    for path, why in {
        "/gone": "gone for good",
        "/page": f"it offers {site.url}/rss",
        "/empty": "empty",
        "/bad": "no entries",
        "/busy": "500",
        "/loop": "redirects",
        "/file": "only http and https",
    }.items():
        assert told[path][0] == "failed", path
        assert why in told[path][1], told[path]


def test_an_inner_feed_is_refused_unless_it_is_allowed(refreshed: Refresh, site: Site) -> None:
    site.put("/rss", feed(site, ("/1", "다리 연다", LONG)))
    (added,) = refreshed("/rss", allow_private=False)
    assert added.outcome == "failed"
    assert "--allow-private" in added.reason
    assert site.asked == []


@pytest.mark.parametrize(
    ("encoding", "said"), [("cp949", "utf-8"), ("utf-8", "euc-kr"), ("utf-16", "utf-8"), ("cp949", "latin-1")]
)
def test_a_wrong_charset_is_seen_through(
    refreshed: Refresh, desk: Desk, site: Site, encoding: str, said: str
) -> None:
    text = feed(site, ("/1", "다리 연다", LONG)).replace('<?xml version="1.0"?>', "")
    site.put("/rss", text.encode(encoding), Content_Type=f"application/rss+xml; charset={said}")
    (added,) = refreshed("/rss")
    assert added.title == "다리 연다"


def test_a_json_feed_is_a_feed(refreshed: Refresh, site: Site) -> None:
    import json

    item = {"id": "1", "url": f"{site.url}/1", "title": "다리 연다", "content_html": f"<p>{LONG}</p>"}
    item["date_published"] = "2023-09-28T16:30:00+09:00"
    text = {"version": "https://jsonfeed.org/version/1.1", "title": "나래뉴스", "items": [item]}
    site.put("/feed.json", json.dumps(text, ensure_ascii=False))
    assert outcomes(refreshed("/feed.json")) == ["added"]


def test_what_was_seen_is_only_remembered_once_it_is_kept(
    desk: Desk, refreshed: Refresh, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put_unchanged("/rss", feed(site, ("/1", "다리 연다", LONG)), '"1"')
    with monkeypatch.context() as broken:
        broken.setattr("store.archive.archive.Archive.add", lambda *_: (_ for _ in ()).throw(RuntimeError))
        with pytest.raises(RuntimeError):
            refreshed("/rss")
    assert outcomes(refreshed()) == ["added"]


def test_it_can_be_stopped_between_feeds(desk: Desk, site: Site) -> None:
    clock, stop = Clock(), Event()
    for number in range(5):
        site.put(f"/{number}", feed(site, (f"/{number}/1", f"{number}번 다리", LONG)))
    feeds = Subscriptions(desk.home)
    feeds.add(Subscription(url=f"{site.url}/{number}", allow_private=True) for number in range(5))
    fetcher = Fetcher(stop=stop, now=clock.now, sleep=clock.sleep)
    going = refresh(desk._archive, feeds, feeds.all(), stop=stop, fetcher=fetcher)
    assert next(going).outcome == "added"
    stop.set()
    assert len(list(going)) <= 4
    assert desk.count() >= 1


def test_the_order_is_that_of_the_list(refreshed: Refresh, site: Site) -> None:
    paths = [f"/{number}" for number in range(12)]
    for path in paths:
        site.put(path, feed(site, (f"{path}/1", f"{path}번 다리", LONG)))
    assert [added.source.removeprefix(site.url) for added in refreshed(*paths)] == paths
