"""The desk with the Hangul input method left on, on a real pseudo-terminal: a letter key does its action."""

from __future__ import annotations

import unicodedata

import pytest

from store.desk import Desk
from tests.tui.conftest import MakeApp
from tests.tui.on_a_pty import Typist, on_a_pty
from tests.tui.test_actions import OWNERS
from tests.tui.test_input import commit
from tui.actions import ACTIONS, Action
from tui.keymap import JAMO

ON_THE_DESK = [action for action in ACTIONS if action.place in ("move", "desk", "app")]
DOES = {JAMO[key]: action.name for action in ON_THE_DESK for key in action.keys if key in JAMO}
"""What each jamo does on the desk."""

FIRST, MIDDLE, LAST = (
    {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in codes}
    for codes in (range(0x1100, 0x1113), range(0x1161, 0x1176), range(0x11A8, 0x11C3))
)
"""The conjoining letter of each jamo that begins a syllable, stands in its middle, or ends it."""


def syllable(*jamo: str) -> str:
    """Compose what an input method makes of two or three keys."""
    parts = (letters[each] for letters, each in zip((FIRST, MIDDLE, LAST), jamo, strict=False))
    return unicodedata.normalize("NFC", "".join(parts))


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the actions of the desk would have done, in their order."""
    noted: list[str] = []

    def note(action: Action) -> None:
        (owner,) = OWNERS[action.place]
        monkeypatch.setattr(owner, f"action_{action.name}", lambda self: noted.append(action.name))

    for action in ON_THE_DESK:
        note(action)
    return noted


async def gives(typist: Typist, done: list[str], sent: str, names: list[str]) -> None:
    done.clear()
    await typist.send(sent)
    await typist.until(lambda: len(done) >= len(names), lambda: (sent, done, names))
    assert done == names


async def test_every_jamo_does_what_its_letter_does(
    desk: Desk, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, done: list[str]
) -> None:
    assert len(DOES) > 25
    async with on_a_pty(make_app(desk), monkeypatch, 80, 24) as typist:
        for jamo, name in DOES.items():
            await gives(typist, done, jamo, [name])
            await gives(typist, done, commit(jamo), [name])


async def test_a_syllable_is_the_keys_that_it_was_composed_of_in_their_order(
    desk: Desk, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, done: list[str]
) -> None:
    firsts, middles, lasts = ([jamo for jamo in DOES if jamo in letters] for letters in (FIRST, MIDDLE, LAST))
    two = [(first, middle) for first in firsts for middle in middles]
    three = [(first, middles[0], last) for first in firsts[:4] for last in lasts]
    async with on_a_pty(make_app(desk), monkeypatch, 80, 24) as typist:
        for keys in [*two, *three]:
            await gives(typist, done, syllable(*keys), [DOES[key] for key in keys])
        everything = [*two, *three]
        names = [DOES[key] for keys in everything for key in keys]
        await gives(typist, done, "".join(syllable(*keys) for keys in everything), names)
        await gives(typist, done, "ㅓㅏ", ["down", "up"])
        await gives(typist, done, "ㅘ", ["previous_pane", "up"])


async def test_a_shifted_jamo_is_the_shifted_letter(
    desk: Desk, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, done: list[str]
) -> None:
    async with on_a_pty(make_app(desk), monkeypatch, 80, 24) as typist:
        await gives(typist, done, "ㄸㄲㅆㅖ", ["export", "rename", "retype", "candidate"])
        await gives(typist, done, "떠", ["export", "down"])
