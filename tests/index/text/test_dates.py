"""Which days a date in the text means, for an article of Thursday, 30 October 2025."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.dates import dates

PUBLISHED = datetime(2025, 10, 30, 8, 0, tzinfo=UTC)


def found(text: str, published: datetime | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """The mentions as text, first day and last day."""
    return [
        (text[mention.start : mention.end], str(mention.first), str(mention.last)) for mention in dates(text, published)
    ]


@pytest.mark.parametrize(
    ("text", "mention", "first", "last"),
    [
        ("They met on Thursday.", "Thursday", "2025-10-30", "2025-10-30"),
        ("They met on Tuesday.", "Tuesday", "2025-10-28", "2025-10-28"),
        ("They met last Thursday.", "last Thursday", "2025-10-23", "2025-10-23"),
        ("They will meet on Tuesday.", "Tuesday", "2025-11-04", "2025-11-04"),
        ("He said on Tuesday he would go.", "Tuesday", "2025-10-28", "2025-10-28"),
        ("The Tuesday hearing would be the first.", "Tuesday", "2025-11-04", "2025-11-04"),
        ("They met Wednesday night.", "Wednesday night", "2025-10-29", "2025-10-29"),
        ("They met today.", "today", "2025-10-30", "2025-10-30"),
        ("They met last night.", "last night", "2025-10-29", "2025-10-29"),
        ("They met last week.", "last week", "2025-10-20", "2025-10-26"),
        ("They met earlier this week.", "earlier this week", "2025-10-27", "2025-10-30"),
        ("They will meet later this year.", "later this year", "2025-10-30", "2025-12-31"),
        ("They meet next month.", "next month", "2025-11-01", "2025-11-30"),
        ("They met in May.", "May", "2025-05-01", "2025-05-31"),
        ("They met in December.", "December", "2024-12-01", "2024-12-31"),
        ("He invited them to come in April.", "April", "2026-04-01", "2026-04-30"),
        ("They met on 30 October 2024.", "30 October 2024", "2024-10-30", "2024-10-30"),
        ("They met on Friday, October 31st, 2014.", "Friday, October 31st, 2014", "2014-10-31", "2014-10-31"),
        ("It was settled on Oct. 20 and could change.", "Oct. 20", "2025-10-20", "2025-10-20"),
        ("It could be settled on Oct. 20.", "Oct. 20", "2026-10-20", "2026-10-20"),
        ("They met on Oct. 7.", "Oct. 7", "2025-10-07", "2025-10-07"),
        ("They meet on 2 January.", "2 January", "2026-01-02", "2026-01-02"),
        ("They met in October 2019.", "October 2019", "2019-10-01", "2019-10-31"),
        ("They met in 2019.", "2019", "2019-01-01", "2019-12-31"),
        ("It was so in the 1990s.", "1990s", "1990-01-01", "1999-12-31"),
        ("They met on 2019-06-28.", "2019-06-28", "2019-06-28", "2019-06-28"),
        ("They met on 28/06/2019.", "28/06/2019", "2019-06-28", "2019-06-28"),
        ("Sales fell in the second quarter.", "second quarter", "2025-04-01", "2025-06-30"),
        ("Sales fell in Q4 2024.", "Q4 2024", "2024-10-01", "2024-12-31"),
        ("They met last summer.", "last summer", "2025-06-01", "2025-08-31"),
        ("They met in the winter of 2019.", "winter of 2019", "2019-12-01", "2020-02-29"),
        ("They met six years ago.", "six years ago", "2019-01-01", "2019-12-31"),
        ("They met two weeks ago.", "two weeks ago", "2025-10-13", "2025-10-19"),
        ("They met three hours ago.", "three hours ago", "2025-10-30", "2025-10-30"),
        ("They met a day ago.", "a day ago", "2025-10-29", "2025-10-29"),
        ("It is the first such talk in six years.", "six years", "2019-10-30", "2025-10-30"),
        ("They will buy it for the next three years.", "next three years", "2025-10-30", "2028-10-30"),
        ("It grew over the past 12 months.", "past 12 months", "2024-10-30", "2025-10-30"),
    ],
)
def test_a_date_covers_the_days_it_means(text: str, mention: str, first: str, last: str) -> None:
    assert found(text) == [(mention, first, last)]


@pytest.mark.parametrize("text", ["the 40 years since", "an 80-minute talk", "two decades later"])
def test_a_bare_duration_has_no_days(text: str) -> None:
    assert [days[1:] for days in found(text)] == [("None", "None")]


@pytest.mark.parametrize(
    "text", ["They met on Thursday.", "They met last week.", "They met on Oct. 7.", "Six days ago."]
)
def test_without_a_day_of_publication_only_full_dates_are_resolved(text: str) -> None:
    assert [days[1:] for days in found(text, None)] == [("None", "None")]
    assert found("On 7 October 2025.", None) == [("7 October 2025", "2025-10-07", "2025-10-07")]


@pytest.mark.parametrize(
    "text",
    [
        "You may march on.",
        "March on the capital.",
        "The fall was steep.",
        "It has 2019km to go.",
        "The A2019 is closed.",
        "Route 66 and 1,500 more.",
        "A second quart of milk.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "99999999999 years ago",
        "5000000 weeks ago",
        "999999999999999 hours ago",
        "the next 900000 centuries",
        "on 31/31/2019",
    ],
)
def test_what_lies_outside_the_calendar_is_not_resolved(text: str) -> None:
    assert all(days[1:] == ("None", "None") for days in found(text))


def test_the_day_is_that_of_the_publication_where_it_stands_near_midnight() -> None:
    late = datetime(2025, 12, 31, 23, 59, tzinfo=UTC)
    assert [mention.first for mention in dates("It was today.", late)] == [date(2025, 12, 31)]


@given(
    st.lists(
        st.sampled_from(
            [
                "last",
                "next",
                "May",
                "31",
                "30",
                "February",
                "2019",
                ",",
                "of",
                "Monday",
                "winter",
                "quarter",
                "second",
                "earlier",
                "this",
                "week",
                "years",
                "ago",
                "a",
                "to",
                "Q",
                "4",
                "-",
                "/",
            ]
        ),
        max_size=10,
    ),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_any_row_of_date_words_can_be_read_on_any_day(words: list[str], day: date) -> None:
    text = " ".join(words)
    published = datetime(day.year, day.month, day.day, tzinfo=UTC)
    for mention in dates(text, published):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.first is None or (mention.last is not None and mention.first <= mention.last)
