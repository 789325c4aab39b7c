"""The bar at the bottom in Review: how many disagreements are settled, and how alike people tag."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Elided
from annotator.ui.kit.progress import HEIGHT as THIN
from annotator.ui.kit.tip import plain_tip
from annotator.ui.messagebar import STRIP, MessageBar
from annotator.ui.review.queueview import BarView
from annotator.ui.theme import Theme

_NEXT = "next waiting"
NOTHING_YET = "No disagreement shows yet"


class Middle(Elided):
    """One line that is cut in its middle: how it begins and ends says the most."""

    def _cut(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideMiddle, room)
        self.setText(shown)
        self.setToolTip("" if shown == self.whole else plain_tip(self.whole))


class SettledStrip(QWidget):
    """Solid what is settled, grey what came back, then the rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = BarView(0, 0, 0, 0)
        self.setFixedHeight(THIN)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_bar(self, view: BarView) -> None:
        self._view = view
        self.setAccessibleName(f"{view.settled:,} of {view.total:,} disagreements settled")
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(STRIP, THIN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), THIN / 2, THIN / 2)
        painter.setClipPath(shape)
        view, wide = self._view, self.width()
        painter.fillRect(self.rect(), self._theme.colour("line"))
        whole = max(view.total, 1)
        settled = _stretch(view.settled, whole, wide)
        returned = _stretch(view.settled + view.returned, whole, wide)
        if view.returned:
            returned = max(returned, settled + 2)
        painter.fillRect(QRectF(0, 0, returned, THIN), self._theme.colour("dot"))
        painter.fillRect(QRectF(0, 0, settled, THIN), self._theme.colour("text"))


class ReviewBar(MessageBar):
    """Says how far it is; one can go on, or to the page about agreement."""

    next_waiting = Signal()
    agreement_wanted = Signal()
    strip: SettledStrip
    _beside = 22

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = SettledStrip(theme, self)
        self._words = Middle("", self)
        self._space.setAccessibleName("Next waiting claim, Space")
        self._space.clicked.connect(self.next_waiting)
        self._sentence = Middle("", self)
        self._link = KeyButton("Agreement…", "", self, link=True)
        self._link.clicked.connect(self.agreement_wanted)
        for quiet in (self._words, self._sentence):
            quiet.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._lay_out()
        self.show_bar(None)

    @property
    def sentence(self) -> str:
        """How alike people tag, uncut."""
        return self._sentence.whole

    def set_theme(self, theme: Theme) -> None:
        self.strip.set_theme(theme)

    def show_bar(self, view: BarView | None) -> None:
        """How far the review of the article in hand is; None: there is none."""
        self.strip.setVisible(view is not None and view.total > 0)
        self._words.setContentsMargins(18 if self.strip.isVisibleTo(self) else 0, 0, 0, 0)
        self._link.setVisible(view is not None)
        if view is not None:
            self.strip.show_bar(view)
        self._rest = "" if view is None else in_words(view)
        self._goes_on = view is not None and view.waiting > 0
        sentence = view.sentence.removesuffix(".") if view else ""
        self._sentence.set_text(f"{sentence} ·" if sentence else "")
        self._sentence.setMaximumWidth(self._wide(self._sentence))
        self._show()

    def _wide(self, label: Elided) -> int:
        return label.fontMetrics().horizontalAdvance(label.whole) + 4

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self._words, 2)
        row.addSpacing(4)
        row.addWidget(self._space)
        row.addWidget(self._look)
        row.addWidget(self._cancel)
        row.addSpacing(16)
        row.addStretch()
        row.addWidget(self._sentence, 1)
        row.addSpacing(2)
        row.addWidget(self._link)


def in_words(view: BarView) -> str:
    """Such as "4 of 11 disagreements settled · 1 returned · next waiting"."""
    if not view.total:
        nothing = NOTHING_YET if view.veiled else "Nobody disagrees"
        return _NEXT if view.waiting else nothing
    noun = "disagreement" if view.total == 1 else "disagreements"
    parts = [f"{view.settled:,} of {view.total:,} {noun} settled"]
    if view.returned:
        parts.append(f"{view.returned:,} returned")
    if view.waiting:
        parts.append(_NEXT)
    return " · ".join(parts)


def _stretch(count: int, whole: int, wide: int) -> int:
    return max(2, round(wide * count / whole)) if count else 0
