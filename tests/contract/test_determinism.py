"""What lateral says of a library must not hang on a run: Python orders its sets anew in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TELL = """
import sys
from pathlib import Path
from index.library import Library
from index.samples import paths
folder = Path(sys.argv[1])
library = Library.create(folder / "library", state=folder / "state")
library.add(paths())
for story in library.stories():
    articles = library.story_articles(story.id)
    print(story, articles, library.silent(story))
    print(library.compare(articles[:4]))
    for id in articles:
        print(library.analysis(id), library.claims(id), library.like(id))
for query in ("the ferry", "harbour OR tram*", "has:figure sort:newest", 'quoted:mayor "said the"'):
    print(library.search(query))
"""


def told(folder: Path, seed: int) -> bytes:
    """Everything that the library says of the sample, in a process whose sets are ordered by `seed`."""
    folder.mkdir()
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    run = subprocess.run([sys.executable, "-c", TELL, folder], env=environment, stdout=subprocess.PIPE, check=True)
    return run.stdout


def test_every_process_tells_the_same(tmp_path: Path) -> None:
    first = told(tmp_path / "1", seed=1)
    assert len(first) > 100_000
    for seed in (2, 3):
        assert told(tmp_path / str(seed), seed) == first
