"""The list of feeds: the reader's own file, whole after every change."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Thread

import pytest

from store.feeds.subscription import Subscription, Validators
from store.feeds.subscriptions import Subscriptions
from store.model import SinmunError

A, B = Subscription(url="https://a.example/rss", tags=("경제",)), Subscription(url="https://b.example/rss")


def test_feeds_are_kept_in_order_and_each_once(tmp_path: Path) -> None:
    feeds = Subscriptions(tmp_path)
    assert [new for _, new in feeds.add([A, B])] == [True, True]
    again = Subscription(url=A.url, title="가람", tags=("아침", "경제"))
    ((kept, new),) = feeds.add([again])
    assert not new
    assert (kept.title, kept.tags) == ("가람", ("경제", "아침"))
    assert Subscriptions(tmp_path).all() == [kept, B]
    assert feeds.all("아침") == [kept]
    assert json.loads((tmp_path / "feeds.json").read_text(encoding="utf-8"))[1] == {"url": B.url}


def test_a_feed_is_taken_off(tmp_path: Path) -> None:
    feeds = Subscriptions(tmp_path)
    feeds.add([A, B])
    feeds.saw(A.url, Validators(etag='"1"'))
    feeds.remove(A.url)
    assert feeds.all() == [B]
    with pytest.raises(SinmunError, match="no such feed"):
        feeds.remove(A.url)
    feeds.saw(B.url, Validators(etag='"2"'))
    assert list(feeds.validators()) == [B.url]


def test_a_list_edited_into_nonsense_is_named_and_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "feeds.json"
    path.write_text('[{"url": 1}]', encoding="utf-8")
    for act in (lambda: Subscriptions(tmp_path).all(), lambda: Subscriptions(tmp_path).add([A])):
        with pytest.raises(SinmunError, match=r"feeds\.json"):
            act()
    assert path.read_text(encoding="utf-8") == '[{"url": 1}]'


def test_what_servers_gave_may_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "feeds-seen.json").write_bytes(b"\xff")
    feeds = Subscriptions(tmp_path)
    assert feeds.validators() == {}
    feeds.add([A])
    feeds.saw(A.url, Validators(etag='"1"'))
    assert feeds.validators() == {A.url: Validators(etag='"1"')}


def test_many_hands_lose_nothing(tmp_path: Path) -> None:
    def add(number: int) -> None:
        Subscriptions(tmp_path).add([Subscription(url=f"https://{number}.example/rss")])

    threads = [Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(Subscriptions(tmp_path).all()) == 8
