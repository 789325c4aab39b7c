"""The one door for what the window says: in the bottom bar, or in a line above the page.

Nothing it says stands in the way of reading and tagging.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.domain.errors import AnnotatorError

STAYS = 8000
"""Milliseconds that a passing word in the bottom bar stays."""
MOST = 5
"""Lines of a batch that are said one by one."""


class Messages(QObject):
    """What one window has to say to its reader."""

    said = Signal(str)
    """A passing word for the bottom bar; empty: it has passed."""
    refused = Signal(str)
    """A sentence that stays above the page until it is dismissed; empty: it is."""
    asked = Signal(str, str)
    """A question above the page, and the button that agrees to it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._goes = False
        """Whether a sentence above the page goes with the next thing that is done."""
        self._agreed: Callable[[], None] | None = None
        self._passing = QTimer(self, interval=STAYS, singleShot=True)
        self._passing.timeout.connect(lambda: self.said.emit(""))

    def say(self, text: str) -> None:
        """Something was done that the page alone does not show."""
        self.said.emit(text)
        self._passing.start()

    def refuse(self, text: str, *, stays: bool = True) -> None:
        """Something was not done: what is wrong, and what to do.

        ``stays``: until it is dismissed; else the next thing that is done takes it away.
        """
        self._goes, self._agreed = not stays, None
        self.refused.emit(text)

    def ask(self, text: str, button: str, agreed: Callable[[], None]) -> None:
        """Asks in place before something is done; anything else that is done takes it away."""
        self._goes, self._agreed = True, agreed
        self.asked.emit(text, button)

    def agreed(self) -> Callable[[], None]:
        """The question above the page was agreed to, and goes: what is to be done now."""
        agreed = self._agreed
        self.dismiss()
        return agreed or (lambda: None)

    def dismiss(self) -> None:
        self._goes, self._agreed = False, None
        self.refused.emit("")

    def next_action(self) -> None:
        """Something else is being done: what was said of the last thing has had its time.

        At most keys nothing is, and then no widget hears of it.
        """
        if self._passing.isActive():
            self._passing.stop()
            self.said.emit("")
        if self._goes:
            self.dismiss()

    def fail(self, error: BaseException) -> None:
        """An error of any kind; one that nobody foresaw is also logged, without any text."""
        self.refuse(_sentence(error))

    def fail_all(self, errors: Sequence[BaseException]) -> None:
        """One line for each, so that the last does not hide the others."""
        logged = errors[-1:]
        lines = [_sentence(error, log=error in logged) for error in errors[:MOST]]
        if len(errors) > MOST:
            lines.append(f"And {len(errors) - MOST} more could not be read.")
        self.refuse("\n".join(lines))


def _sentence(error: BaseException, *, log: bool = True) -> str:
    if isinstance(error, AnnotatorError):
        return str(error)
    if log:
        logging.getLogger(__name__).error("unforeseen", exc_info=error)
    return (
        f"Something went wrong inside Annotator ({type(error).__name__}). "
        "What was saved is safe; the log says where it happened."
    )
