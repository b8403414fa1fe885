"""What stands between query and results."""

from __future__ import annotations

import pytest

from index.errors import QueryError
from index.model import Facet, Results
from index.search.tree import Sort
from tui.screens.result_status import beginning, counted, nothing, problem, summary, timeline
from tui.widgets.glyphs import UNICODE
from tui.widgets.ink import Line


def said(line: Line) -> str:
    return "".join(text for text, _ in line)


def test_the_marks_stand_under_the_place_in_the_query() -> None:
    marks, message, *_ = problem("sort date:13", QueryError("There is no month 13.", 5, 12), 80, UNICODE)
    assert said(marks) == " " * (3 + 5) + "▲" * 7
    assert said(message) == "There is no month 13."


def test_the_marks_stand_under_wide_characters_too() -> None:
    marks, *_ = problem("東京 fgo:港", QueryError("There is no such field.", 3, 8), 80, UNICODE)
    assert said(marks) == " " * (3 + 5) + "▲" * 6


def test_a_place_beyond_the_line_is_repeated() -> None:
    query = "ferry " * 20 + "fgo:fog"
    marks, message, *_ = problem(query, QueryError("There is no such field.", 120, 124), 80, UNICODE)
    assert (said(marks), said(message)) == ("   fgo:", "There is no such field.")


def test_a_long_explanation_is_wrapped() -> None:
    lines = problem("fgo:fog", QueryError("There is no such field. " * 8, 0, 3), 40, UNICODE)
    assert all(len(said(line)) <= 38 for line in lines)


def test_a_problem_without_a_place_has_no_marks() -> None:
    assert "▲" not in said(problem("a", QueryError("That is no query.", 0, 0), 80, UNICODE)[0])


def test_totals_are_exact_and_an_order_is_named_where_it_was_chosen() -> None:
    assert said(summary(Results("", 12345, ()), Sort.RELEVANCE, 0.0034)) == "12,345 results · 3 ms"
    assert said(summary(Results("", 1, ()), Sort.NEWEST, 0.001)) == "1 result · newest first · 1 ms"
    assert said(summary(Results("", 1, ()), Sort.RECENT, 0.001)) == "1 result · newer ones nudged up · 1 ms"


def test_the_word_that_is_read_as_a_beginning_is_named() -> None:
    assert said(summary(Results("fer", 2, ()), Sort.RELEVANCE, 0.001, "fer")) == "2 results with fer… · 1 ms"


@pytest.mark.parametrize(
    ("typed", "begun"),
    [("fog fer", "fer"), ("title:fer", "fer"), ('"heat pum', "pum"), ("fog ", ""), ("fog -fer", ""), ("fog*", "")],
)
def test_only_an_unfinished_word_is_a_beginning(typed: str, begun: str) -> None:
    assert beginning(typed) == begun


def test_reprints_are_counted() -> None:
    results = Results("", 3, (), reprints=2)
    assert said(summary(results, Sort.RELEVANCE, 0.001)) == "3 results + 2 reprints · 1 ms"


def test_the_timeline_names_its_ends() -> None:
    results = Results("", 3, (), {"month": (Facet("2026-05", 2), Facet("2026-03", 1))})
    assert said(timeline(results, UNICODE, 20)) == "Mar 2026 ▄ █ May 2026"


def test_the_timeline_of_a_single_month_is_one_of_days() -> None:
    days = (Facet("2026-05-04", 2), Facet("2026-05-02", 1))
    results = Results("", 3, (), {"month": (Facet("2026-05", 3),), "day": days})
    assert said(timeline(results, UNICODE, 20)) == "2 May 2026 ▄ █ 4 May 2026"


def test_what_is_said_of_results_has_room_beside_a_month_of_days() -> None:
    days = tuple(Facet(f"2026-05-{day:02}", 1) for day in range(1, 32))
    results = Results("", 31, (), {"month": (Facet("2026-05", 31),), "day": days})
    line = said(counted(summary(results, Sort.RECENT, 0.002), results, UNICODE, 80))
    assert line.startswith("31 results · newer ones nudged up · 2 ms ")
    assert line.endswith("31 May 2026")


def test_a_single_day_needs_no_timeline() -> None:
    results = Results("", 3, (), {"month": (Facet("2026-05", 3),), "day": (Facet("2026-05-04", 3),)})
    assert timeline(results, UNICODE, 20) == ()


def test_a_suggestion_says_how_to_take_it() -> None:
    assert (
        said(nothing(Results("fery", 0, (), suggestion="ferry")))
        == "Nothing found.  Did you mean ferry?  Enter takes it"
    )
