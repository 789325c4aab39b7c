"""The panel at the right: the claim in hand, how it stands, and what is recorded of it.

It shows a ``ClaimView`` and says what was asked of it; it knows no desk. To add a section,
write one (``section.py``) and put it among those of ``_sections``, in the order drawn.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from annotator.ui.action import ActionId
from annotator.ui.actions import ACTION
from annotator.ui.claim.attribution import AttributionPart
from annotator.ui.claim.because import BecausePart
from annotator.ui.claim.before import BeforeTheCut
from annotator.ui.claim.begin import Begin
from annotator.ui.claim.colleagues import Colleagues
from annotator.ui.claim.facts import FactsPart
from annotator.ui.claim.flag import FlagPart
from annotator.ui.claim.history import History
from annotator.ui.claim.links import LinksPart
from annotator.ui.claim.lower import Lower
from annotator.ui.claim.marks import MarksPart
from annotator.ui.claim.more import MorePart
from annotator.ui.claim.note import Note
from annotator.ui.claim.numbers import NumbersPart
from annotator.ui.claim.remarks import RemarksPart
from annotator.ui.claim.reminders import RemindersPart
from annotator.ui.claim.section import Section
from annotator.ui.claim.sentence import Sentence
from annotator.ui.claim.sure import Sure
from annotator.ui.claim.tagbuttons import TagButtons
from annotator.ui.claim.twins import TwinsPart
from annotator.ui.claim.view import ClaimView
from annotator.ui.claim.why import WhyPart
from annotator.ui.claim.wording import WordingPart
from annotator.ui.evidence.section import Evidence
from annotator.ui.fonts import ui_font
from annotator.ui.keys import types_text
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.labels import Caption, Elided
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
    """The note is done (focus left, Esc, another claim, ``commit``): its text and the
    ``Claim`` it belongs to, which need not be the one in hand any more. It comes again as long
    as ``show_claim`` has not shown this text as saved; writing a text twice is harmless."""
    note_audience_wanted = Signal(object, str, object)
    """Who may read the note: an ``Audience``, its text, and the ``Claim`` it belongs to."""
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
        self.sure = Sure(self)
        self._before = BeforeTheCut(self.sure.steps.pills[-1], self)
        self._make_sections(theme)
        self._drawn = Elided("", self)
        self._drawn.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._drawn.setContentsMargins(4, 14, 4, 0)
        self.colleagues = Colleagues(theme, self)
        self.history = History(theme, self)
        self._begin = Begin(theme, self)
        self._claim_side = QWidget(self)
        self._lower = Lower(_EDGE, self._claim_side)
        self._build()
        self._connect()
        self.set_theme(theme)
        self.show_claim(None)

    def _make_sections(self, theme: Theme) -> None:
        """In the order drawn, from the tags down."""
        self.marks = MarksPart(theme, self)
        self.twins = TwinsPart(theme, self)
        self.because = BecausePart(theme, self)
        self.why = WhyPart(self)
        self.reminders = RemindersPart(self)
        self.facts = FactsPart(self)
        self.wording = WordingPart(theme, self)
        self.attribution = AttributionPart(self)
        self.numbers = NumbersPart(self)
        self.links = LinksPart(self)
        self.remarks = RemarksPart(theme, self)
        self.evidence = Evidence(theme, self)
        self._note = Note(self)
        self.more = MorePart(self)
        self.flag = FlagPart(self)

    @property
    def view(self) -> ClaimView | None:
        """What it shows now."""
        return self._view

    @property
    def sections(self) -> tuple[Section, ...]:
        """Those that are told of each view, and may hold what is typed."""
        return (
            self.marks,
            self.twins,
            self.because,
            self.why,
            self.reminders,
            self.facts,
            self.wording,
            self.attribution,
            self.numbers,
            self.links,
            self.remarks,
            self.evidence,
            self.more,
            self.flag,
        )

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(theme.palette())
        for part in (self._sentence, self._tags, self.colleagues, self.history, self._begin):
            part.set_theme(theme)
        for section in self.sections:
            section.set_theme(theme)

    def show_claim(self, view: ClaimView | None) -> None:
        """Shows a claim, or how it goes; what was typed for the one before is given away first."""
        if view is None:
            self.commit()
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
        self.sure.show_sure(view.assessment.confidence)
        self._before.show_before(view.before)
        self._drawn.set_text(view.drawn)
        self._drawn.setVisible(bool(view.drawn))
        self.colleagues.show_colleagues(view.colleagues)
        self.history.show_lines(view.history, fold=other)
        self._note.show_view(view)
        for section in self.sections:
            section.show_view(view)
        self._stack.setCurrentWidget(self._claim_side)
        if other:
            self.sure.end()
            self._lower.to_top()

    @property
    def note(self) -> Note:
        return self._note

    def focus_note(self) -> None:
        """Opens the note and gives it the keys."""
        if self._view is not None:
            self._note.open()
            self._look_at_note()

    def commit(self) -> None:
        """Gives away what is typed and not saved yet: before the window closes."""
        self._note.commit()
        for section in self.sections:
            section.commit()

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
        upper.addWidget(self.sure)
        column = QVBoxLayout(self._claim_side)
        column.setContentsMargins(_EDGE, 9, 0, 0)
        column.setSpacing(2)
        column.addLayout(upper)
        column.addWidget(self._lower, 1)
        self._lower.fill(
            (
                self._before,
                self.marks,
                self.twins,
                self.because,
                self.why,
                self.reminders,
                self.facts,
                self.wording,
                self.attribution,
                self.numbers,
                self.links,
                self.remarks,
                self.evidence,
                self._note,
                self.more,
                self.flag,
                self._drawn,
                self.colleagues,
                self.history,
            )
        )
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

    def _connect(self) -> None:
        self._tags.wanted.connect(self._want)
        self.colleagues.reveal_wanted.connect(lambda: self._want(ActionId.REVEAL))
        self.colleagues.review_wanted.connect(lambda: self._want(ActionId.VIEW_REVIEW))
        self._before.take_over_wanted.connect(self.take_over_wanted)
        self._note.typed.connect(self.note_typed)
        self._note.left.connect(self.note_left)
        self._note.audience_wanted.connect(self.note_audience_wanted)
        self._note.leave_wanted.connect(self.leave_wanted)
        self._note.field.cursorPositionChanged.connect(self._look_at_note)
        self.sure.leave_wanted.connect(self.leave_wanted)
        self.facts.pointed.connect(self._sentence.point_at)
        for section in self.sections:
            section.action_wanted.connect(self._want)
            section.leave_wanted.connect(self.leave_wanted)
            section.look_wanted.connect(
                lambda where, section=section: self._lower.look_at(section, where)
            )

    def _want(self, action: ActionId) -> None:
        """A button was pressed; one pressed with the mouse while something is typed ends that."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus) and types_text(focus):
            self.leave_wanted.emit()
            # Where nobody took the keys, what was typed is given away all the same.
            self.commit()
        self.action_wanted.emit(action)

    def _look_at_note(self) -> None:
        """Keeps the line that is typed in view."""
        field = self._note.field
        if field.hasFocus():
            at = field.viewport().mapTo(self._note, field.cursorRect().topLeft())
            self._lower.look_at(self._note, QRect(at, field.cursorRect().size()))


def _inset(widget: QWidget) -> QVBoxLayout:
    """Paper is as wide as the words of the quiet buttons, not as their rings."""
    box = QVBoxLayout()
    box.setContentsMargins(4, 0, 4, 0)
    box.addWidget(widget)
    return box
