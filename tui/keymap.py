"""Keys: the jamo that stand on them, how they are named on screen, and the reader's own keymap file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

JAMO = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        strict=True,
    )
)
"""The two-set keyboard: the jamo on each letter key; shifted letters only where shift makes another jamo."""

_PAIRS = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip

_INITIAL, _MEDIAL, _FINAL = 0x1100, 0x1161, 0x11A8
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

LABELS = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp",
    "escape": "esc", "question_mark": "?", "slash": "/", "full_stop": ".", "comma": ",", "plus": "+",
    "left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{",
    "right_curly_bracket": "}", "greater_than_sign": ">", "less_than_sign": "<",
}  # fmt: skip
"""How a key with a long name is shown."""


def with_jamo(keys: Iterable[str]) -> tuple[str, ...]:
    """Give the keys, and beside each letter the jamo that a Korean keyboard sends in its place."""
    kept = tuple(keys)
    return (*kept, *(JAMO[key] for key in kept if key in JAMO))


def strokes(text: str) -> list[str]:
    """Give the jamo that were typed for composed Hangul (``머`` → ㅁ, ㅓ); nothing for other text."""
    typed: list[str] = []
    for part in unicodedata.normalize("NFD", text):
        for first, jamo in ((_INITIAL, _INITIALS), (_MEDIAL, _MEDIALS), (_FINAL, _FINALS)):
            if 0 <= ord(part) - first < len(jamo):
                part = jamo[ord(part) - first]
                break
        if part not in _PAIRS and part not in JAMO.values():
            return []
        typed.extend(_PAIRS.get(part, part))
    return typed


def label(key: str) -> str:
    """Name a key as it is shown on screen: ``ctrl+d`` is ^d, ``slash`` is /."""
    if key.startswith("ctrl+"):
        return "^" + label(key.removeprefix("ctrl+"))
    return LABELS.get(key, key)


def load(path: Path, defaults: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Read a keymap file (TOML: action = "key" or a list of keys) over the default keys.

    Returns every action's keys without jamo, and in plain words what in the file could not be used.
    """
    keys = dict(defaults)
    if not path.is_file():
        return keys, []
    import tomllib

    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return keys, [f"{path}: {error}"]
    problems: list[str] = []
    for name, value in written.items():
        chosen = [value] if isinstance(value, str) else value
        if name not in defaults:
            problems.append(f"{path}: {name}: no such action")
        elif not isinstance(chosen, list) or not all(isinstance(key, str) and key for key in chosen):
            problems.append(f"{path}: {name}: a key, or a list of keys, in quotes")
        else:
            keys[name] = tuple(chosen)
    return keys, problems


def conflicts(keys: Mapping[str, tuple[str, ...]], places: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Give each (key, action, action) where two actions that apply at one time share a key."""
    found: list[tuple[str, str, str]] = []
    names = list(keys)
    for index, name in enumerate(names):
        for other in names[index + 1 :]:
            together = {places[name], places[other]}
            if len(together) == 1 or together <= {"move", "desk", "app"}:
                shared = [key for key in with_jamo(keys[name]) if key in with_jamo(keys[other])]
                found.extend((key, name, other) for key in shared)
    return found


def settled(
    keys: Mapping[str, tuple[str, ...]],
    defaults: Mapping[str, tuple[str, ...]],
    places: Mapping[str, str],
) -> dict[str, tuple[str, ...]]:
    """Give an action whose chosen key is another's its own keys back: no action is left without one."""
    kept = dict(keys)
    for name in keys:
        if kept[name] != defaults[name] and any(name in pair for _, *pair in conflicts(kept, places)):
            kept[name] = defaults[name]
    return kept
