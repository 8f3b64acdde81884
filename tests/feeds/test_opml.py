"""OPML both ways: nested folders are tags, each feed comes once, nothing runs and nothing blows up."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.feeds.opml import Refused, read_opml, write_opml
from store.feeds.subscription import Subscription
from store.model import SinmunError
from store.notebook.tags import normalize_tags

A, B = "https://a.example/rss", "https://b.example/feed.xml?x=1&y=2"


def read(text: str) -> list[Subscription | Refused]:
    return list(read_opml(text, normalize_tags))


def opml(body: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    return f'{head}<opml version="2.0"><head><title>내 피드</title></head><body>{body}</body></opml>'


def test_nested_folders_become_tags() -> None:
    found = read(
        opml(
            f'<outline type="rss" xmlUrl="{A}" title="가람"/>'
            '<outline text="신문" title="넘어갈 이름"><outline title="경제">'
            f'<outline type="rss" text="나루" xmlUrl="{B.replace("&", "&amp;")}"/></outline></outline>'
        )
    )
    assert found == [
        Subscription(url=A, title="가람"),
        Subscription(url=B, title="나루", tags=("신문", "경제")),
    ]


def test_a_feed_in_two_folders_is_one_with_the_tags_of_both() -> None:
    (found,) = read(
        opml(
            f'<outline text="경제"><outline xmlUrl="{A}" title="가람"/></outline>'
            f'<outline text="아침"><outline XMLURL="{A}" text=""/></outline>'
        )
    )
    assert found == Subscription(url=A, title="가람", tags=("경제", "아침"))


def test_categories_are_tags_and_paths_of_them_several() -> None:
    (found,) = read(opml(f'<outline xmlUrl="{A}" category="tag one,tag_two,tag/three,/신문/경제"/>'))
    assert isinstance(found, Subscription)
    assert found.tags == ("tag one", "tag_two", "tag/three", "신문", "경제")


def test_what_would_run_or_read_files_is_left_by_name() -> None:
    found = read(
        opml(
            '<outline xmlUrl="|~/fetch.py"/><outline xmlUrl="exec:rm"/><outline xmlUrl="file:///etc/passwd"/>'
            f'<outline type="rss" url="{A}"/><outline type="link" url="https://c.example"/>'
        )
    )
    assert [type(each) for each in found] == [Refused, Refused, Refused, Subscription]


def test_a_stray_ampersand_is_borne() -> None:
    found = read(opml(f'<outline xmlUrl="{B}" title="A & B"/><outline xmlUrl="{A}"/>'))
    assert [each.url for each in found][-1] == A


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not xml",
        "<not-opml><body/></not-opml>",
        "<rss/>",
        '<!DOCTYPE x [<!ENTITY a "b">]>' + opml(""),
        '<?xml version="1.0"?><!DOCTYPE opml SYSTEM "file:///etc/passwd">' + opml("", ""),
        opml('<outline text="x">' * 200 + "</outline>" * 200),
    ],
    ids=["empty", "text", "other", "rss", "entities", "DTD", "deep"],
)
def test_what_is_no_opml_is_refused(text: str) -> None:
    began = time.process_time()
    with pytest.raises(SinmunError):
        read(text)
    assert time.process_time() - began < 2


def test_an_empty_list_is_no_failure() -> None:
    assert read("<opml version='1.0'><head/></opml>") == []


names = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]), min_size=1, max_size=12
)
feeds = st.builds(
    Subscription,
    url=st.integers(0, 99).map("https://a.example/{}".format),
    title=names.map(lambda text: " ".join(text.split())).filter(bool),
    tags=st.lists(names, max_size=4).map(normalize_tags),
)


@given(st.lists(feeds, max_size=8, unique_by=lambda feed: feed.url))
def test_what_is_written_is_read_again(given: list[Subscription]) -> None:
    found = read(write_opml(given).decode())
    assert sorted(found, key=lambda feed: feed.url) == sorted(given, key=lambda feed: feed.url)


@given(st.text(alphabet="<>/=\"' outlinexmlUrl:가&;[]!", max_size=200))
def test_any_list_is_read_or_refused(inside: str) -> None:
    for text in (inside, opml(inside)):
        try:
            assert isinstance(read(text), list)
        except SinmunError:
            continue
