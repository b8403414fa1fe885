"""Which article belongs to which story, and what people said about it."""

from __future__ import annotations

from index.store.store import Store
from tests.builders import article
from tests.index.store.conftest import put


def fill(store: Store, **days: int | None) -> None:
    """An article for each name, published on that day of March."""
    dates = {name: f"2026-03-{day:02}T00:00:00+00:00" if day else None for name, day in days.items()}
    put(store, *(article(f"Text of {name}.", id=name, published=date) for name, date in dates.items()))


def test_an_article_is_missing_until_it_is_in_a_story(store: Store) -> None:
    fill(store, late=9, early=2)
    assert store.stories.missing() == ["early", "late"]
    store.stories.assign([("early", "early")])
    assert store.stories.missing() == ["late"]
    assert store.stories.of(["early", "late", "nowhere"]) == {"early": "early"}


def test_an_article_assigned_again_leaves_its_old_story(store: Store) -> None:
    fill(store, a=1, b=2)
    store.stories.assign([("a", "a"), ("b", "a")])
    store.stories.assign([("b", "b")])
    assert (store.stories.members("a"), store.stories.members("b")) == (["a"], ["b"])


def test_members_come_oldest_first_and_undated_ones_last(store: Store) -> None:
    fill(store, undated=None, late=9, early=2)
    store.stories.assign([(name, "s") for name in ("undated", "late", "early")])
    assert store.stories.members("s") == ["early", "late", "undated"]


def test_stories_of_at_least_two_come_by_their_newest_article(store: Store) -> None:
    fill(store, a=1, z=28, b=10, c=12, alone=30)
    store.stories.assign([("b", "b"), ("c", "b"), ("a", "a"), ("z", "a"), ("alone", "alone")])
    assert store.stories.shared() == ["a", "b"]


def test_the_last_word_of_a_person_on_a_pair_stands_whichever_way_round_it_is_named(store: Store) -> None:
    store.stories.edit([("a", "b"), ("c", "d")], together=True)
    store.stories.edit([("b", "a"), ("y", "x")], together=False)
    assert store.stories.edits() == ([("c", "d")], [("a", "b"), ("x", "y")])
