"""Why a fact was read, in the words of the interface: for the screen and for ``read --explain``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.locale import Words
from tui.telling.card_text import flag, sureness

if TYPE_CHECKING:
    from store.explain import Explanation, FactReason


def reasons(reason: FactReason, words: Words) -> Iterator[tuple[str, str]]:
    """Give what made a fact, each as the key of its heading and what it says in the interface's language."""
    rule = reason.korean if words.lang == "ko" else reason.english
    if rule:
        yield "why.rule", rule
    if reason.cue:
        yield "why.cue", reason.cue
    if reason.method is not None:
        speaker = reason.speaker or words("card.nobody")
        yield "why.speaker", f"{speaker} · {words(f'method.{reason.method}')}"
    certainty = words(f"certainty.{reason.certainty}")
    yield "why.certainty", " · ".join([certainty, *(f"“{hedge}”" for hedge in reason.hedges)])
    if reason.via is not None:
        yield "why.source", reason.via
    yield "why.sure", sureness(reason.confidence, words)
    for name in reason.flags:
        yield "why.doubt", flag(name, words)


def parts(explanation: Explanation, words: Words) -> Iterator[tuple[str, str]]:
    """Give everything that is known of a fact's sentence, but for its morphemes, heading by heading."""
    for reason in explanation.facts:
        yield from reasons(reason, words)
        if reason.rule:
            yield "why.name", reason.rule
    yield from found(explanation, words)


def found(explanation: Explanation, words: Words) -> Iterator[tuple[str, str]]:
    """Give the names, times and numbers of a sentence."""
    named = [
        f"{one.text} = {one.name} ({words(f'type.{one.type}')})".removeprefix(f"{one.name} = ")
        for one in explanation.names
    ]
    for key, values in (
        ("why.names", named),
        ("why.times", explanation.times),
        ("why.numbers", explanation.numbers),
    ):
        if values:
            yield key, ", ".join(values)


def lines(explanation: Explanation, words: Words) -> Iterator[str]:
    """Give a sentence's explanation as plain lines: its morphemes and names, then each fact with its rule."""
    yield f"[{explanation.block}] {explanation.text}"
    yield f"  {words('why.morphemes')}: " + " ".join(explanation.morphemes)
    for key, said in found(explanation, words):
        yield f"  {words(key)}: {said}"
    for reason in explanation.facts:
        yield f"  {words(f'kind.{reason.kind}')}: {reason.text} [{reason.rule}]"
        if reason.says:
            yield f"    {words('why.says')}: {reason.says}"
        yield from (f"    {words(key)}: {said}" for key, said in reasons(reason, words))
