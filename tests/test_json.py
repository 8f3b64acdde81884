"""The JSON contract: every key that ``sinmun read --json`` prints is told of in ``docs/json.md``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import msgspec

from store.model import (
    AnyFact,
    Block,
    Certainty,
    Entity,
    EntityType,
    Fact,
    Quantity,
    QuoteType,
    Repeat,
    RepeatKind,
    Role,
    Span,
    Speaker,
    SpeakerMethod,
    Time,
    TimeType,
)
from store.reading import contract, open_reader
from tests.samples import article

DOCUMENT = (Path(__file__).parents[1] / "docs" / "json.md").read_text(encoding="utf-8")
TOLD = set(re.findall(r"[`\"]([a-z_]+)[`\"]", DOCUMENT))


def printed() -> set[str]:
    keys = set(contract(article(1), open_reader("fast").read(article(1))))
    structs = (Block, Repeat, Entity, Span, Time, Quantity, Speaker, Fact, *get_args(AnyFact))
    return keys | {field.encode_name for struct in structs for field in msgspec.structs.fields(struct)}


def test_every_key_is_told_of() -> None:
    assert printed() - TOLD == set()


def test_every_value_that_a_key_may_have_is_told_of() -> None:
    values = {
        value
        for kind in (Role, RepeatKind, EntityType, TimeType, Certainty, SpeakerMethod, QuoteType)
        for value in get_args(kind)
    }
    assert values - set(re.findall(r"`([A-Za-z]+)`", DOCUMENT)) == set()


def test_nothing_is_told_of_that_is_not_printed() -> None:
    cells = re.findall(r"^\| ((?:`[a-z_]+`(?:, )?)+) \|", DOCUMENT, re.MULTILINE)
    named = {name for cell in cells for name in re.findall(r"`([a-z_]+)`", cell)}
    kinds = {str(fact.__struct_config__.tag) for fact in get_args(AnyFact)}
    assert named - printed() - kinds - {"kind"} == set()
