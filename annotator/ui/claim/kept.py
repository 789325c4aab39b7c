"""What is typed for a claim and not saved yet: nothing of it is lost, whatever happens around it.

The fields follow *changes* of what is saved, not what is saved: what is typed is never
written over. A section that is typed in has one of these and tells it of every view.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.domain.snapshot import Claim


class Kept(QObject):
    """Stands between fields and whoever saves them; values are texts, compared without edges."""

    typed = Signal(str, object)
    """Each change: the value, and the ``Claim`` it belongs to (for the draft)."""
    left = Signal(str, object)
    """The typing is done: the value, and the ``Claim`` it belongs to, which need not be in hand
    any more. It comes again as long as the value is not seen to be saved; writing one twice is
    harmless."""

    def __init__(
        self, read: Callable[[], str], put: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        """``read`` gives what stands in the fields, ``put`` puts something else there."""
        super().__init__(parent)
        self._read, self._put = read, put
        self._claim: Claim | None = None
        self._saved = ""
        self.unsaved = False
        """Whether something stands in the fields that is not saved."""

    @property
    def saved(self) -> str:
        return self._saved

    def show(self, claim: Claim, saved: str) -> bool:
        """What is saved of this claim now; says whether it is another claim than before."""
        if self._claim is None or claim.id != self._claim.id:
            self._switch(claim, saved)
            return True
        self._claim = claim
        if saved != self._saved:
            self._follow(saved)
        return False

    def change(self) -> None:
        """A key was typed in the fields."""
        if self._claim is not None:
            self.unsaved = True
            self.typed.emit(self._read(), self._claim)

    def commit(self) -> None:
        """Gives away what was typed and is not seen to be saved yet."""
        if not self.unsaved or self._claim is None:
            return
        value = self._read()
        self.unsaved = value.strip() != self._saved.strip()
        self.left.emit(value, self._claim)

    def put_away(self) -> None:
        """No claim is in hand any more."""
        self.commit()
        self._claim = None

    def _switch(self, claim: Claim, saved: str) -> None:
        """Another claim: what was typed for the one before goes to that one."""
        given = (self._read(), self._claim) if self.unsaved else None
        # The switch is complete before anybody hears of it: saving may show claims by itself.
        self.unsaved, self._claim, self._saved = False, claim, saved
        self._put(saved)
        if given is not None:
            self.left.emit(*given)

    def _follow(self, saved: str) -> None:
        """What is saved changed: here, by undo, or in another window."""
        self._saved = saved
        if self._read().strip() == saved.strip():
            self.unsaved = False
        elif not self.unsaved:
            self._put(saved)
