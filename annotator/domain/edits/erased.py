"""Which parts are erased: a pure function of the set, asked before anything else is.

A part counts as missing when an ``Erase`` by its own analyst names it, whichever of the
two came first. It goes by the id that signed both, and so before anybody knows who is who.
EDITS.md, section 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.domain.article import ArticleId
from annotator.domain.canonical import Json
from annotator.domain.edits.erasing import COPIED, ERASED, ITEMS, Erase, Place
from annotator.domain.edits.form import Edit, EditId, Header, Part, PartClass
from annotator.domain.edits.kinds import known
from annotator.domain.edits.writes import Own, Say


def erased_parts(edits: Iterable[Edit]) -> frozenset[Place]:
    """The parts among these edits that count as missing, whether they are held or not."""
    sound = [edit for edit in edits if edit.header.sound]
    named = [row for edit in sound for row in named_by(edit)]
    if not named:
        return frozenset()
    headers = {edit.header.id: edit.header for edit in sound}
    return frozenset(
        place
        for header, place in named
        if place.edit in headers and takes(header, headers[place.edit])
    )


def takes(eraser: Header, target: Header) -> bool:
    """Whether an ``Erase`` counts for that edit: its own analyst's, and none that erases."""
    return eraser.analyst == target.analyst and target.kind != Erase.kind


def named_by(edit: Edit) -> Iterator[tuple[Header, Place]]:
    """The parts that an ``Erase`` names, with its header; nothing of any other edit."""
    if not is_erase(edit.header):
        return
    for part in edit.sound_parts:
        if part.part_class == PartClass.TAGS:
            for write in part.writes:
                if isinstance(write, Say) and write.field == ERASED and _is_of(write, edit, part):
                    for place in read_places(write.value, part.article):
                        yield edit.header, place


def is_erase(header: Header) -> bool:
    """Whether this is an ``Erase`` that this version understands."""
    return header.kind == Erase.kind and known(header.kind, header.version)


def _is_of(write: Say, edit: Edit, part: Part) -> bool:
    """An article's parts are named in a part of it; those of no article in one of none."""
    if part.article is None:
        return (write.about, write.id) == ("analyst", edit.header.analyst)
    return (write.about, write.id) == ("article", part.article)


def read_places(value: Json, article: ArticleId | None) -> Iterator[Place]:
    """The parts of this article that a value names; what is malformed in it is left out."""
    for row in value if isinstance(value, list) else ():
        if not isinstance(row, list) or len(row) != 3 or row[2] != article:
            continue
        if isinstance(row[0], str) and isinstance(row[1], str):
            yield Place(EditId(row[0]), row[1], article)


def without_erased(edits: Iterable[Edit]) -> list[Edit]:
    """The edits as they count: what is erased is not there."""
    edits = list(edits)
    gone = erased_parts(edits)
    return [_without(edit, gone) for edit in edits] if gone else edits


def _without(edit: Edit, gone: frozenset[Place]) -> Edit:
    kept = tuple(part for part in edit.parts if place_of(part) not in gone)
    return edit if len(kept) == len(edit.parts) else Edit(edit.header, kept)


def place_of(part: Part) -> Place:
    """How an ``Erase`` names this part."""
    return Place(part.edit, str(part.part_class), part.article or None)


def seals_of_copies(edits: Iterable[Edit], name: str) -> dict[Place, str]:
    """Erased part → the seal of its copy under this pseudonym, as the ``Erase`` remembers it."""
    found: dict[Place, str] = {}
    for row in _remembered(edits, f"{COPIED}{name}"):
        if isinstance(row, list) and len(row) == 4 and isinstance(row[3], str):
            article = ArticleId(row[2]) if isinstance(row[2], str) else None
            found.update((place, row[3]) for place in read_places([row[:3]], article))
    return found


def items_of_erased(edits: Iterable[Edit]) -> set[str]:
    """The random ids that erased parts gave away."""
    return {row for row in _remembered(edits, ITEMS) if isinstance(row, str)}


def _remembered(edits: Iterable[Edit], field: str) -> Iterator[Json]:
    """What is listed in this field of the private parts of every ``Erase`` among these."""
    for edit in edits:
        for part in edit.sound_parts if is_erase(edit.header) else ():
            for write in part.writes if part.part_class == PartClass.PRIVATE else ():
                if isinstance(write, Own) and (write.about, write.field) == ("analyst", field):
                    yield from write.value if isinstance(write.value, list) else ()
