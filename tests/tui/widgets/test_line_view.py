"""Lines are drawn when they change, and at no other time."""

from __future__ import annotations

from textual.app import ComposeResult

from tests.tui.widgets.stage import Stage
from tui.widgets.ink import Line
from tui.widgets.line_view import LineView

WIDE = "界" * 60


class Counted(LineView):
    """Numbered lines; `drawn` are those that were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []
        self.word = "line"

    def line(self, y: int, width: int) -> Line:
        self.drawn.append(y)
        return [(f"{self.word} ", ("title",)), (f"{y}", ())]


class Counting(Stage):
    """One view over the whole screen."""

    def compose(self) -> ComposeResult:
        yield Counted()

    @property
    def view(self) -> Counted:
        return self.query_one(Counted)


async def test_a_line_that_changed_is_drawn_and_no_other() -> None:
    async with (app := Counting()).run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        assert app.lines == [f"line {y}" for y in range(6)]
        app.view.drawn.clear()
        app.view.word = "changed"
        app.view.repaint(2, 3)
        await pilot.pause()
        assert app.lines == ["line 0", "line 1", "changed 2", "changed 3", "line 4", "line 5"]
        assert app.view.drawn == [2, 3]


async def test_other_colours_draw_every_line() -> None:
    async with (app := Counting()).run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        before = app.strips
        app.theme = "light"
        await pilot.pause()
        assert all(old != new for old, new in zip(before, app.strips, strict=True))
        assert app.lines == [f"line {y}" for y in range(6)]


async def test_another_size_draws_every_line() -> None:
    async with (app := Counting()).run_test(size=(40, 6)) as pilot:
        await pilot.pause()
        await pilot.resize_terminal(60, 8)
        await pilot.pause()
        assert [strip.cell_length for strip in app.strips] == [60] * 8


async def test_a_border_is_kept() -> None:
    async with (app := Counting()).run_test(size=(40, 6)) as pilot:
        app.view.styles.border_left = ("vkey", "white")
        await pilot.pause()
        assert app.lines[2][1:] == "line 2"


async def test_a_line_that_is_too_long_ends_at_the_edge() -> None:
    async with (app := Counting()).run_test(size=(41, 6)) as pilot:
        app.view.word = WIDE
        app.view.refresh()
        await pilot.pause()
        assert {strip.cell_length for strip in app.strips} == {41}
