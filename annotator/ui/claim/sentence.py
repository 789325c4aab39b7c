"""The claim's own words, in a card with a bar that says how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from annotator.domain.article import Span
from annotator.domain.offsets import Utf16
from annotator.domain.snapshot import Claim
from annotator.ui.claim.view import ClaimView
from annotator.ui.fonts import serif_font
from annotator.ui.kit.card import Card
from annotator.ui.kit.growing import GrowingText, right_to_left
from annotator.ui.theme import Theme

_PIXELS = 15
_PITCH = 22
_SHOWN = 10_000
"""A claim may be megabytes long; the page shows all of it, the panel its beginning."""


class Sentence(Card):
    """The sentence in the reading serif; a long one scrolls inside."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._claim: Claim | None = None
        self._text = GrowingText(self)
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setFont(serif_font(_PIXELS))
        self._text.set_pitch(_PITCH)
        self.ring_with(self._text)
        self.setFocusProxy(self._text)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self._text)
        self._turn(right=False)
        self.set_room(400)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._mark()

    def set_room(self, height: int) -> None:
        """How much height there is; whole lines, two at least."""
        lines = max(2, (height - 18) // _PITCH)
        self._text.set_limits(_PITCH, lines * _PITCH)

    def show_view(self, view: ClaimView) -> None:
        self._text.setAccessibleName(view.title)
        if self._claim is None or self._claim.text != view.claim.text:
            self._turn(right=right_to_left(view.claim.text))
            self._text.set_plain(_beginning(view.claim.text))
        if self._claim is None or self._claim.id != view.claim.id:
            self._text.setExtraSelections([])
        self._claim = view.claim
        self._mark()

    def point_at(self, span: Span | None) -> None:
        """Marks a stretch of the article in the sentence, or none."""
        marks = []
        if span is not None and self._claim is not None:
            shown = Utf16(self._claim.text[:_SHOWN])
            start, end = (
                min(shown.units(max(0, at - self._claim.span.start)), shown.length) for at in span
            )
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self._text.document())
            mark.cursor.setPosition(start)
            mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.format.setBackground(self._theme.colour("selection"))
            marks.append(mark)
        self._text.setExtraSelections(marks)

    def _turn(self, *, right: bool) -> None:
        """The bar stands where reading begins, the scroll bar where lines end."""
        self._right = right
        self._box.setContentsMargins(*((6, 7, 16, 11) if right else (16, 7, 6, 11)))
        direction = Qt.LayoutDirection
        self._text.setLayoutDirection(direction.RightToLeft if right else direction.LeftToRight)

    def _mark(self) -> None:
        if self._claim is not None:
            self.set_bar(self._theme.ink(self._claim.standing), right=self._right)


def _beginning(text: str) -> str:
    if len(text) <= _SHOWN:
        return text
    return f"{text[:_SHOWN]} … ({len(text) - _SHOWN:,} more characters: read on in the page)"
