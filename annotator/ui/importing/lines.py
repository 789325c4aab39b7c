"""One article of the list: how far it has come, its name, what came of it, what can be done."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.wording import set_apart
from annotator.ui.choice import ChoiceBox
from annotator.ui.exchange.progress import Line as Bar
from annotator.ui.fonts import ui_font
from annotator.ui.importing.view import Line, Offer, Sign
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided, Muted, breakable
from annotator.ui.kit.styled import Look, Piece, Styled
from annotator.ui.theme import Theme

HIGH = 38
NARROW = 460
"""Below so many pixels what came of it stands under the name."""
_SIGN = 22
_RIGHT = 92
_BAR = 150
_EDGE = 4
"""Room that a button has round its words: other words end where its words do."""
_NAME, _SAYS = 328, 200
"""How the name and what came of it share the width."""
_SIGNS = {
    Sign.READ: "read",
    Sign.READING: "being read",
    Sign.WAITS: "waits",
    Sign.REFUSED: "not read",
    Sign.ASKS: "waits for an answer",
    Sign.OUT: "not brought in",
}
_WORDS = {
    Offer.OPEN: "open",
    Offer.OTHER_FILE: "other file…",
    Offer.WHOLE: "Take the whole text",
    Offer.AGAIN: "try again",
    Offer.FETCH: "Fetch",
    Offer.LEAVE: "leave it",
}


class LineRow(QWidget):
    """A line with a fine rule under it; longer ones are higher."""

    wanted = Signal(int, object)
    """The line's key, and the ``Offer`` that was taken."""
    encoding_wanted = Signal(int, str)
    """The line's key, and the encoding it should be read in."""

    def __init__(self, line: Line, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.line, self._theme = line, theme
        self._said = False
        self.buttons: dict[Offer, KeyButton] = {}
        self.setMinimumHeight(HIGH)
        self.setAccessibleName(_spoken(line))
        sign = QLabel(line.sign.value, self)
        sign.setFont(ui_font(bold=line.sign is Sign.REFUSED))
        sign.setFixedWidth(_SIGN)
        sign.setAccessibleName(_SIGNS[line.sign])
        self._says = Elided("", self)
        self._says.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar = Bar(theme, self)
        self._bar.setMaximumWidth(_BAR)
        self.encodings = ChoiceBox(self) if line.encodings else None
        right = self._right()
        self._first = first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget, share in self._middle():
            first.addWidget(widget, share, Qt.AlignmentFlag.AlignVCenter)
        first.addSpacing(8)
        first.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 0, 5)
        column.setSpacing(3)
        column.addLayout(first)
        for below in self._below():
            column.addLayout(below)
        self.follow(line)

    def follow(self, line: Line) -> None:
        """The same line, further on."""
        if line == self.line and self._said:
            return
        self.line, self._said = line, True
        reads = line.sign is Sign.READING
        self._bar.setVisible(reads)
        self._bar.show_share(line.share)
        self._says.set_text(line.says)

    def fits(self, line: Line) -> bool:
        """Whether ``follow`` is enough to show it."""
        return _shape(line) == _shape(self.line)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in its order."""
        return (*self.buttons.values(), *((self.encodings,) if self.encodings else ()))

    def set_theme(self, theme: Theme) -> None:
        self._bar.set_theme(theme)
        for words in self.findChildren(Styled):
            words.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setMaximumWidth(_BAR if event.size().width() > NARROW else 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _middle(self) -> Iterator[tuple[QWidget, int]]:
        line = self.line
        if line.refused:
            words = Styled(ui_font(), 18, self._theme, self)
            called = set_apart(breakable(line.name))
            head = [Piece(f"{called}\N{EM SPACE}"), Piece("Not read: ", Look.BOLD)]
            words.set_pieces([*head, Piece(breakable(line.refused))])
            yield words, 1
            return
        name = Elided(line.name, self)
        ways = Qt.AlignmentFlag
        # At the left whichever way it is written: it is a column.
        name.setAlignment(ways.AlignLeft | ways.AlignAbsolute | ways.AlignVCenter)
        yield name, _NAME
        yield (self._barred() if line.sign is Sign.READING else self._says), _SAYS

    def _barred(self) -> QWidget:
        """The bar at the left of its column."""
        column = QWidget(self)
        column.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(column)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar, 1)
        row.addStretch(0)
        return column

    def _right(self) -> QWidget:
        """What can be done, or how far it is; every line's as wide, so that they stand in columns."""
        right = QWidget(self)
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(0)
        if self.line.sign is Sign.READING:
            self._says.setContentsMargins(0, 0, _EDGE, 0)
            self._says.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(self._says, 1)
        for offer in self.line.offers:
            button = KeyButton(_WORDS[offer], parent=right, link=True)
            button.setAccessibleName(f"{_WORDS[offer]}: {self.line.name}")
            button.clicked.connect(lambda _=False, offer=offer: self._take(offer))
            self.buttons[offer] = button
            row.addWidget(button)
        if self.line.sign is Sign.READING or not self.line.refused:
            right.setFixedWidth(max(_RIGHT, right.sizeHint().width()))
        return right

    def _take(self, offer: Offer) -> None:
        self.wanted.emit(self.line.key, offer)

    def _below(self) -> Iterator[QHBoxLayout]:
        line = self.line
        for at, notice in enumerate(line.notices, 1):
            row = QHBoxLayout()
            row.setContentsMargins(_SIGN, 0, 8, 2)
            row.setSpacing(8)
            row.addWidget(Muted(notice, self), 1)
            if at == len(line.notices) and self.encodings is not None:
                self._show_encodings(self.encodings)
                row.addWidget(self.encodings)
            yield row

    def _show_encodings(self, box: ChoiceBox) -> None:
        line = self.line
        box.setAccessibleName(f"The encoding of {line.name}")
        box.addItems([line.encoding, *line.encodings])
        box.activated.connect(lambda at: self._choose(box.itemText(at)))

    def _choose(self, name: str) -> None:
        if name != self.line.encoding:
            self.encoding_wanted.emit(self.line.key, name)


def _shape(line: Line) -> object:
    """What of a line makes it look otherwise than by its words alone."""
    told = "" if line.sign is Sign.READING else line.says
    return (line.key, line.name, line.sign, told, line.refused, line.notices, line.offers)


def _spoken(line: Line) -> str:
    words = f"not read: {line.refused}" if line.refused else line.says or _SIGNS[line.sign]
    return f"{line.name}, {words}"
