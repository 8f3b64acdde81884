"""The trained network as an ONNX model in 8 bits, with its vocabulary inside."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from store.extract.ner.bio import LABELS
from store.extract.ner.characters import GAZETTEER_CLASSES
from store.extract.ner.training.graph import CONTRIBUTED, GraphBuilder

FloatArray = NDArray[np.float32]

_HEAD_EPSILON = 1e-5


def build_model(
    weights: Mapping[str, FloatArray], heads: int, epsilon: float, metadata: dict[str, str]
) -> onnx.ModelProto:
    """Build the model from the network's weights, named as in its state dict.

    Inputs: ``ids`` [sentences, pieces], ``real`` [sentences, pieces] (1, or 0 on padding), ``piece_of``
    [sentences, characters] (row in sentences x pieces), ``rows`` [sentences, characters, 5]; all int32.
    Output: ``log_probabilities`` [sentences, characters, 13].
    """
    g = GraphBuilder()
    x = _encoder(g, weights, heads, epsilon)
    flat = g.add("Reshape", x, g.numbers(-1, weights["position"].shape[1]))
    x = _head(g, weights, g.add("Gather", flat, "piece_of"))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT32, shape)
        for name, shape in (
            ("ids", ["sentences", "pieces"]),
            ("real", ["sentences", "pieces"]),
            ("piece_of", ["sentences", "characters"]),
            ("rows", ["sentences", "characters", 5]),
        )
    ]
    output = helper.make_tensor_value_info(
        "log_probabilities", TensorProto.FLOAT, ["sentences", "characters", len(LABELS)]
    )
    return g.model(inputs, output, g.add("LogSoftmax", x, axis=-1), metadata)


def _encoder(g: GraphBuilder, w: Mapping[str, FloatArray], heads: int, epsilon: float) -> str:
    """Add the encoder: [sentences, pieces, width] from ``ids`` and ``real``."""
    pieces = g.add("Slice", g.add("Shape", "ids"), g.numbers(1), g.numbers(2))
    position = g.add("Slice", g.constant(w["position"]), g.numbers(0), pieces, g.numbers(0))
    x = g.add("Add", g.table(w["word.weight"], "ids"), position)
    x = g.norm(x, w["norm.weight"], w["norm.bias"], epsilon)
    layers = 1 + max(int(name.split(".")[1]) for name in w if name.startswith("layers."))
    for index in range(layers):
        layer = {
            name.removeprefix(f"layers.{index}."): v
            for name, v in w.items()
            if name.startswith(f"layers.{index}.")
        }
        qkv = g.linear(x, layer["qkv.weight"], layer["qkv.bias"])
        q, k, v = g.node("Split", qkv, outputs=3, axis=2, num_outputs=3)
        attended = g.add("MultiHeadAttention", q, k, v, "", "real", domain=CONTRIBUTED, num_heads=heads)
        attended = g.linear(attended, layer["attended.weight"])
        x = _skip_norm(g, attended, x, layer, "attended", epsilon)
        inner = g.add(
            "BiasGelu",
            g.linear(x, layer["inner.weight"]),
            g.constant(layer["inner.bias"]),
            domain=CONTRIBUTED,
        )
        x = _skip_norm(g, g.linear(inner, layer["outer.weight"]), x, layer, "outer", epsilon)
    return x


def _skip_norm(
    g: GraphBuilder, new: str, old: str, layer: Mapping[str, FloatArray], name: str, epsilon: float
) -> str:
    """Add what a linear map made (its bias still to come) to its input, and normalise."""
    norm_weight, norm_bias = g.constant(layer[f"{name}_norm.weight"]), g.constant(layer[f"{name}_norm.bias"])
    return g.add(
        "SkipLayerNormalization",
        new,
        old,
        norm_weight,
        norm_bias,
        g.constant(layer[f"{name}.bias"]),
        domain=CONTRIBUTED,
        epsilon=epsilon,
    )


def _head(g: GraphBuilder, w: Mapping[str, FloatArray], x: str) -> str:
    """Add the head: logits [sentences, characters, 13] from ``x`` and ``rows``."""
    character, tag, place, bits, in_piece = g.node("Split", "rows", outputs=5, axis=2, num_outputs=5)
    column = {
        name: g.add("Squeeze", column, g.numbers(2))
        for name, column in (("character", character), ("tag", tag), ("place", place), ("in_piece", in_piece))
    }
    powers = g.constant(1 << np.arange(2 * GAZETTEER_CLASSES, dtype=np.int32))
    known = g.add("Cast", g.add("BitwiseAnd", bits, powers), to=TensorProto.BOOL)
    parts = [g.table(w[f"head.{name}.weight"], column[name]) for name in column]
    x = g.add("Concat", x, *parts, g.add("Cast", known, to=TensorProto.FLOAT), axis=2)
    x = g.add("Gelu", g.linear(x, w["head.joined.weight"], w["head.joined.bias"]))
    x = g.norm(x, w["head.joined_norm.weight"], w["head.joined_norm.bias"], _HEAD_EPSILON)
    real = g.add("Cast", g.add("Greater", character, g.constant(np.zeros(1, np.int32))), to=TensorProto.FLOAT)
    for name, reach in (("wide", 2), ("narrow", 1)):
        window = _around(g, g.add("Mul", x, real), reach)
        seen = g.add("Gelu", g.linear(window, w[f"head.{name}.weight"], w[f"head.{name}.bias"]))
        x = g.add("Add", x, seen)
        x = g.norm(x, w[f"head.{name}_norm.weight"], w[f"head.{name}_norm.bias"], _HEAD_EPSILON)
    return g.linear(x, w["head.label.weight"], w["head.label.bias"])


def _around(g: GraphBuilder, x: str, reach: int) -> str:
    """Put each character's neighbours next to it, as the network does."""
    padded = g.add("Pad", x, g.numbers(0, reach, 0, 0, reach, 0))
    length = g.add("Slice", g.add("Shape", x), g.numbers(1), g.numbers(2))
    windows = []
    for first in range(2 * reach + 1):
        start = g.numbers(first)
        windows.append(g.add("Slice", padded, start, g.add("Add", start, length), g.numbers(1)))
    return g.add("Concat", *windows, axis=2)
