"""Who is reported to say what."""

from __future__ import annotations

import pytest

from index.model import Quotation
from index.text.names import names
from index.text.quotations import quotations
from index.text.sentences import sentences
from index.text.syntax import Syntax

HART = "Finance Minister Odile Hart spoke in Lenwick on Monday. "


def found(text: str) -> tuple[Quotation, ...]:
    split = sentences(text)
    return quotations(text, split, names(text, split))


def contents(text: str) -> list[str]:
    return [text[item.start : item.end] for item in found(text)]


def only(text: str) -> Quotation:
    (item,) = found(text)
    return item


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("“We will not sell the port,” Odile Hart said.", "We will not sell the port", "Odile Hart"),
        ("“We will not sell the port,” said Odile Hart.", "We will not sell the port", "Odile Hart"),
        ("Odile Hart said: “We will not sell the port.”", "We will not sell the port.", "Odile Hart"),
    ],
)
def test_direct_speech_in_each_order(text: str, content: str, speaker: str) -> None:
    item = only(text)
    assert (text[item.start : item.end], item.speaker, item.direct) == (content, speaker, True)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Odile Hart said that the port would stay open.", "the port would stay open"),
        ("Odile Hart said on Thursday that the port would stay open.", "the port would stay open"),
        ("Odile Hart told reporters the port would stay open.", "the port would stay open"),
        ("Odile Hart told the harbour board that the port would stay open.", "the port would stay open"),
        ("Odile Hart asked for 8 per cent in May.", "for 8 per cent in May"),
        ("Odile Hart asked not to be named in the log.", "not to be named in the log"),
        ("Odile Hart demanded 8 crowns and that the port must close.", "8 crowns and that the port must close"),
        ("The port is full, Odile Hart said on Friday evening.", "The port is full"),
        ("The port was full, Odile Hart said, a point she had made before.", "The port was full"),
        ("LENWICK, April 30 (Agency) – The port was full, Odile Hart said.", "The port was full"),
        ("The port – in May – was full, Odile Hart said.", "The port – in May – was full"),
        ("When night fell, the port was full, Odile Hart said.", "When night fell, the port was full"),
        ("The port would stay open, Odile Hart said on Thursday.", "The port would stay open"),
        ("The port would stay open, according to Odile Hart.", "The port would stay open"),
        ("According to Odile Hart, the port would stay open.", "the port would stay open"),
        ("Odile Hart, the minister of finance, said the port would stay open.", "the port would stay open"),
    ],
)
def test_indirect_speech_in_each_order(text: str, content: str) -> None:
    item = only(text)
    assert (text[item.start : item.end], item.speaker, item.direct) == (content, "Odile Hart", False)


def test_quoted_words_inside_indirect_speech_are_found_with_it() -> None:
    text = "Odile Hart said the talks were “a very good start” for both towns."
    whole, part = found(text)
    assert text[whole.start : whole.end] == "the talks were “a very good start” for both towns"
    assert text[part.start : part.end] == "a very good start"
    assert (whole.direct, part.direct) == (False, True)
    assert whole.cue_span == part.cue_span


@pytest.mark.parametrize(
    ("words", "content"),
    [
        (
            "It was late. A man beside me said, 'Well, we're here.'",
            "It was late. A man beside me said, 'Well, we're here.'",
        ),
        ("‘Go home,’ they told us", "‘Go home,’ they told us"),
        ("‘Go,’ they said, ‘and stay there’", "‘Go,’ they said, ‘and stay there’"),
        ("'We won't go home'", "We won't go home"),
    ],
)
def test_a_quotation_keeps_the_one_inside_whole(words: str, content: str) -> None:
    assert contents(f"“{words},” Odile Hart said.") == [content]


@pytest.mark.parametrize(
    "text",
    [
        "She floated free on Sunday, according to Brannoc Line, her operator.",
        "She floated free on Sunday, according to Brannoc Line, which owns two more.",
        "She floated free on Sunday, according to Hale, who was aboard.",
        "According to Hale, the master of the lifeboat, she floated free on Sunday.",
        "According to Hale, who was aboard, she floated free on Sunday.",
        "She floated free on Sunday, according to Hale, who named one fault, a worn door.",
    ],
)
def test_what_is_added_to_a_source_is_not_quoted(text: str) -> None:
    assert [content.lower() for content in contents(text)] == ["she floated free on sunday"]


def test_what_goes_on_after_a_source_is_quoted() -> None:
    text = "She floated free, according to Brannoc Line, because the tide rose."
    assert contents(text) == ["She floated free", "because the tide rose"]
    assert contents("According to Hale, the tide rose at noon.") == ["the tide rose at noon"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Sailors who say that the log is false are few.", "Sailors"),
        ("He praised the pilots, who said that the fog was thick.", "pilots"),
        ("It named the letter which said that the fog was thick.", "letter"),
    ],
)
def test_a_relative_pronoun_is_no_part_of_a_speaker(text: str, speaker: str) -> None:
    assert [item.speaker for item in found(text) if item.cue in {"say", "said"}] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Divers found two breaches in the hull.",
        "Divers had found the wreck when the storm came.",
        "The keepers agree on most things.",
        "The keepers agreed with the master.",
        "Odile Hart has read the log and the letters.",
        "Anyone may read it.",
        "Odile Hart would answer the inspectors first.",
        "The film showed no light for ten nights.",
        "The move aimed at the weavers.",
        "What the keepers say stands alone in the log.",
        "What Odile Hart said is new to us.",
        "The keepers did not respond to any of the letters.",
        "The sweepings could add fuel to the fire.",
        "The keepers felt tired of the fog.",
        "The guild supports the new lamp.",
        "A band calling itself Lantern left the hall.",
        "The lamp, a law opposed by many, went out.",
        "The east was calm compared with the west.",
        "The university says so in its contract.",
        "The number written on the lamp was torn.",
        "Odile Hart gave crowns to a charity called “Lamps for Life”.",
        "Odile Hart took repeated steps that kept her ashore.",
        "On April 6, 2007, said Brandt’s rival too little.",
    ],
)
def test_an_act_without_a_clause_says_nothing(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was called a fraud by Odile Hart.", [("Odile Hart", "a fraud")]),
        ("The mayor was criticised by Odile Hart for his plan.", [("Odile Hart", "for his plan")]),
        ("The board was told by Odile Hart that the dam was safe.", [("Odile Hart", "the dam was safe")]),
        ("The story is told by three or more outlets.", []),
        ("The plan was proposed by the firm that will run the mine.", []),
        ("A week will not be added, but exams were moved by a week.", []),
        ("The pumps are said to have cut bills in a trial run by the college.", []),
    ],
)
def test_a_passive_quotes_whoever_is_named_after_by(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(item.speaker, text[item.start : item.end]) for item in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Divers found that the hull had two breaches.", "the hull had two breaches"),
        ("Divers found the hull was broken.", "the hull was broken"),
        ("Divers found they could not go on.", "they could not go on"),
        ("The film showed how the light went out.", "how the light went out"),
        ("The keepers agreed to relight the lamp.", "to relight the lamp"),
        ("The keepers agreed that the lamp must be lit.", "the lamp must be lit"),
        ("Odile Hart read: “Told of a broken lamp.”", "Told of a broken lamp."),
    ],
)
def test_a_finding_with_a_clause_says_it(text: str, content: str) -> None:
    assert contents(text) == [content]


def test_what_someone_was_asked_is_not_what_they_said() -> None:
    text = "Asked on the quay whether he would stay, Milo Brandt said, “I have a better berth.”"
    assert [(item.speaker, text[item.start : item.end]) for item in found(text) if item.cue == "said"] == [
        ("Milo Brandt", "I have a better berth.")
    ]


def test_the_subject_of_a_clause_in_a_clause_stands_by_itself() -> None:
    text = "Odile Hart said Brandt argued that the dam was safe."
    assert [item.speaker for item in found(text)] == ["Odile Hart", "Brandt"]


def test_a_cue_in_the_middle_leaves_content_on_both_sides() -> None:
    text = "The port, Odile Hart said, would stay open."
    assert contents(text) == ["The port", "would stay open"]
    assert len({item.cue_span for item in found(text)}) == 1


def test_a_pronoun_is_the_person_who_spoke_last() -> None:
    text = HART + "Odile Hart said the tax would fall. She added that fares would rise."
    assert [item.speaker for item in found(text)] == ["Odile Hart", "Odile Hart"]


def test_a_pronoun_is_whoever_opened_a_later_sentence() -> None:
    text = "“It is late,” Mary Hart said. John Brandt runs the port in Lenwick. He said it would grow."
    assert found(text)[-1].speaker == "John Brandt"


def test_who_is_told_is_not_the_speaker() -> None:
    text = "Another man, not seen on camera, then told Mary Hart, “We are leaving.”"
    assert found(text)[-1].speaker != "Mary Hart"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The company praised its crew, who it said had “kept to the rules”.", "company"),
        ("Brannoc Line denied that it had paid. It said the debt was old.", "Brannoc Line"),
        ("Odile Hart said that the hull was sound. It says little.", ""),
        ("A spokesman for the mine said that it was safe. It says little.", ""),
        ("The keepers warned that the fog was thick. It says little.", ""),
    ],
)
def test_it_is_the_body_that_spoke_before(text: str, speaker: str) -> None:
    assert found(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Odile Hart agreed, saying the toll must fall.", "Odile Hart"),
        ("Minister Odile Hart looked back on ten years, noting that tolls had risen.", "Odile Hart"),
        ("The keepers left the hall, warning that the fog was thick.", "keepers"),
        ("After the storm the hall emptied, adding that it was late.", ""),
    ],
)
def test_a_participle_speaks_for_the_subject_of_its_sentence(text: str, speaker: str) -> None:
    assert found(text)[-1].speaker == speaker


def test_the_subject_of_a_participle_is_a_pronoun_without_its_adverb() -> None:
    text = HART + "She repeatedly left the hall, asking why the log was torn."
    assert found(text)[-1].speaker == "Odile Hart"


def test_she_is_no_man() -> None:
    text = "Mary Hart spoke first. Peter Brandt said that it was late. She added that it rained. He’s told us that too."
    assert [item.speaker for item in found(text)][:2] == ["Peter Brandt", "Mary Hart"]


def test_a_last_name_alone_is_the_person_named_first() -> None:
    text = HART + "Her brother, Maximilian Hart, spoke too. Hart said the vote was fair."
    assert found(text)[-1].speaker == "Odile Hart"


def test_a_pronoun_is_never_a_country() -> None:
    text = "Mary Hart met the traders. France agreed to lift the ban. She said prices would fall."
    assert found(text)[-1].speaker == "Mary Hart"


def test_a_role_stands_for_the_speaker_where_nobody_is_named() -> None:
    assert only("The officials said that the dam was safe.").speaker == "officials"


def test_a_name_that_only_qualifies_a_role_is_not_the_speaker() -> None:
    assert only("Supporters of Odile Hart said that the vote was fair.").speaker == "Supporters of Odile Hart"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Odile Hart’s aides said that the vote was fair.", "Odile Hart’s aides"),
        ("The Hart campaign said that the vote was fair.", "Hart campaign"),
        ("White House officials said on Monday that the vote was fair.", "White House officials"),
        ("Senior officials Thursday said that the vote was fair.", "Senior officials"),
        ("Odile Hart last week said that the vote was fair.", "Odile Hart"),
        ("Odile Hart herself said that the vote was fair.", "Odile Hart"),
        ("Sen. Odile Hart, R-Fla., speaking in May, said that the vote was fair.", "Odile Hart"),
        ("Odile Hart Jr. said that the vote was fair.", "Odile Hart"),
        ("Mr. Prentis met us. Prentis’ aides said that the vote was fair.", "Prentis’ aides"),
        ("The votes did not sway Hart. Votes didn’t sway Odile Hart, who said that the vote was fair.", "Odile Hart"),
        ("Its director, Dr Milo Brandt, said that the vote was fair.", "Milo Brandt"),
        ("The guild, which Milo Brandt led, said that the vote was fair.", "guild"),
        ("Odile Hart and Mayor Milo Brandt said that the vote was fair.", "Odile Hart and Milo Brandt"),
    ],
)
def test_a_name_speaks_by_itself_or_with_another_but_not_for_its_company(text: str, speaker: str) -> None:
    assert found(HART + text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Prosecutors said that the log was false. They asked for ten years.", "Prosecutors"),
        (
            "Two people with knowledge of the log said it was torn. They added that it was late.",
            "Two people with knowledge of the log",
        ),
        ("Prosecutors said that the log was false.\n\nThey added that it was torn.", "Prosecutors"),
        ("Odile Hart and Mr. Brandt said it was late. They added that it rained.", "Odile Hart and Brandt"),
        ("The mayor said that it was late. They added that it rained.", ""),
        ("Prosecutors said that it was late." + " The hall was cold and full." * 12 + " They said little was new.", ""),
    ],
)
def test_they_are_those_who_spoke_before(text: str, speaker: str) -> None:
    assert found(HART + text)[-1].speaker == speaker


def test_a_relative_clause_speaks_for_its_antecedent() -> None:
    text = "The march was led by Odile Hart, who said the law must go."
    assert only(text).speaker == "Odile Hart"


def test_a_quotation_without_a_cue_goes_on_with_the_same_speaker() -> None:
    text = "“The port is ours,” Odile Hart said. “We will keep it open.”"
    first, second = found(text)
    assert (second.speaker, second.cue_span) == ("Odile Hart", first.cue_span)


def test_a_quotation_runs_on_over_paragraphs() -> None:
    text = "“The port is ours,” Odile Hart said. “We built it.\n\n“Nobody will take it from us.”"
    assert {item.speaker for item in found(text)} == {"Odile Hart"}
    assert contents(text)[-1] == "Nobody will take it from us."


def test_each_of_two_speakers_in_a_sentence_keeps_their_own_words() -> None:
    text = "Odile Hart called the plan “a trick,” while Milo Brandt said it would save the town."
    by_speaker = {item.speaker: text[item.start : item.end] for item in found(text) if not item.direct}
    assert by_speaker["Milo Brandt"] == "it would save the town"
    assert by_speaker["Odile Hart"].startswith("the plan")
    assert "save the town" not in by_speaker["Odile Hart"]


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("said", "neutral"),
        ("claimed", "claim"),
        ("admitted", "admit"),
        ("denied", "deny"),
        ("promised", "promise"),
        ("warned", "warn"),
        ("alleged", "accuse"),
        ("asked", "ask"),
    ],
)
def test_the_stance_follows_the_cue(verb: str, stance: str) -> None:
    item = only(f"Odile Hart {verb} that the money was gone.")
    assert (item.cue, item.stance) == (verb, stance)


@pytest.mark.parametrize(
    "text",
    [
        "The claims were settled out of court last year.",
        "The report was long and dull.",
        "The two sides failed to agree.",
        "He lives in the so-called old town.",
        "The “old town” is a ruin.",
        "The United States is a member.",
    ],
)
def test_nouns_and_names_in_marks_are_no_quotations(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Der Minister sagte am Dienstag: „Wir senken die Steuern.“", "Wir senken die Steuern."),
        ("Le ministre a répondu : « Nous partons. »", "Nous partons."),
        ("部长说：「会议很成功。」", "会议很成功。"),
    ],
)
def test_marks_of_other_languages_are_quotations(text: str, content: str) -> None:
    item = only(text)
    assert (text[item.start : item.end], item.direct) == (content, True)


@pytest.mark.parametrize("text", ["", "word", " \n\n ", "“", '"' * 501, "said " * 300, "“ ” , said"])
def test_odd_text_is_read_without_an_error(text: str) -> None:
    assert all(0 <= item.start < item.end <= len(text) for item in found(text))


def test_work_grows_in_step_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    plain = Syntax.group

    def counted(self: Syntax, verb: int) -> int:
        nonlocal looked
        looked += 1
        return plain(self, verb)

    monkeypatch.setattr(Syntax, "group", counted)
    clause = "the minister said that officials told reporters the tariffs would rise and "
    counts = []
    for times in (200, 800):
        looked = 0
        found(clause * times)
        counts.append(looked)
    assert counts[1] < counts[0] * 5


_HALE = "Benjamin Hale was on Channel Nine's “Meet the Guild” and urged Peter Brandt to act. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (_HALE + "“Peter Brandt has said that he will act,” he said on the show.", "Benjamin Hale"),
        ("“It is late,” the keeper said Tuesday, according to the reporter Peter Brandt.", "keeper"),
        ("“I was shocked,” Senator Odile Hart, Republican of Ohio, said of Mr. Brandt’s speech.", "Odile Hart"),
        ("Odile Hart, the founder of Lamps for Life, a lighting charity, said now “it is too late”.", "Odile Hart"),
        ("Odile Hart, 43, chief executive of the guild, said that “it is late”.", "Odile Hart"),
        ("On May 26, 2009, The Lenwick Post, a paper of the coast, said that “it is late”.", "Lenwick Post"),
        ("One candidate, Peter Brandt, the mayor of Lenwick, who is ill, said “it is too late”.", "Peter Brandt"),
        ("“It is late,” tweeted former Housing and Urban Planning Secretary Julio Casas.", "Julio Casas"),
        ("“It is late,” wrote Odile Hart, a professor who often writes about lamps.", "Odile Hart"),
        ("It was a call from Sen. Odile Hart of Minnesota, who tweeted that “it is late”.", "Odile Hart"),
        ("The president over the weekend had tweeted that “it is late”.", "president"),
        ("“It is late,” said the lawyers Rudy Hart and Jay Brandt.", "Rudy Hart and Jay Brandt"),
        ("A spokeswoman for Speaker Peter Brandt said that “it is late”.", "spokeswoman for Speaker Peter Brandt"),
        ("On “The Late Lamp,” Mayor Odile Hart said the hall is closed.", "Odile Hart"),
    ],
)
def test_words_are_nobody_elses(text: str, speaker: str) -> None:
    assert found(text)[-1].speaker == speaker


def test_the_apostrophe_of_an_irish_name_does_not_part_it() -> None:
    text = "Beto O’Rourke spoke. Mr. O'Rourke said that it is late. Mr. Rourke said that it is early."
    assert {quotation.speaker for quotation in found(text)} == {"Beto O’Rourke"}
