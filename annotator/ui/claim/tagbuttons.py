"""The three big buttons, and under them the quiet keys for what is no tag."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain.assessment import Assessment
from annotator.domain.tags import ROW, TAGS, Standing, StandingRow
from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION, ACTIONS
from annotator.ui.claim.sure import WORDS
from annotator.ui.fonts import ui_font
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.keycap import HEIGHT, cap_width, paint_cap
from annotator.ui.kit.ring import paint_ring
from annotator.ui.theme import Theme

_HIGH = 52
_RADIUS = 8
_BASELINE = 22
_AFTER_GLYPH = 5
_APART = 2
_ASKS = "how sure?"


class TagButton(AskingButton):
    """One tag: glyph and name in bold, its key below; filled when it is the claim's.

    It never changes by itself: a click asks, ``setChecked`` says what is saved.
    """

    def __init__(self, row: StandingRow, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._theme = theme
        self.setText(f"{row.glyph} {row.label}")
        self.setAccessibleName(row.label)
        self.setAccessibleDescription(f"key {row.key}. {row.meaning}")
        self.setToolTip(row.meaning)
        self.setCheckable(True)
        # A click must not take the focus from the page: its keys go on working.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(110, _HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._words_width()) + 12, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)
        left = round((self.width() - cap_width(self._row.key)) / 2)
        paint_cap(painter, QPointF(left, _HIGH - HEIGHT - 8), self._row.key, self.palette())
        if self.hasFocus():
            box = QRectF(self.rect())
            inner = box if not self.isChecked() else box.adjusted(3, 3, -3, -3)
            paint_ring(painter, inner, self.palette(), _RADIUS if not self.isChecked() else 5)

    def _paint_words(self, painter: QPainter) -> None:
        ink = self._theme.colour("text" if self.isEnabled() else "muted")
        left = round((self.width() - self._words_width()) / 2)
        wide = paint_glyph(painter, self._row.glyph, QPointF(left, _BASELINE), ink)
        painter.setFont(ui_font(13, bold=True))
        painter.setPen(ink)
        painter.drawText(QPointF(left + wide + _AFTER_GLYPH, _BASELINE), self._row.label)

    def _words_width(self) -> float:
        label = QFontMetricsF(ui_font(13, bold=True)).horizontalAdvance(self._row.label)
        return glyph_width(self._row.glyph, 13) + _AFTER_GLYPH + label

    def _paint_box(self, painter: QPainter) -> None:
        fill, edge, width = self._colours()
        painter.setBrush(fill)
        painter.setPen(QPen(edge, width))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _RADIUS - inset, _RADIUS - inset)

    def _colours(self) -> tuple[QColor, QColor, int]:
        paper = self.palette().color(QPalette.ColorRole.Base)
        if self.isChecked():
            return (
                self._theme.fill(self._row.standing) or paper,
                self._theme.ink(self._row.standing),
                2,
            )
        if self.isDown():
            return self._theme.colour("selection"), self._theme.colour("dot"), 1
        return paper, self._theme.colour("dot" if self.underMouse() else "line"), 1


class TagButtons(QWidget):
    """How a claim stands, and the ways to say so."""

    wanted = Signal(object)
    """An ``ActionId``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks_sure = False
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self._big = {row.standing: TagButton(row, theme, self) for row in TAGS}
        big = QHBoxLayout()
        big.setContentsMargins(4, 0, 4, 0)
        big.setSpacing(8)
        for standing, button in self._big.items():
            big.addWidget(button, 1)
            self._ask(button, _action(standing))
        box.addLayout(big)
        self._source = self._quiet(Standing.ON_SOURCE)
        self._uncheckable = self._quiet(Standing.NOT_CHECKABLE)
        self._clear = KeyButton("clear", ACTION[ActionId.CLEAR].keys[0], self)
        self._clear.setToolTip("Take the tag, the confirmation and “not checkable” off this claim")
        self._ask(self._clear, ActionId.CLEAR)
        self._sure = KeyButton(_ASKS, "", self, small=True, dotted=True)
        self._sure.setToolTip(f"How sure you are: {ACTION[ActionId.SURE].keys[0]}")
        self._ask(self._sure, ActionId.SURE)
        box.addLayout(self._quiet_row())

    @property
    def last(self) -> QWidget:
        """What Tab visits last here."""
        return self._sure

    def set_theme(self, theme: Theme) -> None:
        for button in self._big.values():
            button.set_theme(theme)

    def show_assessment(self, held: Assessment) -> None:
        for standing, button in self._big.items():
            button.setChecked(held.standing is standing)
        self._source.setChecked(held.confirmed)
        self._uncheckable.setChecked(held.standing is Standing.NOT_CHECKABLE)
        judged = held.standing is not Standing.UNTAGGED
        self._clear.setVisible(judged)
        self._asks_sure = judged or bool(held.confidence)
        self._sure.setText(f"{WORDS[held.confidence]} sure" if held.confidence else _ASKS)
        self._sure.setAccessibleName(self._sure.text())
        self._sure.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for it, how sure one is has its key alone."""
        shown = (self._source, self._uncheckable, self._clear, self._sure)
        wide = sum(button.sizeHint().width() for button in shown) + _APART * (len(shown) - 1)
        self._sure.setVisible(self._asks_sure and wide <= self.width())

    def _quiet_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        row.addWidget(self._source)
        row.addWidget(self._uncheckable)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addWidget(self._sure)
        return row

    def _quiet(self, standing: Standing) -> KeyButton:
        row = ROW[standing]
        glyph = row.glyph if standing is Standing.ON_SOURCE else ""
        button = KeyButton(row.label.lower(), row.key, self, glyph=glyph)
        button.setCheckable(True)
        button.setToolTip(row.meaning)
        self._ask(button, _action(standing))
        return button

    def _ask(self, button: QAbstractButton, action: ActionId) -> None:
        button.clicked.connect(lambda: self.wanted.emit(action))


def _action(standing: Standing) -> ActionId:
    """The action that makes a claim stand so: the first of its group in the table."""
    return next(row.id for row in ACTIONS if row.standing is standing)
