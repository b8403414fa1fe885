"""The figures table, the quotation table and the wording of a comparison."""

from __future__ import annotations

from index.compare.comparison import compare
from index.model import Article, Comparison
from index.text.analysis import analyse


def compared(*texts: str, titles: tuple[str, ...] = ("", "", "")) -> Comparison:
    given = [Article("abc"[n] * 16, titles[n], text, "S") for n, text in enumerate(texts)]
    return compare([analyse(article) for article in given])


def test_a_figure_that_both_give_is_the_same_in_any_unit() -> None:
    comparison = compared("The trail is 100 kilometres long.", "Hikers follow a path of 62.1 miles.")
    (figure,) = comparison.figures
    assert figure.status == "same"
    assert None not in figure.cells


def test_a_figure_of_one_article_is_only_there() -> None:
    (figure,) = compared("The trail is 100 kilometres long.", "Hikers follow a path.").figures
    assert (figure.status, figure.cells[1]) == ("only", None)


def test_differing_figures_come_first() -> None:
    comparison = compared(
        "The hut has 80 beds. The trail to the hut by the lake is 100 kilometres long.",
        "The trail to the hut by the lake is 140 kilometres long. The hut has 80 beds.",
    )
    assert [figure.status for figure in comparison.figures] == ["differs", "same"]


def test_a_figure_said_twice_is_listed_once() -> None:
    assert len(compared("It has 80 beds. All 80 beds were taken.", "Nobody came.").figures) == 1


def test_a_figure_that_differs_is_not_listed_again() -> None:
    first = "The trail to the hut by the lake is 14 kilometres long. All 14 kilometres are steep."
    second = "The trail to the hut by the lake is 19 kilometres long."
    assert [figure.status for figure in compared(first, second).figures] == ["differs"]


def test_a_figure_is_labelled_with_what_is_counted_or_with_the_words_around_it() -> None:
    text = (
        "All 48 goats and 7 kids were saved. Rolf Aas, 31, sold 12 tonnes of plums and at least 25 tonnes more. "
        "The crossing to Lindholm took forty minutes. The well, nine metres deep, held. He paid $400 for a rope. "
        "A year earlier $6,200 went missing within six days. The tale is about four fifths true."
    )
    labels = {text[q.start : q.end]: f.label for f in compared(text, "").figures for q in f.cells if q}
    assert labels == {
        "48 goats": "goats",
        "7 kids": "kids",
        "31": "Rolf Aas …",
        "12 tonnes": "plums",
        "at least 25 tonnes": "plums",
        "forty minutes": "crossing to Lindholm took …",
        "nine metres": "well …",
        "$400": "paid … for a rope",
        "$6,200": "year earlier … went missing within six",
        "within six days": "$6,200 went missing …",
        "about four fifths": "tale is … true",
    }


def test_what_is_more_than_a_figure_is_not_what_falls_short_of_it() -> None:
    over, under = "The canal earns over 100 million dollars.", "The canal earns nearly 100 million dollars."
    assert [figure.status for figure in compared(over, under).figures] == ["only", "only"]
    assert [figure.status for figure in compared(over, over).figures] == ["same"]
    assert [figure.status for figure in compared(under, "The canal earns 100 million dollars.").figures] == ["same"]


def test_times_of_day_and_numbers_in_names_are_no_figures() -> None:
    times = "The siren went at approximately 06 : 30 and again at about 09. A KX 47 tractor came. It drew 14 sledges."
    assert [figure.label for figure in compared(times, "Snow fell.").figures] == ["sledges"]


def test_a_figure_of_which_nothing_can_be_said_is_left_out() -> None:
    assert compared("About 12.", "Snow fell.").figures == ()


def test_hours_and_minutes_are_one_figure() -> None:
    comparison = compared(
        "The concert lasted two hours and fifty minutes.", "The concert lasted just under three hours."
    )
    (figure,) = comparison.figures
    assert (figure.status, figure.label) == ("same", "concert lasted …")
    assert figure.cells[0] is not None
    assert figure.cells[0].low == 170


def test_equal_figures_of_different_things_are_no_shared_figure() -> None:
    first = "The abbot has kept bees for ten years. Pupils are limited to 26 pots of paint."
    second = "The drought of ten years ended. Last week the nuns sold 24 pots of honey."
    assert {figure.status for figure in compared(first, second).figures} == {"only"}


def test_a_toll_is_listed_however_small_and_what_a_correction_takes_back_is_not() -> None:
    first = "Two people died when the mill burned. Correction: An earlier version said that three people had died."
    (figure,) = compared(first, "The mill burned in the night, and nobody knows why.").figures
    assert figure.cells[0] is not None
    assert figure.cells[0].low == 2


def test_a_quotation_of_both_is_one_row_and_marked_where_cut() -> None:
    whole = "“We will rebuild the mill before winter and we will do it with local stone,” said Nora Quist."
    part = "Nora Quist said: “We will rebuild the mill before winter.”"
    (quoted,) = compared(whole, part).quotations
    assert quoted.speaker == "Nora Quist"
    assert None not in quoted.cells
    assert quoted.cut


def test_quotations_that_share_only_little_words_are_no_cut_one() -> None:
    first = "“There is a recipe that says the cook must ask us first, and we have asked them,” said Nora Quist."
    second = "“I have looked for the spoon in the recipe and there is a plan to have one,” said Tom Hale."
    assert not any(quoted.cut for quoted in compared(first, second).quotations)
    assert len(compared(first, second).quotations) == 2


def test_other_quotations_have_rows_of_their_own() -> None:
    first = "“We will rebuild the mill before winter,” said Nora Quist."
    second = "“Nobody asked the farmers about their wheat,” said Tom Hale."
    comparison = compared(first, second)
    assert [quoted.speaker for quoted in comparison.quotations] == ["Nora Quist", "Tom Hale"]
    assert not any(quoted.cut for quoted in comparison.quotations)


def test_words_of_two_speakers_are_two_statements_however_alike() -> None:
    first = "“We cannot close the mill school by decree,” said Nora Quist."
    second = "“We will close the mill school by decree in May,” said Tom Hale."
    assert [quoted.speaker for quoted in compared(first, second).quotations] == ["Nora Quist", "Tom Hale"]


def test_the_same_words_given_to_two_speakers_are_one_statement_with_both() -> None:
    words = "“We will rebuild the mill before winter with our own stone,” said "
    (quoted,) = compared(f"{words}Nora Quist.", f"{words}Tom Hale.").quotations
    assert set(quoted.speaker.split(" / ")) == {"Nora Quist", "Tom Hale"}
    assert [cell.speaker for cell in quoted.cells if cell] == ["Nora Quist", "Tom Hale"]


def test_a_speaker_named_by_office_in_one_article_has_the_name_of_the_other() -> None:
    words = "“We will rebuild the mill before winter,” said "
    (quoted,) = compared(f"{words}a spokeswoman.", f"{words}Nora Quist.").quotations
    assert quoted.speaker == "Nora Quist"


def test_wording_shows_each_articles_own_words() -> None:
    comparison = compared(
        "The chaotic vote ended. She claimed that it was over.",
        "The historic vote ended. She said that it was over.",
        titles=("Chaos at the vote", "Vote makes history"),
    )
    first, second = comparison.wording
    assert (first.loaded, second.loaded) == (("chaotic",), ("historic",))
    assert (first.headline, second.headline) == (("Chaos",), ("history",))
    assert (first.cues, second.cues) == (("claimed",), ("said",))


def test_words_that_all_use_are_not_shown() -> None:
    comparison = compared("A historic vote.", "The historic vote.", titles=("Vote", "Votes"))
    assert all(wording == type(wording)((), (), ()) for wording in comparison.wording)


def test_only_what_somebody_says_has_a_word_for_saying() -> None:
    first = (
        "Divers found two holes. The baker admitted that the oven had been hot. Rolf Aas wants a boat and will answer."
    )
    second = "The plan was proposed in May. It had shown no light."
    assert [wording.cues for wording in compared(first, second).wording] == [("admitted",), ()]


def test_a_word_is_loaded_as_it_stands_in_the_list_and_not_for_its_stem() -> None:
    text = "The alarm rang. Two sheep were dead, a worry for the hostile goat. It was brutally hot."
    assert compared(text, "Nothing happened.").wording[0].loaded == ("hostile", "brutally")


def test_headlines_are_compared_by_what_their_words_mean() -> None:
    titles = ("Six bakers meet off Gozo over $2.8m oven", "Let 6 bakers who met in Gozo bake 31 per cent more")
    first, second = compared("Bread rose.", "Bread fell.", titles=titles).wording
    assert first.headline == ("$2.8m", "oven")
    assert second.headline == ("bake", "31 per cent")


def test_the_beginning_of_the_text_is_no_headline() -> None:
    text = "A barge full of pears sank under the bridge on Monday."
    assert compared(text, "Pears swam.", titles=("A barge full of pears sank…", "Pears")).wording[0].headline == ()
