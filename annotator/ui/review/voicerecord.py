"""What an analyst's word on a claim rests on: the reason, the evidence, the attribution."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.evidence import Stance
from annotator.domain.tags import ROW, Standing
from annotator.ui.fonts import ui_font
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.reminder import Reminder
from annotator.ui.kit.styled import Look, Piece, Styled
from annotator.ui.review.view import EvidenceLine, RecordLines
from annotator.ui.theme import Theme

_PITCH = 17
_STANDINGS = {Stance.SUPPORTS: Standing.VERIFIED, Stance.CONTRADICTS: Standing.DISPUTED}
WORDS = {
    Stance.SUPPORTS: "Supports",
    Stance.CONTRADICTS: "Contradicts",
    Stance.CONTEXT: "Context",
}


class _Evidence(QWidget):
    """One piece: what it does for the claim, what it is called, where it is from; a line above."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._what = Styled(ui_font(), _PITCH, theme, self)
        self._where = Muted("", self, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._what)
        column.addWidget(self._where)

    def set_theme(self, theme: Theme) -> None:
        self._what.set_theme(theme)

    def show_line(self, line: EvidenceLine) -> None:
        self._what.set_pieces((*_stance(line.stance), Piece(f" · {line.name}")))
        self._where.setText(line.where)
        self._where.setVisible(bool(line.where))

    def set_width(self, width: int) -> None:
        self._what.setFixedHeight(self._what.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, 0, self.width(), 0)


class VoiceRecord(QWidget):
    """Hidden where nothing is recorded."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said_by = Muted("", self, small=True)
        self._reminder = Reminder("", self)
        self._lines: list[_Evidence] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(7)
        self._more = Muted("", self, small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for part in (self._said_by, self._reminder):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addWidget(self._more)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for line in self._lines:
            line.set_theme(theme)

    def show_record(self, record: RecordLines) -> None:
        self._said_by.setText(record.said_by)
        self._said_by.setVisible(bool(record.said_by))
        self._reminder.set_text(record.reminder)
        while len(self._lines) < len(record.evidence):
            line = _Evidence(self._theme, self)
            self._list.addWidget(line)
            self._lines.append(line)
        for place, line in enumerate(self._lines):
            if place < len(record.evidence):
                line.show_line(record.evidence[place])
            line.setVisible(place < len(record.evidence))
        self._more.setText(f"and {record.more:,} more")
        self._more.setVisible(bool(record.more))
        self.setVisible(not record.empty)

    def set_width(self, width: int) -> None:
        """Breaks its lines for a width it will get."""
        for line in self._lines:
            line.set_width(width)


def _stance(stance: Stance) -> tuple[Piece, ...]:
    """In its tag's ink where it speaks for or against, with the tag's glyph."""
    standing = _STANDINGS.get(stance)
    if standing is None:
        return (Piece(WORDS[stance], Look.BOLD),)
    row = ROW[standing]
    return (Piece(f"{row.glyph} {WORDS[stance]}", Look.BOLD, f"{row.role}-ink"),)
