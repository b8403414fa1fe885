"""Text as cells: widths as Textual's, and nothing a terminal acts on."""

import pytest
from rich.cells import cell_len

from tui.terminal.cells import UNSAFE, cells, is_doubtful


@pytest.mark.parametrize("text", ["plain", "été", "中文 mixed", "🙂 smile", "e\u0301 mark", "👨‍👩‍👧 family", "❤️ heart"])
def test_there_are_as_many_cells_as_textual_lays_out(text: str) -> None:
    assert len(cells(text)) == cell_len(text)


def test_a_wide_character_takes_two_cells() -> None:
    assert cells("a中b") == ("a", "中", "", "b")


def test_marks_stay_with_their_letter_and_are_capped() -> None:
    assert cells("e\u0301x") == ("e\u0301", "x")
    assert cells("e" + "\u0301" * 500 + "x") == ("e" + "\u0301" * 4, "x")


def test_every_control_and_invisible_character_is_left_out() -> None:
    everything = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x200E, 0x2010), *range(0x2028, 0x202F)]))
    everything += "\u2066\u2067\u2068\u2069\ufeff\U000e0041\ud800\udfff\u200b"
    assert not any(UNSAFE.search(cell) for cell in cells(f"a{everything}b"))


@pytest.mark.parametrize("text", ["👨‍👩‍👧", "❤️", "🇩🇪", "👍🏽", "1️⃣", "नमस्ते", "สวัสดี"])
def test_widths_that_terminals_disagree_on_are_known(text: str) -> None:
    assert is_doubtful(text)


@pytest.mark.parametrize("text", ["plain", "été", "中文", "🙂", "Δοκιμή", "кириллица", "─│"])
def test_other_text_is_trusted(text: str) -> None:
    assert not is_doubtful(text)
