"""Which articles of a story are texts of their own, and what becomes of stories that are mended by hand."""

from __future__ import annotations

import pytest

from index import samples
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


def members(library: Library) -> list[tuple[str, ...]]:
    return sorted(story.articles for story in library.stories())


def test_stories_put_together_stay_whole_when_all_is_grouped_anew(library: Library, files: Files) -> None:
    library.add(samples.paths())
    first, second, *_ = library.stories()
    library.merge_stories(first.id, second.id)
    mended = members(library)
    assert {*first.articles, *second.articles} in [set(each) for each in mended]
    library.add([files(article("Rain fell all week.", title="Rain"), name="more.jsonl")])
    assert members(library) == mended


@pytest.mark.parametrize("place", [0, 1, -1])
def test_what_is_left_of_a_story_stays_whole_and_takes_the_article_back(
    library: Library, files: Files, place: int
) -> None:
    library.add(samples.paths())
    at_first = members(library)
    story = max(library.stories(), key=lambda each: len(each.articles))
    taken = story.articles[place]
    library.split_story(story.id, taken)
    mended = members(library)
    library.add([files(article("Rain fell all week.", title="Rain"), name="more.jsonl")])
    assert members(library) == mended
    rest = library.story_of(next(each for each in story.articles if each != taken))
    alone = library.story_of(taken)
    assert rest
    assert alone
    library.merge_stories(rest.id, alone.id)
    library.add([files(article("Hail fell on Monday.", title="Hail"), name="last.jsonl")])
    assert members(library) == at_first


def test_of_many_articles_the_first_eight_are_compared_and_it_is_said(library: Library, files: Files) -> None:
    library.add([files(*(told(f"Paper {n}", f"{OWN} Edition {n}.", 10) for n in range(9)))])
    (story,) = library.stories()
    comparison = library.compare(story.articles)
    assert len(comparison.articles) == 8
    assert "Only the first 8 of 9 articles are compared." in comparison.notes
