"""File names that are safe on every system, and that an article keeps when its title changes."""

from __future__ import annotations

import re
import unicodedata

from store.model import Article
from store.text import UNSEEN, printable

MAX_BYTES = 120


def file_name(article: Article) -> str:
    """Give a Markdown file's name: date, title, and the id; at most 120 bytes of UTF-8."""
    ending = f"-{plain_id(article.id)}.md"
    date = (article.published or "")[:10]
    stem = safe_stem(f"{date} {article.title}".strip(), MAX_BYTES - len(ending.encode()))
    return stem + ending


def safe_stem(text: str, max_bytes: int) -> str:
    """Give a text as a file name's stem: no separators, no reserved or unseen characters, never empty."""
    from pathvalidate import sanitize_filename

    seen = printable(unicodedata.normalize("NFC", text)).replace(UNSEEN, "")
    # Links of a note-taking program are cut off at these, though a file may have them.
    plain = re.sub(r"[#^\[\]\u2400-\u243f]", "", seen)
    name = sanitize_filename(plain, platform="universal", replacement_text=" ")
    words = " ".join(name.split()).lstrip("-. ").rstrip(". ")
    cut = words.encode("utf-8", "ignore")[:max_bytes].decode("utf-8", "ignore").strip(". ")
    return cut or "article"


def plain_id(article_id: str) -> str:
    """Give an article's id as it may stand in the name of a file."""
    return re.sub(r"[^0-9A-Za-z_-]", "", article_id)[:40]
