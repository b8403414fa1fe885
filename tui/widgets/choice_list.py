"""A list of things to choose from, each a line or two with a key in front and a detail at the end."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from index.model import Span
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.ink import Line, Run, fit, painted, shifted, spread
from tui.widgets.ink import width as width_of
from tui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Choice:
    """`id` is what choosing it gives, "" for a heading. With a `lead` the choices are a table: lead, label, detail."""

    id: str
    label: str
    detail: str = ""
    lead: str = ""
    on: bool = False


class ChoiceList(RowList[Choice]):
    """Choices one a line, the words looked for emphasised; `lead` is the ink of what stands before them."""

    def __init__(self, glyphs: Glyphs = UNICODE, *, lead: str = "key", id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._lead_ink = lead
        self._words: tuple[str, ...] = ()

    def narrow(self, choices: tuple[Choice, ...], words: tuple[str, ...]) -> None:
        """Show these, found by these words."""
        self._words = words
        first = next((index for index, choice in enumerate(choices) if choice.id), 0)
        self.top = 0  # its heading in sight
        self.show(choices, cursor=first)

    def row(self, row: Choice, line: int, width: int, selected: bool) -> Line:  # noqa: ARG002 - one line a row
        """A choice, or a heading."""
        if not row.id:
            return [(" ", ()), (row.label, ("heading",))]
        ground = ("selected",) if selected else ()
        bar = self._glyphs.selected if selected else " "
        check = self._glyphs.picked if row.on else " "
        lead = [(_padded(row.lead, self._lead), (*ground, self._lead_ink)), ("  ", ground)] if self._lead else []
        label = painted(row.label, 0, len(row.label), shifted(self._found(row.label), 0, "match"), ground)
        detail: list[Run] = [(row.detail, (*ground, "dim")), (" ", ground)]
        rest = self._tabled(lead, label, row, width) if self._lead else spread(label, detail, width - 3)
        shown = [(bar, (*ground, "active")), (f"{check} ", (*ground, "active")), *_grounded(rest, ground)]
        return [*fit(shown, width), (" " * width, ground)]

    def _tabled(self, lead: Line, label: Line, row: Choice, width: int) -> list[Run]:
        """The detail in a column of its own after the labels, which take two fifths of the width at most."""
        column = min(self._label, width * 2 // 5)
        begin = [*lead, *fit(label, column)] if row.label else lead
        gap = self._lead + 2 + column - width_of(begin) + 3
        return [*begin, (" " * max(1, gap), ()), (row.detail, ("dim",))]

    @property
    def _label(self) -> int:
        return max((cell_len(row.label) for row in self.rows if row.id), default=0)

    @property
    def _lead(self) -> int:
        """The width of the leads; of the long forms of a query only where nothing but those is left."""
        leads = [cell_len(row.lead) for row in self.rows if row.id and row.label]
        return max(leads, default=0) or max((cell_len(row.lead) for row in self.rows), default=0)

    def _found(self, label: str) -> list[Span]:
        folded = label.casefold()
        places = [(folded.find(word), len(word)) for word in self._words if len(folded) == len(label)]
        return [Span(start, start + size) for start, size in places if start >= 0]


def _grounded(line: Line, ground: tuple[str, ...]) -> list[Run]:
    return [(text, inks if inks[: len(ground)] == ground else ground + inks) for text, inks in line]


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - cell_len(text))
