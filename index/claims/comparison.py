"""Whether a sentence compares two things: by how it is put, or by two figures of one kind that a change joins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from index.model import Quantity

# “more than 40”, “less than a week” only bound a figure.
_BOUND = (
    r"(?:\W?\d|[$£€]|an? |one\b|two|three|four|five|six|seven|eight|nine|ten\b|eleven|twelve|[a-z]+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|half|double|twice|once|several|enough|just|likely|happy|willing)"
)
_SUPERLATIVE = (
    r"(?:highest|lowest|largest|smallest|biggest|greatest|longest|shortest|oldest|youngest|fastest|slowest|strongest"
    r"|weakest|richest|poorest|heaviest|deadliest|hottest|coldest|wettest|driest|worst|best|fewest|cheapest|busiest"
    r"|deepest|steepest|sharpest|tallest|safest|most [a-z]+|least [a-z]+)"
)
_PUT = re.compile(
    rf"""
      \b(?:more|less|fewer|better|worse)\ than\ (?!{_BOUND})
    | \b(?:more|less|fewer|better|worse)(?:\ (?!than\b)[\w’'-]+){{1,6}}?\ than\b
    | \b(?!other|rather|either|whether|later|longer|sooner|never|fewer)[a-z]{{2,}}er
      (?:\ (?!than\b)[\w’'-]+){{0,6}}?\ than\b
    | \b(?:twice|half|times)\ as\ [a-z]+
    | \b(?:just|nearly|almost|not)\ as\ (?!well|soon|long|far)[a-z]+(?:\ [\w’'-]+){{0,4}}?\ as\b
    | \b(?:compared|in\ comparison)\ (?:with|to)\b | \bcontrasts?\ with\b
    | \b(?:outnumber|outpac|outperform|surpass|exceed|overt[ao]ok)[a-z]*\b
    | \b(?:the|its|his|her|their|[\w]+['’]s)\ (?:[\w-]+[-\ ])?{_SUPERLATIVE}
      (?:\ [\w’'-]+){{0,5}}?\ (?:in|of|since|ever|on\ record|among)\b
    | \bone\ of\ the\ (?:[\w-]+[-\ ])?{_SUPERLATIVE}\b
    | \b(?:up|down|rise|rose|fell|fall|risen|fallen)\ from\b[^,.;]{{0,30}}\d
    """,
    re.VERBOSE,
)


def compares(surface: str, quantities: Sequence[Quantity], *, changes: bool) -> bool:
    """Whether the sentence compares; `changes` tells that it has words of a rise or a fall."""
    if _PUT.search(surface):
        return True
    units = Counter(item.unit for item in quantities if item.unit)
    return changes and " from " in surface and max(units.values(), default=0) > 1
