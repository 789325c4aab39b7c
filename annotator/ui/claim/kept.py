"""What is typed for a claim and not saved yet: nothing of it is lost, whatever happens around it.

The fields follow *changes* of what is saved, not what is saved: what is typed is never
written over. A section that is typed in has one of these and tells it of every view.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.domain.article import ClaimId
from annotator.domain.snapshot import Claim


class GivenBack:
    """What was typed of claims and could not be saved: it stands in its field again.

    It is offered until it is saved, and given away anew only where somebody asks for that:
    who passes by such a claim is not told each time.
    """

    def __init__(self) -> None:
        self._texts: dict[ClaimId, str] = {}

    def put(self, claim: ClaimId, text: str) -> None:
        self._texts[claim] = text

    def forget(self, claim: ClaimId) -> None:
        """It is saved."""
        self._texts.pop(claim, None)

    def of(self, claim: ClaimId, saved: str) -> str | None:
        """What came back of this claim; None where that is what is saved."""
        if self._texts.get(claim, saved).strip() == saved.strip():
            self.forget(claim)
        return self._texts.get(claim)

    def is_so(self, claim: ClaimId, text: str) -> bool:
        """Whether this is what came back, and nothing was typed since."""
        return self._texts.get(claim) == text


class Kept(QObject):
    """Stands between fields and whoever saves them; values are texts, compared without edges."""

    typed = Signal(str, object)
    """Each change: the value, and the ``Claim`` it belongs to (for the draft)."""
    left = Signal(str, object)
    """The typing is done: the value, and the ``Claim`` it belongs to, which need not be in hand
    any more. It comes again as long as the value is not seen to be saved; writing one twice is
    harmless."""
    came_back = Signal()
    """What could not be saved of the claim that is shown stands in the fields again."""

    def __init__(
        self, read: Callable[[], str], put: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        """``read`` gives what stands in the fields, ``put`` puts something else there."""
        super().__init__(parent)
        self._read, self._put = read, put
        self._claim: Claim | None = None
        self._saved = ""
        self._given_back = GivenBack()
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

    def give_back(self, claim: ClaimId, text: str) -> None:
        """What was typed for this claim was refused, or a crash left it."""
        self._given_back.put(claim, text)
        if self._claim is not None and claim == self._claim.id and not self.unsaved:
            self._put_what_is_there()
            self.came_back.emit()

    def forget(self, claim: ClaimId, text: str) -> None:
        """What was typed for this claim is saved: before any view tells so."""
        self._given_back.forget(claim)
        if self._claim is None or claim != self._claim.id or not self.unsaved:
            return
        if self._read().strip() == text.strip():
            self._saved, self.unsaved = text, False

    def _switch(self, claim: Claim, saved: str) -> None:
        """Another claim: what was typed for the one before goes to that one."""
        given = None
        if self.unsaved and self._claim is not None:
            text = self._read()
            given = None if self._given_back.is_so(self._claim.id, text) else (text, self._claim)
        # The switch is complete before anybody hears of it: saving may show claims by itself.
        self._claim, self._saved = claim, saved
        self._put_what_is_there()
        if given is not None:
            self.left.emit(*given)

    def _put_what_is_there(self) -> None:
        """What is saved of the claim, or what could not be."""
        assert self._claim is not None, "a claim is shown"
        text = self._given_back.of(self._claim.id, self._saved)
        self.unsaved = text is not None
        self._put(self._saved if text is None else text)

    def _follow(self, saved: str) -> None:
        """What is saved changed: here, by undo, or in another window."""
        self._saved = saved
        if self._read().strip() == saved.strip():
            self.unsaved = False
        elif not self.unsaved:
            self._put(saved)
