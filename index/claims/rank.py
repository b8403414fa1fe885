"""Ranks the sentences of an article as claims and picks the ones to highlight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from index.claims.features import features, passages, wording
from index.claims.judge import Verdict, by_place, judge
from index.claims.kinds import kinds
from index.claims.language import is_english
from index.claims.reasons import PLACE, PLACE_ONLY, Context
from index.claims.salience import Setting
from index.config import ClaimSettings
from index.model import Analysis, Claim, ClaimKind

FEWEST, MOST, ONE_IN = 3, 12, 5
"""At least three and at most twelve sentences are highlighted: one, and one more for every five."""

_LEAD = 3
"""So many sentences at the beginning are never all highlighted."""

_NOTHING: Mapping[int, int] = MappingProxyType({})
_EVERYTHING = ClaimSettings()

_Judged = tuple[int, Verdict, tuple[ClaimKind, ...]]


def key_claims(
    analysis: Analysis, corroboration: Mapping[int, int] = _NOTHING, *, settings: ClaimSettings = _EVERYTHING
) -> tuple[Claim, ...]:
    """The sentences of `analysis` to highlight, best first.

    `corroboration` maps a sentence (its position in `analysis.sentences`) to the number of other independent
    texts of the story that carry it. Sentences of the page rather than the article never count. Articles in
    another language than English, and all with every dimension switched off, are ranked by position only.
    """
    ranked = ranking(analysis, corroboration, settings=settings)
    wanted = [claim for claim in ranked if not settings.kinds or set(settings.kinds) & set(claim.kinds)]
    lead = frozenset(sorted(claim.sentence for claim in ranked)[:_LEAD])
    return _without_whole_lead(wanted, _size(len(ranked)), lead)


def ranking(
    analysis: Analysis, corroboration: Mapping[int, int] = _NOTHING, *, settings: ClaimSettings = _EVERYTHING
) -> tuple[Claim, ...]:
    """Every sentence of the article proper as a claim, best first; those past the highlighted have strength 1."""
    judged = sorted(_judged(analysis, corroboration, settings), key=lambda item: (-item[1].score, item[0]))
    size = _size(len(judged))
    return tuple(_claim(analysis, item, 3 - min(2, rank * 3 // size)) for rank, item in enumerate(judged))


def _judged(analysis: Analysis, corroboration: Mapping[int, int], settings: ClaimSettings) -> Iterator[_Judged]:
    found = passages(analysis)
    setting = Setting(analysis, found)
    english = is_english(analysis.article)
    weighed = english and (settings.factual or settings.checkworthy or settings.salient)
    for place, number in enumerate(setting.body):
        own = features(found[number])
        if weighed:
            texts = corroboration.get(number, 0) if settings.corroboration else 0
            seen = own | wording(found[number]) | setting.features(number)
            verdict = judge(seen, Context(texts, setting.year(number)), settings)
        else:
            verdict = by_place(place, PLACE if english else PLACE_ONLY)
        yield number, verdict, kinds(found[number], own)


def _size(sentences: int) -> int:
    return max(FEWEST, min(MOST, 1 + round(sentences / ONE_IN)))


def _claim(analysis: Analysis, item: _Judged, strength: int) -> Claim:
    number, verdict, found = item
    sentence = analysis.sentences[number]
    return Claim(sentence.start, sentence.end, number, verdict.score, strength, found, verdict.reasons)


def _without_whole_lead(ranked: Sequence[Claim], size: int, lead: frozenset[int]) -> tuple[Claim, ...]:
    """The best `size` claims; where all of the lead is among them, its weakest makes room for the next one."""
    chosen = list(ranked[:size])
    in_lead = [claim for claim in chosen if claim.sentence in lead]
    spare = [claim for claim in ranked[size:] if claim.sentence not in lead]
    if len(in_lead) == _LEAD and spare:
        chosen.remove(in_lead[-1])
        chosen.append(spare[0])
    return tuple(chosen)
