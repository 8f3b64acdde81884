"""Own short articles with their names marked in place, and how well a reading agrees with them.

``python -m tests.extract.name_gold`` prints precision, recall and F1 for both readers; ``-v`` also what is
missing and what is wrong.
``[PS:한 대표=한도윤]`` marks a mention with its type and the name it means (the words themselves where none
is given); a type with ``?`` may be found or not.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from store.model import Article, Block, Event, ReaderName, Reading, RoleFact
from store.reading import open_reader

FOLDER = Path(__file__).parents[1] / "gold" / "names"

_MARK = re.compile(r"\[(PS|OG|LC|PD|EV)(\??):([^\]=]+)(?:=([^\]]+))?\]")


class Mention(NamedTuple):
    """A marked mention: where it stands, its type and whom or what it means."""

    block: int
    start: int
    end: int
    type: str
    name: str
    optional: bool


@dataclass
class Score:
    """What was annotated, made, and both, with the disagreements in words."""

    annotated: int = 0
    made: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.made

    @property
    def recall(self) -> float:
        return self.right / self.annotated

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.made + self.annotated)


class Marked(NamedTuple):
    """An article without its marks, and what they say; roles or events that it does not tell are None."""

    article: Article
    mentions: list[Mention]
    roles: list[list[str | None]] | None
    events: list[list[Any]] | None


def marked_articles() -> list[Marked]:
    return [_marked(path) for path in sorted(FOLDER.glob("*.json"))]


def _marked(path: Path) -> Marked:
    told = json.loads(path.read_text(encoding="utf-8"))
    mentions: list[Mention] = []
    blocks = []
    for number, line in enumerate(told["lines"]):
        text, last = "", 0
        for mark in _MARK.finditer(line):
            text += line[last : mark.start()]
            start = len(text)
            text += mark[3]
            name = mark[4] or mark[3]
            mentions.append(Mention(number, start, len(text), mark[1], name, bool(mark[2])))
            last = mark.end()
        blocks.append(Block(text + line[last:], "paragraph" if number else "title"))
    article = Article(id=path.stem, source=path.name, blocks=tuple(blocks), published=told["published"])
    return Marked(article, mentions, told.get("roles"), told.get("events"))


def _plain(name: str | None) -> str:
    return re.sub(r"\([^()]*\)|\s", "", name or "")


def score_mentions(marked: Marked, reading: Reading, mentions: Score, names: Score) -> None:
    """Score each mention by place and type, and of those that agree the name."""
    made = {(m.block, m.start, m.end): (e.type, e.name, m.text) for e in reading.entities for m in e.mentions}
    optional = {(m.block, m.start) for m in marked.mentions if m.optional}
    asked = [m for m in marked.mentions if not m.optional]
    mentions.annotated += len(asked)
    mentions.made += sum((block, start) not in optional for block, start, _ in made)
    for m in asked:
        type_, name, _ = made.get((m.block, m.start, m.end), (None, "", ""))
        if type_ != m.type:
            mentions.wrong.append(f"{marked.article.id}: not found {m.type} {m.name} in {m.block}")
            continue
        mentions.right += 1
        names.made += 1
        names.annotated += 1
        if _plain(name) == _plain(m.name):
            names.right += 1
        else:
            names.wrong.append(f"{marked.article.id}: {m.name} is called {name}")
    known = {(m.block, m.start, m.end, m.type) for m in asked}
    mentions.wrong += [
        f"{marked.article.id}: made {type_} {text} in {block}"
        for (block, start, end), (type_, _, text) in made.items()
        if (block, start, end, type_) not in known and (block, start) not in optional
    ]


def score_roles(marked: Marked, reading: Reading, score: Score) -> None:
    """Score each role by person, title and organisation."""
    if marked.roles is None:
        return
    made = {
        (_plain(f.person), _plain(f.title), _plain(f.organization))
        for f in reading.facts
        if isinstance(f, RoleFact)
    }
    told = {(_plain(person), _plain(title), _plain(body)) for person, title, body in marked.roles}
    score.annotated += len(told)
    score.made += len(made)
    score.right += len(told & made)
    score.wrong += [f"{marked.article.id}: not found {role}" for role in sorted(told - made)]
    score.wrong += [f"{marked.article.id}: made {role}" for role in sorted(made - told)]


def score_events(marked: Marked, reading: Reading, score: Score) -> None:
    """Score each event: the verb, half of those who take part, and where and when it is told."""
    if marked.events is None:
        return
    made = [f for f in reading.facts if isinstance(f, Event)]
    score.annotated += len(marked.events)
    score.made += len(made)
    free = list(made)
    for verb, who, place, time in marked.events:
        names = {_plain(name) for name in who}
        for event in free:
            same = event.verb == verb and 2 * len(names & set(map(_plain, event.participants))) >= len(names)
            if same and event.time == time and _plain(event.place) == _plain(place):
                score.right += 1
                free.remove(event)
                break
        else:
            score.wrong.append(f"{marked.article.id}: not found {verb} {who} {place} {time}")
    score.wrong += [
        f"{marked.article.id}: made {event.verb} {event.participants} {event.place} {event.time}"
        for event in free
    ]


def score_all(reader: ReaderName) -> dict[str, Score]:
    """Read the articles and score mentions, names, roles and events."""
    found = {what: Score() for what in ("mentions", "names", "roles", "events")}
    for marked in marked_articles():
        reading = open_reader(reader).read(marked.article)
        score_mentions(marked, reading, found["mentions"], found["names"])
        score_roles(marked, reading, found["roles"])
        score_events(marked, reading, found["events"])
    return found


def main(given: Sequence[str]) -> None:
    """Print the table."""
    print("| reader | layer | precision | recall | F1 | right | made | annotated |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    readers: tuple[ReaderName, ...] = ("fast", "precise")
    for reader in readers:
        for what, score in score_all(reader).items():
            shares = f"{score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f}"
            print(f"| {reader} | {what} | {shares} | {score.right} | {score.made} | {score.annotated} |")
            for note in score.wrong if "-v" in given else ():
                print(f"  {note}")


if __name__ == "__main__":
    main(sys.argv[1:])
