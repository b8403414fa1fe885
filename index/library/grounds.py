"""What stands behind one claim: how probable it is in each dimension, and which other texts carry it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.claims.language import is_english
from index.claims.model import DIMENSIONS
from index.claims.rank import ranking
from index.config import ClaimSettings
from index.model import Analysis, Grounds, Span


def grounds(
    analysis: Analysis,
    sentence: int,
    others: Sequence[Analysis],
    corroboration: Mapping[int, int],
    settings: ClaimSettings,
) -> Grounds:
    """The grounds of the claim in sentence number `sentence`, as far as `settings` let them count."""
    wanted = [name for name in DIMENSIONS if getattr(settings, name)] if is_english(analysis.article) else []
    alone = {name: _alone(analysis, sentence, name, corroboration, settings) for name in wanted}
    return Grounds(alone, _carriers(analysis, sentence, others) if others else ())


def _alone(
    analysis: Analysis, sentence: int, dimension: str, corroboration: Mapping[int, int], settings: ClaimSettings
) -> float:
    """The score of a sentence where only one dimension counts, which is its probability there."""
    only = ClaimSettings(
        factual=dimension == "factual",
        checkworthy=dimension == "checkworthy",
        salient=dimension == "salient",
        corroboration=settings.corroboration,
    )
    ranked = ranking(analysis, corroboration, settings=only)
    return next((claim.score for claim in ranked if claim.sentence == sentence), 0.0)


def _carriers(analysis: Analysis, sentence: int, others: Sequence[Analysis]) -> tuple[tuple[str, Span], ...]:
    from index.compare.alignment.carriers import carriers

    found = carriers(analysis, others).get(sentence, {})
    return tuple((others[n].article.id, span) for n, span in sorted(found.items()))
