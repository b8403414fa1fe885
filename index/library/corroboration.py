"""How many other texts carry what a sentence says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from index.model import Analysis, Cell


def carried(analysis: Analysis, others: Sequence[Analysis]) -> dict[int, int]:
    """For each sentence of an article that others state as well, how many of them do."""
    from index.compare.comparison import compare

    found: Counter[int] = Counter()
    for row in compare([analysis, *others]).rows:
        if row.relation == "same":
            also = sum(other is not None for other in row.cells[1:])
            found.update(dict.fromkeys(inside(analysis, row.cells[0]), also))
    return dict(found)


def inside(analysis: Analysis, cell: Cell | None) -> tuple[int, ...]:
    """The numbers of the sentences in an article's part of a row."""
    if cell is None:
        return ()
    following = range(cell.sentence, len(analysis.sentences))
    return tuple(takewhile(lambda number: analysis.sentences[number].end <= cell.end, following))
