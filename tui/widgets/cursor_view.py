"""A view over more lines than fit, with a line cursor that the window follows."""

from __future__ import annotations

from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.message import Message

from tui.actions import Context, bindings
from tui.widgets.line_view import LineView

_TURN = 3  # lines that a turn of the mouse wheel moves the cursor by


class CursorView(LineView, can_focus=True):
    """Holds `cursor`, the line with the attention, and `top`, the first visible line.

    `sticky` lines at the top of the widget don't scroll; `margin` lines stay visible around the cursor, so that
    the text moves before the cursor reaches the edge. A line takes `row_height` lines of the widget.
    """

    BINDINGS = bindings(Context.MOVE)

    class Moved(Message):
        """The cursor is on another line now."""

        def __init__(self, view: CursorView) -> None:
            super().__init__()
            self.view = view

        @property
        def control(self) -> CursorView:
            """The view it moved in."""
            return self.view

    sticky = 0
    margin = 4
    row_height = 1

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        self.top = 0

    @property
    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    @property
    def window(self) -> int:
        """How many of them fit."""
        return max(1, self.size.height - self.sticky)

    def move(self, to: int, *, top: int | None = None) -> None:
        """Put the cursor on line `to`, or the nearest there is; `top` asks for a first visible line."""
        to = max(0, min(to, self.count - 1))
        before, before_top = self.cursor, self.top
        self.cursor = to
        self.top = self._follow(before_top if top is None else top)
        if self.top != before_top:
            self.shift((self.top - before_top) * self.row_height, self.sticky)
        if before != to:
            self._repaint_moved(before, to)
            self.post_message(self.Moved(self))

    @property
    def leaps(self) -> bool:
        """Whether the window moves by half of itself when the cursor leaves it.

        Beside other widgets a terminal cannot scroll it: every line would be sent again for each step.
        """
        return self.size.width < self.app.size.width * 3 // 4

    def on_resize(self, _event: Resize) -> None:
        """Keep the cursor in sight. Textual calls this after a subclass has done its own part."""
        self.top = self._follow(self.top)
        self.refresh()

    # The mouse, for those who ask for it

    def line_at(self, y: int) -> int:
        """The line shown at a height of the widget."""
        return self.top + y - self.sticky

    def on_click(self, event: Click) -> None:
        """Put the cursor there; a second click opens what is there."""
        if event.y < self.sticky:
            return
        self.focus(scroll_visible=False)
        self.move(self.line_at(event.y), top=self.top)
        if event.chain == 2:
            self.app.simulate_key("enter")

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Down by a turn of the wheel."""
        event.stop()
        self.move(self.cursor + _TURN)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Up by a turn of the wheel."""
        event.stop()
        self.move(self.cursor - _TURN)

    # Keys

    def action_down(self) -> None:
        """One line down."""
        self.move(self.cursor + 1)

    def action_up(self) -> None:
        """One line up."""
        self.move(self.cursor - 1)

    def action_page_down(self) -> None:
        """One window down, two lines of the old one staying."""
        step = max(1, self.window - 2)
        self.move(self.cursor + step, top=self.top + step)

    def action_page_up(self) -> None:
        """One window up."""
        step = max(1, self.window - 2)
        self.move(self.cursor - step, top=self.top - step)

    def action_top(self) -> None:
        """To the first line."""
        self.move(0)

    def action_bottom(self) -> None:
        """To the last line."""
        self.move(self.count - 1)

    def _follow(self, top: int) -> int:
        """The first visible line nearest to `top` that keeps the cursor in sight and the window full."""
        if not self.size.height:
            return 0
        margin = min(self.margin, (self.window - 1) // 2)
        highest, lowest = self.cursor - self.window + 1 + margin, self.cursor - margin
        if not highest <= top <= lowest:
            leap = self.window // 2 if self.leaps else 0
            top = min(lowest, highest + leap) if top < highest else max(highest, lowest - leap)
        return max(0, min(top, self.count - self.window))

    def _repaint_moved(self, before: int, after: int) -> None:
        for line in (before, after):
            self.repaint(self.sticky + line - self.top)
