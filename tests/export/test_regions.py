from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from store.export.front_matter import bring_up_to_date, split
from store.export.regions import Region, has_regions, merge

OLD = [Region("article", "글"), Region("facts", "- 하나"), Region("notes", "")]
NEW = [Region("article", "글"), Region("facts", "- 둘"), Region("notes", "메모")]


def test_regions_are_brought_up_to_date_around_what_a_person_wrote() -> None:
    first = merge("", OLD).text
    mine = f"머리말\n\n{first}\n꼬리말\n".replace(
        "\n\n<!-- sinmun:begin facts", "\n\n사이\n\n<!-- sinmun:begin facts"
    )
    text, left = merge(mine, NEW)
    assert left == ()
    assert text.startswith("머리말\n") and text.endswith("\n꼬리말\n") and "\n사이\n" in text
    assert "- 둘" in text and "- 하나" not in text
    assert text.index("- 둘") < text.index("메모") < text.index("꼬리말")
    assert merge(text, NEW) == (text, ())


def test_an_edited_region_is_left_and_the_others_go_on() -> None:
    edited = merge("", OLD).text.replace("- 하나", "- 하나 (내가 고침)")
    text, left = merge(edited, NEW)
    assert left == ("facts",)
    assert "내가 고침" in text and "- 둘" not in text and "메모" in text


def test_a_region_that_was_taken_out_comes_back_in_its_place() -> None:
    text = merge("", NEW).text
    start, end = text.index("<!-- sinmun:begin facts"), text.index("<!-- sinmun:begin notes")
    again, left = merge(text[:start] + text[end:], NEW)
    assert left == () and again.index("글") < again.index("- 둘") < again.index("메모")


def test_a_region_that_has_nothing_more_to_show_is_emptied() -> None:
    text, _ = merge(merge("", NEW).text, OLD)
    assert "메모" not in text
    assert merge(text, NEW).text == merge(merge("", NEW).text, NEW).text


@given(st.text(), st.text())
def test_what_a_person_wrote_is_kept_to_the_letter(before: str, after: str) -> None:
    if has_regions(before) or has_regions(after) or "sinmun:" in before + after:
        return
    first = merge("", OLD).text
    text, left = merge(f"{before}\n{first}{after}", NEW)
    assert left == ()
    assert text.startswith(before + "\n") and text.endswith(after)


VALUES = {
    "id": "0123",
    "title": "[단독] --- \n 제목: #1",
    "date": date(2025, 3, 2),
    "entities": ["가"],
    "tags": ["나"],
}


def test_front_matter_is_data_whatever_the_title() -> None:
    text, left = bring_up_to_date("", VALUES)
    assert not left
    fences, rest = split(text + "글\n---\n")
    assert (fences, rest) == (text, "글\n---\n")
    loaded = yaml.safe_load(text.strip("-\n"))
    assert {key: loaded[key] for key in VALUES} == VALUES


def test_front_matter_keeps_layout_and_keys_of_a_person() -> None:
    text, _ = bring_up_to_date("", VALUES)
    mine = text.replace("entities:\n- 가\n", "entities: ['가']  # 이름\n").replace(
        "\n---\n", "\nrating: 5\n---\n"
    )
    assert bring_up_to_date(mine, VALUES) == (mine, False)
    changed, left = bring_up_to_date(mine, {**VALUES, "tags": ["다"]})
    assert not left
    loaded = yaml.safe_load(changed.strip("-\n"))
    assert loaded["tags"] == ["다"] and loaded["rating"] == 5
    assert bring_up_to_date(changed, {**VALUES, "tags": ["다"]}) == (changed, False)


@pytest.mark.parametrize(
    "mine",
    [
        "---\ntitle: 내 제목\n---\n",
        "---\n: : :\n---\n",
        "---\n- 1\n---\n",
        "---\ndate: 2025-13-45\n---\n",
        "---\n---\n",
    ],
)
def test_front_matter_that_was_edited_is_left(mine: str) -> None:
    assert bring_up_to_date(mine, VALUES) == (mine, True)
    text, _ = bring_up_to_date("", VALUES)
    edited = text.replace("date: 2025-03-02", "date: 2025-03-03")
    assert bring_up_to_date(edited, VALUES) == (edited, True)
