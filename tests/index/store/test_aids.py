"""What the analysis adds to articles, and which of them still wait for it."""

from __future__ import annotations

from pathlib import Path

from index.store.aids import Aids
from index.store.store import Store
from tests.builders import article
from tests.index.store.conftest import Opened, put

FOUND = Aids(("A claim.",), ("Ida Krohn",), frozenset({"claim", "figure"}))


def fill(store: Store) -> None:
    put(store, *(article(f"Text of {name}.", id=name) for name in "cabd"))


def test_articles_wait_in_the_order_of_their_ids_from_where_one_has_got_to(store: Store) -> None:
    fill(store)
    assert store.aids.missing(2) == ["a", "b"]
    assert store.aids.missing(9, "b") == ["c", "d"]
    assert store.aids.missing(9, "d") == []
    assert store.aids.count_missing() == 4


def test_what_has_been_found_is_kept_and_waits_no_more(store: Store) -> None:
    fill(store)
    store.aids.put([("b", FOUND)])
    assert store.aids.missing(9) == ["a", "c", "d"]
    assert {name: aids for name, (_, aids) in store.aids.get(["a", "b"]).items()} == {"a": Aids(), "b": FOUND}


def test_a_changed_article_waits_again(store: Store) -> None:
    fill(store)
    store.aids.put([(name, FOUND) for name in "abcd"])
    put(store, article("Another text of b.", id="b"))
    assert store.aids.missing(9) == ["b"]


def test_a_newer_way_of_analysing_has_all_of_them_wait_again(store: Store, opened: Opened, tmp_path: Path) -> None:
    fill(store)
    store.aids.put([(name, FOUND) for name in "abcd"])
    newer = opened(Store(tmp_path, 99, readonly=True))
    assert newer.aids.missing(9) == ["a", "b", "c", "d"]
