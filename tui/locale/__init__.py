"""What the screen says, in Korean and English: one plain table a language."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Literal, get_args

Lang = Literal["ko", "en"]


_KEY = re.compile(r"\[\[(\w+)\]\]")
_NUMBERED = re.compile(r"(\{(\w+)\} \w+)\(s\)")


class Words:
    """The interface's words in one language: ``words("counts.total", n=3)``."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        if lang == "ko":
            from tui.locale.ko import WORDS
        else:
            from tui.locale.en import WORDS
        self._words: Mapping[str, str] = WORDS
        self.keys: Mapping[str, str] = {}
        """How the key of each action is called on screen: what [[action]] stands for."""

    def __call__(self, key: str, **values: object) -> str:
        """Give the words under ``key`` with ``values`` put in; a key that is not there raises KeyError.

        Where the words speak of an action's key (``[[undo]]``), it is the reader's own; the noun behind a
        number (``{n} note(s)``) stands in the singular for one. Thousands are set apart.
        """
        said = _KEY.sub(lambda found: self.keys.get(found[1], found[1]), self._words[key])
        said = _NUMBERED.sub(lambda found: found[1] + ("" if str(values[found[2]]) == "1" else "s"), said)
        if not values:
            return said
        return said.format(
            **{name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        )

    def get(self, key: str, otherwise: str) -> str:
        """Give the words under ``key``, or ``otherwise`` where there are none."""
        return self._words.get(key, otherwise)

    def error(self, error: Exception) -> str:
        """Give what an error says, in the interface's language where its words are known."""
        return said(str(error), self.lang)


def said(message: str, lang: Lang) -> str:
    """Give one of the program's English messages in a language."""
    if lang == "en":
        return message
    from tui.locale.korean import korean

    return korean(message)


def language(chosen: str | None = None, environment: Mapping[str, str] | None = None) -> Lang:
    """Give the language that was chosen, else that of LC_ALL, LC_MESSAGES or LANG: Korean or English."""
    env = os.environ if environment is None else environment
    for lang in get_args(Lang):
        if chosen == lang:
            return "ko" if lang == "ko" else "en"
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "ko" if locale.lower().startswith("ko") else "en"
