"""Names as single nouns: what the analyser took apart is put together where a mention says so."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from store.extract.document import Token

_NOUN = frozenset({"NNG", "NNP", "NNB", "NR", "SN", "SL", "SH", "SW", "XPN", "XSN", "XR", "MM"})
_PARTICLES = {
    **{"은": "JX", "는": "JX", "도": "JX", "만": "JX", "이": "JKS", "가": "JKS", "을": "JKO", "를": "JKO"},
    **{"의": "JKG", "와": "JC", "과": "JC", "에": "JKB", "로": "JKB", "으로": "JKB"},
}


def with_whole_names(
    tokens: list[Token], mentions: Sequence[tuple[int, int]], *, always: bool = False
) -> list[Token]:
    """Put the morphemes of a mention together where one is no noun (누리로직 + 스 + 는 → 누리로직스 + 는).

    ``mentions`` are places in the text of ``tokens``, in order; one that cuts a morpheme is left alone.
    With ``always``, those of nouns alone are put together too.
    """
    whole: list[Token] = []
    at = 0
    for start, end in mentions:
        while at < len(tokens) and tokens[at].start < start:
            whole.append(tokens[at])
            at += 1
        last = at
        while last < len(tokens) and tokens[last].end <= end:
            last += 1
        parts = tokens[at:last]
        if not parts or parts[0].start != start or parts[-1].end != end:
            continue
        if not always and all(part.tag in _NOUN for part in parts):
            continue
        whole.append(Token("".join(part.form for part in parts), "NNP", start, end))
        at = last
        if at < len(tokens) and tokens[at].start == end and tokens[at].tag[0] in "EV":
            tag = _PARTICLES.get(tokens[at].form)
            if tag:
                whole.append(msgspec.structs.replace(tokens[at], tag=tag))
                at += 1
    return [*whole, *tokens[at:]]
