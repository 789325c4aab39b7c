"""Which signal of an import, and of its page, leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from annotator.ui.acts import importing
from annotator.ui.incoming import Incoming

if TYPE_CHECKING:
    from annotator.ui.importing.held import HeldImport
    from annotator.ui.room import Room
    from annotator.ui.window import AnnotatorWindow


def connect_list(window: AnnotatorWindow) -> None:
    """What comes in, as soon as there is a window; its page is made when it is wanted."""
    room, imports, bottom = window.room, window.room.imports, window.frame.bottom
    slow = QTimer(window, interval=importing.LONG, singleShot=True)
    slow.timeout.connect(lambda: window.do(lambda: importing.takes_long(room)))

    def begun(another: bool) -> None:
        window.do(lambda: importing.begun(room, another=another))
        slow.start()

    def settled(one: Incoming) -> None:
        window.do(lambda: importing.settled(room, one))

    imports.progress.connect(bottom.show_progress)
    imports.seen.connect(bottom.set_seen)
    imports.changed.connect(lambda: bottom.show_share(imports.share if imports.busy else None))
    imports.begun.connect(begun)
    imports.settled.connect(settled)
    imports.finished.connect(lambda: window.do(lambda: importing.finished(room)))
    bottom.look_wanted.connect(lambda: window.do(lambda: importing.show(room)))


def connect(room: Room, held: HeldImport) -> None:
    """The page, just made."""
    imports, page, run = room.imports, held.page, room.patience.run

    def turned() -> None:
        imports.seen.emit(held.shown)
        importing.tell(room)

    page.cancel_wanted.connect(imports.cancel)
    page.fetch_wanted.connect(imports.fetch)
    page.addresses_wanted.connect(lambda found: run(lambda: importing.fetch(room, found)))
    page.offer_wanted.connect(lambda key, offer: run(lambda: importing.take(room, key, offer)))
    page.encoding_wanted.connect(lambda key, name: importing.read_as(room, key, name))
    page.keep_wanted.connect(lambda key, pairs: imports.answer(key, keep=True, confirmed=pairs))
    page.leave_wanted.connect(lambda key: imports.answer(key, keep=False))
    page.earlier_wanted.connect(lambda one: run(lambda: importing.open_article(room, one)))
    held.turned.connect(turned)
