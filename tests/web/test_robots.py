"""What robots.txt says is done; a site in trouble is left alone, one without rules is open."""

from __future__ import annotations

import pytest

from store.web.fetcher import Fetcher
from store.web.robots import Robots
from tests.web.server import Site

HERE = "127.0.0.1"


def test_rules_are_fetched_once_and_kept(fetcher: Fetcher, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private\nAllow: /private/open\nCrawl-delay: 4\n")
    robots = Robots(fetcher)
    assert robots.allows(f"{site.url}/news/1", HERE)
    assert not robots.allows(f"{site.url}/private/1", HERE)
    assert robots.allows(f"{site.url}/private/open/1", HERE)
    assert robots.gap(f"{site.url}/news/1", HERE) == 4.0
    assert site.asked == ["/robots.txt"]


def test_our_own_name_is_heard(fetcher: Fetcher, site: Site) -> None:
    site.put("/robots.txt", "User-agent: sinmun\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    assert not Robots(fetcher).allows(f"{site.url}/a", HERE)


@pytest.mark.parametrize(("status", "open_"), [(404, True), (403, True), (500, False)])
def test_a_site_without_rules(fetcher: Fetcher, site: Site, status: int, open_: bool) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    robots = Robots(fetcher)
    assert robots.allows(f"{site.url}/a", HERE) is open_
    assert ("could not be fetched" in robots.refusal(f"{site.url}/b")) is not open_


@pytest.mark.parametrize(
    "text", ["", "\x00\xff", "Disallow", "User-agent:\nDisallow: /", "Crawl-delay: x\n" * 99]
)
def test_nonsense_forbids_nothing(fetcher: Fetcher, site: Site, text: str) -> None:
    site.put("/robots.txt", text)
    assert Robots(fetcher).allows(f"{site.url}/a", HERE)
