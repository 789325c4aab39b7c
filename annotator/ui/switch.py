"""Which view a window shows: the page stays, what stands round it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.ui.views import View


class Switch(QObject):
    """The view of one window, and which page of it."""

    changed = Signal()
    """Another view, or another page of the review."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = View.ANNOTATE
        self.agreement = False
        """Whether the review shows its page about agreement instead of the article."""

    @property
    def reviewing(self) -> bool:
        return self.view is View.REVIEW

    @property
    def reporting(self) -> bool:
        return self.view is View.REPORT

    def to_claims(self) -> None:
        """Shows the article where its report lies in its place: somebody goes to a claim."""
        if self.reporting:
            self.show(View.ANNOTATE)

    def show(self, view: View, *, agreement: bool = False) -> None:
        """Shows this view; ``agreement``: the review's page about it."""
        agreement = agreement and view is View.REVIEW
        if (view, agreement) != (self.view, self.agreement):
            self.view, self.agreement = view, agreement
            self.changed.emit()
