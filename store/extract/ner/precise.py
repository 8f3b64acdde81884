"""The precise tagger: a small transformer in 8 bits, run by onnxruntime on one core."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from store.extract.document import Token
from store.extract.ner.bio import LABELS, FloatArray, decode
from store.extract.ner.characters import Alphabet, feature_maker
from store.extract.ner.gazetteer import MODELS, Gazetteer, load_gazetteer
from store.extract.ner.pieces import END, START, piece_tokenizer
from store.extract.ner.tagger import Tag
from store.model import SinmunError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = MODELS / "precise.onnx"
WINDOW = 254
"""Pieces that the encoder reads at once; a longer sentence is read in windows."""
OVERLAP = 64
"""Pieces that two windows share; each window is believed up to the middle of them."""


class Vocabulary(msgspec.Struct, frozen=True):
    """What the model knows by number: word pieces with their log-probabilities, characters, morpheme tags."""

    pieces: list[str]
    scores: list[float]
    characters: str
    tags: tuple[str, ...]


def available(path: Path = FILE) -> bool:
    """Tell whether the precise tagger can be loaded: onnxruntime is installed and the model is there."""
    return find_spec("onnxruntime") is not None and path.is_file()


class PreciseTagger:
    """Tags names with the transformer alone."""

    def __init__(self, session: InferenceSession, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        """Take the loaded model with its vocabulary, and the gazetteer."""
        self._session = session
        self._pieces = piece_tokenizer(vocabulary.pieces, vocabulary.scores)
        self._features = feature_maker(Alphabet(vocabulary.characters, vocabulary.tags), gazetteer)

    @staticmethod
    @cache
    def load(path: Path = FILE) -> PreciseTagger:
        """Load the tagger, once a process; raises SinmunError when it is not installed or damaged."""
        session = _open(path)
        try:
            metadata = session.get_modelmeta().custom_metadata_map["vocabulary"]
            vocabulary = msgspec.json.decode(metadata, type=Vocabulary)
        except (KeyError, msgspec.MsgspecError) as error:
            raise SinmunError(f"{path}: no vocabulary in the model; install sinmun again") from error
        return PreciseTagger(session, vocabulary, load_gazetteer())

    def tag(self, sentences: Sequence[str], tokens: Sequence[Sequence[Token]]) -> list[list[Tag]]:
        """Tag sentences; see Tagger. The score of a tag is the probability of its least certain character."""
        return decode(sentences, self.emissions(sentences, tokens))

    def emissions(self, sentences: Sequence[str], tokens: Sequence[Sequence[Token]]) -> list[FloatArray]:
        """Give the log-probability of every BIO label of every character: [characters, 13] for each sentence.

        Sentences are read one by one, so that no sentence's reading depends on its neighbours.
        """
        return [self._read(text, words) for text, words in zip(sentences, tokens, strict=True)]

    def _read(self, text: str, tokens: Sequence[Token]) -> FloatArray:
        """Give the label log-probabilities of one sentence."""
        if not text:
            return np.zeros((0, len(LABELS)), np.float32)
        ids, of_character = self._pieces(text)
        rows = self._features(text, tokens, of_character)
        piece_of = np.array(of_character, np.int32)
        kept = []
        for window in _windows(len(ids)):
            first, last, believed_from, believed_to = np.searchsorted(piece_of, window).tolist()
            inputs = {
                "ids": np.array([[START, *ids[window.first : window.last], END]], np.int32),
                "piece_of": piece_of[None, first:last] - (window.first - 1),
                "rows": rows[None, first:last],
            }
            inputs["real"] = np.ones_like(inputs["ids"])
            (output,) = self._session.run(None, inputs)
            kept.append(output[0, believed_from - first : believed_to - first])
        return np.concatenate(kept)


class _Window(NamedTuple):
    """Pieces ``first:last`` are read together, and what is read of ``believed_from:believed_to`` counts."""

    first: int
    last: int
    believed_from: int
    believed_to: int


def _windows(count: int) -> Iterator[_Window]:
    """Cover ``count`` pieces with windows, the last of them open to its right."""
    first = believed_from = 0
    while first + WINDOW < count:
        last = first + WINDOW
        believed_to = last - OVERLAP // 2
        yield _Window(first, last, believed_from, believed_to)
        first, believed_from = last - OVERLAP, believed_to
    yield _Window(first, count + 1, believed_from, count + 1)


def _open(path: Path) -> InferenceSession:
    """Open the model for one core."""
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as failures
    except ImportError as error:
        raise SinmunError("the precise reader is not installed; pip install 'sinmun[precise]'") from error
    if not path.is_file():
        raise SinmunError(f"{path}: the model of the precise reader is missing; install sinmun again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    damaged = (failures.InvalidProtobuf, failures.InvalidGraph, failures.InvalidArgument, failures.Fail)
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except damaged as error:
        raise SinmunError(f"{path}: the model is damaged ({error}); install sinmun again") from error
