"""An archive of invented Korean news of any size: the same seed gives the same articles.

Word frequencies fall off as in real text (Zipf), josa agree with what they follow, and one story in four is
told by several publishers, with the edits that desks make: another headline, sentences dropped, moved or
added, spacing and quotation marks changed.
"""

from __future__ import annotations

import random
import re
import tomllib
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

from store.model import Line, RawArticle

_TABLE = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
WORDS: dict[str, list[str]] = {name: text.split() for name, text in _TABLE["words"].items()}
TEMPLATES: dict[str, list[str]] = _TABLE["templates"]
_SLOT = re.compile(r"\{(\w+)/?(\w*)\}")
FIRST_DAY = datetime(2015, 1, 1, 5, 0)
MINUTES = 11 * 365 * 24 * 60
COPIES = (0, 0, 0, 0, 0, 0, 1, 2, 3, 6)


def generate(count: int, seed: int = 1) -> Iterator[RawArticle]:
    """Give ``count`` articles; copies of one story follow each other."""
    chance = random.Random(seed)
    made = 0
    story = 0
    while made < count:
        versions = 1 + chance.choice(COPIES)
        for article in _story(random.Random(f"{seed}-{story}"), story, min(versions, count - made)):
            yield article
            made += 1
        story += 1


def _story(chance: random.Random, number: int, versions: int) -> Iterator[RawArticle]:
    told = Told(chance)
    when = FIRST_DAY + timedelta(minutes=chance.randrange(MINUTES))
    publishers = chance.sample(WORDS["publishers"], min(versions, len(WORDS["publishers"])))
    sentences = told.sentences(chance.randint(6, 14))
    for version, publisher in enumerate(publishers):
        body = _edited(chance, sentences, told) if version else sentences
        yield _article(
            chance,
            f"{number}-{version}",
            told.headline(),
            body,
            publisher,
            when + timedelta(minutes=7 * version),
        )


def _edited(chance: random.Random, sentences: Sequence[str], told: Told) -> list[str]:
    body = [sentence for sentence in sentences if chance.random() > 0.12]
    if chance.random() < 0.5:
        body.insert(chance.randrange(len(body) + 1), told.sentence())
    if chance.random() < 0.3:
        body.append(body.pop(chance.randrange(len(body))))
    if chance.random() < 0.4:
        body = [sentence.replace("“", '"').replace("”", '"') for sentence in body]
    return body or list(sentences[:1])


def _article(
    chance: random.Random, name: str, title: str, body: Sequence[str], publisher: str, when: datetime
) -> RawArticle:
    lines = [Line(title, 1, "title")]
    at = 0
    while at < len(body):
        size = chance.randint(1, 3)
        lines.append(Line(" ".join(body[at : at + size]), len(lines) + 1, "paragraph"))
        at += size
    lines.append(Line("무단전재 및 재배포 금지", len(lines) + 1, "boilerplate"))
    return RawArticle(
        source=f"bench/{name}.txt",
        lines=tuple(lines),
        url=f"https://news.example/{name}",
        published=when.isoformat(timespec="minutes"),
        publisher=publisher,
        raw="\n".join(line.text for line in lines).encode(),
    )


class Told:
    """One story's cast and subjects, and sentences about them."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._cast: dict[str, list[str]] = {
            "person": [
                f"{self._pick('surnames')}{self._pick('given')} {self._pick('titles')}" for _ in range(3)
            ],
            "firm": [self._pick("firms") + self._pick("sectors") for _ in range(2)],
            "place": [self._pick("places")],
            "theme": [self._pick("themes") for _ in range(3)],
        }

    def headline(self) -> str:
        return self._filled("headlines")

    def sentences(self, count: int) -> list[str]:
        return [self.sentence() for _ in range(count)]

    def sentence(self) -> str:
        return self._filled("sentences")

    def _filled(self, kind: str) -> str:
        template = self._chance.choice(TEMPLATES[kind])
        return _SLOT.sub(lambda slot: josa(self._word(slot[1]), slot[2] or ""), template)

    def _word(self, name: str) -> str:
        match name:
            case "number":
                return str(self._chance.randint(2, 990))
            case "decimal":
                return str(self._chance.randint(11, 990) / 10)
            case "day":
                return str(self._chance.randint(1, 28))
        return self._chance.choice(self._cast[name]) if name in self._cast else self._pick(name)

    def _pick(self, name: str) -> str:
        choices = WORDS[name]
        cumulative = _zipf(len(choices))
        return choices[bisect(cumulative, self._chance.random() * cumulative[-1])]


_FORMS = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "와": ("과", "와"),
    "으로": ("으로", "로"),
}


def josa(word: str, form: str) -> str:
    """Give a word with the josa that its last syllable takes (after ㄹ it is 로); without a form the word."""
    if not form:
        return word
    final = (ord(word[-1]) - 0xAC00) % 28
    closed = final != 0 and not (form == "으로" and final == 8)
    return word + _FORMS[form][0 if closed else 1]


@cache
def _zipf(size: int) -> list[float]:
    return list(accumulate(1 / (rank + 2) for rank in range(size)))
