"""Thirty-odd queries with what a reader wants of each, written down by hand.

A label is a pattern over the whole text of an article (headline and body) that says which articles are
wanted; ``titles`` are parts of the headlines of all that are wanted.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from store.model import Article


class Labelled(NamedTuple):
    """A query and what it should find."""

    query: str
    wanted: tuple[str, ...] = ()
    unwanted: str = ""
    published: str = ""
    publisher: str = ""
    titles: tuple[str, ...] = ()

    def wants(self, article: Article) -> bool:
        """Tell whether the one who asks wants an article."""
        if self.titles:
            return any(part in article.title for part in self.titles)
        return (
            all(re.search(pattern, article.text) for pattern in self.wanted)
            and not (self.unwanted and re.search(self.unwanted, article.text))
            and re.match(self.published, article.published or "") is not None
            and re.search(self.publisher, article.publisher or "") is not None
        )


WRITTEN = {
    "데이터센터": "물가시, 데이터 센터 유치\n물가시가 데이터 센터를 유치했다고 밝혔다.",
    "데이터센터가": "두 번째 소식\n새 데이터센터가 바닷가에 들어선다.",
    "데이터와 센터": "복지 소식\n시는 복지 센터마다 이용 데이터를 모은다.",
    "생성 AI": "생성 AI, 학교로\n교육청은 생성 AI를 수업에 쓰기로 했다.",
    "생성AI": "생성AI 지침\n부처는 생성AI의 지침을 냈다.",
    "생성과 AI": "수소 생성 설비\n수소 생성 설비에 AI가 들어갔다.",
    "인공 지능": "인공 지능 강의\n대학이 인공 지능 강의를 열었다.",
    "대기업": "대기업 채용\n대기업의 채용이 줄었다.",
    "기업인": "기업인 모임\n기업인들이 모였다.",
    "한국은행": "한국은행, 기준금리 동결\n한국은행이 기준금리를 묶었다.",
    "한국 은행": "한국 은행들 수익 늘어\n한국 은행들의 수익이 늘었다.",
    "서울대": "서울대 입학식\n서울대에서 입학식이 열렸다.",
    "반박": "시장 반박\n시장은 보도를 반박했다. 의회는 이를 반박하는 글을 냈다.",
    "통계청": "통계청 발표\n통계청에 따르면 물가가 올랐다.",
    "전 기차": "기차 여행\n그는 전 기차를 놓쳤다.",
    "이순신": "이순신 축제\n이순신을 기리는 축제다.",
    "신제품": "신제품 공개\n회사가 신제품을 공개했다.",
}
"""Short articles with the same words written together, apart, and for something else."""

QUERIES = (
    Labelled("금리", ("금리",)),
    Labelled("데이터센터", ("데이터 ?센터",)),
    Labelled("데이터 센터", ("데이터", "센터")),
    Labelled('"데이터 센터"', ("데이터 센터",)),
    Labelled("생성AI", ("생성 ?AI",)),
    Labelled("생성 ai", ("생성", "AI")),
    Labelled("인공지능", ("인공 ?지능",)),
    Labelled("인공 지능", ("인공 ?지능",)),
    Labelled("반도체", ("반도체",)),
    Labelled("반도체 수출", ("반도체", "수출")),
    Labelled("기준금리", ("기준 ?금리",)),
    Labelled("한국은행", ("한국 ?은행",)),
    Labelled("전기차", ("전기차",)),
    Labelled("전기차 배터리", ("전기차", "배터리")),
    Labelled('"배터리 공장"', ("배터리 공장",)),
    Labelled("나델*", ("나델",)),
    Labelled("미국", ("미국",)),
    Labelled("부산에서", ("부산",)),
    Labelled("관세 OR 환율", ("관세|환율",)),
    Labelled("(충주 OR 청주) 배터리", ("충주|청주", "배터리")),
    Labelled("충주 -배터리", ("충주",), "배터리"),
    Labelled("물가 -금리 -환율", ("물가",), "금리|환율"),
    Labelled("반박", ("반박",)),
    Labelled("통계청", ("통계청",)),
    Labelled("수소 -(투자 OR 사업)", ("수소",), "투자|사업"),
    Labelled("수출 date:2018..2022", ("수출",), published="20(18|19|20|21|22)"),
    Labelled("투자 source:가온", ("투자",), publisher="^가온"),
    Labelled("speaker:나델라", titles=("나델라 MS",)),
    Labelled("org:나래셀 date:2023-05", titles=("나래셀, 충주에", "나래셀 충주 공장에")),
    Labelled("person:노을빛", titles=("산불 헬기",)),
    Labelled("place:고흥", titles=("미리내 2호",)),
    Labelled("산불 kind:statistic -기상청 date:2023", titles=("산불 헬기",)),
    Labelled("기자:전아라 공장", titles=("1150명 채용", "백자 가마")),
    Labelled('"지역 협력사" 문정아', titles=("1조2300억원 배터리 공장…", "공장에 1조2300억…")),
)
