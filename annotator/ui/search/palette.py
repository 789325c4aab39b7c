"""One box over the window that finds everything: articles, claims, notes, evidence, commands.

It finds nothing itself: it says what was typed and what was chosen, and is told what to show.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.filters import Filters
from annotator.domain.article import ArticleId
from annotator.ui.fonts import ui_font
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.keycap import KeyCap
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.veil import RADIUS, Veil
from annotator.ui.search.filterrow import FilterRow
from annotator.ui.search.lines import Lines
from annotator.ui.search.paint import LineDelegate
from annotator.ui.search.view import Kind, Line, Results
from annotator.ui.theme import Theme

WIDE, TOP, LEAST_SIDE = 680, 64, 16
SEARCH = "Search everything"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIGNS = ((">", "commands"), ("#", "claim number"), ("@", "source"))


class _Foot(QFrame):
    """On chrome; its lower corners are the sheet's."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        box = QRectF(self.rect())
        painter.setClipRect(box)
        painter.drawRoundedRect(box.adjusted(0, -RADIUS, 0, 0), RADIUS - 1, RADIUS - 1)


class Palette(Veil):
    """The box, the list under it, and what the keys do at its foot."""

    typed = Signal(str)
    chosen = Signal(object)
    """The target of a line: go there, or do it."""
    narrowed = Signal(str)
    """Ctrl+Enter: only claims with these words are to be shown on the page."""
    all_wanted = Signal(object)
    """Everything of this group (a heading's ``all_of``)."""
    filtered = Signal(object)
    """The search is narrowed to these ``Filters``."""
    back_wanted = Signal()
    """Esc while all of one group is shown."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over, theme)
        self.setAccessibleName(SEARCH)
        self._one_group = self._asks = False
        self.field = QLineEdit(self.sheet)
        self.field.setProperty("bare", "true")
        self.field.setFont(ui_font(17))
        self.field.setPlaceholderText(SEARCH)
        self.field.setAccessibleName(SEARCH)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self._count = QLabel(self.sheet)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.filters = FilterRow(self.sheet)
        self.filters.changed.connect(self.filtered)
        self._lines = Lines()
        self.list = QListView(self.sheet)
        self._delegate = LineDelegate(theme, self.list)
        self._build()
        self.set_theme(theme)

    @property
    def text(self) -> str:
        return self.field.text()

    @property
    def line(self) -> Line | None:
        """The line that Enter would choose."""
        index = self.list.currentIndex()
        return self._lines.line(index.row()) if index.isValid() else None

    def show_filters(
        self, filters: Filters, article: ArticleId | None, people: Sequence[tuple[str, str]]
    ) -> None:
        """What the search is narrowed to, and what else it could be."""
        self.filters.show_filters(filters, article, people)

    def ask(self, question: str) -> None:
        """The field asks for something else than what to search; "" ends that."""
        self._asks = bool(question)
        self.field.setPlaceholderText(question or SEARCH)
        self.field.setAccessibleName(question or SEARCH)
        if question:
            self.field.clear()
            self._lines.show_lines(())
            self.say("Enter keeps it, Esc goes back.")

    def say(self, words: str) -> None:
        """Says something in the place of the list."""
        self._lines.show_lines((Line(Kind.SAYS, words),))
        self.place()

    def open_with(self, text: str) -> None:
        """Opens it with these words, ready to be typed over."""
        if self.field.text() == text:
            self.typed.emit(text)
        self.field.setText(text)
        self.field.selectAll()
        self.open()

    def show_results(self, results: Results, *, one_group: bool = False) -> None:
        """Shows these lines; what was chosen is the first again."""
        self._one_group, self._asks = one_group, False
        self._lines.show_lines(results.lines)
        self._count.setText(results.count)
        self.field.setAccessibleDescription(results.count)
        self._choose(self._lines.first())
        self.list.scrollToTop()
        self.place()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._delegate.theme = theme
        self.list.viewport().update()

    def stops(self) -> list[QWidget]:
        return [self.field]

    def place(self) -> None:
        wide = min(WIDE, self.width() - 2 * LEAST_SIDE)
        top = min(TOP, max(LEAST_SIDE, self.height() // 8))
        rows = range(self._lines.rowCount())
        listed = sum(self.list.sizeHintForRow(row) for row in rows[:200])
        row = self.filters.layout()
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
        self._choose(self._lines.step_group(self.list.currentIndex().row(), 1 if forward else -1))
        return True

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return 0 < event.key() < 0x80 and self.filters.press(chr(event.key()))
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _STEPS:
            row = self._lines.step(self.list.currentIndex().row(), _STEPS[key])
            self._choose(row)
        elif key in _ENTER and control:
            self.narrowed.emit(self.text)
        elif key in _ENTER:
            self._choose_line()
        elif key == Qt.Key.Key_Right and self._at_end():
            return self._want_all()
        elif key == Qt.Key.Key_Escape and (self._one_group or self._asks):
            self.back_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.shut()
        else:
            return False
        return True

    def _at_end(self) -> bool:
        """Whether → has no letter to go over: then it opens all of a group."""
        return self.field.cursorPosition() == len(self.field.text())

    def _want_all(self) -> bool:
        line = self.line
        heads = (
            self._lines.line(row)
            for row in range(self._lines.rowCount())
            if line is not None and self._lines.line(row).group == line.group
        )
        head = next((one for one in heads if one.all_of is not None), None)
        if head is None:
            return False
        self.all_wanted.emit(head.all_of)
        return True

    def _choose_line(self) -> None:
        line = self.line
        if self._asks or line is not None:
            self.chosen.emit(None if line is None else line.target)

    def _clicked(self, row: int) -> None:
        line = self._lines.line(row)
        if line.choosable:
            self.chosen.emit(line.target)

    def _choose(self, row: int | None) -> None:
        if row is None:
            return
        index = self._lines.index(row)
        self.list.setCurrentIndex(index)
        if row > 0 and not self._lines.line(row - 1).choosable:
            self.list.scrollTo(self._lines.index(row - 1))
        self.list.scrollTo(index)

    def _build(self) -> None:
        self.list.setModel(self._lines)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(False)
        self.list.setAccessibleName("What was found")
        self.list.viewport().setAutoFillBackground(False)
        self.list.clicked.connect(lambda index: self._clicked(index.row()))
        self._head, self._foot = self._headline(), self._footline()
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(_rule(self.sheet))
        column.addWidget(self.filters)
        column.addWidget(_rule(self.sheet))
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)

    def _headline(self) -> QWidget:
        close = KeyButton("", "Esc", self.sheet)
        close.setAccessibleName("Close")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.shut)
        head = QWidget(self.sheet)
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 8, 14, 8)
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self._count)
        line.addWidget(close)
        return head

    def _footline(self) -> QWidget:
        foot = _Foot(self.sheet)
        line = QHBoxLayout(foot)
        line.setContentsMargins(18, 8, 18, 8)
        line.setSpacing(5)
        for keys, words in (
            (("Up", "Down"), "choose"),
            (("↵",), "go there"),
            (("Tab",), "next group"),
        ):
            for key in keys:
                line.addWidget(KeyCap(key, foot))
            line.addWidget(_plain(words, foot))
            line.addSpacing(12)
        line.addStretch(1)
        for sign, words in _SIGNS:
            mark = QLabel(sign, foot)
            mark.setFont(ui_font(12, bold=True))
            mark.setTextFormat(Qt.TextFormat.PlainText)
            line.addWidget(mark)
            line.addWidget(_plain(words, foot))
            line.addSpacing(8)
        return foot


def _plain(words: str, parent: QWidget) -> Muted:
    label = Muted(words, parent)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return label


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line
