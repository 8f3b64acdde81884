"""Josa: what may stand behind a noun in the raw words, so that an article is found before it was read."""

from __future__ import annotations

_TABLE = """
은 는 이 가 을 를 의 에 와 과 도 만 로 으로 나 이나         나델라 + 는
에서 에게 께서 께 한테 까지 부터 보다 처럼 마다 조차 마저 밖에     서울 + 에서
에는 에도 에만 에서는 에서도 에서의 에게는 에게서 에게도            서울 + 에서는
로는 로도 로의 로서 로써 으로는 으로도 으로의 으로서 으로써         한국 + 으로서
과의 와의 과는 와는 까지의 까지는 부터는 부터의 보다는             미국 + 과의
만의 만이 만은 만을                                 기업 + 만의
이다 였다 이었다 인 이고 이며 며 이자 이지만 지만                대표 + 이자
이라 라 이란 란 이라고 라고 이라는 라는 이라며 라며               위기 + 라고
이라면 라면 이라도 라도                               위기 + 라면
들 들이 들은 들을 들의 들에 들에게 들도 들과 들이다               기업 + 들은
"""
"""A row holds josa, and behind a plus sign an example of one of them."""

JOSA = tuple(josa for row in _TABLE.splitlines() for josa in row.partition("+")[0].split()[:-1])

LONGEST_FIRST = tuple(sorted(JOSA, key=lambda josa: (-len(josa), josa)))


def stems_of(word: str) -> list[str]:
    """Give what may be left of a word when its josa is taken off: 금리가 → 금리; at least two syllables."""
    return [
        word[: -len(josa)] for josa in LONGEST_FIRST if word.endswith(josa) and len(word) - len(josa) >= 2
    ]
