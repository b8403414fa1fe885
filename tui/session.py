"""What all screens share: the library, the settings, the signs they draw with."""

from __future__ import annotations

from dataclasses import dataclass

from index.config import Settings
from index.library import Library
from tui.widgets.glyphs import UNICODE, Glyphs

OPEN_OWN = -1  # the result of a reader at the sample whose user wants to go on in the library of their own


@dataclass(frozen=True, slots=True)
class Session:
    """One reader at one library. `sample` says that it is the one that came with lateral; in a `kiosk` nothing
    is imported and no path is opened."""

    library: Library
    glyphs: Glyphs = UNICODE
    sample: bool = False
    kiosk: bool = False

    @property
    def settings(self) -> Settings:
        """The reader's settings."""
        return self.library.settings
