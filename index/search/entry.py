"""One article as the reference engine keeps it, and whether it answers a tree: the meaning of every node."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from index.search import ranking
from index.search.engine import Document
from index.search.fields import bare
from index.search.shapes import normal, tests
from index.search.tree import (
    And,
    Dates,
    Every,
    Fuzzy,
    Ids,
    Keyword,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)
from index.text.words import fold, stem, words

Places = dict[int, str]  # the word at each place that has one


class Entry:
    """A document, cut into words once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.article = article = document.article
        self.fields: dict[str, Places] = {
            "": _places(article.title, article.text),
            "title": _places(article.title),
            "author": _places(*article.authors),
            "claim": _places(*document.claims),
            "quoted": _places(*document.quoted),
        }
        self.stems = {field: frozenset(map(stem, places.values())) for field, places in self.fields.items()}
        zones = [words(zone) for zone in ranking.zones(article)]
        title, lead, body = map(len, zones)
        self.length = ranking.quantised(ranking.weighted_length(title, lead, body))
        self.frequencies: Counter[str] = Counter()
        for zone, times in zip(zones, (ranking.TITLE, ranking.LEAD, ranking.BODY), strict=True):
            for word in zone:
                self.frequencies[stem(word)] += times


def matches(entry: Entry, node: Node) -> bool:
    """Whether an article answers a tree, each node read as its docstring says."""
    match node:
        case Every():
            return True
        case And(parts):
            return all(matches(entry, part) for part in parts)
        case Or(parts):
            return any(matches(entry, part) for part in parts)
        case Not(part):
            return not matches(entry, part)
        case Ids(ids):
            return entry.article.id in ids
        case _:
            return _is_found(entry, node)


def _is_found(entry: Entry, node: Node) -> bool:
    match node:
        case Dates(first, end):
            return _published(entry.article.published, first, end)
        case Keyword():
            return _has_value(entry, node)
        case Term() | Phrase() if node != (plain := normal(node)):
            return matches(entry, plain)
        case Term() | Phrase() | Prefix() | Wildcard() | Fuzzy():
            return _occurs(entry.fields[node.field], node)
        case Near():
            return _together(entry.fields[node.field], node)
        case _:
            return False


def _places(*values: str) -> Places:
    """The words of several values, a gap between each two."""
    found: Places = {}
    place = 0
    for value in values:
        for word in words(value):
            found[place] = word
            place += 1
        place += ranking.GAP
    return found


def _occurs(places: Places, node: Node) -> bool:
    checks = tests(node)
    return any(
        all(place + n in places and check(places[place + n]) for n, check in enumerate(checks)) for place in places
    )


def _together(places: Places, node: Near) -> bool:
    left, right = ([place for place, word in places.items() if check(word)] for check in tests(node))
    return any(1 <= abs(a - b) <= node.distance for a in left for b in right)


def _published(moment: datetime | None, first: datetime | None, end: datetime | None) -> bool:
    return moment is not None and (first is None or first <= moment) and (end is None or moment < end)


def _has_value(entry: Entry, node: Keyword) -> bool:
    if node.whole:
        name, sought = bare(entry.article.source), bare(node.value)
        return name.startswith(sought) if node.open_end else name == sought
    wanted = node.value.casefold()
    if node.field == "has":
        values = [value.casefold() for value in entry.document.has]
    else:
        values = [(entry.article.source if node.field == "source" else entry.article.language).casefold()]
    if node.field == "source" and _holds_words(values[0], wanted, open_end=node.open_end):
        return True
    return any(value.startswith(wanted) if node.open_end else value == wanted for value in values)


def _holds_words(name: str, wanted: str, *, open_end: bool) -> bool:
    """Whether all words of `wanted` are among those of a name, the last perhaps as a beginning."""
    own = {fold(word) for word in words(name)}
    sought = [fold(word) for word in words(wanted)]
    if not sought:
        return False
    *firsts, last = sought
    ends = any(word.startswith(last) for word in own) if open_end else last in own
    return ends and own.issuperset(firsts)
