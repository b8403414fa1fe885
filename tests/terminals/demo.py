"""A small app in the shape of the reader, to put the wire through its paces: a list, an article, a search, a dialog.

`python -m tests.terminals.demo [wire|stock]`; stock is Textual's own driver. Everything it shows is generated.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from tui.terminal import boot, environment

if __name__ == "__main__":
    boot.begin(())
    environment.prepare()

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Region, Size
from textual.screen import ModalScreen, Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Static

from tui.terminal.app import WireApp

WORDS = ("river", "council", "figures", "中文字", "report", "été", "minister", "🙂", "price", "measured", "Δοκιμή",
         "said", "between", "日本語", "storm")  # fmt: skip


def line(number: int, words: int = 9) -> str:
    """A line of made-up text, the same every time."""
    picked = [WORDS[(number * 7 + step * (3 + number % 5)) % len(WORDS)] for step in range(words)]
    return f"{number:4} {' '.join(picked)}"


class Lines(ScrollView, can_focus=True):
    """Lines with an optional cursor, painted row by row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)"), Binding("up,k", "step(-1)"),
        Binding("space,pagedown", "step(1000)"), Binding("b,pageup", "step(-1000)"),
    ]  # fmt: skip

    def __init__(self, lines: list[str], *, cursor: bool) -> None:
        super().__init__()
        self.lines = lines
        self.has_cursor = cursor
        self.at = 0

    def on_mount(self) -> None:
        self.virtual_size = Size(60, len(self.lines))
        self.show_vertical_scrollbar = True

    def action_step(self, rows: int) -> None:
        page = self.size.height - 1
        rows = max(-page, min(page, rows))
        if not self.has_cursor:
            self.scroll_relative(y=rows, animate=False)
            return
        before, self.at = self.at, max(0, min(len(self.lines) - 1, self.at + rows))
        for number in (before, self.at):
            self.refresh(Region(0, number - self.scroll_offset.y, self.size.width, 1))
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False)

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        if number >= len(self.lines):
            return Strip.blank(self.size.width)
        base = Style.parse("white on #204060") if self.has_cursor and number == self.at else Style.parse("#c0c0c0")
        head, rest = self.lines[number][:12], self.lines[number][12:]
        strong = Style.parse("bold #ffd080 on #303010") if number % 6 == 2 else Style()
        strip = Strip([Segment(head, base), Segment(rest, base + strong)])
        return strip.extend_cell_length(self.size.width, base).crop(0, self.size.width)


class Article(Screen[None]):
    """One long text."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,left", "app.pop_screen")]

    def compose(self) -> ComposeResult:
        yield Static("An article of many lines", markup=False)
        yield Lines([line(number, 11) for number in range(300)], cursor=False)


class Pair(Screen[None]):
    """Two texts that scroll together."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,left", "app.pop_screen"),
        Binding("down", "step(1)"),
        Binding("up", "step(-1)"),
    ]

    def compose(self) -> ComposeResult:
        yield Static("Two texts", markup=False)
        with Horizontal():
            yield Lines([line(number, 5) for number in range(300)], cursor=False)
            yield Lines([line(number * 3, 5) for number in range(300)], cursor=False)

    def action_step(self, rows: int) -> None:
        for each in self.query(Lines):
            each.action_step(rows)

    def on_mount(self) -> None:
        for each in self.query(Lines):
            each.can_focus = False


class Dialog(ModalScreen[None]):
    """Something over everything."""

    DEFAULT_CSS = "Dialog { align: center middle; } Dialog Static { width: 40; height: 7; border: round white; }"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "app.pop_screen")]

    def compose(self) -> ComposeResult:
        yield Static("Help 中文 🙂\n\nq closes this", markup=False)


class Demo(App[int]):
    """The list, with a search line above it."""

    CSS = "Input { border: none; height: 1; } Lines { scrollbar-size-vertical: 1; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit"), Binding("enter", "app.push_screen('article')"),
        Binding("c", "push_screen('pair')"),
        Binding("question_mark", "push_screen('dialog')"), Binding("slash", "focus_input"),
        Binding("ctrl+l", "redraw"), Binding("ctrl+z", "suspend_process", priority=True),
    ]  # fmt: skip
    SCREENS: ClassVar[dict[str, Callable[[], Screen[None]]]] = {"article": Article, "pair": Pair, "dialog": Dialog}

    def compose(self) -> ComposeResult:
        field = Input(placeholder="search")
        field.cursor_blink = False
        yield field
        yield Lines([line(number) for number in range(500)], cursor=True)
        yield Static("enter opens, q leaves", markup=False)

    def on_mount(self) -> None:
        self.animation_level = "none"
        self.query_one(Lines).focus()

    def action_focus_input(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        for lines in self.query(Lines):
            lines.lines = [line(number + 13 * len(event.value)) for number in range(500)]
            lines.refresh()

    def on_input_submitted(self) -> None:
        self.query_one(Lines).focus()


class WireDemo(Demo, WireApp):
    """The same over the wire; saving writes a file, where the first argument names one."""

    def save(self) -> None:
        if len(sys.argv) > 2:
            Path(sys.argv[2]).write_text(str(self.query_one(Lines).at) if self.screen_stack else "")


def main() -> int:
    """Run the demo over the driver the first argument names."""
    kind = sys.argv[1] if len(sys.argv) > 1 else "wire"
    app: App[int] = WireDemo() if kind == "wire" else Demo(driver_class=LinuxDriver)
    app.run(mouse=False)
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
