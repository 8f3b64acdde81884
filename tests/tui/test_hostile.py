"""Whatever strangers' texts say, every screen shows them as text, harmless and in our own styles."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from store.desk import Desk
from store.extract.version import VERSION
from store.model import (
    Article,
    Block,
    Entity,
    Enumeration,
    Event,
    Quotation,
    Reading,
    Repeat,
    RoleFact,
    SinmunError,
    Span,
    Speaker,
    Statistic,
)
from store.text import printable
from tests.torture.hostile import HOSTILE
from tests.tui.conftest import MakeApp, desk_of, sitting
from tests.tui.looks import cells_of
from tui.app import SinmunApp
from tui.screens.dialogs.confirm import ConfirmScreen

PLAIN = "윤서진 해온시장은 5일 “다리를 놓겠다”고 말했다."
NAMES = list(HOSTILE)
GROUPS = [NAMES[first : first + 10] for first in range(0, len(NAMES), 10)]
RED = {(255, 0, 0), (128, 0, 0)}
"""What Rich and Textual make of [red]; no theme of ours has it."""


def article(number: int, texts: Sequence[str], *, more: str = "") -> Article:
    """An article that says each text in every part of it."""
    every = " ".join(texts)
    return Article(
        id=f"{number:016x}",
        source=f"/tmp/{every[:60]}",
        url=f"https://a.example/{every}",
        published=f"2024-05-{10 + number:02}T09:00",
        publisher=every,
        author=every,
        blocks=(
            Block(every, "title"),
            Block(every, "deck"),
            Block(PLAIN + more, "paragraph"),
            *(Block(text, "paragraph") for text in texts),
            Block(every, "caption"),
            Block(every, "byline"),
        ),
        repeats=(Repeat(every, 9, 2, "near"), Repeat(every, 10, None, "boilerplate")),
    )


def reading_of(about: Article, texts: Sequence[str]) -> Reading:
    """A reading with each text in every field of every kind of name and fact."""

    def whole(block: int) -> dict[str, object]:
        text = about.blocks[block].text
        return {"text": text, "block": block, "start": 0, "end": len(text)}

    facts = []
    for number, text in enumerate(texts):
        words = whole(3 + number)
        common = {**words, "via": text, "rule": text, "flags": (text,)}
        who = Speaker(text, f"e{number}", "explicit")
        facts += [
            Quotation(**common, id=f"q{number}", speaker=who, cue=text, quotes=(Span(**words),)),
            RoleFact(**common, id=f"r{number}", person=text, title=text, organization=text),
            Statistic(**common, id=f"s{number}", value=1, unit=text, measure=text, approx=text, time=text),
            Event(**common, id=f"v{number}", verb=text, participants=(text, text), place=text, time=text),
            Enumeration(**common, id=f"n{number}", about=text, items=(Span(**words),)),
        ]  # fmt: skip
    return Reading(
        article=about.id,
        reader="fast",
        version=VERSION,
        sentences=tuple(Span(**whole(block)) for block in range(2, 3 + len(texts))),
        entities=tuple(
            Entity(
                id=f"e{number}",
                name=text,
                type="PS",
                aliases=(text + "씨",),
                mentions=(Span(**whole(3 + number)),),
            )
            for number, text in enumerate(texts)
        ),
        facts=tuple(facts),
    )  # fmt: skip


@pytest.fixture(params=GROUPS, ids=lambda group: group[0])
def texts(request: pytest.FixtureRequest) -> list[str]:
    """Some texts, as they come out of ingest: no NUL and no lone surrogate is in an article."""
    return [HOSTILE[name].replace("\0", "").replace("\n", " ").strip() for name in request.param]


@pytest.fixture
def app(empty_desk: Desk, make_app: MakeApp, texts: list[str]) -> SinmunApp:
    """A desk with two versions of one story made of such texts, and notes and shelves of them."""
    kept = [article(1, texts), article(2, texts, more=" 공사에는 120억원이 든다.")]
    empty_desk._archive.add([(each, b"") for each in kept])
    for each in kept:
        reading = empty_desk.keep_reading(reading_of(each, texts))
        for fact, text in zip(reading.facts[::5], texts, strict=True):
            empty_desk.annotate(each.id, fact=fact, note=text, tags=[text], status="edited")
        empty_desk.annotate(each.id, note="\n".join(texts), tags=texts)
    lost = Span("사라질 문장으로 어디에도 없습니다.", 2, 0, 18)
    empty_desk.annotate(kept[0].id, span=lost, note=texts[0], tags=texts)
    for text in texts:
        with suppress(SinmunError):
            empty_desk.save_shelf(text, "다리")
        with suppress(SinmunError):
            empty_desk.correct("rename", text, text + "!")
    return make_app(empty_desk)


def check(app: SinmunApp, where: str) -> str:
    """Give what is on the screen, having seen that nothing in it acts, hides, links or colours itself."""
    rows = cells_of(app)
    for row in rows:
        text = "".join(character for character, _ in row)
        assert printable(text) == text, where
        assert cell_len(text) == app.size.width, (where, text)
        for _, style in row:
            assert style.link is None, where
            assert "quit" not in str(style.meta.get("@click", "")), where
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.triplet is None or tuple(colour.triplet) not in RED, where
    assert app.title in ("신문", "sinmun")
    return "\n".join("".join(character for character, _ in row).rstrip() for row in rows)


async def drawn(pilot: Pilot[None]) -> None:
    """Wait for what threads bring; the reading of articles never ends."""
    await pilot.pause()
    while any(each.group != "reading" and not each.is_finished for each in pilot.app.workers):
        await pilot.pause()
    await pilot.pause()


async def back(pilot: Pilot[None], app: SinmunApp) -> None:
    """Leave whatever is open, throwing away what was typed."""
    for _ in range(6):
        if app.screen is not desk_of(app):
            await pilot.press("y" if isinstance(app.screen, ConfirmScreen) else "escape")
    assert app.screen is desk_of(app)
    while desk_of(app).pane != "headlines":
        await pilot.press("escape")


SCREENS: dict[str, tuple[str, ...]] = {
    "desk": (),
    "article": ("enter",),
    "unfolded": ("enter", "d", "G"),
    "next match": ("enter", "j", "j", "j"),
    "names": ("enter", "tab", "j"),
    "cards": ("enter", "tab", "tab", "j", "j", "j", "j"),
    "orphan": ("enter", "P"),
    "note": ("enter", "]", "n"),
    "edit": ("enter", "]", "e"),
    "tag": ("enter", "]", "t"),
    "entity": ("enter", "tab", "i"),
    "merge": ("enter", "tab", "M"),
    "split": ("enter", "tab", "S"),
    "rename": ("enter", "tab", "R"),
    "retype": ("enter", "tab", "T"),
    "story": ("enter", "s"),
    "notebook": ("b", "j"),
    "shelves": ("c", "j"),
    "export": ("enter", "E"),
    "search": ("/",),
    "add": ("+",),
    "help": ("?",),
    "jump": ("enter", "f"),
    "palette": ("ctrl+p",),
    "undone": ("u", "u"),
}


async def test_every_screen_shows_it_as_text(app: SinmunApp, texts: list[str]) -> None:
    # Half of the texts on a narrow desk, half on a wide one.
    size = (140, 42) if len(texts[0]) % 2 else (80, 24)
    async with sitting(app, *size) as pilot:
        seen = ""
        for name, keys in SCREENS.items():
            await pilot.press(*keys)
            await drawn(pilot)
            seen += check(app, name)
            await _type_them(pilot, texts)
            check(app, f"{name}, typed into")
            await back(pilot, app)
        for text in texts:
            assert printable(text)[:12] in seen


async def _type_them(pilot: Pilot[None], texts: list[str]) -> None:
    if isinstance(pilot.app.focused, Input | TextArea):
        pilot.app.post_message(events.Paste(" ".join(texts)))
        await drawn(pilot)
