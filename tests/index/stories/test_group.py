from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from index.model import Article, Story
from index.stories.group import group, place
from index.stories.profile import Profile, profile

DAY = datetime(2025, 3, 3, 9, tzinfo=UTC)

FERRY = """\
A ferry with 112 passengers ran aground off the island of Lismore on Monday. Coastguard crews from Oban took everyone \
off the ferry, the operator said. Captain Morag Sinclair blamed a steering failure.
Coastguard boats from Oban rescued 112 people after a ferry hit rocks near Lismore. The steering failed, Captain \
Morag Sinclair told the coastguard.
The ferry that ran aground at Lismore lost its steering, Captain Morag Sinclair said. All 112 passengers reached Oban \
with the coastguard.""".splitlines()

BREAD = """\
Bakers in Lyon went on strike over flour prices. The bakers' union says a sack of flour costs twice what it did in \
January, and Mayor Odile Garnier wants talks.
Flour prices drove the bakers of Lyon to strike. Mayor Odile Garnier invited their union to talks about the cost of \
flour.""".splitlines()


NEWS = "Harbour pilots met in Glasgow to ask for better charts of the sound, and the ministry promised a survey soon."


def article(number: int, text: str, days: float = 0, dated: bool = True, source: str = "Gazette") -> Profile:
    published = DAY + timedelta(days=days) if dated else None
    return profile(Article(f"{number:016x}", text.split(".")[0], text, source, published=published))


def two_stories() -> list[Profile]:
    return [article(n, text) for n, text in enumerate((*FERRY, *BREAD))]


def members(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def ids(*numbers: int) -> frozenset[str]:
    return frozenset(f"{number:016x}" for number in numbers)


def test_articles_on_one_event_are_one_story() -> None:
    assert members(group(two_stories())) == {ids(0, 1, 2), ids(3, 4)}


def test_every_article_is_in_exactly_one_story() -> None:
    profiles = [*two_stories(), article(9, ""), article(10, "Nothing of this was heard of before.")]
    listed = [one for story in group(profiles) for one in story.articles]
    assert sorted(listed) == sorted(one.id for one in profiles)


def test_no_articles_are_no_stories() -> None:
    assert group([]) == ()


@given(st.randoms(use_true_random=False))
@settings(max_examples=10)
def test_the_order_of_the_articles_does_not_matter(shuffler: random.Random) -> None:
    profiles = two_stories()
    shuffler.shuffle(profiles)
    assert group(profiles) == group(two_stories())


def test_the_same_words_weeks_later_are_another_story() -> None:
    first, second = article(0, FERRY[0]), article(1, FERRY[1], days=30)
    assert members(group([first, second])) == {ids(0), ids(1)}
    assert members(group([first, article(1, FERRY[1], days=1)])) == {ids(0, 1)}


def test_what_a_person_put_together_stays_together() -> None:
    assert any(ids(2, 3) <= one for one in members(group(two_stories(), together=[ids(2, 3)])))


def test_what_a_person_took_apart_stays_apart() -> None:
    found = members(group(two_stories(), apart=[(f"{0:016x}", f"{1:016x}")]))
    assert [len(one & ids(0, 1)) for one in found if one & ids(0, 1)] == [1, 1]


def test_constraints_on_unknown_articles_are_ignored() -> None:
    assert group(two_stories(), together=[ids(77, 78)], apart=[("no", "body")]) == group(two_stories())


def test_a_story_says_why_it_is_one() -> None:
    story = next(story for story in group(two_stories()) if len(story.articles) == 3)
    assert "Morag Sinclair" in " ".join(story.because)
    assert "112 passengers" in story.because


def test_bare_numbers_days_and_halves_of_figures_are_no_reasons() -> None:
    first = (
        "The mill of Tarrant burned for 40 hours on Monday in September. Baker Ida Moss lost 19 per cent of her flour."
    )
    second = "On a Monday in September the mill of Tarrant burned. Ida Moss is 40 and 19 people per cent of nothing."
    (story,) = group([article(0, first), article(1, second)])
    assert not {"40", "19", "Monday", "September", "cent", "per cent", "hours"} & set(story.because)
    assert "Tarrant" in story.because


def test_a_story_of_one_gives_no_reason() -> None:
    assert group([article(0, FERRY[0])])[0].because == ()


def test_a_story_knows_its_sources_its_span_and_its_first_article() -> None:
    profiles = [
        article(5, FERRY[0], days=0.5, source="Herald"),
        article(6, FERRY[1], days=0, source="Courier"),
        article(7, FERRY[2], days=1, source="Herald"),
    ]
    (story,) = group(profiles)
    assert story.sources == ("Courier", "Herald")
    assert (story.first, story.last) == (DAY, DAY + timedelta(days=1))
    assert story.id == f"{6:016x}"
    assert story.articles == (f"{6:016x}", f"{5:016x}", f"{7:016x}")


def test_the_newest_story_comes_first_and_undated_ones_last() -> None:
    old = article(0, FERRY[0], days=-9)
    new = article(1, BREAD[0])
    undated = article(2, "Astronomers in Chile mapped a comet with a green tail.", dated=False)
    assert [story.articles[0] for story in group([undated, old, new])] == [new.id, old.id, undated.id]


def test_a_reprint_is_no_independent_text() -> None:
    long = " ".join((*FERRY[:2], BREAD[0]))
    (story,) = group([article(0, long), article(1, long, days=0.2), article(2, f"{NEWS} {FERRY[2]} {BREAD[1]}")])
    assert story.independent == 2
    assert [(copy.article, copy.original) for copy in story.copies] == [(f"{1:016x}", f"{0:016x}")]


def look_alikes() -> list[Profile]:
    quake = "An earthquake shook the village of {place} {when}. The tremor damaged {many} houses, {who} of the "
    quake += "rescue service said. Families slept in tents while engineers checked cracks after the earthquake. {more}"
    here = [("Dunmore", "at dawn", "340", "Ines Okafor", "The chapel of Saint Brannoc and the Corrib bridge fell.")] * 6
    there = [("Tarvik", "at dusk", "75", "Jonas Lindqvist", "The Hallgrim dairy and the Skarn tunnel collapsed.")] * 6
    return [
        article(n, quake.format(place=p, when=w, many=m, who=who, more=more) + f" Report number {n}.", dated=False)
        for n, (p, w, m, who, more) in enumerate(here + there)
    ]


def test_look_alike_events_are_told_apart() -> None:
    assert members(group(look_alikes())) == {ids(*range(6)), ids(*range(6, 12))}


def test_look_alike_events_stay_one_story_if_a_person_says_so() -> None:
    assert members(group(look_alikes(), together=[ids(0, 11)])) == {ids(*range(12))}


def test_a_new_article_joins_the_story_that_is_nearest() -> None:
    known = [(one, "ferry" if n < 2 else "bread") for n, one in enumerate([*two_stories()[:2], *two_stories()[3:]])]
    assert place(article(50, FERRY[2]), known) == "ferry"
    assert place(article(51, BREAD[1] + " More on Friday."), known) == "bread"


def test_a_new_article_on_something_else_begins_a_story() -> None:
    known = [(one, "ferry") for one in two_stories()[:3]]
    assert place(article(50, "Astronomers in Chile mapped a comet with a green tail."), known) is None


def test_an_article_without_candidates_begins_a_story() -> None:
    assert place(article(0, FERRY[0]), []) is None


def test_an_article_is_no_candidate_of_its_own() -> None:
    one = article(0, FERRY[0])
    assert place(one, [(one, "itself")]) is None
