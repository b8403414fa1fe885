"""What the search index needs to know of an article's claims: texts, speakers and what it holds."""

from __future__ import annotations

from index.claims.rank import key_claims
from index.model import Analysis


def claim_texts(analysis: Analysis) -> tuple[str, ...]:
    """The sentences that are key claims, in text order; for the search field `claim:`."""
    text = analysis.article.text
    found = sorted(key_claims(analysis), key=lambda claim: claim.start)
    return tuple(text[claim.start : claim.end] for claim in found)


def speakers(analysis: Analysis) -> tuple[str, ...]:
    """Who is quoted, each once, in the order in which they first speak; for the search field `quoted:`."""
    return tuple(dict.fromkeys(item.speaker for item in analysis.quotations if item.speaker))


def holds(analysis: Analysis) -> frozenset[str]:
    """Which of "figure", "quotation" and "claim" the article has any of; for the search field `has:`."""
    signs = {
        "figure": bool(analysis.quantities),
        "quotation": bool(analysis.quotations),
        "claim": bool(analysis.sentences),  # wherever there are sentences, some are key claims
    }
    return frozenset(name for name, there in signs.items() if there)
