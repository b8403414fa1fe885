"""Articles, versions and the change log."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.errors import NotFoundError
from index.model import Fate
from index.store.aids import Aids
from index.store.articles import fold
from index.store.store import Store
from tests.builders import article
from tests.index.store.conftest import put


def test_a_new_article_is_added_and_read_back_whole(store: Store) -> None:
    given = article(url="https://post.example/budget", authors=("Ida Krohn", "Tom Vale"))
    given = replace(given, links=("https://post.example/vote",))
    assert put(store, given) == [Fate.ADDED]
    assert store.articles.one(given.id) == given


def test_an_article_without_a_date_is_read_back_without_one(store: Store) -> None:
    given = article(published=None)
    put(store, given)
    assert store.articles.one(given.id) == given


def test_what_would_become_of_an_article_is_told_without_doing_it(store: Store) -> None:
    first = article(id="a")
    assert store.articles.fate(first) is Fate.ADDED
    assert store.articles.count() == 0
    put(store, first)
    assert store.articles.fate(first) is Fate.DUPLICATE
    assert store.articles.fate(replace(first, title="Council rejects budget")) is Fate.UPDATED


def test_reprints_have_one_digest_whatever_their_case_and_breaks() -> None:
    assert fold(article("The council met.\n\nIt voted.")) == fold(article("THE COUNCIL met. It voted."))
    assert fold(article("The council met.")) != fold(article("The council voted."))


def test_importing_again_changes_nothing(store: Store) -> None:
    given = article()
    put(store, given)
    change = store.articles.last_change()
    assert put(store, given) == [Fate.DUPLICATE]
    assert store.articles.last_change() == change
    assert len(store.articles.versions(given.id)) == 1


def test_changed_text_becomes_a_new_version_of_the_same_article(store: Store) -> None:
    first = article(id="a")
    second = replace(first, text="The council rejected the budget on Monday.")
    third = replace(second, title="Council rejects budget")
    assert put(store, first, second, third) == [Fate.ADDED, Fate.UPDATED, Fate.UPDATED]
    assert store.articles.one("a") == third
    versions = [(version.number, version.article.text) for version in store.articles.versions("a")]
    assert versions == [(1, first.text), (2, second.text), (3, third.text)]
    assert store.articles.count() == 1


def test_a_version_seen_before_does_not_come_back(store: Store) -> None:
    first = article(id="a")
    second = replace(first, text="The council rejected the budget on Monday.")
    assert put(store, first, second, first) == [Fate.ADDED, Fate.UPDATED, Fate.DUPLICATE]
    assert store.articles.one("a").text == second.text


def test_a_teaser_after_the_full_text_is_not_a_new_version(store: Store) -> None:
    full = article("The council approved the budget. It met on Monday. " + "Nobody objected to it. " * 5, id="a")
    teaser = replace(full, text="The council approved the budget.")
    assert put(store, full, teaser) == [Fate.ADDED, Fate.DUPLICATE]


def test_a_short_text_that_says_something_else_is_a_new_version(store: Store) -> None:
    full = article("The council approved the budget. It met on Monday. " + "Nobody objected to it. " * 5, id="a")
    withdrawn = replace(full, text="This report was wrong and has been withdrawn.")
    assert put(store, full, withdrawn) == [Fate.ADDED, Fate.UPDATED]


def test_an_id_is_completed_from_its_beginning(store: Store) -> None:
    put(store, *(article(f"Text {n}.", id=f"ab{n:02}") for n in range(12)), article("Other.", id="ac00"))
    assert store.articles.complete("ab0") == [f"ab{n:02}" for n in range(10)]
    assert len(store.articles.complete("ab")) == 10
    assert store.articles.complete("ac") == ["ac00"]


def test_the_change_log_keeps_one_row_an_article_in_order_of_the_last_change(store: Store) -> None:
    one, two = article("One.", id="one"), article("Two.", id="two")
    put(store, one, two, replace(one, text="One, corrected."))
    assert [change.id for change in store.articles.changes(0, 10)] == ["two", "one"]
    seen = store.articles.changes(0, 10)[0].seq
    assert [change.id for change in store.articles.changes(seen, 10)] == ["one"]


def test_what_came_after_another_is_known_whatever_else_has_been_done_with_it(store: Store) -> None:
    one, two, three = (article(f"{name}.", id=name) for name in ("one", "two", "three"))
    assert store.articles.newest_arrival() == 0
    put(store, one, two)
    seen = store.articles.newest_arrival()
    store.aids.put([("one", Aids()), ("two", Aids())])
    assert store.articles.arrived(seen) == set()
    put(store, replace(one, text="One, corrected."), three)
    assert store.articles.arrived(seen) == {"one", "three"}


def test_articles_come_in_the_order_asked_for_without_those_missing(store: Store) -> None:
    one, two = article("One.", id="one"), article("Two.", id="two")
    put(store, one, two)
    assert [each.id for each in store.articles.get(["two", "nowhere", "one"])] == ["two", "one"]


def test_a_missing_article_is_named(store: Store) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        store.articles.one("nowhere")


def test_sources_are_counted_with_their_span(store: Store) -> None:
    put(
        store,
        article("One.", source="Post", published="2026-03-01T00:00:00+00:00"),
        article("Two.", source="Post", published="2026-03-05T00:00:00+00:00"),
        article("Three.", source="Herald", published=None),
    )
    post, herald = store.articles.sources()
    assert (post.name, post.articles) == ("Post", 2)
    assert post.first
    assert post.last
    assert (post.first.day, post.last.day) == (1, 5)
    assert (herald.name, herald.first) == ("Herald", None)


def test_the_store_is_walked_in_the_order_of_its_changes(store: Store) -> None:
    put(store, *(article(f"Text {n}.", id=f"{n:04}") for n in range(1200)))
    assert [each.id for each in store.articles.all()] == [f"{n:04}" for n in range(1200)]
