"""A comparison as tables to read: side by side, claims, figures, quotations, wording, and versions. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from index.model import (
    Article,
    Cell,
    Comparison,
    Difference,
    Edit,
    Figure,
    MatrixRow,
    Quoted,
    Row,
    Span,
    Treatment,
    Wording,
)
from tui.widgets.glyphs import Glyphs
from tui.widgets.grid import GridCell, GridColumn, GridRow, Kind, Table
from tui.widgets.ink import Ink, shifted
from tui.widgets.phrasing import day, outlet

ADDS = "; underlined: what one of them adds"
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "per", "cent", "percent"})
_FIGURE = re.compile(r"(?:[a-z]+ )*(\S*\d\S*(?: (?:thousand|million|billion|trillion|per cent|percent))?)(?: [a-z-]+)*")
_KINDS = {
    "number": "figures differ", "date": "dates differ", "name": "names differ",
    "negation": "one denies what the other says", "attribution": "one asserts what the other attributes",
}  # fmt: skip


def columns(articles: Sequence[Article]) -> tuple[GridColumn, ...]:
    """A column a source, with date and headline."""
    return tuple(
        GridColumn(outlet(article.source), f"{day(article.published)} · {article.title}") for article in articles
    )


def side_by_side(comparison: Comparison, articles: Sequence[Article]) -> Table:
    """The aligned rows, marked inside the sentences what differs, and what one source adds to a shared statement."""
    notes = tuple(GridRow("heading", label=note) for note in comparison.notes)
    rows = tuple(_row(row, articles) for row in comparison.rows)
    return Table(columns(articles), notes + rows, empty="These articles have no text to compare.")


def _row(row: Row, articles: Sequence[Article]) -> GridRow:
    kind: Kind = "differs" if row.differences else row.relation
    spans = [span for difference in row.differences for span in enumerate(difference.spans)]
    cells = tuple(
        _row_cell(cell, article, [span for at, span in spans if at == column and span is not None])
        for column, (cell, article) in enumerate(zip(row.cells, articles, strict=True))
    )
    return GridRow(kind, cells, note=_note(row, articles))


def _row_cell(cell: Cell | None, article: Article, differing: Sequence[Span]) -> GridCell | None:
    shown = _cell(cell, article, differing)
    if cell is None or shown is None:
        return None
    return replace(shown, inks=(*shifted(cell.alone, -cell.start, "alone"), *shown.inks))


def _note(row: Row, articles: Sequence[Article]) -> str:
    if row.differences:
        return "; ".join(_told(difference, articles) for difference in row.differences)
    telling = [name for cell, name in zip(row.cells, _names(articles), strict=True) if cell is not None]
    match row.relation:
        case "only":
            return f"only in {telling[0]}" if telling else ""
        case "same":
            alike = "the same in all" if len(telling) == len(articles) else f"the same in {_listed(telling)}"
            return alike + (ADDS if any(cell and cell.alone for cell in row.cells) else "")
        case _:
            return f"related in {_listed(telling)}"


def _told(difference: Difference, articles: Sequence[Article]) -> str:
    """The kind, and what each source says: the first one in full, the others as far as they differ."""
    short = zip(_names(articles), difference.values, telling(difference.values), strict=True)
    said = [(name, whole, own) for name, whole, own in short if whole]
    values = [f"{source}: {own if position else whole}" for position, (source, whole, own) in enumerate(said)]
    return f"{_KINDS[difference.kind]} — {'; '.join(values)}"


def _names(articles: Sequence[Article]) -> list[str]:
    """The sources by name; where two have the same, with the numbers of their columns."""
    names = [outlet(article.source) for article in articles]
    return [f"{n} {name}" if names.count(name) > 1 else name for n, name in enumerate(names, 1)]


def _listed(names: Sequence[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _cell(span: Cell | Span | None, article: Article, marked: Sequence[Span], ink: str = "differs") -> GridCell | None:
    if span is None:
        return None
    text = article.text[span.start : span.end].replace("\n\n", " \n")  # paragraphs stay apart, offsets as they are
    inks = tuple(Ink(mark.start - span.start, mark.end - span.start, ink) for mark in marks_in(span, marked))
    return GridCell(text, inks, span.start)


def marks_in(span: Span, marks: Sequence[Span]) -> list[Span]:
    """Those of `marks` that lie in a span."""
    return [mark for mark in marks if mark.start >= span.start and mark.end <= span.end]


def telling_most(table: Table) -> int:
    """The row to begin at: the first one that differs, else the first shared one; the lead often is neither."""
    kinds = [row.kind for row in table.rows]
    return next((kinds.index(kind) for kind in ("differs", "same") if kind in kinds), 0)


def claims(comparison: Comparison, articles: Sequence[Article], glyphs: Glyphs) -> Table:
    """The key claims of the story, and which source has them."""
    rows = tuple(_matrix_row(row, glyphs) for row in comparison.matrix)
    return Table(columns(articles), rows, least=8, label=0.4, stacks=False, empty="No key claims were found.")


def _matrix_row(row: MatrixRow, glyphs: Glyphs) -> GridRow:
    values = row.values or ("",) * len(row.states)
    cells = tuple(map(_treatment, row.cells, row.states, figures_alone(telling(values)), (glyphs,) * len(row.states)))
    carried = sum(state in {"present", "differs"} for state in row.states)
    near = row.states.count("related")
    kind: Kind = "same" if carried == len(row.states) else "only" if carried == 1 else "plain"
    kind = "differs" if "differs" in row.states else kind
    note = f"in {carried} of {len(row.states)} sources{f', {near} more on the same matter' if near else ''}"
    if kind == "differs":
        note += f", which differ: {', '.join(dict.fromkeys(filter(None, values)))}".removesuffix(": ")
    return GridRow(kind, cells, label=row.text, note=note)


def telling(values: Sequence[str]) -> list[str]:
    """Values without the words that all of them begin and end with: what they differ in takes the least room.

    A figure keeps its scale: "$23.6 million" is not "$23.6".
    """
    words = [value.split() for value in values]
    said = [each for each in words if each]
    if len(set(map(tuple, said))) < 2:
        return list(values)
    begin, end = _alike(said), _alike([each[::-1] for each in said])
    end -= sum(1 for _ in takewhile(_SCALES.__contains__, said[0][len(said[0]) - end :]))
    return [" ".join(each[begin : len(each) - end] or each) for each in words]


def figures_alone(values: Sequence[str]) -> list[str]:
    """Values without the words around their figures, where those differ: narrow columns would break the words."""
    figures = [found[1] if (found := _FIGURE.fullmatch(value)) else value for value in values]
    return figures if len(set(figures)) == len(set(values)) else list(values)


def _alike(values: Sequence[Sequence[str]]) -> int:
    """With how many equal words all values begin."""
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*values, strict=False)))


def _treatment(cell: Cell | None, state: Treatment, value: str, glyphs: Glyphs) -> GridCell | None:
    """How one source treats a claim: with its own value where they differ."""
    if cell is None or state == "absent":
        return None
    words: dict[Treatment, tuple[str, Kind]] = {
        "present": (glyphs.picked, "same"),
        "differs": (f"{glyphs.differs} {value or 'differs'}", "differs"),
        "related": (glyphs.related, "related"),
    }
    text, ink = words[state]
    return GridCell(text, (Ink(0, len(text), ink),), cell.start)


def figures(comparison: Comparison, articles: Sequence[Article]) -> Table:
    """What is counted or measured, and what each source says of it."""
    rows = tuple(_figure_row(figure, articles) for figure in comparison.figures)
    return Table(columns(articles), rows, least=18, label=0.28, stacks=False, empty="No figures were found.")


def _figure_row(figure: Figure, articles: Sequence[Article]) -> GridRow:
    ink = "differs" if figure.status == "differs" else "figure"
    cells = tuple(
        _cell(cell, article, [cell] if cell is not None else [], ink)
        for cell, article in zip(figure.cells, articles, strict=True)
    )
    notes = {"same": "the same in those that say it", "differs": "figures differ", "only": "only one source says it"}
    return GridRow(figure.status, cells, label=figure.label, note=notes[figure.status])


def quotations(comparison: Comparison, articles: Sequence[Article]) -> Table:
    """Who is quoted by whom."""
    rows = tuple(_quoted_row(quoted, articles) for quoted in comparison.quotations)
    return Table(columns(articles), rows, least=24, label=0.17, empty="Nobody is quoted in these articles.")


def _quoted_row(quoted: Quoted, articles: Sequence[Article]) -> GridRow:
    cells = tuple(
        _cell(cell, article, [cell] if cell is not None else [], "quote")
        for cell, article in zip(quoted.cells, articles, strict=True)
    )
    carried = sum(cell is not None for cell in cells)
    kind: Kind = "related" if quoted.cut else "only" if carried == 1 else "same"
    note = "one source has only part of it" if quoted.cut else f"quoted by {carried} of {len(cells)}"
    return GridRow(kind, cells, label=quoted.speaker or "not named", note=note)


def wording(comparison: Comparison, articles: Sequence[Article]) -> Table:
    """Words that one source alone chooses."""
    found = comparison.wording
    rows = (
        _words_row("In the headline only here", [each.headline for each in found]),
        _words_row("Verbs of saying", [each.cues for each in found]),
        _words_row("Loaded words", [each.loaded for each in found]),
    )
    return Table(columns(articles), rows if _any(found) else (), least=20, label=0.2, empty="No difference in words.")


def _any(found: Sequence[Wording]) -> bool:
    return any(each.headline or each.cues or each.loaded for each in found)


def _words_row(label: str, words: Sequence[Sequence[str]]) -> GridRow:
    cells = tuple(GridCell(", ".join(each), at=0) if each else None for each in words)
    return GridRow("plain", cells, label=label, note="as words, without a verdict")


def versions(old: Article, new: Article, edits: Sequence[Edit], heads: tuple[str, str]) -> Table:
    """What one article says in two versions, the most substantial edits first."""
    rows = tuple(_edit_row(edit, old, new) for edit in edits)
    heading = (GridColumn(heads[0], old.title), GridColumn(heads[1], new.title))
    return Table(heading, rows, empty="The text is the same in both versions.")


def _edit_row(edit: Edit, old: Article, new: Article) -> GridRow:
    kind: Kind = "differs" if edit.substance else "related"
    note = f"touches {_listed(edit.substance)}" if edit.substance else "in style only"
    return GridRow(kind, (_cell(edit.before, old, ()), _cell(edit.after, new, ())), note=note)
