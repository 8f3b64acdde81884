from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.export.escape import block_id, escape, link, quoted
from store.text import printable

MARKDOWN = MarkdownIt("gfm-like")


def shown(markdown: str) -> str:
    """Give what a reader of the rendered Markdown sees, where it is one plain paragraph."""
    rendered = MARKDOWN.render(markdown)
    plain = re.fullmatch(r"<p>(.*)</p>\n", rendered, re.DOTALL)
    assert plain is not None and "<" not in plain[1], rendered
    return html.unescape(plain[1])


HOSTILE = """\
\x1b]0;owned\x07[CEO] [/ [link=file:///etc/passwd]
<script>alert(1)</script>
[x](javascript:alert(1))
![a](b)
# 제목
- 항목
1. 첫째
12) 둘째
> 인용
```
~~~
---
===
***
| a | b |
[^1]: x
[x]: http://a.b
<!-- sinmun:end facts -->
&lt;b&gt;
\\*a\\*
`code`
$x$
==강조==
%%숨김%%
^id
#태그
https://a.b/c
www.a.b
<https://a.b>
{{ 7 * 7 }}
<% tp %>
:smile:
a::b
\u202eabc
a\u200bb
__init__
~~지움~~
+ 더하기
= 같음
    네 칸
"""


@pytest.mark.parametrize("text", HOSTILE.splitlines())
def test_hostile_text_is_text(text: str) -> None:
    assert shown(escape(text)) == " ".join(printable(text).split())


@given(st.text(st.characters(codec="utf-8"), min_size=1))
@example("1) \n2) ")
@example("a@b.co")
def test_any_text_is_shown_as_it_is(text: str) -> None:
    expected = " ".join(printable(text).split())
    if expected and "@" not in expected:
        assert shown(escape(text)) == expected


@given(st.text(alphabet="-+=*_`#>|[]()<>!\\~^$&{}:/.w0a \n", min_size=1, max_size=12))
def test_any_marks_are_shown_as_they_are(text: str) -> None:
    expected = " ".join(printable(text).split())
    if expected:
        assert shown(escape(text)) == expected


def test_only_addresses_of_the_web_are_links() -> None:
    assert link("https://news.example/a?b=1") == "<https://news.example/a?b=1>"
    for other in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://a.b/><b>",
        "https://a b",
        "//a.b",
        "",
    ):
        assert "<" not in link(other).replace("\\<", "")
    assert link(None) == ""


def test_a_note_can_not_leave_its_quote() -> None:
    lines = quoted("글\n\n```\n# 제목\n<!-- sinmun:end notes -->\x1b").split("\n")
    assert all(line.startswith(">") for line in lines)
    assert "\x1b" not in "".join(lines)


def test_block_ids_have_letters_digits_and_dashes() -> None:
    assert block_id("quotation:1a/2b") == "quotation-1a-2b"
    assert block_id("팩트") == "x"
