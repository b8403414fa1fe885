"""What kind of claim a sentence makes."""

from __future__ import annotations

from index.claims.features import Features, Passage, lower
from index.claims.lexicon import counts
from index.model import ClaimKind, Quotation

_MOSTLY = 0.5
"""The share of a sentence that, as someone's words, leaves it no report of an event."""

_SCARE = 2
"""So many words in quotation marks are irony or a name rather than what someone said."""


def kinds(passage: Passage, features: Features) -> tuple[ClaimKind, ...]:
    """The kinds of a sentence, in the order of `ClaimKind`; a plain report of what happened is an event."""
    happened = "tells what happened" in features
    signs: tuple[tuple[ClaimKind, bool], ...] = (
        ("figure", "a figure" in features),
        ("quotation", any(item.direct and _speaks(passage, item) for item in passage.quotations)),
        ("attribution", any(item.cue and not item.direct for item in passage.quotations)),
        ("comparison", "a comparison" in features),
        ("cause", "a cause" in features),
        ("prediction", "a prediction" in features),
        ("event", happened and "a decision or an act" in features and _acts(passage)),
    )
    found = tuple(kind for kind, there in signs if there)
    return found or (("event",) if happened else ())


def _speaks(passage: Passage, item: Quotation) -> bool:
    return len(passage.text[item.start : item.end].split()) > _SCARE


def _acts(passage: Passage) -> bool:
    """Whether the writer tells of an act, rather than someone whose words fill most of the sentence."""
    return counts(lower(passage.own()))["decisions taken"] > 0 and passage.share(direct=False) < _MOSTLY
