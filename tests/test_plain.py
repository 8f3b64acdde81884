"""Facts as lines: what was said in marks stands in marks, what was reported does not."""

from __future__ import annotations

from msgspec import structs

from store.export.describe import doubts
from store.model import Enumeration, Quotation, QuoteType, Span, Speaker
from tui.locale import Words
from tui.shell.plain import describe
from tui.telling.card_text import heading


def said(quote_type: QuoteType) -> Quotation:
    words = Span("내년에는 늘린다", 0, 0, 8)
    return Quotation(
        "윤서진은 내년에는 늘린다고 했다",
        0,
        0,
        17,
        speaker=Speaker("윤서진"),
        quote_type=quote_type,
        quotes=(words,),
    )


def test_only_direct_words_are_put_in_marks() -> None:
    assert describe(said("direct"), Words("ko")) == "윤서진: “내년에는 늘린다”"
    assert describe(said("indirect"), Words("ko")) == "윤서진: (간접 인용) 내년에는 늘린다"
    assert describe(said("indirect"), Words("en")).startswith("윤서진: (")


def test_all_who_speak_with_one_voice_are_told() -> None:
    both = structs.replace(said("direct"), speaker=Speaker("윤서진", others=("한도윤",)))
    assert describe(both, Words("ko")) == "윤서진·한도윤: “내년에는 늘린다”"
    assert heading(both, Words("ko")) == "발언 · 윤서진·한도윤"


def test_flags_are_told_in_words() -> None:
    listed = Enumeration("가·나", 0, 0, 3, flags=("count", "headline"))
    assert doubts(listed) == "수와 항목이 어긋남, 제목은 단정, 본문은 전언"
