"""Short forms of names joined to the full ones: "Pelosi" to "Nancy Pelosi", "WTO" to what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.model import Name, NameKind
from index.text.name_kinds import Mention
from index.text.name_lists import name_lists

_IRISH = re.compile(r"^O['’](?=[A-Z])")


def joined(mentions: Sequence[Mention]) -> list[Name]:
    """The mentions as names, each with its fullest form and the kind that form has."""
    people = _People(mentions)
    organisations = _Organisations(it.surface for it in mentions if it.kind == "organisation")
    return [_name(it, people, organisations) for it in mentions]


def _name(mention: Mention, people: _People, organisations: _Organisations) -> Name:
    kind, canonical = _form(mention, people, organisations)
    return Name(mention.start, mention.end, kind, canonical)


def _form(mention: Mention, people: _People, organisations: _Organisations) -> tuple[NameKind, str]:
    surface, aliases = mention.surface, name_lists().aliases
    if surface in aliases:
        return mention.kind, aliases[surface]
    if mention.kind == "person" or not mention.sure:
        full = people.full(surface)
        if full:
            return "person", full
    if mention.kind in ("organisation", "other"):
        full = organisations.full(surface)
        if full:
            return "organisation", full
    if surface.isupper() and surface.title() in name_lists().known:
        return mention.kind, surface.title()
    return mention.kind, surface


class _People:
    """People by the last and the first part of their names."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._titled = frozenset(it.surface for it in mentions if it.kind == "person")
        alone = {it.surface for it in mentions if it.kind in ("person", "other") and " " not in it.surface}
        taken = name_lists().known
        self._by_last: dict[str, str] = {}
        self._by_first: dict[str, str] = {}
        for mention in mentions:
            parts = mention.surface.split()
            guessed = mention.kind == "other" and len(parts) in (2, 3) and parts[-1] in alone and parts[0] not in taken
            if len(parts) > 1 and (mention.kind == "person" or guessed):
                self._keep(self._by_last, _last(parts), mention.surface)
                self._keep(self._by_first, parts[0], mention.surface)

    @staticmethod
    def _keep(table: dict[str, str], part: str, surface: str) -> None:
        """Of people who share the part of a name, keep the one named first, in the longest form."""
        known = table.setdefault(part, surface).split()
        parts = surface.split()
        if len(surface) > len(table[part]) and (known[0], known[-1]) == (parts[0], parts[-1]):
            table[part] = surface

    def full(self, surface: str) -> str:
        """The full form of a person's name; "" where it is no person's.

        A last name alone joins the fullest name that ends in it, a first name the one that begins with it. Two
        names with the same first and last part are one person's ("Donald Trump", "Donald J. Trump").
        """
        first, *others = surface.split()
        if not others:
            return (
                self._by_last.get(_last([first]))
                or self._by_first.get(first)
                or (surface if surface in self._titled else "")
            )
        last = self._by_last.get(_last(others), "")
        if last.split()[:1] == [first]:
            return last
        return surface if surface in (last, self._by_first.get(first)) or surface in self._titled else ""


def _last(parts: Sequence[str]) -> str:
    """The last name, the same for “O'Hara”, “O’Hara” and a “Hara” whose beginning was lost."""
    return _IRISH.sub("", parts[-1])


class _Organisations:
    """Organisations by their first words and by their initials."""

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._full: dict[str, str] = {}
        for surface in sorted(set(surfaces), key=lambda it: (len(it), it)):
            words = surface.split()
            self._full |= dict.fromkeys(self._starts(surface, words), surface)
            initials = "".join(word[0] for word in words if word[0].isupper())
            if len(initials) > 2:
                self._full[initials] = surface
                self._full[".".join(initials) + "."] = surface

    @staticmethod
    def _starts(surface: str, words: Sequence[str]) -> Iterator[str]:
        """The first words that may stand for the whole; what is named after a person shares its name with them."""
        lists = name_lists()
        if not surface.lower().endswith(lists.named_after_people):
            starts = (" ".join(words[:length]) for length in range(1, len(words)))
            yield from (start for start in starts if start not in lists.known)

    def full(self, surface: str) -> str:
        """The full form of an organisation's name; "" where there is none."""
        return self._full.get(surface, "")
