"""Bytes from a keyboard, and everything else that may come down the line."""

from __future__ import annotations

import time

import pytest
from textual import events
from textual.message import Message

from tui.terminal.keys import KeyReader
from tui.terminal.seam import escape_delay


def keys(*chunks: bytes) -> list[str]:
    reader = KeyReader()
    found = [event for chunk in chunks for event in reader.feed(chunk)]
    return [event.key for event in found if isinstance(event, events.Key)]


@pytest.mark.parametrize("junk", [b"\xff", b"\xc3(", b"\x80\x9b", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80"])
def test_invalid_utf8_is_dropped(junk: bytes) -> None:
    assert [key for key in keys(b"a" + junk + b"b") if key != "left_parenthesis"] == ["a", "b"]


def test_a_character_may_come_in_pieces() -> None:
    assert len(keys("é".encode()[:1], "é".encode()[1:])) == 1


@pytest.mark.parametrize(
    "reply",
    [
        b"\x1b[?62;22c",
        b"\x1b[>41;354;0c",
        b"\x1b[?2026;2$y",
        b"\x1b[?1u",
        b"\x1b[8;24;80t",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b]11;rgb:0000/0000/0000\x07",
        b"\x1bP1$r0m\x1b\\",
        b"\x1bP>|XTerm(380)\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b]52;c;" + b"QUJD" * 3000 + b"\x1b\\",
        b"\x1b]lquit\x1b\\",
        b"\x1b]Lquit\x07",
        b"\x1b[0n",
        b"\x1b[1t",
        b"\x1b[4;2$y",
    ],
)
def test_late_replies_to_other_programs_are_not_typed(reply: bytes) -> None:
    assert keys(b"x" + reply + b"y") == ["x", "y"]
    for cut in [*range(3, min(len(reply), 40)), *range(max(3, len(reply) - 9), len(reply))]:
        assert keys(b"x" + reply[:cut], reply[cut:] + b"y") == ["x", "y"], cut


def test_ordinary_sequences_are_keys_even_in_pieces() -> None:
    assert keys(b"\x1b[", b"B", b"\x1b[6~", b"\x1bOA") == ["down", "pagedown", "up"]


def test_an_unfinished_reply_does_not_swallow_what_is_typed_later() -> None:
    reader = KeyReader()
    list(reader.feed(b"\x1b]11;rgb"))
    list(reader.tick())
    assert [event.key for event in reader.feed(b"q") if isinstance(event, events.Key)] == ["q"]


def test_the_rest_of_a_reply_that_was_interrupted_is_not_typed() -> None:
    reader = KeyReader()
    list(reader.feed(b"x\x1b]11;rgb:00"))
    list(reader.tick())
    found = [*reader.feed(b"00/0000/0000\x1b\\y"), *reader.feed(b"z")]
    assert [event.key for event in found if isinstance(event, events.Key)] == ["y", "z"]


@pytest.mark.parametrize("reply", [b"]11;rgb:0000/0000/0000\x1b\\", b"[?62;22c", b"P>|XTerm(380)\x1b\\"])
def test_a_reply_whose_escape_was_taken_for_the_key_is_not_typed(reply: bytes) -> None:
    reader = KeyReader()
    found = [*reader.feed(b"\x1b"), *waited(reader), *reader.feed(reply + b"y"), *reader.feed(b"]z")]
    assert [event.key for event in found if isinstance(event, events.Key)] == [
        "escape", "y", "right_square_bracket", "z",
    ]  # fmt: skip


def waited(reader: KeyReader) -> list[Message]:
    """What there is once a lone ESC counts as the key."""
    time.sleep(escape_delay() + 0.01)
    return list(reader.tick())


def test_a_pasted_text_cannot_act_on_the_terminal() -> None:
    pasted = "\x1b[200~two\r\nlines\t\x1b]0;title\x07\u202ewith \x9b2J controls\x1b[201~".encode()
    found = [event.text for event in KeyReader().feed(pasted) if isinstance(event, events.Paste)]
    assert len(found) == 1
    assert all(char == "\n" or char.isprintable() for char in found[0])
    assert "lines" in found[0]


def test_any_bytes_at_all_are_survived() -> None:
    reader = KeyReader()
    for start in range(256):
        list(reader.feed(bytes((start + step * 31) % 256 for step in range(64))))
        list(reader.tick())
