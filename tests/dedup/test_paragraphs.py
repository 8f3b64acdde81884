"""Every line once: what is folded away, what is kept, and that nothing is lost."""

import html
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dedup.paragraphs import fold
from store.ingest.text import read_text
from store.model import Article, Line, LineRole, RawArticle

TITLE = "가온시, 폐교를 별 보는 집으로…10월 문 연다"
DECK = "망원경 7대 갖추고 하루 120명 받아"
P1 = "가온시가 10년 넘게 비어 있던 옛 솔숲초등학교를 천문대로 고쳐 10월 3일 문을 연다고 28일 밝혔다."
P2 = "시는 46억원을 들여 교실 8칸을 전시실과 강의실로 바꾸고 옥상에 지름 7m짜리 돔을 올렸다."
P3 = '하람 가온시 문화국장은 "불빛이 적은 마을이라 맨눈으로도 은하수가 보인다"고 말했다.'
P4 = "입장료는 어른 5000원, 어린이 2000원이며 솔숲마을 주민은 '무료'로 들어간다."
BODY = [P1, P2, P3, P4]


def read(*lines: str) -> Article:
    return fold(next(read_text("a.txt", "\n".join(lines).encode())))


def blocks(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


CASES: dict[str, tuple[Sequence[str], int]] = {
    "deck repeated": ([TITLE, DECK, DECK, *BODY], 1),
    "body doubled": ([TITLE, DECK, *BODY, *BODY], 4),
    "body doubled without its lead": ([TITLE, DECK, *BODY, *BODY[1:]], 3),
    "all doubled with the title": ([TITLE, DECK, *BODY, TITLE, DECK, *BODY], 6),
    "interleaved": ([TITLE, DECK, P1, P2, P1, P2, P3, P4, P3, P4], 4),
    "each line twice": ([TITLE, TITLE, DECK, DECK, P1, P1, P2, P2, P3, P3, P4, P4], 6),
    "tripled": ([TITLE, DECK, *BODY, *BODY, *BODY], 8),
    "other quotation marks": ([TITLE, DECK, *BODY, P3.replace('"', "”"), P4.replace("'", "‘")], 2),
    "other spacing": (
        [TITLE, DECK, *BODY, P2.replace(" ", "  "), P1.replace("문을 연다고", "문을연다고")],
        2,
    ),
    "decomposed Hangul": ([TITLE, DECK, *BODY, unicodedata.normalize("NFD", P2)], 1),
    "entities": ([TITLE, DECK, *BODY, html.escape(P3), P4.replace("'", "&#39;")], 2),
    "zero-width characters": ([TITLE, DECK, *BODY, P1.replace("천문대", "천\u200b문대")], 1),
    "no-break spaces": ([TITLE, DECK, *BODY, P1.replace(" ", "\u00a0") + "\u3000"], 1),
    "punctuation": ([TITLE, DECK, *BODY, P4.replace(",", "").rstrip(".")], 1),
    "paragraphs run together": ([TITLE, DECK, *BODY, f"{P1} {P2}"], 1),
    "all paragraphs run together": ([TITLE, DECK, *BODY, " ".join(BODY)], 1),
    "a lead cut off": ([TITLE, DECK, *BODY, P1[:45] + "…"], 1),
    "middle dots of an old keyboard": (
        [TITLE, DECK, *BODY, P2.replace("전시실과 강의실", "전시실과ㆍ강의실")],
        1,
    ),
    "mail and copyright": (
        [TITLE, DECK, *BODY, "마루 기자 maru@gaon.example", "ⓒ 가온신문, 무단 전재 금지"],
        2,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_repeats_are_folded(name: str) -> None:
    lines, folded = CASES[name]
    article = read(*lines)
    assert blocks(article) == [TITLE, DECK, *BODY]
    assert len(article.repeats) == folded


def test_a_cut_lead_before_the_whole_one_is_the_repeat() -> None:
    article = read(TITLE, P1[:45] + "...", P1, P2)
    assert blocks(article) == [TITLE, P1, P2]
    assert [(repeat.line, repeat.of) for repeat in article.repeats] == [(2, 1)]


def test_a_lead_told_before_its_credit_is_the_repeat() -> None:
    lead = f"(가온=나래통신) 이도담 기자 = {P1}"
    article = read(TITLE, P1, P3, lead, P2, P1)
    assert blocks(article) == [TITLE, P3, lead, P2]
    assert [repeat.line for repeat in article.repeats] == [2, 6]


def test_a_paragraph_cut_in_two_repeats_the_whole() -> None:
    whole = f"{P1} {P2}"
    article = read(TITLE, whole, P3, P1, P2)
    assert blocks(article) == [TITLE, whole, P3]


@pytest.mark.parametrize(
    "variant",
    [
        P2.replace("46억", "64억"),
        P2.replace("7m", "9m"),
        P3.replace("하람", "하늘"),
        P3.replace("은하수", "별똥별"),
        P1.replace("10월 3일", "10월 9일"),
        P4 + " 단체는 20% 깎아 준다.",
    ],
)
def test_other_numbers_names_and_quotes_are_kept(variant: str) -> None:
    assert blocks(read(TITLE, DECK, *BODY, variant)) == [TITLE, DECK, *BODY, variant]


def test_a_deck_quoted_in_a_paragraph_stays_in_both() -> None:
    deck = '"맨눈으로도 은하수가 보인다"'
    said = f"개관식에서도 {deck}는 말이 여러 번 나왔으며 참석자들은 밤이 깊도록 자리를 뜨지 않았다."
    assert blocks(read(TITLE, deck, P1, said)) == [TITLE, deck, P1, said]


def test_a_deck_that_is_part_of_the_title_stays() -> None:
    assert blocks(read(TITLE, "10월 문 연다", *BODY))[:2] == [TITLE, "10월 문 연다"]


def test_short_answers_repeated_on_purpose_stay() -> None:
    talk = ["- 별을 좋아했나.", "네.", "- 지금도 그런가.", "네."]
    assert blocks(read(TITLE, P1, *talk)) == [TITLE, P1, *talk]


def test_short_answers_of_a_doubled_body_are_folded() -> None:
    talk = [P1, "- 별을 좋아했나.", "네.", "- 지금도 그런가.", "네.", P2]
    assert blocks(read(TITLE, *talk, *talk)) == [TITLE, *talk]


def test_short_lines_doubled_side_by_side_are_folded() -> None:
    assert blocks(
        read(
            TITLE,
            "[앵커]",
            "[앵커]",
            P1,
            "[기자]",
            "이도담 기자가 다녀왔습니다.",
            "[기자]",
            "이도담 기자가 다녀왔습니다.",
            P2,
        )
    ) == [*(TITLE, "[앵커]", P1, "[기자]", "이도담 기자가 다녀왔습니다.", P2)]


def test_repeats_name_their_line_their_block_and_their_kind() -> None:
    article = read(TITLE, P1, P2, P1, P2.replace(" ", "  "), "ⓒ 가온신문. 무단전재 및 재배포 금지")
    told = [(repeat.line, repeat.of, repeat.kind) for repeat in article.repeats]
    assert told == [(4, 1, "exact"), (5, 2, "near"), (6, None, "boilerplate")]


def test_a_caption_is_content_and_kept_once() -> None:
    caption = "▲ 옛 솔숲초등학교 옥상에 새로 올린 돔. [사진=가온시]"
    article = read(TITLE, caption, P1, caption, P2)
    assert [(block.role, block.text) for block in article.blocks][1] == ("caption", caption)
    assert len(article.repeats) == 1


def test_the_id_is_that_of_the_text_not_of_its_repeats() -> None:
    clean, doubled = read(TITLE, *BODY), read(TITLE, *BODY, *BODY, "ⓒ 가온신문")
    assert clean.id == doubled.id
    assert len(clean.id) == 12
    assert int(clean.id, 16) >= 0
    assert read(TITLE, *BODY[:3]).id != clean.id


def _of(url: str) -> str:
    raw = RawArticle(source="a", lines=(Line("제목", 1, "title"),), url=url)
    return fold(raw).id


def test_the_id_of_a_url_is_that_of_the_page() -> None:
    page = _of("https://www.gaon.example/a/1?id=7&b=2")
    assert _of("http://gaon.example/a/1/?b=2&id=7&utm_source=x#top") == page
    assert (
        len({_of(f"https://gaon.example/view?{p}") for p in ("rcpNo=1", "rcpNo=2", "cid=3", "refNo=4")}) == 4
    )
    assert _of("https://m.gaon.example/a/1?b=2&id=7") == page
    assert _of("https://gaon.example/a/1?id=8&b=2") != page


ROLES: list[LineRole] = ["title", "dateline", "deck", "byline", "paragraph", "caption", "boilerplate"]
LINES = st.lists(
    st.tuples(st.sampled_from([P1, P2, P3, "네.", "…", "12", DECK]) | st.text(), st.sampled_from(ROLES))
)


@given(LINES)
def test_nothing_is_lost_whatever_comes(given_lines: list[tuple[str, LineRole]]) -> None:
    lines = tuple(Line(text, number, role) for number, (text, role) in enumerate(given_lines, start=1))
    article = fold(RawArticle(source="a", lines=lines))
    told = sorted([block.text for block in article.blocks] + [repeat.text for repeat in article.repeats])
    assert told == sorted(text for text, _ in given_lines)
    for repeat in article.repeats:
        assert (repeat.of is None) == (repeat.kind == "boilerplate")
        assert repeat.of is None or 0 <= repeat.of < len(article.blocks)


@given(LINES)
def test_folding_what_was_folded_changes_nothing(given_lines: list[tuple[str, LineRole]]) -> None:
    lines = tuple(Line(text, number, role) for number, (text, role) in enumerate(given_lines, start=1))
    once = fold(RawArticle(source="a", lines=lines))
    again = fold(
        RawArticle(
            source="a", lines=tuple(Line(b.text, n, b.role) for n, b in enumerate(once.blocks, start=1))
        )
    )
    assert again.blocks == once.blocks
    assert again.id == once.id
