"""The sample library that a first start opens: invented articles that show every feature.

`articles.jsonl` holds one article a line, in the form that `lateral add` reads. What shows what:

- *compare*: the ferry (four outlets). "214 passengers" in the Herald, the Islander and Northline is "241" in the
  Coast Dispatch; only the Islander has the light that was out.
- *differing figures*: the ferry's passengers, and the trams: $23.6 million in the Herald, $26.3 million in the Coast
  Dispatch, which The Plain Record explains.
- *a quotation cut short*: the mayor on the trams, whole in the Herald, two sentences of it in the Coast Dispatch.
- *copies*: the hospital. Meridian Wire's text stands word for word in Northline News (one hit, one reprint) and
  with local changes in the Wenlow Examiner; The Plain Record's report is independent.
- *versions*: the Harrowmere Courier's first report of the flood says three dead, the corrected one, at the same
  address, two. It comes second in the file, so that it is imported as the later version.
- *a fact left out*: the heat pumps. The Herald does not say that their maker paid for the trial.
- *emphasis and wording*: the mine (a business paper, a local paper, an investigation), the strike (what it won,
  what it costs), the stolen cup (whose is it?).
- an article about the sample itself, the newest of all.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from pathlib import Path


def digest() -> str:
    """Eight hexadecimal digits that change with the sample, so that a newer lateral makes it anew."""
    return sha256(b"".join(path.read_bytes() for path in paths())).hexdigest()[:8]


def paths() -> tuple[Path, ...]:
    """The files of the sample library, to be added to an empty library in this order."""
    return (Path(str(files(__name__).joinpath("articles.jsonl"))),)
