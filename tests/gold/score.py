"""How right the reader is on twenty short texts of our own, and whether its confidence means something.

``python -m tests.gold.score`` prints precision and recall by layer and the reliability table; ``-v`` also
what is missing and what is wrong. The texts lie in ``own/``, each with what is to be read in it: quotations
as [speaker, part, part …], statistics as [words, value, unit], times as [words, value], events as
[verb, participants, place, time], roles as [person, title, organisation], forecasts as [speaker, words],
enumerations as [item, item …]; "|" parts what is equally right. What ``optional`` names may be read or not.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from store.model import (
    AnyFact,
    Article,
    Enumeration,
    Event,
    Forecast,
    Quotation,
    ReaderName,
    Reading,
    RoleFact,
    Statistic,
    Time,
)
from store.reading import open_reader, read_sources

OWN = Path(__file__).parent / "own"
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)

Gold = list[Any]
Found = AnyFact | Time


@dataclass(slots=True)
class Layer:
    """Counts of one layer: found and right, found and wrong, not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of what is to be found that was."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass(slots=True)
class Scores:
    """Counts by layer, every fact's confidence with whether it is right, and what went wrong in words.

    ``judged_in`` holds the same by text and layer.
    """

    layers: dict[str, Layer] = field(default_factory=lambda: defaultdict(Layer))
    judged: list[tuple[float, bool]] = field(default_factory=list)
    judged_in: dict[tuple[str, str], list[tuple[float, bool]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    notes: list[str] = field(default_factory=list)


def measure(reader: ReaderName | None = None) -> Scores:
    """Read the texts and count."""
    scores = Scores()
    for path in sorted(OWN.glob("*.txt")):
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        for result in read_sources([str(path)], open_reader(reader)):
            if isinstance(result, tuple):
                _judge(path.stem, gold, *result, scores)
    return scores


def _judge(name: str, gold: dict[str, Any], article: Article, reading: Reading, scores: Scores) -> None:
    facts: dict[str, list[Found]] = {layer: [] for layer in SAME}
    for fact in reading.facts:
        facts[kind_of(fact)].append(fact)
    facts["times"] = [time for time in reading.times if article.blocks[time.block].role != "dateline"]
    for layer, same in SAME.items():
        _match(f"{name} {layer}", gold[layer], facts[layer], same, gold["optional"].get(layer, []), scores)
    for words in gold.get("hearsay", ()):
        held = [f for f in reading.facts if words in f.text and not isinstance(f, RoleFact)]
        doubted = any(f.certainty == "hearsay" for f in held) or not held
        scores.layers["certainty"].right += doubted
        scores.layers["certainty"].missed += not doubted


def _match(
    where: str,
    gold: Sequence[Gold],
    found: Sequence[Found],
    same: Callable[[Gold, Any], bool],
    optional: Sequence[str],
    scores: Scores,
) -> None:
    layer = scores.layers[where.split()[1]]
    left = list(gold)
    for item in found:
        at = next((i for i, wanted in enumerate(left) if same(wanted, item)), None)
        if at is not None:
            del left[at]
        elif any(words in _shown(item) for words in optional):
            continue
        layer.right += at is not None
        layer.wrong += at is None
        if at is None:
            scores.notes.append(f"{where}: wrong {_shown(item)}")
        if not isinstance(item, Time):
            scores.judged.append((item.confidence, at is not None))
            name, kind = where.split()
            scores.judged_in[name, kind].append((item.confidence, at is not None))
    for wanted in left:
        if any(words in str(wanted) for words in optional):
            continue
        layer.missed += 1
        scores.notes.append(f"{where}: missed {wanted}")


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


def _same_quotation(gold: Gold, found: Quotation) -> bool:
    speaker, *parts = gold
    said = [_letters(quote.text) for quote in found.quotes]
    wanted = [_letters(part) for part in parts]
    return found.speaker.name in (speaker or "").split("|") and (
        said == wanted or "".join(said) == "".join(wanted)
    )


def _same_statistic(gold: Gold, found: Statistic) -> bool:
    words, value, unit = gold
    return (found.value, found.unit) == (value, unit) and (words in found.text or found.text in words)


def _same_time(gold: Gold, found: Time) -> bool:
    return [found.text, found.value] == gold


def _same_event(gold: Gold, found: Event) -> bool:
    verb, participants, place, time = gold
    who = not participants or any(one in other for one in participants for other in found.participants)
    where = place is None or found.place is None or place in found.place or found.place in place
    return (verb in found.verb or verb in found.text) and who and where and found.time in (time, None)


def _same_role(gold: Gold, found: RoleFact) -> bool:
    person, title, organization = gold
    belongs = organization == found.organization or organization is None
    return found.person == person and found.title.split()[-1].endswith(title) and belongs


def _same_forecast(gold: Gold, found: Forecast) -> bool:
    speaker, words = gold
    inside = _letters(words) in _letters(found.text) or _letters(found.text) in _letters(words)
    return inside and found.speaker.name == speaker


def _same_enumeration(gold: Gold, found: Enumeration) -> bool:
    return [item.text for item in found.items] == gold


SAME: dict[str, Callable[[Gold, Any], bool]] = {
    "quotations": _same_quotation,
    "statistics": _same_statistic,
    "times": _same_time,
    "events": _same_event,
    "roles": _same_role,
    "forecasts": _same_forecast,
    "enumerations": _same_enumeration,
}
_LAYERS: dict[type[AnyFact], str] = {
    Quotation: "quotations",
    Statistic: "statistics",
    Event: "events",
    RoleFact: "roles",
    Forecast: "forecasts",
    Enumeration: "enumerations",
}


def kind_of(fact: AnyFact) -> str:
    """Give the layer of a fact."""
    return _LAYERS[type(fact)]


def _shown(item: Found) -> str:
    if isinstance(item, Time):
        return f"{item.text} = {item.value}"
    if isinstance(item, Quotation):
        return f"{item.speaker.name}: {' / '.join(quote.text for quote in item.quotes)}"
    if isinstance(item, RoleFact):
        return f"{item.person}, {item.title}, {item.organization}"
    if isinstance(item, Event):
        return f"{item.verb} {item.participants} {item.place} {item.time} | {item.text}"
    if isinstance(item, Forecast):
        return f"{item.speaker.name}: {item.text}"
    if isinstance(item, Enumeration):
        return ", ".join(part.text for part in item.items)
    return f"{item.text} = {item.value} {item.unit}"


def tables(scores: Scores) -> Iterator[str]:
    """Give the table of layers and the reliability table as Markdown lines."""
    yield "| layer | precision | recall | right | wrong | missed |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, layer in scores.layers.items():
        counts = f"{layer.right} | {layer.wrong} | {layer.missed}"
        yield f"| {name} | {layer.precision:.2f} | {layer.recall:.2f} | {counts} |"
    yield ""
    yield "| confidence | facts | mean confidence | share right |"
    yield "| --- | --- | --- | --- |"
    for low, high, count, mean, share in reliability(scores):
        yield f"| {low:.1f}–{min(high, 1.0):.1f} | {count} | {mean:.2f} | {share:.2f} |"


def reliability(scores: Scores) -> Iterator[tuple[float, float, int, float, float]]:
    """Give, for each bin of confidence that holds facts: its ends, count, mean confidence and share right."""
    for low, high in pairwise(BINS):
        inside = [(sure, right) for sure, right in scores.judged if low <= sure < high]
        if inside:
            mean = sum(sure for sure, _ in inside) / len(inside)
            yield low, high, len(inside), mean, sum(right for _, right in inside) / len(inside)


def main(argv: Sequence[str]) -> None:
    """Print the tables for the reader that is asked for, by default the fast one."""
    named: dict[bool, ReaderName] = {True: "precise", False: "fast"}
    scores = measure(named["precise" in argv])
    for line in [*tables(scores), *(scores.notes if "-v" in argv else ())]:
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
