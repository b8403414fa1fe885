"""Tables laid out in lines, side by side and stacked."""

from __future__ import annotations

from tui.widgets.grid import GridCell, GridColumn, GridRow, Kind, Layout, Table, folded

LONG = "The ferry ran aground in thick fog on Saturday morning, and nobody was hurt."


def table(*rows: GridRow, columns: int = 2, label: float = 0.0) -> Table:
    return Table(tuple(GridColumn(f"Source {n + 1}") for n in range(columns)), rows, label=label)


def row(*texts: str | None, kind: Kind = "same") -> GridRow:
    return GridRow(kind, tuple(GridCell(text) if text is not None else None for text in texts))


def test_a_row_is_as_high_as_its_longest_cell_and_an_empty_line() -> None:
    layout = Layout(table(row(LONG, "short"), row("a", "b")), 104)
    assert layout.column_width == 48
    assert layout.tops == [0, 3, 5]


def test_below_a_hundred_columns_cells_stand_one_below_another() -> None:
    layout = Layout(table(row("first", "second"), row("third", None)), 99)
    assert layout.stacked
    assert [layout.cell_at(line) for line in range(layout.count)] == [
        (0, 0, 0),
        (0, 1, 0),
        (0, -1, 0),
        (1, 0, 0),
        (1, -1, 0),
    ]


def test_columns_that_do_not_fit_are_shifted_out_of_sight() -> None:
    layout = Layout(table(row(*"abcdefgh"), columns=8), 120, first=7)
    assert list(layout.visible) == [5, 6, 7]


def test_what_only_a_source_out_of_sight_has_takes_no_line() -> None:
    rows = [row("a", "a", "a", "a"), row(None, None, None, "d", kind="only"), row("e", "e", "e", "e")]
    layout = Layout(table(*rows, columns=4), 120)
    assert layout.tops == [0, 2, 2, 4]
    assert layout.row_at(2) == 2


def test_a_long_remark_takes_as_many_lines_as_it_needs() -> None:
    remark = GridRow(
        "heading", label="These articles are in different languages, so that few sentences can match. " * 2
    )
    layout = Layout(table(remark, row("a", "b")), 80)
    assert layout.blocks[0].height == 4
    assert layout.row_at(4) == 1


def test_every_line_belongs_to_its_row() -> None:
    layout = Layout(table(row(LONG, LONG), row("a", "b"), row("c", "d")), 120)
    assert [layout.row_at(layout.line_of(n)) for n in range(3)] == [0, 1, 2]


def test_runs_of_folded_rows_become_one_that_counts_them() -> None:
    rows = [row("a", "a"), row("b", "b"), row("c", None, kind="only"), row("d", "d")]
    assert [(each.kind, each.label) for each in folded(rows, frozenset({"same"}))] == [
        ("fold", "2 rows folded"),
        ("only", ""),
        ("fold", "1 row folded"),
    ]


def test_nothing_folded_is_everything() -> None:
    rows = [row("a", "a"), row("b", None, kind="only")]
    assert folded(rows, frozenset()) == tuple(rows)
