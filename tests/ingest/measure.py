"""How well Korean news pages are read, beside trafilatura alone: ``python -m tests.ingest.measure``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import trafilatura

from store.ingest import ingest
from store.model import RawArticle

from .pages import ARTICLES, SHAPES, about


class Measured(NamedTuple):
    """One page: what is exact, and the word F1 of the body by us and by trafilatura alone."""

    shape: str
    article: str
    title: bool
    date: bool
    author: bool
    f1: float
    alone: float


def word_f1(one: str, other: str) -> float:
    """Compare two texts as bags of words."""
    left, right = Counter(one.split()), Counter(other.split())
    return 2 * sum((left & right).values()) / max(1, sum(left.values()) + sum(right.values()))


def measure() -> Iterator[Measured]:
    """Read every shape of every article."""
    for name in ARTICLES:
        for shape, make in SHAPES.items():
            with about(name) as told:
                page = make()
            data = page.encode("cp949" if "euc-kr" in page else "utf-8")
            found = next(ingest("a.html", data))
            assert isinstance(found, RawArticle), found
            by_role = {
                role: [line.text for line in found.lines if line.role == role]
                for role in ("title", "paragraph")
            }
            body = " ".join(told["BODY"])
            yield Measured(
                shape,
                name,
                by_role["title"] == [told["TITLE"]],
                found.published == told["DATE"],
                found.author == told["AUTHOR"],
                word_f1(" ".join(by_role["paragraph"]), body),
                word_f1(trafilatura.extract(data, include_comments=False) or "", body),
            )


def main() -> None:
    """Print each page and the sums."""
    found = list(measure())
    print(f"{'shape':42}{'article':20} title date author    F1  trafilatura")
    for each in found:
        exact = "".join(f"{'yes' if ok else 'NO':>6}" for ok in (each.title, each.date, each.author))
        print(f"{each.shape:42}{each.article:20}{exact}{each.f1:7.3f}{each.alone:12.3f}")
    mean, alone = (sum(values) / len(found) for values in ([e.f1 for e in found], [e.alone for e in found]))
    print(
        f"{len(found)} pages: title {sum(e.title for e in found)}, date {sum(e.date for e in found)},"
        f" author {sum(e.author for e in found)}; mean F1 {mean:.3f}, trafilatura alone {alone:.3f};"
        f" at least .97: {sum(e.f1 >= 0.97 for e in found)} against {sum(e.alone >= 0.97 for e in found)}"
    )


if __name__ == "__main__":
    main()
