"""What is copied out can be found again, and stays what it is in Markdown."""

from __future__ import annotations

from index.model import Mark, Span
from tests.builders import article
from tui.screens.citing import citation, cited_row, markdown
from tui.widgets.grid import GridCell, GridColumn, GridRow, Table
from tui.widgets.note_list import Noted

TOLD = article("One. Two.", title="Numbers", url="https://post.example/1")


def mark(quote: str, note: str = "") -> Mark:
    return Mark(5, 9, "a", quote, "", "", note)


def test_a_citation_holds_all_that_is_needed_to_find_the_place_again() -> None:
    cited = citation(TOLD, Span(5, 9))
    assert cited == "“Two.”\nHarbour Post, Numbers, 2 Mar 2026, https://post.example/1, characters 5–9\n"


def test_a_note_follows_its_citation() -> None:
    assert citation(TOLD, mark("Two."), "ask the mayor").endswith("characters 5–9\nNote: ask the mayor\n")


def test_a_mark_whose_words_have_changed_is_cited_as_it_was() -> None:
    assert citation(TOLD, mark("Three.")).startswith("“Three.”")


def test_notes_are_gathered_under_their_articles() -> None:
    other = article("Three.", title="More", url="")
    rows = [Noted(TOLD, mark("One.")), Noted(TOLD, mark("Two.", "ask the mayor")), Noted(other, mark("Three."))]
    assert markdown(rows) == (
        "## [Numbers](<https://post.example/1>)\n\nHarbour Post, 2 Mar 2026\n\n> One.\n\n> Two.\n\nask the mayor\n\n"
        "## More\n\nHarbour Post, 2 Mar 2026\n\n> Three.\n"
    )


def test_markup_in_a_text_is_no_markup_in_the_notes() -> None:
    assert "\\[a\\]\\*b\\*" in markdown([Noted(TOLD, mark("[a]*b*\nc"))])


def test_a_row_is_told_source_by_source() -> None:
    columns = (GridColumn("Harbour Post", "2 Mar 2026 · Fog"), GridColumn("The Quay", "3 Mar 2026 · Ships"))
    row = GridRow("only", (GridCell("Six ships \nsailed."), None), label="ships", note="only in Harbour Post")
    assert cited_row(Table(columns, (row,)), row, ("https://post.example/1", "")) == (
        "ships\nHarbour Post, 2 Mar 2026 · Fog, https://post.example/1:\n  Six ships sailed.\n"
        "The Quay, 3 Mar 2026 · Ships:\n  nothing\n(only in Harbour Post)\n"
    )
