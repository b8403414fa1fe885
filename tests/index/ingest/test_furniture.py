from __future__ import annotations

import pytest

from index.ingest.furniture import is_furniture, is_tag_line, without_furniture

PROSE = [
    "The council voted on Monday to widen the north quay, and two of its members abstained.",
    "Work is to begin in May and to last until the end of next year, the clerk said.",
    "Fishermen fear that the noise will drive the herring out of the bay for good.",
]


@pytest.mark.parametrize(
    "line",
    [
        "Follow us:",
        "Advertisement",
        "Share this article",
        "Read more: Harbour budget passed",
        "ALSO READ | Harbour budget passed",
        "Sign up for our newsletter and get the day's top stories in your inbox",
        "Track the latest news live and get updates from around the coast on HarbourPost.example",
        "Did our AI summary help?",
        "Was this article helpful?",
        "Let us know.",
        "Switch To Night Mode",
        "Summary is AI-generated, newsroom-reviewed",
        "© 2026 Harbour Post. All rights reserved.",
        "Download our app for breaking news",
        "Follow Harbour Post on WhatsApp",
        "5 min read",
        "Image source: Getty Images",
        "* * *",
        "Related topics",
        "Comments",
    ],
)
def test_furniture_of_any_site(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        *PROSE,
        "Follow-up talks are planned for May.",
        "Share prices fell by a tenth.",
        "Read the law before you break it, the judge told him.",
        "“Follow us,” the pilot shouted, “and leave the boat.”",
        "Subscribers of the newspaper fell to 40,000 last year.",
        "What the harbour wants",
        "Tariffs and quays on the table",
        "Comments by the minister angered the fishermen.",
        "The app was taken off the market on Friday.",
        "Topics of the talks: fish, quays and tariffs, none of which was settled.",
    ],
)
def test_reporting_and_subheadings_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_a_summary_box_goes_with_its_bullets() -> None:
    box = ["Quick Read", "Summary is AI-generated", "- The quay is widened", "- Two abstained", "Did our summary help?"]
    assert without_furniture([*box, *PROSE]) == PROSE


def test_a_list_that_is_the_article_stays() -> None:
    listed = ["Key points", *(f"- {line}" for line in PROSE)]
    assert without_furniture(listed)[-3:] == listed[-3:]


def test_a_list_in_the_middle_stays() -> None:
    lines = [PROSE[0], "- the north quay", "- the south quay", PROSE[1]]
    assert without_furniture(lines) == lines


def test_a_standfirst_cut_out_of_the_article_goes() -> None:
    teaser = "Work is to begin in May and to last until the end of next year"
    assert without_furniture([teaser, *PROSE]) == PROSE


def test_a_standfirst_with_something_to_say_stays() -> None:
    standfirst = "Two of the members abstained from a vote that had been put off three times since last May"
    assert without_furniture([standfirst, *PROSE]) == [standfirst, *PROSE]


def test_the_line_of_topics_at_the_end_goes() -> None:
    assert without_furniture([*PROSE, "Follow us:", "North Quay, Harbour Council, Fishing"]) == PROSE


def test_sentences_with_commas_are_no_topics() -> None:
    assert is_tag_line("North Quay, Harbour Council, Fishing")
    assert not is_tag_line("Fish, quays and tariffs, none of which was settled.")
    assert not is_tag_line("Harbour Council, which met on Monday, said nothing at all of note, Fishing")
