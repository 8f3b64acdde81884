"""Hard phrases of certainty: whose word a number or an event is, and how sure the sentence is of it."""

from __future__ import annotations

import pytest

from store.extract.attribution import attribute
from store.extract.event import find_events
from store.extract.quantity import find_quantities
from store.extract.quotation import find_quotations
from store.extract.statistic import find_statistics
from store.model import AnyFact
from tests.extract.articles import named

CERTAINTY: list[tuple[str, str, str, str | None]] = [
    ("박도현 나래전자 대표가 최윤아 새빛화학 대표를 만난 것으로 알려졌다.", "event", "hearsay", None),
    ("로이터통신은 나래전자가 새빛화학과 계약을 맺었다고 전했다.", "event", "attributed", "로이터통신"),
    ("한 매체에 따르면 나래전자는 새빛화학을 인수했다.", "event", "attributed", "한 매체"),
    ("피해액은 30억원에 이를 것으로 추산된다.", "statistic", "forecast", None),
    ("연합뉴스에 따르면 박도현 대표는 14일 최윤아 대표를 만났다.", "event", "attributed", "연합뉴스"),
    ("14일 금융권에 따르면 지난해 대출은 12조원 늘었다.", "statistic", "attributed", "금융권"),
    ("지난해 대출은 12조원 늘어난 것으로 집계됐다.", "statistic", "asserted", None),
    ("나래전자가 새빛화학을 인수했다는 보도가 나왔다.", "event", "hearsay", None),
    ("나래전자가 새빛화학을 인수했다고 블룸버그통신이 14일 보도했다.", "event", "attributed", "블룸버그통신"),
    ("통계청 관계자는 지난해 인구가 12만명 줄었다고 말했다.", "statistic", "attributed", "통계청 관계자"),
    ("내년 성장률은 2.1%로 예상된다.", "statistic", "forecast", None),
    ("낮 기온은 27도로 어제보다 2도가량 높겠다.", "statistic", "forecast", None),
    ("물결은 동해에서 2m로 일겠고, 바람은 잔잔하겠다.", "statistic", "forecast", None),
    ("최윤아 대표는 매출을 3조원으로 늘리겠다고 밝혔다.", "statistic", "attributed", "최윤아"),
    (
        "소식통을 인용해 새벽일보는 박도현 대표가 14일 최윤아 대표와 만났다고 보도했다.",
        "event",
        "attributed",
        "새벽일보",
    ),
    ("김모씨는 지난해 회삿돈 12억원을 빼돌린 혐의를 받고 있다.", "statistic", "hearsay", None),
    ("경찰에 따르면 지난해 사고는 12% 늘었다.", "statistic", "attributed", "경찰"),
    (
        "AP통신과 로이터통신 등에 따르면 이 사고로 12명이 숨졌다.",
        "statistic",
        "attributed",
        "AP통신과 로이터통신",
    ),
    (
        "월스트리트저널(WSJ)은 소식통을 인용해 이 회사 매출이 12% 줄었다고 보도했다.",
        "statistic",
        "attributed",
        "월스트리트저널",
    ),
    (
        "통계청이 14일 발표한 '2월 고용동향'에 따르면 취업자는 12만명 늘었다.",
        "statistic",
        "attributed",
        "통계청",
    ),
    ("박도현 대표는 지난해 매출이 12% 늘었다고 밝혔다.", "statistic", "attributed", "박도현"),
    ("지난해 매출은 12% 늘어난 것으로 전해졌다.", "statistic", "hearsay", None),
    ("올해 매출은 12% 늘 것으로 보인다.", "statistic", "forecast", None),
    ("현지 언론은 이번 사고로 12명이 숨졌다고 전했다.", "statistic", "attributed", "현지 언론"),
    ("이번 비로 12명이 숨진 것으로 잠정 집계됐다.", "statistic", "asserted", None),
    ("이번 계약 규모는 30억원대로 전해졌다.", "statistic", "hearsay", None),
    ("박도현 대표가 회사를 떠난다는 얘기가 나온다. 지난해 매출은 12% 줄었다.", "statistic", "asserted", None),
    ("정부는 올해 물가가 2.3% 오를 것으로 내다봤다.", "statistic", "forecast", "정부"),
    ("이 회사는 지난해 3000대를 판 것으로 추정되지만, 올해는 5000대를 팔았다.", "statistic", "hearsay", None),
    ("한 관계자는 피해액이 30억원이라고 귀띔했다.", "statistic", "attributed", "한 관계자"),
    ("새벽일보 보도에 따르면 지난해 매출은 12% 줄었다.", "statistic", "attributed", "새벽일보"),
    ("나래전자는 올해 매출이 30조원에 이를 것이라고 밝혔다.", "statistic", "attributed", "나래전자"),
    ("증권가는 나래전자의 2분기 영업이익이 3조원에 달할 것으로 예상한다.", "statistic", "forecast", "증권가"),
    ("국토교통부에 따르면 지난달 집값은 0.3% 올랐다.", "statistic", "attributed", "국토교통부"),
    ("업계 관계자의 말을 종합하면 지난해 판매는 12% 줄었다.", "statistic", "attributed", "업계 관계자"),
    ("이 병원에서만 12명이 숨진 것으로 확인됐다.", "statistic", "asserted", None),
    ("현장에 있던 30명이 다쳤다는 소문이 돌고 있다.", "statistic", "hearsay", None),
    ("박모씨는 지난해 8월부터 3억원을 가로챈 혐의로 구속됐다.", "statistic", "hearsay", None),
    ("유엔은 난민이 100만명에 이른다고 추산했다.", "statistic", "attributed", "유엔"),
    ("로이터는 복수의 소식통을 인용해 사망자가 30명이라고 전했다.", "statistic", "attributed", "로이터"),
    (
        "나래경찰서는 음주운전으로 3명을 다치게 한 박모씨를 붙잡았다고 14일 밝혔다.",
        "statistic",
        "attributed",
        "나래경찰서",
    ),
    ("물가가 3% 오르면 금리를 올릴 수 있다.", "statistic", "asserted", None),
    ("한국은행은 올해 성장률을 2.1%로 전망했다.", "statistic", "forecast", "한국은행"),
    ("업계는 올해 판매량을 30만대로 추정한다.", "statistic", "attributed", "업계"),
    ("사고 당시 버스에는 30명이 타고 있었던 것으로 조사됐다.", "statistic", "asserted", None),
    ("피해 금액은 12억원 가량인 것으로 알려졌다.", "statistic", "hearsay", None),
    ("경찰은 피해자가 30명 더 있을 것으로 보고 수사하고 있다.", "statistic", "attributed", "경찰"),
    ("한빛전자는 지난해 매출이 3조원에 달했다는 관측이 나온다.", "statistic", "hearsay", None),
    ("금융권 관계자에 의하면 대출은 12조원 늘었다.", "statistic", "attributed", "금융권 관계자"),
    ("이번 사고의 피해액은 30억원으로 추산된다.", "statistic", "hearsay", None),
    ("올해 성장률은 2.3%에 그칠 전망이다.", "statistic", "forecast", None),
    ("만약 관세가 25%로 오른다면 수출은 10% 줄어든다.", "statistic", "hypothetical", None),
    ("정부 소식통은 투자 규모가 10조원이라고 전했다.", "statistic", "attributed", "정부 소식통"),
    ("한빛전자는 지난해 3조원을 벌었다.", "statistic", "asserted", None),
    ("소문에 따르면 연봉은 10억원이다.", "statistic", "attributed", "소문"),
    ("경찰은 박모씨가 3억원을 빼돌린 것으로 보고 있다.", "statistic", "attributed", "경찰"),
    ("검찰에 따르면 박모씨는 지난해 3억원을 빼돌린 혐의를 받는다.", "statistic", "hearsay", "검찰"),
    ("나래통신은 정부 관계자를 인용해 사망자가 30명이라고 보도했다.", "statistic", "attributed", "나래통신"),
    ("지난해 매출이 3조원을 기록했다는 얘기가 돈다.", "statistic", "hearsay", None),
    ("올해 매출은 3조원에 이를 것으로 회사는 내다봤다.", "statistic", "forecast", "회사"),
    ("지난해 매출은 3조원으로 집계됐다.", "statistic", "asserted", None),
    ("시장조사업체 한빛리서치는 지난해 판매량을 30만대로 추정했다.", "statistic", "attributed", "한빛리서치"),
    ("정부는 피해 규모를 300억원으로 파악하고 있다.", "statistic", "attributed", "정부"),
]


@pytest.mark.parametrize(("sentence", "kind", "certainty", "via"), CERTAINTY)
def test_certainty(sentence: str, kind: str, certainty: str, via: str | None) -> None:
    document, entities, times = named(sentence)
    facts: list[AnyFact] = [
        *find_quotations(document, entities),
        *find_statistics(document, find_quantities(document, times), times, entities),
        *find_events(document, entities, times),
    ]
    read = [(fact.certainty, fact.via) for fact in attribute(document, facts, entities) if fact.kind == kind]
    assert (certainty, via) in read
