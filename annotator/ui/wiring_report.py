"""Which signal of the Report view's parts leads where; connected when the view is first opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.desk import presets
from annotator.desk.formats import formats
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change
from annotator.ui.action import ActionId
from annotator.ui.acts import exporting, moving, reporting
from annotator.ui.report.making import FORM
from annotator.ui.report.pageimages import Pages
from annotator.ui.report.parts import ReportParts
from annotator.ui.report.shortlist import Short
from annotator.ui.report.telling import Facts

ALOUD = "What stands on them is read aloud from the HTML report, which opens in the browser."

if TYPE_CHECKING:
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow, parts: ReportParts) -> None:
    """Everything the Report view's parts say to the window and to each other."""
    _following(window, parts)
    _pages(window, parts)
    _facts(window, parts)
    _choices(window, parts)
    _handing(window, parts)
    _bar(window, parts)


def _following(window: AnnotatorWindow, parts: ReportParts) -> None:
    room = window.room

    def changed(change: Change) -> None:
        parts.making.touch(change.article)
        if change.article in ("", room.article):
            parts.telling.soon()

    parts.leave = room.library.subscribe(changed)
    room.hand.opened.connect(lambda: _opened(window))
    room.editions.changed.connect(lambda edition: reporting.follow_edition(room, edition))


def _opened(window: AnnotatorWindow) -> None:
    reporting.follow_article(window.room)


def _pages(window: AnnotatorWindow, parts: ReportParts) -> None:
    room, making, middle = window.room, parts.making, parts.side.middle

    def made(pages: Pages | None) -> None:
        if pages is None:
            middle.show_unjudged()
        else:
            middle.show_pages(pages)

    def failed(error: BaseException) -> None:
        if isinstance(error, AnnotatorError):
            middle.show_failed(str(error))
            return
        middle.show_failed("Something went wrong inside Annotator, and the log says where.")
        room.messages.fail(error)

    making.made.connect(made)
    making.renewing.connect(middle.show_renewing)
    making.failed.connect(failed)
    middle.sheets.images.failed.connect(failed)
    making.begun.connect(middle.show_begun)
    middle.again_wanted.connect(middle.show_begun)
    middle.again_wanted.connect(making.now)
    middle.even_so_wanted.connect(middle.show_begun)
    middle.even_so_wanted.connect(making.even_so)
    middle.open_wanted.connect(lambda: window.run(ActionId.OPEN))
    middle.annotate_wanted.connect(lambda: window.run(ActionId.VIEW_ANNOTATE))


def _facts(window: AnnotatorWindow, parts: ReportParts) -> None:
    room, panel = window.room, parts.side.panel

    def told(facts: Facts) -> None:
        panel.copy.show_waiting(facts.waiting)
        panel.copy.show_short(facts.short)
        panel.foot.show_lacking(facts.missing)

    def to_claim(claim: Short) -> None:
        window.do(lambda: reporting.to_claim(room, claim))

    parts.telling.told.connect(told)
    parts.telling.failed.connect(room.messages.fail)
    panel.copy.claim_wanted.connect(to_claim)


def _choices(window: AnnotatorWindow, parts: ReportParts) -> None:
    room, panel, part = window.room, parts.side.panel, parts.side.panel.presets
    panel.show_presets(list(presets.presets()), room.editions.preset)
    panel.edition_wanted.connect(room.editions.choose)
    panel.leave_wanted.connect(lambda: moving.to_page(room))
    panel.articles.changed.connect(lambda _scope: panel.foot.begin_anew())
    panel.articles.changed.connect(lambda _scope: reporting.ask_what_leaves(room))
    part.chosen.connect(lambda name: window.do(lambda: reporting.choose_preset(room, name)))
    part.save_wanted.connect(lambda name: window.do(lambda: reporting.save_preset(room, name)))
    part.remove_wanted.connect(lambda name: window.do(lambda: reporting.remove_preset(room, name)))


def _handing(window: AnnotatorWindow, parts: ReportParts) -> None:
    room, foot = window.room, parts.side.panel.foot

    def open_written(path: Path) -> None:
        window.do(lambda: exporting.open_written(path))

    foot.form_changed.connect(lambda _name: reporting.ask_what_leaves(room))
    foot.show_formats(formats(), FORM)
    foot.export_wanted.connect(lambda: window.do(lambda: reporting.export(room)))
    foot.browser_wanted.connect(lambda: window.do(lambda: reporting.in_browser(room)))
    foot.outcome.cancel_wanted.connect(room.writing.cancel)
    foot.outcome.open_wanted.connect(open_written)


def _bar(window: AnnotatorWindow, parts: ReportParts) -> None:
    room, bar, sheets = window.room, parts.side.bar, parts.side.middle.sheets

    def moved() -> None:
        bar.show_place(sheets.page, sheets.count, sheets.percent, fits=sheets.fits)
        sheets.setAccessibleDescription(f"{bar.place_words}. {ALOUD}".lstrip(". "))

    sheets.moved.connect(moved)
    bar.zoom_wanted.connect(sheets.zoom)
    bar.cancel_wanted.connect(room.imports.cancel)
    bar.look_wanted.connect(lambda: window.run(ActionId.IMPORTS))
    room.messages.said.connect(bar.show_said)
    room.patience.waiting.connect(bar.show_waiting)
    room.imports.progress.connect(bar.show_progress)
    room.imports.seen.connect(bar.set_seen)
    moved()
