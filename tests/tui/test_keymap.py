from pathlib import Path

import pytest

from tui.actions import ACTIONS, default_keys
from tui.keymap import conflicts, label, load, settled, strokes, with_jamo

PLACES = {action.name: action.place for action in ACTIONS}


def test_every_letter_has_its_jamo() -> None:
    assert with_jamo(("j", "down")) == ("j", "down", "ㅓ")
    assert with_jamo(("E",)) == ("E", "ㄸ")
    assert with_jamo(("G",)) == ("G",)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("ㅓ", "ㅓ"),
        ("머", "ㅁㅓ"),
        ("왔", "ㅇㅗㅏㅆ"),
        ("ㅘ", "ㅗㅏ"),
        ("닭", "ㄷㅏㄹㄱ"),
        ("a", ""),
        ("漢", ""),
    ],
)
def test_syllables_come_apart_into_keys(typed: str, keys: str) -> None:
    assert strokes(typed) == list(keys)


def test_default_keys_do_not_clash() -> None:
    assert conflicts(default_keys(), PLACES) == []


def test_keys_have_short_names() -> None:
    assert [label(key) for key in ("ctrl+d", "slash", "enter", "down", "pagedown")] == [
        "^d",
        "/",
        "enter",
        "↓",
        "PgDn",
    ]


def test_no_file_no_change(tmp_path: Path) -> None:
    assert load(tmp_path / "keymap.toml", default_keys()) == (default_keys(), [])


def test_a_file_remaps_and_complains_by_name(tmp_path: Path) -> None:
    path = tmp_path / "keymap.toml"
    path.write_text('note = "N"\ntag = ["t", "ctrl+t"]\nfly = "f"\nundo = 3\n', encoding="utf-8")
    keys, complaints = load(path, default_keys())
    assert keys["note"] == ("N",)
    assert keys["tag"] == ("t", "ctrl+t")
    assert keys["undo"] == default_keys()["undo"]
    assert [line.removeprefix(f"{path}: ").split(":")[0] for line in complaints] == ["fly", "undo"]
    assert ("ctrl+t", "tag", "theme") in conflicts(keys, PLACES)


def test_a_key_that_is_taken_leaves_both_actions_their_own() -> None:
    keys = settled({**default_keys(), "quit": ("j",), "note": ("N",)}, default_keys(), PLACES)
    assert keys["quit"] == default_keys()["quit"]
    assert keys["down"] == default_keys()["down"]
    assert keys["note"] == ("N",)
    swapped = {**default_keys(), "down": default_keys()["up"], "up": default_keys()["down"]}
    assert settled(swapped, default_keys(), PLACES) == swapped


@pytest.mark.parametrize("content", [b"note = ", b"\xff\xfe"])
def test_a_broken_file_is_told_and_left_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "keymap.toml"
    path.write_bytes(content)
    keys, complaints = load(path, default_keys())
    assert keys == default_keys()
    assert len(complaints) == 1
    assert str(path) in complaints[0]
