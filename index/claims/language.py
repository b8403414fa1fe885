"""Tells English, whose claims are analysed, from other languages, whose sentences are ranked by position only."""

from __future__ import annotations

from itertools import islice

from index.model import Article
from index.text.words import WORD

_COMMON = frozenset(
    (
        *("the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "was", "with", "as", "it", "by"),
        *("at", "from", "he", "she", "be", "are", "have", "has", "had", "not", "this", "they", "we", "you"),
    )
)
_SAMPLE, _ENOUGH = 400, 20
"""Words looked at, and words below which a text is too short to tell and taken for English."""

_LEAST = 0.15
"""The share of common English words that English prose has at least; other European languages stay below 0.08."""


def is_english(article: Article) -> bool:
    """By the stated language; where none is stated, by the share of common English words."""
    if article.language:
        return article.language.lower().startswith("en")
    words = [match.group().lower() for match in islice(WORD.finditer(article.text), _SAMPLE)]
    if len(words) < _ENOUGH and article.text.isascii():
        return True
    return bool(words) and sum(word in _COMMON for word in words) / len(words) >= _LEAST
