"""A list to choose from, narrowed down by typing: the palette, help, themes, tags, other sources, versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.widgets.choice_list import Choice, ChoiceList
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.text_line import TextLine

_FEW = 8  # choices that need no narrowing down


class Chooser(ModalScreen[str | None]):
    """Gives the id of what was chosen, None for nothing; with `free`, also what was typed and is in no row."""

    BINDINGS: ClassVar = [
        Binding("escape,ctrl+g", "cancel", "Close", show=False),
        Binding("down,ctrl+n", "move(1)", "Down", show=False),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], *, hint: str = "", free: bool = False, glyphs: Glyphs = UNICODE
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._hint = hint or "type to narrow down   ⏎ choose   Esc or ← close"
        self._free = free
        self._list = ChoiceList(glyphs, id="choices")

    def compose(self) -> ComposeResult:
        """The title, the line to type in, the list."""
        with Vertical(id="panel"):
            yield TextLine([(self._title, ("heading",))], id="title")
            yield FilterInput(placeholder="type to narrow down", compact=True, select_on_focus=False, id="typed")
            yield self._list
            yield TextLine([(self._hint, ("dim",))], id="hint")

    @property
    def few(self) -> bool:
        """Whether nobody would type to find something here."""
        return len(self._choices) <= _FEW and not self._free

    def on_mount(self) -> None:
        """Show everything, the keys going to the line."""
        self.query_one(Input).cursor_blink = False
        self._list.can_focus = False
        self._list.narrow(self._choices, ())

    def on_resize(self, event: Resize) -> None:
        """As many rows as there is room for."""
        self._list.styles.height = max(1, min(len(self._choices), event.size.height - 11))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        words = tuple(event.value.casefold().split())
        self._list.narrow(narrowed(self._choices, words), words)

    @on(ChoiceList.Moved)
    def _tell(self) -> None:
        """Below a table of keys, the whole of the row under the cursor, which may not fit there."""
        chosen = self._list.current
        told = chosen.detail if chosen is not None and chosen.lead else self._hint
        self.query_one("#hint", TextLine).show([(told, ("dim",))])

    @on(Input.Submitted)
    def _choose(self, event: Input.Submitted) -> None:
        chosen = self._list.current
        typed = event.value.strip()
        if self._free and typed and (chosen is None or chosen.label != typed):
            self.dismiss(typed)
        else:
            self.dismiss(chosen.id if chosen is not None and chosen.id else None)

    def action_move(self, by: int) -> None:
        """Move over headings."""
        at = self._list.cursor + by
        while 0 < at < self._list.count - 1 and not self._list.rows[at].id:
            at += by
        if 0 <= at < self._list.count and self._list.rows[at].id:
            self._list.move(at)

    def action_page(self, by: int) -> None:
        """Move by a windowful."""
        self._list.move(self._list.cursor + by * self._list.window)

    def action_cancel(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


class FilterInput(Input):
    """A line in which ← at the very beginning goes back, and q, where all there is can be seen at a glance."""

    def on_key(self, event: Key) -> None:
        """Close on q where nothing is typed and nothing needs to be."""
        if event.key == "q" and not self.value and isinstance(self.screen, Chooser) and self.screen.few:
            event.prevent_default()
            event.stop()
            self.screen.action_cancel()

    def action_cursor_left(self, select: bool = False) -> None:
        """Move left, or close where there is nothing to the left."""
        if self.cursor_position == 0 and not select and isinstance(self.screen, Chooser):
            self.screen.action_cancel()
        else:
            super().action_cursor_left(select)


def narrowed(choices: Sequence[Choice], words: Sequence[str]) -> tuple[Choice, ...]:
    """The choices that hold all words somewhere, with the headings of those that remain."""
    if not words:
        return tuple(choices)
    kept: list[Choice] = []
    heading: Choice | None = None
    for choice in choices:
        if not choice.id:
            heading = choice
        elif all(word in f"{choice.lead} {choice.label} {choice.detail}".casefold() for word in words):
            if heading is not None:
                kept.append(heading)
                heading = None
            kept.append(choice)
    return tuple(kept)
