"""Small articles and readings that the tests of the stores share."""

from __future__ import annotations

from typing import Any

from store.desk.turned import Turned
from store.model import (
    Annotation,
    Article,
    Block,
    Entity,
    Quotation,
    Reading,
    Repeat,
    RoleFact,
    Span,
    Speaker,
    Statistic,
)
from store.notebook.compose import compose

TITLE = "한빛전자, 세종에 [새] 공장 *착공*"
SPEECH = "정다운 대표는 “적자는 끝났다”며 “내년엔 흑자”라고 말했다."
FIGURES = "재계에 따르면 투자액은 1조2300억여원으로 알려졌다."


def article(number: int = 0, body: str = SPEECH, **fields: Any) -> Article:
    """Give an article of three blocks whose id and title have ``number`` in them."""
    fields = {
        "id": f"{number:012x}",
        "source": f"news/{number}.txt",
        "published": f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}T09:30",
        "publisher": "가온신문",
        "url": f"https://news.example/{number}",
        "repeats": (Repeat("무단전재 금지", 9, None, "boilerplate"),),
        **fields,
    }
    blocks = (Block(f"{TITLE} {number}", "title"), Block(body, "paragraph"), Block(FIGURES, "paragraph"))
    return Article(blocks=blocks, **fields)


def span(of: Article, block: int, text: str) -> Span:
    """Give the first place of ``text`` in a block."""
    start = of.blocks[block].text.index(text)
    return Span(text, block, start, start + len(text))


def note(number: int = 1, **fields: Any) -> Annotation:
    """Give a new annotation of ``article(number)``."""
    return compose(article(number), [], **{"note": "메모", **fields})


def reading(of: Article, version: str) -> Reading:
    """Give a reading of ``article()`` with a person, an organisation, a quotation, a figure and a role."""
    person = span(of, 1, "정다운 대표")
    speech = Quotation(
        SPEECH,
        1,
        0,
        len(SPEECH),
        id="quotation-1a2b",
        speaker=Speaker("정다운", "e1", "explicit"),
        cue="말했다",
        quotes=(span(of, 1, "적자는 끝났다"), span(of, 1, "내년엔 흑자")),
    )
    amount = span(of, 2, "1조2300억여원")
    figure = Statistic(
        amount.text,
        2,
        amount.start,
        amount.end,
        id="statistic-3c4d",
        value=1_230_000_000_000,
        unit="원",
        approx="여",
        measure="투자액",
        certainty="hearsay",
        via="재계",
    )
    role = RoleFact(person.text, 1, person.start, person.end, id="role-5e6f", person="정다운", title="대표")
    return Reading(
        article=of.id,
        reader="fast",
        version=version,
        sentences=(Span(SPEECH, 1, 0, len(SPEECH)),),
        entities=(
            Entity(id="e1", name="정다운", type="PS", mentions=(span(of, 1, "정다운"),)),
            Entity(
                id="e2", name="한빛전자", type="OG", aliases=("HBE",), mentions=(span(of, 0, "한빛전자"),)
            ),
        ),
        facts=(speech, figure, role),
        terms="한빛전자 세종 공장 착공 정다운 대표 적자 끝나다 내년 흑자 말하다 재계 투자액 알려지다",
    )


def what(step: Turned | None) -> str:
    """Give what an undo or redo says that it changed."""
    return step.what if step else ""
