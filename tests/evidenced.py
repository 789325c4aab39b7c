"""What the tests of evidence share: entering some for the sample article, and reading it again."""

from __future__ import annotations

import re
from datetime import date

from annotator.desk import evidencing, sight
from annotator.desk.desk import Desk
from annotator.desk.evidence_list import listed
from annotator.desk.evidencing import Added, Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.desk.records import record_of
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.edits.form import Edit
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Item, Link, Stance
from annotator.store import doctor, log

TODAY = date(2024, 2, 29)
SUPPORTS = Serving(Stance.SUPPORTS, "It is 700 metres away.", "p. 4", "2")
URL = "https://example.org/map"


def claim(desk: Desk, index: int = 5) -> ClaimId:
    return desk.held.id_at(index)


def add(desk: Desk, given: Given | None = None, *claims: int, **more: object) -> Added:
    wanted = [claim(desk, index) for index in claims or (5,)]
    given = Given(url=URL, title="A map") if given is None else given
    serving = more.pop("serving", SUPPORTS)
    return evidencing.add(desk.library, desk.article, wanted, given, serving, today=TODAY, **more)  # type: ignore[arg-type]


def item(library: OpenLibrary, made: Added | str) -> Item:
    return evidencing.item_by_id(library, made if isinstance(made, str) else made.item)


def links(library: OpenLibrary, article: ArticleId, of: ClaimId) -> list[Link]:
    return [one.link for one in record_of(library, of).evidence]


def serves(library: OpenLibrary, made: Added) -> list[ClaimId]:
    found = [one for one in listed(library) if one.item.id == made.item]
    return [of.claim for one in found for of in one.serves]


def written_in(library: OpenLibrary, edit: str) -> set[tuple[str, str | None]]:
    """The classes and articles of the parts of an edit."""
    return {(part.part_class, part.article) for part in log.edits(library.store, [edit])[0].parts}


def owns(edit: Edit, part_class: str = "") -> list[Own]:
    """What an edit writes, or one class of its parts."""
    parts = (part for part in edit.parts if part_class in ("", part.part_class))
    return [write for part in parts for write in part.writes if isinstance(write, Own)]


def audiences(of: Item) -> set[Audience]:
    """Who may read what belongs to it."""
    return {one.audience for one in of.contacts} | {one.audience for one in of.files}


def sound(library: OpenLibrary) -> bool:
    return doctor.examine(library.store) == ()


def reveal(library: OpenLibrary, desk: Desk) -> None:
    sight.reveal(library, desk.article)


def as_said(found: object) -> str:
    """The list without places in the order of edits: undo does not restore when it was written."""
    return re.sub(r"\bat=\d+", "", repr(found))
