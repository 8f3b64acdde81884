"""Timestamps of many shapes, each to the minute in the source's own time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.dates import find_dates, iso


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2023-05-08 14:20", "2023-05-08T14:20"),
        ("2023-05-08T14:20:31", "2023-05-08T14:20"),
        ("2023-05-08T14:20:31.123+09:00", "2023-05-08T14:20"),
        ("2023-05-08T05:20:31Z", "2023-05-08T14:20"),
        ("2023-05-08T20:20:00+00:00", "2023-05-09T05:20"),
        ("2023.05.08. 오후 2:20", "2023-05-08T14:20"),
        ("2023. 5. 8. 오전 9:05", "2023-05-08T09:05"),
        ("2023.05.08 오후 12:30", "2023-05-08T12:30"),
        ("2023.05.08 오전 12:05", "2023-05-08T00:05"),
        ("2023.05.08 (월) 14:20", "2023-05-08T14:20"),
        ("2023/05/08 [14:20]", "2023-05-08T14:20"),
        ("2023년 5월 8일 월요일 14시 20분", "2023-05-08T14:20"),
        ("2023년 5월 8일 오후 2시", "2023-05-08T14:00"),
        ("2023/05/08 14:20", "2023-05-08T14:20"),
        ("23.05.08 14:20", "2023-05-08T14:20"),
        ("2023년 05월 08일", "2023-05-08"),
        ("20230508", "2023-05-08"),
        ("20230508142031", "2023-05-08T14:20"),
        ("Mon, 08 May 2023 14:20:00 +0900", "2023-05-08T14:20"),
        ("Mon, 08 May 2023 05:20:00 GMT", "2023-05-08T14:20"),
        ("May 8, 2023 2:20 p.m.", "2023-05-08T14:20"),
        ("8 May 2023", "2023-05-08"),
        (1683523200, "2023-05-08T14:20"),
        ("1683523200000", "2023-05-08T14:20"),
        (1683523200.5, "2023-05-08T14:20"),
    ],
)
def test_shapes(text: str | int | float, value: str) -> None:
    assert iso(text) == value


@pytest.mark.parametrize(
    "text", ["", "어제 오후", "2023-13-40", "2023년 2월 30일", "1.5.3", "02-123-4567", None, True]
)
def test_what_is_no_date(text: str | None) -> None:
    assert iso(text) is None


def test_dates_are_found_in_their_places() -> None:
    text = "입력 2023.01.16. 오후 5:05 | 수정 2023.01.17 06:10"
    assert [text[t.start : t.end].strip() for t in find_dates(text)] == [
        "2023.01.16. 오후 5:05",
        "2023.01.17 06:10",
    ]


@given(st.datetimes())
def test_iso_dates_are_read_as_they_are(moment: object) -> None:
    text = str(moment)[:16].replace(" ", "T")
    assert iso(text) in (text, None if text < "1900" or text > "2099" else text)


@given(st.text(max_size=80))
def test_any_text_is_searched(text: str) -> None:
    for timestamp in find_dates(text):
        assert 0 <= timestamp.start < timestamp.end <= len(text)
    iso(text)
