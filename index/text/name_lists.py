"""The word lists that tell names and their kinds, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from index.model import NameKind
from index.text.lists import sections

KINDS: tuple[tuple[NameKind, str], ...] = (("organisation", "organisations"), ("place", "places"))


@dataclass(frozen=True, slots=True)
class NameLists:
    """Words in lower case, except `known`, `aliases` and `nationalities`, which are as they are written.

    `known` gives the kind of a well-known name, `aliases` the usual full form of one that has many.
    """

    titles: frozenset[str]
    before_titles: frozenset[str]
    given: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    particles: frozenset[str]
    organisation_words: frozenset[str]
    named_after_people: tuple[str, ...]
    heads: frozenset[str]
    place_words: frozenset[str]
    place_heads: frozenset[str]
    nationalities: frozenset[str]
    known: dict[str, NameKind]
    aliases: dict[str, str]
    ordinary: frozenset[str]
    calendar: frozenset[str]
    never: frozenset[str]


@cache
def name_lists() -> NameLists:
    """The lists."""
    people, organisations, places = sections("people"), sections("organisations"), sections("places")
    dates = sections("dates")
    men, women = frozenset(people["given names of men"]), frozenset(people["given names of women"])
    ordinary = {*sections("starters")["starters"], *sections("function_words")["function words"]}
    known, aliases = _known()
    return NameLists(
        titles=frozenset(people["titles"]),
        before_titles=frozenset(people["before titles"]),
        given=frozenset({*men, *women, *people["given names of either"]}),
        men=men,
        women=women,
        particles=frozenset(people["name particles"]),
        organisation_words=frozenset(organisations["words"]),
        named_after_people=tuple(" " + words for words in organisations["named after people"]),
        heads=frozenset(organisations["heads"]),
        place_words=frozenset(places["words"]),
        place_heads=frozenset(places["heads"]),
        nationalities=frozenset(places["nationalities"]),
        known=known,
        aliases=aliases,
        ordinary=frozenset(ordinary),
        calendar=frozenset({*dates["months"], *dates["short months"], *dates["weekdays"], "sept"}),
        never=frozenset({*people["never"], *sections("abbreviations")["states"]}),
    )


def _known() -> tuple[dict[str, NameKind], dict[str, str]]:
    known: dict[str, NameKind] = {}
    aliases: dict[str, str] = {}
    for kind, file in KINDS:
        lists = sections(file)
        pairs = dict(line.split(" = ") for line in lists["aliases"])
        listed = (
            name for section in ("known", "countries", "regions", "states", "cities") for name in lists.get(section, ())
        )
        known |= dict.fromkeys([*listed, *pairs, *pairs.values()], kind)
        aliases |= pairs
    return known, aliases
