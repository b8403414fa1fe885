"""Is the index sound: everything is read once and counted."""

from __future__ import annotations

from index.errors import DamagedIndexError, VersionError
from index.search.whoosh.segment import Segment
from index.search.whoosh.storage import Storage


def faults(storage: Storage) -> tuple[str, ...]:
    """Sentences about what is wrong; empty when the index is sound."""
    try:
        contents = storage.read()
    except (DamagedIndexError, VersionError) as error:
        return (str(error),)
    found = []
    for about in contents.segments:
        try:
            found += _segment_faults(Segment(storage.folder, about))
        except FileNotFoundError:
            found.append(f"The segment {about.segment_id()} is missing in {storage.folder}.")
        except DamagedIndexError as error:
            found.append(str(error))
    return tuple(found)


def _segment_faults(segment: Segment) -> list[str]:
    segment.verify()
    if len(segment.columns) != len(segment):
        return [f"The segment {segment.name} has {len(segment.columns)} documents instead of {len(segment)}."]
    return []
