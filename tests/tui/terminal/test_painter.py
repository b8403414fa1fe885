"""The painter: the emulator shows what was wanted, for few bytes."""

from __future__ import annotations

import pytest

from tests.terminals.emulator import Emulator
from tui.terminal.capabilities import Capabilities
from tui.terminal.frame import FrameReader
from tui.terminal.grid import Grid
from tui.terminal.painter import Painter

GOOD = Capabilities("xterm-256color")
POOR = Capabilities("vt100", colours=0, erase_coloured=False, erase_run=False, insert_lines=False)
REPEATING = Capabilities("foot", repeat=True)

LETTERS = "the quick onyx goblin jumps over a dwarf"


class Stage:
    """A painter before an emulator, and a second emulator that gets the frames as they are."""

    def __init__(self, width: int = 40, height: int = 10, can: Capabilities = GOOD) -> None:
        self.grid = Grid(width, height)
        self.reader = FrameReader(self.grid)
        self.painter = Painter(can, width, height)
        self.screen = Emulator(width, height)
        self.stock = Emulator(width, height)
        self.show(*[""] * height)

    def show(self, *lines: str) -> str:
        """Paint lines, each padded to the width; returns what was sent."""
        rows = [f"\x1b[{y};1H{' ' * self.grid.width}\x1b[{y};1H{line}" for y, line in enumerate(lines, 1)]
        return self.frame("".join(rows))

    def frame(self, frame: str) -> str:
        """Paint a frame; returns what was sent."""
        self.stock.feed(frame.encode(errors="replace"))
        self.reader.feed(frame)
        touched, self.reader.touched = self.reader.touched, set()
        sent = self.painter.paint(self.grid, touched)
        self.screen.feed(sent.encode())
        return sent

    @property
    def agrees(self) -> bool:
        """Whether both emulators show the same."""
        return self.screen.cells == self.stock.cells


def numbered(start: int, count: int = 10) -> list[str]:
    """Lines that differ from each other."""
    return [f"{number:3} {LETTERS[number * 7 % 20 :][:19]} {number}" for number in range(start, start + count)]


def test_the_same_frame_again_sends_nothing() -> None:
    stage = Stage()
    assert stage.show(*numbered(0))
    assert stage.show(*numbered(0)) == ""


def test_one_changed_letter_sends_little() -> None:
    stage = Stage()
    stage.show("one word here")
    sent = stage.show("one wird here")
    assert stage.agrees
    assert len(sent) <= 8


def test_a_row_that_becomes_shorter_is_erased() -> None:
    stage = Stage()
    stage.show("a long line of thirty letters.")
    assert "\x1b[K" in stage.show("a")
    assert stage.agrees


def test_lines_that_moved_are_scrolled() -> None:
    stage = Stage()
    stage.show("title", *numbered(0, 8), "footer")
    sent = stage.show("title", *numbered(1, 8), "footer")
    assert stage.agrees
    assert "\x1b[2;9r" in sent
    assert len(sent) < 80, repr(sent)


@pytest.mark.parametrize("can", [GOOD, POOR, REPEATING], ids=["xterm", "vt100", "foot"])
@pytest.mark.parametrize("step", [1, -1, 2, -3, 5, -6])
def test_scrolling_ends_with_the_right_screen(can: Capabilities, step: int) -> None:
    stage = Stage(can=can)
    for start in (20, 20 + step, 20 + 2 * step):
        stage.show("title", *(f"\x1b[44m{line:40}\x1b[0m" for line in numbered(start, 8)), "footer")
        assert stage.agrees


@pytest.mark.parametrize("step", [1, -1, 5, -5])
@pytest.mark.parametrize(("above", "below"), [(["title"], []), ([], ["footer"]), ([], [])])
def test_what_scrolls_at_an_edge_takes_nothing_with_it(above: list[str], below: list[str], step: int) -> None:
    stage = Stage(height=12)
    for start in (20, 20 + step):
        stage.show(*above, *numbered(start, 12 - len(above) - len(below)), *below)
        assert stage.agrees


def test_a_split_screen_scrolls_only_if_it_pays() -> None:
    stage = Stage(80, 12)
    still = [f"the other side, line {number} stays where it is" for number in range(12)]
    stage.show(*(f"{left:30}{right}" for left, right in zip(numbered(0, 12), still, strict=True)))
    sent = stage.show(*(f"{left:30}{right}" for left, right in zip(numbered(1, 12), still, strict=True)))
    assert stage.agrees
    assert all(line not in sent for line in still)


def test_wide_characters_are_never_cut_in_half() -> None:
    stage = Stage()
    for text in ("中文字 ab", "a中文字b", "中a文b字", "ab中文字", "🙂🙂🙂", "x🙂y🙂z", "abcdef"):
        stage.show(text)
        assert stage.agrees


def test_a_doubtful_row_is_sent_whole_and_its_columns_named() -> None:
    stage = Stage()
    stage.show("flag 🇩🇪 and words behind it")
    sent = stage.show("flag 🇩🇪 and wards behind it")
    assert "flag" in sent
    assert "\x1b[K" in sent
    assert "🇩🇪\r\x1b[7C and" in sent


def test_a_doubtful_row_is_erased_where_it_stands_and_in_no_colour() -> None:
    stage = Stage()
    stage.show("above", "flag 🇩🇪 old")
    stage.show("\x1b[44mA\x1b[0mbove", "flag 🇩🇪 new")
    assert stage.screen.row(0) == stage.stock.row(0)
    assert stage.screen.row(1)[20:] == stage.stock.row(1)[20:]


def test_a_repeated_sign_is_counted_where_the_terminal_can() -> None:
    stage = Stage(can=REPEATING)
    sent = stage.show("─" * 40)
    assert stage.agrees
    assert sent.count("─") == 1


def test_coloured_blanks_are_not_erased_where_erasing_loses_the_colour() -> None:
    stage = Stage(can=POOR)
    assert "\x1b[K" not in stage.show("\x1b[44m" + " " * 40 + "\x1b[0m")
    assert stage.agrees


def test_after_forgetting_everything_is_painted_again() -> None:
    stage = Stage()
    stage.show(*numbered(0))
    stage.screen.feed(b"\x1b[5;5Hsomebody else wrote here\n\n\n\n\n\n\n")
    stage.painter.forget(40, 10)
    stage.frame("\x1b[1;1H")
    assert stage.agrees


def test_a_trusted_screen_is_only_corrected() -> None:
    stage = Stage()
    shown = Grid(40, 10)
    FrameReader(shown).feed("\x1b[3;3Hfrom before")
    stage.painter.assume(shown)
    sent = stage.frame("\x1b[3;3Hfrom beyond")
    assert "from" not in sent


def test_the_cursor_is_placed_only_when_it_moved() -> None:
    stage = Stage()
    assert stage.painter.paint(stage.grid, (), (4, 2)) == "\x1b[3;5H"
    assert stage.painter.paint(stage.grid, (), (4, 2)) == ""


def test_long_frames_are_shown_at_once_and_short_ones_not_wrapped() -> None:
    stage = Stage(200, 60)
    assert "?2026" not in stage.show("short")
    chance = [f"\x1b[3{number % 8}m{'x' * 90} {number}\x1b[0m" for number in range(60)]
    sent = stage.show(*chance)
    assert sent.startswith("\x1b[?2026h")
    assert sent.endswith("\x1b[?2026l")


@pytest.mark.parametrize("can", [GOOD, POOR], ids=["xterm", "vt100"])
def test_a_wholly_different_screen_may_begin_with_erasing(can: Capabilities) -> None:
    stage = Stage(can=can)
    stage.show(*(f"\x1b[44m{line:40}\x1b[0m" for line in numbered(0)))
    sent = stage.show(*(f"\x1b[41m{number} {'words' * (number % 3)}\x1b[0m" for number in range(10)))
    assert stage.agrees
    assert sent.count("\x1b[J") == 1
    assert sent.count("\x1b[K") <= 1
    stage.show(*numbered(50))
    assert stage.agrees


def test_signs_of_a_margin_are_sent_downwards_so_that_they_change_the_pen_once() -> None:
    stage = Stage()
    sent = stage.show(*(f"  \x1b[33m{sign}\x1b[0m  \x1b[31mtext {y}\x1b[0m" for y, sign in enumerate("abcdefghij")))
    assert stage.agrees
    assert sent.count("33m") == sent.count("31m") == 1


def test_a_sign_over_half_of_a_wide_character_leaves_no_other_half() -> None:
    stage = Stage()
    stage.show(*["文字文字文字"] * 10)
    stage.show(*["x \x1b[33m|\x1b[0mx\x1b[33m|\x1b[0m 字"] * 10)
    assert stage.agrees


def test_a_blank_between_two_grounds_keeps_the_letters_colour() -> None:
    stage = Stage()
    sent = stage.show("\x1b[31;44mone\x1b[0m\x1b[42m \x1b[0m\x1b[31;42mtwo\x1b[0m")
    assert stage.agrees
    assert sent.count("31") == 1


def test_halves_of_wide_characters_are_no_signs() -> None:
    stage = Stage()
    stage.show(*["界界界"] * 10)
    stage.frame("".join(f"\x1b[{y};1H\x1b[33mx\x1b[0m\x1b[{y};3H\x1b[31m{y}\x1b[0m" for y in range(1, 11)))
    assert stage.agrees


def test_signs_at_the_right_edge_stand_below_each_other() -> None:
    stage = Stage()
    stage.show(*(f"{number:38} \x1b[33m|\x1b[0m" for number in range(10)))
    assert stage.agrees
