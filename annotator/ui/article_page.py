"""The article record: what is known of the article, to be corrected field by field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.article_field import ArticleField
from annotator.ui.articleview import ArticleView, Problems
from annotator.ui.fonts import small_font
from annotator.ui.kit.emptied import emptied
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Muted, breakable
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.linefield import LineField

_LABELS = {
    "title": ("Title", ""),
    "publisher": ("Publisher", ""),
    "author": ("Author", ""),
    "published": ("Published", "4 Jan 2024 14:20 +03:30"),
    "updated": ("Updated", "4 Jan 2024"),
    "address": ("Address", "https://…"),
    "language": ("Language", "en, fa, de-AT"),
}


_WIDE = 360
"""Pixels that a sheet leaves its content."""


class ArticlePage(QScrollArea):
    """Enter saves, from any of its fields; what is wrong is said in place as one goes on."""

    wanted = Signal(object)
    """Field → what stands in it now, of those that were changed.

    The others may have been corrected meanwhile, in another window or by another program.
    """
    original_wanted = Signal()
    """The bytes it was read from should be saved again."""
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems: Problems = lambda _typed: {}
        self._begun: dict[str, str] = {}
        inside = self._inside = QWidget()
        self.parts = {
            name: ArticleField(label, hint, inside) for name, (label, hint) in _LABELS.items()
        }
        self.take_all = KeyButton("", "", inside, small=True, link=True)
        self.take_all.clicked.connect(self._take_all)
        self.result = Muted("", inside)
        self.save = QPushButton("Save", inside)
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self._go)
        self.original = KeyButton("", "", inside, small=True, link=True)
        self.original.clicked.connect(self.original_wanted)
        for part in self.parts.values():
            part.line.textChanged.connect(lambda _text: self._tell())
            part.line.entered.connect(self._go)
            part.line.escaped.connect(self.escaped)
            part.line.left.connect(self._check)
            part.line.textEdited.connect(lambda _text: self.say(""))
        self._origin = QGridLayout()
        self._lay_out(inside)
        clear_scroll(self, inside)
        self.setFocusProxy(self.fields["title"])

    @property
    def fields(self) -> dict[str, LineField]:
        """Where one types, by the name of the field."""
        return {name: part.line for name, part in self.parts.items()}

    @property
    def typed(self) -> dict[str, str]:
        """Field → what stands in it."""
        return {name: part.line.text() for name, part in self.parts.items()}

    def show_article(self, view: ArticleView, problems: Problems) -> None:
        """Begins anew, with what is known."""
        self._problems = problems
        for name, part in self.parts.items():
            offers = [one for one in view.offers if one.field == name]
            part.show_field(view.known[name], offers, view.sources.get(name, ""))
        self._begun = self.typed
        self._show_origin(view.origin)
        self.original.setText(view.original)
        self.original.setAccessibleName(view.original)
        self.original.setVisible(bool(view.original))
        self.original.updateGeometry()
        self.say("")
        self._tell()
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        """As high as what is in it, at the width that a sheet gives it; the sheet scrolls in less."""
        inside = self._inside
        high = max(inside.heightForWidth(_WIDE), inside.minimumSizeHint().height())
        return QSize(_WIDE, high)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now its words wear their fonts: the height that was reckoned before does not hold."""
        super().showEvent(event)
        self.updateGeometry()

    def say(self, text: str) -> None:
        """What is wrong, in place."""
        self.result.setText(text)
        self.result.setVisible(bool(text))

    def _tell(self) -> None:
        """How many fields have something offered that could be taken at once."""
        fresh = self._fresh()
        count = len(fresh)
        self.take_all.setText("take the suggestion" if count == 1 else f"take all {count}")
        self.take_all.setAccessibleName(
            f"Take {count} suggestion{'' if count == 1 else 's'} into the record"
        )
        self.take_all.setVisible(count > 0)
        self.take_all.updateGeometry()

    def _fresh(self) -> list[ArticleField]:
        """The empty fields with an offer: nothing that stands somewhere is written over."""
        return [part for part in self.parts.values() if part.open and not part.line.text().strip()]

    def _take_all(self) -> None:
        for part in self._fresh():
            part.take()
        self.save.setFocus()

    def _check(self) -> None:
        self.say(next(iter(self._problems(self.typed).values()), ""))

    def _go(self) -> None:
        """What is wrong has the keys; else all of it is saved."""
        wrong = self._problems(self.typed)
        for name, sentence in wrong.items():
            self.fields[name].setFocus()
            self.say(sentence)
            return
        begun = self._begun
        self.wanted.emit({name: said for name, said in self.typed.items() if said != begun[name]})

    def _show_origin(self, rows: Sequence[tuple[str, str]]) -> None:
        emptied(self._origin)
        for row, (label, words) in enumerate(rows):
            name = Muted(label, self, small=True)
            said = QLabel(breakable(words), self)
            said.setFont(small_font())
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._origin.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._origin.addWidget(said, row, 1)
        self._origin.setColumnStretch(1, 1)

    def _lay_out(self, inside: QWidget) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, (name, part) in enumerate(self.parts.items()):
            words = QLabel(_LABELS[name][0], inside)
            words.setBuddy(part.line)
            words.setContentsMargins(0, 5, 0, 0)
            grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(part, row, 1)
        last = QHBoxLayout()
        last.addWidget(self.result, 1)
        last.addStretch(0)
        last.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignVCenter)
        last.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self._origin.setHorizontalSpacing(10)
        self._origin.setVerticalSpacing(3)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addLayout(last)
        column.addSpacing(4)
        column.addLayout(self._origin)
        column.addWidget(self.original, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
