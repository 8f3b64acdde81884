"""One article in the shapes that Korean news pages have: what stands around it and where its text is."""

# ruff: noqa: E501 - markup as it is served

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Any

TITLE = '가온시 "별 보는 집" 10월 문 연다…망원경 7대'
SITE = "나래일보"
AUTHOR = "이도담"
DATE = "2023-09-28T16:30"
URL = "https://narae.example/society/20230928-17"
BODY = [
    "가온시가 10년 넘게 비어 있던 옛 솔숲초등학교를 천문대로 고쳐 10월 3일 문을 연다고 28일 밝혔다.",
    "시는 46억원을 들여 교실 8칸을 전시실과 강의실로 바꾸고 옥상에 지름 7m짜리 돔을 올렸다. 망원경은 모두 7대다.",
    '하람 가온시 문화국장은 "불빛이 적은 마을이라 맨눈으로도 은하수가 보인다"고 말했다.',
    "하루 관람 인원은 120명으로, 누리집에서 사흘 전까지 예약해야 한다. 달이 밝은 날에는 밤 11시까지 문을 연다.",
    "입장료는 어른 5000원, 어린이 2000원이며 솔숲마을 주민은 무료로 들어간다.",
    "마을 주민들은 내년 봄부터 빈집 5채를 고쳐 숙소로 내놓기로 했다. 이장 소한결(58) 씨는 기대가 크다고 했다.",
]
CAPTION = "옛 솔숲초등학교 옥상에 새로 올린 돔. 가온시 제공"

NAV = '<div id="gnb"><ul><li><a href="/">홈</a></li><li><a href="/p">정치</a></li><li><a href="/e">경제</a></li></ul></div>'
RELATED = (
    '<div class="related_news"><h3>관련기사</h3><ul><li><a href="/1">폐교 12곳, 캠핑장과 미술관으로 바뀐다</a></li>'
    '<li><a href="/2">가온시 밤하늘 보호 조례 통과</a></li></ul></div>'
    '<div class="rank"><h3>많이 본 뉴스</h3><ol><li><a href="/3">주말 전국에 가을비</a></li></ol></div>'
)
FOOTER = (
    f'<div class="footer"><p>{SITE} 서울시 가온구 새길 1 대표전화 02-000-0000 등록번호 서울아00000</p></div>'
)
TAIL = "이도담 기자 dodam@narae.example"


def _text(line: str) -> str:
    return html.escape(line, quote=False)


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{_text(line)}</p>\n" for line in lines)


def _meta(title: str = TITLE, date: str = f"{DATE}:00+09:00") -> str:
    return (
        f'<meta property="og:title" content="{html.escape(title)}"><meta property="og:site_name" content="{SITE}">'
        f'<meta property="og:url" content="{URL}"><meta property="article:published_time" content="{date}">'
        f'<meta name="author" content="{AUTHOR} 기자">'
    )


def _page(
    body: str, head: str | None = None, title: str = f"{TITLE} - {SITE}", charset: str = "utf-8"
) -> str:
    return (
        f'<!DOCTYPE html><html lang="ko"><head><meta charset="{charset}"><title>{_text(title)}</title>'
        f"{_meta() if head is None else head}</head><body>{NAV}{body}{FOOTER}</body></html>"
    )


def _linked(**more: Any) -> str:
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": f"{DATE}:00+09:00",
        "author": {"@type": "Person", "name": AUTHOR},
        "publisher": {"@type": "Organization", "name": SITE},
        "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
        **more,
    }
    return json.dumps(article, ensure_ascii=False)


def _next_stream() -> str:
    body = "".join(f"<p>{_text(line)}</p>" for line in BODY)
    article = {
        "title": TITLE,
        "content": "$2a",
        "published_at": DATE,
        "author": AUTHOR,
        "link": URL,
        "media": SITE,
    }
    rows = f"29:{json.dumps(['$', '$L1', None, {'data': article}], ensure_ascii=False)}\n2a:T{len(body.encode()):x},{body}"
    cut = len(rows) // 3
    pushes = (rows[:cut], rows[cut : 2 * cut], rows[2 * cut :])
    chunks = (json.dumps([1, part], ensure_ascii=False).replace("</", "<\\/") for part in pushes)
    return "".join(f"<script>self.__next_f.push({chunk})</script>" for chunk in chunks)


def _next_elements() -> str:
    children = [["$", "p", str(n), {"children": line}] for n, line in enumerate(BODY)]
    row = f"5:{json.dumps(['$', 'div', None, {'className': 'body', 'children': children}], ensure_ascii=False)}\n"
    return f"<script>self.__next_f.push({json.dumps([1, row], ensure_ascii=False)})</script>"


def _next_data() -> str:
    article = {
        "headline": TITLE,
        "bodyHtml": "",
        "content": "\n".join(BODY),
        "publishedAt": f"{DATE}:00",
        "reporter": {"name": AUTHOR},
        "press": SITE,
        "url": URL,
    }
    data = {
        "props": {
            "pageProps": {
                "menu": [{"title": "홈"}],
                "article": article,
                "hot": [{"title": "x", "content": "y"}],
            }
        }
    }
    return (
        f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False)}</script>'
    )


_FIGURE = f'<figure><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>'
_BROKEN = "<br><br>\n".join(_text(line) for line in BODY)

SHAPES: dict[str, Callable[[], str]] = {
    "container with paragraphs": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div itemprop="articleBody">{_FIGURE}{_paragraphs(BODY)}<p>{TAIL}</p></div>{RELATED}'
    ),
    "container with line breaks": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div id="dic_area">{_BROKEN}<br><br>{TAIL}</div>{RELATED}'
    ),
    "local paper's editing system": lambda: _page(
        f'<h3 class="heading">{_text(TITLE)}</h3><article id="article-view-content-div">'
        f'<div class="photo-layout"><figure><img><figcaption>{CAPTION}</figcaption></figure></div>{_paragraphs(BODY)}'
        f"<p>저작권자 © {SITE} 무단전재 및 재배포 금지</p></article>{RELATED}",
        title=f"{TITLE} < 사회 < 기사본문 - {SITE}",
    ),
    "unknown container": lambda: _page(
        f'<div class="x1"><h1>{_text(TITLE)}</h1><div class="x2">{_paragraphs(BODY)}</div></div>{RELATED}'
    ),
    "unknown container with line breaks": lambda: _page(
        f'<div class="x1"><h1>{_text(TITLE)}</h1><div class="x2">{_BROKEN}</div></div>{RELATED}'
    ),
    "each paragraph a div": lambda: _page(
        f"<h1>{_text(TITLE)}</h1><section class='x'>{''.join(f'<div>{_text(line)}</div>' for line in BODY)}</section>"
    ),
    "no metadata but the page": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div class="info">입력 2023.09.28 16:30 {AUTHOR} 기자</div>'
        f'<div class="article_body">{_paragraphs(BODY)}</div>',
        head=f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="{SITE}">',
    ),
    "tables for layout": lambda: _page(
        f"<table><tr><td>{NAV}</td><td><table><tr><td><h1>{_text(TITLE)}</h1></td></tr>"
        f'<tr><td id="articleBody">{_BROKEN}</td></tr></table></td></tr></table>'
    ),
    "AMP": lambda: _page(
        f'<article><h1>{_text(TITLE)}</h1><amp-img src="a.jpg"></amp-img><div class="article-body">{_paragraphs(BODY)}'
        f"</div></article><amp-ad></amp-ad>"
    ).replace('<html lang="ko">', '<html amp lang="ko">'),
    "advertisements inside": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div class="news_body">{_paragraphs(BODY[:2])}<div class="ad"><a href="/ad">최저가 항공권</a></div>'
        f'{_paragraphs(BODY[2:4])}<script>var ad = "광고";</script><iframe src="x"></iframe>{_paragraphs(BODY[4:])}'
        f'<div class="reporter_area"><p>이도담 기자는 사회부에서 일합니다.</p></div></div>{RELATED}'
    ),
    "JSON-LD only": lambda: _page(
        '<div id="app"></div>',
        head=f'<script type="application/ld+json">{_linked(articleBody=chr(10).join(BODY))}</script>',
    ),
    "JSON-LD in a graph, with markup": lambda: _page(
        '<div id="app">불러오는 중</div>',
        head='<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},'
        f"{_linked(articleBody=''.join(f'<p>{line}</p>' for line in BODY))}]}}</script>",
    ),
    "JSON-LD with raw line ends": lambda: _page(
        '<div id="app"></div>',
        head='<script type="application/ld+json">'
        + _linked(articleBody="@").replace(
            '"@"', json.dumps("\n".join(BODY), ensure_ascii=False).replace("\\n", "\n")
        )
        + "</script>",
    ),
    "__NEXT_DATA__": lambda: _page(f'<div id="__next"></div>{_next_data()}', head=""),
    "a Next.js stream": lambda: _page(f'<div id="__next"></div>{_next_stream()}', head=""),
    "a Next.js stream of elements": lambda: _page(f"<div></div>{_next_elements()}"),
    "a title with the site after a bar": lambda: _page(
        f'<article class="story-news">{_paragraphs(BODY)}</article>',
        head=_meta(f"{TITLE} | {SITE}"),
    ),
    "paged": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div id="article_body">{_paragraphs(BODY)}<div class="paging"><a href="?p=1">1</a>'
        '<a href="?p=2">2</a></div></div>'
    ),
    "a portal": lambda: _page(
        f'<h2 id="title_area"><span>{_text(TITLE)}</span></h2><div id="newsct_article"><article id="dic_area">'
        f'<span class="end_photo_org"><img><em class="img_desc">{CAPTION}</em></span>{_BROKEN}</article></div>'
        '<div class="u_likeit">좋아요 3 훈훈해요 1</div>'
    ),
    "EUC-KR": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div id="articleBody">{_BROKEN}</div>', charset="euc-kr"
    ),
}
