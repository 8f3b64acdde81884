"""Compile the gazetteer: mecab-ko-dic, the names of Kiwi's dictionary by Wikidata class, and our lists."""

from __future__ import annotations

import lzma
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import msgspec
import numpy as np

from store.extract.ner.gazetteer import DICTIONARY, PART_OF_NAME, WIKIDATA, compile_names, listed_names
from store.model import SinmunError

MECAB_CLASSES = ("인명", "지명", "*")
_OTHER = WIKIDATA.width - 1
_PERSONS = {0, 1}
_WIKIDATA_CLASS = re.compile(r"# (Q\d+)")


def mecab_names(path: Path) -> dict[str, int]:
    """Read the names of mecab-ko-dic: a JSON object from class (인명, 지명, *) to names, xz-compressed."""
    try:
        lists = msgspec.json.decode(lzma.decompress(path.read_bytes()), type=dict[str, list[str]])
    except (OSError, lzma.LZMAError, msgspec.MsgspecError) as error:
        raise SinmunError(
            f"{path}: not the list of names ({error}); see the model card for its form"
        ) from error
    names: dict[str, int] = {}
    for bit, key in enumerate(MECAB_CLASSES):
        for name in lists.get(key, []):
            names[name] = names.get(name, 0) | 1 << (DICTIONARY.shift + bit)
    return names


def kiwi_names() -> Iterator[tuple[str, int]]:
    """Walk the names of several words in Kiwi's dictionary, each with the number of its class."""
    tables = tomllib.loads((Path(__file__).parent / "wikidata.toml").read_text("utf-8"))
    class_of = {item: number for number, row in enumerate(tables.values()) for item in row["items"].split()}
    dictionary = files("kiwipiepy_model") / "multi.dict"
    for line in dictionary.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 3 and (item := _WIKIDATA_CLASS.match(fields[3])):
            yield fields[0], class_of.get(item[1], _OTHER)


def name_parts(names: Iterator[tuple[str, int]]) -> dict[str, int]:
    """Find the words that stand in names of persons almost only, graded by in how many."""
    counts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for name, kind in names:
        words = name.split()
        for word in words if len(words) > 1 else []:
            counts[word][kind in _PERSONS] += 1
    return {
        word: 1 << (PART_OF_NAME.shift + (count[True] >= 3) + (count[True] >= 20))
        for word, count in counts.items()
        if len(word) > 1 and count[True] > 0.8 * count.total() and not re.search(r"\d", word)
    }


def collect_names(mecab: Path) -> dict[str, int]:
    """Collect all names, without white space, with their classes."""
    names = mecab_names(mecab)
    kiwi = [(name, 1 << (WIKIDATA.shift + kind)) for name, kind in kiwi_names()]
    for name, classes in (*kiwi, *name_parts(kiwi_names()).items(), *listed_names().items()):
        key = "".join(name.split())
        names[key] = names.get(key, 0) | classes
    return names


def save_gazetteer(path: Path, names: dict[str, int]) -> None:
    """Write the compiled gazetteer."""
    keys, classes = compile_names(names)
    np.savez_compressed(path, keys=keys, classes=classes)
