"""Three made-up articles with readings written by hand, so that no reader has to run."""

from __future__ import annotations

from store.extract.version import VERSION
from store.model import (
    Article,
    Block,
    Entity,
    Enumeration,
    Event,
    Forecast,
    Quotation,
    Reading,
    Repeat,
    RoleFact,
    Span,
    Speaker,
    Statistic,
)

HANBIT = Article(
    id="a1b2c3d4e5f6a7b8",
    source="seeds/hanbit.txt",
    url="https://news.example.com/2024/hanbit",
    published="2024-05-14T09:30",
    publisher="가람일보",
    author="문서윤 기자",
    blocks=(
        Block("한빛전자 [단독] 흑자 전환…서지훈 “내년엔 두 배”", "title"),
        Block("2024-05-14 09:30", "dateline"),
        Block("1분기 매출 1조2300억원, 해외 비중 70% 넘어", "deck"),
        Block("부산 공장 6월 가동", "deck"),
        Block(
            "한빛전자가 세 해 만에 흑자로 돌아섰다. 서지훈 한빛전자 대표는 14일 서울 본사에서 "
            "“적자는 끝났다”며 “내년에는 매출을 두 배로 늘리겠다”고 말했다.",
            "paragraph",
        ),
        Block(
            "회사는 1분기 매출이 1조2300억원으로 지난해 같은 때보다 18% 늘었다고 밝혔다. "
            "해외 비중은 70%를 넘었다. "
            "업계에 따르면 한빛전자는 누리반도체와 다음 달 공급 계약을 맺는 것으로 알려졌다.",
            "paragraph",
        ),
        Block("새 공장에서는 △전력 반도체 △차량용 센서 △배터리 관리 칩 등 4가지를 만든다.", "paragraph"),
        Block("한빛전자 부산 공장 조감도. 한빛전자 제공", "caption"),
        Block("문서윤 기자 seoyun@example.com", "byline"),
    ),
    repeats=(
        Repeat("1분기 매출 1조2300억원, 해외 비중 70% 넘어", 12, 2, "exact"),
        Repeat(
            "한빛전자가 세 해 만에 흑자로 돌아섰다 . 서지훈 한빛전자 대표는 14일 서울 본사에서", 13, 4, "near"
        ),
        Repeat("무단전재 및 재배포 금지", 14, None, "boilerplate"),
    ),
)

NURI = Article(
    id="b2c3d4e5f6a7b8c9",
    source="seeds/nuri.html",
    published="2024-05-13T18:00",
    publisher="한결뉴스",
    blocks=(
        Block("누리반도체, 새 공장 터 울산으로", "title"),
        Block("누리반도체가 울산에 새 공장을 짓는다고 13일 밝혔다. 2026년에 문을 연다.", "paragraph"),
    ),
)

HOSTILE = Article(
    id="c3d4e5f6a7b8c9d0",
    source="feed.xml",
    published="2024-05-12T07:00",
    publisher="[b]굵은[/b]",
    blocks=(
        Block("[red]빨강[/red] \x1b[31m제목 [/ [link=x]", "title"),
        Block("앞\u202e뒤집힘\u202c 숨은\u200b글자 [@click=app.quit]누르지 마시오[/]. 끝.", "paragraph"),
    ),
)

ARTICLES = (HANBIT, NURI, HOSTILE)


def at(article: Article, block: int, text: str) -> Span:
    """Place words in a block."""
    start = article.blocks[block].text.index(text)
    return Span(text, block, start, start + len(text))


def sentences(article: Article) -> tuple[Span, ...]:
    """Give every sentence of the paragraphs, and every other line whole."""
    found: list[Span] = []
    for index, block in enumerate(article.blocks):
        parts = block.text.split(". ") if block.role == "paragraph" else [block.text]
        for number, part in enumerate(parts):
            found.append(at(article, index, part + ("." if number + 1 < len(parts) else "")))
    return tuple(found)


def _reading_of_hanbit() -> Reading:
    def place(block: int, text: str) -> dict[str, object]:
        span = at(HANBIT, block, text)
        return {"text": span.text, "block": span.block, "start": span.start, "end": span.end}

    speech = HANBIT.blocks[4].text.partition(". ")[2]
    supply = "업계에 따르면 한빛전자는 누리반도체와 다음 달 공급 계약을 맺는 것으로 알려졌다."
    made = "△전력 반도체 △차량용 센서 △배터리 관리 칩"
    who = Speaker("서지훈", "ps1", "explicit")
    facts = (
        Quotation(
            **place(4, speech), id="q1", confidence=0.93, rule="quotation.cue", speaker=who, cue="말했다",
            quote_type="direct",
            quotes=(at(HANBIT, 4, "적자는 끝났다"), at(HANBIT, 4, "내년에는 매출을 두 배로 늘리겠다")),
        ),
        RoleFact(
            **place(4, "서지훈 한빛전자 대표"), id="r1", confidence=0.9, rule="role.name_org_title",
            person="서지훈", title="대표", organization="한빛전자",
        ),
        Forecast(
            **place(4, "내년에는 매출을 두 배로 늘리겠다"), id="f1", certainty="forecast", confidence=0.7,
            rule="forecast.will", speaker=who, time="2025",
        ),
        Statistic(
            **place(5, "1조2300억원"), id="s1", confidence=0.88, rule="statistic.subject",
            value=1_230_000_000_000, unit="원", measure="1분기 매출",
        ),
        Statistic(
            **place(5, "18%"), id="s2", confidence=0.84, rule="statistic.change", value=18, unit="%",
            measure="매출", comparator="지난해 같은 때보다",
        ),
        Statistic(
            **place(5, "70%를 넘었다"), id="s3", confidence=0.8, rule="statistic.subject", value=70, unit="%",
            measure="해외 비중", approx="넘는",
        ),
        Event(
            **place(5, supply), id="e1", certainty="hearsay", via="업계", confidence=0.6,
            rule="event.contract", flags=("headline",), verb="맺다", time="2024-06",
            participants=("한빛전자", "누리반도체"),
        ),
        Enumeration(
            **place(6, made), id="n1", confidence=0.95, rule="enumeration.marks", flags=("count",),
            about="4가지",
            items=tuple(at(HANBIT, 6, item) for item in ("전력 반도체", "차량용 센서", "배터리 관리 칩")),
        ),
    )  # fmt: skip
    names = (
        ("ps1", "서지훈", "PS", (), ((0, "서지훈"), (4, "서지훈"))),
        (
            "og1",
            "한빛전자",
            "OG",
            ("HBE",),
            ((0, "한빛전자"), (4, "한빛전자"), (5, "한빛전자"), (7, "한빛전자")),
        ),
        ("og2", "누리반도체", "OG", (), ((5, "누리반도체"),)),
        ("lc1", "서울", "LC", (), ((4, "서울"),)),
        ("lc2", "부산", "LC", (), ((3, "부산"), (7, "부산"))),
        ("pd1", "차량용 센서", "PD", (), ((6, "차량용 센서"),)),
    )
    entities = tuple(
        Entity(
            id=key, name=name, type=kind, aliases=aliases, mentions=tuple(at(HANBIT, *spot) for spot in spots)
        )
        for key, name, kind, aliases, spots in names
    )
    return Reading(
        article=HANBIT.id,
        reader="fast",
        version=VERSION,
        sentences=sentences(HANBIT),
        entities=entities,
        facts=facts,
    )


def reading_of(article: Article) -> Reading:
    """Give the reading of one of the articles."""
    if article.id == HANBIT.id:
        return _reading_of_hanbit()
    return Reading(article=article.id, reader="fast", version=VERSION, sentences=sentences(article))
