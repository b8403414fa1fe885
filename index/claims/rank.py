"""Ranks the sentences of an article as claims, says why, and picks the ones to highlight."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from index.claims.features import WORDING, Features, features, passages, wording
from index.claims.kinds import kinds
from index.claims.model import DIMENSIONS, shipped
from index.claims.salience import Setting
from index.config import ClaimSettings
from index.model import Analysis, Claim, ClaimKind, Reason, Sentence

FEWEST, MOST, ONE_IN = 3, 12, 5
"""At least three and at most twelve sentences are highlighted, about one in five."""

_LEAD = 3
"""So many sentences at the beginning are never all highlighted."""

ELSEWHERE = "also in other sources"
"""The feature of corroboration; its reason says in how many."""

_REASONS = 6
_NOTHING: Mapping[int, int] = MappingProxyType({})
_EVERYTHING = ClaimSettings()


@dataclass(frozen=True, slots=True)
class _Scored:
    sentence: int
    score: float
    kinds: tuple[ClaimKind, ...]
    reasons: tuple[Reason, ...]


def key_claims(
    analysis: Analysis, corroboration: Mapping[int, int] = _NOTHING, *, settings: ClaimSettings = _EVERYTHING
) -> tuple[Claim, ...]:
    """The sentences of `analysis` to highlight, best first.

    `corroboration` maps a sentence (its position in `analysis.sentences`) to the number of other independent
    texts of the story that carry it. Sentences of the page rather than the article never count. Articles in
    another language than English are ranked by position only.
    """
    ranked = ranking(analysis, corroboration, settings=settings)
    size = max(FEWEST, min(MOST, round(len(ranked) / ONE_IN)))
    wanted = [claim for claim in ranked if not settings.kinds or set(settings.kinds) & set(claim.kinds)]
    return _without_whole_lead(wanted, size, min((claim.sentence for claim in ranked), default=0))


def ranking(
    analysis: Analysis, corroboration: Mapping[int, int] = _NOTHING, *, settings: ClaimSettings = _EVERYTHING
) -> tuple[Claim, ...]:
    """Every sentence of the article proper as a claim, best first, `strength` by its rank."""
    found = passages(analysis)
    setting = Setting(analysis, found)
    scored = []
    for number in setting.body:
        own = features(found[number])
        texts = corroboration.get(number, 0) if settings.corroboration else 0
        seen = (
            own
            | wording(found[number])
            | setting.features(number)
            | ({ELSEWHERE: math.log2(1 + texts)} if texts else {})
        )
        score, reasons = _judge(seen, texts, settings)
        scored.append(_Scored(number, score, kinds(found[number], own), reasons))
    scored.sort(key=lambda item: (-item.score, item.sentence))
    return tuple(_claim(item, rank, len(scored), analysis.sentences) for rank, item in enumerate(scored))


def _judge(seen: Features, texts: int, settings: ClaimSettings) -> tuple[float, tuple[Reason, ...]]:
    """The score, and what made it: each feature's part in the logarithm of the score."""
    wanted = [name for name in DIMENSIONS if getattr(settings, name)]
    total = 0.0
    parts: defaultdict[str, float] = defaultdict(float)
    for dimension in wanted:
        model = shipped()[dimension]
        probability = model.probability(seen)
        total += math.log(probability) / len(wanted)
        for name, value in model.contributions(seen):
            parts[_worded(name, texts)] += value * (1 - probability) / len(wanted)
    ordered = sorted(parts.items(), key=lambda part: -abs(part[1]))
    reasons = [Reason(name, weight) for name, weight in ordered if weight]
    return math.exp(total), tuple(reasons[:_REASONS])


def _worded(name: str, texts: int) -> str:
    if name.startswith(WORDING):
        return "its wording"
    return name if name != ELSEWHERE else f"also in {texts} other source{'s' if texts > 1 else ''}"


def _claim(item: _Scored, rank: int, total: int, sentences: Sequence[Sentence]) -> Claim:
    sentence = sentences[item.sentence]
    size = max(FEWEST, min(MOST, round(total / ONE_IN)))
    strength = 3 if rank * 3 < size else 2 if rank * 3 < size * 2 else 1
    return Claim(sentence.start, sentence.end, item.sentence, item.score, strength, item.kinds, item.reasons)


def _without_whole_lead(ranked: Sequence[Claim], size: int, first: int) -> tuple[Claim, ...]:
    """The best `size` claims, leaving out the weakest of the lead where all of it would be among them."""
    chosen = list(ranked[:size])
    lead = [claim for claim in chosen if first <= claim.sentence < first + _LEAD]
    if len(lead) == _LEAD:
        chosen.remove(lead[-1])
        chosen += [claim for claim in ranked[size:] if claim.sentence >= first + _LEAD][:1]
    return tuple(chosen)
