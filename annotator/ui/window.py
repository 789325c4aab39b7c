"""The window: builds its parts and connects them, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMoveEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.desk import showing
from annotator.desk.desk import Desk
from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError
from annotator.ui import (
    keys,
    wiring,
    wiring_evidence,
    wiring_exchange,
    wiring_importing,
    wiring_lists,
    wiring_search,
)
from annotator.ui.action import ActionId, ActionRow, Context
from annotator.ui.actions import ACTIONS
from annotator.ui.acts import articles, attributing, dropping, moving, views
from annotator.ui.acts.table import HANDLERS
from annotator.ui.came import HeldCame
from annotator.ui.drafts import Drafts
from annotator.ui.drawn import HeldDraw
from annotator.ui.dropping import Dropping
from annotator.ui.editions import Editions
from annotator.ui.erasing.held import HeldErasing
from annotator.ui.evidence.held import HeldEvidence
from annotator.ui.evidence.typed import TypedEvidence
from annotator.ui.exchange.bringing import Bringing
from annotator.ui.exchange.pages import ExchangePages
from annotator.ui.exchange.parts import ExchangeParts
from annotator.ui.finding import Finder
from annotator.ui.flagged import HeldFlags
from annotator.ui.frame import Frame
from annotator.ui.geometry import Geometry, restore
from annotator.ui.hand import Hand
from annotator.ui.imports import Imports
from annotator.ui.keeping import Keeping
from annotator.ui.marked import HeldMarks
from annotator.ui.menus import Menus
from annotator.ui.messages import Messages
from annotator.ui.patience import Patience, Request
from annotator.ui.placekeeper import PlaceKeeper
from annotator.ui.popovers import Popovers
from annotator.ui.refresh import Refresh
from annotator.ui.review.held import HeldReview
from annotator.ui.room import Room
from annotator.ui.search.box import SearchBox
from annotator.ui.search.commands import action_rows
from annotator.ui.search.looking import Looking
from annotator.ui.session import Session
from annotator.ui.sources.held import HeldSources
from annotator.ui.sources.heldpage import HeldSourcesPage
from annotator.ui.story.held import HeldStory
from annotator.ui.switch import Switch
from annotator.ui.twins import HeldTwins
from annotator.ui.wiring_record import carrying_offered
from annotator.ui.writing import Writing


class AnnotatorWindow(QMainWindow):
    """One window on a library."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.frame = Frame(session.theme, self)
        self.setCentralWidget(self.frame)
        self.setMinimumSize(640, 400)
        self.setWindowTitle("Annotator")
        self.room = self._room()
        self.menus = Menus(self, self.run)
        self.geometry_keeper = Geometry(self) if session.keeps else None
        self.dropping = Dropping(self, lambda data, at: dropping.target(self.room, data, at))
        self._alt = False
        self._field_to_come = False
        self._warned = False
        """Whether it was said that closing loses words."""
        self.room.patience.waiting.connect(self._waited)
        wiring.connect(self)
        wiring_exchange.connect(self)
        wiring_importing.connect_list(self)
        wiring_evidence.connect(self)
        wiring_search.connect(self)
        wiring_lists.connect(self)
        shelf = self.room.shelf
        self._twins = HeldTwins(
            self.room.desk, self.room.hand, self.room.panel.twins, shelf.model.rowCount
        )
        self._came = HeldCame(self.room.desk, self.room.hand, self.room.panel, self.room.page)
        self._marks = HeldMarks(self.room.desk, self.room.hand, self.room.panel)
        self._carrying = carrying_offered(self)
        self._sources = HeldSources(self.room.desk, self.room.hand, shelf.sources)
        restore(self)

    def _room(self) -> Room:
        session, frame = self.session, self.frame
        desk, patience = Desk(session.library), Patience(self)
        hand, switch = Hand(desk, frame.page, self), Switch(self)
        draws = HeldDraw(desk, self)
        self.flags = HeldFlags(desk, frame.page, self)
        pages = ExchangePages(frame.stack, frame, session.theme, self)
        return Room(
            session=session,
            shell=self,
            desk=desk,
            hand=hand,
            draws=draws,
            page=frame.page,
            start=frame.start,
            panel=frame.panel,
            shelf=frame.shelf,
            top=frame.top,
            bottom=frame.bottom,
            finder=Finder(frame.top.search, frame.page, hand),
            imports=Imports(session.library, self),
            drafts=Drafts(desk, patience, self),
            messages=Messages(self),
            patience=patience,
            places=PlaceKeeper(session.library, hand, frame.page, keeps=session.keeps),
            popovers=Popovers(frame, session.theme),
            refresh=Refresh(session.library, hand, draws, frame.panel, frame.shelf, frame.bottom),
            switch=switch,
            review=HeldReview(desk, self),
            exchange=ExchangeParts(pages, Bringing(session.library, self)),
            keeping=Keeping(session.library, self),
            typed=TypedEvidence(session.library, self),
            evidence=HeldEvidence(session.library, pages, frame.stack, lambda: _open(desk)),
            sources=HeldSourcesPage(session.library, pages, frame.stack, lambda: _open(desk)),
            erasing=HeldErasing(session.library, pages, frame.stack),
            story=HeldStory(session.library, pages, frame.stack, lambda: _open(desk)),
            editions=Editions(self, keeps=session.keeps),
            writing=Writing(session.library, self),
            search=SearchBox(
                Looking(session.library, lambda: desk.snapshot, self._commands),
                frame,
                session.theme,
            ),
        )

    def _commands(self, words: str) -> list[ActionRow]:
        """What can be done now and is called so."""
        return action_rows(ACTIONS, words, lambda action: self.menus.actions[action].isEnabled())

    def run(self, action: ActionId) -> None:
        """Does an action, in its turn."""
        self.room.messages.next_action()
        self.do(lambda: HANDLERS[action](self.room))
        # A note that has to wait opens later: what is typed for it is no tag.
        self._field_to_come |= action in keys.TO_FIELDS and self.room.patience.busy

    def do(self, request: Request, give_back: Request | None = None) -> None:
        """Does something that may be refused, or must wait for another program.

        ``give_back`` puts back what was typed for it, should it be refused.
        """
        self.room.patience.run(request, give_back)

    def _waited(self, _waits: bool) -> None:
        self._field_to_come = False

    def begin(self, article: ArticleId | None) -> None:
        """Shows the list and the article to begin with: that one, else the first."""
        rows = showing.articles(self.session.library)
        known = {row.id for row in rows}
        first = article if article in known else (rows[0].id if rows else None)
        self.room.refresh.whole_list()
        if first is not None:
            self.do(lambda: articles.show(self.room, first))
            self.room.refresh.now()
        else:
            self.show_article()
        moving.to_page(self.room)

    def bring(self, files: Sequence[Path]) -> None:
        """Imports files and opens the first."""
        articles.bring(self.room, files)

    def settle(self, *, words: bool = True) -> None:
        """Before the window goes: what is typed is saved, places are kept.

        Raises AnnotatorError when there are words that can be kept nowhere;
        without ``words`` they are given up.
        """
        if self.session.keeps:
            self.room.panel.commit()
            if self.room.parts is not None:
                self.room.parts.side.panel.commit()
            self.room.patience.stop()
            if words:
                self.room.drafts.settle()
                self.room.typed.settle()
                if self.room.parts is not None:
                    self.room.parts.typed.settle()
            self.room.places.keep()
            if self.geometry_keeper is not None:
                self.geometry_keeper.keep()
        if self.room.writing.busy:
            self.hide()  # a step of what is being written may take a while to come to its end
        self.room.imports.close()
        self.room.exchange.close()
        self.room.keeping.close()
        self.room.writing.close()
        self.room.editions.keep()
        self.room.evidence.close()
        self.room.sources.close()
        self.room.story.close()
        self.room.erasing.close()

    def show_article(self) -> None:
        """Another article lies on the page, or none: everything round it follows."""
        snapshot = self.room.hand.snapshot
        there = snapshot is not None
        empty = not self.room.shelf.model.rowCount()
        self.setWindowTitle(f"{snapshot.article.title} – Annotator" if snapshot else "Annotator")
        self.frame.show_page(article=there, agreement=self.room.switch.agreement)
        self.menus.set_open(article=there, empty=empty and not there)
        self.room.finder.again()
        self.room.popovers.shut()
        if snapshot is not None:
            views.name_article(self.room)
            self.room.places.go_back(snapshot.article.id)
            self.room.shelf.reveal(snapshot.article.id)

    def show_menu(self, index: int, at: QPoint) -> None:
        if index >= 0:
            self.room.hand.moved.emit()
        wiring.name_undo(self)
        menu = self.menus.pop_up(Context.PAGE, at)
        menu.aboutToHide.connect(self.menus.unname_undo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that nobody in the window wanted for text."""
        self._alt = event.key() == Qt.Key.Key_Alt
        if keys.press_button(event):
            return
        if keys.types_text(QApplication.focusWidget()):
            super().keyPressEvent(event)
            return
        if self._field_to_come:
            return
        action = keys.action_for(event, self.room.switch.view) or keys.shortcut_for(event)
        if action is not None:
            if self.menus.actions[action].isEnabled():
                self.run(action)
        elif event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt alone opens the menu."""
        keys.HELD.released(event)
        if self._alt and event.key() == Qt.Key.Key_Alt:
            self.room.top.menu_button.showMenu()
        self._alt = False
        super().keyReleaseEvent(event)

    def escape(self) -> None:
        """Takes away what lies over the page or mutes it, one thing at a time."""
        if self.room.panel.attribution.picking:
            attributing.give_up_selection(self.room)
            return
        if self.frame.notice.text:
            self.room.messages.dismiss()
        elif self.room.switch.agreement:
            self.run(ActionId.VIEW_REVIEW)
        elif self.room.review.narrowed:
            self.run(ActionId.COMPARE_ALL)
        elif self.room.hand.only is not None:
            self.run(ActionId.SHOW_ALL)
        else:
            self.room.finder.rest()
        moving.to_page(self.room)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            larger = event.angleDelta().y() > 0
            self.run(ActionId.ZOOM_IN if larger else ActionId.ZOOM_OUT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.fit(event.size().width())
        self._keep_geometry()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._keep_geometry()

    def _keep_geometry(self) -> None:
        if self.geometry_keeper is not None:
            self.geometry_keeper.soon()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dropping.over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dropping.over(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.dropping.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropping.drop(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.session.poll()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._settled():
            event.ignore()
            return
        self.room.places.stop()
        self.room.refresh.stop()
        self.room.search.stop()
        self.room.review.close()
        if self.room.parts is not None:
            self.room.parts.close()
        if self.room.report is not None:
            self.hide()  # pages that are being made come to their end first
            self.room.report.close()
        self.room.draws.close()
        self._sources.close()
        self._twins.stop()
        self._came.stop()
        self._marks.stop()
        self._carrying.stop()
        if self.room.versions is not None:
            self.room.versions.close()
        self.flags.close()
        self.room.hand.close()
        self.room.desk.close()
        self.session.forget(self)
        super().closeEvent(event)

    def _settled(self) -> bool:
        """Whether the window may go: words that can be kept nowhere are said first, once."""
        try:
            self.settle()
        except AnnotatorError as error:
            if not self._warned:
                self._warned = True
                self.room.messages.refuse(
                    f"{error} Your note is not saved: "
                    "copy its words, or close again to give them up."
                )
                return False
            self.settle(words=False)
        return True


def _open(desk: Desk) -> ArticleId | None:
    """The article on the page, or None."""
    return None if desk.snapshot is None else desk.snapshot.article.id
