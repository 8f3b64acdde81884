"""More sentences from the same ones, with invented persons and organisations: names that no list has."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from store.extract.ner.tagger import TagType
from store.extract.ner.training.klue import Example, Gold
from store.extract.ner.training.precise_swap import fit_particle
from store.extract.ner.words import load_words, longest_ending

SURNAME = "김이박최정강조윤장임한오서신권황안송류홍고문양손배백허유남심노하"
GIVEN_NAME = "민서지현수영준도하윤은진우연성호희경아람솔빈율태재주원혁찬란미정승석규철훈선인"
_SYLLABLES = """
가나 대한 삼 우 현 경 남 북 강 국 제 세 영 화 천 지 평 안 한 토 코 메 디 네 오 바 로 카 에 넥 엔 이 피 텍 젠
솔루 인 셀 루 블 그린 스타 월드 글로 케이 에스 제이 씨 엘 티 엠 새 빛 누리 가온 다온 미르 도담 아라 한울 해솔
"""
_ENDINGS = """
전자 그룹 은행 대학교 대학 건설 화학 자동차 중공업 제약 바이오 통신 텔레콤 증권 보험 카드 방송 신문 일보
엔터테인먼트 병원 연구소 협회 재단 공사 경찰서 연맹 조합 물산 식품 항공 테크 홀딩스 소프트 게임즈 생명 화재
"""
SYLLABLES = _SYLLABLES.split()
TELLING_ENDINGS = frozenset(_ENDINGS.split())
"""Endings that make any word before them the name of an organisation."""


def invent(examples: Iterable[Example], seed: int) -> Iterator[Example]:
    """Walk the examples whose names give way to invented ones, the particles after them made to fit."""
    chance = random.Random(seed)  # noqa: S311 - for training, not for secrets
    for example in examples:
        renamed = _rename(example, chance)
        if renamed.text != example.text:
            yield renamed


def _rename(example: Example, chance: random.Random) -> Example:
    text = ""
    spans: list[Gold] = []
    done = 0
    for start, end, kind in example.spans:
        name = example.text[start:end]
        invented = _name_like(name, kind, chance)
        text += example.text[done:start] + invented
        spans.append((len(text) - len(invented), len(text), kind))
        particle, done = fit_particle(example.text, end, invented) if invented != name else ("", end)
        text += particle
    return Example(text + example.text[done:], tuple(spans))


def _name_like(name: str, kind: TagType, chance: random.Random) -> str:
    """Invent a name of the same make, where it can be told from the name alone; else give the name itself."""
    surnames = load_words().surname
    if kind == "PS" and len(name) == 3 and name[0] in surnames and all("가" <= c <= "힣" for c in name):
        return chance.choice(SURNAME) + "".join(chance.choices(GIVEN_NAME, k=2))
    if kind == "OG" and " " not in name and (ending := longest_ending(name, TELLING_ENDINGS)):
        return "".join(chance.choices(SYLLABLES, k=2)) + ending
    return name
