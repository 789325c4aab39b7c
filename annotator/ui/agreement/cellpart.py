"""The right part: the claims of the chosen cell, and how to read the page."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSizePolicy,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.review.words import MEANINGS
from annotator.ui.agreement.cards import ClaimCards
from annotator.ui.agreement.claims import ClaimModel
from annotator.ui.agreement.part import Part
from annotator.ui.agreement.view import AgreementView, ClaimLine, Places
from annotator.ui.fonts import ui_font
from annotator.ui.kit.keycap import GAP, HEIGHT, cap_width, caps_of, paint_cap
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.styled import Look, Piece, Styled
from annotator.ui.kit.tall import Tall
from annotator.ui.theme import Theme

_EDGE = 16
_MANY = 40
"""So many cards fill any screen."""
_LEAST_LIST = 120


class CellList(QListView):
    """The cards, as high as they need up to a limit; then they scroll by themselves."""

    opened = Signal(object)
    """The ``ClaimLine`` that was entered or double clicked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.claims = ClaimModel()
        self.setModel(self.claims)
        self.cards = ClaimCards(self.claims, theme, self)
        self.setItemDelegate(self.cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Claims of this cell")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._most = _LEAST_LIST
        self.doubleClicked.connect(lambda index: self.opened.emit(self.claims.line(index.row())))

    def show_places(self, view: AgreementView, places: Places) -> None:
        self.claims.show(view, places)
        if self.claims.rowCount():
            self.setCurrentIndex(self.claims.index(0))
        self._fit()

    @property
    def line(self) -> ClaimLine | None:
        """The claim that Enter would open."""
        index = self.currentIndex()
        return self.claims.line(index.row()) if index.isValid() else None

    def set_room(self, most: int) -> None:
        """As high as its cards, but no higher than this."""
        self._most = most
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """The bar is there or not before anything is laid out: its width changes the heights."""
        high = self._wanted(self.width())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if high > self._most else policy.ScrollBarAlwaysOff
        )
        high = min(high, self._most)
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)
        self.scheduleDelayedItemsLayout()

    def _wanted(self, width: int) -> int:
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, width, 0)
        rows = range(min(self.claims.rowCount(), _MANY))
        return 2 + sum(self.cards.sizeHint(option, self.claims.index(row)).height() for row in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are nobody's search through the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.line is not None:
                self.opened.emit(self.line)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class CellPart(Part):
    """What lies in a cell, one card a claim."""

    claim_wanted = Signal(object, object)
    """A claim's article and its ``Span`` there."""
    next_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rightPanel")
        self.setAccessibleName("Claims of the cell")
        self._theme = theme
        self._head = CellHead(theme, self)
        self.list = CellList(theme, self)
        self.list.opened.connect(self._open)
        self._none = Muted("", self)
        self.open_button = CapButton("Open in Review", "↵", self)
        self.open_button.clicked.connect(self.open_current)
        self.next_button = CapButton("Next cell", "→", self)
        self.next_button.clicked.connect(self.next_wanted)
        self._reading = [Styled(ui_font(), 20, theme, self) for _ in _READING]
        for label, (lead, rest) in zip(self._reading, _READING, strict=True):
            label.set_pieces([Piece(lead, Look.BOLD), Piece(rest)])
        self._trust = Muted("", self)
        self._lay_out()

    def show_places(
        self, view: AgreementView, places: Places, head: list[Piece], nothing: str = ""
    ) -> None:
        """These claims, under this caption; ``nothing`` is said where there are none."""
        self._head.show_pieces(head, len(places))
        self.list.show_places(view, places)
        self._none.setText(nothing)
        self._none.setVisible(not places and bool(nothing))
        self.list.setVisible(bool(places))
        self.open_button.setEnabled(bool(places))

    def show_trust(self, words: str) -> None:
        """How far the number can be trusted, in a sentence."""
        self._trust.setText(words)
        self._trust.setVisible(bool(words))

    def open_current(self) -> None:
        """Asks for the claim in hand of the list."""
        if self.list.line is not None:
            self._open(self.list.line)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.list.cards.set_theme(theme)
        self.list.viewport().update()
        self._head.set_theme(theme)
        for label in self._reading:
            label.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.set_room(max(_LEAST_LIST, round(self.height() * 0.56)))

    def _open(self, line: ClaimLine) -> None:
        self.claim_wanted.emit(line.article, line.span)

    def _lay_out(self) -> None:
        inside = Tall(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(_EDGE, 12, _EDGE, 16)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addSpacing(8)
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.next_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(26)
        column.addWidget(Caption("How to read this", inside))
        column.addSpacing(6)
        for label in self._reading:
            column.addWidget(label)
            column.addSpacing(7)
        column.addSpacing(3)
        column.addWidget(self._trust)
        column.addStretch(1)
        scroll = QScrollArea(self)
        clear_scroll(scroll, inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(scroll)


class CellHead(QWidget):
    """What the claims have in common, and how many they are."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        font = ui_font(11, bold=True)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        self._words = Styled(font, 17, theme, self)
        self._count = Muted("", self, small=True)
        self._count.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)

    def show_pieces(self, pieces: list[Piece], count: int) -> None:
        self._words.set_pieces(pieces)
        self._count.setText(f"{count:,} claim" + ("" if count == 1 else "s"))

    def set_theme(self, theme: Theme) -> None:
        self._words.set_theme(theme)


class CapButton(QAbstractButton):
    """A button on paper with the key that does the same."""

    def __init__(self, text: str, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self._caps = caps_of(keys)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        caps = sum(map(cap_width, self._caps)) + GAP * (len(self._caps) - 1)
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(12 + words + 5 + caps + 12), 30)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, box = QPalette.ColorRole, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        quiet = self.palette().color(roles.PlaceholderText)
        painter.setPen(QPen(quiet if self.underMouse() else self.palette().color(roles.Mid)))
        painter.setBrush(self.palette().color(roles.Base))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(self.palette().color(roles.WindowText) if self.isEnabled() else quiet)
        painter.setFont(self.font())
        words = self.fontMetrics().horizontalAdvance(self.text())
        flags = Qt.AlignmentFlag
        painter.drawText(self.rect().adjusted(12, 0, 0, 0), flags.AlignVCenter, self.text())
        left = 12.0 + words + 5
        for cap in self._caps:
            at = QRectF(round(left), (self.height() - HEIGHT) // 2, 1, 1).topLeft()
            left += paint_cap(painter, at, cap, self.palette()) + GAP
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), 6)


def _lead(sentence: str) -> tuple[str, str]:
    """A meaning's subject, which is printed bold, and what is said of it."""
    places = [sentence.find(verb) for verb in (" is ", " takes ", " stays ")]
    end = min((place for place in places if place > 0), default=len(sentence))
    return sentence[:end], sentence[end:]


_READING = [_lead(sentence) for sentence in MEANINGS.values()]
