"""Where sentences end, and that no character of a text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor left. | The council stayed.",
        "Mr. Okafor met Dr. Lindqvist on Tuesday. | They did not speak.",
        "Gov. J. B. Harlow signed it. | No one objected.",
        "The firm is based in the U.S. | It has no plants there.",
        "The U.S. Senate voted on it.",
        "He works for Brightwater Inc. and lives in Leeds.",
        "She joined Brightwater Inc. | The move was expected.",
        "The vote starts at 9 a.m. Monday in Dover. | It ends at 5 p.m. | The count follows.",
        "It opened on Jan. 14 at No. 5 Mill St. | The rest is closed.",
        "He asked for No. | She said yes.",
        "Prices rose 2.5 percent. | 3 million people noticed.",
        "The senator, of Salem, Mass., agreed. | Her rival is from Troy, N.Y. | Neither will run.",
        "“We are done.” | The minister left.",
        '"Is it over?" Mr. Brandt asked. | "It is." | He sat down.',
        "“Why now?” she asked. | “Because.”",
        "They use Yahoo! Mail at home. | What a choice! | Nobody minds.",
        "He waited … and waited. | Then he left...",
        "The plan (a good one.) | Everyone liked it.",
        "''It is over. '' | Const. Hale left. \" | Nobody stayed.",
        "It spread.[3] | A second wave came.[4][5] | Then nothing.",
        "They tried plan B. | It failed.",
        "Ask e.g. Smith or i.e. Jones vs. Brown et al. about it.",
        "Her iPhone rang. | iPhones ring often.",
        "The law passed.The court struck it down.".replace(".T", ".|T"),
        "In the post-Sept. 11 world, then-Gov. Harlow led.",
        "1. Open the door. | Then close it.",
        "The boss of Amazon.com spoke. | Node.js runs it.",
        "The lamp at the pier in Washington D.C. | Image: M. Hale.",
        "The pier at noon | Photo: The Courier. | It was calm.",
        "This is her image: a mess.",
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str) -> None:
    wanted = [part.strip() for part in text.split("|")]
    assert split(text.replace(" | ", " ").replace("|", "")) == wanted


def test_every_line_and_bullet_is_a_paragraph_of_its_own() -> None:
    text = "A heading without a stop\nThe first line. And more.\n- one item\n- another item\n\nLast • first • second"
    found = [(sentence.paragraph, part) for sentence, part in zip(sentences(text), split(text), strict=True)]
    assert found == [
        (0, "A heading without a stop"),
        (1, "The first line."),
        (1, "And more."),
        (2, "- one item"),
        (3, "- another item"),
        (4, "Last"),
        (5, "• first"),
        (6, "• second"),
    ]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The committee that was to report on the bridge over the river in\n"
        "Dunmore said that it would need another year, and that Governor\n"
        "Harlow had been told. He did not answer.\n"
    )
    assert [sentence.paragraph for sentence in sentences(text)] == [0, 0]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("他走了。她留下了！你呢？", 3),
        ("「行くの？」と彼は聞いた。答えはなかった。", 2),
        ("वह गया। वह रुकी।", 2),
        ("هل ذهب؟ نعم ذهب۔ انتهى.", 3),
        ("Он ушёл. Она осталась.", 2),
    ],
)
def test_other_scripts_have_their_own_stops(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_text_without_capitals_is_still_split() -> None:
    assert split("he left. she stayed. e.g. nothing happened.") == [
        "he left.",
        "she stayed.",
        "e.g. nothing happened.",
    ]


def test_text_in_capitals_is_still_split() -> None:
    assert split("MR. HALE LEFT THE U.S. THE PRESS STAYED.") == ["MR. HALE LEFT THE U.S.", "THE PRESS STAYED."]


def test_nothing_and_white_space_have_no_sentences() -> None:
    assert split("") == split(" \n\t\n ") == []


@pytest.mark.parametrize("piece", ["a", ".", '."', ". ", "\n", "? ) ", " •", ". . . ", "…”", "\u3002"])
def test_a_long_run_of_anything_takes_linear_time(piece: str) -> None:
    text = piece * 50_000
    covered = sum(sentence.end - sentence.start for sentence in sentences(text))
    assert covered >= len("".join(text.split()))


@given(st.text(alphabet=st.sampled_from("aAbB1 .!?…\n\"'”“()[]U.S。।•-"), max_size=80))
def test_sentences_cover_all_text_in_order_without_overlap(text: str) -> None:
    position = 0
    for sentence in sentences(text):
        assert sentence.start < sentence.end
        assert not text[position : sentence.start].strip()
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip()
        position = sentence.end
    assert not text[position:].strip()


@given(st.text(max_size=200))
def test_any_text_at_all_is_covered(text: str) -> None:
    kept = "".join(text[sentence.start : sentence.end] for sentence in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())
