"""The sources as rows: name, kind, how many claims, how they stand, in how many articles."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from annotator.desk.sources import SourceRow
from annotator.domain.tags import STANDINGS, Standing
from annotator.ui.lists.model import ROW, Column, Index, ListModel
from annotator.ui.lists.table import RowDelegate, paint_counts

_STAND = "How they stand"


def _kind(row: SourceRow) -> str:
    return ", ".join(kind.value for kind in row.kinds)


def standings_told(row: SourceRow) -> str:
    """Such as "2 verified, 1 untagged"."""
    return ", ".join(
        f"{row.standings[each.standing]:,} {each.label.lower()}"
        for each in STANDINGS
        if row.standings.get(each.standing)
    )


COLUMNS: tuple[Column[SourceRow], ...] = (
    Column("Name", lambda row: row.name, lambda row: row.name.casefold(), 320),
    Column("Kind", _kind, _kind, 150),
    Column("Claims", lambda row: f"{row.claims:,}", lambda row: row.claims, 76),
    Column(
        _STAND,
        lambda _row: "",
        # First those of which the most is still to be done.
        lambda row: (row.standings.get(Standing.UNTAGGED, 0), row.claims),
        250,
        standings_told,
    ),
    Column("Articles", lambda row: f"{len(row.articles):,}", lambda row: len(row.articles), 80),
    Column(
        "Written as",
        lambda row: "; ".join(row.written),
        lambda row: "; ".join(row.written).casefold(),
        220,
    ),
)
"""``Written as``: the names in the articles, of a source that was renamed or joined."""


def looked_through(row: SourceRow) -> str:
    """What the words of the filter are looked for in."""
    return " ".join((row.name, _kind(row), *row.written))


class SourcesDelegate(RowDelegate):
    """How its claims stand is painted: a glyph and a number each, what is nought left out."""

    def paint_field(self, painter: QPainter, box: QRectF, index: Index) -> None:
        if COLUMNS[index.column()].title != _STAND:
            super().paint_field(painter, box, index)
            return
        row: SourceRow = index.data(ROW)
        counts = [
            (each.glyph, self.theme.ink(each.standing), row.standings[each.standing])
            for each in STANDINGS
            if row.standings.get(each.standing)
        ]
        paint_counts(painter, box, counts, self.theme.colour("muted"))


def new_model() -> ListModel[SourceRow]:
    return ListModel(COLUMNS, looked_through)
