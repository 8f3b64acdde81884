from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from store.model import Selector
from store.notebook.anchors import CONTEXT, find, select, selector_at
from tests.notebook.edits import articles, edited, joined, where
from tests.samples import article, span

TEXT = """가온전자는 15일 세종에서 공장을 세운다고 밝혔다.
투자액은 300억원이다. 공장은 내년에 문을 연다.
업계는 투자액이 적다고 본다."""


def test_a_selector_counts_in_the_article_text() -> None:
    spoken = article(1)
    selector = select(spoken, span(spoken, 2, "투자액"))
    assert spoken.text[selector.start : selector.end] == selector.exact == "투자액"
    assert spoken.text[: selector.start].endswith(selector.prefix) and len(selector.prefix) == CONTEXT


@given(st.text(), st.data())
def test_any_span_of_any_text_is_found_where_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert find(selector_at(text, start, end), text) == (start, end)


@given(st.builds(Selector, st.text(), st.text(), st.text(), st.integers(), st.integers()), st.text())
def test_any_selector_is_a_place_of_the_text_or_an_orphan(selector: Selector, text: str) -> None:
    found = find(selector, text)
    if found is not None:
        assert 0 <= found[0] <= found[1] <= len(text)


def test_words_move_with_what_is_put_before_them() -> None:
    start = TEXT.index("300억원")
    found = find(selector_at(TEXT, start, start + 5), "새 문단이 앞에 붙었다.\n" + TEXT)
    assert found is not None and ("새 문단이 앞에 붙었다.\n" + TEXT)[found[0] : found[1]] == "300억원"


def test_short_words_whose_sentence_is_gone_do_not_move_to_another() -> None:
    start = TEXT.index("투자액은")
    selector = selector_at(TEXT, start, start + 3)
    assert find(selector, TEXT.replace("투자액은 300억원이다. ", "")) is None


def test_a_twin_of_the_sentence_with_another_figure_or_name_is_not_it() -> None:
    start = TEXT.index("투자액은")
    selector = selector_at(TEXT, start, start + 3)
    for old, new in (("300억원", "700억원"), ("300억원", "인건비"), ("공장은 내년에", "학교는 내년에")):
        found = find(selector, TEXT.replace(old, new))
        assert (found is None) is (old == "300억원")
    opening = selector_at(TEXT, TEXT.index("공장은"), TEXT.index("공장은") + 2)
    assert find(opening, TEXT.replace("내년에 문을 연다", "올가을 문을 닫는다")) is None
    assert find(opening, TEXT.replace("내년에 문", "내년 문")) == (opening.start, opening.end)


def test_two_places_alike_are_an_orphan() -> None:
    start = TEXT.index("300억원")
    selector = selector_at(TEXT, start, start + 5)
    assert find(selector, "앞이 바뀌었다. " + TEXT + "\n" + TEXT) is None


def test_a_small_correction_keeps_the_place() -> None:
    start = TEXT.index("공장은 내년에 문을 연다.")
    selector = selector_at(TEXT, start, start + 14)
    changed = TEXT.replace("내년에 문을", "내년 문을")
    found = find(selector, changed)
    assert found is not None and changed[found[0] : found[1]].startswith("공장은 내년 문을")


def test_a_place_beyond_the_text_is_no_error() -> None:
    assert find(Selector("공장", "x", "y", -5, 2), TEXT) is None
    assert find(Selector("없는 말", "", "", 10**12, 10**12), TEXT) is None
    assert find(Selector("", "가", "나", 3, 3), TEXT) is None


def test_a_thousand_edits_move_no_note_to_a_wrong_place() -> None:
    chance = random.Random(8)
    kept = present = 0
    wrong = []
    texts = articles(120, seed=8)
    for round_ in range(1000):
        text, other = chance.choice(texts), chance.choice(texts)
        chosen = chance.choice([sentence for paragraph in text for sentence in paragraph])
        ((first, last),) = where(text, chosen)
        before = joined(text)
        if round_ % 2:
            # Half of the notes are on a few words of the sentence.
            first += chance.randrange(max(1, (last - first) // 2))
            last = min(last, first + chance.randint(2, 12))
        changed = edited(chance, text, other)
        after = joined(changed)
        places = where(changed, chosen)
        present += bool(places)
        found = find(selector_at(before, first, last), after)
        if found is None:
            continue
        if any(
            min(end, found[1]) - max(start, found[0]) > 0.8 * (found[1] - found[0]) for start, end in places
        ):
            kept += 1
        else:
            wrong.append((before[first:last], after[found[0] : found[1]]))
    assert wrong == []
    assert kept / present > 0.8
