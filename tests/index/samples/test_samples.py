"""The sample library shows what it says it shows."""

from __future__ import annotations

import json
from functools import cache

import pytest

from index.compare.comparison import compare
from index.compare.versions import edits
from index.ingest.importer import items
from index.model import Article, Story
from index.samples import paths
from index.stories.group import group
from index.stories.profile import profile
from index.text.analysis import analyse


@cache
def imported() -> tuple[Article, ...]:
    return tuple(item.article for item in items(paths()) if item.article)


def current() -> dict[str, Article]:
    """The articles by id, a later version in the place of the earlier one."""
    return {article.id: article for article in imported()}


@cache
def stories() -> tuple[Story, ...]:
    return tuple(group([profile(article) for article in current().values()]))


def one(source: str, word: str) -> Article:
    """The one article of a source whose title holds a word."""
    [found] = [each for each in current().values() if each.source == source and word in each.title]
    return found


def story_of(article: Article) -> Story:
    [found] = [story for story in stories() if article.id in story.articles]
    return found


def test_every_line_is_an_article_with_everything_known_of_it() -> None:
    lines = [line for path in paths() for line in path.read_text("utf-8").splitlines()]
    assert len(imported()) == len(lines) == 28
    assert all(each.published and each.language == "en" for each in imported())
    assert all(".example/" in each.url for each in imported() if each.source)
    assert all(json.loads(line)["title"] == each.title for line, each in zip(lines, imported(), strict=True))


def test_articles_differ_in_length() -> None:
    lengths = [len(article.text.split()) for article in imported()]
    assert (min(lengths) < 180, max(lengths) > 480) == (True, True)


def test_there_are_eight_events_of_three_outlets_or_more() -> None:
    told = [story for story in stories() if len(story.articles) > 1]
    assert len(told) == 8
    assert min(len(story.sources) for story in told) == 3


def test_the_newest_article_says_that_it_is_a_sample_and_is_of_no_outlet() -> None:
    newest = max(imported(), key=lambda article: str(article.published))
    assert [each for each in imported() if not each.source] == [newest]
    assert newest.title == "About this sample library"
    assert "made up" in newest.text


@pytest.mark.parametrize(
    ("one_source", "other_source", "word", "values"),
    [
        ("Ellender Herald", "Coast Dispatch", "ferry", {"214 passengers", "241 passengers"}),
        ("Ellender Herald", "Coast Dispatch", "tram", {"$23.6 million a year", "$26.3 million a year"}),
    ],
)
def test_planted_figures_differ(one_source: str, other_source: str, word: str, values: set[str]) -> None:
    article = next(each for each in current().values() if each.source == one_source and word in each.title.lower())
    other = next(each for each in current().values() if each.source == other_source and word in each.title)
    made = compare([analyse(article), analyse(other)])
    assert [set(found.values) for row in made.rows for found in row.differences if found.kind == "number"] == [values]


def test_one_text_is_printed_by_two_outlets_and_changed_by_one() -> None:
    hospital = story_of(one("Meridian Wire", "Wenlow"))
    printed = {current()[copy.article].source: copy.share for copy in hospital.copies}
    assert printed.keys() == {"Northline News", "Wenlow Examiner"}
    assert printed["Northline News"] == 1.0 > printed["Wenlow Examiner"]
    assert (len(hospital.articles), hospital.independent) == (4, 2)


def test_one_article_was_corrected() -> None:
    old, new = (each for each in imported() if each.url.endswith("/tamsin-floods-harrowmere"))
    assert (old.id, old.title.split()[0], new.title.split()[0]) == (new.id, "Three", "Two")
    [died] = [each for each in edits(old, new) if each.before and each.before.start == 0]
    assert died.after is not None
    assert new.text[died.after.start :].startswith("Two people have died")


def test_one_outlet_leaves_out_who_paid() -> None:
    pumps = [current()[each] for each in story_of(one("Wenlow Examiner", "Heat pumps")).articles]
    assert {each.source for each in pumps if "Norvane" not in each.text} == {"Ellender Herald"}


def test_one_outlet_cuts_the_mayor_short() -> None:
    trams = [current()[each] for each in story_of(one("Coast Dispatch", "tram")).articles]
    assert all("Nothing is free" in each.text for each in trams)
    assert {each.source for each in trams if "paid for fairly" not in each.text} == {"Coast Dispatch"}
