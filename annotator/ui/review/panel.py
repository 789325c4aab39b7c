"""The panel at the right in Review: who said what of the claim in hand, and settling it.

It shows a ``ClaimReviewView`` and says what was asked of it; it knows no desk. What is
above and below stays; who said what, decisions and comments scroll where they must.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.article import ClaimId
from annotator.domain.compare import Accord
from annotator.domain.wording import listed
from annotator.ui.fonts import ui_font
from annotator.ui.kit.labels import Caption, Muted
from annotator.ui.kit.tabbing import tab_through
from annotator.ui.review.alone import Alone
from annotator.ui.review.cards import Cards
from annotator.ui.review.decided import Decided
from annotator.ui.review.fitting import Fitting, Unsqueezed
from annotator.ui.review.old import BeforeTheCut
from annotator.ui.review.reason import Reason
from annotator.ui.review.sentence import ReviewedSentence
from annotator.ui.review.settle import RING, Settle
from annotator.ui.review.settlebuttons import GoOnButton
from annotator.ui.review.thread import Thread
from annotator.ui.review.unseen import Unseen
from annotator.ui.review.view import ClaimReviewView
from annotator.ui.theme import Theme

_EDGE = 16
_BETWEEN = 18
CHOOSE = "Choose a tag, or accept an analyst."
NOBODY = "Nobody has judged this claim."


class ReviewPanel(QWidget):
    """The claim in hand. Every signal asks; what is shown changes by ``show_claim`` alone."""

    settle = Signal(object)
    """A ``Standing``: decide so, with the reason in ``reason``."""
    accept = Signal(int)
    """Decide as the analyst of this column judged it, with the reason in ``reason``."""
    leave_open = Signal()
    reason_changed = Signal(str, str)
    """At each change of the reason: its text and the id of its claim (for the draft)."""
    reason_left = Signal(str, str)
    """The reason is done (focus left, Esc, another claim, ``commit``): its text and the id of
    its claim, which need not be the one in hand any more. It comes again as long as
    ``show_claim`` has not shown this text as saved; where nothing is decided it waits here."""
    next_wanted = Signal()
    """Settle and next: keep what is decided, with the reason, and go on."""
    comment = Signal(str, str)
    """A comment: its text, and the id of the comment it answers, or ""."""
    comment_edited = Signal(str, str)
    """The id of one's own comment, and its new text."""
    comment_removed = Signal(str)
    comment_changed = Signal(str, str)
    """At each change of a comment that is not sent: its text and the id of its claim (for the
    draft); empty once it is sent."""
    reveal = Signal()
    """Show colleagues' tags of this claim before one's own: the log will say so."""
    send_wanted = Signal()
    bring_wanted = Signal()
    leave_wanted = Signal()
    """The keys should go back to the page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ClaimReviewView | None = None
        self._stops = 0
        self.setFont(ui_font())
        self.setMinimumWidth(320)
        self._caption = Caption("", self)
        self._place = Muted("", self, small=True)
        self._place.setWordWrap(False)
        self._alone = Alone(self)
        self._claim_side = QWidget(self)
        self._sentence = ReviewedSentence(theme, self._claim_side)
        self._middle = Fitting(_EDGE, self._claim_side)
        self._who = Caption("Who said what", self)
        self._nobody = Muted(NOBODY, self)
        self._unseen = Unseen(self)
        self._cards = Cards(theme, self)
        self._silent = Muted("", self)
        self._before = BeforeTheCut(theme, self)
        self._decided = Decided(theme, self)
        self._thread = Thread(theme, self)
        self._settle = Settle(theme, self._claim_side)
        self._reason = Reason(self._claim_side)
        self._overrules = Muted("", self._claim_side)
        self._go_on = GoOnButton("Settle and next", "Ctrl+Enter", theme, self._claim_side)
        self._build()
        self._connect()
        self.set_theme(theme)
        self.show_claim(None)

    @property
    def reason(self) -> str:
        """The reason that stands in the field now, saved or not."""
        return self._reason.text

    def set_theme(self, theme: Theme) -> None:
        self.setPalette(theme.palette())
        parts = (self._sentence, self._cards, self._before, self._decided, self._thread)
        for part in (*parts, self._settle, self._go_on):
            part.set_theme(theme)

    def show_claim(self, view: ClaimReviewView | None) -> None:
        """Shows a claim, or how a review goes; what was typed for the one before is given away."""
        other = view is None or self._view is None or self._view.claim.id != view.claim.id
        self._view = view
        alone = view is None or view.alone
        self._stack.setCurrentWidget(self._alone if alone else self._room)
        self.setAccessibleName("How a review goes" if view is None or alone else view.title)
        if view is not None:
            self._show(view)
        if other:
            for area in (self._room, self._middle):
                area.verticalScrollBar().setValue(0)
        self._thread.show_claim(view)
        self._settle.show_claim(view)
        # Last: it gives the old claim's reason away, and all must be the new claim's by then.
        self._reason.show_reason(
            None if view is None else view.claim.id, view.reason if view else ""
        )
        self._say_whom()
        self._tab_in_order()

    def show_voice(self, column: int) -> None:
        """Shows the card of this column's analyst, and gives it the keys."""
        card = next((card for card in self._cards.cards if card.column == column), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shut(self) -> str:
        """Why nothing can be typed here; empty where something can."""
        return "" if self._view is None else self._view.shut

    def focus_reason(self) -> None:
        """Gives the reason's field the keys."""
        if self._view is not None and self._view.open:
            self._reason.open()

    def focus_comment(self) -> None:
        """Gives the comment's field the keys."""
        if self._view is not None and self._view.open:
            self._thread.open()

    def put_back_comment(self, claim: str, text: str) -> None:
        """A comment that was typed for this claim and not sent: before a crash, or in vain."""
        self._thread.put_back(ClaimId(claim), text)

    def give_back_comment(self, claim: str, text: str, *, answers: str, edits: str) -> None:
        """A comment, an answer or another wording that was refused."""
        self._thread.give_back(ClaimId(claim), text, answers=answers, edits=edits)

    def put_back_reason(self, claim: str, text: str) -> None:
        """A reason that was typed for this claim and not saved, in a window that is gone."""
        self._reason.put_back(ClaimId(claim), text)

    def commit(self) -> None:
        """Gives away what is typed and not saved yet: before the window closes."""
        self._reason.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sentence.set_room(round(self.height() * 0.24))

    def _show(self, view: ClaimReviewView) -> None:
        self._caption.setText(view.title)
        self._place.setText(view.place)
        self._sentence.show_review(view)
        self._unseen.show_why(view.veil)
        self._nobody.setVisible(view.accord is Accord.NOBODY and not view.voices and not view.veil)
        self._cards.show_voices(view.voices)
        self._silent.setText("" if self._nobody.isVisibleTo(self) else view.silent)
        self._silent.setVisible(bool(self._silent.text()))
        self._before.show_before(view.before)
        self._decided.show_decisions(view.decisions, view.stale)
        self._reason.setEnabled(view.open)
        self._go_on.setEnabled(view.open and view.settles is not None)

    def _say_whom(self) -> None:
        view = self._view
        self._overrules.setText("" if view is None else overrules(view, self._reason.text))

    def _tab_in_order(self) -> None:
        """Some of the parts are made when there is something for them to show."""
        parts = (self._cards, self._before, self._decided, self._thread, self._settle)
        stops = [
            self._sentence.words,
            self._unseen.show_button,
            *(stop for part in parts for stop in part.stops),
            self._reason.field,
            self._go_on,
        ]
        if len(stops) != self._stops:
            self._stops = len(stops)
            tab_through(stops)

    def _build(self) -> None:
        self._fill_middle()
        column = QVBoxLayout(self._claim_side)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(_BETWEEN)
        column.addLayout(self._upper())
        column.addWidget(self._middle)
        column.addLayout(self._lower())
        column.addStretch()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._alone)
        self._room = Unsqueezed(self._claim_side, self)
        self._stack.addWidget(self._room)

    def _upper(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self._place)
        upper = QVBoxLayout()
        upper.setContentsMargins(_EDGE, 0, _EDGE, 0)
        upper.setSpacing(8)
        upper.addLayout(head)
        upper.addWidget(self._sentence)
        return upper

    def _lower(self) -> QVBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._overrules, 1)
        foot.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignTop)
        reason = QVBoxLayout()
        reason.setContentsMargins(RING, 0, RING, 0)
        reason.setSpacing(9)
        reason.addWidget(self._reason)
        reason.addLayout(foot)
        lower = QVBoxLayout()
        lower.setContentsMargins(_EDGE - RING, 0, _EDGE - RING, 0)
        lower.setSpacing(11)
        lower.addWidget(self._settle)
        lower.addLayout(reason)
        return lower

    def _fill_middle(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(9)
        for part in (self._who, self._nobody, self._unseen, self._cards, self._silent):
            said.addWidget(part)
        column = self._middle.column
        column.setSpacing(_BETWEEN)
        column.addLayout(said)
        for section in (self._before, self._decided, self._thread):
            column.addWidget(section)
        column.addStretch(1)

    def _connect(self) -> None:
        self._settle.settle.connect(self.settle)
        self._settle.accept.connect(self.accept)
        self._settle.leave_open.connect(self.leave_open)
        self._reason.typed.connect(self._on_reason)
        self._reason.left.connect(self.reason_left)
        self._thread.written.connect(self.comment)
        self._thread.edited.connect(self.comment_edited)
        self._thread.removed.connect(self.comment_removed)
        self._thread.typed.connect(self.comment_changed)
        self._unseen.reveal.connect(self.reveal)
        self._alone.send_wanted.connect(self.send_wanted)
        self._alone.bring_wanted.connect(self.bring_wanted)
        self._go_on.clicked.connect(self._finish)
        for part in (self._reason, self._thread):
            part.finished.connect(self._finish)
            part.leave_wanted.connect(self.leave_wanted)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self._middle.verticalScrollBar().rangeChanged.connect(self._follow_focus)

    def _on_reason(self, text: str, claim: str) -> None:
        self._say_whom()
        self.reason_changed.emit(text, claim)

    def _finish(self) -> None:
        """What is typed is given away first: it goes with the decision."""
        self._reason.commit()
        self.next_wanted.emit()

    def _follow_focus(self) -> None:
        """Whatever has the keys is kept in view."""
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            if self._cards.isAncestorOf(now):
                self._cards.ensureWidgetVisible(now, 0, 0)
            self._middle.reach(now)
            self._room.ensureWidgetVisible(now, 0, RING)


def overrules(view: ClaimReviewView, reason: str) -> str:
    """Whom the decision goes against, and that a reason is wanted: a reminder, it never blocks."""
    if not view.open:
        return view.locked
    if view.settles is None:
        return CHOOSE
    if not view.overruled:
        return "Nobody is overruled."
    whom = listed(view.overruled)
    if not reason:
        return f"Overrules {whom}, and no reason is given yet."
    if list(view.overruled) == ["you"]:
        return "Overrules your own tag."
    sees = "sees" if len(view.overruled) == 1 else "see"
    return f"Overrules {whom}, who {sees} the reason and can answer."
