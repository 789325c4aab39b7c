"""A section of the claim panel: told of every view, asked for what is typed in it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.claim.view import ClaimView
from annotator.ui.theme import Theme


class Section(QWidget):
    """One part of what scrolls under the tags; hidden while it has nothing to say.

    Every signal asks; what is shown changes by ``show_view`` alone.
    """

    action_wanted = Signal(object)
    """An ``ActionId``: a button was pressed."""
    leave_wanted = Signal()
    """The keys should go back to the page."""
    look_wanted = Signal(QRect)
    """A place in this section that should be in view: where somebody is typing."""

    def show_view(self, view: ClaimView) -> None:
        """Shows this claim; what was typed for another one is given away first."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Wears these colours from now on."""

    def commit(self) -> None:
        """Gives away what is typed and not saved yet."""
