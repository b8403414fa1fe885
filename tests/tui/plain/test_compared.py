"""A comparison in words."""

from __future__ import annotations

from index.model import Cell, Comparison, Row, Span, Wording
from tests.builders import article
from tui.plain.compared import Compared


def test_what_one_source_adds_to_a_shared_statement_is_said_behind_it() -> None:
    articles = (article("Six ships sailed, all laden with salt.", source="Quay"), article("Six ships sailed."))
    row = Row((Cell(0, 38, 0, (Span(18, 37),)), Cell(0, 17, 0)), "same")
    words = (Wording((), (), ()), Wording((), (), ()))
    said = Compared(articles, Comparison(("a", "b"), (row,), (), (), (), words)).row(row)
    assert said.splitlines()[-1] == "Only A, Quay adds: all laden with salt."
