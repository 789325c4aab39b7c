"""What stands round the page in Review: queue, panel, bar and margin, and the page about agreement."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.ui.agreement.page import AgreementPage
from annotator.ui.page.view import PageView
from annotator.ui.review.bar import ReviewBar
from annotator.ui.review.hidden import HiddenBar
from annotator.ui.review.margin import Margin
from annotator.ui.review.panel import ReviewPanel
from annotator.ui.review.queue import QueuePanel
from annotator.ui.theme import Theme


class ReviewSide:
    """The widgets of one window's review, made in the order in which Tab visits them."""

    def __init__(self, page: PageView, theme: Theme, parent: QWidget) -> None:
        self.margin = Margin(page, theme)
        self.hidden = HiddenBar(parent)
        self.panel = ReviewPanel(theme, parent)
        self.queue = QueuePanel(theme, parent)
        self.bar = ReviewBar(theme, parent)
        self.agreement = AgreementPage(theme, parent)

    def set_theme(self, theme: Theme) -> None:
        """Shows the same in other colours."""
        for part in (self.margin, self.panel, self.queue, self.bar, self.agreement):
            part.set_theme(theme)
