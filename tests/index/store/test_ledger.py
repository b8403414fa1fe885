"""What became of every item of every import."""

from __future__ import annotations

from index.model import Fate, Outcome
from index.store.store import Store
from tests.builders import article

SKIPPED = Outcome("folder/b.txt", "line 2", Fate.SKIPPED, reason="It is empty.", fault=True)


def test_items_are_read_back_whole_and_in_their_order(store: Store) -> None:
    given = article()
    number = store.ledger.begin(["folder"])
    settled = store.commit(number, [(Outcome("folder/a.txt", "", Fate.ADDED, given.id), given), (SKIPPED, None)])
    assert store.ledger.outcomes(number) == settled == [Outcome("folder/a.txt", "", Fate.ADDED, given.id), SKIPPED]


def test_items_of_one_fate_can_be_asked_for(store: Store) -> None:
    number = store.ledger.begin(["folder"])
    store.commit(number, [(Outcome("folder/a.txt", "", Fate.ADDED, "a"), article(id="a")), (SKIPPED, None)])
    assert store.ledger.outcomes(number, Fate.SKIPPED) == [SKIPPED]


def test_the_newest_import_is_the_last_and_has_its_own_items(store: Store) -> None:
    assert store.ledger.last() == 0
    first, second = store.ledger.begin(["one"]), store.ledger.begin(["two"])
    store.commit(first, [(SKIPPED, None)])
    assert store.ledger.last() == second != first
    assert store.ledger.outcomes(second) == []
