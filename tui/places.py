"""Where a reader can be, as words that can be kept: which screen, on what."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tui.screens.base import LateralScreen, Place
from tui.session import Session


def screen_for(place: Place, session: Session) -> LateralScreen | None:
    """The screen of a place, None where there is no such place. Screens are imported when they are first needed."""
    match place:
        case ("article", id, *rest):
            from tui.screens.article import ArticleScreen

            return ArticleScreen(session, id, int(rest[0]) if rest else None)
        case ("compare", _, _, *_):
            from tui.screens.compare import VIEW, CompareScreen

            articles = [each for each in place[1:] if not each.startswith(VIEW)]
            view = next((int(each[len(VIEW) :]) for each in place if each.startswith(VIEW)), 1)
            return CompareScreen(session, articles, view)
        case ("versions", id):
            from tui.screens.versions import VersionsScreen

            return VersionsScreen(session, id)
        case ("stories",):
            from tui.screens.stories import StoriesScreen

            return StoriesScreen(session)
        case ("notes",):
            from tui.screens.notes import NotesScreen

            return NotesScreen(session)
        case _:
            return None


def dump(places: Sequence[Place]) -> str:
    """Places as text for the reading state."""
    return json.dumps([list(place) for place in places if place])


def load(text: str) -> list[Place]:
    """Places from the reading state; what cannot be read is left out."""
    try:
        found = json.loads(text or "[]")
    except json.JSONDecodeError:
        return []
    if not isinstance(found, list):
        return []
    return [tuple(map(str, place)) for place in found if isinstance(place, list) and place]
