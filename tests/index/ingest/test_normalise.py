from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import UnreadableError
from index.ingest.draft import Draft
from index.ingest.limits import MAX_FIELD, MAX_LINKS, MAX_TEXT
from index.ingest.normalise import article, identity, title_of
from index.ingest.sources import Aliases
from index.model import Article
from index.text.sanitise import clean, clean_line

PROSE = "The council voted on Monday to widen the north quay.\n\nWork begins in May, the clerk said."


def normalised(**fields: object) -> Article:
    return article(Draft(**{"text": PROSE, **fields}), Aliases({"harbour.example": "Harbour Post"}))  # type: ignore[arg-type]


def test_a_draft_becomes_an_article() -> None:
    found = normalised(
        title="Quay to\nbe widened",
        authors=("By Ada Moss and Ben Rill",),
        published="2026-03-02",
        url="https://www.harbour.example/quay?utm_source=x#top",
        language="en_GB",
        links=("https://bay.example/a#b", "https://bay.example/a", "mailto:x"),
    )
    assert found.title == "Quay to be widened"
    assert found.authors == ("Ada Moss", "Ben Rill")
    assert found.url == "https://www.harbour.example/quay"
    assert (found.source, found.language) == ("Harbour Post", "en-GB")
    assert found.published is not None
    assert not found.zone_known
    assert found.links == ("https://bay.example/a",)
    assert len(found.id) == 16


def test_paragraphs_are_kept_and_hard_spaces_folded() -> None:
    assert normalised(text=" One  sentence\nhere. \n \n\n\nTwo here. ").text == "One sentence here.\n\nTwo here."


def test_the_title_is_not_repeated_in_the_text() -> None:
    assert normalised(title="Quay", text=f"QUAY\n\n{PROSE}").text == PROSE


def test_a_text_that_is_all_furniture_is_kept() -> None:
    assert normalised(text="Follow us").text == "Follow us"


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\u200b", "\x1b[2J"])
def test_no_text_is_nobodys_fault(text: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        normalised(text=text)
    assert not caught.value.fault


def test_far_too_much_text_is_a_fault() -> None:
    with pytest.raises(UnreadableError, match="no single article") as caught:
        normalised(text="a" * (MAX_TEXT + 1))
    assert caught.value.fault


def test_the_outlet_is_no_author() -> None:
    assert normalised(source="Harbour Post", authors=("Harbour Post", "Ada Moss")).authors == ("Ada Moss",)


def test_fields_and_lists_are_bounded() -> None:
    found = normalised(title="a " * 5000, links=tuple(f"https://example.org/{number}" for number in range(2000)))
    assert len(found.title) <= MAX_FIELD
    assert len(found.links) == MAX_LINKS


@given(
    st.fixed_dictionaries(
        {
            name: st.text(max_size=80)
            for name in ("text", "title", "source", "url", "message_id", "language", "published")
        }
    )
)
def test_whatever_comes_in_comes_out_clean(fields: dict[str, str]) -> None:
    try:
        found = normalised(**fields, authors=(fields["title"],), links=(fields["url"],))
    except UnreadableError:
        return
    assert found.text == clean(found.text)
    for line in (found.title, found.source, found.url, found.language, *found.authors, *found.links):
        assert line == clean_line(line)
    assert found.title


class TestIdentity:
    def test_the_address_decides_first(self) -> None:
        assert identity("https://example.org/a", "1", "A", "x") == identity("https://example.org/a", "2", "B", "y")
        assert identity("https://example.org/a", "", "", "x") != identity("https://example.org/b", "", "", "x")

    def test_ways_to_one_page_are_one_article(self) -> None:
        assert identity("http://www.example.org/a/", "", "", "x") == identity("https://example.org/a", "", "", "x")

    def test_a_front_page_is_no_address_of_an_article(self) -> None:
        assert identity("https://example.org/", "", "A", "x") != identity("https://example.org/", "", "A", "y")

    def test_then_the_message(self) -> None:
        assert identity("", "<1@example.org>", "A", "x") == identity("", "1@example.org", "B", "y")

    def test_then_source_and_text(self) -> None:
        assert identity("", "", "A", "x  y") == identity("", "", "A", "x\ny")
        assert identity("", "", "A", "x") == identity("", "", "a", "x")
        assert identity("", "", "A", "x") != identity("", "", "B", "x")

    def test_a_reprint_by_another_outlet_is_another_article(self) -> None:
        assert normalised(source="A").id != normalised(source="B").id

    def test_a_message_never_meets_an_address(self) -> None:
        assert identity("", "example.org/a", "", "x") != identity("https://example.org/a", "", "", "x")


class TestTitleOf:
    def test_a_short_first_sentence_is_the_title(self) -> None:
        assert title_of("The quay is widened. Work begins in May.") == "The quay is widened"

    def test_a_long_one_is_cut_at_a_clause(self) -> None:
        council = "The harbour council voted on Monday to widen the north quay"
        long = f"{council}, ending a quarrel of eleven years between two towns on the bay."
        assert title_of(long) == f"{council}…"

    def test_or_between_words(self) -> None:
        title = title_of("word " * 60)
        assert title.endswith("word…")
        assert len(title) <= 112

    def test_initials_and_short_titles_end_no_sentence(self) -> None:
        assert title_of("Mr. J. Moss of the U.S. Navy left. He waved.") == "Mr. J. Moss of the U.S. Navy left"

    def test_a_text_without_words_is_its_own_title(self) -> None:
        assert title_of("...") == "..."
