"""Statements that look as if they were at odds and are not, and statements that are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from index.compare.comparison import compare
from index.compare.differences.cells import EQUAL, SAME, differences
from index.compare.passages import Subject
from index.model import Article, DifferenceKind
from index.text.analysis import analyse

MONDAY = datetime(2025, 3, 3, 12, tzinfo=UTC)


def flagged(first: str, second: str, *, later: timedelta | None = None) -> set[DifferenceKind]:
    """What the checks for nearly equal and for like statements find in two articles of one statement each.

    The second article appears `later`; both are undated without it.
    """
    days = (None, None) if later is None else (MONDAY, MONDAY + later)
    articles = [
        analyse(Article(side * 16, "", text, "", published=day))
        for side, text, day in zip("ab", (first, second), days, strict=True)
    ]
    subjects = [Subject(each, 100) for each in articles]
    passages = [subject.passage(range(len(subject.sentences))) for subject in subjects]
    by_check = [found.kind for checks in (EQUAL, SAME) for found in differences(passages, subjects, checks)]
    by_row = [found.kind for row in compare(articles).rows for found in row.differences]
    return {*by_check, *by_row}


ROUNDED = [
    ("The stadium roof cost $48.7 million to replace.", "Replacing the stadium roof cost $49 million."),
    ("The dam holds 1,983 tonnes of silt.", "The dam holds about 2,000 tonnes of silt."),
    ("The survey asked 1,512 farmers in June.", "The survey asked some 1,500 farmers in June."),
    ("Rents rose 4.6 percent in Tallinn.", "Rents rose nearly 5 percent in Tallinn."),
    ("The comet passed 152,000 kilometres away.", "The comet passed roughly 150,000 kilometres away."),
    ("The library lent 2.04 million books.", "The library lent two million books."),
    ("The queue was 980 metres long.", "The queue was almost a kilometre long."),
    ("The orchestra owes €3.48 million.", "The orchestra owes about €3.5 million."),
    ("A total of 10,432 runners finished the race.", "More than 10,000 runners finished the race."),
    ("The reserve covers 61.8 hectares.", "The reserve covers 62 hectares."),
]

CONVERTED = [
    ("The trail is 26 miles long.", "The trail is 42 kilometres long."),
    ("The bell weighs 2.5 tonnes.", "The bell weighs 2,500 kilograms."),
    ("The climber fell 300 feet from the ridge.", "The climber fell 91 metres from the ridge."),
    ("The talks lasted 90 minutes.", "The talks lasted an hour and a half."),
    ("The tank holds 100 gallons of oil.", "The tank holds 379 litres of oil."),
    ("The oven reached 212 degrees Fahrenheit.", "The oven reached 100 degrees Celsius."),
    ("The sentence was two years.", "The sentence was 24 months."),
    ("The park has 250 acres of forest.", "The park has 101 hectares of forest."),
    ("The storm brought winds of 100 mph.", "The storm brought winds of 161 km/h."),
    ("The farm paid US$1 million ($1.52 million) for water.", "The farm paid $1 million for water."),
    ("The fund lost half of its value.", "The fund lost 50 percent of its value."),
    ("The rate rose by 25 basis points.", "The rate rose by 0.25 percentage points."),
]

BOUNDED = [
    ("At least 30 boats sank in the harbour.", "In the harbour 34 boats sank."),
    ("More than 200 teachers went on strike.", "Some 230 teachers went on strike."),
    ("Up to 60 passengers were on the tram.", "There were 52 passengers on the tram."),
    ("The repair takes at most ten days.", "The repair takes nine days."),
    ("Nearly 400 homes have no power.", "Some 390 homes have no power."),
    ("The quake killed at least three people in the village.", "The quake killed 10 people in the village."),
    ("The flood injured more than 12 people.", "The flood injured 31 people."),
    ("Between 40 and 50 cows escaped.", "Some 45 cows escaped."),
    ("The project will cost under $5 million.", "The project will cost $4.8 million."),
    ("Dozens of sailors signed the letter.", "The letter was signed by 36 sailors."),
]

PARTS = [
    ("Five of the eight judges backed the plan.", "Of eight judges, three opposed the plan."),
    ("Of 40 pupils, 12 were ill.", "Twelve of the pupils were ill, and 28 were not."),
    ("The firm employs 900 people, 300 of them in Lyon.", "The firm employs 300 people in Lyon."),
    ("The grant is $9 million over three years.", "The grant is $3 million a year."),
    ("The blaze destroyed six barns and two houses.", "The blaze destroyed eight buildings."),
    ("He served nine months of a sentence of two years.", "He was sentenced to two years and served nine months."),
    ("The mayor lost by 46 percent to 54 percent.", "The mayor lost with 46 percent of the vote."),
]

OTHER_THINGS = [
    ("Call the hotline on 0845 125 2222.", "Call the hotline on 0845 125 222."),
    ("The gate opens at 7 a.m. for visitors.", "The gate opens for 12 visitors."),
    ("The rifle, an AK-47, was found in a well.", "One of 14 rifles was found in a well."),
    ("She has a room on Route 9 near the mill.", "She has a room near the mill for 30 days."),
    ("The bakery sold 200 loaves on Saturday.", "The bakery on Saturday sold 30 cakes."),
    ("The choir of 40 sang in the hall.", "In the hall, which seats 900, the choir sang."),
    ("The team won 3-1 in Oslo.", "The team won its fourth match in Oslo."),
    ("The bus carried 18 tourists and 2 guides.", "The bus carried two guides and tourists from 5 countries."),
    ("The village lies 12 miles from the border.", "The village of 1,200 lies near the border."),
    ("Union leaders expect 500 people at the march.", "Police expect hundreds of people at the march."),
]

TOLLS = [
    ("The blast killed three people and injured 40.", "The blast killed three people and injured at least 30."),
    ("The blast killed three people and injured 40.", "The blast killed three people and injured about 40 others."),
    ("The blast killed three people and wounded 40.", "The blast killed three people, and 12 were seriously wounded."),
    ("The blast killed three people and wounded 40.", "The blast killed three people and wounded nine Danes."),
    ("In the blast three people were killed and 40 hurt.", "In the blast three people were killed and 12 arrested."),
    ("The blast killed three people, no one was hurt.", "The blast killed three people and wounded two windows."),
    ("The blast killed three and injured two.", "In May a blast killed 11 and injured 30."),
    ("The blast killed three people and injured 40.", "The blast killed three people and injured 40 percent."),
]

NAMES = [
    ("The fire began in a shop on Canal Street.", "The fire began in a shop in Lowmoor."),
    ("The talks were held in Geneva.", "The talks were held in Switzerland."),
    ("The company, Harlow Foods, closed the plant.", "The company, HF, closed the plant."),
    ("The minister, Anna Weiss, resigned.", "The minister, Ms. Weiss, resigned."),
    ("The envoy met Mohammed Farouk.", "The envoy met Muhammad Faruq."),
]

DATES = [
    ("The bridge opened on Tuesday.", "The bridge opened on Tuesday evening."),
    ("The bridge opened in March.", "The bridge opened on March 4."),
    ("The strike began on Monday, the union said on Friday.", "The strike began on Monday."),
    ("The fire closed the mine, officials said Sunday.", "The fire closed the mine on Thursday."),
    ("The court sits on the second Tuesday of each month.", "The court sits on the second Tuesday of every month."),
    ("The treaty was signed in 1998.", "The treaty was signed on April 10, 1998."),
]

WORDS = [
    ("The patient has not yet woken up.", "The patient had yet to wake up."),
    ("The law was not passed.", "The law failed to be passed."),
    ("The minister did not accept the offer.", "The minister refused to accept the offer."),
    ("The envoy never answered the letter.", "The envoy left the letter without having answered."),
    ("Not only the mayor attended the vigil.", "The mayor attended the vigil."),
    ("It was not until May that the family answered.", "The family answered in May."),
    ("The inspector had not been told of the leak.", "The inspector asked if he had been told of the leak."),
    ("The ferry will not sail on Sunday.", "The ferry is unlikely to sail on Sunday."),
    ("The river was not deep enough to sail.", "The river was too shallow to sail."),
    ("The suspect allegedly set the fire.", "The suspect is accused of setting the fire."),
    ("The firm reportedly sold the mine.", "The firm may have sold the mine."),
    ("He allegedly took the painting.", "Police say he took the painting."),
]

TEMPTING = [*ROUNDED, *CONVERTED, *BOUNDED, *PARTS, *TOLLS, *OTHER_THINGS, *NAMES, *DATES, *WORDS]


@pytest.mark.parametrize(("first", "second"), TEMPTING)
def test_statements_that_only_look_at_odds_raise_no_alarm(first: str, second: str) -> None:
    assert flagged(first, second) == set()
    assert flagged(second, first) == set()


@pytest.mark.parametrize(
    ("earlier", "now", "passed"),
    [
        ("The storm killed 12 people.", "The storm killed 19 people.", timedelta(hours=6)),
        ("Police arrested 30 protesters.", "Police arrested 48 protesters.", timedelta(hours=3)),
        ("The petition has 4,000 signatures.", "The petition has 9,500 signatures.", timedelta(days=2)),
        ("The sailor, a 38-year-old man, was found.", "The sailor, a 39-year-old man, was found.", timedelta(days=300)),
        ("The riots have gone on for four days.", "The riots have gone on for eight days.", timedelta(days=4)),
        ("Volunteers removed 31 mines.", "Volunteers removed 52 mines.", timedelta(days=1)),
        ("The fire burned 300 homes.", "The fire burned 750 homes.", timedelta(days=1)),
        ("Six were killed and 50 injured.", "Six people were killed and 70 were injured.", timedelta(hours=5)),
        ("The strike began today.", "The strike began yesterday.", timedelta(days=1)),
    ],
)
def test_what_may_have_grown_since_raises_no_alarm(earlier: str, now: str, passed: timedelta) -> None:
    assert flagged(earlier, now, later=passed) == set()


@pytest.mark.parametrize(
    ("earlier", "now", "passed"),
    [
        ("The storm killed 19 people.", "The storm killed 12 people.", timedelta(hours=6)),
        ("The petition has 9,500 signatures.", "The petition has 4,000 signatures.", timedelta(days=2)),
        ("The sailor, a 38-year-old man, was found.", "The sailor, a 44-year-old man, was found.", timedelta(days=3)),
        ("He served four months in prison.", "He served five months in prison.", timedelta(days=1)),
    ],
)
def test_what_cannot_have_grown_so_does(earlier: str, now: str, passed: timedelta) -> None:
    assert flagged(earlier, now, later=passed) == {"number"}


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("The bond paid $3 million for the land.", "The bond paid $5 million for the land.", "number"),
        ("Three undersea cables were cut.", "Two undersea cables were cut.", "number"),
        ("Shares in the bank fell 3.9 percent.", "Shares in the bank fell 5.4 percent.", "number"),
        ("The climber fell about 60 metres.", "The climber fell about 150 metres.", "number"),
        (
            "Two clerks were killed and another wounded.",
            "He fired, killing two clerks and wounding two others.",
            "number",
        ),
        ("The quake killed nine people and left 50 hurt.", "Nine people died and another 70 were hurt.", "number"),
        ("The firm filed for Chapter 11 protection.", "The firm filed for Chapter 7 protection.", "number"),
        ("The quake destroyed 70 houses.", "The quake destroyed 80 houses.", "number"),
        ("The gift was worth 2 million euros.", "The gift was worth 2 million dollars.", "number"),
        ("Voters approved the bond in 2009.", "Voters approved the bond in 2010.", "date"),
        ("The jury will meet on Monday.", "The jury will meet on Thursday.", "date"),
        ("The sergeant won the Medal of Honor.", "The sergeant won the Medal of Valor.", "name"),
        ("The plane landed in Lisbon.", "The plane landed in Madrid.", "name"),
        ("The council approved the plan.", "The council has not approved the plan.", "negation"),
        ("If the funds can be found, the pool opens.", "If the funds cannot be found, the pool opens.", "negation"),
        ("The guard allegedly opened the cell.", "The guard opened the cell.", "attribution"),
    ],
)
def test_statements_at_odds_raise_one(first: str, second: str, kind: DifferenceKind) -> None:
    assert flagged(first, second) == {kind}
    assert flagged(second, first) == {kind}
