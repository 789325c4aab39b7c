"""One box over the window that finds everything: articles, claims, notes, evidence, commands.

It finds nothing itself: it says what was typed and what was chosen, and is told what to show.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.desk.filters import Filters
from annotator.domain.article import ArticleId
from annotator.ui.keys import alt_letter
from annotator.ui.kit.growing import right_to_left
from annotator.ui.kit.veil import Veil
from annotator.ui.search.edges import SEARCH, Foot, Head, rule
from annotator.ui.search.filterrow import FilterRow
from annotator.ui.search.listed import LineList
from annotator.ui.search.view import Kind, Line, Results
from annotator.ui.theme import Theme

WIDE, TOP, LEAST_SIDE = 680, 64, 16
PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(Veil):
    """The box, the list under it, and what the keys do at its foot."""

    typed = Signal(str)
    chosen = Signal(object)
    """The target of a line: go there, or do it. None: Enter where no line is."""
    narrowed = Signal()
    """Ctrl+Enter: only the claims found are to be shown on the page."""
    all_wanted = Signal(object)
    """Everything of this group (a heading's ``all_of``)."""
    filtered = Signal(object)
    """The search is narrowed to these ``Filters``."""
    dropped = Signal(object)
    """Delete while nothing is typed: the target of the line that is chosen."""
    back_wanted = Signal()
    """Esc: one level back, or out."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over, theme)
        self.setAccessibleName(SEARCH)
        self._head, self._foot = Head(self.sheet), Foot(self.sheet)
        self.filters = FilterRow(self.sheet)
        self.filters.changed.connect(self.filtered)
        self.list = LineList(theme, self.sheet)
        self.list.clicked_at.connect(self._clicked)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self._head.close_button.clicked.connect(self.shut)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self._head, rule(self.sheet), self.filters, rule(self.sheet)):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self.set_theme(theme)

    @property
    def field(self) -> QLineEdit:
        return self._head.field

    @property
    def line(self) -> Line | None:
        """The line that Enter would choose."""
        return self.list.line

    def show_filters(
        self, filters: Filters, article: ArticleId | None, people: Sequence[tuple[str, str]]
    ) -> None:
        """What the search is narrowed to, and what else it could be."""
        self.filters.show_filters(filters, article, people)

    def ask(self, question: str) -> None:
        """The field asks for something else than what to search; "" ends that."""
        self._head.ask(question or SEARCH)

    def say(self, words: str) -> None:
        """Says something in the place of the list."""
        self.show_results(Results((Line(Kind.SAYS, words),)))

    def say_count(self, words: str) -> None:
        """Says beside the field how many there are."""
        self._head.say_count(words)

    def open_with(self, text: str) -> None:
        """Opens it with these words, ready to be typed over."""
        if self.field.text() == text:
            self.typed.emit(text)
        self.field.setText(text)
        self.field.selectAll()
        self.open()
        # The list is as high as its lines only now.
        self.list.reveal()

    def show_results(self, results: Results, *, stay: bool = False) -> None:
        """Shows these lines and chooses the first; ``stay``: what was chosen, where it is there."""
        self.list.show_lines(results.lines, stay=stay)
        self.say_count(results.count)
        self.place()
        self.list.reveal()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.list.set_theme(theme)

    def stops(self) -> list[QWidget]:
        return [self.field]

    def place(self) -> None:
        wide = min(WIDE, self.width() - 2 * LEAST_SIDE)
        top = min(TOP, max(LEAST_SIDE, self.height() // 8))
        row, listed = self.filters.layout(), self.list.high
        filters = row.heightForWidth(wide) if row is not None else 0
        around = self._head.sizeHint().height() + self._foot.sizeHint().height() + filters + 5
        high = min(around + (listed + 14 if listed else 0), self.height() - top - LEAST_SIDE)
        self.sheet.setGeometry((self.width() - wide) // 2, top, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.field and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from group to group: the keys stay in the field."""
        self.list.step_group(1 if forward else -1)
        self._tell()
        return True

    def _key(self, event: QKeyEvent) -> bool:
        """Does what a key does here; False: it is the field's."""
        key, letter = Qt.Key(event.key()), alt_letter(event)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if letter:
            self.filters.press(letter)
        elif key in _STEPS:
            self.list.step(_STEPS[key])
            self._tell()
        elif key in _ENTER and control:
            self.narrowed.emit()
        elif key in _ENTER:
            self.chosen.emit(None if self.line is None else self.line.target)
        elif key == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif control and key == Qt.Key.Key_K:
            # The field itself would take away the rest of the line.
            self.field.selectAll()
        elif key == self._out() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self._want_all(self.list.head())
        elif key == Qt.Key.Key_Delete and not self.field.text() and self.line is not None:
            self.dropped.emit(self.line.target)
        else:
            return False
        return True

    def _out(self) -> Qt.Key | None:
        """The arrow that has no letter to go over: it opens all of a group."""
        if self.field.cursorPosition() != len(self.field.text()):
            return None
        return Qt.Key.Key_Left if right_to_left(self.field.text()) else Qt.Key.Key_Right

    def _want_all(self, head: Line | None) -> bool:
        if head is None or head.all_of is None:
            return False
        self.all_wanted.emit(head.all_of)
        return True

    def _clicked(self, line: Line) -> None:
        if line.choosable:
            self.chosen.emit(line.target)
        else:
            self._want_all(line)

    def _tell(self) -> None:
        """A screen reader says the line that is chosen: the keys stay in the field."""
        if self.line is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self.field, self.line.spoken)
            )
