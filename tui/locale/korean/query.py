"""The fields and values of a query, where a message speaks of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from store.search.fields import FIELDS, VALUES

_HANGUL = re.compile("[가-힣]+")


def _called(names: Mapping[str, str]) -> dict[str, str]:
    """Give what each is called in Korean: the first of its names that is."""
    called = {name: name for name in names.values()}
    called |= {name: korean for korean, name in reversed(list(names.items())) if _HANGUL.fullmatch(korean)}
    return called


_FIELDS = [(f"{name}:", f"{korean}:") for name, korean in _called(FIELDS).items()]

MESSAGES = {
    " ".join(name for name, _ in _FIELDS): " ".join(korean for _, korean in _FIELDS),
    "date: {}": "날짜: {0}",
    **{
        f"{name} takes one of {{}}": f"{korean} 뒤에는 다음 가운데 하나를 씁니다: {{0}}"
        for name, korean in _FIELDS
    },
    **{f"{name} needs a value": f"{korean} 뒤에 값이 있어야 합니다" for name, korean in _FIELDS},
    **{", ".join(called): ", ".join(called.values()) for called in map(_called, VALUES.values())},
}
