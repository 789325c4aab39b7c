"""The list of all evidence of one window."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from annotator.desk.evidence_list import listed
from annotator.domain.snapshot import Change
from annotator.ui.evidence.listmodel import Listed, made_ready
from annotator.ui.evidence.listpage import EvidencePage
from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.lists.held import HeldList
from annotator.ui.lists.reading import Read


class HeldEvidence(HeldList[EvidencePage]):
    """What is listed follows whatever is done while it is on show."""

    def new_page(self, pages: ExchangePages, stack: QStackedWidget) -> EvidencePage:
        return EvidencePage(pages.theme, stack)

    def wanted(self) -> Read:
        return lambda library: [made_ready(listed(library))]

    def put(self, page: EvidencePage, portion: object, *, first: bool) -> None:
        assert first, "it is read in one portion"
        assert isinstance(portion, Listed)
        page.show_list(portion)

    def concerned(self, change: Change) -> bool:
        return change.record or change.about or change.layout
