"""What each line of an article is: title, dateline, deck, byline, paragraph, caption or boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.cues import LONGEST, Rows, cues
from store.ingest.dates import find_dates
from store.model import Line, LineRole

_LONGEST_DECK = 80
_LONGEST_HEADING = 16
_LONGEST_CAPTION = 60
_LONGEST_CROSSHEAD = 45
_LONGEST_TITLE = 120
_LONGEST_DATELINE = 160
_LONGEST_OUTLET = 12
"""Letters of the outlet, the place or the desk that may stand beside a writer's name and the time."""
_SENTENCE_TAIL = 20
_SENTENCE_END = re.compile(r"(?:[다요까죠음임함됨]|[a-z0-9)%])[.?!…]+[\"”'’)\]]*$|[^.]\.$|[.?!][\"”'’]$")
_STORY_OPENING = re.compile(
    r"^[\[(【<［（].{2,40}[\])】>］）]\s*(?:[가-힣·,\s]{2,30}\s(?:기자|특파원|PD|에디터)\s*[=＝]\s*)?\S.{30,}"
)
_YEAR = re.compile(r"(?:19|20)\d{2}|\d{2}[./]\s?\d{1,2}[./]")
_LIST_ITEM = re.compile(r"^(?:[△▲▽▼◇◆○●□■※*•·-]|[①-⑳]|\d{1,2}[.)]|[QA][.:\s]|[가-하]\.)\s*\S")
_BULLETS = "△▲▽▼◇◆○●□■※•*·-"
_HEADING_MARKS = "◆◇■□●○▶▷"
_LABEL = re.compile(
    r"^[◀<\[【(]\s*(?:앵커|기자|리포트|아나운서|사회자?|진행자?|인터뷰|녹취|싱크|현장음|자막|멘트|질문|답변?|문|스튜디오)"
    r"[^\])】>▶]{0,12}[▶>\])】]$"
)
"""Who speaks next in a broadcast's script."""
_SEPARATORS = re.compile(r"[\s|ㅣ/·ㆍ,.:;()\[\]<>{}=~∙•\-–—]+")
_NAME = r"[가-힣]{2,4}\s?(?:선임|전문|인턴|수습|객원)?\s?(?:기자|특파원)"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def assign_roles(
    lines: Sequence[tuple[int, str]], given: Sequence[LineRole | None] | None = None
) -> tuple[Line, ...]:
    """Give every numbered line its role; the first line with no role of its own is the title.

    ``given`` holds, for each line, the role that the source itself tells, or None.
    """
    told = given or [None] * len(lines)
    head = _first_paragraph(lines, told)
    tail = _last_paragraph(lines)
    titled = "title" in told
    listing = False
    roles: list[LineRole] = []
    for index, (_, text) in enumerate(lines):
        role = told[index] or _role_by_wording(text, in_head=index < head, in_tail=index > tail)
        if role is None:
            listing = listing and _may_be_link(text)
            role = "boilerplate" if listing else _role_by_place(text, index, head, lines, titled)
            titled = titled or role == "title"
        elif role == "boilerplate" and index > head:
            listing = listing or _opens_list(text)
        roles.append(role)
        if role == "caption" and _is_credit(text):
            _call_captions(lines, roles, index)
    return tuple(Line(text, number, role) for (number, text), role in zip(lines, roles, strict=True))


def is_dateline(text: str) -> bool:
    """Tell whether a line says when the article was published, and nothing else but who wrote it."""
    if len(text) > _LONGEST_DATELINE or not _YEAR.search(text) or not (dates := find_dates(text)):
        return False
    timed = any("T" in date.value for date in dates)
    for date in reversed(dates):
        text = f"{text[: date.start]} {text[date.end :]}"
    text, names = re.subn(_NAME, " ", _MAIL.sub(" ", text))
    table = cues()
    text = table.dateline_noise.sub(" ", table.dateline_label.sub(" ", text))
    return len(_SEPARATORS.sub("", text)) <= (_LONGEST_OUTLET if timed and names else 0)


def published_in(text: str) -> str | None:
    """Give the time of publication that a dateline tells: of several, not the one of a later change."""
    dates = find_dates(text)
    previous = 0
    for date in dates:
        if not cues().dateline_later.search(text[previous : date.start]):
            return date.value
        previous = date.end
    return dates[0].value if dates else None


def _role_by_wording(text: str, in_head: bool, in_tail: bool) -> LineRole | None:
    table = cues()
    if is_dateline(text) and (in_head or in_tail or table.dateline_label.search(text)):
        return "dateline"
    if _any(table.contact, text, in_head, in_tail):
        return "byline" if in_head else "boilerplate"
    if _any(table.caption, text, in_head, in_tail):
        return "caption"
    if _any(table.boilerplate, text, in_head, in_tail):
        return "boilerplate"
    if not _LABEL.match(text) and _any(table.byline, text, in_head, in_tail):
        return "byline"
    return None


def _any(rows: Rows, text: str, in_head: bool, in_tail: bool) -> bool:
    if len(text) > LONGEST:
        return False
    return any(
        (in_head or not row.only_head) and (in_tail or not row.only_tail) for row in rows.matching(text)
    )


def _role_by_place(
    text: str, index: int, head: int, lines: Sequence[tuple[int, str]], titled: bool
) -> LineRole:
    if not titled and index <= head:
        return "paragraph" if len(text) > _LONGEST_TITLE and _ends_sentence(text) else "title"
    if _LABEL.match(text) or _ends_sentence(text):
        return "paragraph"
    if index < head and (text[0] in _BULLETS or not _LIST_ITEM.match(text)):
        return "deck"
    if _LIST_ITEM.match(text):
        return "deck" if _is_crosshead(lines, index) else "paragraph"
    heads_text = index + 1 < len(lines) and _is_running_text(lines[index + 1][1])
    return "deck" if len(text) <= _LONGEST_CROSSHEAD and heads_text else "paragraph"


def _is_crosshead(lines: Sequence[tuple[int, str]], index: int) -> bool:
    """Tell a marked heading (◆ 인력난은 숙제) from an item of a list: running text stands around it."""
    text = lines[index][1]
    if text[0] not in _HEADING_MARKS or len(text) > _LONGEST_CROSSHEAD or not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1][1], lines[index + 1][1]
    return _is_running_text(after) and not _LIST_ITEM.match(after) and not _LIST_ITEM.match(before)


def _first_paragraph(lines: Sequence[tuple[int, str]], told: Sequence[LineRole | None]) -> int:
    """Give the index of the first line of running text after the title, or the number of lines."""
    for index, (_, text) in enumerate(lines[1:], start=1):
        if told[index] is None and _is_running_text(text) and not is_dateline(text):
            return index
    return len(lines)


def _last_paragraph(lines: Sequence[tuple[int, str]]) -> int:
    """Give the index of the last line of running text that says what no line before it has said, or -1."""
    first: dict[str, int] = {}
    for index, (_, text) in enumerate(lines):
        first.setdefault(text, index)
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index][1]
        if first[text] == index and _is_running_text(text):
            return index
    return -1


def _is_credit(text: str) -> bool:
    """Tell a line that only says whose picture it is: [다온시 제공. 재판매 및 DB 금지]."""
    return len(text) <= _LONGEST_CAPTION and text[0] in "[(（<" and text[-1] in "])）>"


def _call_captions(lines: Sequence[tuple[int, str]], roles: list[LineRole], credit: int) -> None:
    """Call the words before a credit what they are; scrapes often have them twice."""
    words = lines[credit - 1][1] if credit else ""
    for index in range(credit - 1, max(0, credit - 3), -1):
        if lines[index][1] != words or roles[index] not in ("deck", "paragraph") or _is_running_text(words):
            return
        roles[index] = "caption"


def _opens_list(text: str) -> bool:
    """Tell the heading of a list of other articles (많이 본 뉴스), which names none itself."""
    return len(text) <= _LONGEST_HEADING and any(row.opens_list for row in cues().boilerplate.matching(text))


def _may_be_link(text: str) -> bool:
    return len(text) <= _LONGEST_DECK and not _ends_sentence(text)


def _is_running_text(text: str) -> bool:
    if len(text) > _LONGEST_DECK:
        return _is_none_of(text, cues().caption, cues().boilerplate)
    return bool(_STORY_OPENING.match(text[:_LONGEST_TITLE])) or (
        len(text) > 20 and _ends_sentence(text) and _is_plain(text)
    )


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text[-_SENTENCE_TAIL:]))


def _is_plain(text: str) -> bool:
    table = cues()
    return _is_none_of(text, table.contact, table.caption, table.boilerplate, table.byline)


def _is_none_of(text: str, *roles: Rows) -> bool:
    return not any(True for rows in roles for _ in rows.matching(text))
