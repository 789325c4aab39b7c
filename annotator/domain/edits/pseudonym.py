"""Copies of one's edits under another name, for parcels that must not say who one is.

Everything random or telling in a copy comes from HMAC-SHA-256 of a secret and the original,
so a parcel sent twice, or fuller later, holds the same copies. Whoever has the secret can
make them again and so sees that they are one's own; nobody else can. EDITS.md, section 7.
"""

from __future__ import annotations

import hmac
import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotator.domain.canonical import Json, canonical, text_or_empty
from annotator.domain.edits.erased import items_of_erased, seals_of_copies
from annotator.domain.edits.erasing import Place
from annotator.domain.edits.form import (
    AnalystId,
    Edit,
    EditId,
    Header,
    Part,
    PartClass,
    Seal,
    header_id,
)
from annotator.domain.edits.people import PSEUDONYM
from annotator.domain.edits.reviewing import STATE
from annotator.domain.edits.writes import Own

NEVER_COPIED = ("SetName", "SamePerson", "Hide", "TakePseudonym")
"""Kinds that say who somebody is, or are nobody else's business."""

_ANY_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MINTED = ("evidence", "attribution")
"""What has a random id of its own: that of a copy must be another."""


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """A name to send under, and the secret that its copies are made with (64 hex digits).

    ``owners`` are the ids of the one person whose it is. ``taken`` is the header of the
    edit that took it: the copy is named at that time.
    """

    owners: frozenset[str]
    name: str
    secret: str
    taken: Header

    @property
    def analyst(self) -> AnalystId:
        """The id that the copies go by."""
        return AnalystId(self.uuid_for("analyst"))

    def _hex(self, original: str) -> str:
        content = f"{self.name}\n{original}".encode()
        return hmac.new(bytes.fromhex(self.secret), content, "sha256").hexdigest()

    def uuid_for(self, original: str) -> str:
        """The id that stands in a copy for this one of the original."""
        return str(uuid.UUID(self._hex(original)[:32]))

    def copies(self, edits: Iterable[Edit]) -> dict[EditId, Edit]:
        """Original → copy, of the person's edits among these; and how the copy's name is said."""
        mine = sorted(
            (edit for edit in edits if edit.header.analyst in self.owners),
            key=lambda edit: edit.header.order,
        )
        ids = {edit.header.id for edit in mine}
        seals = seals_of_copies(mine, self.name)
        minted = {item: self.uuid_for(f"item {item}") for item in random_ids(mine)}
        made: dict[EditId, Edit] = {self.taken.id: self._naming()}
        for edit in mine:
            if edit.header.kind not in NEVER_COPIED:
                names = _Names(self, ids, made, minted)
                made[edit.header.id] = self._copy(edit, names, seals)
        return made

    def _copy(self, edit: Edit, names: _Names, erased: Mapping[Place, str]) -> Edit:
        held = {(part.part_class, part.article): part for part in edit.sound_parts}
        drafts: list[Part] = []
        seals: list[Seal] = []
        for seal in edit.header.seals:
            part = held.get((seal.part_class, seal.article))
            if part is None:  # not here, so its copy cannot be either: a seal that fits nothing
                place = Place(edit.header.id, seal.part_class, seal.article)
                digest = erased.get(place) or self._hex(f"seal {seal.digest}")
                seals.append(Seal(seal.part_class, seal.article, digest))
                continue
            salt = self._hex(f"salt {part.salt}")[:32]
            body = names.body(part.body)
            draft = Part(EditId(""), part.part_class, part.article, salt, body)
            drafts.append(draft)
            seals.append(Seal(part.part_class, part.article, draft.digest))
        undoes = edit.header.undoes
        return self._sealed(edit.header, names.edit(undoes) if undoes else None, seals, drafts)

    def _sealed(
        self, of: Header, undoes: EditId | None, seals: list[Seal], drafts: list[Part]
    ) -> Edit:
        nonce = self._hex(f"nonce {of.nonce}")[:32]
        values = (of.at, of.clock, self.analyst, of.kind, of.version, undoes, nonce, tuple(seals))
        edit = header_id(Header(EditId(""), *values).content())
        parts = tuple(
            Part(edit, part.part_class, part.article, part.salt, part.body) for part in drafts
        )
        return Edit(Header(edit, *values), parts)

    def _naming(self) -> Edit:
        """The copy of the edit that took the pseudonym says what the copy's analyst is called."""
        body = canonical([Own("analyst", self.analyst, "name", self.name).json()])
        salt = self._hex(f"salt {self.taken.nonce}")[:32]
        part = Part(EditId(""), PartClass.TAGS, None, salt, body)
        seal = Seal(PartClass.TAGS, None, part.digest)
        taken = self.taken
        named = Header(
            taken.id, taken.at, taken.clock, taken.analyst, "SetName", 1, None, taken.nonce, ()
        )
        return self._sealed(named, None, [seal], [part])


@dataclass(frozen=True, slots=True)
class _Names:
    """What the ids in an edit are called in its copy."""

    of: Pseudonym
    mine: set[EditId]
    made: Mapping[EditId, Edit]
    minted: Mapping[str, str]
    """One's own items, whichever edit names them: a link stands in another than its item."""

    def edit(self, target: EditId) -> EditId:
        """The copy of an edit of one's own; a colleague's stays what it is."""
        if target in self.made:
            return self.made[target].header.id
        return EditId(self.of.uuid_for(f"edit {target}")) if target in self.mine else target

    def body(self, body: str) -> str:
        """The same writes; a part that is no JSON is copied as it is, and left out by everybody."""
        try:
            value = json.loads(body)
            return canonical(self._renamed([_without_digests(write) for write in value]))
        except (ValueError, TypeError, RecursionError):
            return body

    def _renamed(self, value: Json) -> Json:
        if isinstance(value, dict):
            return {self._renamed(key): self._renamed(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._renamed(inner) for inner in value]
        if isinstance(value, str):
            return _ANY_ID.sub(lambda found: self._id(found.group()), value)
        return value

    def _id(self, found: str) -> str:
        if found in self.of.owners:
            return self.of.analyst
        return self.minted.get(found) or self.edit(EditId(found))


def random_ids(edits: Iterable[Edit]) -> set[str]:
    """The random ids that these edits give away: of items, attributions and contacts."""
    edits = list(edits)
    found = items_of_erased(edits)
    for edit in edits:
        for part in edit.sound_parts:
            if not any(about in part.body for about in _MINTED):
                continue
            for write in part.writes:
                if isinstance(write, Own) and write.about in _MINTED:
                    found.update((write.id, *_ANY_ID.findall(write.field)))
    return found


def _without_digests(write: Json) -> Json:
    """Settling says how claims stood, as hashes over who held what: whoever has an id could try it."""
    if not isinstance(write, dict) or write.get("field") != STATE:
        return write
    value = write.get("value")
    if not isinstance(value, dict):
        return write
    return {**write, "value": {name: of for name, of in value.items() if name != "claims"}}


def pseudonyms(edits: Iterable[Edit], joined: Mapping[str, str]) -> Iterator[Pseudonym]:
    """Every pseudonym whose secret is held, in the total order; ``joined``: id → person."""
    for edit in sorted(edits, key=lambda edit: edit.header.order):
        if edit.header.kind != "TakePseudonym" or not edit.header.sound:
            continue
        for part in edit.sound_parts:
            for write in part.writes:
                if not isinstance(write, Own) or not write.field.startswith(PSEUDONYM):
                    continue
                value = write.value if isinstance(write.value, dict) else {}
                name, secret = (text_or_empty(value.get(key)) for key in ("name", "secret"))
                if name and re.fullmatch("[0-9a-f]{64}", secret):
                    yield Pseudonym(_ids_of(edit.header.analyst, joined), name, secret, edit.header)


def _ids_of(analyst: str, joined: Mapping[str, str]) -> frozenset[str]:
    person = joined.get(analyst, analyst)
    return frozenset({analyst, person} | {one for one in joined if joined[one] == person})
