"""Where words of the claim lead: shown, opened only when somebody asks, or taken as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.ui.claim.cameview import LinkView
from annotator.ui.claim.section import Section
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.tabbing import tab_before
from annotator.ui.kit.tip import plain_tip
from annotator.ui.kit.valuerow import ValueRow

SHOWN = 3
"""So many stand there; the others are folded."""
STEP = 40
"""So many more at a press: a list of links may be one sentence of thousands."""


class LinkRow(ValueRow):
    """One of them."""

    open_wanted = Signal(str)
    take_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._address = ""
        self.open = KeyButton("open", "", self, small=True, dotted=True)
        self.take = KeyButton("as evidence", "", self, small=True, dotted=True)
        self.open.clicked.connect(lambda: self.open_wanted.emit(self._address))
        self.take.clicked.connect(lambda: self.take_wanted.emit(self._address))
        self.add(self.open)
        self.add(self.take)

    def show_link(self, label: str, link: LinkView) -> None:
        self._address = link.address
        self.show_value(label, f"“{link.words}” → {link.shown}")
        self.setToolTip(plain_tip(link.address))
        self.open.setAccessibleName(f"Open {link.address} in the browser")
        self.take.setAccessibleName(f"Use as evidence: {link.address}")


class LinksPart(Section):
    """Hidden where no words lead anywhere; another claim takes it away."""

    open_wanted = Signal(str)
    """An address that should be opened in the browser."""
    take_wanted = Signal(str)
    """An address that should become evidence of the claim in hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim: ClaimId | None = None
        self._links: tuple[LinkView, ...] = ()
        self._most = SHOWN
        self._rows: list[LinkRow] = []
        self._more = KeyButton("", "", self, small=True, dotted=True)
        self._more.clicked.connect(self._unfold)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._column)
        column.addWidget(self._more)
        self.hide()

    @property
    def rows(self) -> list[LinkRow]:
        """Those that can be seen, from the top."""
        return [row for row in self._rows if row.isVisibleTo(self)]

    def show_view(self, view: ClaimView) -> None:
        if view.claim.id != self._claim:
            self.show_links(view.claim.id, ())

    def show_links(self, claim: ClaimId, links: Sequence[LinkView]) -> None:
        """Those of this claim, a moment after the panel showed it."""
        if claim != self._claim:
            self._claim, self._most = claim, SHOWN
        self._links = tuple(links)
        self._show()

    def _unfold(self) -> None:
        self._most += STEP
        self._show()

    def _show(self) -> None:
        folded = len(self._links) > self._most + 1
        shown = self._links[: self._most] if folded else self._links
        while len(self._rows) < len(shown):
            row = LinkRow(self)
            row.open_wanted.connect(self.open_wanted)
            row.take_wanted.connect(self.take_wanted)
            self._rows.append(row)
            self._column.addWidget(row)
            for button in (row.open, row.take):
                tab_before(button, self._more)
        for place, row in enumerate(self._rows):
            if place < len(shown):
                row.show_link("" if place else "Links", shown[place])
            row.setVisible(place < len(shown))
        hidden = len(self._links) - len(shown)
        self._more.setText(f"and {hidden:,} more")
        self._more.setAccessibleName(f"Show more of the {hidden:,} other links")
        self._more.setVisible(bool(hidden))
        self._more.updateGeometry()
        self.setVisible(bool(self._links))
