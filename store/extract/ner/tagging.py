"""The core of ``sinmun tag``: lines of text in, the named entities of each out, in the line's own offsets."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from store.extract.document import Token
from store.extract.morphology import split_sentences, to_tokens, tokenize
from store.extract.ner.composing import Composed, compose
from store.extract.ner.fast import FastTagger
from store.extract.ner.tagger import Tag, Tagger
from store.model import ReaderName, SinmunError

_LINES_AT_ONCE = 64
_LONGEST_SENTENCE = 250
"""A line of more characters is tagged sentence by sentence."""


def reader_in_use(asked: ReaderName | None = None) -> ReaderName:
    """Give the reader that was asked for, or the best one that is installed."""
    if asked == "fast":
        return "fast"
    if importlib.util.find_spec("store.extract.ner.precise") is not None:
        from store.extract.ner.precise import available

        if available():
            return "precise"
    if asked == "precise":
        raise SinmunError("the precise reader is not installed; install sinmun[precise] or use --reader fast")
    return "fast"


def load_tagger(reader: ReaderName | None = None) -> Tagger:
    """Load the tagger of that name, or the best one that is installed."""
    if reader_in_use(reader) == "fast":
        return FastTagger.load()
    from store.extract.ner.ensemble import EnsembleTagger

    return EnsembleTagger.load()


def tag_lines(lines: Iterable[str], reader: ReaderName | None = None) -> Iterator[list[dict[str, Any]]]:
    """Tag each line: a list of ``{"start", "end", "type", "text"}``, code points of the line as given."""
    tagger = load_tagger(reader)
    source = iter(lines)
    while batch := [compose(line) for line in islice(source, _LINES_AT_ONCE)]:
        for composed, tags in zip(batch, _tag(tagger, [c.text for c in batch]), strict=True):
            yield [_entity(composed, tag) for tag in tags]


def _tag(tagger: Tagger, texts: list[str]) -> list[list[Tag]]:
    """Tag texts whole where they are short, by Kiwi's sentences where they are long."""
    parts, tokens, homes = [], [], []
    for home, (text, analysed) in enumerate(zip(texts, tokenize(texts), strict=True)):
        own = to_tokens(analysed)
        if len(text) <= _LONGEST_SENTENCE:
            spans = [(0, len(text), 0, len(own))]
        else:
            spans = [(s.start, s.end, s.first, s.last) for s in split_sentences(home, analysed)]
        for start, end, first, last in spans:
            parts.append(text[start:end])
            tokens.append([Token(t.form, t.tag, t.start - start, t.end - start) for t in own[first:last]])
            homes.append((home, start))
    tags: list[list[Tag]] = [[] for _ in texts]
    for (home, start), found in zip(homes, tagger.tag(parts, tokens), strict=True):
        tags[home] += [t._replace(start=t.start + start, end=t.end + start) for t in found]
    return tags


def _entity(composed: Composed, tag: Tag) -> dict[str, Any]:
    start, end = composed.place(tag.start, tag.end)
    return {"start": start, "end": end, "type": tag.type, "text": composed.source[start:end]}
