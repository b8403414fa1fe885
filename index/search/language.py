"""The query language as data: its fields, their values, and the table that help and README show."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_FIELDS = ("title", "author", "claim", "quoted")
KEYWORD_FIELDS = ("source", "lang", "has")
DATE_FIELDS = ("date", "newer", "older")
FIELDS = (*TEXT_FIELDS, *KEYWORD_FIELDS, *DATE_FIELDS, "tag", "is", "sort")

VALUES = {
    "has": ("claim", "figure", "quotation"),
    "is": ("marked", "read", "unread"),
    "sort": ("newest", "oldest", "recent", "relevance"),
}

# What people try first, coming from mail and web search.
SYNONYMS = {
    "after": "newer",
    "before": "older",
    "by": "author",
    "from": "source",
    "headline": "title",
    "in": "source",
    "intitle": "title",
    "label": "tag",
    "language": "lang",
    "order": "sort",
    "outlet": "source",
    "said": "quoted",
    "site": "source",
    "since": "newer",
    "speaker": "quoted",
    "until": "older",
}


@dataclass(frozen=True, slots=True)
class Usage:
    """One line of the help: a form, what it finds, and the group it is shown in."""

    form: str
    finds: str
    group: str


# Every form that needs neither marks of the reader nor the present day finds something in the sample library.
HELP = (
    Usage("council vote", "both words, in any inflection, anywhere in title or text", "Words"),
    Usage('"heat pumps"', "these words, in this order, side by side", "Words"),
    Usage("gov*", "words that begin like this", "Words"),
    Usage("autho?ity  *attack", "? stands for one letter, * for any number of them", "Words"),
    Usage("harbuor~2  fery~", "words that differ in two letters at most, or in one", "Words"),
    Usage("ferry NEAR/5 fog", "two words at most five words apart, in either order", "Words"),
    Usage("ferry OR bridge", "one of them, or both", "Combining"),
    Usage("ferry -fog   ferry NOT fog", "the first without the second", "Combining"),
    Usage("(ferry OR bridge) closed", "brackets group; AND binds closer than OR", "Combining"),
    Usage("title:ferry  title:(ferry OR cup)", "in the title only", "Fields"),
    Usage(
        'source:herald  source:"Coast Dispatch"', "from an outlet whose name holds this word; from this one", "Fields"
    ),
    Usage("author:drost", "by this author", "Fields"),
    Usage("claim:budget", "in one of the article's key claims", "Fields"),
    Usage("quoted:mayor", "the article quotes this speaker", "Fields"),
    Usage("has:figure  has:quotation  has:claim", "the article holds one", "Fields"),
    Usage("lang:en", "in this language", "Fields"),
    Usage("tag:budget", "what you tagged so", "Yours"),
    Usage("is:unread  is:read  is:marked", "what you have not read, have read, have marked", "Yours"),
    Usage(
        "date:2026-05-07  date:2026-05  date:2026",
        "published on this day, in this month, in this year",
        "Dates",
    ),
    Usage("date:2026-04-25..2026-04-30", "from the first to the last of these days", "Dates"),
    Usage("date:..yesterday  date:2026-05-01..", "until, or since, a day", "Dates"),
    Usage("newer:2w  older:1y", "within, or before, the last two weeks (h d w m y)", "Dates"),
    Usage("sort:newest  sort:oldest", "by date instead of relevance", "Order"),
    Usage("sort:recent", "by relevance, newer articles nudged up", "Order"),
)
