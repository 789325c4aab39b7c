"""Who may read something: one small word, and the way to the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from annotator.domain.assessment import Audience
from annotator.ui.evidence.stances import READERS
from annotator.ui.kit.keybutton import KeyButton

_ORDER = (Audience.DESK, Audience.ME, Audience.PUBLIC)
"""From the desk the next is oneself: nobody goes by way of the public to be private."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AudienceWord(KeyButton):
    """A click asks for the next audience, an arrow for the next or the one before."""

    wanted = Signal(object)
    """An ``Audience``."""

    def __init__(self, of: str, parent: QWidget | None = None) -> None:
        """``of`` is what has the audience: "Note"."""
        super().__init__("", "", parent, small=True, dotted=True)
        self._of = of
        self._audience = Audience.DESK
        self.show_audience(Audience.DESK)
        self.clicked.connect(lambda: self._step(1))

    @property
    def audience(self) -> Audience:
        return self._audience

    def show_audience(self, audience: Audience) -> None:
        self._audience = audience
        self.setText(audience)
        self.setAccessibleName(f"{self._of}, who may read it: {audience}")
        self.setToolTip(f"{READERS[audience]}. A click changes it.")
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS and not event.modifiers():
            self._step(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        self.wanted.emit(_ORDER[(_ORDER.index(self._audience) + by) % len(_ORDER)])
