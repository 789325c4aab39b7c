"""What stands beside the list of an import: what it does, and what has come in so far."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from annotator.domain.wording import amount
from annotator.ui.exchange.paper import plain
from annotator.ui.importing.view import Totals
from annotator.ui.kit.labels import Caption
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.kit.valuerow import ROOM, ValueRow

_SIDE = 16
_WHAT = (
    "Keeps the original bytes, reads the text as it is, cuts it into sentences and sets page "
    "furniture aside. “Remove from the list” takes an article off again; its bytes stay until "
    "they are erased."
)


class ImportSide(QWidget):
    """Says; nothing in it can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What import does")
        self.rows = {name: ValueRow(name, self) for name in _ROWS}
        inside = Tall(self)
        column = QVBoxLayout(inside)
        # A row has room of its own at both sides: its words begin where the others do.
        column.setContentsMargins(_SIDE - ROOM, 14, _SIDE - ROOM, 16)
        column.setSpacing(0)
        what, so_far = Caption("What import does", inside), Caption("Read so far", inside)
        says = plain(_WHAT, inside)
        for words in (what, says, so_far):
            words.setContentsMargins(ROOM, 0, ROOM, 0)
        column.addWidget(what)
        column.addSpacing(7)
        column.addWidget(says)
        column.addSpacing(20)
        column.addWidget(so_far)
        column.addSpacing(4)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        scroll = QScrollArea(self)
        clear_scroll(scroll, inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.show_totals(Totals())

    def show_totals(self, totals: Totals) -> None:
        said = (
            f"{totals.articles:,}",
            f"{totals.claims:,}",
            amount(totals.aside, "line"),
            f"{totals.attachments:,}",
        )
        for (name, row), value in zip(self.rows.items(), said, strict=True):
            row.show_value(name, value)


_ROWS = ("Articles", "Claims", "Set aside as furniture", "Attached files kept")
