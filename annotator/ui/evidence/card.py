"""One piece of evidence folded: how it stands, what it is, where from, and its grade."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.domain.assessment import Audience
from annotator.domain.evidence import Stance
from annotator.ui.evidence.stances import STANCE, STANCES, StanceRow
from annotator.ui.evidence.view import Piece
from annotator.ui.fonts import small_font, ui_font
from annotator.ui.kit.asking import AskingButton
from annotator.ui.kit.card import RADIUS
from annotator.ui.kit.elide import elided
from annotator.ui.kit.glyph import paint_glyph
from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.tip import plain_tip
from annotator.ui.theme import Theme

HIGH = 47
_SIDE = 12
_UPPER, _LOWER = 20, 36
"""Baselines of the two lines, from the card's upper edge."""
_GRADE = (34, 20)
_AFTER_GLYPH = 4
_LONGEST = 400
"""Code points of a title that are measured: no card is as wide."""
_READERS = {Audience.ME: "only you", Audience.DESK: "", Audience.PUBLIC: "public"}
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_KEYS = {row.key: row.stance for row in STANCES} | {"\u2212": Stance.CONTRADICTS}


class EvidenceCard(AskingButton):
    """A click or Enter opens it; ``+ - ~`` say how it serves the claim, Delete takes it off.

    Up and Down go from card to card. A colleague's card only opens.
    """

    stance_wanted = Signal(object)
    """A ``Stance``."""
    off_wanted = Signal()
    stepped = Signal(int)
    """The keys should go to the next (1) or previous (-1) card."""

    def __init__(self, piece: Piece, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._piece = piece
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_piece(piece)

    @property
    def piece(self) -> Piece:
        return self._piece

    def show_piece(self, piece: Piece) -> None:
        self._piece = piece
        name = piece.linked.name
        self.setText(f"{self._row.label}: {name[:_LONGEST]}")
        said = (piece.who, self.text(), piece.address, piece.facts, f"graded {piece.grade}")
        self.setAccessibleName(", ".join(filter(None, said if piece.grade else said[:-1])))
        keys = "" if piece.who else "; plus, minus and tilde say how it serves the claim"
        self.setAccessibleDescription(f"Enter opens it{keys}")
        quote = piece.linked.link.quote[:_LONGEST]
        self.setToolTip(plain_tip(name[:_LONGEST] + (f"\n“{quote}”" if quote else "")))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if event.key() in _STEPS and not held:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif not self._piece.who and not held and event.text() in _KEYS:
            self.stance_wanted.emit(_KEYS[event.text()])
        elif not self._piece.who and event.key() == Qt.Key.Key_Delete:
            self.off_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._theme.colour("dot" if self.underMouse() else "line")
        painter.setPen(QPen(edge))
        roles = QPalette.ColorRole
        painter.setBrush(self.palette().color(roles.Window if self._piece.who else roles.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        right = self._paint_grade(painter)
        self._paint_upper(painter, right)
        self._paint_lower(painter, right)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), RADIUS - 1)

    @property
    def _row(self) -> StanceRow:
        return STANCE[self._piece.linked.link.stance]

    def _paint_grade(self, painter: QPainter) -> float:
        """The box at the right; gives where the words must end."""
        if not self._piece.grade:
            return self.width() - _SIDE
        wide, high = _GRADE
        box = QRectF(self.width() - 11 - wide, (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(self._theme.colour("line")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(ui_font(12, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._piece.grade)
        return box.left() - 8

    def _paint_upper(self, painter: QPainter, right: float) -> None:
        row, left = self._row, float(_SIDE)
        ink = self._ink()
        left += paint_glyph(painter, row.glyph, QPointF(left, _UPPER), ink) + _AFTER_GLYPH
        left += _write(painter, left, _UPPER, row.label, ui_font(bold=True), ink)
        text = self._theme.colour("text")
        left += _write(painter, left, _UPPER, " · ", ui_font(), text)
        name = " ".join(self._piece.linked.name[:_LONGEST].split())
        room = max(right - left, 0)
        shown = elided(QFontMetricsF(ui_font()), name, room)
        _write(painter, left, _UPPER, shown, ui_font(), text)

    def _paint_lower(self, painter: QPainter, right: float) -> None:
        """What gives way where there is no room is the address."""
        piece, left, font = self._piece, float(_SIDE), small_font()
        measure, muted = QFontMetricsF(font), self._theme.colour("muted")
        item = piece.linked.item
        reader = item.audience if item else Audience.DESK
        behind = " · ".join(filter(None, (piece.facts, _READERS[reader])))
        before = " · ".join(filter(None, (piece.who, piece.address)))
        if not (piece.address or behind):
            quote = " ".join(piece.linked.link.quote[:_LONGEST].split())
            behind = f"“{quote}”" if quote else "no quotation yet"
        if before and behind:
            behind = f" · {behind}"
        room = max(right - left - measure.horizontalAdvance(behind), 0)
        room = max(room, min(90.0, right - left))
        shown = measure.elidedText(before, Qt.TextElideMode.ElideMiddle, room)
        left += _write(painter, left, _LOWER, shown, font, muted)
        rest = elided(measure, behind, max(right - left, 0))
        _write(painter, left, _LOWER, rest, font, muted)

    def _ink(self) -> QColor:
        standing = self._row.standing
        return self._theme.colour("text") if standing is None else self._theme.ink(standing)


def _write(
    painter: QPainter, left: float, baseline: float, text: str, font: QFont, ink: QColor
) -> float:
    """Writes it there; gives how wide it is."""
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(left, baseline), text)
    return QFontMetricsF(font).horizontalAdvance(text)
