"""The parts of one window, as its actions know them.

An action's handler is a function of the room; the window builds the parts and
puts them here, so that no handler needs to know how the window is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.ui.bottombar import BottomBar
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.drafts import Drafts
from annotator.ui.drawn import HeldDraw
from annotator.ui.editions import Editions
from annotator.ui.erasing.held import HeldErasing
from annotator.ui.evidence.held import HeldEvidence
from annotator.ui.evidence.typed import TypedEvidence
from annotator.ui.exchange.parts import ExchangeParts
from annotator.ui.finding import Finder
from annotator.ui.hand import Hand
from annotator.ui.imports import Imports
from annotator.ui.keeping import Keeping
from annotator.ui.library.panel import LibraryPanel
from annotator.ui.messages import Messages
from annotator.ui.page.view import PageView
from annotator.ui.patience import Patience
from annotator.ui.placekeeper import PlaceKeeper
from annotator.ui.popovers import Popovers
from annotator.ui.preferences import Preferences
from annotator.ui.refresh import Refresh
from annotator.ui.review.held import HeldReview
from annotator.ui.search.box import SearchBox
from annotator.ui.sources.heldpage import HeldSourcesPage
from annotator.ui.start import StartPage
from annotator.ui.story.held import HeldStory
from annotator.ui.switch import Switch
from annotator.ui.topbar import TopBar
from annotator.ui.writing import Writing

if TYPE_CHECKING:
    from annotator.ui.importing.held import HeldImport
    from annotator.ui.report.parts import ReportParts
    from annotator.ui.review.parts import ReviewParts
    from annotator.ui.session import Session
    from annotator.ui.versions.held import HeldVersions


@dataclass(slots=True)
class Room:
    """One window's parts."""

    session: Session
    shell: QMainWindow
    desk: Desk
    hand: Hand
    draws: HeldDraw
    page: PageView
    start: StartPage
    panel: ClaimPanel
    shelf: LibraryPanel
    top: TopBar
    bottom: BottomBar
    finder: Finder
    imports: Imports
    drafts: Drafts
    messages: Messages
    patience: Patience
    places: PlaceKeeper
    popovers: Popovers
    refresh: Refresh
    switch: Switch
    review: HeldReview
    exchange: ExchangeParts
    keeping: Keeping
    typed: TypedEvidence
    evidence: HeldEvidence
    search: SearchBox
    sources: HeldSourcesPage
    story: HeldStory
    erasing: HeldErasing
    editions: Editions
    writing: Writing
    importing: HeldImport | None = None
    """The page of what comes in; made when it is first wanted."""
    versions: HeldVersions | None = None
    """The page of an article's versions; made when it is first wanted."""
    parts: ReviewParts | None = None
    """What stands round the page in Review; made when the view is first opened."""
    report: ReportParts | None = None
    """The pages of the report, and what stands round them; made when the view is first opened."""

    @property
    def library(self) -> OpenLibrary:
        return self.session.library

    @property
    def preferences(self) -> Preferences:
        return self.session.preferences

    @property
    def article(self) -> ArticleId | None:
        """The article on the page, or None."""
        snapshot = self.desk.snapshot
        return None if snapshot is None else snapshot.article.id

    def say(self, text: str) -> None:
        """A passing word in the bottom bar."""
        self.messages.say(text)


Handler = Callable[[Room], None]
