from __future__ import annotations

from index.ingest import normalise, sources
from index.ingest.formats.text import draft, paragraphs
from index.model import Article

LEAD = "The harbour council voted on Monday to widen the north quay, ending a quarrel of eleven years."
REST = "Work is to begin in May and to last until the end of next year, the clerk said after the vote."
MORE = "Fishermen fear that the noise will drive the herring out of the bay, and with it their trade."


def article(*lines: str) -> Article:
    return normalise.article(draft("\n".join(lines)), sources.load())


def test_a_title_line_becomes_the_title() -> None:
    found = article("Quay To Be Widened After 11 Years", LEAD, REST)
    assert found.title == "Quay To Be Widened After 11 Years"
    assert found.text == f"{LEAD}\n\n{REST}"


def test_without_a_title_line_the_first_sentence_is_shortened() -> None:
    found = article(LEAD + " " + REST, REST)
    assert (
        found.title == "The harbour council voted on Monday to widen the north quay, ending a quarrel of eleven years"
    )
    assert found.text.startswith(LEAD)


def test_subheadings_stay_as_paragraphs() -> None:
    found = article("Quay To Be Widened", LEAD, "Work begins in May", REST, "What fishermen fear", MORE)
    assert found.text.split("\n\n") == [LEAD, "Work begins in May", REST, "What fishermen fear", MORE]


def test_a_copied_page_loses_its_furniture() -> None:
    found = article(
        "Quay To Be Widened After 11 Years",
        "Work is to begin in May and to last until the end of next year",
        "· Harbour PostShow",
        "Quick Read",
        "Summary is AI-generated, newsroom-reviewed",
        "- The quay is widened",
        "- Work begins in May",
        "- Fishermen are afraid",
        "Did our AI summary help?",
        "Let us know.",
        "Switch To Quiet Mode",
        LEAD,
        REST,
        "Work begins in May",
        MORE,
        "Track Latest News Live on HarbourPost.com and get news updates from the bay and around the coast",
        "Follow us:",
        "North Quay, Harbour Council, Herring Fishing",
    )
    assert found.text.split("\n\n") == [LEAD, REST, "Work begins in May", MORE]
    assert found.source == "harbourpost.com"


def test_byline_and_date_are_taken_from_the_head() -> None:
    found = article("Quay To Be Widened", "By Ada Moss and Ben Rill | Updated: March 2, 2026 14:30 IST", LEAD, REST)
    assert found.authors == ("Ada Moss", "Ben Rill")
    assert found.published is not None
    assert found.published.isoformat() == "2026-03-02T14:30:00+05:30"
    assert found.text == f"{LEAD}\n\n{REST}"


def test_header_lines_are_read() -> None:
    found = article(
        "Source: Bay Times", "Date: 2026-03-02", "URL: https://bay.example/quay", "Quay To Be Widened", LEAD, REST
    )
    assert (found.source, found.url, found.title) == ("Bay Times", "https://bay.example/quay", "Quay To Be Widened")
    assert found.published is not None


def test_the_address_may_be_pasted_above_or_below() -> None:
    url = "https://bay.example/quay"
    for lines in (("Quay To Be Widened", url, LEAD, REST), ("Quay To Be Widened", LEAD, REST, url)):
        found = article(*lines)
        assert (found.url, found.text, found.source) == (url, f"{LEAD}\n\n{REST}", "bay.example")


def test_an_agencys_dateline_names_the_source() -> None:
    found = article("Quay To Be Widened", f"NORTHPORT, March 2 (Reuters) - {LEAD}", REST)
    assert found.source == "Reuters"


def test_no_source_is_made_up() -> None:
    assert article("Quay To Be Widened", LEAD, REST).source == ""


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = "\n".join(
        [
            "The harbour council voted on Monday to widen the north quay, and so",
            "ended a quarrel of eleven years between two towns on the bay that",
            "had gone to three courts.",
            "",
            "Work is to begin in May and to last until the end of next year, the",
            "clerk said after the vote.",
        ]
    )
    first, second = paragraphs(wrapped)
    assert first.startswith("The harbour council") and first.endswith("three courts.")  # noqa: PT018
    assert second.endswith("the clerk said after the vote.")


def test_lines_that_are_not_wrapped_are_paragraphs() -> None:
    assert paragraphs(f"{LEAD} {REST}\n{MORE} {REST}") == [f"{LEAD} {REST}", f"{MORE} {REST}"]


def test_paragraphs_of_one_line_are_not_wrapped_lines() -> None:
    assert paragraphs("\n".join([LEAD, REST, MORE, LEAD])) == [LEAD, REST, MORE, LEAD]


def test_a_list_keeps_its_items() -> None:
    assert paragraphs("Agenda\n- the north quay\n- the south quay\n") == [
        "Agenda",
        "- the north quay",
        "- the south quay",
    ]


def test_one_line_is_a_text() -> None:
    assert article("Quay widened").text == "Quay widened"
