"""Did you mean: words of a query that find nothing, put right from the index."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from index.search.engine import Engine, Request
from index.search.tree import Every, Near, Node, Phrase, Prefix, State, Term, mapped, terms
from index.text.words import fold

_SHORT = 4  # letters up to which a word may be wrong in one place only
_MOST = 5  # words tried: a query of more unknown words is not misspelt


def nearest(word: str, known: Iterable[str], holding: Callable[[str], int]) -> str:
    """The known word that takes the fewest slips to become `word`, or "".

    Slips are letters left out, put in, replaced, or two exchanged (Damerau): one in a word of up to four
    letters, two in a longer one. Ties go to the word that more articles hold (`holding`), then by alphabet.
    Words of the index are folded; those with digits, and those that no article holds any more, are no answer.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA  # imported only when a search has failed

    wanted = fold(word)
    most = 1 if len(wanted) <= _SHORT else 2
    near = process.extract_iter(wanted, list(known), scorer=OSA.distance, score_cutoff=most)
    slips = {each: slips for each, slips, _ in near if slips and each.isalpha() and holding(each)}
    return min(slips, key=lambda each: (slips[each], -holding(each), each), default="")


def corrected(text: str, tree: Node, engine: Engine) -> str:
    """The query `text` with the words of its `tree` that find nothing replaced, if that then finds something.

    "" where there is no better query; the reader's own marks (`State`) are taken as met.
    """
    better = {word: engine.correct(word) for word in _unknown(tree, engine)[:_MOST]}
    better = {word: found for word, found in better.items() if found}
    if not better or not _finds(engine, mapped(tree, lambda leaf: _righted(leaf, better))):
        return ""
    for word, found in better.items():
        text = _replaced(text, word, found)
    return text


def _righted(leaf: Node, better: Mapping[str, str]) -> Node:
    def right(word: str) -> str:
        return better.get(word, word)

    match leaf:
        case State():
            return Every()
        case Term() | Prefix():
            return replace(leaf, text=right(leaf.text))
        case Phrase():
            return replace(leaf, words=tuple(map(right, leaf.words)))
        case Near():
            return replace(leaf, left=right(leaf.left), right=right(leaf.right))
        case _:
            return leaf


def _words(leaf: Node) -> tuple[str, ...]:
    match leaf:
        case Term():
            return (leaf.text,)
        case Phrase():
            return leaf.words[:-1] if leaf.open_end else leaf.words
        case Near():
            return leaf.left, leaf.right
        case _:
            return ()


def _unknown(tree: Node, engine: Engine) -> list[str]:
    """The words that nothing is found for, not even as a beginning where they are read as one."""
    looked_for = terms(tree)
    words = dict.fromkeys(word for node in looked_for for word in _words(node))
    probes = {word: Prefix(word) if Prefix(word) in looked_for else Term(word) for word in words}
    return [word for word, probe in probes.items() if not _finds(engine, probe)]


def _finds(engine: Engine, node: Node) -> bool:
    return engine.search(Request(node, limit=0, facets=False)).total > 0


def _replaced(text: str, word: str, better: str) -> str:
    shown = better.capitalize() if word[0].isupper() else better
    return re.sub(rf"(?<!\w){re.escape(word)}(?![\w:])", shown, text)  # no field
