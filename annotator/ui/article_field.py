"""One field of the article record, with what is offered for it below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.articleview import OfferView
from annotator.ui.kit.chip import Chip
from annotator.ui.kit.labels import Muted
from annotator.ui.linefield import LineField


class OfferRow(QWidget):
    """One thing that is offered, a dashed chip until it is taken, and where it was read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = Chip(self)
        self.source = Muted("", self, small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.chip)
        row.addWidget(self.source, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_offer(self, label: str, offer: OfferView) -> None:
        self.chip.set_words(offer.value, is_open=True)
        self.chip.setAccessibleName(
            f"Suggested {label.lower()}: {offer.value}, from {offer.source}"
        )
        self.source.setText(offer.source)


class ArticleField(QWidget):
    """What stands in it counts; what is offered does not, until somebody takes it.

    Taking an offer puts it into the field, where it can still be corrected; it is saved with the rest.
    """

    def __init__(self, label: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._offers: tuple[OfferView, ...] = ()
        self._source = self._known = ""
        self._rows: list[OfferRow] = []
        self.line = LineField(label, hint, self)
        self._says = Muted("", self, small=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._column.addWidget(self.line)
        self._column.addWidget(self._says)
        self.line.textChanged.connect(lambda _text: self._show())

    def show_field(self, known: str, offers: Sequence[OfferView], source: str) -> None:
        """``source`` is where what is known was read, "" where somebody typed it."""
        self._known, self._source, self._offers = known, source, tuple(offers)
        while len(self._rows) < len(self._offers):
            self._add_row()
        self.line.put(known)
        self._show()

    @property
    def says(self) -> str:
        """Where what stands in the field was read, as it is said below it."""
        return self._says.text() if self._says.isVisibleTo(self) else ""

    @property
    def rows(self) -> list[OfferRow]:
        """What is offered and can be seen."""
        return [row for row in self._rows if row.isVisibleTo(self)]

    @property
    def open(self) -> tuple[OfferView, ...]:
        """What is offered and does not stand in the field."""
        text = self.line.text().strip()
        return tuple(one for one in self._offers if one.value != text)

    def take(self, place: int = 0) -> None:
        """Puts what is offered into the field; it is not saved yet."""
        self.line.setText(self._offers[place].value)
        self.line.setCursorPosition(0)

    def _add_row(self) -> None:
        row, place = OfferRow(self), len(self._rows)
        row.chip.clicked.connect(lambda: self.take(place))
        self._column.addWidget(row)
        # Tab comes to what is offered right after its field.
        self.setTabOrder(self._rows[-1].chip if self._rows else self.line, row.chip)
        self._rows.append(row)

    def _show(self) -> None:
        text, shown = self.line.text().strip(), self.open
        for place, row in enumerate(self._rows):
            offer = self._offers[place] if place < len(self._offers) else None
            row.setVisible(offer in shown)
            if offer is not None:
                row.show_offer(self._label, offer)
        source = next((one.source for one in self._offers if one.value == text), "")
        if text and text == self._known:
            source = source or self._source
        self._says.setText(f"from {source}" if source else "")
        self._says.setVisible(bool(source))
