import pytest

from store.desk import Desk
from store.model import SinmunError
from tui.locale import Words, language


@pytest.mark.parametrize(
    ("chosen", "environment", "lang"),
    [
        ("ko", {"LANG": "en_US.UTF-8"}, "ko"),
        ("en", {"LC_ALL": "ko_KR.UTF-8"}, "en"),
        (None, {"LANG": "ko_KR.UTF-8"}, "ko"),
        (None, {"LC_ALL": "en_GB.UTF-8", "LANG": "ko_KR.UTF-8"}, "en"),
        (None, {"LC_MESSAGES": "ko", "LANG": "C"}, "ko"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_chosen_or_the_locales(
    chosen: str | None, environment: dict[str, str], lang: str
) -> None:
    assert language(chosen, environment) == lang


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"안 닫음', "따옴표가 닫히지 않았습니다"),
        ("(가", "괄호가 닫히지 않았습니다"),
        ("가)", "여는 괄호가 없습니다"),
        ("가 OR", "여기에 낱말이나 항목, 괄호가 빠졌습니다"),
        ("speaker:", "발언자: 뒤에 값이 있어야 합니다"),
        ("kind:x", "종류: 뒤에는 다음 가운데 하나를 씁니다"),
        ("color:red", "color: 항목은 없습니다"),
        ("date:2024-13", "날짜:"),
        ("date:2025..2024", "날짜: 범위의 끝이 처음보다 앞섭니다"),
        ("가" * 100_000, "찾는 말이"),
        ("(" * 40 + "가", "괄호가"),
    ],
)
def test_a_mistaken_query_is_explained_in_both_languages(empty_desk: Desk, query: str, said: str) -> None:
    with pytest.raises(SinmunError) as caught:
        empty_desk.count(query)
    assert Words("ko").error(caught.value).startswith(said)
    assert Words("en").error(caught.value) == str(caught.value)


def test_an_unknown_error_is_told_as_it_is() -> None:
    assert Words("ko").error(SinmunError("a.txt: something new")) == "a.txt: something new"
