"""Which signal of the search leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.action import ActionId
from annotator.ui.acts import finding, moving, searching

if TYPE_CHECKING:
    from annotator.ui.window import AnnotatorWindow


def connect(window: AnnotatorWindow) -> None:
    """The box, the field's place at the top, and the searches that were kept."""
    room = window.room
    box, kept, top = room.search, room.shelf.searches, room.top
    box.chosen.connect(lambda target: window.do(lambda: searching.chosen(room, target)))
    box.acted.connect(window.run)
    box.narrowed.connect(
        lambda typed, wanted: window.do(lambda: searching.narrow(room, typed, wanted))
    )
    box.left.connect(lambda: moving.to_page(room))
    room.hand.opened.connect(lambda: window.do(lambda: finding.let_go_of_found(room)))
    top.search_wanted.connect(lambda: window.run(ActionId.SEARCH))
    kept.wanted.connect(lambda saved: window.do(lambda: searching.again(room, saved)))
    kept.forget_wanted.connect(lambda saved: window.do(lambda: searching.forget(room, saved)))
    named = room.shelf.sources
    named.wanted.connect(lambda row: window.do(lambda: searching.narrow_to_source(room, row)))
    window.session.kept_changed.connect(lambda: window.do(lambda: searching.show_kept(room)))
    window.do(lambda: searching.show_kept(room))
    window.session.themed.connect(box.set_theme)
