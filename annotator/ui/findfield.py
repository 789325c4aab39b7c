"""The field at the top: finds in the article, or goes to a claim by its number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.stays import leaves

FIND = "Find in the article"
NUMBER = "Claim number, or T"


class FindField(QWidget):
    """One line to type in, with how many there are and the way to the next one.

    It finds nothing itself: it says what was typed and is told what to show.
    """

    typed = Signal(str)
    """These words are to be found."""
    stepped = Signal(int)
    """To the next (1) or previous (-1) place found."""
    numbered = Signal(str)
    """To the claim with this number."""
    left = Signal()
    """Esc: the keys go back to the page."""
    needed = Signal(bool)
    """Whether it has something to show: what is typed, what was found, or the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = False
        self._kept = ""
        self.line = QLineEdit(self)
        self.line.setFont(ui_font())
        self.line.textEdited.connect(self._edited)
        self.line.installEventFilter(self)
        self._cap = KeyCap("/", self.line)
        self._count = QLabel(self.line)
        self._count.setFont(small_font())
        self._count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._previous = self._button("↑", "Previous one found", -1)
        self._next = self._button("↓", "Next one found", 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self._previous)
        row.addWidget(self._next)
        self.setFocusProxy(self.line)
        self._show_mode()

    @property
    def text(self) -> str:
        """The words to find, also while a number is being asked for."""
        return self._kept if self._numbers else self.line.text()

    def ask_words(self) -> None:
        """Takes the focus, to find words; what was typed before is ready to be typed over."""
        self._to_mode(numbers=False)
        self.needed.emit(True)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def ask_number(self) -> None:
        """Takes the focus, to go to a claim."""
        self._to_mode(numbers=True)
        self.needed.emit(True)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, text: str, *, steps: bool) -> None:
        """Says how many there are; ``steps``: whether one can go from one to the next."""
        self._count.setText(text)
        self.line.setAccessibleDescription(text)
        for button in (self._previous, self._next):
            button.setVisible(steps)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Escape and the focus of the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QFocusEvent):
            gone = event.lostFocus() and leaves(event)
            if gone and self._numbers:
                self._to_mode(numbers=False)
            self._show_mode()
            self.needed.emit(not gone or bool(self.text))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(260, 28)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._numbers:
                self.numbered.emit(self.line.text())
            else:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.stepped.emit(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def _edited(self, text: str) -> None:
        if not self._numbers:
            self.typed.emit(text)
        self._show_mode()

    def _to_mode(self, *, numbers: bool) -> None:
        if numbers != self._numbers:
            if numbers:
                self._kept = self.line.text()
            self._numbers = numbers
            self.line.setText("" if numbers else self._kept)
        self._show_mode()

    def _show_mode(self) -> None:
        name = NUMBER if self._numbers else FIND
        self.line.setPlaceholderText(name)
        self.line.setAccessibleName(name)
        self._cap.setVisible(not self.line.hasFocus() and not self.line.text())
        self._count.setVisible(not self._numbers and bool(self.line.text()))
        if not self.line.text() or self._numbers:
            self._previous.hide()
            self._next.hide()
        self._place()

    def _place(self) -> None:
        right = self.line.width() - 9
        middle = self.line.height() / 2
        for widget in (self._cap, self._count):
            widget.adjustSize()
            widget.move(right - widget.width(), round(middle - widget.height() / 2))
        room = self._count.width() + 12 if self._count.isVisibleTo(self.line) else 0
        self.line.setTextMargins(0, 0, room, 0)

    def _button(self, text: str, name: str, by: int) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "plain")
        button.setFixedWidth(26)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.stepped.emit(by))
        button.hide()
        return button
