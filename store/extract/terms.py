"""The words of an article as an index wants them: content morphemes without josa and endings."""

from __future__ import annotations

from store.extract.document import Document

_CONTENT = ("NN", "NR", "VV", "VA", "XR", "MAG", "SL", "SH", "SN", "W_")


def index_terms(document: Document) -> str:
    """Give the article's content morphemes in the order of reading, separated by spaces.

    A search for 나델라 finds 나델라가, and one for 하이닉스 finds SK하이닉스, as Kiwi takes the words apart.
    """
    return " ".join(
        token.form
        for block in document.blocks
        for token in block.tokens
        if token.tag.startswith(_CONTENT) and not token.form.isspace()
    )
