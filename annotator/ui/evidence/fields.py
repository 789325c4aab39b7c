"""The fields of an item's form: words that are saved when the field is left, or say what is wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, Qt, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.note import NoteField
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.hairline import INSET, paint_hairline
from annotator.ui.kit.labels import Muted
from annotator.ui.note_undo import NoteUndo
from annotator.ui.theme import Theme

LABEL = 74
"""How wide the names of the fields are, in pixels."""
_PITCH = 17
_MOST = 9 * _PITCH
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Check = Callable[[str], str]
"""What is wrong with a text, in one sentence; or empty."""


class FormField(NoteField):
    """Grows with its words. Enter goes on to the next field; only ``lines`` may be broken."""

    def __init__(self, *, lines: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setFont(ui_font())
        self.set_pitch(_PITCH)
        self.set_limits(_PITCH, _MOST)
        # What is dropped is the window's: it knows what a picture is.
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        breaks = self._lines and held == Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not breaks:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._lines or not source.hasText():
            super().insertFromMimeData(source)
        else:
            self.insertPlainText(" ".join(source.text().split()))


class WordRow(QWidget):
    """A name at the left, the words beside it, and under them what is wrong with them."""

    typed = Signal(str)
    left = Signal(str)
    """The words are done, and they are right: to be saved."""
    escaped = Signal()
    grown = Signal()
    """It has another height: what is typed should stay in view."""

    def __init__(
        self,
        label: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        lines: bool = False,
        placeholder: str = "",
        label_width: int = LABEL,
    ) -> None:
        super().__init__(parent)
        self._name = Muted(label, self)
        self._theme = theme
        self._check: Check = lambda _text: ""
        self._saved = ""
        self._given: str | None = None
        """What was given away last: what is saved of it may be written more neatly."""
        self._unsaved = False
        self.field = FormField(lines=lines, parent=self)
        self.field.setAccessibleName(label)
        self.field.setPlaceholderText(placeholder)
        self._undo = NoteUndo(self.field, ACTION[ActionId.UNDO].keys, ACTION[ActionId.REDO].keys)
        self._wrong = QLabel(self)
        self._wrong.setFont(small_font())
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._build(label_width)
        self.set_theme(theme)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_text)
        self.field.left.connect(self.commit)
        self.field.escaped.connect(self.escaped)

    @property
    def text(self) -> str:
        return self.field.plain()

    @property
    def wrong(self) -> str:
        """What is wrong with the words, as it is shown."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def set_check(self, check: Check) -> None:
        self._check = check

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        palette = self._wrong.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("error"))
        self._wrong.setPalette(palette)

    def set_read_only(self) -> None:
        """A colleague's words: to be read and copied."""
        self.field.setReadOnly(True)
        self.field.setPlaceholderText("")

    def show_words(self, saved: str) -> None:
        """What is saved; words that are typed and not saved yet are not written over."""
        taken = saved != self._saved and self.text == self._given
        self._saved = saved
        if self._unsaved and not taken and self.text.strip() != saved.strip():
            return
        self._unsaved, self._given = False, None
        if self.text != saved and not (self.field.hasFocus() and self.text.strip() == saved):
            self._put(saved)

    def put_back(self, text: str) -> None:
        """Words that were typed before and could not be saved."""
        self._put(text)
        self._unsaved = True
        self._complain()

    def commit(self) -> None:
        """Gives away what was typed; what is wrong stays, and says so."""
        if not self._unsaved:
            return
        if self.text.strip() == self._saved.strip():
            self._unsaved = False
            self.left.emit(self.text)
        elif not self._complain():
            self._undo.forget()
            self._given = self.text
            self.left.emit(self.text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line under the words is dark where they are typed."""
        painter = QPainter(self)
        paint_hairline(painter, self)
        if self.field.hasFocus():
            left = self.field.mapTo(self, self.field.rect().topLeft()).x()
            low, right = self.height() - 1, self.width() - 1 - INSET
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawLine(left, low, right, low)
            painter.drawLine(left, low - 1, right, low - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _put(self, text: str) -> None:
        self.field.blockSignals(True)
        self.field.set_plain(text)
        self.field.blockSignals(False)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self._undo.forget()
        self._wrong.hide()

    def _on_text(self) -> None:
        self._unsaved, self._given = True, None
        self._complain()
        self.typed.emit(self.text)

    def _complain(self) -> bool:
        """Says what is wrong; False: nothing is."""
        wrong = self._check(self.text) if self.text.strip() else ""
        was = self.wrong
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.field.setAccessibleDescription(wrong)
        if wrong != was:
            self.grown.emit()
        return bool(wrong)

    def set_label_width(self, width: int) -> None:
        """How far in the words begin, in pixels."""
        self._name.setFixedWidth(width)

    def _build(self, label_width: int) -> None:
        name = self._name
        name.setWordWrap(False)
        name.setFixedWidth(label_width)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.field)
        words.addWidget(self._wrong)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(INSET, 4, INSET, 5)
        self.row.setSpacing(8)
        self.row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
