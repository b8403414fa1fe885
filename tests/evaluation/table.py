"""The table that the evaluation prints."""

from __future__ import annotations

from collections.abc import Sequence

from tests.evaluation.task import Figure

HEAD = ("task", "metric", "as shipped", "in protocol", "baseline", "published best")


def table(figures: Sequence[Figure]) -> str:
    """All figures, one a line, in aligned columns; "–" where a figure is not meant."""
    lines = [HEAD, *map(_cells, figures)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(_line(cells, widths) for cells in lines)


def _cells(figure: Figure) -> tuple[str, ...]:
    numbers = map(_number, (figure.shipped, figure.protocol, figure.baseline))
    return (figure.task, figure.metric, *numbers, figure.published or "–")


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 10 else f"{value:.3f}"


def _line(cells: tuple[str, ...], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
