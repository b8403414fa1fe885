"""The table view, in a small app of its own."""

from __future__ import annotations

from textual.app import ComposeResult

from tests.tui.widgets.stage import Stage
from tui.widgets.grid import GridCell, GridColumn, GridRow, Kind, Table
from tui.widgets.grid_view import GridView
from tui.widgets.ink import Ink


class Grid(Stage):
    def __init__(self) -> None:
        super().__init__()
        self.view = GridView()

    def compose(self) -> ComposeResult:
        yield self.view


def row(kind: Kind, *texts: str | None) -> GridRow:
    return GridRow(kind, tuple(GridCell(text, at=n) if text is not None else None for n, text in enumerate(texts)))


def table(columns: int = 2) -> Table:
    heads = tuple(GridColumn(f"Paper {n + 1}", "2 May 2026 · Fog") for n in range(columns))
    rest = ["so it is"] * (columns - 2)
    return Table(
        heads,
        (
            GridRow(
                "differs", (GridCell("Six ships sailed.", (Ink(0, 3, "differs"),), 0), GridCell("Seven sailed.", (), 5))
            ),
            row("only", "Fog came.", None),
            *(row("same", f"Line {n}.", f"Line {n}, too.", *rest) for n in range(20)),
        )
        if columns == 2
        else tuple(row("same", f"Line {n}.", f"Line {n}, too.", *rest) for n in range(20)),
    )


async def test_rows_stand_under_their_sources_with_signs_in_the_margin() -> None:
    app = Grid()
    async with app.run_test(size=(110, 24)) as pilot:
        app.view.show(table())
        await pilot.pause()
        lines = app.lines
        assert lines[0].split() == ["1", "Paper", "1", "2", "Paper", "2"]
        assert lines[3].startswith("›≠  Six ships sailed.")
        assert "┃ Seven sailed." in lines[3]
        assert lines[5].startswith(" +  Fog came.")
        assert "│ –" in lines[5]


async def test_columns_stay_aligned_however_far_one_scrolls() -> None:
    app = Grid()
    async with app.run_test(size=(110, 24)) as pilot:
        app.view.show(table())
        for _ in range(12):
            app.view.action_down()
            await pilot.pause()
            bars = {line.index(bar) for line in app.lines[3:] for bar in "│┃" if bar in line}
            assert len(bars) == 1


async def test_the_cell_under_the_cursor_leads_to_its_place() -> None:
    app = Grid()
    async with app.run_test(size=(110, 24)) as pilot:
        app.view.show(table())
        app.view.pick(1)
        await pilot.pause()
        found = app.view.cell
        assert found is not None
        assert (found[0], found[1].at) == (1, 5)


async def test_a_source_that_has_nothing_leads_to_one_that_has() -> None:
    app = Grid()
    async with app.run_test(size=(110, 24)) as pilot:
        app.view.show(table(), row=1)
        app.view.pick(1)
        await pilot.pause()
        assert app.view.cell is not None
        assert app.view.cell[0] == 0


async def test_stacked_cells_name_their_source_by_number() -> None:
    app = Grid()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show(table())
        await pilot.pause()
        assert app.lines[2] == "›≠  1┃ Six ships sailed."
        assert app.lines[3] == "    2┃ Seven sailed."


async def test_eight_sources_are_reached_by_shifting_and_the_row_is_kept() -> None:
    app = Grid()
    async with app.run_test(size=(120, 24)) as pilot:
        app.view.show(table(8), row=6)
        app.view.pick(7)
        await pilot.pause()
        assert app.view.hidden == (5, 0)
        assert app.view.index == 6
        assert "8 Paper 8" in app.text


async def test_turning_the_window_keeps_the_row() -> None:
    app = Grid()
    async with app.run_test(size=(120, 24)) as pilot:
        app.view.show(table(), row=9)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.view.index == 9
        assert "Line 7." in app.text


async def test_an_empty_table_says_why() -> None:
    app = Grid()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show(Table((), (), empty="Nobody is quoted."))
        await pilot.pause()
        assert "Nobody is quoted." in app.text
        app.view.action_down()
        assert app.view.cell is None


async def test_columns_out_of_sight_are_told_below_the_heads() -> None:
    app = Grid()
    async with app.run_test(size=(120, 24)) as pilot:
        app.view.show(table(8))
        await pilot.pause()
        assert app.lines[2].endswith("5 more on the right → ──")
        app.view.pick(3)
        await pilot.pause()
        assert app.lines[2].startswith(" ── ← 1 more on the left ─")
        assert app.lines[2].endswith(" 4 more on the right → ──")


async def test_every_one_of_eight_long_names_has_its_place_above_stacked_cells() -> None:
    app = Grid()
    async with app.run_test(size=(80, 24)) as pilot:
        named = tuple(GridColumn("The Northern Evening Chronicle") for _ in range(8))
        app.view.show(Table(named, table(8).rows))
        await pilot.pause()
        assert [part.split()[0] for part in app.lines[0].split("   ") if part.strip()] == list("12345678")
        assert len(app.lines[0]) <= 80


async def test_addresses_too_long_for_their_place_are_named_by_their_owner() -> None:
    app = Grid()
    hosts = ["Forbes", "philadelphia.xcbslocal.com", "www.cbslocal.co.uk", "articles.latimes.com", "NPR", "a.bbc.co.uk"]
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show(Table(tuple(map(GridColumn, hosts)), table(6).rows))
        await pilot.pause()
        assert app.lines[0].strip() == "1 Forbes   2 xcbslocal   3 cbslocal   4 latimes   5 NPR   6 bbc"
        app.view.show(Table(tuple(map(GridColumn, hosts[:2])), table(2).rows))
        await pilot.pause()
        assert app.lines[0].strip() == "1 Forbes   2 philadelphia.xcbslocal.com"


async def test_right_and_left_go_from_cell_to_cell_where_they_are_stacked() -> None:
    app = Grid()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.show(Table(table(3).columns, (row("related", "One.", None, "Three."),)))
        await pilot.pause()
        app.view.pick(1)
        await pilot.pause()
        assert app.view.column == 2
        assert app.lines[app.view.cursor + app.view.sticky].startswith("›   3┃ Three.")
        app.view.pick(1)
        await pilot.pause()
        assert app.view.column == 0


async def test_what_differs_out_of_sight_is_brought_into_it() -> None:
    app = Grid()
    async with app.run_test(size=(120, 24)) as pilot:
        cells = [
            GridCell("Six.", (Ink(0, 3, "differs"),), 0),
            *[None] * 6,
            GridCell("Two.", (Ink(0, 3, "differs"),), 0),
        ]
        app.view.show(Table(table(8).columns, (GridRow("differs", tuple(cells)),)))
        await pilot.pause()
        app.view.reveal()
        await pilot.pause()
        assert "Two." in app.lines[3]
        assert app.view.column == 7


async def test_a_remark_is_shown_whole() -> None:
    app = Grid()
    async with app.run_test(size=(110, 24)) as pilot:
        app.view.show(Table(table().columns, (GridRow("heading", label="word " * 30 + "end."),)))
        await pilot.pause()
        assert app.lines[4].strip().endswith("end.")
