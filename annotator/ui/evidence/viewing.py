"""Evidence as the panel wants it, from what the desk knows; and what the panel asks while one types."""

from __future__ import annotations

from dataclasses import replace

from annotator.desk import evidencing
from annotator.desk.evidence_about import about, of_claim
from annotator.desk.evidencing import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.domain.address import short_address
from annotator.domain.article import ArticleId
from annotator.domain.evidence import Item, Stance
from annotator.domain.snapshot import Snapshot, claim_name
from annotator.ui.evidence.view import Details, EvidenceView, Offer, Piece, Served
from annotator.ui.hand import Hand

_TITLE = 30
_LINK = ("quote", "locator", "credibility")


def evidence_view(library: OpenLibrary, snapshot: Snapshot, index: int) -> EvidenceView:
    """The evidence of a claim, one's own first, as far as one may see colleagues' yet."""
    me = library.me
    found = of_claim(library, snapshot.article.id, snapshot.id_at(index))
    return EvidenceView(
        tuple(
            Piece(
                linked,
                "" if who.id == me else who.name,
                own=linked.item is not None and linked.item.owner == me,
            )
            for who, linked in found
        )
    )


class DeskAnswers:
    """Answers the section from one window's library."""

    def __init__(self, library: OpenLibrary, hand: Hand) -> None:
        self._library, self._hand = library, hand

    def found(self, typed: str) -> tuple[Offer, ...]:
        return tuple(map(offer, evidencing.find(self._library, typed, self._article)))

    def problem(self, field: str, text: str) -> str:
        """What the desk would say of it, now, before it is asked to keep it."""
        if field in _LINK:
            serving = replace(Serving(Stance.CONTEXT), **{field: text})  # type: ignore[arg-type] # texts
            return evidencing.problem(Given(), serving).get(field, "")
        name = "accessed" if field == "when" else field
        given = replace(Given(), **{name: text})  # type: ignore[arg-type] # texts
        return evidencing.problem(given).get(name, "")

    def details(self, item: Item) -> Details:
        found = about(self._library, item)
        here = self._article
        return Details(
            tuple(
                Served(
                    serves.article,
                    span,
                    _name(serves.number, "" if serves.article == here else serves.title),
                )
                for serves, span in sorted(found.serves, key=lambda one: one[0].article != here)
            ),
            found.copy_of.name if found.copy_of else "",
            tuple(map(offer, found.alike)),
            found.missing,
        )

    @property
    def _article(self) -> ArticleId | None:
        snapshot = self._hand.snapshot
        return None if snapshot is None else snapshot.article.id


def offer(item: Item) -> Offer:
    """An item as a list offers it; what is its name is not said again behind it."""
    where = short_address(item.url) or item.publisher
    return Offer(item.id, item.name, "" if where == item.name else where)


def _name(number: int | None, title: str) -> str:
    name = claim_name(number)
    if not title:
        return name
    return f"{name} of “{title if len(title) <= _TITLE else title[: _TITLE - 1] + '…'}”"
