"""Makes nodes of words as they are typed, and joins nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.search.tree import And, Every, Fuzzy, Node, Not, Or, Phrase, Prefix, Term, TextField, Wildcard
from index.text.words import words

_FUZZY = re.compile(r"(.+)~(\d*)")
_TILDE = re.compile(r"(.*)~(\d*)")
_MOST_EDITS = 2  # what engines look for
_PIECE = re.compile(r"[\w*?]+(?:['’][\w*?]+)*")
_UNFINISHED = re.compile(r"\w[.,'’?]?\Z")
_STARS = re.compile(r"\*+")


def word(text: str, field: TextField, *, typing: bool = False) -> Node | None:
    """What one word looks for; None if there is no letter or digit in it. While `typing` it may be a beginning.

    A word that is several to the index (well-known, U.S.) is a phrase. `?` is a wildcard inside a word only:
    at its end it is a question mark.

    >>> word("gov*", "")
    Prefix(text='gov', field='')
    """
    if match := _FUZZY.fullmatch(text):
        return conjunction(Fuzzy(each, min(int(match[2] or 1), _MOST_EDITS), field) for each in words(match[1]))
    shape = text.rstrip("?!.,;:…")
    if "*" in shape or "?" in shape:
        return _shape(f"{shape}*" if typing and shape[-1].isalnum() else shape, field)
    return _plain(tuple(words(text)), field, open_end=typing and _may_go_on(text))


def misused_tilde(text: str) -> str:
    """What is wrong with a word that ends in "~" and perhaps a number, or ""."""
    match = _TILDE.fullmatch(text)
    if match is None:
        return ""
    if not words(match[1]):
        return 'There is no word before this "~": it stands behind one, as in harbuor~1.'
    if "*" in match[1] or "?" in match[1]:
        return 'A word may have "~" or wildcards, not both.'
    if match[2] not in ("", *map(str, range(1, _MOST_EDITS + 1))):
        return f'"~" lets one letter of a word differ, or {_MOST_EDITS}: {match[1]}~1 or {match[1]}~{_MOST_EDITS}.'
    return ""


def phrase(text: str, field: TextField, *, typing: bool = False) -> Node | None:
    """What words between quotation marks look for; while `typing` the last may be a beginning."""
    return _plain(tuple(words(text)), field, open_end=typing and _may_go_on(text))


def conjunction(parts: Iterable[Node | None]) -> Node | None:
    """All of the parts that are there."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else [part] if part else [])
    return And(tuple(flat)) if len(flat) > 1 else flat[0] if flat else None


def disjunction(parts: Iterable[Node | None]) -> Node | None:
    """Any of the parts that are there."""
    found = [part for part in parts if part]
    return Or(tuple(found)) if len(found) > 1 else found[0] if found else None


def _plain(found: tuple[str, ...], field: TextField, *, open_end: bool) -> Node | None:
    if not found:
        return None
    if len(found) > 1:
        return Phrase(found, field, open_end)
    term = Term(found[0], field)
    return Or((term, Prefix(found[0], field))) if open_end else term


def _may_go_on(text: str) -> bool:
    """Whether the next letter typed would belong to the last word: as in 1,900, O'Brien or gr?y, also after a mark."""
    return bool(_UNFINISHED.search(text))


def _shape(text: str, field: TextField) -> Node | None:
    pieces = _PIECE.findall(_STARS.sub("*", text))
    *firsts, last = pieces or [""]
    if firsts and _is_prefix(last) and not any("*" in each or "?" in each for each in firsts):
        return Phrase((*firsts, last[:-1]), field, open_end=True)
    return conjunction(_one_shape(piece, field) for piece in pieces)


def _one_shape(piece: str, field: TextField) -> Node:
    if piece == "*":
        return Every()
    if _is_prefix(piece):
        return Prefix(piece[:-1], field)
    return Wildcard(piece, field) if "*" in piece or "?" in piece else Term(piece, field)


def _is_prefix(piece: str) -> bool:
    return len(piece) > 1 and piece[-1] == "*" and not ("*" in piece[:-1] or "?" in piece)


def negation(part: Node) -> Node:
    """All but these; twice is none at all."""
    return part.part if isinstance(part, Not) else Not(part)
