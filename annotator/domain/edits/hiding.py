"""Wordings that were for others and are for their writer only now, as every library can tell.

The edit that hides something empties it for others and seals a private part beside that: its
header says so to whoever has it, and what the private part says need not be here. So two
libraries that hold the same of an article leave out the same, whoever holds what is private.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.domain.edits.evidence import EditEvidence
from annotator.domain.edits.form import Edit, EditId, Header, Part, PartClass
from annotator.domain.edits.kinds import known
from annotator.domain.edits.persons import Persons
from annotator.domain.edits.state import dead
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import LINK, THERE

NOTE = "note"
ITEM = "evidence"

Register = tuple[str, str, str, str]
"""Person, what it is about, its id, and the field."""


def without_hidden(edits: Iterable[Edit], who: Persons) -> tuple[Edit, ...]:
    """The edits without the parts that word what is hidden now.

    An edit of which nothing is left goes with what takes it back or gives it back: a parcel
    has neither.
    """
    edits = tuple(edits)
    if not any(seal.part_class == PartClass.PRIVATE for one in edits for seal in one.header.seals):
        return edits  # and no part need be read
    hidden = _hidden(edits, who)
    left, gone = [], set()
    for edit in edits:
        parts = tuple(part for part in edit.parts if not _words_any(edit.header, part, who, hidden))
        if edit.parts and not parts:
            gone.add(edit.header.id)
        left.append(edit if len(parts) == len(edit.parts) else Edit(edit.header, parts))
    return tuple(edit for edit in left if not _is_of(edit.header, gone))


def _is_of(header: Header, gone: set[EditId]) -> bool:
    return header.id in gone or header.undoes in gone


def _hidden(edits: tuple[Edit, ...], who: Persons) -> set[Register]:
    """Registers whose last live word empties them for others, and says it for oneself."""
    left_out = dead((edit.header for edit in edits), who)
    last: dict[Register, bool] = {}
    for edit in sorted(edits, key=lambda edit: edit.header.order):
        header = edit.header
        if header.id not in left_out and known(header.kind, header.version):
            for part in edit.parts:
                for own in _owns(part):
                    hides = _is_empty(own) and _may_hide(header, part, own)
                    last[_register(header, own, who)] = hides
    return {register for register, hides in last.items() if hides}


def _words_any(header: Header, part: Part, who: Persons, hidden: set[Register]) -> bool:
    """Whether a part says anything in such a register, or of an item that is hidden as a whole."""
    for own in _owns(part):
        person = who.of(header.analyst)
        item = own.id if own.about == ITEM else own.field.partition(" ")[2]
        of = {_register(header, own, who), (person, ITEM, item, THERE)}
        if not _is_empty(own) and of & hidden:
            return True
    return False


def _owns(part: Part) -> Iterator[Own]:
    """Notes, and what is said of evidence, for others to read."""
    if part.part_class != PartClass.PRIVATE:
        for write in part.writes:
            if isinstance(write, Own) and (
                write.about == ITEM or (write.about == "claim" and _tells(write.field))
            ):
                yield write


def _tells(field: str) -> bool:
    return field == NOTE or field.startswith(f"{LINK} ")


def _register(header: Header, own: Own, who: Persons) -> Register:
    return (who.of(header.analyst), own.about, own.id, own.field)


def _is_empty(own: Own) -> bool:
    return own.value in (None, "") or (own.field == THERE and own.value is False)


def _may_hide(header: Header, part: Part, own: Own) -> bool:
    """Whether this edit says for oneself what it empties for others.

    Of items and links only one that corrects the item: another may hide one and take away another.
    """
    private = any(
        seal.part_class == PartClass.PRIVATE and seal.article == part.article
        for seal in header.seals
    )
    return private and (own.field == NOTE or header.kind == EditEvidence.kind)
