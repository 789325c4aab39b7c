"""Paints what is on the page and not in the article: the subtitle, bullets, what is set aside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.ui import fonts
from annotator.ui.page.layout import MAKE_TEXT, Laid
from annotator.ui.page.sheet import Sheet
from annotator.ui.page.style import (
    ASIDE_CAPTION,
    SUBTITLE_ABOVE,
    SUBTITLE_PITCH,
    SUBTITLE_PIXELS,
)
from annotator.ui.theme import SMALL_PIXELS, Theme

ASIDE = "page furniture, not counted"
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RULE_ABOVE = 12.0
_BULLET, _BULLET_LEFT = 5.0, 8.0


def paint_caption(painter: QPainter, sheet: Sheet, block: int, theme: Theme) -> None:
    """A thin line and a quiet caption over page furniture."""
    zoom, width, laid = sheet.column.zoom, sheet.column.width, sheet.laid(block)
    top = laid.text_top - ASIDE_CAPTION * zoom
    if block:
        rule = QRectF(0, round(top - _RULE_ABOVE * zoom), width, 1)
        painter.fillRect(rule, theme.colour("line"))
    painter.setFont(fonts.ui_font(SMALL_PIXELS * zoom))
    painter.setPen(theme.colour("muted"))
    _draw(painter, QRectF(0, top, width, ASIDE_CAPTION * zoom), ASIDE, laid)


def paint_hanging(painter: QPainter, sheet: Sheet, laid: Laid, theme: Theme) -> None:
    """A list item's bullet; "make it text" after page furniture, and what is folded."""
    if laid.bullet and laid.lines:
        _paint_bullet(painter, sheet, laid, theme)
    links = [] if laid.link is None else [(laid.link, MAKE_TEXT)]
    links += [] if laid.fold is None else [laid.fold]
    for box, words in links:
        font = fonts.ui_font(SMALL_PIXELS * sheet.column.zoom)
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        baseline = box.top() + round(laid.style.baseline)
        painter.drawText(QPointF(box.left(), baseline), words)


def _paint_bullet(painter: QPainter, sheet: Sheet, laid: Laid, theme: Theme) -> None:
    zoom = sheet.column.zoom
    size, x = _BULLET * zoom, _BULLET_LEFT * zoom
    if laid.right_to_left:
        x = sheet.column.width - x - size
    middle = laid.lines[0].baseline - laid.style.pixels * 0.3
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("muted"))
    painter.drawEllipse(QRectF(x, middle - size / 2, size, size))
    painter.restore()


def paint_subtitle(
    painter: QPainter, sheet: Sheet, text: str, theme: Theme, *, under: Laid | None
) -> None:
    """The muted line under the title, or at the origin where there is none."""
    if not text:
        return
    zoom, width = sheet.column.zoom, sheet.column.width
    pitch = SUBTITLE_PITCH * zoom
    top = SUBTITLE_ABOVE * zoom
    if under is not None:
        top += under.text_top + round(max(len(under.lines), 1) * under.style.pitch)
    painter.setFont(fonts.ui_font(SUBTITLE_PIXELS * zoom))
    painter.setPen(theme.colour("muted"))
    for number, line in enumerate(subtitle_lines(text, width, zoom)):
        _draw(painter, QRectF(0, top + number * pitch, width, pitch), line, under)


def _draw(painter: QPainter, where: QRectF, text: str, beside: Laid | None) -> None:
    """Writes from the side that the block beside it begins at."""
    if beside is not None and beside.right_to_left:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    painter.drawText(where, _START, text)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def subtitle_lines(text: str, width: float, zoom: float) -> list[str]:
    """The subtitle broken between its words to fit the column."""
    metrics = QFontMetricsF(fonts.ui_font(SUBTITLE_PIXELS * zoom))
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
