"""Write index/text/rarity.txt from the word frequencies of the wordfreq package (not a dependency).

pip install wordfreq==3.1.1
python -m tests.evaluation.build_rarity > index/text/rarity.txt
"""

from __future__ import annotations

import math
from collections import defaultdict

from index.text.words import stem

SMALLEST = 1e-6  # rarer stems all weigh the same

HEAD = """\
# Stems of English words by log10 of their frequency, one frequency a line, commonest first.
# Data: the English list of wordfreq 3.1.1 by Robyn Speer (CC BY-SA 4.0), which draws on Google Books Ngrams
# (http://books.google.com/ngrams), the Leeds Internet Corpus, Wikipedia, ParaCrawl, OPUS OpenSubtitles 2018,
# SUBTLEX and others named in its notice. Changed here: words are stemmed and summed, rare ones left out.
# This table is under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/).
# Made by: python -m tests.evaluation.build_rarity"""


def main() -> None:
    """Print the table."""
    from wordfreq import get_frequency_dict  # type: ignore[import-not-found]

    frequencies: dict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("en", wordlist="large").items():
        if word.isascii() and word.isalpha():
            frequencies[stem(word)] += frequency
    lines: dict[float, list[str]] = defaultdict(list)
    for word, frequency in frequencies.items():
        if frequency >= SMALLEST:
            lines[round(math.log10(frequency), 1)].append(word)
    print(HEAD)
    for exponent in sorted(lines, reverse=True):
        print(exponent, *sorted(lines[exponent]))


if __name__ == "__main__":
    main()
