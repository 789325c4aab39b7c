"""The panel at the right: the claim in hand, how it stands, its note and its history.

It shows a ``ClaimView`` and says what was asked of it; it knows no desk. To add a
section, build a widget that is told of the view and put it among those of ``_lower``.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.before import BeforeTheCut
from annotator.ui.claim.begin import Begin
from annotator.ui.claim.colleagues import Colleagues
from annotator.ui.claim.history import History
from annotator.ui.claim.note import Note
from annotator.ui.claim.sentence import Sentence
from annotator.ui.claim.tagbuttons import TagButtons
from annotator.ui.claim.view import ClaimView
from annotator.ui.fonts import ui_font
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption, Elided
from annotator.ui.kit.scroll import clear_scroll
from annotator.ui.theme import Theme

_EDGE = 12
"""The panel's margin; quiet buttons keep 4 px more round their words, and so do the rest."""


class ClaimPanel(QWidget):
    """The claim in hand. Every signal asks; what is shown changes by ``show_claim`` alone."""

    action_wanted = Signal(object)
    """An ``ActionId``: a button was pressed."""
    note_typed = Signal(str, object)
    """At each change of the note: its text and the ``Claim`` it belongs to (for the draft)."""
    note_left = Signal(str, object)
    """The note is done (focus left, Esc, another claim, ``commit_note``): its text and the
    ``Claim`` it belongs to, which need not be the one in hand any more. It comes again as long
    as ``show_claim`` has not shown this text as saved; writing a text twice is harmless."""
    take_over_wanted = Signal(object)
    """A ``Span``: a retired claim whose assessment this one should take over."""
    leave_wanted = Signal()
    """The keys should go back to the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ClaimView | None = None
        self.setFont(ui_font())
        self.setMinimumWidth(320)
        self._caption = Caption("", self)
        # Made in the order in which Tab should visit them.
        self._steps = [
            self._step(ActionId.PREVIOUS, "previous"),
            self._step(ActionId.NEXT, "next"),
        ]
        self._sentence = Sentence(theme, self)
        self._tags = TagButtons(theme, self)
        self._before = BeforeTheCut(self._tags.last, self)
        self._note = Note(self)
        self._drawn = Elided("", self)
        self._drawn.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._drawn.setContentsMargins(4, 0, 4, 0)
        self.colleagues = Colleagues(theme, self)
        self.history = History(theme, self)
        self._begin = Begin(theme, self)
        self._claim_side = QWidget(self)
        self._scroll = QScrollArea(self._claim_side)
        self._build()
        self._connect()
        self.set_theme(theme)
        self.show_claim(None)

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(theme.palette())
        parts = (self._sentence, self._tags, self.colleagues, self.history, self._begin)
        for part in parts:
            part.set_theme(theme)

    def show_claim(self, view: ClaimView | None) -> None:
        """Shows a claim, or how it goes; a note typed for the one before is given away first."""
        if view is None:
            self._note.put_away()
            self._view = None
            self._stack.setCurrentWidget(self._begin)
            self.setAccessibleName("How it goes")
            return
        other = self._view is None or self._view.claim.id != view.claim.id
        self._view = view
        self._caption.setText(view.title)
        self.setAccessibleName(view.title)
        self._sentence.show_view(view)
        self._tags.show_assessment(view.assessment)
        self._tags.setEnabled(view.claim.number is not None)
        self._before.show_before(view.before)
        self._drawn.set_text(view.drawn)
        self._drawn.setVisible(bool(view.drawn))
        self.colleagues.show_colleagues(view.colleagues)
        self.history.show_lines(view.history, fold=other)
        self._note.show_view(view)
        self._stack.setCurrentWidget(self._claim_side)
        if other:
            self._scroll.verticalScrollBar().setValue(0)

    def focus_note(self) -> None:
        """Opens the note and gives it the keys."""
        if self._view is not None:
            self._note.open()
            self._follow_cursor()

    def commit_note(self) -> None:
        """Gives away what is typed and not saved yet: before the window closes."""
        self._note.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sentence.set_room(round(self.height() * 0.34))

    def _build(self) -> None:
        upper = QVBoxLayout()
        upper.setContentsMargins(0, 0, _EDGE, 0)
        upper.setSpacing(0)
        upper.addLayout(self._head())
        upper.addSpacing(2)
        upper.addLayout(_inset(self._sentence))
        upper.addSpacing(10)
        upper.addWidget(self._tags)
        column = QVBoxLayout(self._claim_side)
        column.setContentsMargins(_EDGE, 9, 0, 0)
        column.setSpacing(6)
        column.addLayout(upper)
        column.addWidget(self._lower(), 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._begin)
        self._stack.addWidget(self._claim_side)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.setSpacing(0)
        head.addWidget(self._caption, 1)
        for button in self._steps:
            head.addWidget(button)
        return head

    def _step(self, action: ActionId, word: str) -> KeyButton:
        button = KeyButton(word, ACTION[action].keys[0], self, small=True)
        button.setAccessibleName(f"{word} claim")
        button.clicked.connect(lambda: self._want(action))
        return button

    def _lower(self) -> QScrollArea:
        """What scrolls; its right margin gives way to the scroll bar, so nothing moves."""
        inside = QWidget()
        sections = QVBoxLayout(inside)
        sections.setContentsMargins(0, 6, _EDGE, 16)
        sections.setSpacing(14)
        for section in (self._before, self._note, self._drawn, self.colleagues, self.history):
            sections.addWidget(section)
        sections.addStretch(1)
        area = self._scroll
        clear_scroll(area, inside)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(
            lambda _low, high: sections.setContentsMargins(
                0, 6, max(0, _EDGE - (bar.sizeHint().width() if high else 0)), 16
            )
        )
        bar.rangeChanged.connect(self._follow_cursor)
        return area

    def _connect(self) -> None:
        self._tags.wanted.connect(self._want)
        self.colleagues.reveal_wanted.connect(lambda: self._want(ActionId.REVEAL))
        self.colleagues.review_wanted.connect(lambda: self._want(ActionId.VIEW_REVIEW))
        self._before.take_over_wanted.connect(self.take_over_wanted)
        self._note.typed.connect(self.note_typed)
        self._note.left.connect(self.note_left)
        self._note.leave_wanted.connect(self.leave_wanted)
        self._note.field.cursorPositionChanged.connect(self._follow_cursor)

    def _want(self, action: ActionId) -> None:
        """A button was pressed; one pressed with the mouse while a note is typed ends the note."""
        if self._note.field.hasFocus():
            self._note.leave()
        self.action_wanted.emit(action)

    def _follow_cursor(self) -> None:
        """Keeps the line that is typed in view."""
        field, inside = self._note.field, self._scroll.widget()
        if field.hasFocus() and inside is not None:
            at = field.viewport().mapTo(inside, field.cursorRect().center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, 28)


def _inset(widget: QWidget) -> QVBoxLayout:
    """Paper is as wide as the words of the quiet buttons, not as their rings."""
    box = QVBoxLayout()
    box.setContentsMargins(4, 0, 4, 0)
    box.addWidget(widget)
    return box
