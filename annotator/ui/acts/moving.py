"""From claim to claim, from panel to panel, and to a claim's note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from annotator.desk import notes
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.tags import Standing
from annotator.ui.only import WereDrawn
from annotator.ui.room import Room

HERE, AMONG = "in this article", "among the drawn claims"


def next_claim(room: Room) -> None:
    if not room.hand.step(1):
        room.say(f"No claim follows{_filtered(room)}.")


def previous_claim(room: Room) -> None:
    if not room.hand.step(-1):
        room.say(f"No claim comes before{_filtered(room)}.")


def next_untagged(room: Room) -> None:
    snapshot = room.hand.snapshot
    if snapshot is None:
        return
    index = -1 if room.hand.index is None else room.hand.index
    if room.hand.go_to_untagged(index):
        return
    drawn, there = room.hand.only, where(room)
    alone = index >= 0 and snapshot.standing(index) is Standing.UNTAGGED
    if alone and isinstance(drawn, WereDrawn):
        alone = drawn.lets(snapshot, index)
    room.say("This is the only untagged claim." if alone else f"Nothing {there} is untagged.")


def extend_next(room: Room) -> None:
    _extend(room, 1)


def extend_previous(room: Room) -> None:
    _extend(room, -1)


def note(room: Room) -> None:
    if room.hand.index is not None:
        # The panel follows a moment after the page; the note must be this claim's.
        room.refresh.now()
        room.panel.focus_note()


def note_for(room: Room, article: ArticleId, claim: ClaimId, text: str, audience: Audience) -> None:
    """Says who may read the note of a claim; the words in its field are saved with it."""
    notes.write_note(room.library, article, claim, text, audience=audience)


def to_page(room: Room) -> None:
    """Gives the keys back to the page, the same claim in hand."""
    if room.switch.agreement and room.parts is not None:
        room.parts.side.agreement.take_keys()
        return
    if room.switch.reporting and room.report is not None:
        room.report.side.middle.take_keys()
        return
    shown = room.page if room.article is not None else room.start
    shown.setFocus(Qt.FocusReason.OtherFocusReason)


def next_panel(room: Room) -> None:
    """F6: the page, the panels beside it, and round again."""
    stops: tuple[QWidget, ...] = (room.page, room.panel, room.shelf)
    if room.switch.reviewing and room.parts is not None:
        side = room.parts.side
        page = side.agreement
        stops = (room.page, side.panel, side.queue, page.middle, page.right, page.left)
    if room.switch.reporting and room.report is not None:
        stops = (room.report.side.middle, room.report.side.panel, room.shelf)
    shown = [stop for stop in stops if stop.isVisible()]
    focus = QApplication.focusWidget()
    at = next(
        (
            i
            for i, stop in enumerate(shown)
            if focus and (stop is focus or stop.isAncestorOf(focus))
        ),
        -1,
    )
    if shown:
        _enter(shown[(at + 1) % len(shown)])


def _enter(panel: QWidget) -> None:
    """Puts the focus on a panel's first control, or on itself where it takes focus."""
    reason = Qt.FocusReason.ShortcutFocusReason
    if panel.focusPolicy() & Qt.FocusPolicy.TabFocus:
        panel.setFocus(reason)
        return
    widget = panel.nextInFocusChain()
    # A panel's parts need not follow each other in the chain: what was moved into it comes late.
    while widget is not None and widget is not panel:
        if panel.isAncestorOf(widget) and _takes_tab(widget):
            widget.setFocus(reason)
            return
        widget = widget.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled()


def _extend(room: Room, by: int) -> None:
    room.page.extend_selection(by)
    room.hand.moved.emit()


def where(room: Room) -> str:
    """Where Space looks: among the drawn claims, while only those are shown."""
    return AMONG if isinstance(room.hand.only, WereDrawn) else HERE


def _filtered(room: Room) -> str:
    return "" if room.hand.only is None else " among those shown"
