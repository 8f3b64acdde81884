"""What each group of rules is worth: our own texts read without it.

``python -m tests.gold.ablation`` prints F1 by layer with all rules, then for each group what changes
without it, and last the groups without which nothing does. ``python -m tests.gold.ablation GROUP read FILE
--json`` runs any command of ``sinmun`` without a group, for texts that are annotated elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

from store.extract import reader as stages
from store.extract.quotation import speaker
from tests.extract.name_gold import score_all
from tests.gold.score import measure
from tui.cli import main as sinmun

Group = dict[str, Callable[..., Any]]
"""By what takes its place, what is left out: a name below ``store.extract``."""


def _none(*_: object, **__: object) -> list[Any]:
    return []


def _no(*_: object, **__: object) -> None:
    return None


def _only(stage: str, kept: Callable[[Any], bool]) -> Group:
    """Leave out those facts of a stage that are not ``kept``."""
    whole = getattr(stages, stage)
    return {f"reader.{stage}": lambda *given: [fact for fact in whole(*given) if kept(fact)]}


def _found(*modules: str) -> Group:
    """Leave out what some functions of the document's names find."""
    return {f"coreference.{name}": _none for name in modules}


PLANS = ("forecast.plan", "forecast.intent")
MAY = ("forecast.may", "forecast.possible")

GROUPS: dict[str, Group] = {
    "speakers carried over sentences": {"quotation.speaker.Memory.carried": _no},
    "reported words": {"quotation.find.reported_clauses": _none},
    "그 and its like": {"quotation.scene.resolve": lambda subject, *_: speaker.named(subject)},
    "headlines matched to the body": {"quotation.find.headline_quotations": _none},
    "questions and answers": {"quotation.find.transcribed": _no},
    "the holder of an office told elsewhere": {"quotation.find.bearer_of": _no},
    "names by pattern": {"reader.name_finder": lambda _: _none},
    "the tagger of names": {"reader.tag_names": lambda documents, _: [[] for _ in documents]},
    "persons by their titles": _found("find_bearers"),
    "works, products, events": _found("find_works", "find_by_kind", "find_quoted"),
    "bodies by their letters": _found("find_organizations", "find_listed", "find_teams"),
    "places by their letters": _found("find_places"),
    "short forms of longer names": {"coreference.spread": lambda _, mentions, *__: mentions},
    "one name, one type": {"coreference.agree": lambda _, candidates: candidates},
    "the day that is told of": {"temporal.finder.lead_day": _no, "temporal.finder.day_told": _no},
    "tense": {"temporal.finder.direction": lambda *_: 0},
    "what measures nothing": {"statistic.finder._measures": lambda _, quantity: bool(quantity.unit)},
    "tables in plain text": {"statistic.finder.table_cells": lambda *_: {}},
    "plans": _only("find_forecasts", lambda one: one.rule not in PLANS),
    "plans without a time": _only("find_forecasts", lambda one: one.rule not in PLANS or one.time),
    "resolves": _only("find_forecasts", lambda one: one.rule != "forecast.resolve"),
    "what may befall": _only("find_forecasts", lambda one: one.rule not in MAY),
    "두 회사, 양국 and their like": {"event.sentence.pair_kinds": _none},
    "who acts, carried over sentences": {"event.finder.carried": _none},
    "what is told but did not happen": {"event.finder.is_unreal": _no},
    "idioms and objects that tell an event": {
        f"event.finder.{name}": _no for name in ("said_by_its_object", "said_by_idiom", "spoken_at")
    },
    "lists by commas": {"enumeration.finder.plain_lists": _none},
    "lists by dots": {"enumeration.finder.dotted_lists": _none},
    "lists by marks": {"enumeration.finder.marked_lists": _none},
    "hearsay, hedges and sources": {"reader.attribute": lambda _, facts, __: facts},
    "facts told twice": {"facts._same": lambda *_: False},
}


@contextmanager
def left_out(group: str) -> Iterator[None]:
    """Read without a group of rules as long as the context lasts."""
    with ExitStack() as stack:
        for name, other in GROUPS[group].items():
            stack.enter_context(mock.patch(f"store.extract.{name}", other))
        yield


def figures() -> dict[str, float]:
    """Give F1 by layer: facts of the short texts, mentions and names of the articles with marked names."""
    layers = measure("fast").layers
    told = {
        name: 2 * layer.right / (2 * layer.right + layer.wrong + layer.missed)
        for name, layer in layers.items()
    }
    named = score_all("fast")
    return told | {f"{name} (marked)": named[name].f1 for name in ("mentions", "names", "roles")}


def _rows() -> Iterator[str]:
    whole = figures()
    yield "| without | F1 |"
    yield "| --- | --- |"
    yield f"| (all rules) | {_shown(whole)} |"
    alike = []
    for group in GROUPS:
        with left_out(group):
            found = figures()
        changed = {name: f1 for name, f1 in found.items() if f"{f1:.2f}" != f"{whole[name]:.2f}"}
        if changed:
            yield f"| {group} | {_shown(changed)} |"
        else:
            alike.append(group)
    yield f"\nNothing changes without: {'; '.join(alike)}."


def _shown(by_layer: dict[str, float]) -> str:
    return ", ".join(f"{name} {f1:.2f}".replace(" 0.", " .") for name, f1 in by_layer.items())


def main(given: Sequence[str]) -> int:
    """Print the table, or run a command without the group named first."""
    if not given:
        for row in _rows():
            print(row, flush=True)
        return 0
    with left_out(given[0]):
        return sinmun(given[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
