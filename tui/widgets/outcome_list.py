"""The ledger of an import: what became of each item, and why."""

from __future__ import annotations

from collections.abc import Mapping

from index.model import Fate, Outcome
from tui.widgets.glyphs import UNICODE, Glyphs
from tui.widgets.ink import Line, Run, fit
from tui.widgets.row_list import RowList
from tui.widgets.wrap import ending

_INKS = {
    Fate.ADDED: "same",
    Fate.UPDATED: "related",
    Fate.DUPLICATE: "dim",
    Fate.SKIPPED: "only",
    Fate.REMOVED: "only",
}

_FATE = 11  # columns
_SCRAP = 16  # columns below which the end of a path says nothing beside a title


class OutcomeList(RowList[Outcome]):
    """A line an item: its fate, where it came from, the reason."""

    def __init__(self, glyphs: Glyphs = UNICODE, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._titles: dict[str, str] = {}

    @property
    def untitled(self) -> tuple[str, ...]:
        """The articles in sight whose titles are not known yet."""
        shown = self.rows[self.top : self.top + self.window]
        return tuple({row.id for row in shown if row.id and row.id not in self._titles})

    def entitle(self, titles: Mapping[str, str]) -> None:
        """Show articles by their titles."""
        self._titles.update(titles)
        self.refresh()

    def row(self, row: Outcome, line: int, width: int, selected: bool) -> Line:  # noqa: ARG002 - one line a row
        """An item."""
        ground = ("selected",) if selected else ()
        ink = "problem" if row.fault else _INKS[row.fate]
        title = self._titles.get(row.id, "")
        room = width - _FATE - len(row.reason) - len(title) - 6
        told = f"{row.path} {row.item}".strip()
        path = ending(told, room if room >= _SCRAP else 0) if title else ending(told, max(room, width // 2))
        runs: list[Run] = [
            (f"{self._glyphs.selected if selected else ' '} ", (*ground, "active")),
            (row.fate.value.ljust(_FATE), (*ground, ink)),
            (f"{title}  " if title else "", (*ground, "title")),
            (path, (*ground, "dim") if title else ground),
            (f"  {row.reason}" if row.reason else "", (*ground, "dim")),
        ]
        return [*fit(runs, width), (" " * width, ground)]
