"""A section with several of one kind: the first of them stand there, the others are folded behind a button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.ui.claim.section import Section
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.tabbing import tab_before

Shown = TypeVar("Shown")
Part = TypeVar("Part", bound=QWidget)


class FoldedSection(Section, Generic[Shown, Part]):
    """``parts`` show what there is; they are made when they are first needed, and used again."""

    SHOWN = 1
    """So many stand there at once."""
    STEP = 20
    """So many more at a press: a claim may have hundreds, of links even thousands."""
    FOLDS = 1
    """Fewer than so many are not worth a button, and stand there too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: ClaimId | None = None
        self._most = self.SHOWN
        self._held: tuple[Shown, ...] = ()
        self._parts: list[Part] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._more = KeyButton("", "", self, small=True, dotted=True)
        self._more.clicked.connect(self._unfold)

    def make(self) -> Part:
        """Another part, connected to what it asks for."""
        raise NotImplementedError

    def put(self, part: Part, shown: Shown, place: int) -> None:
        """Shows this in a part, which is the ``place``-th from 0."""
        raise NotImplementedError

    def buttons(self, part: Part) -> Sequence[QWidget]:
        """What can be pressed in it, in the order of Tab."""
        raise NotImplementedError

    def more_words(self, hidden: int) -> tuple[str, str]:
        """What the button that unfolds says of so many, and what a screen reader says of it."""
        raise NotImplementedError

    @property
    def visible_parts(self) -> list[Part]:
        """Those that can be seen, from the top."""
        return [part for part in self._parts if part.isVisibleTo(self)]

    def show_held(self, claim: ClaimId, held: Sequence[Shown]) -> None:
        """What there is of this claim; that of another one is folded again."""
        if claim != self._claim:
            self._claim, self._most = claim, self.SHOWN
        self._held = tuple(held)
        self._show()

    def _unfold(self) -> None:
        self._most += self.STEP
        self._show()

    def _show(self) -> None:
        folded = len(self._held) >= self._most + self.FOLDS
        shown = self._held[: self._most] if folded else self._held
        while len(self._parts) < len(shown):
            self._add()
        for place, part in enumerate(self._parts):
            if place < len(shown):
                self.put(part, shown[place], place)
            part.setVisible(place < len(shown))
        hidden = len(self._held) - len(shown)
        words, spoken = self.more_words(hidden)
        self._more.setText(words)
        self._more.setAccessibleName(spoken)
        self._more.setVisible(bool(hidden))
        self._more.updateGeometry()
        self.setVisible(bool(self._held))

    def _add(self) -> None:
        part = self.make()
        self._column.addWidget(part)
        self._parts.append(part)
        for button in self.buttons(part):
            tab_before(button, self._more)
