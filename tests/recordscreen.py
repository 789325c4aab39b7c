"""A window whose claim panel is worked in: what a test asks of it."""

from __future__ import annotations

from annotator.desk import records
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Assessment
from annotator.domain.attribution import Attribution
from annotator.domain.snapshot import Snapshot
from annotator.store import reading
from annotator.ui.claim.panel import ClaimPanel
from annotator.ui.claim.view import ClaimView
from screens import Screen


def snapshot(screen: Screen) -> Snapshot:
    return screen.window.room.desk.held


def claim(screen: Screen, number: int) -> ClaimId:
    found = snapshot(screen).index_of_number(number)
    assert found is not None
    return snapshot(screen).id_at(found)


def go(screen: Screen, number: int) -> None:
    """Takes a claim in hand, its panel caught up."""
    screen.window.room.hand.go(snapshot(screen).index_of_number(number))
    screen.settle()


def held(screen: Screen, number: int) -> Assessment:
    """What is saved of a claim by now."""
    library = screen.session.library
    return reading.assessment(library.store, library.me, claim(screen, number))


def attributions(screen: Screen, number: int) -> tuple[Attribution, ...]:
    library = screen.session.library
    return records.record_of(library, claim(screen, number)).attributions


def panel(screen: Screen) -> ClaimPanel:
    screen.settle()
    return screen.window.frame.panel


def shown(screen: Screen) -> ClaimView:
    """What the panel shows."""
    view = panel(screen).view
    assert view is not None
    return view


def on_page(screen: Screen) -> bool:
    """Whether the keys are the page's."""
    return screen.window.room.page.hasFocus()
