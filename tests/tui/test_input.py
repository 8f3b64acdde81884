"""The parser is fed what a terminal sends, in pieces of any size."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.terminal.input import CommitParser, whole_commits

SENTENCE = "안녕하세요대한민국만세메모를남깁니다"


def commit(text: str) -> str:
    return f"\x1b[0;;{':'.join(str(ord(character)) for character in text)}u"


def typed(messages: list[Message]) -> str:
    return "".join(message.character or "" for message in messages if isinstance(message, events.Key))


def parse(*pieces: str) -> list[Message]:
    parser = CommitParser()
    return [message for piece in pieces for message in parser.feed(piece)]


def test_textual_alone_garbles_five_syllables() -> None:
    parser = XTermParser()
    assert typed(list(parser.feed(commit("안녕하세")))) == "안녕하세"
    assert typed(list(parser.feed(commit("안녕하세요")))) != "안녕하세요"


@pytest.mark.parametrize("length", [1, 4, 5, 18])
def test_a_commit_of_any_length_arrives_whole(length: int) -> None:
    assert typed(parse(commit(SENTENCE[:length]))) == SENTENCE[:length]


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=60), st.data())
def test_a_commit_may_come_in_pieces(text: str, data: st.DataObject) -> None:
    sent = f"a{commit(text)}b"
    cut = data.draw(st.integers(1, len(sent) - 1))
    assert typed(parse(sent[:cut], sent[cut:])) == f"a{text}b"


def test_commits_stand_between_plain_text_and_other_sequences() -> None:
    messages = parse(f"가{commit('나다라마바사')}\x1b[A{commit('아자')}")
    assert typed(messages) == "가나다라마바사아자"
    assert [m.key for m in messages if isinstance(m, events.Key) and len(m.key) > 1] == ["up"]


def test_a_commit_carries_no_control_characters() -> None:
    assert typed(parse("\x1b[0;;27:91:65:155u")) == "[A"


def test_other_keys_of_the_protocol_stay_as_they_are() -> None:
    assert [m.key for m in parse("\x1b[97;5u") if isinstance(m, events.Key)] == ["ctrl+a"]
    assert [m.key for m in parse("\x1b[97;;97u") if isinstance(m, events.Key)] == ["a"]


def test_a_paste_arrives_whole() -> None:
    text = SENTENCE * 600
    messages = parse(f"\x1b[200~{text}\x1b[201~", "x")
    assert [m.text for m in messages if isinstance(m, events.Paste)] == [text]


def test_the_escape_key_alone_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.terminal.input.ESCAPE_SECONDS", 0.0)
    parser = CommitParser()
    messages = [*parser.feed("\x1b"), *parser.tick()]
    assert [m.key for m in messages if isinstance(m, events.Key)] == ["escape"]
    assert parser.held_seconds is None


def test_two_escapes_are_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.terminal.input.ESCAPE_SECONDS", 0.0)
    parser = CommitParser()
    messages = [*parser.feed("\x1b\x1b"), *parser.tick()]
    assert [m.key for m in messages if isinstance(m, events.Key)] == ["escape", "escape"]


def test_the_escape_key_of_the_protocol_waits_for_nothing() -> None:
    assert [m.key for m in parse("\x1b[27u") if isinstance(m, events.Key)] == ["escape"]


@pytest.mark.parametrize("sequence", ["\x1b[A", "\x1bOP", "\x1b[1;5C", "\x1b[5~", "\x1b[97;5u"])
def test_a_sequence_may_come_in_pieces(sequence: str) -> None:
    whole = [m.key for m in parse(sequence) if isinstance(m, events.Key)]
    assert len(whole) == 1
    for cut in range(2, len(sequence)):
        parser = CommitParser()
        messages = [*parser.feed(sequence[:cut]), *parser.tick()]
        assert not messages, "what has begun is waited for"
        messages = list(parser.feed(sequence[cut:]))
        assert [m.key for m in messages if isinstance(m, events.Key)] == whole


@pytest.mark.parametrize(
    "text", ["\u200d", "\u3000", "\xa0", "\U000e0067", "\ue000", "\U00031350", "\ufe0f", "힣"]
)
def test_all_that_is_text_may_be_typed(text: str) -> None:
    for sent in (text, commit(text)):
        (key,) = parse(sent)
        assert isinstance(key, events.Key)
        assert (key.character, key.is_printable, key.handler_name) == (text, True, "on_key")


@pytest.mark.parametrize("sent", ["\x01", "\x7f", "\x1b[A"])
def test_what_is_no_text_stays_a_key(sent: str) -> None:
    (key,) = parse(sent)
    assert isinstance(key, events.Key)
    assert not key.is_printable


def test_the_end_of_input_is_passed_on() -> None:
    parser = CommitParser()
    list(parser.feed("\x1b[0;;44032"))
    list(parser.feed(""))
    assert parser.is_eof


def test_the_drivers_use_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from textual.drivers import web_driver

    monkeypatch.setattr(web_driver, "XTermParser", XTermParser)
    whole_commits(web_driver.WebDriver)
    assert web_driver.XTermParser is CommitParser
