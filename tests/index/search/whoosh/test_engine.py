"""What the Whoosh engine does beyond the contract that all engines share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import ReadOnlyError
from index.search.engine import Cancelled, Document, Request
from index.search.tree import And, Every, Not, Or, Phrase, Prefix, Term
from index.search.whoosh.engine import WhooshEngine
from tests.index.search.whoosh.builders import document, engine, numbers


def test_an_index_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    made = WhooshEngine(tmp_path / "nowhere")
    assert made.applied() == 0
    assert made.search(Request(Every())).total == 0
    assert made.check() == ()
    made.merge()
    assert not (tmp_path / "nowhere").exists()


def test_another_engine_sees_a_commit_at_its_next_search(tmp_path: Path) -> None:
    reader = WhooshEngine(tmp_path)
    writer = engine(tmp_path, [document(1)])
    assert numbers(reader) == [1]
    writer.apply([document(2)], (), 2)
    assert numbers(reader) == [2, 1]
    assert reader.applied() == 2


def test_a_failing_batch_changes_nothing_and_leaves_no_files(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1)])
    before = {file.name for file in tmp_path.iterdir()}

    def failing() -> Iterator[Document]:
        yield document(2)
        raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError):
        made.apply(failing(), (), 2)
    assert (made.applied(), numbers(made)) == (1, [1])
    assert {file.name for file in tmp_path.iterdir()} == before


def test_the_last_of_equal_ids_in_a_batch_counts(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1, "harbour"), document(2), document(1, "lighthouse")])
    assert numbers(made, Term("lighthouse")) == [1]
    assert numbers(made, Term("harbour")) == [2]
    assert made.stats().articles == 2


def test_applying_a_change_twice_is_harmless(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1), document(2)], [document(1), document(2)])
    assert numbers(made) == [2, 1]


@pytest.mark.parametrize("typed", ["g", "gove", "governme", "government"])
def test_a_word_is_found_at_every_letter_of_its_being_typed(tmp_path: Path, typed: str) -> None:
    made = engine(tmp_path, [document(1, "The governments met."), document(2, "The governor spoke.")])
    assert 1 in numbers(made, Prefix(typed))


def test_a_beginning_shared_by_many_words_finds_them_all(tmp_path: Path) -> None:
    words = [f"trade{letter}{other}" for letter in "abcdefgh" for other in "abcdefgh"]
    made = engine(tmp_path, [document(number, word) for number, word in enumerate(words)], [document(99, "tradezz")])
    assert len(numbers(made, Prefix("trade"))) == len(words) + 1
    assert len(numbers(made, Prefix("tradea"))) == 8
    made.apply((), (document(0).article.id,), 3)
    assert len(numbers(made, Prefix("trade"))) == len(words)


def test_a_search_stops_when_cancelled(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1)])
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        made.search(Request(And((Term("harbour"), Not(Or((Term("a"), Term("b"))))))), lambda: next(answers))


def test_a_phrase_does_not_cross_from_title_to_text(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1, "minister resigns", title="Prime"), document(2, "prime minister")])
    assert numbers(made, Phrase(("prime", "minister"))) == [2]


def test_an_engine_for_reading_refuses_to_write(tmp_path: Path) -> None:
    engine(tmp_path, [document(1)])
    reader = WhooshEngine(tmp_path, readonly=True)
    assert numbers(reader) == [1]
    with pytest.raises(ReadOnlyError):
        reader.apply([document(2)], (), 2)
    with pytest.raises(ReadOnlyError):
        reader.merge()


def test_reading_writes_nothing(tmp_path: Path) -> None:
    engine(tmp_path, [document(1)])
    before = {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    reader = WhooshEngine(tmp_path)
    reader.search(Request(Every()))
    reader.check()
    reader.stats()
    assert {file.name: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == before


def test_few_deleted_documents_may_count_as_holding_a_frequent_word_but_not_a_rare_one(tmp_path: Path) -> None:
    many = [document(n, f"harbour {'lighthouse' if n < 5 else ''} {n}") for n in range(1000)]
    made = engine(tmp_path, many)
    made.apply([], [many[0].article.id], 2)
    snapshot = made._current()
    assert snapshot.holding("text", b"harbour") == 1000
    assert snapshot.holding("text", b"lighthous") == 4
    made.apply([], [each.article.id for each in many[:120]], 3)
    assert made._current().holding("text", b"harbour") == 880


def test_in_a_small_segment_only_what_is_there_counts(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(n, "harbour") for n in range(50)])
    made.apply([], [document(0).article.id], 2)
    assert made._current().holding("text", b"harbour") == 49
