"""Where other articles state what the sentences of one article say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.compare.alignment.candidates import Pair, Place, candidates
from index.compare.alignment.groups import Link
from index.compare.alignment.links import links
from index.compare.passages import LIMIT, Subject
from index.model import Analysis, Span


def carriers(analysis: Analysis, others: Sequence[Analysis]) -> dict[int, dict[int, Span]]:
    """For each sentence of an article that others state as well: by the positions of these, the sentence there.

    Each other article is compared with this one alone, which costs a fraction of a comparison of them all.
    """
    subject = Subject(analysis, LIMIT)
    found: dict[int, dict[int, Span]] = {}
    for n, each in enumerate(others):
        pair = subject, Subject(each, LIMIT)
        linked = links(pair, candidates([one.prepared for one in pair])[0])
        for mine, theirs in stated(linked).get(0, {}).items():
            sentence = pair[1].sentences[theirs[1].sentence]
            found.setdefault(mine, {})[n] = Span(sentence.start, sentence.end)
    return found


def stated(linked: Mapping[Pair, Link]) -> dict[int, dict[int, dict[int, Place]]]:
    """By article and sentence: the sentence of each other article that says the same, the most alike."""
    found: dict[int, dict[int, dict[int, Place]]] = {}
    same = [pair for pair, link in linked.items() if link.same]
    for pair in sorted(same, key=lambda pair: (-linked[pair].strength, pair)):
        for place, other in (pair, pair[::-1]):
            partners = found.setdefault(place.article, {}).setdefault(place.sentence, {})
            partners.setdefault(other.article, other)
    return found
