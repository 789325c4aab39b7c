"""What stands round the page in Review: queue, panel and bar, and the page about agreement."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from annotator.ui.theme import Theme


class ReviewSide:
    """The widgets of one window's review; the frame puts each in its place."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.queue = QFrame(parent)
        self.queue.setObjectName("leftPanel")
        self.panel = QFrame(parent)
        self.bar = QFrame(parent)
        self.bar.setObjectName("bottomBar")
        self.agreement = QFrame(parent)
        self.set_theme(theme)

    @property
    def reason(self) -> str:
        """What stands in the field of the reason now."""
        return ""

    def refresh_now(self) -> None:
        """Shows what is so at this moment: a field must be of the claim in hand."""

    def focus_reason(self) -> None:
        """Gives the keys to the field of the reason."""

    def focus_comment(self) -> None:
        """Gives the keys to the field of a comment."""

    def set_theme(self, theme: Theme) -> None:
        """Shows the same in other colours."""
