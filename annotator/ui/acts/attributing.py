"""Who says it: the fields, words selected in the page for them, and keeping what is suggested."""

from __future__ import annotations

from annotator.desk import attributing, sources
from annotator.domain.article import Span
from annotator.domain.attribution import Quoted
from annotator.ui.acts import moving
from annotator.ui.room import Room


def open_fields(room: Room) -> None:
    """Opens the fields; words selected in the page are the source.

    While they are selected for one of the fields, the same key takes them.
    """
    part = room.panel.attribution
    if part.picking:
        take_selection(room)
        return
    if room.hand.index is None:
        return
    # The panel follows a moment after the page; the fields must be this claim's.
    room.refresh.now()
    selection = _selection(room)
    room.page.clear_selection()
    part.open(selection)


def offer_sources(room: Room) -> None:
    """Whom the library's articles name, offered while one types."""
    room.panel.attribution.editor.set_sources([row.name for row in sources.sources(room.library)])


def select_in_page(room: Room) -> None:
    """Gives the keys to the page, where the words of a field are to be selected."""
    room.page.clear_selection()
    moving.to_page(room)


def take_selection(room: Room) -> None:
    """The selected words go into the field that asked for them."""
    selection = _selection(room)
    if selection is None:
        room.say("Select the words first: with Shift and ← or →, or with the mouse.")
        return
    room.page.clear_selection()
    room.panel.attribution.take_selection(selection)


def give_up_selection(room: Room) -> None:
    room.page.clear_selection()
    room.panel.attribution.take_selection(None)


def remove(room: Room, attribution: str) -> None:
    if room.article is not None:
        attributing.unattribute(room.library, room.article, attribution)


def confirm(room: Room) -> bool:
    """Keeps what is suggested of the claim in hand, and says that it was checked.

    False where nothing is suggested, it is attributed already, or several claims are in hand.
    """
    snapshot, index = room.hand.snapshot, room.hand.index
    if snapshot is None or index is None or len(room.hand.chosen) != 1:
        return False
    offered = attributing.suggestions(room.library, snapshot, index)
    for place, one in enumerate(offered, start=1):
        confirmed = True if place == len(offered) else None
        attributing.keep_suggestion(room.library, snapshot, index, one, confirmed=confirmed)
    return bool(offered)


def _selection(room: Room) -> Quoted | None:
    """The words selected in the page, as far as they lie in the claim in hand."""
    snapshot, index, span = room.hand.snapshot, room.hand.index, room.page.selection
    if snapshot is None or index is None or span is None:
        return None
    claim = snapshot.span(index)
    start, end = max(span.start, claim.start), min(span.end, claim.end)
    if start >= end:
        return None
    text = snapshot.article.text[start:end]
    kept = text.strip()
    start += len(text) - len(text.lstrip())
    words = " ".join(kept.split())
    return Quoted(words, Span(start, start + len(kept))) if words else None
