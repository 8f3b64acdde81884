"""Words that name a kind of fact or a verdict, taken for the field."""

from __future__ import annotations

import pytest

from store.search.meant import with_fields


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("통계 한빛", "종류:통계 한빛"),
        ("한빛 발언", "한빛 종류:발언"),
        ("확인 통계", "상태:확인 종류:통계"),
        ("한빛 (Statistics OR quotation)", "한빛 (kind:statistic OR kind:quotation)"),
        ("-사건 누리", "-종류:사건 누리"),
        ('"통계" 한빛', ""),
        ("통계청", ""),
        ("종류:통계 한빛", ""),
        ("", ""),
    ],
)
def test_a_word_that_names_a_kind_or_a_verdict_is_taken_for_the_field(query: str, meant: str) -> None:
    assert with_fields(query) == meant
