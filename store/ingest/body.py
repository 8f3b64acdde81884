"""Which of a page's blocks are the article: by the container it stands in, or by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import html

from store.ingest.assemble import Piece
from store.ingest.markup import Segment, segments
from store.ingest.roles import is_dateline

_CONTAINERS = (
    "//*[@itemprop='articleBody']",
    "//*[@id='article-view-content-div']",
    "//*[@id='dic_area' or @id='newsct_article' or @id='articleBodyContents' or @id='newsEndContents']",
    "//*[@id='articleBody' or @id='article_body' or @id='article-body']",
    "//*[@id='articlebody' or @id='articeBody']",
    "//*[@id='news_body_area' or @id='news_body' or @id='newsbody' or @id='CmAdContent' or @id='textBody']",
    "//*[@data-cloud-area='article' or @dmcf-sid]/ancestor::section[1]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' article_body ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' article-body ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' story-news ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' news_body ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' article_view ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' article_txt ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' art_body ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' view_con ')]",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' news-article-body ')]",
)
"""Where the systems of Korean outlets and portals put the text; the first with enough of it counts."""
_ENDS = re.compile(r"[다요까죠][.?!…]+[\"”'’)\]]*$|^.{0,40}@[\w-]+(?:\.[\w-]+)+\W*$")
"""A short last sentence, or the writer's address."""
_ENOUGH = 120
_HEAD = 10
"""How many blocks before the body its decks and captions may stand in, where no title marks the place."""


def shown_body(root: html.HtmlElement, text: str, title: str | None) -> list[Piece]:
    """Give the article's lines after the title in their order, captions and decks as such."""
    shown = segments(root, asides=False)
    taken = _in_container(root, shown) or _by_trafilatura(text, shown)
    if not taken:
        return []
    first, last = taken[0], taken[-1]
    title_key = _letters(title or "")
    places = [index for index in range(first + 1) if title_key and _letters(shown[index].text) == title_key]
    start = places[-1] + 1 if places else max(0, first - _HEAD)
    chosen = set(taken)
    pieces: list[Piece] = []
    for index in range(start, last + 1):
        segment = shown[index]
        if _letters(segment.text) == title_key:
            continue
        if segment.kind == "caption":
            pieces.append((segment.text, "caption"))
        elif index in chosen and index >= first:
            pieces.append((segment.text, None))
        elif index < first and not segment.linked:
            pieces += _before_body(segment)
    return pieces


def _before_body(segment: Segment) -> list[Piece]:
    if segment.kind == "heading":
        return [(segment.text, "deck")]
    return [(segment.text, None)] if is_dateline(segment.text) else []


def _in_container(root: html.HtmlElement, shown: Sequence[Segment]) -> list[int]:
    for path in _CONTAINERS:
        for container in root.xpath(path):
            taken = [
                index
                for index, segment in enumerate(shown)
                if not segment.linked and _is_inside(segment.element, container)
            ]
            if sum(len(shown[index].text) for index in taken) >= _ENOUGH:
                return taken
    return []


def _is_inside(element: html.HtmlElement, container: html.HtmlElement) -> bool:
    return element is container or any(above is container for above in element.iterancestors())


def _by_trafilatura(text: str, shown: Sequence[Segment]) -> list[int]:
    import trafilatura

    extracted = trafilatura.extract(
        text, favor_recall=True, deduplicate=False, include_comments=False, include_tables=True
    )
    wanted = {_letters(line) for line in (extracted or "").split("\n")} - {""}
    whole = "".join(sorted(wanted, key=len, reverse=True))
    taken = [
        index
        for index, segment in enumerate(shown)
        if not segment.linked
        and (key := _letters(segment.text))
        and (key in wanted or (len(key) > 20 and key in whole))
    ]
    running = _running_text(shown, taken)
    if not running and shown:
        longest = max(range(len(shown)), key=lambda index: len(shown[index].text))
        return [longest] if _is_made_of(_letters(shown[longest].text), wanted) else []
    return _with_between(shown, running)


def _with_between(shown: Sequence[Segment], taken: Sequence[int]) -> list[int]:
    """Take what stands in the same place between two blocks, such as a short question, or runs before all."""
    filled: list[int] = []
    if taken:
        before = range(taken[0] - 1, -1, -1)
        filled = [n for n in before if _is_running(shown[n]) and _place(shown[n]) == _place(shown[taken[0]])]
        filled.reverse()
    for index in taken:
        between = range(filled[-1] + 1, index) if filled else ()
        places = [_place(shown[number]) for number in (*filled[-1:], index)]
        filled += [n for n in between if not shown[n].linked and _place(shown[n]) in places]
        filled.append(index)
    return filled


def _place(segment: Segment) -> tuple[object, str, str]:
    """Give what blocks that follow each other in one text share: where they stand, their tag and class."""
    element = segment.element
    return element.getparent(), str(element.tag), element.get("class") or ""


def _running_text(shown: Sequence[Segment], taken: Sequence[int]) -> list[int]:
    """Cut what comes before the first and after the last block that reads like a paragraph.

    A short last sentence stays, and who wrote it, where they stand in the same place.
    """
    long = [index for index in taken if _is_running(shown[index])]
    return [
        index
        for index in taken
        if long
        and long[0] <= index
        and (
            index <= long[-1]
            or (_place(shown[index]) == _place(shown[long[-1]]) and _ENDS.search(shown[index].text))
        )
    ]


def _is_made_of(key: str, wanted: Iterable[str]) -> bool:
    """Tell a block of several lines, which only a style sheet keeps apart, by the lines that are wanted."""
    inside = [line for line in wanted if line in key and len(line) > 10]
    return sum(map(len, inside)) >= 0.9 * len(key)


def _is_running(segment: Segment) -> bool:
    return len(segment.text) >= 30 and segment.kind == "text" and not segment.linked


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
