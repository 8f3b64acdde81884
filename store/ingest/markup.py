"""HTML to lines: what a browser would show, block by block, with captions told apart."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from lxml import etree, html

from store.ingest.limits import MAX_NESTING, MAX_TAGS
from store.model import SinmunError

Kind = Literal["text", "heading", "caption"]

_BLOCKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
    }
    | {
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
    }
    | {
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "option"}
    | {"button", "input", "textarea", "audio", "video", "canvas", "map", "annotation", "annotation-xml"}
    | {"amp-ad", "amp-auto-ads", "amp-embed", "amp-iframe", "amp-sidebar", "amp-social-share"}
)
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:caption|captions|img_?desc|photo_?desc|pic_?desc|photo_?caption|txt_?caption|img_?caption"
    r"|image_?caption|end_photo_org_em|summary_caption|caption-text)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PHOTO_CLASS = re.compile(
    r"(?:^|[\s_-])(?:photo|img|image|pic|figure)_?(?:area|box|wrap|layout|center|block|cont)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 200
_ASIDE_TAGS = frozenset({"nav", "aside", "footer"})
_ASIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related?|relation|relative|recommend(?:ed)?|rank(?:ing)?|popular|most|banner|ads?|advert\w*|adsbygoogle"
    r"|share|sns|social|comments?|reply|copyright|footer|gnb|lnb|nav|navi|breadcrumbs?|subscribe|newsletter|poll|vote|survey"
    r"|journalist(?:card)?|reporter_?(?:info|area|box)|hot_?news|best_?news|more_?news|sponsor\w*|sidebar|skip|popup"
    r"|toolbar|util|paging|pagination|tags?|keywords?|outlink|u_likeit|ai_?(?:summary|brief)|summary_?ai"
    r"|audio\w*|tts\w*|voice|listen\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


class Segment(NamedTuple):
    """One block of shown text; ``linked`` when it is all link, ``element`` is the block that it stands in."""

    text: str
    kind: Kind
    linked: bool
    element: html.HtmlElement


def parse_markup(text: str) -> html.HtmlElement:
    """Parse a page or a fragment into a tree; raises SinmunError for one that is huge or nested too deep."""
    if text.count("<") > MAX_TAGS:
        raise SinmunError(
            f"it has more than {MAX_TAGS:,} tags: it is no article page; save the article alone"
        )
    parser = html.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, encoding="utf-8"
    )
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise SinmunError(f"its HTML cannot be parsed ({error}): save the page again") from None
    _check_nesting(root)
    return root


def _check_nesting(root: html.HtmlElement) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_NESTING:
            raise SinmunError(f"its tags are nested more than {MAX_NESTING} deep: save the article alone")


def fragment_lines(text: str) -> list[str]:
    """Give the lines that a piece of HTML shows: the body of a feed's entry or of a JSON field."""
    text = text.replace("<![CDATA[", "").replace("]]>", "")
    if not re.search(r"<\s*(?:br|p|div|li|h[1-6]|td|article|section|figure)\b", text, re.IGNORECASE):
        text = text.replace("\n", "<br>")
    return [segment.text for segment in segments(parse_markup(f"<div>{text}</div>"))]


def segments(root: html.HtmlElement, asides: bool = True) -> list[Segment]:
    """Walk the shown blocks of a tree in their order; lines broken by ``<br>`` are blocks of their own.

    Without ``asides`` what stands beside an article is left out: menus, related links, rankings, footers.
    """
    return _Walk(root, asides).found


class _Walk:
    """The state of one walk: the text of the open block, and which captions, headings and links are open."""

    def __init__(self, root: html.HtmlElement, asides: bool) -> None:
        self.found: list[Segment] = []
        self._buffer: list[str] = []
        self._blocks = [root]
        self._captions = self._headings = self._links = self._linked = 0
        self._most = None if asides else len(root.text_content()) // 2
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            seen = self._is_seen(element)
            if event == "start":
                if seen:
                    self._open(element)
                else:
                    walker.skip_subtree()
            else:
                if seen:
                    self._close(element)
                if element is not root:
                    self._add(element.tail)
        self._flush()

    def _is_seen(self, element: html.HtmlElement) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or "hidden" in element.attrib:
            return False
        if "display:none" in (element.get("style") or "").replace(" ", "").casefold():
            return False
        if self._most is None:
            return True
        is_aside = tag in _ASIDE_TAGS or _ASIDE_CLASS.search(
            f"{element.get('id') or ''} {element.get('class') or ''}"
        )
        return not is_aside or len(element.text_content()) > self._most

    def _open(self, element: html.HtmlElement) -> None:
        if _is_block(element) or element.tag in ("br", "amp-img"):
            self._flush()
        if _is_block(element):
            self._blocks.append(element)
        self._count(element, 1)
        self._add(element.text)

    def _close(self, element: html.HtmlElement) -> None:
        if _is_block(element):
            self._flush()
            self._blocks.pop()
        self._count(element, -1)

    def _count(self, element: html.HtmlElement, step: int) -> None:
        self._captions += step * _is_caption(element)
        self._headings += step * (element.tag in _HEADINGS)
        self._links += step * (element.tag == "a")

    def _add(self, text: str | None) -> None:
        if text:
            self._buffer.append(text)
            self._linked += len(text.strip()) if self._links else 0

    def _flush(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._buffer)).strip(" ")
        if text.strip():
            kind: Kind = "caption" if self._captions else "heading" if self._headings else "text"
            self.found.append(Segment(text, kind, self._linked >= 0.8 * len(text), self._blocks[-1]))
        self._buffer.clear()
        self._linked = 0


def _is_caption(element: html.HtmlElement) -> bool:
    label = element.get("class") or ""
    return (
        element.tag == "figcaption"
        or bool(_CAPTION_CLASS.search(label))
        or (bool(_PHOTO_CLASS.search(label)) and len(element.text_content()) <= _LONGEST_CAPTION)
    )


def _is_block(element: html.HtmlElement) -> bool:
    return element.tag in _BLOCKS or _is_caption(element)
