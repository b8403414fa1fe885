"""How rare a word is in English at large: the background that makes a shared word telling.

The table `rarity.txt` names its data, licence and the command that made it. Where the articles at hand are
all about one thing, callers weigh these values further by how common a word is among them.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from importlib.resources import files

ARTICLE = 400  # words in a typical news article: turns word frequencies into shares of articles
CONTRACTED = 0.5  # rarity of "don't" and "we're", which the table leaves out
UNLISTED = -6.3  # log10 frequency of words that the table leaves out; it stops at -6.0

_CONTRACTION = re.compile(r"n't|(?:i|you|he|she|it|we|they|that|there|what|who|let)'(?:m|re?|ve?|ll|d)")  # as stems


def _weight(exponent: float) -> float:
    """-ln of the share of articles that would have a word of frequency 10**exponent."""
    return -math.log(1 - (1 - 10.0**exponent) ** ARTICLE)


@cache
def _table() -> dict[str, float]:
    text = (files("index.text") / "rarity.txt").read_text(encoding="utf-8")
    table: dict[str, float] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            exponent, *stems = line.split(" ")
            table.update(dict.fromkeys(stems, _weight(float(exponent))))
    return table


_RAREST = _weight(UNLISTED)


@lru_cache(maxsize=1 << 16)
def rarity(stem: str) -> float:
    """The inverse document frequency of a stem, 0 (in every article) to about 8.5 (in next to none).

    >>> rarity("the") < 0.1 < rarity("year") < rarity("soybean")
    True
    """
    found = _table().get(stem, _RAREST)
    return CONTRACTED if found == _RAREST and "'" in stem and _CONTRACTION.search(stem) else found
