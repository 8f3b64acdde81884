"""The versions of one story side by side: what each adds or drops, and what their facts agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from store.comparison.claims import Claim, agree, alike
from store.dedup.fingerprint import fingerprint
from store.model import AnyFact, Article, Reading, Span

Verdict = Literal["agree", "differ", "only"]

_END = re.compile(r"(?<=[.?!])[\"”’']?\s+")
_READ = ("title", "deck", "paragraph")
_REWORDED = 0.7


class Version(NamedTuple):
    """What a version has beside the first one: sentences of its own, some of the first left out or reworded.

    ``dropped`` and the first of each pair in ``reworded`` are spans of the first version.
    """

    article: str
    added: tuple[Span, ...] = ()
    dropped: tuple[Span, ...] = ()
    reworded: tuple[tuple[Span, Span], ...] = ()


class Line(NamedTuple):
    """One claim with all who make it: they agree or differ, or only one version has it."""

    verdict: Verdict
    claims: tuple[tuple[str, AnyFact], ...]


class StoryComparison(NamedTuple):
    """Versions in the order given, lines in the order of the facts, and how many versions were left out."""

    versions: tuple[Version, ...]
    lines: tuple[Line, ...]
    left: int = 0

    def differing(self, article: str) -> frozenset[str]:
        """Give the ids of the facts of one version that others tell otherwise."""
        return frozenset(
            fact.id
            for line in self.lines
            if line.verdict == "differ"
            for told_by, fact in line.claims
            if told_by == article
        )


def compare_versions(articles: Sequence[Article], readings: Sequence[Reading | None]) -> StoryComparison:
    """Compare the versions of a story; an article without a reading is compared by its sentences alone."""
    if not articles:
        return StoryComparison((), ())
    first, *others = map(_sentences, articles)
    versions = [Version(articles[0].id)]
    versions += [
        _version(article.id, first, sentences)
        for article, sentences in zip(articles[1:], others, strict=True)
    ]
    lines: list[list[Claim]] = []
    for number, (article, reading) in enumerate(zip(articles, readings, strict=True)):
        if reading is not None:
            _line_up(lines, [_claim(number, article, fact) for fact in reading.facts])
    ids = [article.id for article in articles]
    return StoryComparison(tuple(versions), tuple(_line(claims, ids) for claims in lines))


def _sentences(article: Article) -> list[Span]:
    return [
        Span(block.text[start:end], number, start, end)
        for number, block in enumerate(article.blocks)
        if block.role in _READ
        for start, end in _pieces(block.text)
    ]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _END.finditer(text):
        # A quotation mark behind the full stop belongs to the sentence.
        end = gap.start() + len(gap[0].rstrip())
        yield start, end
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _version(article: str, first: Sequence[Span], own: Sequence[Span]) -> Version:
    mine = {fingerprint(sentence.text) for sentence in own}
    theirs = {fingerprint(sentence.text) for sentence in first}
    dropped = [sentence for sentence in first if fingerprint(sentence.text) not in mine]
    added = [sentence for sentence in own if fingerprint(sentence.text) not in theirs]
    reworded = _reworded(dropped, added)
    was, now = {pair[0] for pair in reworded}, {pair[1] for pair in reworded}
    return Version(
        article,
        added=tuple(sentence for sentence in added if sentence not in now),
        dropped=tuple(sentence for sentence in dropped if sentence not in was),
        reworded=tuple(reworded),
    )


def _reworded(dropped: Sequence[Span], added: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Pair the sentences that are most alike, each once, in the order of the version."""
    from rapidfuzz.fuzz import ratio

    scores = [
        (ratio(was.text, now.text, score_cutoff=100 * _REWORDED), i, j)
        for i, was in enumerate(dropped)
        for j, now in enumerate(added)
    ]
    pairs: dict[int, int] = {}
    for score, i, j in sorted(scores, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score and i not in pairs.values() and j not in pairs:
            pairs[j] = i
    return [(dropped[pairs[j]], added[j]) for j in sorted(pairs)]


def _claim(number: int, article: Article, fact: AnyFact) -> Claim:
    text = article.blocks[fact.block].text
    return Claim(number, fact, text[: fact.start], text[fact.end :])


def _line_up(lines: list[list[Claim]], claims: Sequence[Claim]) -> None:
    """Put a version's claims to the lines that are about the same, those that agree first, each line once."""
    known = len(lines)
    fitting = [
        (agree(claim.fact, lines[i][0].fact), score, i, j)
        for i in range(known)
        for j, claim in enumerate(claims)
        if (score := alike(claim, lines[i][0]))
    ]
    placed: dict[int, int] = {}
    for _, _, i, j in sorted(fitting, key=lambda fit: (not fit[0], -fit[1], fit[2], fit[3])):
        if j not in placed and i not in placed.values():
            placed[j] = i
            lines[i].append(claims[j])
    for j, claim in enumerate(claims):
        if j not in placed:
            again = (line for line in lines if alike(claim, line[0]) and agree(claim.fact, line[0].fact))
            same = next(again, None)
            if same is None:
                lines.append([claim])
            else:
                same.append(claim)


def _line(claims: Sequence[Claim], ids: Sequence[str]) -> Line:
    told = tuple((ids[claim.version], claim.fact) for claim in claims)
    if len({claim.version for claim in claims}) == 1:
        return Line("only", told)
    same = all(agree(claim.fact, claims[0].fact) for claim in claims[1:])
    return Line("agree" if same else "differ", told)
