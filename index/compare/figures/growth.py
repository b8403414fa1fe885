"""Whether two figures may tell one thing at different times, so that neither report is wrong."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from index.compare.figures.measures import measure
from index.model import Quantity

DAY = timedelta(days=1)
# By how much a count, an age in years or a duration in seconds can have grown in a time.
GROWTH: Mapping[str, Callable[[timedelta], float]] = {
    "": lambda _: math.inf,
    "age": lambda passed: 1 + passed.days / 365,
    "time": lambda passed: (passed + DAY).total_seconds(),
}

# What is counted up while an event unfolds, from one hour to the next.
_TOLL = re.compile(
    r"\b(?:dead|die[sd]?|deaths?|kill\w*|injur\w*|wound\w*|hurt|missing|casualt\w+|victims?|bodies|toll|"
    r"arrest\w*|detain\w*|rescued?|infect\w+|cases|sick\w*|evacuat\w+|displaced|homeless|votes?)\b",
    re.IGNORECASE,
)


def grown(mine: Quantity, theirs: Quantity, times: tuple[datetime | None, datetime | None], text: str) -> bool:
    """Whether the larger figure is the later one; `times` are those of the two reports, `text` one of them.

    A toll may grow within the day, and from "at least" so many to any number; other counts, ages and durations
    within their bounds from one day to the next.
    """
    toll = bool(_TOLL.search(text))
    more = measure(mine).low - measure(theirs).low
    if toll and (theirs if more > 0 else mine).change == ">":
        return True
    later = _passed(*times)
    if later.total_seconds() * more <= 0 or not (toll or abs(later) >= DAY):
        return False
    growth = GROWTH.get(measure(mine).dimension)
    return growth is not None and abs(more) <= growth(abs(later))


def _passed(mine: datetime | None, theirs: datetime | None) -> timedelta:
    """How much later the first report is, nothing where that isn't known."""
    return mine - theirs if mine and theirs else timedelta()
