"""One article in the shapes that Korean news pages have: what stands around it and where its text is."""

# ruff: noqa: E501 - markup as it is served

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


def _meta(title: str | None = None) -> str:
    title, date = title or TITLE, f"{DATE}:00+09:00"
    return (
        f'<meta property="og:title" content="{html.escape(title)}"><meta property="og:site_name" content="{SITE}">'
        f'<meta property="og:url" content="{URL}"><meta property="article:published_time" content="{date}">'
        f'<meta name="author" content="{AUTHOR} 기자">'
    )


def _page(body: str, head: str | None = None, title: str | None = None, charset: str = "utf-8") -> str:
    title = title or f"{TITLE} - {SITE}"
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


def _next_pieces() -> str:
    article = {
        "title": TITLE,
        "contents": "".join(f"<p>{_text(line)}</p>" for line in BODY),
        "regDate": DATE.replace("T", " "),
        "reporters": [{"name": AUTHOR}],
        "press": SITE,
        "url": URL,
    }
    row = f"7:{json.dumps(['$', '$L12', None, {'data': {'article': article}}])}\n"
    pieces = (row[start : start + 333] for start in range(0, len(row), 333))
    return "".join(f"<script>self.__next_f.push({json.dumps([1, piece])})</script>" for piece in pieces)


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


def _figure() -> str:
    return f'<figure><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>'


def _broken() -> str:
    return "<br><br>\n".join(_text(line) for line in BODY)


SHAPES: dict[str, Callable[[], str]] = {
    "container with paragraphs": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div itemprop="articleBody">{_figure()}{_paragraphs(BODY)}<p>{TAIL}</p></div>{RELATED}'
    ),
    "container with line breaks": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div id="dic_area">{_broken()}<br><br>{TAIL}</div>{RELATED}'
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
        f'<div class="x1"><h1>{_text(TITLE)}</h1><div class="x2">{_broken()}</div></div>{RELATED}'
    ),
    "each paragraph a div": lambda: _page(
        f"<h1>{_text(TITLE)}</h1><section class='x'>{''.join(f'<div>{_text(line)}</div>' for line in BODY)}</section>"
    ),
    "no metadata but the page": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div class="info">입력 {DATE.replace("-", ".").replace("T", " ")} {AUTHOR} 기자</div>'
        f'<div class="article_body">{_paragraphs(BODY)}</div>',
        head=f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="{SITE}">',
    ),
    "tables for layout": lambda: _page(
        f"<table><tr><td>{NAV}</td><td><table><tr><td><h1>{_text(TITLE)}</h1></td></tr>"
        f'<tr><td id="articleBody">{_broken()}</td></tr></table></td></tr></table>'
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
        f'<span class="end_photo_org"><img><em class="img_desc">{CAPTION}</em></span>{_broken()}</article></div>'
        '<div class="u_likeit">좋아요 3 훈훈해요 1</div>'
    ),
    "EUC-KR": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div id="articleBody">{_broken()}</div>', charset="euc-kr"
    ),
    "split by advertisements, a byline by its class": lambda: _page(
        f'<h2 class="tit">{_text(TITLE)}</h2><div class="info"><span class="name_reporter">{AUTHOR} 기자</span>'
        f"<ul><li>입력 {DATE.replace('T', ' ')}</li><li>수정 2025-02-01 09:00</li></ul></div>"
        f'<div class="art_txt"><div class="img_wrap"><img><p class="cap">{CAPTION}</p></div>{"<br><br>".join(map(_text, BODY[:2]))}</div>'
        f'<div class="ad_box"><span>AD</span><a href="/ad">최저가 항공권</a></div>'
        f'<div class="art_txt">{"<br><br>".join(map(_text, BODY[2:]))}</div>',
        head=f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="{SITE}">',
    ),
    "date and writer in a script": lambda: _page(
        f'<h1>{_text(TITLE)}</h1><div class="txt">{_paragraphs(BODY)}</div><a href="?p=2">다음 페이지</a>'
        f'<script>dataLayer.push({{"articleDate": "{DATE.replace("T", " ")}:00", "writer": "{AUTHOR}"}});</script>',
        head=f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="{SITE}">',
    ),
    "EUC-KR that says UTF-8, the site before the title": lambda: _page(
        f"<!-- euc-kr --><table><tr><td><b>{_text(TITLE)}</b><br>기사입력 : {DATE.replace('-', '/').replace('T', ' [')}] {AUTHOR} 기자"
        f'<hr><table><tr><td class="caption">{CAPTION}</td></tr></table><font size=3>{"<br><br>&nbsp;".join(map(_text, BODY))}</font>'
        "</td><td><b>많이 본 기사</b><br><a href=a>가온시 어린이 도서관 새 단장</a></td></tr></table>",
        head=f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="{SITE}">',
        title=f"{SITE} - {TITLE}",
    ),
    "a summary, a player and a picture's words inside": lambda: _page(
        f'<h2 id="news_title">{_text(TITLE)}</h2><div class="ai_summary"><strong>AI 3줄 요약</strong><ul><li>천문대가 문을 연다</li>'
        "</ul><p>이 요약은 AI가 만들었으며 기사 전체를 읽어야 합니다.</p></div>"
        '<div class="audio_player"><span>기사 듣기</span><span>00:00 / 01:42</span></div>'
        f'<div id="newsTxt">{_paragraphs(BODY[:2])}<p class="photo_area"><img><span class="desc">{CAPTION}</span></p>'
        f"{_paragraphs(BODY[2:])}</div>"
    ),
    "lines that only a style sheet keeps apart": lambda: _page(
        f'<section><h3 class="title">{_text(TITLE)}</h3><dl><dt>기자명</dt><dd class="writer">{AUTHOR} 기자</dd>'
        f"<dt>입력</dt><dd>{DATE.replace('T', ' ')}</dd><dt>댓글</dt><dd>4</dd></dl>"
        f'<div class="content">\n{chr(10).join(map(_text, BODY))}\n</div></section>',
        head=f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="{SITE}">',
    ),
    "a board, the writer behind a short last sentence": lambda: _page(
        f'<div id="t">{_text(TITLE)}</div><div id="i">작성 : {DATE.replace("T", " ")}&nbsp;&nbsp;가+가-</div><div id="view">'
        f"{'<p>&nbsp;</p>'.join(f'<p>&nbsp;{_text(line)}</p>' for line in BODY)}<p>{AUTHOR} 기자 dodam@narae.example</p></div>",
        head=f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="{SITE}">',
    ),
    "AMP with fallbacks": lambda: _page(
        f'<amp-sidebar><ul><li>오늘의 운세</li></ul></amp-sidebar><article><h1>{_text(TITLE)}</h1><div class="amp-body">'
        f"{_paragraphs(BODY[:2])}<amp-ad><div fallback>광고를 불러오지 못했습니다</div></amp-ad>{_paragraphs(BODY[2:])}</div></article>"
    ),
    "live updates": lambda: _page(
        f'<main><article><h1>{_text(TITLE)}</h1><ul class="live-list">'
        + "".join(
            f'<li><time datetime="{DATE}">1{number}:00</time><div><p>{_text(line)}</p><button>공유</button></div></li>'
            for number, line in enumerate(BODY)
        )
        + "</ul></article></main>",
        head=f'<script type="application/ld+json">{_linked().replace("NewsArticle", "LiveBlogPosting")}</script>',
    ),
    "a Next.js stream in pieces, all escaped": lambda: _page(f"<div></div>{_next_pieces()}", head=""),
}

ARTICLES: dict[str, dict[str, Any]] = {
    "a report": {"TITLE": TITLE, "AUTHOR": AUTHOR, "DATE": DATE, "BODY": BODY, "CAPTION": CAPTION},
    "figures and a list": {
        "TITLE": "다온전자 3분기 매출 1조2천억…'반도체·배터리' 두 날개로 사상 최대",
        "AUTHOR": "문해솔",
        "DATE": "2024-10-31T08:05",
        "CAPTION": "다온전자 새벽공장에서 직원이 배터리 셀을 살피고 있다. 다온전자 제공",
        "BODY": [
            "다온전자(대표 한기람)는 3분기 매출이 1조2340억원으로 지난해 같은 기간보다 18.4% 늘었다고 31일 공시했다.",
            "영업이익은 987억원(8.0%)으로 시장의 예상(900억원 안팎)을 웃돌았다. AI 서버용 D램이 이익의 절반을 냈다.",
            "△반도체 7,120억원 △배터리 3,850억원 △가전 1,370억원 등 세 사업이 모두 자랐다.",
            '한기람 대표는 컨퍼런스콜에서 "내년에는 설비에 2조원을 쓰겠다"며 "미국 오하이오 공장은 2026년 2분기에 돌린다"고 밝혔다.',
            "증권가는 목표 주가를 잇달아 올렸다. 새벽증권은 5만2000원에서 6만1000원으로, 하늘증권은 5만8000원으로 높였다.",
            "다만 환율이 1,400원을 넘으면 원재료 값이 분기마다 120억원가량 더 든다는 점은 걱정거리라고 회사는 덧붙였다.",
        ],
    },
    "an interview": {
        "TITLE": '"악보에 없는 쉼표가 가장 어렵다" [오래 본 사람] 첼리스트 윤노을',
        "AUTHOR": "강보라",
        "DATE": "2025-01-12T19:20",
        "CAPTION": "첼리스트 윤노을이 연습실에서 활을 고르고 있다. 사진=강보라 기자",
        "BODY": [
            "윤노을(41)은 무대에 오르기 전 물을 마시지 않는다. 손끝이 차가워지기 때문이다. 그를 지난 10일 새숲예술관에서 만났다.",
            "―한 곡을 열두 해 동안 연주했다. 지겹지 않나.",
            '"지겹다는 말은 다 알았다는 말이다. 나는 아직 둘째 악장의 쉼표를 모른다. 악보에 없는 쉼표가 있고, 그게 가장 어렵다."',
            "―무대를 떠난 두 해는 어떻게 보냈나.",
            '"배를 탔다. 고등어를 잡는 배였는데, 그물을 당길 때 모두가 한 번에 숨을 쉰다. 사중주와 똑같았다."',
            "그는 오는 3월 2일 같은 곳에서 독주회를 연다. 표는 3만~7만원이며 학생은 반값이다. 문의 예술관 누리집.",
        ],
    },
}
"""What the pages may be about: ``about`` puts one in the place of the first."""


@contextmanager
def about(name: str) -> Iterator[dict[str, Any]]:
    """Make all shapes tell another article, for the length of the block."""
    before = {key: globals()[key] for key in ARTICLES[name]}
    globals().update(ARTICLES[name])
    try:
        yield ARTICLES[name]
    finally:
        globals().update(before)
