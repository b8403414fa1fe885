"""The JSON shapes."""

from __future__ import annotations

import json

import pytest

from index.model import Cell, Comparison, Row, Span, Wording
from tests.builders import article
from tui.cli import jsonform


@pytest.mark.parametrize("utf8", [True, False])
def test_what_is_written_can_be_shown_and_read_back(monkeypatch: pytest.MonkeyPatch, utf8: bool) -> None:
    monkeypatch.setattr(jsonform, "is_utf8", lambda: utf8)
    value = {"text": "é\u202e\x9b2J\x7f\x1b[31m\u200b\U000e0041\ud800\n", "list": [1, None]}
    text = jsonform.written(value, indent=2)
    assert json.loads(text) == value
    assert "\n" in text
    assert text.replace("\n", "").replace("é", "e").isprintable()
    assert text.isascii() is not utf8


def test_a_cell_says_what_its_source_alone_adds() -> None:
    row = Row((Cell(0, 30, 0, (Span(4, 9),)), Cell(0, 20, 0)), "same")
    words = (Wording((), (), ()), Wording((), (), ()))
    articles = (article("Six ships sailed."), article("Seven ships sailed."))
    made = Comparison(("a", "b"), (row,), (), (), (), words)
    assert jsonform.comparison(made, articles)["rows"][0]["cells"] == [
        {"sentence": 0, "start": 0, "end": 30, "alone": [{"start": 4, "end": 9}]},
        {"sentence": 0, "start": 0, "end": 20, "alone": []},
    ]
