"""What stands in the middle of an empty library: how to begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.fonts import serif_font, ui_font
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.ring import paint_ring

MEASURE = 620
ABOVE = 142


class StartPage(QScrollArea):
    """Three ways to begin, two quieter ones, and the name one tags under."""

    action_wanted = Signal(object)
    """An ``ActionId``."""
    name_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = QLineEdit(self)
        self.name.setAccessibleName("You tag as")
        self.name.setFixedWidth(150)
        self.name.editingFinished.connect(lambda: self.name_given.emit(self.name.text()))
        self.drop = DropArea(self)
        self.cards = {
            action: StartCard(action, title, words, self) for action, title, words in _CARDS
        }
        for action, card in self.cards.items():
            card.clicked.connect(lambda _=False, action=action: self.action_wanted.emit(action))
        self.others: dict[ActionId, KeyButton] = {}
        inside = QWidget(self)
        inside.setObjectName("startPaper")
        self._lay_out(inside)
        self.setWidget(inside)
        self.setFocusProxy(self.cards[ActionId.OPEN])
        # Before the first card, Tab would pass over it: there the page's own proxy is asked.
        last: QWidget = self.cards[ActionId.SAMPLE]
        for following in (*self.others.values(), self.name):
            self.setTabOrder(last, following)
            last = following

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        self._above = QSpacerItem(0, ABOVE)
        column.addItem(self._above)
        for text, font, below in (
            ("Start with one article.", serif_font(27, bold=True), 10),
            (_WHAT, serif_font(17.5), 24),
        ):
            words = QLabel(text, inside)
            words.setFont(font)
            words.setWordWrap(True)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            column.addWidget(words)
            column.addSpacing(below)
        column.addWidget(self.drop)
        column.addSpacing(12)
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for card in self.cards.values():
            cards.addWidget(card, 1)
        column.addLayout(cards)
        column.addSpacing(10)
        column.addWidget(self._others(inside))
        column.addSpacing(14)
        column.addLayout(self._name_line(inside))
        column.addStretch(1)
        column.addSpacing(24)
        row = QHBoxLayout(inside)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addLayout(column, 100)
        row.addStretch(1)
        self._column = column
        self._row = row

    def _others(self, inside: QWidget) -> QWidget:
        """The quieter ways to begin."""
        row = QWidget(inside)
        flow = Flow(row, across=10, down=2)
        for action, words in _OTHERS:
            keys = ACTION[action].keys
            button = KeyButton(words, keys[0] if keys else "", row)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, action=action: self.action_wanted.emit(action))
            self.others[action] = button
            flow.addWidget(button)
        return row

    def _name_line(self, inside: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        before = QLabel("You tag as", inside)
        before.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        before.setBuddy(self.name)
        line.addWidget(before)
        line.addWidget(self.name)
        line.addWidget(Muted("Colleagues will see this name.", inside), 1)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The measure is that of the drawing, or what there is."""
        super().resizeEvent(event)
        side = max(24, (self.viewport().width() - MEASURE) // 2)
        self._row.setContentsMargins(side, 0, side, 0)
        self._above.changeSize(0, max(24, min(ABOVE, self.height() // 5)))
        self._column.invalidate()


_WHAT = (
    "Annotator shows it as a page, sentence by sentence, and keeps what you find next to "
    "what it says. Nothing leaves this machine."
)

_CARDS = (
    (ActionId.OPEN, "Open", "Choose files; several at once are fine."),
    (ActionId.PASTE, "Paste", f"An article’s text. Later: {ACTION[ActionId.PASTE].keys[0]}"),
    (ActionId.SAMPLE, "Sample", "A short article to try the keys on."),
)


_OTHERS = (
    (ActionId.OPEN_FOLDER, "A folder…"),
    (ActionId.OPEN_ADDRESS, "A web address…"),
)


class DropArea(QFrame):
    """Shows that files can be dropped; the whole window takes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.over = False
        head = QLabel("Drop files or a folder here", self)
        head.setFont(ui_font(15, bold=True))
        below = Muted("text, Word, PDF, HTML, saved e-mail", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 20, 28)
        column.setSpacing(3)
        for words in (head, below):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = QPalette.ColorRole
        pen = QPen(self.palette().color(roles.PlaceholderText), 1, Qt.PenStyle.DashLine)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class StartCard(QAbstractButton):
    """One way to begin: its name, its key, and a sentence."""

    def __init__(self, action: ActionId, title: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setAccessibleName(f"{title}: {words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        head = QLabel(title, self)
        head.setFont(ui_font(bold=True))
        top = QHBoxLayout()
        top.addWidget(head, 1)
        keys = ACTION[action].empty_keys or ACTION[action].keys
        if keys:
            top.addWidget(KeyCap(keys[0], self))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 13, 14, 13)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(Muted(words, self), 1, Qt.AlignmentFlag.AlignTop)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._column.totalSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = QPalette.ColorRole
        edge = roles.PlaceholderText if self.underMouse() else roles.Mid
        painter.setPen(QPen(self.palette().color(edge)))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), 8)
