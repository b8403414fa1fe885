from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.compare.comparison import Ranking, compare
from index.compare.likeness.prepared import LONGEST
from index.compare.passages import LIMIT
from index.errors import UsageError
from index.model import Analysis, Article, Comparison, MatrixRow, Row, Span
from index.text.analysis import analyse

T = TypeVar("T")

HARBOUR = """\
The harbour of Stavik will close for six weeks while divers clear the wreck of the trawler Nordlys.

Harbour master Ingrid Solheim said the work would cost 4.2 million euros.

Fishermen fear for the herring season.

The mayor plays the trombone in his free time."""

PORT = """\
Divers will clear the wreck of the trawler Nordlys, and the harbour of Stavik closes for six weeks.

The herring season is in danger, fishermen fear.

Ingrid Solheim, the harbour master, said the work would cost 5.6 million euros.

A museum wants the ship's bell."""

RADIO = """\
The wreck of the trawler Nordlys closes the harbour of Stavik for six weeks while divers clear it.

School children drew pictures of the lighthouse."""


def analysis(text: str, id_: str = "a", published: datetime | None = None, language: str = "") -> Analysis:
    return analyse(Article(id_ * 16, f"Title {id_}", text, f"Source {id_}", published=published, language=language))


def compared(*texts: str) -> Comparison:
    return compare([analysis(text, "abcdefgh"[n]) for n, text in enumerate(texts)])


def text_of(row: Row, *texts: str) -> tuple[str, ...]:
    return tuple(text[cell.start : cell.end] if cell else "" for cell, text in zip(row.cells, texts, strict=True))


def row_with(comparison: Comparison, word: str, *texts: str) -> Row:
    return next(row for row in comparison.rows if any(word in text for text in text_of(row, *texts)))


def test_the_same_statement_in_other_words_is_one_row() -> None:
    row = row_with(compared(HARBOUR, PORT), "Nordlys", HARBOUR, PORT)
    assert row.relation == "same"
    assert None not in row.cells


def test_rows_cross_the_order_of_the_articles() -> None:
    comparison = compared(HARBOUR, PORT)
    assert None not in row_with(comparison, "herring", HARBOUR, PORT).cells
    assert None not in row_with(comparison, "Solheim", HARBOUR, PORT).cells


def test_what_one_article_has_alone_is_only_there() -> None:
    row = row_with(compared(HARBOUR, PORT), "trombone", HARBOUR, PORT)
    assert row.relation == "only"
    assert row.cells[1] is None


def test_every_sentence_is_in_a_row() -> None:
    comparison = compared(HARBOUR, PORT)
    for n, text in enumerate((HARBOUR, PORT)):
        cells = [row.cells[n] for row in comparison.rows]
        covered = {offset for cell in cells if cell for offset in range(cell.start, cell.end)}
        assert all(offset in covered for offset, letter in enumerate(text) if not letter.isspace())


def test_a_differing_figure_is_an_alarm_with_its_place() -> None:
    (difference,) = row_with(compared(HARBOUR, PORT), "Solheim", HARBOUR, PORT).differences
    assert difference.kind == "number"
    assert difference.values == ("4.2 million euros", "5.6 million euros")
    for span, text, value in zip(difference.spans, (HARBOUR, PORT), difference.values, strict=True):
        assert span is not None
        assert text[span.start : span.end] == value


def test_a_value_that_the_other_article_has_elsewhere_is_no_alarm() -> None:
    told = PORT + "\n\nAn early estimate of the cost was 4.2 million euros."
    assert not any(row.differences for row in compared(HARBOUR, told).rows)


def test_a_differing_year_is_an_alarm_but_another_year_is_another_event() -> None:
    first = "The old mill of Stavik burned down in 1987 after lightning struck its roof."
    wrong = "The old mill of Stavik burned down in 1993 after lightning struck its roof."
    (row,) = compared(first, wrong).rows
    assert [difference.values for difference in row.differences] == [("1987", "1993")]
    then = "In 2019 the choir of Stavik met the mayor and the bishop to talk about the organ."
    now = "The choir of Stavik met the mayor today and sang for the bishop beside the organ."
    assert all(row.relation != "same" for row in compared(then, now).rows)


def test_the_first_column_is_read_from_top_to_bottom_and_then_what_it_lacks() -> None:
    for texts in ((HARBOUR, PORT, RADIO), (RADIO, HARBOUR, PORT)):
        rows = compared(*texts).rows
        first = [row.cells[0].start for row in rows if row.cells[0]]
        assert first == sorted(first)
        assert [row.cells[0] is None for row in rows] == sorted(row.cells[0] is None for row in rows)


def test_three_articles_meet_in_one_row() -> None:
    row = row_with(compared(HARBOUR, PORT, RADIO), "Nordlys", HARBOUR, PORT, RADIO)
    assert None not in row.cells


def test_counts_add_up() -> None:
    comparison = compared(HARBOUR, PORT, RADIO)
    alone = sum(comparison.only(n) for n in range(3))
    assert comparison.shared + alone == len(comparison.rows)


def reading(row: Row) -> list[tuple[bool, int]]:
    return [(cell is None, cell.sentence if cell else 0) for cell in row.cells]


def permuted(comparison: Comparison, order: tuple[int, ...]) -> Comparison:
    def pick(values: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(values[n] for n in order)

    rows = [
        Row(
            pick(row.cells),
            row.relation,
            tuple(replace(d, values=pick(d.values), spans=pick(d.spans)) for d in row.differences),
        )
        for row in comparison.rows
    ]
    return Comparison(
        articles=pick(comparison.articles),
        rows=tuple(sorted(rows, key=reading)),
        figures=tuple(replace(figure, cells=pick(figure.cells)) for figure in comparison.figures),
        quotations=tuple(replace(quoted, cells=pick(quoted.cells)) for quoted in comparison.quotations),
        matrix=tuple(
            replace(
                line,
                cells=pick(line.cells),
                states=pick(line.states),
                values=pick(line.values),
                home=order.index(line.home),
            )
            for line in comparison.matrix
        ),
        wording=pick(comparison.wording),
        notes=comparison.notes,
    )


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_the_articles_does_not_matter(order: tuple[int, ...]) -> None:
    analyses = [analysis(text, "abc"[n]) for n, text in enumerate((HARBOUR, PORT, RADIO))]
    assert compare([analyses[n] for n in order]) == permuted(compare(analyses), order)


SENTENCES = [sentence for text in (HARBOUR, PORT, RADIO) for sentence in text.split("\n\n")]
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=6).map("\n\n".join)


@given(TEXTS, TEXTS)
@settings(max_examples=30)
def test_any_two_texts_compare_the_same_either_way_round(first: str, second: str) -> None:
    a, b = analysis(first, "a"), analysis(second, "b")
    assert compare([b, a]) == permuted(compare([a, b]), (1, 0))


@given(TEXTS.filter(bool))
@settings(max_examples=20)
def test_an_article_matches_itself_throughout(text: str) -> None:
    comparison = compare([analysis(text), analysis(text)])
    assert {row.relation for row in comparison.rows} == {"same"}
    assert not any(row.differences for row in comparison.rows)
    assert "An article is compared with itself." in comparison.notes


def test_an_empty_article_is_noted_and_matches_nothing() -> None:
    comparison = compared(HARBOUR, "")
    assert comparison.shared == 0
    assert any("no text" in note for note in comparison.notes)


def test_two_languages_are_noted() -> None:
    german = "Der Hafen von Stavik bleibt sechs Wochen lang geschlossen."
    comparison = compare([analysis(HARBOUR, "a", language="en-GB"), analysis(german, "b", language="de")])
    assert any("different languages (de, en)" in note for note in comparison.notes)


def test_a_text_that_is_not_english_is_noted() -> None:
    german = (
        "Der Hafen von Stavik bleibt sechs Wochen lang geschlossen, weil Taucher das Wrack des Trawlers bergen. "
        "Die Fischer fürchten nun um den Hering, und der Hafenmeister rechnet mit hohen Kosten für die Stadt."
    )
    assert any("doesn't read like English" in note for note in compared(HARBOUR, german).notes)
    assert not any("English" in note for note in compared(HARBOUR, PORT).notes)


TOWNS = [f"{name}{end}" for end in ("wick", "stead", "holm") for name in ("Alder", "Barn", "Carr", "Dun", "Elm", "Fen")]
WORKS = [
    "harbour cranes",
    "grain silos",
    "customs halls",
    "coal depots",
    "oil tanks",
    "timber yards",
    "salt warehouses",
]


def listed(changed: Mapping[str, int], added: str = "") -> str:
    """One sentence much longer than any that is read whole when sentences are likened."""
    parts = [
        f"{town}, where the council had long asked the ministry in the capital for help, gets money for "
        f"{changed.get(town, 137 + 29 * n)} {WORKS[n % len(WORKS)]}"
        for n, town in enumerate(TOWNS)
    ]
    return f"The plan was published on Monday: {'; '.join(parts)}{added}."


def test_the_end_of_a_very_long_sentence_is_compared_as_its_beginning_is() -> None:
    town = TOWNS[-2]
    first, second = listed({}), listed({town: 777}, "; an observatory opens beside the marble quarry in winter")
    assert first.index(town) > LONGEST
    comparison = compared(first, second)
    (difference,) = {difference for row in comparison.rows for difference in row.differences}
    assert [value.split(" ")[0] for value in difference.values] == [str(137 + 29 * TOWNS.index(town)), "777"]
    alone = [
        second[span.start : span.end] for row in comparison.rows for cell in row.cells if cell for span in cell.alone
    ]
    assert len(alone) == 1
    assert "observatory" in alone[0]


def test_one_article_is_nothing_to_compare() -> None:
    with pytest.raises(UsageError, match="at least two"):
        compare([analysis(HARBOUR)])


def test_of_many_articles_the_first_eight_are_compared() -> None:
    comparison = compare([analysis(RADIO, letter) for letter in "abcdefghijkl"])
    assert comparison.articles == tuple(letter * 16 for letter in "abcdefgh")
    assert any("first 8 of 12" in note for note in comparison.notes)


def test_a_very_long_article_is_cut_and_noted() -> None:
    long = " ".join(f"Clerk {n} filed report {n} in drawer {n}." for n in range(LIMIT + 50))
    comparison = compared(long, RADIO)
    assert any(f"first {LIMIT:,} of" in note for note in comparison.notes)
    assert sum(row.cells[0] is not None for row in comparison.rows) == LIMIT


def only(home: Analysis, claim: Span) -> Ranking:
    """A ranking by which one article makes one claim, and the others none."""
    return lambda analysis, also: [claim] if analysis is home else []


def test_claims_are_ranked_by_how_many_others_state_them() -> None:
    told: dict[str, dict[int, int]] = {}

    def ranking(analysis: Analysis, also: Mapping[int, int]) -> list[Span]:
        told[analysis.article.id[0]] = dict(also)
        return []

    compare([analysis(HARBOUR, "a"), analysis(PORT, "b"), analysis(RADIO, "c")], claims=ranking)
    assert told["a"] == {0: 2, 1: 1, 2: 1}
    assert told["c"] == {0: 2}


def test_the_claims_of_the_caller_make_the_matrix() -> None:
    start = HARBOUR.index("Fishermen")
    a, b = analysis(HARBOUR, "a"), analysis(PORT, "b")
    comparison = compare([a, b], claims=only(a, Span(start, start + 10)))
    (line,) = comparison.matrix
    assert "herring" in line.text
    assert line.states == ("present", "present")


def test_the_matrix_marks_what_differs_and_what_is_absent() -> None:
    matrix = compared(HARBOUR, PORT).matrix
    assert next(line.states for line in matrix if "million" in line.text) == ("differs", "differs")
    assert next(line.states for line in matrix if "trombone" in line.text) == ("present", "absent")


BELL = """\
The bell of Stavik cracked on Sunday while nine ringers pulled its rope for the wedding of a baker.

Caretaker Odd Vinje said that the bell had been cast from 40 melted cannons."""

ROPE = """\
Nine ringers pulled its rope for the wedding of a baker when the bell of Stavik cracked on Sunday.

Pupils of the nearby school have painted melted cannons and a bishop on the wall of the caretaker's shed."""


def claimed(text: str, other: str, claim: str) -> MatrixRow:
    """The line of the matrix for a claim of the first of two articles."""
    start = text.index(claim)
    home = analysis(text, "a")
    (line,) = compare([home, analysis(other, "b")], claims=only(home, Span(start, start + 9))).matrix
    return line


def test_the_matrix_gives_a_claim_to_nobody_who_only_touches_on_its_matter() -> None:
    line = claimed(BELL, ROPE, "Caretaker")
    assert line.states == ("present", "related")
    assert line.cells[1] is not None
    assert claimed(BELL, ROPE, "The bell").states == ("present", "present")


def test_claims_of_two_articles_that_share_their_cells_are_one_line_of_the_matrix() -> None:
    a, b = analysis(BELL, "a"), analysis(ROPE, "b")
    starts = {a: BELL.index("Caretaker"), b: ROPE.index("Pupils")}
    (line,) = compare([a, b], claims=lambda each, _: [Span(starts[each], starts[each] + 9)]).matrix
    assert line.text.startswith("Caretaker")
    assert line.states == ("present", "related")


def test_a_line_of_the_matrix_is_the_claim_as_its_own_article_words_it() -> None:
    line = claimed(HARBOUR, PORT, "Fishermen")
    assert (line.text, line.home) == ("Fishermen fear for the herring season.", 0)
    home = analysis(HARBOUR, "a")
    other = compare([analysis(PORT, "b"), home], claims=only(home, Span(110, 120))).matrix[0]
    assert (other.home, other.text) == (1, HARBOUR.split("\n\n")[1])


def test_the_matrix_shows_the_values_that_differ() -> None:
    line = claimed(HARBOUR, PORT, "Harbour master")
    assert line.states == ("differs", "differs")
    assert line.values == ("4.2 million euros", "5.6 million euros")


def test_dates_of_publication_do_not_change_the_order_of_columns() -> None:
    late = analysis(HARBOUR, "a", datetime(2025, 2, 2, tzinfo=UTC))
    early = analysis(PORT, "b", datetime(2025, 1, 1, tzinfo=UTC))
    assert compare([late, early]).articles == ("a" * 16, "b" * 16)


def test_what_is_said_in_quite_other_words_is_asked_for_certain_differences_only() -> None:
    first = "Snow fell. The harbour of Stavik will stay shut for six weeks while divers clear the wreck of the Nordlys."
    second = "Ice came. Divers need some time at the wreck: nine weeks without a port at Stavik, all for the Nordlys."
    (row,) = (row for row in compared(first, second).rows if row.relation != "only")
    assert row.differences == ()
