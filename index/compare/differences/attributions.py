"""Where one passage asserts what the other only attributes or doubts."""

from __future__ import annotations

import re

from index.compare.facts import Facts
from index.compare.likeness.context import agreement
from index.compare.likeness.prepared import CONTENT
from index.model import Span
from index.text.rarity import rarity
from index.text.words import spans, stem

ENOUGH = 1.5  # agreement of the words around the doubted word
REACH = 3  # words from the hedge to what it hedges

_HEDGE = re.compile(
    r"\b(?:allegedly|reportedly|purportedly|supposedly|alleged|purported|suspected|unconfirmed)\b",
    re.IGNORECASE,
)
# Any of these makes a passage no flat assertion.
_DOUBT = re.compile(
    r"\b(?:accord\w+|alleg\w+|reported\w*|purport\w+|suppos\w+|apparent\w*|suspect\w*|unconfirmed|accus\w+|charg\w+|"
    r"claim\w*|believe[sd]?|said|says|say|told|may|might|could|if|whether|possibl[ey]|probabl[ey]|likely|seem\w*|"
    r"appear\w*|deni\w+|deny)\b|[“”\"?]",
    re.IGNORECASE,
)


def conflicts(a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """Pairs of a hedge and the word that the other passage asserts flatly, or the other way round."""
    hedges, others = _HEDGE.search(a.passage.text), _HEDGE.search(b.passage.text)
    if hedges and not _DOUBT.search(b.passage.text):
        return _asserted(hedges, a, b)
    if others and not _DOUBT.search(a.passage.text):
        return [(there, here) for here, there in _asserted(others, b, a)]
    return []


def _asserted(hedge: re.Match[str], a: Facts, b: Facts) -> list[tuple[Span, Span]]:
    """The hedge of `a` with the word after it, if `b` has that word in like surroundings."""
    offset = a.passage.cell.start
    after = [word for word in spans(a.passage.text) if word[0] >= hedge.end()][:REACH]
    following = [word for word in after if rarity(stem(word[2])) >= CONTENT]
    for start, end, word in following:
        place = Span(offset + start, offset + end)
        for first, last, other in spans(b.passage.text):
            there = Span(b.passage.cell.start + first, b.passage.cell.start + last)
            if stem(other) == stem(word) and agreement(place, a.words, there, b.words) >= ENOUGH:
                return [(Span(offset + hedge.start(), offset + hedge.end()), there)]
    return []
