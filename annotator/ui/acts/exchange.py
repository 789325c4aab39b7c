"""Sending colleagues what one has, and bringing in what they sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.desk import colleagues, showing
from annotator.desk.beside import opened_beside
from annotator.domain.errors import AnnotatorError
from annotator.ui.jobs import Job
from annotator.ui.library.model import claims_in_words
from annotator.ui.room import Room

if TYPE_CHECKING:  # sending and merging are loaded when somebody does either
    from annotator.desk.previews import Merged
    from annotator.desk.sending import Goes, Sent
    from annotator.ui.exchange.previewing import Looked
    from annotator.ui.exchange.view import Sending

_STOPPED = "Stopped: nothing was brought in."
_MADE = "It is made. Drag it out, or pass it on from its folder."


def send(room: Room) -> None:
    """Shows the page that asks what goes along; the article on the page is ticked."""
    from annotator.ui.exchange.view import SendArticle, SendView

    rows = showing.articles(room.library)
    articles = tuple(SendArticle(row.id, row.title, claims_in_words(row)) for row in rows)
    pages = room.exchange.pages
    page = pages.send_page()
    page.show_view(SendView(articles, room.library.author.name, room.article))
    pages.show(page)


def make(room: Room, asked: Sending, target: Path, *, over: bool) -> None:
    """Makes the file, off the window's thread; ``over``: one that is there is replaced."""
    page, library = room.exchange.pages.send_page(), room.library
    if target.exists() and not over and not target.is_dir():
        page.exists(target)
        return
    try:
        save_typed(room)
    except AnnotatorError as error:
        page.say(str(error))
        return

    def piece() -> Sent:
        from annotator.desk.sending import send as send_file

        with opened_beside(library) as beside:
            return send_file(
                beside,
                asked.articles,
                target,
                goes=goes_of(asked),
                pseudonym=asked.pseudonym,
                blind=asked.blind,
                force=over,
            )

    job = Job([piece], page)
    job.got.connect(lambda _number, result: _tell(room, result))
    job.finished.connect(job.deleteLater)
    page.say("Writing…")
    job.begin()


def goes_of(asked: Sending) -> tuple[Goes, ...]:
    """What goes along, as the desk calls it."""
    from annotator.desk.sending import Goes

    if asked.blind:
        return ()
    ticked = ((Goes.NOTES, asked.notes), (Goes.EVIDENCE, asked.evidence), (Goes.FILES, asked.files))
    return (Goes.TAGS, *(goes for goes, chosen in ticked if chosen))


def save_typed(room: Room) -> None:
    """What is being typed is saved first. Raises AnnotatorError."""
    room.panel.commit()
    if room.parts is not None:
        room.parts.side.panel.commit()


def bring(room: Room) -> None:
    """Shows the page that asks for files; it goes on with what it was doing."""
    from annotator.desk import merging

    pages = room.exchange.pages
    page = pages.bring_page()
    if not room.exchange.bringing.busy:
        last = merging.last_merge(room.library)
        page.begin("" if last is None else _named(last.files))
    pages.show(page)


def bring_files(room: Room, files: Sequence[Path]) -> None:
    """Looks at these files, and shows what they would bring in."""
    pages, bringing = room.exchange.pages, room.exchange.bringing
    page = pages.bring_page()
    pages.show(page)
    if bringing.busy:
        room.say("Something is being brought in already: wait for it, or cancel it.")
        return
    page.show_working(f"Reading {_named([path.name for path in files])}…")
    bringing.look(files)


def looked(room: Room, found: Looked) -> None:
    """The files were read: what they would bring."""
    from annotator.ui.exchange.previewing import bring_view

    room.exchange.pages.bring_page().show_view(bring_view(room.library, found))


def confirm(room: Room) -> None:
    """What is shown comes in."""
    save_typed(room)
    # Before, so that taking back what came in does not take back who is who.
    for person, same in room.exchange.bringing.answered:
        (colleagues.same if same else colleagues.another)(room.library, person)
    room.exchange.pages.bring_page().show_working("Bringing in…")
    room.exchange.bringing.bring()


def came(room: Room, merged: Merged) -> None:
    """It is in: the list and the page follow, and it says what one can do."""
    from annotator.desk import merging
    from annotator.ui.exchange.previewing import arrived

    room.refresh.whole_list()
    shown = arrived(room.library, merged)
    back = shown.can_take_back and merging.last_merge(room.library) is not None
    room.exchange.pages.bring_page().show_arrived(replace(shown, can_take_back=back))


def failed(room: Room, error: BaseException) -> None:
    """Nothing was changed: why, above the page."""
    room.exchange.pages.bring_page().begin()
    room.messages.fail(error)


def cancel(room: Room) -> None:
    """Stops what is being read or brought in; a large file is heard of again after a moment."""
    room.exchange.bringing.cancel()
    room.exchange.pages.bring_page().show_working("Stopping…")


def stopped(room: Room) -> None:
    room.exchange.pages.bring_page().begin()
    room.say(_STOPPED)


def take_back(room: Room) -> None:
    """Goes back to just before what came in last. Raises AnnotatorError."""
    from annotator.desk import merging

    # What is typed is a change, and then it is said that one cannot go back.
    save_typed(room)
    merging.take_back(room.library)
    for window in room.session.windows:
        leave_what_is_gone(window.room)
    room.exchange.pages.bring_page().show_taken_back("The library is as it was just before.")


def _named(files: Sequence[str]) -> str:
    """The file, or how many there were."""
    return files[0] if len(files) == 1 else f"{len(files):,} files"


def leave_what_is_gone(room: Room) -> None:
    """An article that is not in the library any more lies on no page."""
    room.refresh.whole_list()
    if room.article is None or showing.article(room.library, room.article) is not None:
        return
    shown = room.exchange.pages.shown
    rows = showing.articles(room.library)
    if rows:
        room.hand.open(rows[0].id)
    else:
        room.hand.put_away()
    if shown is not None:
        room.exchange.pages.show(shown)


def _tell(room: Room, result: object) -> None:
    from annotator.desk.sending import Sent

    page = room.exchange.pages.send_page()
    if isinstance(result, Sent):
        page.made(result.path, _MADE, result.warnings)
        room.say(f"Made {result.path}.")
    elif isinstance(result, AnnotatorError):
        page.say(str(result))
    else:
        page.say("")
        room.messages.fail(result if isinstance(result, BaseException) else RuntimeError())
