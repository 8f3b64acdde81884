"""Who may speak without being a name: the table ``speakers.tsv`` made searchable."""

from __future__ import annotations

from functools import cache
from typing import Literal

from store.extract.lexicon import read_rows

SpeakerKind = Literal["entity", "person", "body", "vague", "pronoun", "name", "unknown"]


def another_person(rest: str) -> bool:
    """오 대표의 변호인 is not 오 대표."""
    word = rest.split()[-1] if rest.split() else ""
    return word in _roles()["kin"]


def role_kind(phrase: str) -> SpeakerKind | None:
    """Give the kind of speaker that a phrase without a name ends in, or None."""
    *before, word = phrase.split() or [""]
    if len(word) > 2:
        word = word.removesuffix("들")
    roles = _roles()
    if word in roles["pronoun"] and not before:
        return "pronoun"
    for size in range(len(word), 0, -1):
        tail = word[-size:]
        if size == 1 and len(word) > 1 and tail not in "측씨쪽":
            break
        if tail in roles["person"]:
            return "person"
        if tail in roles["body"]:
            return "body"
        if tail in roles["vague"]:
            return "vague"
    return None


@cache
def _roles() -> dict[str, frozenset[str]]:
    roles: dict[str, list[str]] = {}
    for kind, names, _ in read_rows("speakers"):
        roles.setdefault(kind, []).extend(names.split())
    roles["person"] += [title for title, *_ in read_rows("titles") if len(title) > 1]
    return {kind: frozenset(names) for kind, names in roles.items()}
