"""`python -m tests.fuzz [--inputs N] [--seed N] [--corpus FOLDER]`: no exception, no hang, no control code.

Prints each input that broke a promise, kept in a temporary folder, and exits 1 if there was any.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.run import SLOWEST, Failure, corpus, run

_SHOWN = 20


def main() -> int:
    """Run and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--corpus", type=Path, help="a folder of further files to mutate")
    options = parser.parse_args()
    began = time.process_time()
    outcome = run(corpus(options.corpus), options.inputs, options.seed)
    for failure in outcome.failures[:_SHOWN]:
        print(f"{failure.name}: {failure.reason}; kept as {keep(failure)}")
    print(
        f"{options.inputs:,} mutated files, {outcome.articles:,} articles and {outcome.skips:,} reasons from them, "
        f"{len(outcome.failures)} failures, slowest {outcome.slowest:.2f} s (at most {SLOWEST:g} s), "
        f"{time.process_time() - began:.0f} s of CPU"
    )
    return 1 if outcome.failures else 0


def keep(failure: Failure) -> Path:
    """The file in which a failing input is kept."""
    with tempfile.NamedTemporaryFile(prefix="fuzz-", suffix=f"-{failure.name}", delete=False) as file:
        file.write(failure.data)
        return Path(file.name)


if __name__ == "__main__":
    sys.exit(main())
