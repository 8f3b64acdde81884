"""The trained network as an ONNX model in 8 bits, with its vocabulary inside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import onnx
from onnx import TensorProto, helper

from store.extract.ner.bio import LABELS
from store.extract.ner.characters import COLUMNS, GAZETTEER_BITS
from store.extract.ner.training.graph import CONTRIBUTED, FloatArray, GraphBuilder, Linear, even_out

_HEAD_EPSILON = 1e-5


class Trained(NamedTuple):
    """The network's weights by the names of its state dict; the highest inputs of its linear maps."""

    weights: Mapping[str, FloatArray]
    highest: Mapping[str, FloatArray]
    heads: int
    epsilon: float

    def linear(self, name: str) -> Linear:
        """Give a linear map."""
        return Linear(self.weights[f"{name}.weight"], self.highest[name], self.weights[f"{name}.bias"])


def build_model(trained: Trained, metadata: dict[str, str]) -> onnx.ModelProto:
    """Build the model.

    Inputs: ``ids`` [sentences, pieces], ``real`` [sentences, pieces] (1, or 0 on padding), ``piece_of``
    [sentences, characters] (row in sentences x pieces), ``rows`` [sentences, characters, 6]; all int32.
    Output: ``log_probabilities`` [sentences, characters, 13].
    """
    g = GraphBuilder()
    x = _encoder(g, trained)
    flat = g.add("Reshape", x, g.numbers(-1, trained.weights["position"].shape[1]))
    x = _head(g, trained, g.add("Gather", flat, "piece_of"))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT32, shape)
        for name, shape in (
            ("ids", ["sentences", "pieces"]),
            ("real", ["sentences", "pieces"]),
            ("piece_of", ["sentences", "characters"]),
            ("rows", ["sentences", "characters", 6]),
        )
    ]
    output = helper.make_tensor_value_info(
        "log_probabilities", TensorProto.FLOAT, ["sentences", "characters", len(LABELS)]
    )
    return g.model(inputs, output, g.add("LogSoftmax", x, axis=-1), metadata)


def _encoder(g: GraphBuilder, net: Trained) -> str:
    """Add the encoder: [sentences, pieces, width] from ``ids`` and ``real``."""
    pieces = g.add("Slice", g.add("Shape", "ids"), g.numbers(1), g.numbers(2))
    position = g.add("Slice", g.constant(net.weights["position"]), g.numbers(0), pieces, g.numbers(0))
    x = _norm(g, g.add("Add", g.table(net.weights["word.weight"], "ids"), position), net, "norm", net.epsilon)
    layers = 1 + max(int(name.split(".")[1]) for name in net.weights if name.startswith("layers."))
    for layer in (f"layers.{i}" for i in range(layers)):
        x = _skip_norm(g, _attend(g, x, net, layer), x, net, f"{layer}.attended_norm")
        inner = net.linear(f"{layer}.inner")
        seen = g.linear(x, inner._replace(bias=None))
        seen = g.add("BiasGelu", seen, g.constant(net.weights[f"{layer}.inner.bias"]), domain=CONTRIBUTED)
        x = _skip_norm(g, g.linear(seen, net.linear(f"{layer}.outer")), x, net, f"{layer}.outer_norm")
    return x


def _attend(g: GraphBuilder, x: str, net: Trained, layer: str) -> str:
    """Add the attention of a layer; the values come out as even as the map after them wants its input."""
    qkv, attended = net.linear(f"{layer}.qkv"), net.linear(f"{layer}.attended")
    ease = even_out(attended)
    only_values = np.concatenate([np.ones(2 * len(ease), np.float32), 1 / ease])
    mapped = g.linear(x, qkv._replace(gain=only_values))
    q, k, v = g.node("Split", mapped, outputs=3, axis=2, num_outputs=3)
    seen = g.add("MultiHeadAttention", q, k, v, "", "real", domain=CONTRIBUTED, num_heads=net.heads)
    return g.even_linear(seen, attended._replace(weight=attended.weight * ease))


def _skip_norm(g: GraphBuilder, new: str, old: str, net: Trained, name: str) -> str:
    """Add ``new`` to ``old``, and normalise: by two nodes, which run faster than SkipLayerNormalization."""
    return _norm(g, g.add("Add", new, old), net, name, net.epsilon)


def _norm(g: GraphBuilder, x: str, net: Trained, name: str, epsilon: float = _HEAD_EPSILON) -> str:
    """Normalise each row."""
    constants = (g.constant(net.weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    return g.add("LayerNormalization", x, *constants, axis=-1, epsilon=epsilon)


def _head(g: GraphBuilder, net: Trained, x: str) -> str:
    """Add the head: logits [sentences, characters, 13] from ``x`` and ``rows``."""
    columns = g.node("Split", "rows", outputs=len(COLUMNS), axis=2, num_outputs=len(COLUMNS))
    split = dict(zip(COLUMNS, columns, strict=True))
    tables = [
        g.table(net.weights[f"head.{name}.weight"], g.add("Squeeze", split[name], g.numbers(2)))
        for name in ("character", "tag", "place", "in_piece")
    ]
    powers = g.constant(1 << np.arange(GAZETTEER_BITS, dtype=np.int32))
    bits = [g.add("BitwiseAnd", split[name], powers) for name in ("begins", "inside")]
    known = g.add("Cast", g.add("Concat", *bits, axis=2), to=TensorProto.BOOL)
    known = g.add("Cast", known, to=TensorProto.FLOAT)
    joined = g.linear(g.add("Concat", x, *tables, known, axis=2), net.linear("head.joined"))
    x = _norm(g, g.add("Gelu", joined), net, "head.joined_norm")
    real = g.add(
        "Cast", g.add("Greater", split["character"], g.constant(np.zeros(1, np.int32))), to=TensorProto.FLOAT
    )
    for name, reach in (("head.wide", 2), ("head.narrow", 1)):
        window = _around(g, g.add("Mul", x, real), reach)
        seen = g.add("Gelu", g.linear(window, net.linear(name)))
        x = _norm(g, g.add("Add", x, seen), net, f"{name}_norm")
    return g.linear(x, net.linear("head.label"))


def _around(g: GraphBuilder, x: str, reach: int) -> str:
    """Put each character's neighbours next to it, as the network does."""
    padded = g.add("Pad", x, g.numbers(0, reach, 0, 0, reach, 0))
    length = g.add("Slice", g.add("Shape", x), g.numbers(1), g.numbers(2))
    windows = []
    for first in range(2 * reach + 1):
        start = g.numbers(first)
        windows.append(g.add("Slice", padded, start, g.add("Add", start, length), g.numbers(1)))
    return g.add("Concat", *windows, axis=2)
