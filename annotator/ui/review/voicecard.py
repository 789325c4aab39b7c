"""One analyst's word on a claim, as a card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.desk.naming import first_words
from annotator.domain.tags import ROW, Standing
from annotator.ui.fonts import ui_font
from annotator.ui.kit.card import RADIUS, Card
from annotator.ui.kit.disc import Disc
from annotator.ui.kit.glyph import glyph_width, paint_glyph
from annotator.ui.kit.labels import Elided, Muted
from annotator.ui.kit.ring import paint_ring
from annotator.ui.kit.said import Said
from annotator.ui.kit.styled import Look, Styled
from annotator.ui.review.view import VoiceView
from annotator.ui.review.voicerecord import VoiceRecord
from annotator.ui.theme import Theme

_HEAD, _BAND = 35, 29
_SIDE = 9
_LINE = 17
MOST, MOST_OF_MANY = 14 * _LINE, 8 * _LINE
"""A longer note scrolls in its card; sooner where the cards scroll themselves."""
_SPOKEN = 400
"""Code points of a note that a screen reader says of a card; the note itself has all."""


class VoiceCard(Card):
    """One analyst: name, how the claim stands for that person, and what goes with it."""

    stepped = Signal(int)
    """The keys should go to the next card (1) or the one before (-1)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standing = Standing.UNTAGGED
        self.column = -1
        """Which column of the review it shows."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._disc = Disc("", "", self)
        self._name = Elided("", self)
        self._elsewhere = Muted("", self, small=True)
        self._other = Styled(ui_font(12), 16, theme, self)
        self._why = Muted("", self, small=True)
        self._note = Said(theme, self)
        self._note.set_limits(_LINE, MOST)
        self._withheld = Muted("note not sent", self, small=True)
        self._record = VoiceRecord(theme, self)
        self._lay_out()

    @property
    def note(self) -> Said:
        return self._note

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._note.set_theme(theme)
        self._other.set_theme(theme)
        self._record.set_theme(theme)
        self.update()

    def show_voice(self, voice: VoiceView) -> None:
        self._standing, self.column = voice.standing, voice.column
        self._disc.set_person(voice.who.initial, voice.who.name)
        self._name.set_text(voice.who.name)
        self._elsewhere.setText(_elsewhere(voice))
        self._elsewhere.setVisible(bool(voice.other))
        self._other.set_pieces(voice.other)
        self._other.setVisible(bool(voice.other))
        self._why.setText(voice.why)
        self._why.setVisible(bool(voice.why))
        self._note.show_words(voice.note)
        self._note.setVisible(bool(voice.note))
        whose = "Your" if voice.who.me else f"{voice.who.name}'s"
        self._note.setAccessibleName(f"{whose} note")
        self._withheld.setVisible(voice.withheld)
        self._record.show_record(voice.record)
        self.setAccessibleName(spoken(voice))
        self.update()

    def set_most(self, high: int) -> None:
        """How high the note may be."""
        self._note.set_limits(_LINE, high)

    def set_width(self, width: int) -> None:
        """Gives it a width, and at once the height that follows."""
        self.setFixedWidth(width)
        inside = width - 2 * _SIDE
        self._note.lay_out(inside)
        # The line under what is new lies below the last line.
        self._other.setFixedHeight(self._other.heightForWidth(inside) + 3)
        self._record.set_width(inside)

    def height_in(self, width: int) -> int:
        """How high it has to be in this width."""
        self.set_width(width)
        layout = self.layout()
        assert layout is not None, "it was laid out when it was made"
        # Layouts inside remember how high their parts were, until all of it is done anew.
        layout.invalidate()
        layout.activate()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from card to card while one of them has the keys."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            self.stepped.emit(by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_band(painter)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), self.palette(), RADIUS - 1)

    def _paint_band(self, painter: QPainter) -> None:
        row, theme = ROW[self._standing], self._theme
        band = QRectF(1, _HEAD, self.width() - 2, _BAND)
        fill = theme.fill(self._standing)
        painter.fillRect(QRectF(1, _HEAD - 1, band.width(), 1), theme.colour("line"))
        if fill is not None:
            painter.fillRect(band, fill)
        paint_line(painter, band, self._standing, theme)
        ink, font = theme.colour("text"), ui_font(13, bold=True)
        baseline = round(band.center().y() - 1 + QFontMetricsF(font).capHeight() / 2)
        shape = QPainterPath()
        shape.addRect(band.adjusted(0, 0, -4, 0))
        painter.save()
        painter.setClipPath(shape)
        paint_glyph(painter, row.glyph, QPointF(_SIDE, baseline), ink)
        painter.setFont(font)
        painter.setPen(ink)
        after = _SIDE + max(glyph_width(row.glyph, 13), 7) + 5
        painter.drawText(QPointF(after, baseline), row.label)
        painter.restore()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE - 1, 0, 4, 0)
        head.setSpacing(7)
        head.addWidget(self._disc)
        head.addWidget(self._name, 1)
        head.addStrut(_HEAD)
        body = QVBoxLayout()
        body.setContentsMargins(_SIDE, 8, _SIDE, 10)
        body.setSpacing(6)
        parts = (self._elsewhere, self._other, self._why, self._note, self._withheld)
        for part in (*parts, self._record):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(_BAND)
        column.addLayout(body, 1)


def paint_line(painter: QPainter, band: QRectF, standing: Standing, theme: Theme) -> None:
    """The line of 2 px along the lower edge of a band: dotted for ❝, dashed for –."""
    under = band.bottom() - 1
    pen = QPen(theme.ink(standing), 2)
    if standing is Standing.ON_SOURCE:
        pen.setDashPattern([1, 1])
    elif standing is Standing.NOT_CHECKABLE:
        pen.setDashPattern([3, 2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(band.left(), under), QPointF(band.right(), under))


def spoken(voice: VoiceView) -> str:
    """What a screen reader says of a card."""
    parts = [f"{voice.who.name}: {ROW[voice.standing].label.lower()}"]
    if voice.other:
        words = "".join(piece.text for piece in voice.other if piece.look is not Look.DROPPED)
        parts.append(f"{_elsewhere(voice)} “{words}”")
    parts += filter(None, (voice.why, voice.note and f"note: {first_words(voice.note, _SPOKEN)}"))
    if voice.withheld:
        parts.append("note not sent")
    record = voice.record
    parts += filter(None, (record.said_by, record.reminder.removesuffix(".")))
    parts += [f"{one.stance}: {one.name}" for one in record.evidence]
    return ". ".join(parts)


def _elsewhere(voice: VoiceView) -> str:
    return "other text, other words:" if voice.differs else "other text, same words:"
