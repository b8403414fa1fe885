"""How many other texts carry what a sentence says."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import Analysis


def carried(analysis: Analysis, others: Sequence[Analysis]) -> dict[int, int]:
    """For each sentence of an article that others state as well, how many of them do."""
    from index.compare.alignment.carriers import carriers

    return {sentence: len(found) for sentence, found in carriers(analysis, others).items()}
