"""The order of results, in one place, so that every engine computes the same figures.

**Score.** The simple BM25F of Robertson, Zaragoza and Taylor (2004): an article is scored as one text in which
each word of the title stands `TITLE` times, each word of the lead (the first paragraph of several) `LEAD` times
and every other word `BODY` times. With f the weighted frequency of a stem, L the weighted length of the article and
A the mean of L over all articles:

    score(stem) = idf * f * (K1 + 1) / (f + K1 * (1 - B + B * L / A))      idf = 1 + ln(N / (n + 1))

with N articles of which n hold the stem. It is the formula, and K1 and B the defaults, of Whoosh's own BM25F, so
that stock Whoosh over the same index ranks alike; as there, L is kept in a byte (`quantised`).

**What scores.** The score of an article is the sum over all Term, Phrase and Near nodes of the tree, outside a
Not, that it matches, in tree order (whether or not their branch matches). A Phrase or Near scores as its words
do, the unfinished last word of an open phrase not counting. In a named field (`title:`, `claim:`, `quoted:`,
`author:`) each word scores its idf in that field. Every other node only filters: it scores nothing, so that a
lone prefix lists the newest first. (A word being typed is best read as Or((Term(w), Prefix(w))).)

**Order.** RELEVANCE: rounded score, then newest, then id. NEWEST and OLDEST: by date, then id; undated articles
come last in all three. Ids and values compare as strings, ascending.

**Words.** A Term or a word of a Phrase compares stems; a Prefix, Wildcard or Fuzzy compares folded words as they
stand (`index.text.words.fold`). Positions count from the first word of the title; `GAP` positions lie
between title and text, and between the values of a field that has several, so that no phrase crosses over.
A query text that is cut into several words (well-known) stands for a Phrase of them; into none, for Nothing. A
Phrase with an open end is its finished words as a Phrase, And the last as a Prefix, wherever that stands. Near
wants two different places, also of one word with itself.

**Folding.** Of the matching articles with equal `fold` the earliest published stands for all (undated ones after
dated ones, then the smallest id): its score, date and facets count.

**Facets.** Most frequent first, then by value ("month" and "day": newest first); empty values and undated articles are
left out. Days are counted where all articles that are dated are of one month.
Months are those of UTC.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime
from math import exp2, log

from index.model import Article

TITLE = 3
LEAD = 2
BODY = 1
K1 = 1.2
B = 0.75
GAP = 64
PLACES = 6

# The nudge: an article of this moment scores half as much again, one a month old a quarter more, and so on.
RECENCY = 0.5
HALF_LIFE_DAYS = 30.0

# The 256 lengths that a byte can stand for, close together where articles are short (Whoosh's own scale).
LENGTHS = tuple(round((1.033**step - 1) * 27) for step in range(256))


def zones(article: Article) -> tuple[str, str, str]:
    """Title, lead and the rest of an article; a text of one paragraph has no lead."""
    lead, _, rest = article.text.partition("\n\n")
    return (article.title, lead, rest) if rest else (article.title, "", lead)


def weighted_length(title_words: int, lead_words: int, body_words: int) -> int:
    """The length of an article as it is scored, in words."""
    return TITLE * title_words + LEAD * lead_words + BODY * body_words


def length_byte(length: int) -> int:
    """The byte that stands for a weighted length: that of the next longer step of `LENGTHS`."""
    return min(bisect_left(LENGTHS, length), 255)


def quantised(length: int) -> int:
    """A weighted length as an index can keep it, in a byte; also what enters the mean."""
    return LENGTHS[length_byte(length)]


def idf(articles: int, holding: int) -> float:
    """The weight of a stem that `holding` of `articles` articles contain."""
    return log(articles / (holding + 1)) + 1


def norm(length: float, mean: float) -> float:
    """How much a (quantised) length dampens frequencies; 1 * K1 at the mean. `mean` must not be 0."""
    return K1 * ((1 - B) + B * length / mean)


def term_score(weight: float, frequency: float, dampening: float) -> float:
    """BM25F of one stem in one article, from its `idf`, weighted frequency and `norm`."""
    return weight * ((frequency * (K1 + 1)) / (frequency + dampening))


def nudge(score: float, published: datetime | None, now: datetime) -> float:
    """The score with the recency nudge, rounded as it is compared (also without a date)."""
    if published is None:
        return round(score, PLACES)
    days = max(0.0, (now - published).total_seconds() / 86400)
    return round(score * (1 + RECENCY * exp2(-days / HALF_LIFE_DAYS)), PLACES)
