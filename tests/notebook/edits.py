"""Seeded edits of an article that know where each of its notes' words went."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import islice

from tests.bench.generate import generate


@dataclass(frozen=True)
class Sentence:
    """A sentence with a name that it keeps through every edit."""

    name: int
    text: str


Text = list[list[Sentence]]
"""Paragraphs of sentences."""


def articles(count: int, seed: int) -> list[Text]:
    """Give invented articles as named sentences."""
    made = []
    for raw in islice(generate(count, seed), count):
        names = iter(range(1000))
        paragraphs = [line.text for line in raw.lines if line.role == "paragraph"]
        made.append(
            [[Sentence(next(names), part) for part in re.split(r"(?<=\.) ", text)] for text in paragraphs]
        )
    return made


def joined(text: Text) -> str:
    """Give the article's text."""
    return "\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in text)


def where(text: Text, wanted: Sentence) -> list[tuple[int, int]]:
    """Give every place of a sentence in the joined text: by its name, or word for word the same."""
    places = []
    at = 0
    for paragraph in text:
        for sentence in paragraph:
            if sentence.name == wanted.name or sentence.text == wanted.text:
                places.append((at, at + len(sentence.text)))
            at += len(sentence.text) + 1
    return places


def edited(chance: random.Random, text: Text, other: Text) -> Text:
    """Give the article after one to three edits of the kinds that desks make."""
    result = [list(paragraph) for paragraph in text]
    for _ in range(chance.randint(1, 3)):
        result = [paragraph for paragraph in chance.choice(EDITS)(chance, result, other) if paragraph]
    return result


def _insert(chance: random.Random, text: Text, other: Text) -> Text:
    new = [Sentence(-1, sentence.text) for sentence in chance.choice(other)]
    text.insert(chance.randrange(len(text) + 1), new)
    return text


def _delete(chance: random.Random, text: Text, other: Text) -> Text:
    if len(text) > 1:
        paragraph = chance.choice(text)
        del paragraph[chance.randrange(len(paragraph))]
    return text


def _reorder(chance: random.Random, text: Text, other: Text) -> Text:
    chance.shuffle(text)
    return text


def _double(chance: random.Random, text: Text, other: Text) -> Text:
    return text + [list(paragraph) for paragraph in text]


def _renumber(chance: random.Random, text: Text, other: Text) -> Text:
    paragraph = chance.choice(text)
    place = chance.randrange(len(paragraph))
    changed = re.sub(r"\d+", lambda found: str(int(found[0]) + 1), paragraph[place].text)
    paragraph[place] = Sentence(paragraph[place].name, changed)
    return text


def _reword(chance: random.Random, text: Text, other: Text) -> Text:
    paragraph = chance.choice(text)
    place = chance.randrange(len(paragraph))
    words = paragraph[place].text.split()
    del words[chance.randrange(len(words))]
    paragraph[place] = Sentence(paragraph[place].name, " ".join(words))
    return text


def _lookalike(chance: random.Random, text: Text, other: Text) -> Text:
    """Put a sentence with other numbers and another name elsewhere, and now and then take away its model."""
    paragraph = chance.choice(text)
    place = chance.randrange(len(paragraph))
    words = paragraph[place].text.split()
    words[0] = "다온물산은"
    for _ in range(4):
        words[chance.randrange(len(words))] = chance.choice(joined(other).split())
    fake = Sentence(-1, re.sub(r"\d+", "77", " ".join(words)))
    if chance.random() < 0.5:
        del paragraph[place]
    text.insert(chance.randrange(len(text) + 1), [fake])
    return text


def _respace(chance: random.Random, text: Text, other: Text) -> Text:
    return [[sentence] for paragraph in text for sentence in paragraph]


EDITS = (_insert, _delete, _reorder, _double, _renumber, _reword, _lookalike, _respace)
