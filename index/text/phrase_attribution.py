"""Attributions without a reporting verb: “according to X”, “X: “…””, “X's claim that …”."""

from __future__ import annotations

from collections.abc import Iterator

from index.text.attribution import Attribution, from_beginning
from index.text.cues import NOUNS, SOURCE_PHRASES
from index.text.phrases import QUOTE
from index.text.syntax import RELATIVE, Syntax

_OWNERS = frozenset(("his", "her", "their"))
_INSIDE_NAME = frozenset(("of", "the", "and", "&"))

_NAME = 5
"""Tokens of which a speaker before a colon has fewer."""


def phrase_attributions(syntax: Syntax) -> Iterator[Attribution]:
    """Those of a name before a colon, of phrases, and of nouns."""
    yield from _before_colon(syntax)
    yield from _sources(syntax)
    yield from _nouns(syntax)


def _before_colon(syntax: Syntax) -> Iterator[Attribution]:
    """“X: “…””: a short name and a colon before words in quotation marks."""
    colon = next((place for place in range(min(syntax.size, _NAME)) if syntax.low[place] == ":"), 0)
    named = all(token.word and (token.capital or token.low in _INSIDE_NAME) for token in syntax.tokens[:colon])
    if colon and named and syntax.at(colon + 1) == QUOTE:
        content = (colon + 1, syntax.trim(syntax.size))
        yield Attribution((colon, colon + 1), "neutral", (0, colon), (content,))


def _sources(syntax: Syntax) -> Iterator[Attribution]:
    """“according to X”, before its content, after it, or inside."""
    for words in SOURCE_PHRASES:
        for cue, low in enumerate(syntax.low):
            end = cue + len(words)
            if low == words[0] and tuple(syntax.low[cue:end]) == words:
                yield from _source(syntax, cue, end)


def _source(syntax: Syntax, cue: int, end: int) -> Iterator[Attribution]:
    stop, last = end, syntax.trim(syntax.size)
    while stop < syntax.size and syntax.low[stop] not in {",", QUOTE, ";", ":"} and not syntax.closes(stop):
        stop += 1
    rest = syntax.skip_apposition(stop)
    if cue > 2 and rest > stop and syntax.at(stop + 1) in RELATIVE:
        rest = last
    pieces = [(rest + 1, last)] if syntax.at(rest) in {",", ":"} else [(rest, last)] if cue <= 2 else []
    if cue > 2:
        pieces.insert(0, from_beginning(syntax, syntax.trim(cue)))
    content = tuple(piece for piece in pieces if piece[1] > piece[0])
    if stop > end and content:
        yield Attribution((cue, end), "neutral", (end, stop), content)


def _nouns(syntax: Syntax) -> Iterator[Attribution]:
    """“X's claim that …”"""
    for place, low in enumerate(syntax.low):
        stance = NOUNS.get(low)
        if stance is None or syntax.at(place + 1) != "that":
            continue
        owner = syntax.at(place - 1)
        owned = owner.endswith(("'s", "s'")) or owner in _OWNERS
        content = (place + 2, syntax.trim(syntax.size))
        if content[1] > content[0]:
            yield Attribution((place, place + 1), stance, (place - 1, place) if owned else None, (content,))
