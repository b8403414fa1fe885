"""A list to choose from, narrowed down by typing: the palette, help, themes, tags, other sources, saved searches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Key, Resize
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.widgets.choice_list import Choice, ChoiceList
from tui.widgets.field import Field
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.text_line import TextLine, TextLines, wrapped

_FEW = 8  # choices that need no narrowing down
_AROUND = 9  # lines of the panel that are not rows


class Chooser(ModalScreen[str | None]):
    """Gives the id of what was chosen, None for nothing; with `free`, also what was typed and is in no row.

    `lead` is the ink of the first column of a table. `drop` is called with the id of a row on which Del is pressed,
    and gives what is to stand there now.
    """

    BINDINGS: ClassVar = [
        Binding("escape,ctrl+g", "cancel", "Close", show=False),
        Binding("down,ctrl+n", "move(1)", "Down", show=False),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        hint: str = "",
        free: bool = False,
        lead: str = "key",
        drop: Callable[[str], Choice] | None = None,
        glyphs: Glyphs = UNICODE,
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = tuple(replace(each, lead=glyphs.named(each.lead)) for each in choices)
        self._free = free
        self._drop = drop
        self._hint = glyphs.named(hint or ("⏎ choose   q close" if self.few else "⏎ choose   Esc or ← close"))
        self._list = ChoiceList(glyphs, lead=lead, id="choices")
        self._tabled = any(each.lead for each in choices)
        self._told = TextLines(2 if self._tabled else 1, id="hint")

    def compose(self) -> ComposeResult:
        """The title, the line to type in, the list."""
        placeholder = "" if self.few else "type a name" if self._free else "type to narrow down"
        with Vertical(id="panel", classes="few" if self.few else ""):
            yield TextLine([(self._title, ("heading",))], id="title")
            yield FilterInput(placeholder=placeholder, id="typed")
            yield self._list
            yield self._told

    @property
    def few(self) -> bool:
        """Whether nobody would type to find something here."""
        return sum(bool(each.id) for each in self._choices) <= _FEW and not self._free

    def on_mount(self) -> None:
        """Show everything, the keys going to the line."""
        self._list.can_focus = False
        self._list.narrow(self._choices, ())

    def on_resize(self, event: Resize) -> None:
        """As many rows as there is room for."""
        self._list.styles.height = max(1, min(len(self._choices), event.size.height - _AROUND))
        self.call_after_refresh(self._tell)
        self.call_after_refresh(self._tell_keys)

    def _tell_keys(self) -> None:
        """Above a table, the keys, where there is room for them beside the title."""
        title = self.query_one("#title", TextLine)
        room = title.size.width - cell_len(self._title) - 4
        keys = [(self._hint, ("dim",))] if self._tabled and cell_len(self._hint) <= room else []
        title.show([(self._title, ("heading",))], keys)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        words = tuple(event.value.casefold().split())
        self._list.narrow(narrowed(self._choices, words), words)

    @on(ChoiceList.Moved)
    def _tell(self) -> None:
        """Below a table, the whole of the row under the cursor, which may not fit there."""
        chosen = self._list.current
        told = self._hint if not self._tabled else chosen.detail if chosen is not None else ""
        if not self._list.count and not self._free:
            told = "Nothing here holds these words."
        self._told.show(*wrapped(told, max(20, self._told.size.width), "dim")[:2])

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
        """Move by a windowful, off a heading to what it stands above."""
        self._list.move(self._list.cursor + by * self._list.window)
        if self._list.current is not None and not self._list.current.id:
            self.action_move(1)

    def drop(self) -> None:
        """Drop the row under the cursor, or take it back."""
        chosen = self._list.current
        if self._drop is None or chosen is None:
            return
        instead = self._drop(chosen.id)
        self._choices = tuple(instead if each.id == chosen.id else each for each in self._choices)
        rows = tuple(instead if each.id == chosen.id else each for each in self._list.rows)
        self._list.show(rows, cursor=self._list.cursor)

    def action_cancel(self) -> None:
        """Close without a choice."""
        self.dismiss(None)


class FilterInput(Field):
    """A line in which ← at the very beginning goes back, and q, where all there is can be seen at a glance; Del at
    the end drops the row under the cursor."""

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

    def action_delete_right(self) -> None:
        """Delete to the right, or drop the row where there is nothing to the right."""
        if self.cursor_position == len(self.value) and isinstance(self.screen, Chooser):
            self.screen.drop()
        else:
            super().action_delete_right()


def narrowed(choices: Sequence[Choice], words: Sequence[str]) -> tuple[Choice, ...]:
    """The choices that hold all words, in themselves or in their heading, under their headings."""
    if not words:
        return tuple(choices)
    kept: list[Choice] = []
    heading = Choice("", "")
    for choice in choices:
        if not choice.id:
            heading = choice
        elif _holds(f"{choice.lead} {choice.label} {choice.detail}", words) or _holds(heading.label, words):
            kept += [] if heading in kept or not heading.label else [heading]
            kept.append(choice)
    return tuple(kept)


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text.casefold() for word in words)
