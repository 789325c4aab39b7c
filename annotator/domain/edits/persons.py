"""Which ids are one person, and which edits are copies of others that are here.

Depends on the whole set and on nothing else; EDITS.md, section 7.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, KeysView
from dataclasses import dataclass, field

from annotator.domain.canonical import Json
from annotator.domain.edits.erased import without_erased
from annotator.domain.edits.form import Edit, EditId
from annotator.domain.edits.kinds import known
from annotator.domain.edits.people import SAME
from annotator.domain.edits.pseudonym import pseudonyms
from annotator.domain.edits.writes import Own


@dataclass(frozen=True)
class Persons:
    """``joined``: id → the smallest id of the person, for ids that are not it themselves.

    A pseudonym's id is never the one a person goes by: whatever is written of that person
    would tell it. ``originals``: edits made under a pseudonym whose originals are here →
    those; such a copy says nothing new.
    """

    joined: dict[str, str] = field(default_factory=dict)
    originals: dict[EditId, EditId] = field(default_factory=dict)

    @property
    def copies(self) -> KeysView[EditId]:
        """The edits that are copies of others that are here."""
        return self.originals.keys()

    def original(self, edit: Json) -> Json:
        """The edit that is meant by one that may be a copy of it."""
        return self.originals.get(EditId(edit), edit) if isinstance(edit, str) else edit

    def of(self, analyst: str) -> str:
        """The person whose id this is."""
        return self.joined.get(analyst, analyst)


def persons(edits: Iterable[Edit]) -> Persons:
    """Who is who among these edits."""
    edits = [edit for edit in without_erased(edits) if edit.header.sound]
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
    originals: dict[EditId, EditId] = {}
    assumed: set[str] = set()
    writers = {edit.header.analyst for edit in edits}
    held = {edit.header.id for edit in edits}
    for pseudonym in pseudonyms(edits, _joined(links)):
        if pseudonym.analyst in writers:
            links.append((min(pseudonym.owners), pseudonym.analyst))
            assumed.add(pseudonym.analyst)
            made = pseudonym.copies(edits)
            originals |= {
                copy.header.id: original
                for original, copy in made.items()
                if copy.header.id in held
            }
    return Persons(_joined(links, assumed), originals)


def _joined(links: Iterable[tuple[str, str]], assumed: Collection[str] = ()) -> dict[str, str]:
    """Each id but the first of its group → the first: the smallest that was not assumed."""
    parent: dict[str, str] = {}

    def root(of: str) -> str:
        while of in parent:
            of = parent[of]
        return of

    for one, other in links:
        low, high = sorted((root(one), root(other)), key=lambda of: (of in assumed, of))
        if low != high:
            parent[high] = low
    return {each: root(each) for each in parent}
