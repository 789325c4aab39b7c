"""Earlier wordings of what is for its writer only now: they stay behind when a parcel is made.

What takes such a wording away does go, so that who has it already keeps it no longer.
EDITS.md, section 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId
from annotator.domain.assessment import Audience
from annotator.domain.edits.form import Part, PartClass
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import (
    CONTACT,
    FILE,
    LINK,
    NO_SIDE,
    THERE,
    Side,
    is_private,
    item_of,
    private_name,
)
from annotator.domain.order import Stamp
from annotator.store import log
from annotator.store.evidencing import ITEMS, LINKS, link_of, side_of
from annotator.store.library import Library
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON

Register = tuple[str, str]
"""What it is of, and its name on the side that others may read."""


def worded_before(
    library: Library, people: Sequence[str], article: ArticleId, part_class: PartClass
) -> set[str]:
    """Edits whose part of this class and article stays behind, made by whomever.

    ``people`` are the sender's, as the tables name persons.
    """
    if part_class is PartClass.NOTES:
        return _notes(library, people, article)
    return _evidence(library, people, article) if part_class is PartClass.EVIDENCE else set()


_MINE_ONLY = "SELECT claim FROM assessments WHERE article = ? AND audience = ? AND analyst IN ({})"
_WORDED = (
    "SELECT parts.edit FROM writes CROSS JOIN parts "
    "WHERE parts.seq = writes.part AND writes.id IN ({}) "
    "AND form = 'own' AND about = 'claim' AND field = 'note' AND value <> 'null'"
)


def _notes(library: Library, people: Sequence[str], article: ArticleId) -> set[str]:
    """Edits that word notes of claims whose note is for the sender only now."""
    claims = log.in_chunks(library, _MINE_ONLY, people, (article, Audience.ME.value))
    return {row[0] for row in log.in_chunks(library, _WORDED, [row[0] for row in claims])}


_EVIDENCE = f"SELECT {log.PART} FROM parts WHERE article = ? AND class = ?"


def _evidence(library: Library, people: Sequence[str], article: ArticleId) -> set[str]:
    """Edits that word items, contacts, files and links which are for the sender only now."""
    rows = library.rows(_EVIDENCE, (article, PartClass.EVIDENCE.value))
    worded = {part.edit: _worded(part) for part in map(log.part_of, rows)}
    now = _Now.of(library, people, [own for owns in worded.values() for own in owns])
    return {edit for edit, owns in worded.items() if any(map(now.is_mine_only, owns))}


def _worded(part: Part) -> list[Own]:
    """What a part says of evidence for others to read; what it only takes away is nothing."""
    return [
        write
        for write in part.writes
        if isinstance(write, Own)
        and not is_private(write.field)
        and write.value is not None
        and (write.field, write.value) != (THERE, False)
        and (write.about == "evidence" or write.field.startswith(f"{LINK} "))
    ]


@dataclass(frozen=True, slots=True)
class _Now:
    """How these items and links stand.

    ``private``: registers that said something last on the side that is for oneself.
    """

    private: frozenset[Register]
    standing: frozenset[Register]
    """Contacts, files and links that others may read still."""
    items: frozenset[str]
    """Items that nobody else may read any more."""

    @classmethod
    def of(cls, library: Library, people: Sequence[str], owns: Iterable[Own]) -> _Now:
        owns = list(owns)
        about = {own.id for own in owns if own.about == "evidence"}
        about |= {own.field.partition(" ")[2] for own in owns if own.about == "claim"}
        private = _said_for_oneself(library, people, {own.id for own in owns} | about)
        sides = _sides(library, people, about)
        standing = {
            (item, f"{head} {key}")
            for item, (desk, _) in sides.items()
            for head, keys in (
                (CONTACT, [one.id for one in desk.contacts]),
                (FILE, [one.sha256 for one in desk.files]),
            )
            for key in keys
        }
        standing |= _linked(library, people, {own.id for own in owns if own.about == "claim"})
        items = {item for item in about if _for_oneself(item, sides, private)}
        return cls(private, frozenset(standing), frozenset(items))

    def is_mine_only(self, own: Own) -> bool:
        """Whether what this says is for its writer only now."""
        item = own.id if own.about == "evidence" else own.field.partition(" ")[2]
        if item in self.items:
            return True
        register = (own.id, own.field)
        named = own.about == "claim" or own.field.startswith((f"{CONTACT} ", f"{FILE} "))
        return named and register in self.private and register not in self.standing


Sides = dict[str, tuple[Side, Side]]


def _for_oneself(item: str, sides: Sides, private: frozenset[Register]) -> bool:
    """It is there for oneself; or it was so before it was removed, and is not there for others."""
    desk, mine = sides.get(item, (NO_SIDE, NO_SIDE))
    found = item_of(item, "", desk, mine)
    if found is None:
        return (item, THERE) in private
    return found.audience is Audience.ME


_SAID = (
    "SELECT writes.id, field, at, edits.id FROM writes "
    "CROSS JOIN parts ON parts.seq = writes.part CROSS JOIN edits ON edits.id = parts.edit "
    "WHERE form = 'own' AND (about = 'evidence' OR (about = 'claim' AND field GLOB 'evidence*')) "
    f"AND value NOT IN ('null', 'false') AND {ALIVE.format(edit='edits.id')} "
    f"AND {PERSON.format(id='edits.analyst')} = ? AND writes.id IN ({{}})"
)


def _said_for_oneself(
    library: Library, people: Sequence[str], ids: Iterable[str]
) -> frozenset[Register]:
    """The registers that said anything last on the side that is for oneself.

    What was so once, and was there for others when it was taken away, is none of them.
    """
    wanted = sorted(ids)
    last: dict[Register, tuple[Stamp, bool]] = {}
    for person in people:
        for key, name, at, edit in log.in_chunks(library, _SAID, wanted, (person,)):
            register = (key, private_name(name, False))
            one = ((at, edit), is_private(name))
            last[register] = max(last.get(register, one), one)
    return frozenset(register for register, (_, private) in last.items() if private)


def _sides(library: Library, people: Sequence[str], items: Iterable[str]) -> Sides:
    rows = log.in_chunks(library, f"SELECT {ITEMS} FROM items WHERE id IN ({{}})", sorted(items))
    found: Sides = {}
    for item, owner, private, side in map(side_of, rows):
        if owner in people:
            desk, mine = found.get(item, (NO_SIDE, NO_SIDE))
            found[item] = (desk, side) if private else (side, mine)
    return found


def _linked(library: Library, people: Sequence[str], claims: Iterable[str]) -> set[Register]:
    """The links that others may read: of the two sides of one the later stands."""
    rows = log.in_chunks(
        library, f"SELECT {LINKS} FROM links WHERE claim IN ({{}})", sorted(claims)
    )
    last: dict[Register, tuple[int, bool]] = {}
    for claim, analyst, link in map(link_of, rows):
        if analyst in people:
            register = (claim, f"{LINK} {link.item}")
            one = (link.at, link.private)
            last[register] = max(last.get(register, one), one)
    return {register for register, (_, private) in last.items() if not private}
