"""Bylines taken apart into names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.ingest.limits import MAX_AUTHORS, MAX_FIELD
from index.text.sanitise import clean_line

_LEAD = re.compile(
    r"^(?:(?:story|report|reported|reporting|written|words|text|article|posted|edited|analysis|opinion)\s+)?(?:by|von|par|por|di|door|av)[:\s]+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:;|\||/|·|•|\s&\s|\b(?:and|und|et|y|e)\b(?=\s+[^\W\d_a-z])|\n)\s*")
_COMMA = re.compile(r"\s*,\s*")
_MAIL = re.compile(r"<?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b>?")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
# What follows a name after a comma and is no name.
_ROLE = re.compile(
    r"(?:.*\b(?:editor|reporter|correspondent|writer|staff|columnist|contributor|producer|analyst|desk|bureau|chief|"
    r"director|professor|photographer|journalist|news|press|agency|service|media|times|post|reuters|bbc|afp|ap|ani|pti)|"
    r"jr\.?|sr\.?|phd|md|ph\.d\.?)\b.*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"^(?:www\.|@)|\d|^[A-Z]{2,3}$")
_PLACE = re.compile(r"\s+(?:in|at|for|from)\s+[A-Z].*$")


def split(bylines: Iterable[str]) -> tuple[str, ...]:
    """The names in one or more bylines, in order, each once.

    >>> split(["By Jane Doe and John Roe, political editor"])
    ('Jane Doe', 'John Roe')
    """
    found: dict[str, None] = {}
    for byline in bylines:
        for name in _names(clean_line(byline)[:MAX_FIELD]):
            found.setdefault(name)
    return tuple(list(found)[:MAX_AUTHORS])


def _names(byline: str) -> list[str]:
    if "://" in byline:  # the address of a profile, not a name
        return []
    names: list[str] = []
    for part in _BETWEEN.split(_LEAD.sub("", _plain(byline))):
        for name in _around_commas(part):
            bare = _LEAD.sub("", _PLACE.sub("", name)).strip(" ,.-–—")
            if bare and not _NO_NAME.search(bare):
                names.append(bare)
    return names


def _plain(byline: str) -> str:
    """Without addresses: "Jane <jane@x>" is Jane, and so is "jane@x (Jane)"."""
    without = _MAIL.sub("", byline).strip()
    if without != byline.strip() and (named := _IN_BRACKETS.fullmatch(without)):
        return named[1]
    return without or byline.strip().partition("@")[0]


def _around_commas(part: str) -> list[str]:
    """ "Roe, Jane" is one name, "Jane Doe, John Roe" two, "Jane Doe, editor" one and a role."""
    pieces = _COMMA.split(part)
    if len(pieces) == 2 and all(len(piece.split()) == 1 for piece in pieces) and not _ROLE.fullmatch(pieces[1]):
        return [f"{pieces[1]} {pieces[0]}"]
    return pieces[:1] + [piece for piece in pieces[1:] if not _ROLE.fullmatch(piece)]
