"""Sentence boundaries against gold, with the obvious rule as the baseline."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from index.text.sentences import sentences
from tests.evaluation.metrics import f_score
from tests.evaluation.task import Figure, Run

MEASURED = {"gum_news": "0.949 (syntok, measured)"}
STOP = re.compile(r"""[.!?]["”’')]*(?=\s|$)""")


def run(run: Run) -> Iterator[Figure]:
    """Boundary F1 and speed; the last end of a text is no boundary."""
    for file in run.files():
        gold = run.gold(file)
        started = time.process_time()
        predicted = [_ends(row["text"]) for row in gold]
        seconds = time.process_time() - started
        run.write(file, ({"ends": ends} for ends in predicted))
        yield Figure(
            f"sentences {file}",
            "boundary F1",
            shipped=boundary_f1(gold, predicted),
            baseline=boundary_f1(gold, [_naive(row["text"]) for row in gold]),
            published=MEASURED.get(file, ""),
        )
        yield Figure(f"sentences {file}", "sentences a CPU second", sum(map(len, predicted)) / seconds)


def boundary_f1(gold: Sequence[dict[str, Any]], predicted: Iterable[Sequence[int]]) -> float:
    """F1 of the inner ends, each placed by the number of characters before it that are no space."""
    true = found = wanted = 0
    for row, ends in zip(gold, predicted, strict=True):
        place = _places(row["text"])
        right, ours = place(row["ends"]), place(ends)
        true, found, wanted = true + len(right & ours), found + len(ours), wanted + len(right)
    return f_score(true, found, wanted)


def _places(text: str) -> Callable[[Iterable[int]], set[int]]:
    before = [0, *accumulate(not character.isspace() for character in text)]
    return lambda ends: {before[end] for end in ends} - {0, before[-1]}


def _ends(text: str) -> list[int]:
    return [sentence.end for sentence in sentences(text)]


def _naive(text: str) -> list[int]:
    return [match.end() for match in STOP.finditer(text)]
