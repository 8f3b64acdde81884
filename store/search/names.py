"""How names are compared: in one case, one Unicode form, and without spaces."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """Give the form under which a name is indexed and looked up."""
    return "".join(unicodedata.normalize("NFC", name).casefold().split())
