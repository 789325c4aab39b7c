"""How a page of the help is set: Qt reads Markdown without a style sheet, so its
headings, keys and commands get their faces and distances here.
"""

from __future__ import annotations

from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from annotator.ui.fonts import serif_font, ui_font
from annotator.ui.theme import Theme

_TEXT = 14.5
_PITCH = 21
_HEADINGS = {1: 24.0, 2: 17.0}
_CODE = 13.0


def dress(document: QTextDocument, theme: Theme) -> None:
    """Sets every paragraph of a page that was just read."""
    document.setDefaultFont(ui_font(_TEXT))
    document.setIndentWidth(20)
    block = document.begin()
    while block.isValid():
        _set_block(block, theme)
        block = block.next()


def _set_block(block: QTextBlock, theme: Theme) -> None:
    level = block.blockFormat().headingLevel()
    shown = block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage)
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(_paragraph(block, level, shown=shown))
    # Copies first: a format that is changed on the way would take its run along.
    runs = [(run.start, run.length, QTextCharFormat(run.format)) for run in block.textFormats()]
    for begin, length, char in runs:
        cursor.setPosition(block.position() + begin)
        cursor.setPosition(block.position() + begin + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_char(char, level, theme, shown=shown))


def _paragraph(block: QTextBlock, level: int, *, shown: bool) -> QTextBlockFormat:
    """``shown``: a line to be copied, not to be read on."""
    form = QTextBlockFormat()
    if not level:
        # The same distance whichever font a sign comes from.
        form.setLineHeight(_PITCH, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setTopMargin(18 if level == 2 else 0)
    close = bool(level) or shown or block.blockFormat().indent() > 0 or _in_list(block)
    form.setBottomMargin(10 if level == 1 else 4 if close else 10)
    if shown:
        form.setLeftMargin(14)
    return form


def _in_list(block: QTextBlock) -> bool:
    return block.textList() is not None and block.next().textList() is not None


def _char(was: QTextCharFormat, level: int, theme: Theme, *, shown: bool) -> QTextCharFormat:
    form = QTextCharFormat()
    if level:
        form.setFont(serif_font(_HEADINGS.get(level, 15.0), bold=True))
    elif was.isAnchor():
        form.setForeground(theme.colour("verified-ink"))
        form.setFontUnderline(True)
    elif was.fontFixedPitch() or shown:
        # No fixed-width face comes with the app, and none is needed to name a key.
        form.setFont(ui_font(_CODE))
        form.setFontFixedPitch(False)
        form.setBackground(theme.colour("selection"))
    return form
