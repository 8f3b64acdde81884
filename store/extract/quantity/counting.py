"""Which numbers count, and which number something or are part of a name: 버스 20대를, 20대 남성, 형사3부."""

from __future__ import annotations

import re

from store.extract.document import TextBlock
from store.extract.quantity.units import Unit
from store.extract.word_groups import group_endings

Number = int | float
Groups = dict[str, str | None]

_LEVEL = re.compile(
    r"(?:로|를|에|까지)\s?(?:올라|내려|떨어|하락|상승|진입|회복|복귀|안착|추락|급락|급등|밀[려리렸]|주저앉)"
)
"""What an index or a price does with a round number, which counts no machines: 8700대로 올라섰다."""

_MODELS = 10
_NUMBERED = re.compile(r" (?!규모|이상|이하|정도|가량|모두|중|가운데)[가-힣A-Z]{2,}")
"""Below this, 세대 before a noun numbers its makes: 5세대 이동통신."""

_REIGNS = 24
"""Number below which 세 after a name counts kings and popes (엘리자베스 2세)."""

_GLUED = frozenset({"명", "곳", "건", "개", "개국", "개사", "가지", "차례", "대"})
_GLUED_KINDS = frozenset({"money", "ratio", "physical"})
_ORDINAL_BELOW = {"부": 30, "구": 10, "동": 100}
"""Units that a small number rather numbers than counts (형사 3부, 가거도 1구)."""

_REMAINS = re.compile(r"(?:시신|유해|유골|주검)\s$")

_COUNTS_MACHINES = re.compile(
    r"(?=[를가는의와로도에씩]|까지|만|뿐|[,.)·]|이[다었]|다(?:[\s.,]|$)|$|"
    r"\s(?:중|모두|가운데|등|가량|규모|수준|이상|이하|정도|안팎|씩|미만|넘|전부|분량|판매|추가|생산|증차|줄[었어인]|늘[었어]))"
)


def is_no_count(block: TextBlock, match: re.Match[str], found: Groups, unit: Unit, value: Number) -> bool:
    """Tell a number that is part of a word or a name, or that numbers something, from one that counts."""
    text, start, written = block.text, match.start(), found["unit"]
    if written in ("등", "인"):
        return match.start("unit") > match.end("number")
    if written == "프로":
        return is_glued(text, start)
    if written == "세":
        return value < _REIGNS and token_before(block, start) == "NNP"
    if written == "세대":
        decade = 1020 <= value <= 9090 and value % 10 == 0 and "," not in (found["number"] or "")
        return decade or (value < _MODELS and _NUMBERED.match(text, match.end()) is not None)
    if written == "무":
        return not text[:start].rstrip().endswith(("승", "패"))
    if written == "대":
        return _LEVEL.match(text, match.end()) is not None
    below = _ORDINAL_BELOW.get(unit.name, 0) if written == unit.name else 0  # 공장 3개 동 are counted
    ordinal = value < below and not found["odd"]
    return ordinal and not _REMAINS.search(text[max(0, start - 4) : start])


def is_glued(text: str, start: int) -> bool:
    """Tell a number that a Korean word runs into."""
    return start > 0 and "가" <= text[start - 1] <= "힣"


def may_be_glued(unit: Unit) -> bool:
    """Tell 환자12명 from 행정5부 and 강남3구, where the number is part of a name."""
    return unit.name in _GLUED or (unit.kind in _GLUED_KINDS and unit.name != "동")


def counts_machines(block: TextBlock, match: re.Match[str], value: Number) -> bool:
    """Tell 버스 20대를 from 20대 남성 and 10대 그룹."""
    word = block.text[max(0, match.start() - 12) : match.start()].rstrip()
    glued = is_glued(block.text, match.start())
    if re.search(r"\d대(?:에서|보다)$", word):
        return True
    if not glued and word.endswith(group_endings("machines")):
        return True
    if not _COUNTS_MACHINES.match(block.text, match.end()):
        return False
    decade = value in range(10, 100, 10) and not match["odd"]
    return not decade or token_before(block, match.start()) in ("NNG", "NNP", "NNB", "SL", "XSN")


def token_before(block: TextBlock, at: int) -> str:
    """Give the tag of the token before character ``at``, or an empty string."""
    index = block.token_at(at) - 1
    return block.tokens[index].tag if index >= 0 else ""


def are_machines(text: str, end: int) -> bool:
    """Tell whether the words behind a number in words let it count machines (열두 대를)."""
    return _COUNTS_MACHINES.match(text, end) is not None
