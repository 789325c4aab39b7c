"""Handing work over: the quick export of the open article, and writing what was ordered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from annotator.domain.article import ArticleId
from annotator.domain.errors import AnnotatorError, TakenError
from annotator.ui.acts import people
from annotator.ui.room import Room
from annotator.ui.viewed import refuse_program
from annotator.ui.views import View

if TYPE_CHECKING:  # no window exports at its start
    from annotator.desk.exporting import Exported, Order
    from annotator.ui.outcome import Outcome


def export(room: Room) -> None:
    """Shows the page that asks for format and file, for the edition that is chosen."""
    snapshot = room.hand.snapshot
    if snapshot is not None:
        room.popovers.export(
            snapshot.article,
            room.library.author.name,
            room.editions.edition,
            ask_name=not room.preferences.settings.name_asked,
        )
        _list_short(room, snapshot.article.id)


def _list_short(room: Room, article: ArticleId) -> None:
    """Before a public copy is written: which verified claims fall short of their rule."""
    edition, page = room.editions.edition, room.popovers.export_page
    if not edition.public:
        return
    from annotator.ui.report.telling import Asking, Facts, facts

    found: list[Facts] = []

    def done(error: BaseException | None) -> None:
        if error is not None:
            room.messages.fail(error)
        elif room.article == article:
            page.show_short(found[0].short)

    asking = Asking(article, edition=edition)
    room.keeping.begin(lambda beside: found.append(facts(beside, asking)), done)


def write(room: Room, form: str, target: Path, replace: bool, name: str) -> None:
    """Writes the file of the quick export, under the name that was given the first time."""
    from annotator.desk.exporting import Order

    page, article = room.popovers.export_page, room.article
    if article is None or room.writing.busy:
        return
    if not replace and is_there(target):
        page.exists(target)
        return
    edition = room.editions.edition
    begin(
        room,
        Order((article,), form, target, edition, force=replace),
        name,
        page.outcome,
        page.exists,
    )


def begin(
    room: Room, order: Order, name: str, outcome: Outcome, taken: Callable[[Path], None]
) -> None:
    """Writes what was ordered; ``outcome`` says how far it is and what came of it.

    ``name`` is the analyst's where it was asked; it is taken first. ``taken`` is told of a target
    that is there already.
    """
    if room.writing.busy:
        return
    try:
        _take_name(room, name)
        room.panel.commit()
    except AnnotatorError as error:
        outcome.say(str(error))
        return
    teller = _Telling(room, order, outcome, taken)
    teller.show_progress("Reading the library", 0.0)
    room.writing.begin(order, teller)


def is_there(target: Path) -> bool:
    """Whether a file of this name is there. A name that no system takes is refused as it is written."""
    try:
        return target.exists() and not target.is_dir()
    except OSError:
        return False


def open_written(path: Path) -> None:
    """Shows a file in the program that is for it, or a folder. Raises AnnotatorError."""
    refuse_program(path.name)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise AnnotatorError(
            f"No program here opens {path.name}: open it yourself, in {path.parent}."
        )


def to_report(room: Room) -> None:
    """From the quick export to all that can be chosen."""
    room.popovers.shut()
    room.switch.show(View.REPORT)


def _take_name(room: Room, name: str) -> None:
    if name:
        people.rename(room, name)
    if not room.preferences.settings.name_asked:
        room.preferences.set(name_asked=True)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Says of one order how it goes, where it was given."""

    room: Room
    order: Order
    outcome: Outcome
    taken: Callable[[Path], None]

    def show_progress(self, text: str, share: float | None) -> None:
        self.outcome.show_progress(text, share)

    def show_written(self, wrote: Sequence[Exported]) -> None:
        self.outcome.show_written(wrote, self.order.target if self.order.many else None)
        self.room.say(self.outcome.text)

    def show_failed(self, error: BaseException) -> None:
        if isinstance(error, TakenError):
            self.taken(self.order.target)
        elif isinstance(error, AnnotatorError):
            self.outcome.say(str(error))
        else:
            self.outcome.say("")
            self.room.messages.fail(error)

    def show_stopped(self) -> None:
        self.outcome.say("Stopped: nothing was written.")
