from __future__ import annotations

from datetime import UTC, datetime

import pytest

from index.compare.differences.cells import EQUAL, RELATED, SAME, Checks, differences, distinct
from index.compare.passages import Subject
from index.model import Article, Difference, Span
from index.text.analysis import analyse

MONDAY = datetime(2025, 3, 3, 12, tzinfo=UTC)


def found(
    first: str, second: str, *, days: tuple[datetime, datetime] | None = None, checks: Checks = EQUAL, rest: str = ""
) -> tuple[Difference, ...]:
    """The differences between two statements; `rest` is further text of the second article."""
    published = days or (None, None)
    texts = (first, f"{second}\n\n{rest}" if rest else second)
    subjects = [
        Subject(analyse(Article("0" * 16, "", text, "", published=day)), 100)
        for text, day in zip(texts, published, strict=True)
    ]
    sizes = (len(first), len(second))
    passages = [
        subject.passage([n for n, sentence in enumerate(subject.sentences) if sentence.end <= size])
        for subject, size in zip(subjects, sizes, strict=True)
    ]
    return differences(passages, subjects, checks)


def subject(text: str) -> Subject:
    return Subject(analyse(Article("0" * 16, "", text, "")), 100)


def kinds(first: str, second: str, **more: str) -> list[str]:
    return [difference.kind for difference in found(first, second, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bridge cost 30 million euros to build.", "Building the bridge cost 45 million euros."),
        ("The tunnel is 12 miles long and 9 metres wide.", "The tunnel is 12 kilometres long and 9 metres wide."),
        ("The grant is worth $4 million to the school.", "The grant to the school is worth $4 billion."),
        ("The fine for the bakery was $900.", "The bakery's fine was €900."),
        ("The reactor ran for seven years without a fault.", "Without a fault, the reactor ran for nine years."),
        ("Baker Anton Reuss, 44, won the regional prize.", "Anton Reuss, 61, a baker, won the regional prize."),
        ("Sales of bicycles rose 12 percent in Ghent.", "In Ghent, sales of bicycles fell 12 percent."),
        ("At least 20 wardens guard the gallery at night.", "At least 50 wardens guard the gallery at night."),
    ],
)
def test_figures_that_exclude_each_other_differ(first: str, second: str) -> None:
    assert kinds(first, second) == ["number"]
    assert kinds(second, first) == ["number"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The pipeline is 100 miles long.", "The pipeline is 161 kilometres long."),
        ("The firm has 1,247 drivers in the city.", "The firm has about 1,200 drivers in the city."),
        ("The stadium cost $12.4 million to repair.", "The stadium cost $12 million to repair."),
        ("More than 20 wardens guard the gallery.", "Some 24 wardens guard the gallery."),
        ("The parcel weighs 2 kilograms.", "The parcel weighs 2,000 grams."),
        ("Three of the five judges agreed on the prize.", "The prize was agreed on by three judges out of five."),
        ("The choir has 40 singers.", "The choir, founded in 1980, gave two concerts."),
        ("One study links tea to sleep.", "Two studies link tea to sleep."),
    ],
)
def test_figures_that_can_both_be_true_do_not(first: str, second: str) -> None:
    assert kinds(first, second) == []
    assert kinds(second, first) == []


def test_a_toll_that_rose_since_is_no_difference() -> None:
    early, late = "The storm killed 12 people in Porto.", "The storm killed 19 people in Porto."
    assert found(early, late, days=(MONDAY, MONDAY.replace(day=4))) == ()
    assert len(found(late, early, days=(MONDAY, MONDAY.replace(day=4)))) == 1


def test_figures_of_related_passages_need_much_in_common() -> None:
    first = "The judge read the 35-word oath at noon on the steps of the old library."
    second = "On the steps of the old library the judge read the 38-word oath."
    assert [difference.kind for difference in found(first, second, checks=RELATED)] == ["number"]
    other = "The museum counted 380 words on the scroll."
    assert found(first, other, checks=RELATED) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The choir sang in the square on Tuesday.", "On Friday the choir sang in the square."),
        ("The law takes effect on March 3.", "The law takes effect on May 3."),
        ("The mill burned down in 1987.", "The mill burned down in 1993."),
        ("The archive reopens on June 4.", "The archive reopens on June 9."),
    ],
)
def test_dates_that_exclude_each_other_differ(first: str, second: str) -> None:
    assert kinds(first, second) == ["date"]


def test_dates_are_resolved_before_they_are_compared() -> None:
    days = (MONDAY, MONDAY.replace(day=4))
    assert found("The mill burned down today.", "The mill burned down on Monday.", days=days) == ()
    assert found("The mill burned down on Friday.", "The mill burned down on Monday.", days=days) != ()
    assert found("The fair is on Tuesday, March 4.", "The fair is on Tuesday, March 11.", days=days) != ()


def test_weekdays_that_differ_by_a_time_zone_do_not() -> None:
    days = (MONDAY, MONDAY)
    assert found("The leaders met on Thursday in Suva.", "The leaders met on Wednesday in Suva.", days=days) == ()


def test_the_day_of_a_statement_is_not_the_day_of_the_event() -> None:
    assert kinds("Fire closed the depot, police said Monday.", "Fire closed the depot on Thursday.") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The court freed the smuggler in Belgium.", "The court freed the smuggler in Portugal."),
        ("The spokesman, Peter Harwood, denied the report.", "The spokesman, James Colby, denied the report."),
    ],
)
def test_other_names_in_the_same_place_differ(first: str, second: str) -> None:
    assert kinds(first, second) == ["name"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Aid reached the village in Britain.", "Aid reached the village in the United Kingdom."),
        ("The envoy, Peter Harwood, flew home.", "The envoy, Harwood, flew home."),
        ("The envoy met Sergei Ivanov in the palace.", "The envoy met Sergey Ivanov in the palace."),
        ("The fire broke out in Lyon.", "The fire broke out in France."),
    ],
)
def test_other_forms_of_a_name_do_not(first: str, second: str) -> None:
    assert kinds(first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The minister will attend the opening.", "The minister will not attend the opening."),
        ("The airline can't refund the tickets.", "The airline can refund the tickets."),
        ("The vaccine was never tested on children.", "The vaccine was tested on children."),
    ],
)
def test_a_denial_of_what_the_other_says_differs(first: str, second: str) -> None:
    assert kinds(first, second) == ["negation"]
    assert kinds(second, first) == ["negation"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The minister did not attend the opening.", "The minister failed to attend the opening."),
        ("The plant is not only loud but also dirty.", "The plant is loud and dirty."),
        ("The board did not approve the merger.", "The board refused to approve the merger."),
        ("The bridge is not safe.", "The bridge is unsafe."),
        ("The bridge is not safe for lorries.", "The bridge isn't safe for lorries."),
        ("The barge will not charge the pupils for the trip.", "The barge takes pupils free of charge on the trip."),
        ("The grain in the barn will last three weeks.", "The grain in the barn will last not quite three weeks."),
    ],
)
def test_a_paraphrase_of_a_denial_does_not(first: str, second: str) -> None:
    assert kinds(first, second) == []


def test_names_are_compared_only_where_the_words_are_nearly_the_same() -> None:
    first, second = "The court freed the smuggler in Belgium.", "The court freed the smuggler in Portugal."
    assert found(first, second, checks=SAME) == ()


def test_a_flat_assertion_of_what_the_other_hedges_differs() -> None:
    first = "The clerk allegedly forged the signature on the museum's lease."
    second = "The clerk forged the signature on the museum's lease."
    assert kinds(first, second) == ["attribution"]
    assert kinds(second, first) == ["attribution"]


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("The bridge cost 30 million.", "The bridge cost 45 million.", ("30 million", "45 million")),
        ("The choir sang on Tuesday.", "The choir sang on Friday.", ("Tuesday", "Friday")),
        ("The court sat in Belgium.", "The court sat in Portugal.", ("Belgium", "Portugal")),
        ("The mayor did not attend.", "The mayor did attend.", ("not", "attend")),
        ("The clerk allegedly forged the old lease.", "The clerk forged the old lease.", ("allegedly", "forged")),
    ],
)
def test_a_difference_shows_the_words_of_either_side_where_they_stand(
    first: str, second: str, values: tuple[str, str]
) -> None:
    subjects = [subject(f"It rained.\n\n{first}"), subject(second)]
    passages = [subjects[0].passage([1]), subjects[1].passage([0])]
    (one,) = differences(passages, subjects)
    (turned,) = differences(passages[::-1], subjects[::-1])
    shown = tuple(each.text[span.start : span.end] for each, span in zip(subjects, one.spans, strict=True) if span)
    assert one.values == shown == values
    assert (turned.values, turned.spans) == (one.values[::-1], one.spans[::-1])


def test_one_difference_between_several_is_told_once_with_the_words_of_each() -> None:
    figures = (30, 45, 45)
    subjects = [subject(f"The bridge cost {figure} million euros to build.") for figure in figures]
    silent = subject("Nothing more is known.")
    passages = [*(each.passage([0]) for each in subjects), None]
    (one,) = differences(passages, [*subjects, silent])
    assert [text[:2] for text in one.values] == ["30", "45", "45", ""]
    assert one.spans[3] is None


def test_two_hedges_do_not_differ() -> None:
    first = "The clerk allegedly forged the signature on the museum's lease."
    second = "The clerk forged the signature on the museum's lease, police said."
    assert kinds(first, second) == []


def test_a_value_anywhere_in_the_other_article_settles_it() -> None:
    first, second = "The bridge cost 30 million euros to build.", "Building the bridge cost 45 million euros."
    assert kinds(first, second, rest="The ministry had planned for 30 million euros.") == []


def test_the_same_text_never_differs() -> None:
    text = "On Tuesday, Peter Harwood of Belgium did not pay the alleged debt of 300 euros."
    assert found(text, text) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The ship sailed from Hull at 9:25 in the morning.", "The ship sailed from Hull at 10:25 in the morning."),
        ("The ferry left the harbour at 7.40 a.m. on Monday.", "The ferry left the harbour at 9 a.m. on Monday."),
    ],
)
def test_times_of_day_too_far_apart_differ(first: str, second: str) -> None:
    assert kinds(first, second) == ["date"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The ferry left the harbour at 7.40 a.m.", "The ferry left the harbour at about 7.45 a.m."),
        ("Crews came to the burning mill at 8:30 p.m.", "Crews came to the burning mill shortly after 8 p.m."),
        ("The quake shook the island at 1:53 p.m.", "The quake shook the island at 13:53."),
        ("The quake shook the island at 13:53 GMT.", "The quake shook the island at 5:23 p.m. local time."),
        ("The match ended 9:25 for the guests.", "The match ended 10:25 for the guests."),
    ],
)
def test_times_that_may_be_one_do_not_differ(first: str, second: str) -> None:
    assert "date" not in kinds(first, second)


def test_a_time_that_the_other_article_has_elsewhere_is_no_difference() -> None:
    first, second = "The ferry left the harbour at 7.40 a.m.", "The ferry left the harbour at 9.10 a.m."
    assert not found(first, second, rest="She had been due to leave at 7.40 a.m.")


def test_opposites_in_one_place_differ() -> None:
    first = "The victim was listed in stable condition at the hospital."
    second = "The victim was listed in critical condition at the hospital."
    (difference,) = found(first, second)
    assert (difference.kind, difference.values) == ("negation", ("stable", "critical"))


def test_opposites_that_turn_one_figure_round_differ() -> None:
    first, second = "Unemployment rose to 5.2 percent in May.", "Unemployment fell to 5.2 percent in May."
    assert [difference.values for difference in found(first, second)] == [("rose", "fell")]
    first, second = "The mill made a profit of 3 million.", "The mill made a loss of 3 million."
    assert [difference.values for difference in found(first, second)] == [("profit", "loss")]


@pytest.mark.parametrize(
    "second",
    [
        "Exports from the mill rose sharply, and imports fell sharply.",
        "Exports from the mill did not fall sharply.",
        "Exports from the mill fell by 4 per cent.",
        "Imports of the dairy fell.",
    ],
)
def test_opposites_said_of_other_things_or_denied_do_not_differ(second: str) -> None:
    first = "Exports from the mill rose sharply."
    assert not any({"rose", "fell", "fall"} & set(difference.values) for difference in found(first, second))


def test_a_difference_that_two_rows_show_counts_once_and_the_fullest_tells_all() -> None:
    mine, theirs, third = Span(0, 5), Span(3, 8), Span(9, 12)
    part = Difference("number", ("5 ships", "6 ships", ""), (mine, theirs, None))
    full = Difference("number", ("5 ships", "6 ships", "5"), (mine, theirs, third))
    other = Difference("date", ("Monday", "Sunday", ""), (mine, theirs, None))
    assert distinct([part, full, part, other]) == [full, other]
    assert distinct([]) == []
