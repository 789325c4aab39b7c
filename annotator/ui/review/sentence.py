"""The claim's own words in Review: the bar says how the review of it stands."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from annotator.domain.assessment import EMPTY
from annotator.domain.tags import Standing
from annotator.ui.claim.sentence import Sentence
from annotator.ui.claim.view import ClaimView
from annotator.ui.review.view import ClaimReviewView


class ReviewedSentence(Sentence):
    """In the ink of what was decided or shared; in text colour while people differ."""

    _outcome: Standing | None = None

    @property
    def words(self) -> QWidget:
        """What has the keys while words are selected."""
        return self._text

    def show_review(self, view: ClaimReviewView) -> None:
        self._outcome = _outcome(view)
        self.show_view(ClaimView(view.claim, view.total, EMPTY))

    def _mark(self) -> None:
        self.set_bar(self._bar_colour(), right=self._right)

    def _bar_colour(self) -> QColor:
        if self._outcome is None:
            return self._theme.colour("text")
        return self._theme.ink(self._outcome)


def _outcome(view: ClaimReviewView) -> Standing | None:
    """What the claim is by the review: the decision, else what all who judged it share."""
    if view.stale:
        return None
    for decision in view.decisions:
        if decision.stands:
            return decision.standing
    standings = {voice.standing for voice in view.voices}
    return standings.pop() if len(standings) == 1 else None
