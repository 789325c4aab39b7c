"""What a preview asks: whether somebody is oneself, and whether claims of two texts are the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.ui.exchange.matches import MatchModel
from annotator.ui.exchange.paper import plain
from annotator.ui.exchange.ticks import TickList
from annotator.ui.exchange.view import MatchKind, OtherText, Question
from annotator.ui.exchange.worded import WordedDelegate
from annotator.ui.kit.barred import Barred
from annotator.ui.kit.card import Card
from annotator.ui.kit.flow import Flow
from annotator.ui.kit.labels import Muted
from annotator.ui.theme import Theme

MOST = 300
"""Pixels that the list of a text's claims takes before it scrolls by itself."""


class QuestionBox(Barred):
    """Who is that? Asked once, answered by a button; what was answered can be changed."""

    answered = Signal(str, bool)
    """The person's id, and whether it is oneself on another machine."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.question = question
        self.box.addWidget(plain(question.says, self))
        self.same = QPushButton("That is me, on another machine", self)
        self.other = QPushButton("Another person with my name", self)
        row = QWidget(self)
        buttons = Flow(row, across=8, down=6)
        for button, same in ((self.same, True), (self.other, False)):
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, same=same: self._answer(same=same))
            buttons.addWidget(button)
        self.box.addWidget(row)

    def _answer(self, *, same: bool) -> None:
        self.same.setChecked(same)
        self.other.setChecked(not same)
        self.answered.emit(self.question.person, same)


class TextBox(Barred):
    """Another copy of a text: what is the same is said, what is not asks to be confirmed."""

    confirmed = Signal(str, object)
    """The text's key, and the places of its confirmed claims."""

    def __init__(self, text: OtherText, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.text = text
        self.model = MatchModel(text)
        self.box.addWidget(plain(text.title, self, bold=True))
        self.box.addWidget(plain(text.says, self))
        self.list = MatchList(self.model, theme, self)
        self._says = Muted("", self)
        row = QWidget(self)
        self.buttons: dict[MatchKind, QPushButton] = {}
        flow = Flow(row, across=8, down=6)
        for kind in MatchKind:
            count = len(self.model.of_kind(kind))
            if count:
                button = QPushButton(_all(kind, count), row)
                button.clicked.connect(lambda _=False, kind=kind: self._confirm(kind))
                self.buttons[kind] = button
                flow.addWidget(button)
        none = QPushButton("Confirm none", row)
        none.clicked.connect(lambda: self.model.confirm(list(self.model.chosen), all_of_them=False))
        flow.addWidget(none)
        paper = Card(self)
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(4, 2, 4, 2)
        inside.addWidget(self.list)
        for part in (paper, row, self._says):
            self.box.addWidget(part)
            part.setVisible(bool(len(text.matches)))
        self.model.confirmed.connect(self._follow)
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.list.set_theme(theme)

    def _confirm(self, kind: MatchKind) -> None:
        self.model.confirm(self.model.of_kind(kind))

    def _follow(self) -> None:
        chosen, asking = len(self.model.chosen), len(self.text.matches)
        self._says.setText(
            f"{chosen:,} of {asking:,} confirmed. What is not confirmed stays apart: its tags are "
            "kept with their own text."
        )
        self.confirmed.emit(self.text.key, self.model.chosen)


class MatchList(TickList):
    """As high as its claims, up to a limit; then it scrolls by itself."""

    def __init__(self, model: MatchModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(model, "Claims to confirm", parent)
        self._matches = model
        self._delegate = WordedDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if model.rowCount():
            self.setCurrentIndex(model.index(0))

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """The bar is there or not before anything is laid out: its width changes the heights."""
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, self.width(), 0)
        rows = range(self._matches.rowCount())
        high = sum(
            self._delegate.sizeHint(option, self._matches.index(row)).height() for row in rows
        )
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if high > MOST else policy.ScrollBarAlwaysOff
        )
        high = min(high, MOST)
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)
        self.scheduleDelayedItemsLayout()


def _all(kind: MatchKind, count: int) -> str:
    if count == 1:
        return f"Confirm the one that {'moved' if kind is MatchKind.MOVED else 'changed'}"
    return f"Confirm all {count:,} that {kind.value}"
