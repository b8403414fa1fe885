"""Which articles of a story are texts of their own."""

from __future__ import annotations

import pytest

from index.library import Library
from index.model import Article
from tests.builders import article
from tests.index.library.conftest import Files

OWN = (
    "A ferry with 240 passengers ran aground off Skarvik on Monday. Harbour master Ida Krohn said the ship had lost "
    "power before it hit the rocks. Fishing boats took everyone ashore within two hours, and nobody was hurt."
)
OTHER = (
    "Ida Krohn, harbour master of Skarvik, said that a ferry ran aground there on Monday after its engines had failed. "
    "All 240 passengers were brought ashore by fishing boats."
)


def told(source: str, text: str, hour: int) -> Article:
    published = f"2026-03-02T{hour}:00:00+00:00"
    return article(text, title="Ferry runs aground off Skarvik", source=source, published=published)


class Told:
    """A library with one story, whose articles go by their sources."""

    def __init__(self, library: Library, files: Files, *given: Article) -> None:
        self.library = library
        library.add([files(*given)])
        (self.story,) = library.stories()
        self.ids = {each.source: each.id for each in library.articles(self.story.articles)}

    def sources(self, ids: tuple[str, ...]) -> list[str]:
        return [each.source for each in self.library.articles(ids)]

    def independent(self, source: str) -> list[str]:
        return self.sources(self.library._stories.independent(self.ids[source]))


@pytest.fixture
def reprinted(library: Library, files: Files) -> Told:
    return Told(library, files, told("Wire", OWN, 10), told("Post", OWN, 11), told("Herald", OTHER, 12))


def test_a_reprint_is_left_out_of_the_comparison_of_a_story(reprinted: Told) -> None:
    assert reprinted.sources(reprinted.story.articles) == ["Wire", "Post", "Herald"]
    assert reprinted.sources(reprinted.library.story_articles(reprinted.story.id)) == ["Wire", "Herald"]


def test_two_prints_of_one_text_are_compared_all_the_same(library: Library, files: Files) -> None:
    both = Told(library, files, told("Wire", OWN, 10), told("Post", OWN, 11))
    assert both.sources(library.story_articles(both.story.id)) == ["Wire", "Post"]


def test_neither_a_text_nor_its_prints_bear_it_out(reprinted: Told) -> None:
    found = {source: reprinted.independent(source) for source in ("Wire", "Post", "Herald")}
    assert found == {"Wire": ["Herald"], "Post": ["Herald"], "Herald": ["Wire"]}


def test_what_is_alone_in_its_story_has_nothing_to_be_taken_out_of(reprinted: Told) -> None:
    library, ids = reprinted.library, reprinted.ids
    for source in ("Post", "Herald"):
        library.split_story(reprinted.story.id, ids[source])
    alone = library.story_of(ids["Wire"])
    assert alone is not None
    library.split_story(alone.id, ids["Wire"])
    assert library.story_of(ids["Wire"]) == alone
