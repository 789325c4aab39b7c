"""Which signal of the exchange's pages leads where; each page is connected when it is first made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotator.ui.acts import articles, colleagues, exchange, moving
from annotator.ui.views import View

if TYPE_CHECKING:
    from annotator.ui.exchange.bring_page import BringPage
    from annotator.ui.exchange.colleagues import ColleaguesPage
    from annotator.ui.exchange.send_page import SendPage
    from annotator.ui.exchange.view import Sending
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow) -> None:
    """The pages, as they are made, and what brings files in."""
    room, parts = window.room, window.room.exchange

    parts.pages.made_send.connect(lambda page: _send(window, page))
    parts.pages.made_bring.connect(lambda page: _bring(window, page))
    parts.pages.made_colleagues.connect(lambda page: _colleagues(window, page))
    parts.pages.left.connect(lambda: moving.to_page(room))
    window.frame.stack.currentChanged.connect(
        lambda _: window.menus.set_covered(parts.pages.shown is not None)
    )
    room.session.themed.connect(parts.pages.set_theme)
    bringing = parts.bringing
    bringing.looked.connect(lambda found: window.do(lambda: exchange.looked(room, found)))
    bringing.came.connect(lambda merged: window.do(lambda: exchange.came(room, merged)))
    bringing.failed.connect(lambda error: exchange.failed(room, error))
    bringing.cancelled.connect(lambda: exchange.stopped(room))


def _send(window: AnnotatorWindow, page: SendPage) -> None:
    room = window.room

    def make(asked: Sending, target: Path, over: bool) -> None:
        window.do(lambda: exchange.make(room, asked, target, over=over))

    page.wanted.connect(make)


def _bring(window: AnnotatorWindow, page: BringPage) -> None:
    room, parts = window.room, window.room.exchange

    def review() -> None:
        parts.pages.close()
        if parts.bringing.first is not None:
            articles.show(room, parts.bringing.first)
            room.switch.show(View.REVIEW)

    page.files_wanted.connect(lambda files: exchange.bring_files(room, files))
    page.bring_wanted.connect(lambda: window.do(lambda: exchange.confirm(room)))
    page.cancel_wanted.connect(lambda: exchange.cancel(room))
    page.answered.connect(parts.bringing.answer)
    page.confirmed.connect(parts.bringing.confirm)
    page.take_back_wanted.connect(lambda: window.do(lambda: exchange.take_back(room)))
    page.review_wanted.connect(lambda: window.do(review))
    parts.bringing.progressed.connect(page.show_share)


def _colleagues(window: AnnotatorWindow, page: ColleaguesPage) -> None:
    room = window.room
    page.hide_wanted.connect(lambda who: window.do(lambda: colleagues.hide(room, who)))
    page.show_wanted.connect(lambda who: window.do(lambda: colleagues.show(room, who)))
    page.same_wanted.connect(lambda who: window.do(lambda: colleagues.same(room, who)))
    page.other_wanted.connect(lambda who: window.do(lambda: colleagues.another(room, who)))
