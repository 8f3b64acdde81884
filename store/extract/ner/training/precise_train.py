"""The training loop of the precise tagger: bfloat16 steps, float32 weights, a running average of them."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from store.extract.ner.bio import LABELS, FloatArray
from store.extract.ner.training.precise_data import Item, batches, collate, drop_words
from store.extract.ner.training.precise_model import Network

_REPORT_EVERY = 100


class Recipe(NamedTuple):
    """How to train; rates are the peaks of a linear warm-up and decay, of the top layer and of the head."""

    seed: int
    epochs: int = 5
    batch: int = 32
    rate: float = 2e-4
    layer_decay: float = 0.9
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    warm_up: float = 0.06
    average: float = 0.998

    def scaled(self, factor: float) -> Recipe:
        """Give the same recipe at other rates."""
        return self._replace(rate=self.rate * factor, head_rate=self.head_rate * factor)


def train(
    network: Network,
    size: int,
    epochs: Callable[[int], Sequence[Item]],
    recipe: Recipe,
    tell: Callable[[str], None],
    after_epoch: Callable[[int, Network], None],
) -> None:
    """Train the network.

    ``epochs(n)`` gives the ``size`` sentences of epoch ``n``; ``after_epoch`` is called with the number of
    epochs done and the running average of the weights, which is what to keep.
    """
    chance = random.Random(recipe.seed)  # noqa: S311 - the order of training, not a secret
    steps = recipe.epochs * -(-size // recipe.batch)
    optimizer = torch.optim.AdamW(_groups(network, recipe), betas=(0.9, 0.98), eps=1e-6, fused=True)
    peaks = [group["lr"] for group in optimizer.param_groups]
    average = copy.deepcopy(network).eval()
    working = copy.deepcopy(network).bfloat16().train()
    step, loss_sum, started = 0, 0.0, time.monotonic()
    for epoch in range(recipe.epochs):
        for batch in batches(epochs(epoch), recipe.batch, chance):
            for group, peak in zip(optimizer.param_groups, peaks, strict=True):
                group["lr"] = peak * _schedule(step / steps, recipe.warm_up)
            logits = working(drop_words(batch)).float()
            loss = functional.cross_entropy(logits.view(-1, len(LABELS)), batch.labels.view(-1))
            loss.backward()
            _step(network, working, optimizer)
            step += 1
            _average_into(average, network, min(recipe.average, step / (step + 10)))
            loss_sum += loss.item()
            if step % _REPORT_EVERY == 0:
                pace = (time.monotonic() - started) / step
                tell(f"step {step}/{steps} loss {loss_sum / _REPORT_EVERY:.4f} {pace:.2f} s/step")
                loss_sum = 0.0
        after_epoch(epoch + 1, average)


def log_probabilities(network: Network, items: Sequence[Item], size: int = 32) -> list[FloatArray]:
    """Give the label log-probabilities of each sentence, [characters, 13]."""
    order = sorted(range(len(items)), key=lambda i: len(items[i].ids))
    result: list[FloatArray] = [torch.empty(0).numpy()] * len(items)
    with torch.inference_mode():
        for start in range(0, len(order), size):
            chosen = order[start : start + size]
            rows = network(collate([items[i] for i in chosen])).log_softmax(2)
            for i, sentence in zip(chosen, rows, strict=True):
                result[i] = sentence[: len(items[i].labels)].numpy()
    return result


def _groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    """Group the parameters: the deeper a layer, the lower its rate; no weight decay on vectors."""
    depth = len(network.layers)
    modules: list[tuple[float, Iterator[tuple[str, nn.Parameter]]]] = [
        (recipe.head_rate, network.head.named_parameters()),
        *(
            (recipe.rate * recipe.layer_decay ** (depth - 1 - i), layer.named_parameters())
            for i, layer in enumerate(network.layers)
        ),
    ]
    below = [(n, p) for n, p in network.named_parameters() if not n.startswith(("head.", "layers."))]
    modules.append((recipe.rate * recipe.layer_decay**depth, iter(below)))
    groups: list[dict[str, object]] = []
    for rate, named in modules:
        parameters = [p for _, p in named]
        groups.append(
            {
                "params": [p for p in parameters if p.dim() > 1],
                "lr": rate,
                "weight_decay": recipe.weight_decay,
            }
        )
        groups.append({"params": [p for p in parameters if p.dim() == 1], "lr": rate, "weight_decay": 0.0})
    return groups


def _schedule(progress: float, warm_up: float) -> float:
    """Give the share of the peak rate: up, then straight down to nothing."""
    return progress / warm_up if progress < warm_up else (1 - progress) / (1 - warm_up)


def _step(network: Network, working: Network, optimizer: torch.optim.Optimizer) -> None:
    """Move the float32 weights by the gradients of the bfloat16 copy, and copy them back."""
    pairs: list[tuple[Tensor, Tensor]] = list(zip(network.parameters(), working.parameters(), strict=True))
    for master, copied in pairs:
        master.grad = copied.grad.float() if copied.grad is not None else None
        copied.grad = None
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    with torch.no_grad():
        for master, copied in pairs:
            copied.copy_(master)


def _average_into(average: Network, network: Network, keep: float) -> None:
    """Move the running average towards the weights."""
    with torch.no_grad():
        for mean, now in zip(average.parameters(), network.parameters(), strict=True):
            mean.lerp_(now, 1 - keep)
