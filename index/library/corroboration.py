"""How many other texts carry what a sentence says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.model import Analysis


def carried(analysis: Analysis, others: Sequence[Analysis]) -> dict[int, int]:
    """For each sentence of an article that others state as well, how many of them do."""
    from index.compare.comparison import compare

    found: Counter[int] = Counter()
    for row in compare([analysis, *others]).rows:
        cell = row.cells[0]
        if row.relation == "same" and cell is not None:
            also = sum(other is not None for other in row.cells[1:])
            inside = range(cell.sentence, len(analysis.sentences))
            found.update({n: also for n in inside if analysis.sentences[n].end <= cell.end})
    return dict(found)
