"""The last filters before a line becomes a frame."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tests.hostile.escapes import CONTROLS, ESCAPES
from tui.terminal.ascii import to_ascii
from tui.terminal.capabilities import Capabilities
from tui.terminal.filters import Ascii, Sanitise, line_filters

BLACK = Color(0, 0, 0)


def sanitised(text: str, style: Style | None = None) -> Segment:
    return Sanitise().apply([Segment(text, style)], BLACK)[0]


@pytest.mark.parametrize("bad", [*CONTROLS, *ESCAPES])
def test_nothing_a_terminal_acts_on_gets_past(bad: str) -> None:
    assert sanitised(f"before {bad} after").text.isprintable()


@pytest.mark.parametrize("bad", [*CONTROLS, *ESCAPES, "❤️", "e\u0301" * 5])
def test_a_line_keeps_its_width(bad: str) -> None:
    before = f"before {bad} after"
    assert cell_len(sanitised(before).text) == cell_len(before)


def test_clean_text_is_left_as_it_is() -> None:
    assert sanitised("  [red]words[/] & 中文  ").text == "  [red]words[/] & 中文  "


def test_an_unsafe_link_is_taken_off_and_a_safe_one_kept() -> None:
    assert sanitised("x", Style(link="javascript:x")).style.link is None  # type: ignore[union-attr]
    assert sanitised("x", Style(link="https://a.example/\x1b\\")).style.link is None  # type: ignore[union-attr]
    assert sanitised("x", Style(link="https://a.example/b")).style.link == "https://a.example/b"  # type: ignore[union-attr]


def test_borders_quotes_and_letters_have_plain_forms() -> None:
    assert to_ascii("┌─┐│└─┘ “été” – Łódź…") == '+-+|+-+ "ete" - ?odz.'
    assert to_ascii("中文🙂") == "??????"


@pytest.mark.parametrize("text", ["┌─┐", "“été”", "中文🙂 mixed", "№ ½ ﬁ"])
def test_plain_forms_are_as_wide(text: str) -> None:
    [segment] = Ascii().apply([Segment(text)], BLACK)
    assert segment.text.isascii()
    assert cell_len(segment.text) == cell_len(text)


def test_a_terminal_gets_the_filters_it_needs() -> None:
    names = [type(each).__name__ for each in line_filters(Capabilities("vt100", colours=0, utf8=False))]
    assert names == ["Sanitise", "Ascii", "NoColor"]
    assert len(line_filters(Capabilities("xterm"))) == 1
