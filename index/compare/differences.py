"""Where the cells of a row disagree. Alarms are scarce: a wrong one costs more than a missed one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from index.compare.numbers import conflicts
from index.compare.passages import Passage, Subject
from index.model import Difference, Quantity, Span


def differences(passages: Sequence[Passage | None], subjects: Sequence[Subject]) -> tuple[Difference, ...]:
    """The differences between the passages of one row, one passage an article."""
    return tuple(_numbers(passages, subjects))


def _numbers(passages: Sequence[Passage | None], subjects: Sequence[Subject]) -> list[Difference]:
    found: list[dict[int, Quantity]] = []
    for a, b in combinations(range(len(passages)), 2):
        left, right = passages[a], passages[b]
        if left is None or right is None:
            continue
        pairs = conflicts(
            left.quantities, right.quantities, subjects[a].analysis.quantities, subjects[b].analysis.quantities
        )
        for mine, theirs in pairs:
            _add(found, a, mine, b, theirs)
    return [_difference(values, subjects) for values in found]


def _add(found: list[dict[int, Quantity]], a: int, mine: Quantity, b: int, theirs: Quantity) -> None:
    """Put the pair with a difference that already has one of the two, or into one of its own."""
    for values in found:
        if values.get(a) == mine or values.get(b) == theirs:
            values.setdefault(a, mine)
            values.setdefault(b, theirs)
            return
    found.append({a: mine, b: theirs})


def _difference(values: dict[int, Quantity], subjects: Sequence[Subject]) -> Difference:
    spans = [Span(values[n].start, values[n].end) if n in values else None for n in range(len(subjects))]
    texts = [subject.text[s.start : s.end] if s else "" for subject, s in zip(subjects, spans, strict=True)]
    return Difference("number", tuple(texts), tuple(spans))
