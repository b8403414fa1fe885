"""The fields of the index, as stock Whoosh sees them and as lateral names them.

Everything pickled here is a class of stock Whoosh, so that the index opens without lateral. Each *zone* of text has
three fields: its stems (with positions), its words as they stand (`_words`), and the beginnings shared by many
of its words (`_prefixes`).
"""

from __future__ import annotations

from typing import Final

from whoosh import columns, fields, formats
from whoosh.analysis import KeywordAnalyzer, LowercaseFilter, RegexTokenizer, StemFilter, SubstitutionFilter

from index.text.words import WORD

FORMAT: Final = 1
NAME: Final = "MAIN"  # the name that Whoosh's open_dir looks for

ZONES: Final = ("author", "claim", "quoted", "text", "title")
HAS: Final = "has"
ABOUT: Final = "lateral"  # a field without documents: carries our own figures inside the TOC

UNDATED: Final = -(1 << 62)


def words_of(zone: str) -> str:
    """The field with the words of a zone as they stand."""
    return f"{zone}_words"


def prefixes_of(zone: str) -> str:
    """The field with the beginnings shared by many words of a zone."""
    return f"{zone}_prefixes"


# All fields with postings, in the order in which a segment keeps them.
INDEXED: Final = (HAS, *(field for zone in ZONES for field in (zone, words_of(zone), prefixes_of(zone))))


def schema(about: dict[str, object]) -> fields.Schema:
    """The schema to be stored, with `about` in it."""
    carrier = fields.STORED()
    carrier.about = about
    made = fields.Schema(
        id=fields.COLUMN(columns.FixedBytesColumn(16)),
        source=fields.COLUMN(columns.RefBytesColumn()),
        language=fields.COLUMN(columns.RefBytesColumn()),
        published=fields.COLUMN(columns.NumericColumn("q", default=UNDATED)),
        fold=fields.COLUMN(columns.NumericColumn("Q")),
        has=fields.ID(),
    )
    for zone in ZONES:
        made.add(zone, _stems())
        made.add(words_of(zone), fields.ID(analyzer=_words()))
        made.add(prefixes_of(zone), fields.ID(analyzer=KeywordAnalyzer(lowercase=True)))
    made.add(ABOUT, carrier)
    return made


def about(made: fields.Schema) -> dict[str, object]:
    """What `schema` was given."""
    carried: dict[str, object] = getattr(made[ABOUT], "about", {}) if ABOUT in made else {}
    return carried


def _words() -> object:
    """`index.text.words.fold` in filters of stock Whoosh, but for accents."""
    apostrophes = SubstitutionFilter("’", "'") | SubstitutionFilter("'s$", "")
    return RegexTokenizer(WORD.pattern) | LowercaseFilter() | apostrophes | SubstitutionFilter(r"(?<=\d),(?=\d)", "")


def _stems() -> fields.TEXT:
    """Weights without positions for stock Whoosh; lateral keeps positions where it does not look (see `codec`)."""
    field = fields.TEXT(analyzer=_words() | StemFilter(lang="en"))
    field.format = formats.Existence()
    return field
