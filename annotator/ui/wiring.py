"""Which signal of the window's parts leads where: one page of connections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from annotator.domain.article import ArticleId, Span
from annotator.domain.assessment import Audience
from annotator.domain.snapshot import Claim
from annotator.settings import Settings
from annotator.ui import wiring_record
from annotator.ui.action import ActionId, Context
from annotator.ui.acts import (
    articles,
    borders,
    drawing,
    exporting,
    finding,
    moving,
    people,
    reporting,
    undoing,
    windows,
)
from annotator.ui.theme import Theme
from annotator.ui.turning import turn

if TYPE_CHECKING:
    from annotator.ui.export_page import ExportPage
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow) -> None:
    """Everything a window's parts say to each other."""
    _page(window)
    _panel(window)
    wiring_record.connect(window)
    _library(window)
    _bars(window)
    _overlays(window)
    _session(window)


def _page(window: AnnotatorWindow) -> None:
    room, page = window.room, window.room.page
    page.claim_opened.connect(lambda _index: window.run(_opened(window)))
    page.furniture_clicked.connect(lambda at: window.do(lambda: borders.make_text(room, at)))
    page.menu_wanted.connect(window.show_menu)
    # Keys wait their turn; a click would take another claim in hand before it.
    asleep = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    room.patience.waiting.connect(lambda waits: page.viewport().setAttribute(asleep, waits))
    room.hand.opened.connect(room.editions.next_article)
    room.hand.opened.connect(window.show_article)
    room.hand.opened.connect(window.flags.read)
    for told in (room.hand.opened, room.draws.renewed):
        told.connect(lambda: window.do(lambda: finding.follow_draw(room)))


def _opened(window: AnnotatorWindow) -> ActionId:
    """What Enter on the page means: while words are selected for an attribution, that they are it."""
    return ActionId.ATTRIBUTION if window.room.panel.attribution.picking else ActionId.NOTE


def _panel(window: AnnotatorWindow) -> None:
    room, panel = window.room, window.room.panel

    def typed(text: str, claim: Claim) -> None:
        if room.article is not None:
            room.drafts.typed(room.article, claim.id, text)

    def left(text: str, claim: Claim) -> None:
        if room.article is not None:
            room.drafts.left(room.article, claim.id, text)

    def audience(wanted: Audience, text: str, claim: Claim) -> None:
        article = room.article
        if article is not None:
            window.do(lambda: moving.note_for(room, article, claim.id, text, wanted))

    def take_over(span: Span) -> None:
        window.do(lambda: borders.take_over(room, span))

    panel.action_wanted.connect(window.run)
    panel.note_typed.connect(typed)
    panel.note_left.connect(left)
    panel.note_audience_wanted.connect(audience)
    panel.take_over_wanted.connect(take_over)
    panel.leave_wanted.connect(lambda: moving.to_page(room))


def _library(window: AnnotatorWindow) -> None:
    room, shelf = window.room, window.room.shelf

    def show(article: ArticleId) -> None:
        window.do(lambda: articles.show(room, article))
        moving.to_page(room)

    def menu(article: ArticleId, at: QPoint) -> None:
        show(article)
        window.menus.pop_up(Context.CARD, at)

    shelf.chosen.connect(show)
    shelf.menu_wanted.connect(menu)
    shelf.counts.clicked.connect(lambda only: window.do(lambda: finding.filter_by(room, only)))


def _bars(window: AnnotatorWindow) -> None:
    room, top, bottom, menus = window.room, window.frame.top, window.frame.bottom, window.menus
    whole = menus.whole()
    whole.aboutToShow.connect(lambda: name_undo(window))
    whole.aboutToHide.connect(menus.unname_undo)
    top.set_menu(whole)
    top.set_name(room.library.author.name)
    top.view_wanted.connect(room.switch.show)
    room.switch.changed.connect(lambda: window.do(lambda: turn(window)))
    top.export_wanted.connect(lambda: window.run(ActionId.EXPORT))
    top.settings_wanted.connect(lambda: window.run(ActionId.SETTINGS))
    top.search.left.connect(lambda: finding.leave(room))
    top.search.numbered.connect(lambda typed: window.do(lambda: finding.go_to(room, typed)))
    QShortcut(QKeySequence("F10"), window).activated.connect(top.menu_button.showMenu)
    bottom.next_wanted.connect(lambda: window.run(ActionId.NEXT_UNTAGGED))
    bottom.cancel_wanted.connect(room.imports.cancel)
    room.messages.said.connect(bottom.show_said)
    room.messages.refused.connect(window.frame.notice.show_text)
    room.messages.asked.connect(window.frame.notice.show_question)
    window.frame.notice.dismissed.connect(window.escape)
    # What is agreed to is taken first: tried again, the question would be gone.
    window.frame.notice.agreed.connect(lambda: window.do(room.messages.agreed()))
    room.patience.waiting.connect(bottom.show_waiting)
    room.patience.refused.connect(lambda text: room.messages.refuse(text, stays=False))


def _overlays(window: AnnotatorWindow) -> None:
    room, popovers, start = window.room, window.room.popovers, window.frame.start

    def write(form: str, target: Path, replace: bool, name: str) -> None:
        window.do(lambda: exporting.write(room, form, target, replace, name))

    popovers.left.connect(lambda: moving.to_page(room))
    popovers.setting_chosen.connect(
        lambda name, value: window.do(lambda: windows.choose_setting(room, name, value))
    )
    popovers.export_wanted.connect(write)
    popovers.made_export.connect(lambda page: _export(window, page))
    popovers.draw_wanted.connect(lambda asked: window.do(lambda: drawing.draw(room, asked)))
    start.action_wanted.connect(window.run)
    start.name.setText(room.library.author.name)
    start.name_given.connect(lambda name: window.do(lambda: people.rename(room, name)))


def _export(window: AnnotatorWindow, page: ExportPage) -> None:
    room = window.room
    page.outcome.cancel_wanted.connect(room.writing.cancel)
    page.outcome.open_wanted.connect(lambda path: window.do(lambda: exporting.open_written(path)))
    page.report_wanted.connect(lambda: exporting.to_report(room))
    page.claim_wanted.connect(lambda claim: window.do(lambda: reporting.to_claim(room, claim)))


def _session(window: AnnotatorWindow) -> None:
    room, session = window.room, window.session

    def renamed() -> None:
        name = room.library.author.name
        window.frame.top.set_name(name)
        window.frame.start.name.setText(name)
        room.popovers.show_settings(room.preferences.settings, name)
        reporting.follow_name(room)

    def themed(theme: Theme) -> None:
        window.frame.set_theme(theme)
        room.popovers.set_theme(theme)

    def chosen(settings: Settings) -> None:
        room.page.set_zoom(settings.text_size)
        renamed()

    session.renamed.connect(renamed)
    session.themed.connect(themed)
    room.preferences.changed.connect(chosen)
    room.page.set_zoom(room.preferences.settings.text_size)


def name_undo(window: AnnotatorWindow) -> None:
    """The menu says what undo and redo would do: asked when it opens, not at every key."""
    window.menus.rename(ActionId.UNDO, undoing.undo_words(window.room))
    window.menus.rename(ActionId.REDO, undoing.redo_words(window.room))
