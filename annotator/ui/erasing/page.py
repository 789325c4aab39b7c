"""The page that erases: what, what would go with it, and a word that nobody types by chance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.desk.to_erase import Thing
from annotator.ui.exchange.progress import Line
from annotator.ui.fonts import serif_font
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.linefield import LineField
from annotator.ui.overpage import OverPage
from annotator.ui.theme import Theme

HEADING = "Erase for good"
WORD = "erase"
_FOR = (
    "To protect a source: what is erased goes out of the history and the backups of this library. "
    "To take something back, undo it or remove it instead."
)
_LOOKING = "Looking up what would go…"
_ERASING = "Erasing, and writing library and backups anew. A large library takes a moment…"
_READS = 720
"""Pixels: a line of these sentences is no longer than one reads."""
_MOST = 6
"""Things that are seen without scrolling."""
_MANY = 1100


class ErasePage(OverPage):
    """It asks what a thing would take with it, and to erase that; it erases nothing itself."""

    alone = True
    look_wanted = Signal(object)
    """A ``Thing``: what would go with it?"""
    erase_wanted = Signal()
    """What was looked up last should go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, HEADING, parent)
        self._things: tuple[Thing, ...] = ()
        self._ready = False
        """Whether it was said what would go."""
        self._heading = QLabel(HEADING, self)
        self._heading.setFont(serif_font(27, bold=True))
        self._of = Muted(_FOR, self)
        self._what = Caption("What", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("What to erase")
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._goes = Caption("What would go", self)
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._line = Line(theme, self)
        self.word = LineField(f"Type “{WORD}” to erase it", f"Type “{WORD}” to erase it", self)
        self.erase = QPushButton("Erase for good", self)
        self.shut = QPushButton("Close", self)
        self._build()
        self.list.currentRowChanged.connect(self._choose)
        self.word.textChanged.connect(lambda _text: self._follow())
        self.word.entered.connect(self.enter)
        self.word.escaped.connect(self.left)
        self.erase.clicked.connect(self.enter)
        self.shut.clicked.connect(self.left)
        self.set_theme(theme)

    @property
    def says(self) -> str:
        """The sentences that stand there."""
        return self._says.text()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._line.set_theme(theme)

    def show_things(self, things: Sequence[Thing]) -> None:
        """Asks which of these; the first is looked up at once."""
        self._things = tuple(things)
        self.word.clear()
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for thing in things:
            item = QListWidgetItem(thing.name[:1].upper() + thing.name[1:], self.list)
            item.setToolTip(item.text())
        self.list.blockSignals(blocked)
        row = self.list.sizeHintForRow(0) if things else 0
        self.list.setFixedHeight(min(len(things), _MOST) * row + 4)
        for part in (self._what, self.list):
            part.setVisible(bool(things))
        self.list.setCurrentRow(0)

    def take_keys(self) -> None:
        """The list, or where there is nothing to choose the word."""
        (self.list if len(self._things) > 1 else self.word).setFocus()

    def show_looking(self) -> None:
        """It is being looked up; a word typed for something else is worth nothing."""
        self._turn(_LOOKING, ready=False, works=True)

    def show_goes(self, sentences: Sequence[str]) -> None:
        """What would go, and that it cannot be undone."""
        self._goes.setText("What would go")
        self._turn("\n\n".join(sentences), ready=True)

    def show_refused(self, sentence: str) -> None:
        """Why this cannot be erased; nothing was changed."""
        self._turn(sentence, ready=False)

    def show_erasing(self) -> None:
        """It goes on, and nobody can stop it."""
        self._turn(_ERASING, ready=False, works=True)
        self.list.setEnabled(False)

    def show_erased(self, sentences: Sequence[str], things: Sequence[Thing]) -> None:
        """It is done; ``things`` are what is left."""
        self.list.setEnabled(True)
        blocked = self.list.blockSignals(True)
        self.show_things(things)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(blocked)
        self._goes.setText("Done")
        self._turn("\n\n".join(sentences), ready=False)
        self.shut.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(self._says, QAccessible.Event.Alert))

    def enter(self) -> None:
        """Erases, where it was said what would go and the word stands there."""
        if self.erase.isEnabled():
            self.erase_wanted.emit()
        elif self._ready:
            self.word.setFocus()
            self._scroll.ensureWidgetVisible(self.word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = 32 if self.width() > _MANY else 16
        self._column.setContentsMargins(side, 26, side, 12)

    def _turn(self, text: str, *, ready: bool, works: bool = False) -> None:
        self._ready = ready
        self._says.setText(text)
        self._line.setVisible(works)
        self._line.show_share(None)
        for part in (self.word, self.erase):
            part.setVisible(ready)
        self._follow()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._things):
            self.word.clear()
            self.look_wanted.emit(self._things[row])

    def _follow(self) -> None:
        typed = self.word.text().strip().casefold() == WORD
        self.erase.setEnabled(self._ready and typed)

    def _build(self) -> None:
        asks = QHBoxLayout()
        asks.addWidget(self.word, 1)
        asks.addWidget(self.erase)
        inside = QWidget(self)
        inside.setMaximumWidth(_READS)
        texts = QVBoxLayout(inside)
        texts.setContentsMargins(0, 0, 8, 0)
        texts.setSpacing(0)
        for part, below in (
            (self._heading, 4),
            (self._of, 18),
            (self._what, 4),
            (self.list, 14),
            (self._goes, 6),
            (self._says, 6),
            (self._line, 8),
        ):
            texts.addWidget(part)
            texts.addSpacing(below)
        texts.addLayout(asks)
        texts.addStretch(1)
        self._scroll = QScrollArea(self)
        clear_scroll(self._scroll, inside)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.shut)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addSpacing(10)
        column.addLayout(foot)
