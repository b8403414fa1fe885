"""An article laid out in lines."""

from __future__ import annotations

from index.model import Article, Claim, Mark, Sentence, Span
from tests.builders import article
from tui.widgets.article_page import Aids, Page

TEXT = "The ferry ran aground. Nobody was hurt.\n\nIt will be towed on Sunday."


def page(text: str = TEXT, aids: Aids | None = None, width: int = 30) -> Page:
    return Page(article(text, title="Ferry aground"), aids or sentences(text), width)


def sentences(text: str) -> Aids:
    starts = [0, 23, 41]
    ends = [22, 39, len(text)]
    return Aids(tuple(Sentence(s, e, p) for s, e, p in zip(starts, ends, [0, 0, 1], strict=True)))


def claim(start: int, end: int, strength: int) -> Claim:
    return Claim(start, end, sentence=0, score=0.9, strength=strength, kinds=("figure",), reasons=())


def shown(page: Page) -> list[str]:
    spans = [page.span(line) for line in range(page.count)]
    return [TEXT[span.start : span.end] for span in spans if span is not None]


def test_paragraphs_are_wrapped_and_kept_apart() -> None:
    laid_out = page()
    assert shown(laid_out) == ["The ferry ran aground. Nobody", "was hurt.", "It will be towed on Sunday."]
    assert laid_out.span(len(laid_out.heading) + 2) is None


def test_the_heading_names_title_source_and_day() -> None:
    said = ["".join(text for text, _ in line) for line in page(width=60).heading]
    assert said == ["Ferry aground", "Harbour Post · 2 Mar 2026, 09:00 UTC", ""]


def test_a_time_of_unknown_zone_says_so() -> None:
    plain = article(TEXT)
    unsure = Article(plain.id, plain.title, TEXT, plain.source, published=plain.published, zone_known=False)
    said = "".join(text for text, _ in Page(unsure, Aids(), 80).heading[1])
    assert said.endswith("09:00 (zone unknown)")


def test_a_day_without_a_time_is_told_as_such() -> None:
    plain = article(TEXT, published="2026-03-02T00:00:00+00:00")
    dated = Article(plain.id, plain.title, TEXT, plain.source, published=plain.published, zone_known=False)
    assert "".join(text for text, _ in Page(dated, Aids(), 80).heading[1]) == "Harbour Post · 2 Mar 2026"


def test_finds_the_line_of_a_place_and_the_sentence_on_a_line() -> None:
    laid_out = page()
    first = len(laid_out.heading)
    assert laid_out.line_of(23) == first
    assert laid_out.line_of(len(TEXT) - 1) == first + 3
    assert laid_out.sentence_on(first) == 0
    assert laid_out.sentence_on(first + 1) == 1
    assert laid_out.sentence_on(first + 2) is None


def test_the_strongest_claim_marks_a_line() -> None:
    aids = Aids(claims=(claim(0, 22, 1), claim(23, 39, 3)))
    laid_out = page(aids=aids)
    found = laid_out.claim_on(Span(0, 29))
    assert found is not None
    assert found.strength == 3


def test_figures_are_painted_over_claims() -> None:
    aids = Aids(claims=(claim(0, 22, 2),), figures=(Span(4, 9),))
    assert [ink.name for ink in page(aids=aids).inks(Span(0, 29))] == ["claim-2", "figure"]


def test_a_mark_shows_on_the_line_it_begins_on() -> None:
    mark = Mark(23, 39, "id", TEXT[23:39], "", "")
    laid_out = page(aids=Aids(marks=(mark,)))
    assert laid_out.marked(Span(0, 29))
    assert not laid_out.marked(Span(30, 39))


def test_an_article_without_text_is_only_its_heading() -> None:
    empty = page("", Aids())
    assert empty.count == len(empty.heading)
    assert empty.line_of(10) == 0
