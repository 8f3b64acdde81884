"""A small builder of ONNX graphs: each call adds a node and gives the name of what it makes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

FloatArray = NDArray[np.float32]

OPSET = 20
CONTRIBUTED = "com.microsoft"
SMOOTHING = 0.6
"""How much of the inputs' unevenness is given to the weights."""

_TINY = 1e-4


class Linear(NamedTuple):
    """A linear map: weight [out, in], the highest absolute input of each column [in], bias [out] or None.

    ``gain`` [out] is what its outputs are multiplied by at last.
    """

    weight: FloatArray
    highest: FloatArray
    bias: FloatArray | None
    gain: FloatArray | float = 1.0


def even_out(linear: Linear) -> FloatArray:
    """Give what each column of the input is divided by, and of the weight multiplied: [in]."""
    ease = linear.highest**SMOOTHING / np.maximum(np.abs(linear.weight).max(0), _TINY) ** (1 - SMOOTHING)
    evened: FloatArray = ease / np.exp(np.log(ease).mean())
    return evened


class GraphBuilder:
    """Collects the nodes and constants of one graph."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, value: NDArray[np.generic]) -> str:
        """Add a constant."""
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def numbers(self, *values: int) -> str:
        """Add a constant vector of int64."""
        return self.constant(np.array(values, np.int64))

    def node(
        self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: Any
    ) -> list[str]:
        """Add a node with several outputs."""
        names = [f"n{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output."""
        return self.node(kind, *inputs, domain=domain, **attributes)[0]

    def table(self, weight: FloatArray, rows: str) -> str:
        """Look rows up in an embedding table that is kept in 8 bits, each row with its scale."""
        scale = np.abs(weight).max(1, keepdims=True) / 127
        scale[scale == 0] = 1
        small = np.rint(weight / scale).astype(np.int8)
        values = self.add("Cast", self.add("Gather", self.constant(small), rows), to=TensorProto.FLOAT)
        return self.add("Mul", values, self.add("Gather", self.constant(scale.astype(np.float32)), rows))

    def linear(self, x: str, linear: Linear) -> str:
        """Multiply by a weight in 8 bits; the input is rounded to 8 bits, too.

        One scale serves the whole input, so columns that run high are first brought down and their weights up
        (SmoothQuant).
        """
        ease = even_out(linear)
        eased = self.add("Mul", x, self.constant((1 / ease).astype(np.float32)))
        return self.even_linear(eased, linear._replace(weight=linear.weight * ease))

    def even_linear(self, x: str, linear: Linear) -> str:
        """Multiply as ``linear`` does, but by an input whose columns are as even as they shall be."""
        scale = np.maximum(np.abs(linear.weight).max(1), _TINY) / 127
        small = np.rint(linear.weight / scale[:, None]).astype(np.int8)
        constants = [small.T, (scale * linear.gain).astype(np.float32), np.zeros(len(scale), np.int8)]
        if linear.bias is not None:
            constants.append((linear.bias * linear.gain).astype(np.float32))
        inputs = [x, *map(self.constant, constants)]
        return self.add("DynamicQuantizeMatMul", *inputs, domain=CONTRIBUTED)

    def model(
        self,
        inputs: Sequence[onnx.ValueInfoProto],
        output: onnx.ValueInfoProto,
        result: str,
        metadata: dict[str, str],
    ) -> onnx.ModelProto:
        """Close the graph: ``result`` becomes its output."""
        self.nodes.append(helper.make_node("Identity", [result], [output.name]))
        graph = helper.make_graph(self.nodes, "precise", list(inputs), [output], self.constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
        helper.set_model_props(model, metadata)
        onnx.checker.check_model(model)
        return model
