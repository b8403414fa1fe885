"""The JSON shapes."""

from __future__ import annotations

from index.model import Cell, Comparison, Row, Span, Wording
from tests.builders import article
from tui.cli import jsonform


def test_a_cell_says_what_its_source_alone_adds() -> None:
    row = Row((Cell(0, 30, 0, (Span(4, 9),)), Cell(0, 20, 0)), "same")
    words = (Wording((), (), ()), Wording((), (), ()))
    articles = (article("Six ships sailed."), article("Seven ships sailed."))
    made = Comparison(("a", "b"), (row,), (), (), (), words)
    assert jsonform.comparison(made, articles)["rows"][0]["cells"] == [
        {"sentence": 0, "start": 0, "end": 30, "alone": [{"start": 4, "end": 9}]},
        {"sentence": 0, "start": 0, "end": 20, "alone": []},
    ]
