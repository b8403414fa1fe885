"""The claim matrix: one line a claim, the weightiest first."""

from __future__ import annotations

from collections.abc import Mapping

from index.compare.comparison import compare
from index.model import Analysis, Article, Span
from index.text.analysis import analyse

CLOCK = "The clock of Stavik stopped on Sunday while nine masons were mending its tower."
OVEN = "A baker in the lower town has bought an oven that was built in Portugal."


def analysis(text: str, id_: str) -> Analysis:
    return analyse(Article(id_ * 16, "", text, f"Source {id_}"))


def first_sentence(of: Analysis, also: Mapping[int, int]) -> list[Span]:
    return [of.sentences[0]]


def test_a_claim_that_several_make_has_one_line() -> None:
    articles = [analysis(CLOCK, "a"), analysis(f"{CLOCK} {OVEN}", "b")]
    (line,) = compare(articles, claims=first_sentence).matrix
    assert (line.text, line.states) == (CLOCK, ("present", "present"))


def test_claims_of_their_own_have_lines_of_their_own() -> None:
    lines = compare([analysis(CLOCK, "a"), analysis(OVEN, "b")], claims=first_sentence).matrix
    assert [(line.text, line.home) for line in lines] == [(CLOCK, 0), (OVEN, 1)]


def test_without_claims_what_more_articles_tell_comes_first() -> None:
    telling = f"{CLOCK[:-1]}, its caretaker Odd Vinje and four bishops from Portugal said."
    told = compare([analysis(f"{telling} {OVEN}", "a"), analysis(OVEN, "b"), analysis(OVEN, "c")]).matrix
    assert [line.text for line in told] == [OVEN, telling]
