"""Words with where they come from."""

from __future__ import annotations

from store.model import Article


def cited(quote: str, article: Article) -> str:
    """Give words with where they come from: the quote, then title, publisher, date and address in a line."""
    date = (article.published or "")[:10]
    source = [article.title, article.publisher or "", date, article.url or article.source]
    return f"“{quote}”\n— {' · '.join(part for part in source if part and part != quote)}\n"
