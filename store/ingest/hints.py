"""What a page says of its article outside of its metadata: a byline by its class, values in its scripts."""

from __future__ import annotations

import re
from itertools import islice
from typing import Literal

from lxml import html

_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:authors?|writers?|reporters?|byline|journalists?|rep|gija)(?:$|[\s_-]|name|nm)",
    re.IGNORECASE,
)
_TAGS = ("span", "p", "a", "div", "em", "strong", "b", "li", "dd", "address", "td")
_LONGEST_BYLINE = 40
_MOST_LABELLED = 50
_JOB = (
    r"(?:(?:선임|전문|인턴|수습|객원|의학전문)?\s?기자|특파원|논설위원|에디터|통신원|PD|칼럼니스트|평론가|시인|작가|교수|소설가"
    r"|변호사|변리사|연구원|연구위원|대표|편집장)"
)
_NAME = r"[가-힣]{2,4}"
_BYLINE = re.compile(
    rf"(?:글|취재|작성자?|기자|by)?\s?[:=]?\s?(?P<names>{_NAME}(?:\s?[·,ㆍ]\s?{_NAME}){{0,4}})\s?(?P<job>{_JOB})?",
    re.IGNORECASE,
)
_DESK = re.compile(r"(?:편집|문화|정치|사회|경제|국제|체육|전국|지방|산업|기획|취재|사진|주간|소비)[부국팀]")
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설"
    "마길연위표명기반왕금옥육인맹제모탁국어은편용봉사부"
)
_MAIL = re.compile(r"[(<\[]?\s*[\w.+-]+@[\w.-]+\s*[)>\]]?")
_VALUE = r"[\"\']?\s*[:=]\s*[\"\'](?P<value>[^\"\'<>]{2,40})[\"\']"
_SCRIPTED = {
    "date": re.compile(
        r"[\"\'.\s,{](?:(?:article|news|publish(?:ed)?|pub|reg|regist(?:er)?|input|insert|write|service|first)_?"
        rf"(?:date|dt|datetime|day)|published_?(?:at|time)){_VALUE}",
        re.IGNORECASE,
    ),
    "author": re.compile(
        rf"[\"\'.\s,{{](?:article_?)?(?:author|writer|reporter|journalist)_?(?:name|nm)?{_VALUE}",
        re.IGNORECASE,
    ),
}
_LONGEST_SCRIPT = 200_000


def shown_author(root: html.HtmlElement) -> str | None:
    """Give the names in the first byline that says nothing else, told by its class; None without one."""
    labelled = (element for element in root.iter(*_TAGS) if _BYLINE_CLASS.search(_label(element)))
    texts = (element.text_content() for element in islice(labelled, _MOST_LABELLED))
    return next((found for text in texts if (found := _names(text))), None)


def _label(element: html.HtmlElement) -> str:
    return " ".join(element.get(name) or "" for name in ("class", "id", "rel", "itemprop"))


def _names(text: str) -> str | None:
    plain = " ".join(_MAIL.sub(" ", text[: 4 * _LONGEST_BYLINE]).split())
    match = _BYLINE.fullmatch(plain) if len(plain) <= _LONGEST_BYLINE else None
    if not match:
        return None
    names = re.split(r"\s?[·,ㆍ]\s?", match["names"])
    named = match["job"] or all(
        len(name) == 3 and name[0] in _SURNAMES and not _DESK.match(name) for name in names
    )
    return ", ".join(names) if named else None


def scripted(root: html.HtmlElement, what: Literal["date", "author"]) -> str | None:
    """Give the one value that the scripts of a page give a date or a writer; None where they give several."""
    values = {
        match["value"].strip()
        for script in root.iter("script")
        for match in _SCRIPTED[what].finditer((script.text or "")[:_LONGEST_SCRIPT])
    }
    return values.pop() if len(values) == 1 else None
