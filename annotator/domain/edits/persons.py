"""Which ids are one person, and which edits are copies of others that are here.

Depends on the whole set and on nothing else; EDITS.md, section 7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.domain.edits.form import Edit, EditId
from annotator.domain.edits.kinds import known
from annotator.domain.edits.people import SAME
from annotator.domain.edits.pseudonym import pseudonyms
from annotator.domain.edits.writes import Own


@dataclass(frozen=True)
class Persons:
    """``joined``: id → the smallest id of the person, for ids that are not it themselves.

    ``copies`` are edits made under a pseudonym whose originals are here: they say nothing new.
    """

    joined: dict[str, str] = field(default_factory=dict)
    copies: frozenset[EditId] = frozenset()

    def of(self, analyst: str) -> str:
        """The person whose id this is."""
        return self.joined.get(analyst, analyst)


def persons(edits: Iterable[Edit]) -> Persons:
    """Who is who among these edits."""
    edits = [edit for edit in edits if edit.header.sound]
    said: dict[tuple[str, str], tuple[tuple[int, str], bool]] = {}
    for edit in edits:
        if edit.header.kind == "SamePerson" and known(edit.header.kind, edit.header.version):
            for part in edit.sound_parts:
                for write in part.writes:
                    if isinstance(write, Own) and (write.about, write.field) == ("analyst", SAME):
                        key = (str(edit.header.analyst), write.id)
                        word = (edit.header.order, write.value is True)
                        said[key] = max(said.get(key, word), word)
    yes = {key for key, (_, same) in said.items() if same}
    links = [(one, other) for one, other in yes if one < other and (other, one) in yes]
    copies: set[EditId] = set()
    writers = {edit.header.analyst for edit in edits}
    held = {edit.header.id for edit in edits}
    for pseudonym in pseudonyms(edits, _joined(links)):
        if pseudonym.analyst in writers:
            links.append((min(pseudonym.owners), pseudonym.analyst))
            made = pseudonym.copies(edits).values()
            copies |= {copy.header.id for copy in made} & held
    return Persons(_joined(links), frozenset(copies))


def _joined(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each id but the smallest of its group → the smallest."""
    parent: dict[str, str] = {}

    def root(of: str) -> str:
        while of in parent:
            of = parent[of]
        return of

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        if low != high:
            parent[high] = low
    return {each: root(each) for each in parent}
