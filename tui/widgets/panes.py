"""Widgets beside each other."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Horizontal


class Panes(Horizontal):
    """Shows nothing of its own but its ground, which is drawn in one go."""

    BLANK: ClassVar[bool] = True
