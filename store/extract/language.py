"""Which language an article is in: enough to say whether it was read as Korean."""

from __future__ import annotations

import re

from store.model import Article

KOREAN = "ko"

KOREAN_SHARE = 0.2
"""Share of Hangul among the letters from which a text is read as Korean; English names are common in news."""

_HANGUL = re.compile(r"[가-힣]+")
_LATIN = re.compile(r"[A-Za-z]+")


def has_hangul(text: str) -> bool:
    """Tell whether any of it is written in Hangul."""
    return _HANGUL.search(text) is not None


def language_of(article: Article) -> str:
    """Give ``ko``, ``en`` or ``other`` by the script of the article's letters; an empty text is ``other``."""
    text = article.text
    hangul = len("".join(_HANGUL.findall(text)))
    if text and hangul / len(text) >= KOREAN_SHARE:
        return KOREAN
    letters = sum(map(str.isalpha, text))
    if not letters:
        return "other"
    if hangul / letters >= KOREAN_SHARE:
        return KOREAN
    return "en" if len("".join(_LATIN.findall(text))) / letters >= 0.5 else "other"
