"""What the tests of evidence share: a claim with some, and where it is seen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from annotator.desk import evidencing
from annotator.desk.evidencing import Given, Serving
from annotator.domain.evidence import Stance
from annotator.ui.evidence.card import EvidenceCard
from annotator.ui.evidence.form import Form
from annotator.ui.evidence.section import Evidence
from screens import Screen

MAP = "https://example.org/map"
ITEMS = "SELECT url, title, reliability, first_hand FROM items WHERE there = 1 ORDER BY at"
LINKS = "SELECT stance, quote, credibility FROM links ORDER BY at"


def section(screen: Screen) -> Evidence:
    return screen.window.room.panel.evidence


def cards(screen: Screen) -> list[EvidenceCard]:
    """Those that can be seen, from the top."""
    found = [card for card in section(screen).findChildren(EvidenceCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.y())


def form(screen: Screen) -> Form:
    found = section(screen).pieces.form
    assert found is not None, "a piece is open"
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def enter(
    screen: Screen,
    title: str,
    *,
    number: int = 5,
    stance: Stance = Stance.CONTEXT,
    url: str = "",
    quote: str = "",
) -> str:
    """Enters a piece of evidence for a claim as the desk does; gives its id."""
    room = screen.window.room
    index = room.desk.held.index_of_number(number)
    assert index is not None
    claim = room.desk.held.id_at(index)
    given = Given(title=title, url=url or None)
    return evidencing.add(room.library, room.article, [claim], given, Serving(stance, quote)).item


def take(screen: Screen, number: int = 5) -> None:
    """Takes a claim in hand, and lets the panel follow."""
    screen.press(*"J" * number)
    screen.settle()
