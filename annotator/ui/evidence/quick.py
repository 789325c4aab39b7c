"""The quick entry: one line while it rests, a field with what it understood while one types."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import Qt, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.text.addresses import read_entry
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.evidence.offers import Offers
from annotator.ui.evidence.quickfield import QuickField
from annotator.ui.evidence.understood import LONG, fit_to_enter, understood
from annotator.ui.evidence.view import Answers, NoAnswers
from annotator.ui.fonts import small_font
from annotator.ui.kit.card import Card
from annotator.ui.kit.quietline import QuietLine
from annotator.ui.kit.styled import Styled
from annotator.ui.note_undo import NoteUndo
from annotator.ui.theme import Theme

EMPTY = ("Evidence: paste, drop or type",)
MORE = (
    "Paste, drop or type: address − B2 “quoted words”",
    "Paste, drop or type: address − B2 “quote”",
    "Paste, drop or type: address − B2",
    "Paste, drop or type",
)
_KEYS = ("Ctrl+V", ACTION[ActionId.EVIDENCE].keys[0])
_PLACEHOLDER = "Address, then − B2 “quoted words”"
_SOON = 60
"""Milliseconds after a key until the library is looked through."""
_PITCH = 15


class QuickEntry(QWidget):
    """It finds and saves nothing itself: it says what was typed, and asks what is there."""

    entered = Signal(str)
    """What was typed is evidence now, and the field is empty for the next."""
    used = Signal(str, str)
    """An item of the library by its id, and how it is to serve, as typed."""
    typed = Signal(str)
    """At each change, for the draft."""
    brought = Signal(object)
    """A ``QMimeData``: a picture or files were pasted into the field."""
    left = Signal()
    """Esc: the keys go back to the page."""
    grown = Signal()
    """It is higher than before: all of it should be seen."""
    back_wanted = Signal()
    """Up: the keys go to the cards above."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: Answers = NoAnswers()
        self._together = 1
        self.line = QuietLine(EMPTY, _KEYS, self)
        self.line.clicked.connect(self.open)
        self.field = QuickField(self)
        self.field.setAccessibleName("Evidence")
        self.field.setPlaceholderText(_PLACEHOLDER)
        self._undo = NoteUndo(self.field, ACTION[ActionId.UNDO].keys, ACTION[ActionId.REDO].keys)
        self._says = Styled(small_font(), _PITCH, theme, self)
        self._offers = Offers(self)
        self._looking = QTimer(self, interval=_SOON, singleShot=True)
        self._looking.timeout.connect(self._look)
        self._opened = self._build()
        self._connect()
        self._fold()

    @property
    def text(self) -> str:
        return self.field.plain()

    def set_answers(self, answers: Answers) -> None:
        self._answers = answers

    def set_theme(self, theme: Theme) -> None:
        self._says.set_theme(theme)

    def show_rest(self, *, first: bool) -> None:
        """``first``: there is no evidence yet."""
        self.line.set_words(EMPTY if first else MORE)

    def show_together(self, together: int) -> None:
        """So many claims get what is entered."""
        if together != self._together:
            self._together = together
            self._say()

    def open(self) -> None:
        """Shows the field and gives it the keys, behind what is written already."""
        self._unfold()
        self.to_end()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def to_end(self) -> None:
        """What is typed next stands behind what is written."""
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def put(self, text: str, *, at_start: bool = False) -> None:
        """Writes a text into the field as if it were typed, ``at_start`` before it what comes."""
        cursor = self.field.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        if at_start:
            cursor.setPosition(0)
        self.field.setTextCursor(cursor)

    def show_text(self, text: str) -> None:
        """Another claim's words, or none; nobody typed them just now."""
        self.field.blockSignals(True)
        self.field.set_plain(text)
        self.field.blockSignals(False)
        self._undo.forget()
        self._say()
        self._offers.hide()
        if not self.field.hasFocus():
            self._fold()

    def _build(self) -> QWidget:
        opened = QWidget(self)
        card = Card(opened)
        card.ring_with(self.field)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(11, 6, 11, 8)
        inside.addWidget(self.field)
        column = QVBoxLayout(opened)
        column.setContentsMargins(4, 3, 4, 0)
        column.setSpacing(5)
        column.addWidget(card)
        says = QVBoxLayout()
        says.setContentsMargins(11, 0, 4, 0)
        says.addWidget(self._says)
        column.addLayout(says)
        column.addWidget(self._offers)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line)
        box.addWidget(opened)
        return opened

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text)
        self.field.left.connect(self._fold)
        self.field.escaped.connect(self.left)
        self.field.entered.connect(self._enter)
        self.field.stepped.connect(self._step)
        self.field.brought.connect(self.brought)
        self._offers.chosen.connect(self._use)

    def _on_text(self) -> None:
        self.typed.emit(self.text)
        self._say()
        self._looking.start()
        self.grown.emit()

    def _say(self) -> None:
        pieces = understood(self.text, self._together)
        self._says.set_pieces(pieces)
        self.field.setAccessibleDescription("".join(piece.text for piece in pieces))

    def _look(self) -> None:
        """What the library holds of these words; while there are none, what was used last."""
        if not self.field.hasFocus():
            return
        typed = self.text
        words = "" if not typed.strip() or len(typed) > LONG else read_entry(typed).title
        if typed.strip() and not words:
            self._offers.show_offers((), "")
            return
        found = self._answers.found(words)
        self._offers.show_offers(found, "In the library" if words else "Used last")
        # When it is laid out.
        QTimer.singleShot(0, self, self.grown.emit)

    def _step(self, by: int) -> None:
        if self._offers.isVisible() and self._offers.step(by):
            chosen = self._offers.current
            self.field.setAccessibleDescription(chosen.name if chosen else "")
        elif by < 0:
            self.back_wanted.emit()

    def _enter(self) -> None:
        chosen = self._offers.current if self._offers.isVisible() else None
        if chosen is not None:
            self._use(chosen.id)
            return
        text = self.text
        if not fit_to_enter(text):
            self._say()
            return
        self._empty()
        self.entered.emit(text)

    def _use(self, item: str) -> None:
        text = self.text
        self._empty()
        self.used.emit(item, text)

    def _empty(self) -> None:
        self.show_text("")
        self.typed.emit("")
        self._looking.start()

    def _unfold(self) -> None:
        self.line.hide()
        self._opened.show()

    def _fold(self) -> None:
        """An empty entry is one line; what is typed and not entered stays to be seen."""
        empty = not self.text.strip()
        self._opened.setVisible(not empty)
        self.line.setVisible(empty)
        self._offers.hide()
