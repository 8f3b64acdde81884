"""Seeded damage to samples: bytes turned, cut, doubled, mixed with others' and with hostile ones."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import AnyStr

SEEDS = Path(__file__).parents[2] / "seeds"
TOKENS = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1b]0;x\x07", b"\xed\xa0\x80", b"\r", b"\x85", b"\x0b",
    b"\xc2\xa0", b"<", b">", b"&", b"&#0;", b"&#xD800;", b"&#1114112;", b"]]>", b"<![CDATA[", b"<!--",
    b"-->", b"<script>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<?xml version='1.0' encoding='utf-7'?>",
    b"<meta charset=utf-16>", b"<div>" * 300, b"</div>", b"<table><tr><td>", b"<p", b"\"", b"'", b"{",
    b"}", b"[" * 200, b"]", b",", b":", b"null", b"NaN", b"1e999", b"-" * 30, b"9" * 400, b"\\ud800",
    b"\\u0000", b'"title":', b'{"a":' * 100, "\u202e".encode(), "\u200b".encode() * 50,
    "가\u0301".encode(), "\u1100\u1161".encode(), "“".encode(), "이라고 말했다.".encode(),
    "조 원".encode(), "①②③".encode(), "0년 13월 40일".encode(), "24시 61분".encode(), b"-1.5.3%p",
    "기자 =".encode(), "\U0001f1f0\U0001f1f7".encode(), "말".encode("cp949"), b"\n" * 40,
]  # fmt: skip
"""What tends to lie at the bounds of a format, and of the grammar."""


@cache
def samples() -> list[tuple[str, bytes]]:
    """Give the name and the bytes of every sample article."""
    files = sorted(path for path in SEEDS.rglob("*") if path.is_file() and path.suffix != ".md")
    return [(path.name, path.read_bytes()) for path in files]


def mutated(chance: random.Random) -> tuple[str, bytes]:
    """Give a sample with one to five kinds of damage, to its characters or, in one of three, to its bytes."""
    name, data = chance.choice(samples())
    encoding = _encoding(data)
    times = chance.randint(1, 5)
    if chance.random() < 0.33:
        for _ in range(times):
            data = chance.choice((_turn, _insert, _cut, _double, _end, _splice))(chance, data, data)
        return name, data
    text = data.decode(encoding)
    _, other = chance.choice(samples())
    others = other.decode(_encoding(other))
    for _ in range(times):
        text = chance.choice((_insert_text, _cut, _double, _end, _splice, *_GENTLE))(chance, text, others)
    return name, text.encode(encoding, "replace")


def _encoding(data: bytes) -> str:
    for encoding in ("utf-8", "utf-16", "cp949"):
        with suppress(UnicodeDecodeError):
            data.decode(encoding)
            return encoding
    return "latin-1"  # a workbook: every byte is a character, and comes back as it was


def _place(chance: random.Random, length: int, longest: int) -> tuple[int, int]:
    start = chance.randrange(length + 1)
    return start, min(length, start + chance.randint(1, longest))


def _turn(chance: random.Random, data: bytes, other: bytes) -> bytes:
    turned = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        if turned:
            turned[chance.randrange(len(turned))] = chance.randrange(256)
    return bytes(turned)


def _insert(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.choice(TOKENS) + data[start:]


def _insert_text(chance: random.Random, text: str, other: str) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + chance.choice(TOKENS).decode("utf-8", "ignore") + text[start:]


def _cut(chance: random.Random, text: AnyStr, other: AnyStr) -> AnyStr:
    start, end = _place(chance, len(text), 200)
    return text[:start] + text[end:]


def _double(chance: random.Random, text: AnyStr, other: AnyStr) -> AnyStr:
    start, end = _place(chance, len(text), 2_000)
    return text[:end] + text[start:end] * chance.randint(1, 5) + text[end:]


def _end(chance: random.Random, text: AnyStr, other: AnyStr) -> AnyStr:
    return text[: chance.randrange(len(text) + 1)]


def _splice(chance: random.Random, text: AnyStr, other: AnyStr) -> AnyStr:
    here = chance.randrange(len(text) + 1)
    start, end = _place(chance, len(other), 1_500)
    return text[:here] + other[start:end] + text[here:]


def _numbers(chance: random.Random, text: str, other: str) -> str:
    """Put other digits for digits, which keeps the format and strains the grammar."""
    return "".join(str(chance.randrange(10)) if "0" <= each <= "9" else each for each in text)


def _words(chance: random.Random, text: str, other: str) -> str:
    """Put words in another order, which keeps most of a format and strains the grammar."""
    words = text.split(" ")
    start, end = _place(chance, len(words), 30)
    some = words[start:end]
    chance.shuffle(some)
    return " ".join([*words[:start], *some, *words[end:]])


_GENTLE: tuple[Callable[[random.Random, str, str], str], ...] = (_numbers, _words, _words, _words)
