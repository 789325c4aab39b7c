"""A row of measures as it is printed, said and broken into lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from annotator.domain.tags import ROW
from annotator.review.words import number
from annotator.ui.agreement.view import MeasureRow
from annotator.ui.fonts import ui_font

PAIR_HEADS = {
    "agree": "agree",
    "chance": "by chance",
    "percent": "percent",
    "kappa": "Cohen’s kappa, 95 %",
    "alpha": "Kripp. alpha",
    "ac1": "Gwet AC1",
}
ALL_HEADS = PAIR_HEADS | {"agree": "all agree", "kappa": "Fleiss’ kappa"}
_SPOKEN = {
    "agree": "agree on",
    "chance": "by chance",
    "percent": "percent",
    "kappa": "kappa",
    "alpha": "Krippendorff’s alpha",
    "ac1": "Gwet’s AC1",
}
_STATISTICS = ("kappa", "alpha", "ac1")


@dataclass(frozen=True, slots=True)
class Printed:
    """``values`` by column, the ``interval`` in words, and why what is missing is undefined."""

    values: dict[str, str]
    interval: str
    undefined: dict[str, str]

    @property
    def why(self) -> str:
        """The reasons, each once."""
        return " ".join(dict.fromkeys(self.undefined.values()))

    def spoken(self, label: str) -> str:
        """The whole row in a sentence."""
        said = []
        for name, text in self.values.items():
            between = f" from {self.interval}" if name == "kappa" and self.interval else ""
            said.append(f"{_SPOKEN[name]} {text}{between}")
        return f"{label}: {', '.join(said)}. {self.why}".strip()

    def lines(self, heads: dict[str, str], width: int) -> Iterator[str]:
        """The numbers as lines of words, for a narrow window."""
        found = self.values
        if "agree" in found:
            yield f"{heads['agree']} {found['agree']}"
        if "chance" in found:
            share = f" · {found['percent']}" if "percent" in found else ""
            yield f"by chance {found['chance']}{share}"
        if "kappa" in found:
            interval = f", {self.interval}" if self.interval else ""
            yield f"{heads['kappa'].partition(',')[0]} {found['kappa']}{interval}"
        both = [f"{heads[name]} {found[name]}" for name in ("alpha", "ac1") if name in found]
        if both:
            yield " · ".join(both)
        yield from broken(self.why, width, ui_font(12))


def printed(row: MeasureRow) -> Printed:
    """Two decimals, a real minus, and nothing where there is nothing."""
    values = {"agree": row.agree, "chance": row.chance}
    if row.percent is not None:
        values["percent"] = f"{row.percent:.0f} %"
    for name in _STATISTICS:
        value = getattr(row, name)
        if value is not None:
            values[name] = number(value)
    interval = ""
    if row.low is not None and row.high is not None and row.low < row.high:
        interval = f"{number(max(-1.0, row.low))} to {number(min(1.0, row.high))}"
    undefined = {name: row.undefined[name] for name in _STATISTICS if name in row.undefined}
    return Printed({name: text for name, text in values.items() if text}, interval, undefined)


def label_of(row: MeasureRow) -> str:
    """Such as "All three tags", "disputed, or not"."""
    return (
        "All three tags" if row.standing is None else f"{ROW[row.standing].label.lower()}, or not"
    )


def broken(text: str, width: int, font: QFont) -> Iterator[str]:
    """A sentence in lines that fit."""
    measure, line = QFontMetricsF(font), ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and measure.horizontalAdvance(longer) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line
