"""Where the cells of a row disagree. Alarms are scarce: a wrong one costs more than a missed one.

The bars of the checks (`ENOUGH` in each) were set on one half of the pairs of `tests.evaluation --task conflicts`
and checked on the other; those for statements in other words (`SAME`) by reading every alarm on some 2,000 pairs of
real articles on one event, and checked on 1,000 more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import combinations

from index.compare.alignment import casualties
from index.compare.differences import attributions, clocks, days, namings, negations, numbers, opposites
from index.compare.facts import Facts, facts
from index.compare.passages import Passage, Subject
from index.model import Difference, DifferenceKind, Span

Check = Callable[[Facts, Facts], list[tuple[Span, Span]]]

Checks = Sequence[tuple[DifferenceKind, Check]]

SAME: Checks = (
    ("number", partial(numbers.conflicts, enough=1.5)),
    ("number", casualties.conflicts),
    ("date", partial(days.conflicts, enough=2.0)),
    ("date", clocks.conflicts),
    ("negation", opposites.conflicts),
)
EQUAL: Checks = (
    ("number", numbers.conflicts),
    ("number", casualties.conflicts),
    ("date", days.conflicts),
    ("date", clocks.conflicts),
    ("name", namings.conflicts),
    ("negation", negations.conflicts),
    ("negation", opposites.conflicts),
    ("attribution", attributions.conflicts),
)
RELATED: Checks = (("number", numbers.certain), ("number", casualties.conflicts))


def differences(
    passages: Sequence[Passage | None], subjects: Sequence[Subject], checks: Checks = EQUAL
) -> tuple[Difference, ...]:
    """The differences between the passages of one row, one passage (or None) an article.

    `checks` says how much the passages have in common: they make one statement in nearly the same words (EQUAL),
    one statement (SAME), or statements on one matter (RELATED), of which nothing but figures can be compared.
    """
    known = [facts(passage, subject) if passage else None for passage, subject in zip(passages, subjects, strict=True)]
    found = (_difference(kind, values, subjects) for kind, check in checks for values in _found(known, check))
    return tuple(dict.fromkeys(found))  # two checks may find the same


def distinct(found: Iterable[Difference]) -> list[Difference]:
    """Each difference once: rows that repeat a sentence repeat what it differs in, and the fullest tells all."""
    unique = list(dict.fromkeys(found))
    return [one for one in unique if not any(other is not one and _covers(other, one) for other in unique)]


def _covers(full: Difference, part: Difference) -> bool:
    """Whether a difference says all that another says."""
    pairs = zip(full.spans, part.spans, strict=True)
    return full.kind == part.kind and all(there in (None, here) for here, there in pairs)


def _found(known: Sequence[Facts | None], check: Check) -> list[dict[int, Span]]:
    """What a check finds between any two passages; findings that share a mention become one."""
    found: list[dict[int, Span]] = []
    for (a, mine), (b, theirs) in combinations(enumerate(known), 2):
        if mine is not None and theirs is not None:
            for here, there in check(mine, theirs):
                _add(found, a, Span(here.start, here.end), b, Span(there.start, there.end))
    return found


def _add(found: list[dict[int, Span]], a: int, here: Span, b: int, there: Span) -> None:
    for values in found:
        if values.get(a) == here or values.get(b) == there:
            values.setdefault(a, here)
            values.setdefault(b, there)
            return
    found.append({a: here, b: there})


def _difference(kind: DifferenceKind, values: dict[int, Span], subjects: Sequence[Subject]) -> Difference:
    spans = tuple(values.get(n) for n in range(len(subjects)))
    texts = tuple(
        subject.text[span.start : span.end] if span else "" for subject, span in zip(subjects, spans, strict=True)
    )
    return Difference(kind, texts, spans)
