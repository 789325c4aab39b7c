"""The plain lines of a preview: a file, an article, what does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.exchange.paper import plain
from annotator.ui.exchange.view import ArticleLine, FileLine, LeftOutLine, Sign
from annotator.ui.fonts import ui_font
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.styled import Look, Piece, Styled
from annotator.ui.theme import Theme

HIGH = 38
_SIGNS = {
    Sign.READ: "read",
    Sign.READING: "being read",
    Sign.REFUSED: "not read",
    Sign.ASKS: "waits for an answer",
}


class Ruled(QWidget):
    """A line of a list, with a fine rule under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumHeight(HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class FileRow(Ruled):
    """One file: how far it has come, its name, and what came of it."""

    def __init__(self, line: FileLine, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        sign = QLabel(line.sign.value, self)
        sign.setFont(ui_font(bold=line.sign is Sign.REFUSED))
        sign.setFixedWidth(22)
        sign.setAccessibleName(_SIGNS[line.sign])
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 4, 5)
        row.setSpacing(4)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        if line.refused:
            words = Styled(ui_font(), 18, theme, self)
            pieces = [Piece(f"{line.name}   "), Piece("Not read: ", Look.BOLD)]
            words.set_pieces([*pieces, Piece(line.refused)])
            row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addWidget(Elided(line.name, self), 1)
            says = Muted(line.says, self)
            says.setWordWrap(False)
            row.addWidget(says)


class ArticleRow(Ruled):
    """One article, and what comes in for it."""

    def __init__(self, line: ArticleLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        title = Elided(line.title, self)
        title.setFont(ui_font(bold=True))
        new = " · new here" if line.fresh else ""
        says = Muted(f"{line.says}{new}", self)
        self.setAccessibleName(f"{line.title}: {line.says}{new}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 4, 8)
        column.setSpacing(1)
        column.addWidget(title)
        column.addWidget(says)


class LeftOutRow(Ruled):
    """What does not come in, and why."""

    def __init__(self, line: LeftOutLine, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 4, 8)
        column.setSpacing(1)
        column.addWidget(plain(line.what, self))
        column.addWidget(Muted(line.why, self))
