"""What is always seen below the choices: the format, the button, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.formats import Exporter
from annotator.ui.choice import ChoiceBox
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.labels import Muted
from annotator.ui.kit.reminder import Reminder
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.kit.tall import Tall
from annotator.ui.outcome import Outcome, plain_notice
from annotator.ui.theme import Theme

EDGE = 16
_HIGH = 42
_PART, _BAR = 5, 12
"""What is missing takes no more than a fifth of the window's height; how wide a bar is."""
_SAYS = Qt.ItemDataRole.UserRole + 1
EXPORT, WITHOUT, REPLACE = "Export…", "Export without", "Replace it"

Index = QModelIndex | QPersistentModelIndex


class Foot(QFrame):
    """One button that does what the view is there for."""

    export_wanted = Signal()
    browser_wanted = Signal()
    form_changed = Signal(str)
    """The name of the format that is chosen now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportFoot")
        self._rows: tuple[Exporter, ...] = ()
        self.lacks: tuple[str, ...] = ()
        """What the format that is chosen would have to leave out, for want of words."""
        self.form = ChoiceBox(self)
        self.form.setAccessibleName("Format")
        self.form.setItemDelegate(FormatLine(theme, self.form))
        self.form.view().setMinimumWidth(400)
        self.form.currentIndexChanged.connect(self._other_form)
        self.says = Muted("", self, small=True)
        self.go = QPushButton(EXPORT, self)
        self.go.setProperty("role", "primary")
        self.go.clicked.connect(self.export_wanted)
        self.browser = QPushButton("Open in browser", self)
        self.browser.setProperty("role", "link")
        self.browser.setToolTip("Shows it without keeping a file")
        self.browser.clicked.connect(self.browser_wanted)
        self.missing = Reminder("")
        self._lacking = self._scroll_missing()
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Your name in the export")
        self.name.setMaxLength(200)
        self.name.returnPressed.connect(self.export_wanted)
        self.name_asked = QLabel("Under which name? The report shows it.", self)
        self.name_asked.setWordWrap(True)
        self.outcome = Outcome(theme, self)
        self._lay_out()
        self.ask_name("", wanted=False)

    @property
    def chosen(self) -> Exporter | None:
        """The format that is chosen."""
        at = self.form.currentIndex()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    @property
    def replaces(self) -> bool:
        """Whether the button now replaces a file that is there."""
        return self.go.text() == REPLACE

    @property
    def knows(self) -> bool:
        """Whether it was said what is missing, and the button goes on all the same."""
        return self.go.text() == WITHOUT

    def show_formats(self, rows: Sequence[Exporter], chosen: str) -> None:
        """What can be written."""
        blocked = self.form.blockSignals(True)
        self._rows = tuple(rows)
        self.form.clear()
        for row in rows:
            self.form.addItem(row.label, row.name)
            self.form.setItemData(self.form.count() - 1, _sentence(row), _SAYS)
        self.form.setCurrentIndex(max(0, self.form.findData(chosen)))
        self.form.blockSignals(blocked)
        self._other_form()

    def ask_name(self, name: str, *, wanted: bool) -> None:
        """Before the first export of all: under which name; what somebody typed there stays."""
        if wanted and not (self.name.isModified() and self.name.text()):
            self.name.setText(name)
        self.name.setVisible(wanted)
        self.name_asked.setVisible(wanted)

    def show_lacking(self, sentences: Sequence[str]) -> None:
        """What the format would have to leave out; said when somebody wants to export."""
        self.lacks = tuple(map(plain_notice, sentences))
        if self.knows:
            self.show_missing(self.lacks)

    def show_missing(self, sentences: Sequence[str]) -> None:
        """What the format lacks; the same button then goes on without it."""
        self.missing.set_text("\n".join(sentences))
        self._fit()
        self.go.setText(WITHOUT if sentences else EXPORT)

    def show_there(self, target: Path) -> None:
        """What is to be written is there already: the same button now replaces it."""
        there = f"{target.name} is there already"
        if target.is_dir():
            there = f"In {target.name} there are files of these names already"
        self.outcome.say(f"{there}. Replace it, or change what is chosen.")
        self.go.setText(REPLACE)

    def begin_anew(self) -> None:
        """Something else is chosen: what was asked or said is not about that."""
        if self.replaces:
            self.outcome.say("")
        self.go.setText(EXPORT)
        self.missing.set_text("")
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        self.outcome.set_theme(theme)
        delegate = self.form.itemDelegate()
        if isinstance(delegate, FormatLine):
            delegate.theme = theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _scroll_missing(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setObjectName("reportLacking")
        scroll.setAccessibleName("What would be left out")
        inside = Tall(scroll)
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.missing)
        clear_scroll(scroll, inside)
        return scroll

    def _fit(self) -> None:
        """What is missing takes a part of the window; more of it scrolls, and the button stays."""
        there = bool(self.missing.text())
        self._lacking.setVisible(there)
        if there:
            high = self.missing.heightForWidth(max(160, self.width() - 2 * EDGE - _BAR))
            self._lacking.setFixedHeight(min(high + 2, self.window().height() // _PART))

    def _other_form(self) -> None:
        row = self.chosen
        self.says.setText("" if row is None else f"{_sentence(row)}.")
        self.browser.setVisible(row is not None and row.name == "html")
        self.begin_anew()
        self.form_changed.emit("" if row is None else row.name)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.form, 1)
        line.addWidget(self.go)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.says, 1)
        below.addWidget(self.browser, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, 12, EDGE, 14)
        column.setSpacing(6)
        column.addWidget(self.name_asked)
        column.addWidget(self.name)
        column.addWidget(self._lacking)
        column.addLayout(line)
        column.addLayout(below)
        column.addWidget(self.outcome)


class FormatLine(QStyledItemDelegate):
    """A format in the list that opens: what it is called, and below it what it is for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box: QRect = option.rect
        chosen = QStyle.StateFlag.State_Selected in option.state
        painter.fillRect(box, self.theme.colour("selection" if chosen else "paper"))
        flags, mode = Qt.AlignmentFlag, Qt.TextElideMode.ElideRight
        words = box.adjusted(10, 4, -10, 0)
        for text, font, token, high in (
            (index.data(), ui_font(), "text", 18),
            (index.data(_SAYS), small_font(), "muted", 15),
        ):
            painter.setFont(font)
            painter.setPen(self.theme.colour(token))
            shown = painter.fontMetrics().elidedText(str(text), mode, words.width())
            line = QRect(words.left(), words.top(), words.width(), high)
            painter.drawText(line, flags.AlignVCenter | flags.AlignLeft, shown)
            words.setTop(words.top() + high)
        painter.restore()


def _sentence(row: Exporter) -> str:
    return f"{row.says[0].upper()}{row.says[1:]}"
