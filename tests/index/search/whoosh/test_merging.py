"""Merging keeps every answer, and the number of segments small."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.search.engine import Page, Request
from index.search.tree import Near, Node, Phrase, Prefix, Sort, Term
from index.search.whoosh import merging
from index.search.whoosh.engine import WhooshEngine
from index.search.whoosh.merging import FEWEST
from index.search.whoosh.segment import Content, Segment
from tests.index.search.whoosh.builders import document, engine, numbers

TREES: tuple[Node, ...] = (
    Term("harbour"),
    Phrase(("harbour", "lights")),
    Near("old", "lights", 2),
    Prefix("har"),
    Prefix("number"),
    Term("post", "title"),
)


def filled(folder: Path, commits: int) -> WhooshEngine:
    batches = [
        [
            document(3 * n, f"Old harbour lights number{n}.", title="Post of harbour"),
            document(3 * n + 1, f"The harbour of harbours has number{n} of lights.", source="Wire"),
            document(3 * n + 2, "Same text", fold="same"),
        ]
        for n in range(commits)
    ]
    return engine(folder, *batches)


def answers(made: WhooshEngine) -> list[Page]:
    return [made.search(Request(tree, 100, sort=sort)) for tree in TREES for sort in Sort]


def test_a_merge_changes_no_answer(tmp_path: Path) -> None:
    made = filled(tmp_path, FEWEST)
    made.apply([document(1, "Replaced.")], [document(3).article.id], 99)
    before = answers(made)
    made.merge()
    assert made.stats().segments < FEWEST
    assert answers(made) == before
    assert answers(WhooshEngine(tmp_path)) == before
    assert made.check() == ()


def test_segments_do_not_pile_up(tmp_path: Path) -> None:
    made = WhooshEngine(tmp_path)
    for number in range(1, 60):
        made.apply([document(number)], (), number)
        made.merge()
        assert made.stats().segments <= 3 * FEWEST
    assert len(numbers(made)) == 59


def test_large_segments_do_not_keep_small_ones_of_their_tier_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "LARGEST", 100)
    large = [[document(number) for number in range(start, start + 30)] for start in range(0, 120, 30)]
    small = [[document(number) for number in range(start, start + 4)] for start in range(120, 136, 4)]
    made = engine(tmp_path, *large, *small)
    made.merge()
    assert made.stats().segments == len(large) + 1
    assert len(numbers(made)) == 136


def test_a_segment_of_mostly_deleted_articles_is_rewritten(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(number) for number in range(100)])
    made.apply((), [document(number).article.id for number in range(90)], 2)
    size = made.stats().bytes
    made.merge()
    assert made.stats().bytes < size / 2
    assert len(numbers(made)) == 10


def test_a_merge_of_nothing_left_leaves_no_segment(tmp_path: Path) -> None:
    made = engine(tmp_path, [document(1)])
    made.apply((), [document(1).article.id], 2)
    made.merge()
    assert (made.stats().segments, numbers(made)) == (0, [])


def test_what_others_delete_during_a_merge_stays_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = filled(tmp_path, FEWEST)
    merged = merging.merged

    def meanwhile(segments: Sequence[Segment]) -> Content:
        content = merged(segments)
        made.apply([document(4, "Rewritten meanwhile.")], [document(0).article.id], 100)
        return content

    monkeypatch.setattr("index.search.whoosh.writing.merged", meanwhile)
    before = set(numbers(made))
    made.merge()
    assert made.stats().segments <= 2
    assert set(numbers(made)) == before - {0}
    assert numbers(made, Term("meanwhile")) == [4]
    assert made.applied() == 100


def test_a_merge_whose_segments_are_gone_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = filled(tmp_path, FEWEST)
    merged = merging.merged

    def meanwhile(segments: Sequence[Segment]) -> Content:
        monkeypatch.undo()
        content = merged(segments)
        made.apply((), [document(number).article.id for number in range(3)], 100)
        return content

    monkeypatch.setattr("index.search.whoosh.writing.merged", meanwhile)
    before = set(numbers(made))
    made.merge()
    assert set(numbers(made)) == before - {0, 1, 2} | {5}  # 5 now stands for the text of 2
    assert made.check() == ()
    assert not list(tmp_path.glob("merging_*"))


def test_what_an_interrupted_merge_left_is_removed_by_the_next(tmp_path: Path) -> None:
    made = filled(tmp_path, 1)
    orphan = tmp_path / "merging_MAIN_abc.seg"
    orphan.write_bytes(b"half")
    made.merge()
    assert not orphan.exists()
