"""Differences between two reports of one thing: pairs of sentences, half of them with one thing changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from index.compare.differences.cells import differences
from index.compare.passages import Subject
from index.model import Article, DifferenceKind
from index.text.analysis import analyse
from tests.evaluation.metrics import f1
from tests.evaluation.task import Figure, Run

LONG = 1000  # sentences


def run(run: Run) -> Iterator[Figure]:
    """Each pair as two articles of one statement; a row is positive where any difference is found."""
    rows = run.gold("synthetic")
    if not rows:
        return
    found = [kinds(row) for row in rows]
    run.write("synthetic", ({"conflict": int(bool(each)), "kinds": sorted(each)} for each in found))
    decisions = [bool(each) for each in found]
    labels = [int(row["conflict"]) for row in rows]
    yield Figure("conflicts", "F1", f1(labels, decisions))
    recall: dict[str, list[bool]] = defaultdict(list)
    alarms: dict[str, list[bool]] = defaultdict(list)
    for row, decision in zip(rows, decisions, strict=True):
        for slot in ("all", row["slot"]):
            (recall if row["conflict"] else alarms)[slot].append(decision)
    for name, groups in (("recall", recall), ("false alarms", alarms)):
        for slot, decided in sorted(groups.items()):
            yield Figure("conflicts", f"{name}, {slot}", sum(decided) / len(decided))


def kinds(row: Mapping[str, Any]) -> set[DifferenceKind]:
    """The kinds of difference between the two texts of a row."""
    subjects = [Subject(analyse(Article(id=side * 16, title="", text=row[side], source="")), LONG) for side in "ab"]
    passages = [subject.passage(range(len(subject.sentences))) for subject in subjects]
    return {difference.kind for difference in differences(passages, subjects)}
