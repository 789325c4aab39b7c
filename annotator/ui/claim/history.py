"""What happened to the claim, newest first."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.domain.tags import TAGS
from annotator.ui.claim.restore import RestoreButton
from annotator.ui.claim.view import HistoryLine
from annotator.ui.fonts import ui_font
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption, Muted, breakable
from annotator.ui.theme import Theme

SHOWN = 3
_ARROW = "→ "
_PIXELS = 12


class History(QWidget):
    """The last few edits; the rest on demand. One's own can be brought back."""

    restore_wanted = Signal(str)
    """The id of an edit: what one held right after it should stand again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[HistoryLine, ...] = ()
        self._all = False
        self._rows: list[tuple[QLabel, QLabel, RestoreButton]] = []
        self._more = KeyButton("", "", self, small=True, link=True)
        self._more.clicked.connect(self._toggle)
        self._none = Muted("No history yet.", self)
        self._none.setFont(ui_font(_PIXELS))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnMinimumWidth(0, 74)
        self._grid.setColumnStretch(1, 1)
        self._build()
        self._show()

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """All of it, folded or not."""
        return self._lines

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show()

    def show_lines(self, lines: tuple[HistoryLine, ...], *, fold: bool) -> None:
        """Shows these; ``fold``: only the newest, it is another claim."""
        if fold:
            self._all = False
        if fold or lines != self._lines:
            self._lines = lines
            self._show()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        self._caption = Caption("History", self)
        head.addWidget(self._caption, 1)
        head.addWidget(self._none, 1)
        head.addWidget(self._more)
        # As high with the button as without: nothing moves when it comes.
        head.addStrut(self._more.sizeHint().height())
        inside = QVBoxLayout()
        inside.setContentsMargins(4, 0, 4, 0)
        inside.setSpacing(2)
        inside.addLayout(self._grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(inside)

    def _toggle(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        shown = self._lines if self._all else self._lines[:SHOWN]
        for number in range(max(len(shown), len(self._rows))):
            when, what, restore = self._row(number)
            when.setVisible(number < len(shown))
            what.setVisible(number < len(shown))
            restore.show_line(shown[number] if number < len(shown) else None)
            if number < len(shown):
                when.setText(shown[number].at)
                what.setText(in_colours(shown[number], self._theme))
                what.setAccessibleName(f"{shown[number].who}: {shown[number].does}")
        self._caption.setVisible(bool(self._lines))
        self._none.setVisible(not self._lines)
        self._more.setVisible(len(self._lines) > SHOWN)
        self._more.setText("newest only" if self._all else f"all {len(self._lines)}")
        self._more.setAccessibleName(
            "Show the newest only" if self._all else f"Show all {len(self._lines)} edits"
        )
        self._more.updateGeometry()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A line under the mouse shows that it can be brought back."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            for when, what, restore in self._rows:
                if watched in (when, what):
                    restore.light(event.type() is QEvent.Type.Enter)
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Each button lies over the end of its line: nothing moves when it shows."""
        for _, what, restore in self._rows:
            line, size = what.geometry(), restore.sizeHint()
            restore.setGeometry(
                line.right() - size.width() + 1, line.top() - 1, size.width(), size.height()
            )

    def _row(self, number: int) -> tuple[QLabel, QLabel, RestoreButton]:
        if number == len(self._rows):
            when = Muted("", self)
            when.setFont(ui_font(_PIXELS))
            when.setWordWrap(False)
            what = QLabel(self)
            what.setFont(ui_font(_PIXELS))
            what.setTextFormat(Qt.TextFormat.RichText)
            what.setWordWrap(True)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(when, number, 0, top)
            self._grid.addWidget(what, number, 1, top)
            restore = RestoreButton(self)
            restore.clicked.connect(lambda: self.restore_wanted.emit(restore.edit))
            for label in (when, what):
                label.installEventFilter(self)
            self._rows.append((when, what, restore))
        return self._rows[number]


def in_colours(line: HistoryLine, theme: Theme) -> str:
    """A line as rich text: the tag it ends in is bold, in that tag's ink."""
    before, arrow, last = breakable(line.does).rpartition(_ARROW)
    who = f"{escape(breakable(line.who))}: " if line.who else ""
    return who + escape(before + arrow) + _inked(last, theme)


def _inked(words: str, theme: Theme) -> str:
    for row in TAGS:
        rest = words.removeprefix(row.label.lower())
        if rest != words and not rest[:1].isalpha():
            ink = theme.ink(row.standing).name()
            return f'<b style="color:{ink}">{row.label.lower()}</b>{escape(rest)}'
    return escape(words)
