"""Where words of the claim lead: shown, opened only when somebody asks, or taken as evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.domain.article import ClaimId
from annotator.ui.claim.cameview import LinkView
from annotator.ui.claim.folded import FoldedSection
from annotator.ui.claim.view import ClaimView
from annotator.ui.kit.keybutton import KeyButton
from annotator.ui.kit.tip import plain_tip
from annotator.ui.kit.valuerow import ValueRow


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


class LinksPart(FoldedSection[LinkView, LinkRow]):
    """Hidden where no words lead anywhere; another claim takes it away."""

    open_wanted = Signal(str)
    """An address that should be opened in the browser."""
    take_wanted = Signal(str)
    """An address that should become evidence of the claim in hand."""

    SHOWN, STEP, FOLDS = 3, 40, 2

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._column)
        column.addWidget(self._more)
        self.hide()

    @property
    def rows(self) -> list[LinkRow]:
        """Those that can be seen, from the top."""
        return self.visible_parts

    def make(self) -> LinkRow:
        row = LinkRow(self)
        row.open_wanted.connect(self.open_wanted)
        row.take_wanted.connect(self.take_wanted)
        return row

    def put(self, part: LinkRow, shown: LinkView, place: int) -> None:
        part.show_link("" if place else "Links", shown)

    def buttons(self, part: LinkRow) -> Sequence[QWidget]:
        return (part.open, part.take)

    def more_words(self, hidden: int) -> tuple[str, str]:
        return f"and {hidden:,} more", f"Show more of the {hidden:,} other links"

    def show_view(self, view: ClaimView) -> None:
        if view.claim.id != self._claim:
            self.show_links(view.claim.id, ())

    def show_links(self, claim: ClaimId, links: Sequence[LinkView]) -> None:
        """Those of this claim, a moment after the panel showed it."""
        self.show_held(claim, links)
