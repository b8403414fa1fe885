"""How telling a word is among the articles at hand, with its rarity in English as the prior."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence

from index.stories.profile import Profile
from index.text.rarity import rarity

PRIOR = 300  # articles that the table of English counts for; 100 to 1000 make little difference


def telling(profiles: Sequence[Profile]) -> Callable[[str], float]:
    """For a term, its inverse document frequency in these articles by its rarity at large.

    The frequencies are mixed as counts: the table stands for so many articles more.
    """
    counts = Counter(term for one in profiles for term in {*one.terms, *one.names})
    total = len(profiles) + PRIOR

    def factor(term: str) -> float:
        rare = rarity(term)
        return math.log(total / (counts[term] + PRIOR * math.exp(-rare))) / rare

    return factor
