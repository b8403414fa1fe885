"""How fast the text layer is: `python -m tests.benchmarks.text [--big]`.

Prints CPU time, not wall time: sentences a second of each function, milliseconds for the whole analysis of an
article of 600 words with its claims, how much longer ten times the text takes, and milliseconds to import it all;
with --big also the seconds for one paragraph of 10 MB. Exit 1 if a figure misses its target.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from index.claims.rank import key_claims
from index.model import Article
from index.text.analysis import analyse
from index.text.dates import dates
from index.text.names import names
from index.text.quantities import quantities
from index.text.quotations import quotations
from index.text.sentences import sentences

PUBLISHED = datetime(2025, 3, 13, 9, 30, tzinfo=UTC)
WORDS = 600
PARAGRAPH = (
    "Governor Helen Marsh said on Tuesday that the port of Dunmore had shipped 12 million tonnes of grain, over 40 "
    "percent more than in 2019. “We expect at least $3.5 billion in the next three years,” Ms. Marsh told reporters. "
    "The Harbour Workers Union, which has 1,300 members, denied the figure. According to its chairman, Paul Idowu, "
    "fewer than 9 million tonnes left the U.S. port last year, down 2.5 percent. Critics of the plan warned that rents "
    "would rise between 5% and 6%. Nobody knows."
)
IMPORTS = (
    "import time; t = time.process_time(); import index.text.analysis, index.claims.rank; "
    "print(time.process_time() - t)"
)
SENTENCE_RATE = 20_000  # sentences a second
QUANTITY_RATE = 2_000
ANALYSIS_MS = 15.0  # with claims
IMPORT_MS = 100.0
GROWTH = 13.0  # times, for ten times the text


def article(words: int) -> Article:
    """An article of about so many words, in paragraphs."""
    paragraphs = max(1, round(words / len(PARAGRAPH.split())))
    return Article(
        "0" * 16, "Port ships record grain", "\n\n".join([PARAGRAPH] * paragraphs), "Example", published=PUBLISHED
    )


def seconds(run: Callable[[], object], times: int = 20) -> float:
    """CPU seconds of one call, the best of so many."""
    best = float("inf")
    for _ in range(times):
        started = time.process_time()
        run()
        best = min(best, time.process_time() - started)
    return best


def rates(text: str) -> dict[str, float]:
    """Sentences a CPU second of each function of the layer."""
    split = sentences(text)
    named = names(text, split)
    runs: dict[str, Callable[[], object]] = {
        "sentences": lambda: sentences(text),
        "quantities": lambda: quantities(text),
        "dates": lambda: dates(text, PUBLISHED),
        "names": lambda: names(text, split),
        "quotations": lambda: quotations(text, split, named),
    }
    return {name: len(split) / seconds(run) for name, run in runs.items()}


def import_seconds() -> float:
    """CPU seconds to import the layer and the claims in a fresh interpreter."""
    return min(
        float(subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    )


def line(name: str, value: float, unit: str, *, least: float = 0, most: float = float("inf")) -> bool:
    """Print a figure; whether it keeps its target."""
    kept = least <= value <= most
    print(f"{name:12} {value:10,.1f} {unit}{'' if kept else '   MISSED'}")
    return kept


def measured() -> list[bool]:
    """Print every figure of the ordinary run; whether each keeps its target."""
    one, ten = article(WORDS), article(10 * WORDS)
    least = {"sentences": SENTENCE_RATE, "quantities": QUANTITY_RATE}
    kept = [line(name, rate, "sentences/s", least=least.get(name, 0)) for name, rate in rates(ten.text).items()]
    small, large = seconds(lambda: analyse(one)), seconds(lambda: analyse(ten), 5)
    analysis = analyse(one)
    claims = seconds(lambda: key_claims(analysis))
    kept.append(line("article", 1000 * (small + claims), "ms with claims", most=ANALYSIS_MS))
    kept.append(line("growth", large / small, "times, for ten times the text", most=GROWTH))
    kept.append(line("import", 1000 * import_seconds(), "ms", most=IMPORT_MS))
    return kept


def main() -> int:
    """Print it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--big", action="store_true", help="one paragraph of 10 MB too")
    big = parser.parse_args().big
    kept = measured()
    if big:
        text = (PARAGRAPH + " ") * (10_000_000 // len(PARAGRAPH))
        line("10 MB", seconds(lambda: analyse(Article("0" * 16, "", text, "Example", published=PUBLISHED)), 1), "s")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
