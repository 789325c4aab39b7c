"""The list of all evidence: opening it, using an item again, joining copies, CSV."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.desk import evidencing
from annotator.desk.evidence_csv import as_csv
from annotator.desk.evidence_list import ListedItem, Serves
from annotator.desk.evidencing import Given
from annotator.domain.snapshot import claim_name
from annotator.domain.wording import amount
from annotator.ui.acts import articles, evidence
from annotator.ui.acts.saving import save
from annotator.ui.evidence.asked import Use
from annotator.ui.room import Room


def open_list(room: Room) -> None:
    """Shows the list; again: the article."""
    pages, held = room.exchange.pages, room.evidence
    if held.shown:
        pages.close()
        return
    room.panel.commit()
    page = held.open()
    claim, chosen = room.hand.claim, room.hand.chosen
    many = f"{len(chosen):,} claims" if len(chosen) > 1 else ""
    page.show_in_hand(many or ("" if claim is None else claim_name(claim.number)))


def use(room: Room, item: str) -> None:
    """The item serves the claims in hand, and the article is there again. Raises AnnotatorError."""
    _, claims = evidence.in_hand(room)
    evidence.perform(evidence.asked_of(room, claims[0]), Use(item))
    room.exchange.pages.close()


def go(room: Room, serves: Serves) -> None:
    """To the claim that an item serves."""
    room.exchange.pages.close()
    room.switch.to_claims()
    articles.show(room, serves.article)
    snapshot, number = room.desk.held, serves.number
    if number is None or not room.hand.go(snapshot.index_of_number(number)):
        room.say("That claim is not there any more: it was cut otherwise since.")


def join(room: Room, items: Sequence[str], original: str) -> None:
    """One's own of these become copies of one of them: a colleague's, where there is one."""
    found = [evidencing.item_by_id(room.library, item) for item in items]
    theirs = [one.id for one in found if one.owner != room.library.me]
    root = theirs[0] if theirs else original
    copies = [one.id for one in found if one.owner == room.library.me and one.id != root]
    for item in copies:
        evidencing.edit(room.library, item, Given(copy_of=root))
    room.say(f"{amount(len(copies) + 1, 'piece')} count once from now on: they copy each other.")


def save_csv(room: Room, chosen: Sequence[ListedItem]) -> None:
    """Asks for a file, and writes what is shown into it; what is for oneself alone stays here."""
    save(room, "Save the list of evidence", "evidence.csv", as_csv(chosen))
