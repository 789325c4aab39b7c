"""How the measures are printed: one line a figure, with its bar from issue 10 and what was measured.

Nothing here asserts: a shared machine is slow at times, so a line says "met" or "NOT MET"
and the reader judges. Figures that compare two things are ratios of medians taken in one run.
"""

from __future__ import annotations

import math
import os
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

HEAD = ("figure", "bar", "beside", "min", "median", "p95", "")
WIDTHS = (52, 18, 34, 9, 9, 9, 8)


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure may be at most; ``of`` says which of the three that is: "median" or "p95"."""

    most: float
    of: str = "median"


def quantile(values: Sequence[float], part: float) -> float:
    """The nearest rank: with few values the p95 is the largest."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def heading(title: str) -> None:
    """Begins a table; the load says how far the times can be trusted."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg()[:2])
    print(f"\n{title} (load {load} on {os.cpu_count()} cores)")
    _line(HEAD)
    _line(tuple("-" * (width - 1) for width in WIDTHS))


def row(
    figure: str,
    values: Sequence[float],
    unit: str = "ms",
    *,
    bar: Bar | None = None,
    beside: str = "",
) -> None:
    """One figure; without a bar it is there to be compared with."""
    least, middle, high = min(values), median(values), quantile(values, 0.95)
    said = met = ""
    if bar is not None:
        said = f"{bar.of} ≤ {bar.most:g} {unit}"
        met = "met" if (high if bar.of == "p95" else middle) <= bar.most else "NOT MET"
    _line((figure, said, beside, *(_number(value) for value in (least, middle, high)), met))


def ratio(figure: str, above: Sequence[float], below: Sequence[float], most: float | None) -> None:
    """How many times as long one thing takes as another, by their medians."""
    times = median(above) / median(below)
    beside = f"{_number(median(above))} to {_number(median(below))}"
    said = "" if most is None else f"≤ {most:g} times"
    met = "" if most is None else "met" if times <= most else "NOT MET"
    _line((figure, said, beside, "", f"{times:.2f}x", "", met))


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:,.0f}"


def _line(cells: Sequence[str]) -> None:
    text = [f"{cell:<{width}}" for cell, width in zip(cells[:3], WIDTHS[:3], strict=True)]
    text += [f"{cell:>{width}} " for cell, width in zip(cells[3:6], WIDTHS[3:6], strict=True)]
    print("".join([*text, cells[6]]).rstrip(), flush=True)
