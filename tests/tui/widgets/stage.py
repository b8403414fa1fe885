"""A bare app in which one widget is tried, dressed in the reader's own styles."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.strip import Strip

import tui
from tui.themes import DEFAULTS, THEMES
from tui.widgets.ink import COMPONENTS

_STYLES = Path(next(iter(tui.__path__))) / "styles"


class Stage(App[None]):
    """Subclasses compose the widget."""

    CSS_PATH: ClassVar = [_STYLES / "ink.tcss", _STYLES / "base.tcss", _STYLES / "compare.tcss"]
    COMPONENT_CLASSES: ClassVar = {*COMPONENTS}
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dark"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return DEFAULTS

    @property
    def strips(self) -> list[Strip]:
        """What the screen shows, line by line."""
        return self.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        """The same as text without trailing spaces."""
        return [strip.text.rstrip() for strip in self.strips]

    @property
    def text(self) -> str:
        """All of it."""
        return "\n".join(self.lines)
