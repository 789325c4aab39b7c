"""Where what is dropped goes: the evidence of the claim in hand, or an article of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect

from annotator.desk.sorting import sorted_out
from annotator.ui.acts import articles, bringing
from annotator.ui.dropping import Target
from annotator.ui.evidence.pasted import Pasted, is_link, only_things, pasted
from annotator.ui.incoming import addresses_in
from annotator.ui.room import Room


def target(room: Room, data: QMimeData, at: QPoint) -> Target | None:
    """A link and a picture can be nothing but evidence; files and words are so on the panel."""
    files = any(url.isLocalFile() for url in data.urls())
    on_panel = _panel(room).contains(at)
    seen = _takes_evidence(room)
    if seen and (on_panel or is_link(data) or (only_things(data) and not files)):
        return Target(
            "evidence",
            _panel(room),
            lambda _data: f"Drop as evidence for {_claim(room)}",
            lambda data: _bring(room, pasted(data)),
        )
    if not (files or data.hasText() or data.hasHtml()):
        return None
    return Target(
        "article",
        room.shell.rect(),
        _hint,
        lambda data: room.patience.run(lambda: articles.drop(room, data)),
    )


def _bring(room: Room, found: Pasted) -> None:
    """What was in it is taken out at once: it is gone when the drop is over, and this may wait."""
    room.patience.run(lambda: bringing.bring(room, found, "dropped"))


def _takes_evidence(room: Room) -> bool:
    """Whether the panel is seen, with a claim in it."""
    return room.panel.isVisible() and room.hand.claim is not None


def _panel(room: Room) -> QRect:
    """Where the claim panel is in the window."""
    panel = room.panel
    return QRect(panel.mapTo(room.shell, QPoint(0, 0)), panel.size())


def _claim(room: Room) -> str:
    chosen, claim = len(room.hand.chosen), room.hand.claim
    if chosen > 1 or claim is None:
        return f"{chosen:,} claims"
    return claim.name


def _hint(data: QMimeData) -> str:
    """What dropping it on the page would do."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    tags, others = sorted_out(files)
    if not tags and not files and addresses_in(data.text()):
        return "Drop to list the address: nothing is fetched by itself"
    if not tags:
        return "Drop to open as an article" if len(files) < 2 else "Drop to open as articles"
    return "Drop to bring in a colleague’s tags" if not others else "Drop to open and bring in"
