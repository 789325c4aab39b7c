"""The list of colleagues: hiding them and showing them, and saying who is oneself."""

from __future__ import annotations

from annotator.desk import colleagues
from annotator.domain.wording import amount
from annotator.ui.exchange.view import Colleague
from annotator.ui.room import Room


def open_or_shut(room: Room) -> None:
    """Opens the list of colleagues, or closes it."""
    _fill(room)
    room.exchange.pages.show_colleagues()


def hide(room: Room, person: str) -> None:
    """Keeps a colleague out of one's views. Raises AnnotatorError."""
    colleagues.hide(room.library, colleagues.called(room.library, person))
    _fill(room)


def show(room: Room, person: str) -> None:
    """Shows a colleague again."""
    colleagues.show(room.library, colleagues.called(room.library, person))
    _fill(room)


def same(room: Room, person: str) -> None:
    """That is oneself, on another machine."""
    colleagues.same(room.library, colleagues.called(room.library, person))
    _fill(room)


def another(room: Room, person: str) -> None:
    """That is somebody else, whatever was said before."""
    colleagues.another(room.library, colleagues.called(room.library, person))
    _fill(room)


def _fill(room: Room) -> None:
    found = colleagues.everybody(room.library)
    page = room.exchange.pages.colleagues_page()
    page.show_colleagues([_line(one) for one in found])


def _line(one: colleagues.Colleague) -> Colleague:
    says = ""
    if one.claims:
        says = f"{amount(one.claims, 'claim')} done in {amount(one.articles, 'article')}"
    return Colleague(one.analyst.id, one.analyst.name, says, one.hidden, one.same, one.namesake)
