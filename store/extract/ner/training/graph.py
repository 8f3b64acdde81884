"""A small builder of ONNX graphs: each call adds a node and gives the name of what it makes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET = 20
CONTRIBUTED = "com.microsoft"
BLOCK = 32
"""Input columns that share a scale; each block of a weight's row has its own."""


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
        self, kind: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: object
    ) -> list[str]:
        """Add a node with several outputs."""
        names = [f"n{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """Add a node with one output."""
        return self.node(kind, *inputs, domain=domain, **attributes)[0]

    def table(self, weight: NDArray[np.float32], rows: str) -> str:
        """Look rows up in an embedding table that is kept in 8 bits, each row with its scale."""
        scale = np.abs(weight).max(1, keepdims=True) / 127
        scale[scale == 0] = 1
        small = np.rint(weight / scale).astype(np.int8)
        values = self.add("Cast", self.add("Gather", self.constant(small), rows), to=TensorProto.FLOAT)
        return self.add("Mul", values, self.add("Gather", self.constant(scale.astype(np.float32)), rows))

    def linear(self, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32] | None = None) -> str:
        """Multiply by an [out, in] weight kept in 8 bits; inputs are rounded to 8 bits block by block, too."""
        rows, columns = weight.shape
        blocks = -(-columns // BLOCK)
        padded = np.zeros((rows, blocks * BLOCK), np.float32)
        padded[:, :columns] = weight
        padded = padded.reshape(rows, blocks, BLOCK)
        scale = np.abs(padded).max(2, keepdims=True) / 127
        scale[scale == 0] = 1
        small = (np.rint(padded / scale) + 128).astype(np.uint8)
        inputs = [x, self.constant(small), self.constant(scale.reshape(rows, blocks).astype(np.float32))]
        if bias is not None:
            inputs += ["", "", self.constant(bias)]
        return self.add(
            "MatMulNBits",
            *inputs,
            domain=CONTRIBUTED,
            K=columns,
            N=rows,
            bits=8,
            block_size=BLOCK,
            accuracy_level=4,
        )

    def norm(self, x: str, weight: NDArray[np.float32], bias: NDArray[np.float32], epsilon: float) -> str:
        """Normalise each row."""
        return self.add(
            "LayerNormalization", x, self.constant(weight), self.constant(bias), axis=-1, epsilon=epsilon
        )

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
