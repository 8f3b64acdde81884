"""What is known of a name before it is seen in a sentence: classes of 675,000 names, kept as hashes."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from store.extract.ner.hashing import HashArray, mix, mix_one, polynomial
from store.model import SinmunError

MODELS = Path(__file__).parent / "models"
LISTS = Path(__file__).parent / "lists"
FILE = MODELS / "gazetteer.npz"

ClassArray = NDArray[np.uint32]


class Layer(NamedTuple):
    """A group of classes that come from one source: ``width`` bits from bit ``shift`` on."""

    shift: int
    width: int

    def of(self, classes: ClassArray) -> ClassArray:
        """Give this layer's part of each set of classes."""
        return (classes >> np.uint32(self.shift)) & np.uint32((1 << self.width) - 1)


DICTIONARY = Layer(0, 3)
"""mecab-ko-dic: person 1, place 2, other name 4."""
WIKIDATA = Layer(3, 11)
"""Kiwi's dictionary of names of several words, by the kind of thing that Wikidata says they are."""
PART_OF_NAME = Layer(14, 3)
"""A word that stands in names of persons almost only: in one or two, in under twenty, in more of them."""
LISTED = Layer(17, 12)
"""The lists beside this module, a bit each in the order of LIST_NAMES."""

LIST_NAMES = (
    "companies",
    "foreign_companies",
    "agencies",
    "parties",
    "universities",
    "media",
    "teams",
    "associations",
    "places",
    "groups",
)

_PREFIX_BITS = 22


class Gazetteer:
    """Classes of names, looked up by hash; one name in seven thousand is taken for another."""

    def __init__(self, keys: NDArray[np.uint32], classes: ClassArray) -> None:
        """Take hashes, sorted, and the classes of the name behind each."""
        self._keys = keys
        self._classes = classes
        self._prefixes = np.zeros(1 << _PREFIX_BITS, bool)
        self._prefixes[keys >> np.uint32(32 - _PREFIX_BITS)] = True

    def find(self, hashes: HashArray) -> ClassArray:
        """Give the classes of the names with these polynomial hashes [n]; 0 for a name that is not known."""
        keys = (mix(hashes) >> np.uint64(32)).astype(np.uint32)
        classes = np.zeros(len(keys), np.uint32)
        likely = np.flatnonzero(self._prefixes[keys >> np.uint32(32 - _PREFIX_BITS)])
        wanted = keys[likely]
        at = np.minimum(self._keys.searchsorted(wanted), len(self._keys) - 1)
        classes[likely] = np.where(self._keys[at] == wanted, self._classes[at], 0)
        return classes

    def classes(self, name: str) -> int:
        """Give all classes of one name, white space left out of it; 0 when it is not known."""
        key = mix_one(polynomial(name)) >> 32
        if not self._prefixes[key >> (32 - _PREFIX_BITS)]:
            return 0
        at = self._keys.searchsorted(np.uint32(key))
        return int(self._classes[at]) if at < len(self._keys) and self._keys[at] == key else 0


def compile_names(names: Mapping[str, int]) -> tuple[NDArray[np.uint32], ClassArray]:
    """Turn names and their classes into the sorted hashes and classes that a Gazetteer takes."""
    merged: dict[int, int] = {}
    for name, classes in names.items():
        key = mix_one(polynomial(name)) >> 32
        merged[key] = merged.get(key, 0) | classes
    keys = np.array(sorted(merged), np.uint32)
    return keys, np.array([merged[int(key)] for key in keys], np.uint32)


def read_list(path: Path) -> list[str]:
    """Read a list of names, one a line; a line that starts with # is a comment."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def listed_names(folder: Path = LISTS) -> dict[str, int]:
    """Give the names of the lists, without white space, with their classes; X대학교 is also X대."""
    names: dict[str, int] = {}
    for bit, stem in enumerate(LIST_NAMES):
        for name in read_list(folder / f"{stem}.txt"):
            key = "".join(name.split())
            for form in (key, key[:-2]) if key.endswith("대학교") else (key,):
                names[form] = names.get(form, 0) | 1 << (LISTED.shift + bit)
    return names


@cache
def load_gazetteer(path: Path = FILE) -> Gazetteer:
    """Load the compiled gazetteer, once a process."""
    return Gazetteer(*load_arrays(path, "keys", "classes"))


def load_arrays(path: Path, *names: str) -> list[NDArray[Any]]:
    """Read arrays of a model file; raises SinmunError when the file is not one."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return [arrays[name] for name in names]
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise SinmunError(
            f"{path}: not a model ({error}); install sinmun again or run `make train`"
        ) from error
