"""The network of the precise tagger: the encoder over word pieces, under a head that labels characters."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from store.extract.ner.bio import LABELS
from store.extract.ner.characters import GAZETTEER_BITS, PLACES_IN_PIECE
from store.extract.ner.training.precise_e5 import Encoder

DROPOUT = 0.1
POSITIONS = 256
CHARACTER_WIDTH, TAG_WIDTH, PLACE_WIDTH, PIECE_WIDTH = 64, 24, 8, 16
HEAD_WIDTH = 256
_STRIP = 1 << 23


class Batch(NamedTuple):
    """Sentences side by side, padded on the right.

    ``ids`` [sentences, pieces] with start and end pieces; ``lengths`` [sentences] counts the real ones;
    ``piece_of`` [sentences, characters] is the index into ``ids``; ``rows`` [sentences, characters, 6] are
    the features; ``labels`` [sentences, characters], -100 on padding.
    """

    ids: Tensor
    lengths: Tensor
    piece_of: Tensor
    rows: Tensor
    labels: Tensor


class Dropout(nn.Module):
    """Dropout whose masks are windows of one random strip: fresh ones take a tenth of a training step."""

    def __init__(self) -> None:
        super().__init__()
        kept = (torch.rand(_STRIP) >= DROPOUT).float() / (1 - DROPOUT)
        self.register_buffer("strip", kept, persistent=False)
        self.strip: Tensor

    def forward(self, x: Tensor) -> Tensor:
        """Zero a tenth of the values while training, and nothing otherwise."""
        if not self.training:
            return x
        size = x.numel()
        strip = self.strip if size < _STRIP // 2 else self.strip.repeat(2 + 2 * size // _STRIP)
        start = int(torch.randint(len(strip) - size, ()))
        return x * strip[start : start + size].view(x.shape)


class Layer(nn.Module):
    """One layer of the encoder: self-attention and two linear maps, normalised after each."""

    def __init__(self, encoder: Encoder, index: int, dropout: Dropout) -> None:
        super().__init__()
        self.dropout = dropout
        self.heads = encoder.heads
        width = encoder.width
        self.qkv = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, encoder.epsilon)
        self.inner = nn.Linear(width, encoder.inner)
        self.outer = nn.Linear(encoder.inner, width)
        self.outer_norm = nn.LayerNorm(width, encoder.epsilon)
        w = {
            name.partition(".")[2]: v for name, v in encoder.weights.items() if name.startswith(f"l{index}.")
        }
        _set(
            self.qkv,
            np.concatenate([w[f"{x}.w"] for x in "qkv"]),
            np.concatenate([w[f"{x}.b"] for x in "qkv"]),
        )
        _set(self.attended, w["ao.w"], w["ao.b"])
        _set(self.attended_norm, w["aln.w"], w["aln.b"])
        _set(self.inner, w["fi.w"], w["fi.b"])
        _set(self.outer, w["fo.w"], w["fo.b"])
        _set(self.outer_norm, w["oln.w"], w["oln.b"])

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Read [sentences, pieces, width]; the mask is added to the attention of padding."""
        sentences, pieces, width = x.shape
        qkv = self.qkv(x).view(sentences, pieces, 3, self.heads, width // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        weights = (
            q @ k.transpose(2, 3) * float(q.shape[3]) ** -0.5
        )  # short sentences: quicker than a fused kernel
        attended = (weights if mask is None else weights + mask).softmax(3) @ v
        attended = self.attended(attended.transpose(1, 2).reshape(sentences, pieces, width))
        x = self.attended_norm(x + self.dropout(attended))
        inner = self.outer(functional.gelu(self.inner(x)))
        return self.outer_norm(x + self.dropout(inner))


class Head(nn.Module):
    """Labels characters from their pieces and features, looking two and one characters around."""

    def __init__(self, width: int, characters: int, tags: int, dropout: Dropout) -> None:
        super().__init__()
        self.dropout = dropout
        self.character = nn.Embedding(characters, CHARACTER_WIDTH, padding_idx=0)
        self.tag = nn.Embedding(tags, TAG_WIDTH)
        self.place = nn.Embedding(3, PLACE_WIDTH)
        self.in_piece = nn.Embedding(PLACES_IN_PIECE, PIECE_WIDTH)
        features = CHARACTER_WIDTH + TAG_WIDTH + PLACE_WIDTH + PIECE_WIDTH + 2 * GAZETTEER_BITS
        self.joined = nn.Linear(width + features, HEAD_WIDTH)
        self.joined_norm = nn.LayerNorm(HEAD_WIDTH)
        self.wide = nn.Linear(5 * HEAD_WIDTH, HEAD_WIDTH)
        self.wide_norm = nn.LayerNorm(HEAD_WIDTH)
        self.narrow = nn.Linear(3 * HEAD_WIDTH, HEAD_WIDTH)
        self.narrow_norm = nn.LayerNorm(HEAD_WIDTH)
        self.label = nn.Linear(HEAD_WIDTH, len(LABELS))

    def forward(self, x: Tensor, rows: Tensor) -> Tensor:
        """Give logits from the piece behind each character and the character's features."""
        real = (rows[:, :, :1] > 0).to(x.dtype)
        bits = ((rows[:, :, 3:5, None] >> torch.arange(GAZETTEER_BITS)) & 1).flatten(2)
        parts = [x, self.character(rows[:, :, 0]), self.tag(rows[:, :, 1]), self.place(rows[:, :, 2])]
        x = torch.cat([*parts, self.in_piece(rows[:, :, 5]), bits.to(x.dtype)], 2)
        x = self.joined_norm(functional.gelu(self.joined(self.dropout(x))))
        x = self.wide_norm(x + self.dropout(functional.gelu(self.wide(_around(x * real, 2)))))
        x = self.narrow_norm(x + self.dropout(functional.gelu(self.narrow(_around(x * real, 1)))))
        return self.label(x)


class Network(nn.Module):
    """The whole network; ``pieces`` are the ids in the encoder's vocabulary that are kept, in order."""

    def __init__(self, encoder: Encoder, pieces: list[int], characters: int, tags: int) -> None:
        super().__init__()
        weights = encoder.weights
        self.dropout = Dropout()
        self.word = nn.Embedding.from_pretrained(torch.from_numpy(weights["emb.word"][pieces]), freeze=False)
        self.position = nn.Parameter(
            torch.from_numpy(weights["emb.pos"][:POSITIONS] + weights["emb.type"][0])
        )
        self.norm = nn.LayerNorm(encoder.width, encoder.epsilon)
        _set(self.norm, weights["emb.ln.w"], weights["emb.ln.b"])
        self.layers = nn.ModuleList([Layer(encoder, i, self.dropout) for i in range(encoder.layers)])
        self.head = Head(encoder.width, characters, tags, self.dropout)

    def forward(self, batch: Batch) -> Tensor:
        """Give the logits, [sentences, characters, labels]."""
        pieces = batch.ids.shape[1]
        x = self.norm(self.word(batch.ids) + self.position[:pieces])
        x = self.dropout(x)
        padding = torch.arange(pieces) >= batch.lengths[:, None]
        mask = padding[:, None, None, :].to(x.dtype) * -1e4 if bool(padding.any()) else None
        for layer in self.layers:
            x = layer(x, mask)
        x = torch.gather(x, 1, batch.piece_of[:, :, None].expand(-1, -1, x.shape[2]))
        return self.head(x, batch.rows)


def _around(x: Tensor, reach: int) -> Tensor:
    """Put each character's neighbours, ``reach`` on either side, next to it: a convolution's window."""
    length = x.shape[1]
    padded = functional.pad(x, (0, 0, reach, reach))
    return torch.cat([padded[:, i : i + length] for i in range(2 * reach + 1)], 2)


def _set(module: nn.Linear | nn.LayerNorm, weight: object, bias: object) -> None:
    """Copy arrays into a module's weight and bias."""
    with torch.no_grad():
        module.weight.copy_(torch.tensor(weight))
        module.bias.copy_(torch.tensor(bias))
