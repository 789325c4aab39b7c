"""The form of an edit: a header, and sealed parts that hold what it writes.

The header names every part by its seal, and the edit's id is the hash of the
header, so the same id means the same content. A part may be missing (a parcel
without notes) and come later; a wrong one does not fit its seal. EDITS.md,
section 1, gives the reasons.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NewType

from annotator.domain.article import NS, ArticleId
from annotator.domain.canonical import Json, canonical
from annotator.domain.edits.writes import UUID, MalformedError, Write, read_write

EditId = NewType("EditId", str)
AnalystId = NewType("AnalystId", str)

YEAR_2020 = 1_577_836_800_000_000
YEAR_2100 = 4_102_444_800_000_000
"""Microseconds since 1970: an edit dated outside of these is left out by everybody."""

LARGEST = 1 << 62
"""No number in a header is as large: every database can hold what is smaller."""

_DEEPEST = 100
"""So deep lists and objects of a part may lie in each other."""

SALT = re.compile(r"[0-9a-f]{32}")
"""One form only: with salts of any length or case one seal would fit two parts."""


class PartClass(StrEnum):
    """What a part holds, and so which parcels it goes into."""

    TAGS = "tags"
    NOTES = "notes"
    EVIDENCE = "evidence"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Seal:
    """What the header says of one part: its class, its article, and its hash."""

    part_class: str
    article: ArticleId | None
    digest: str

    @property
    def key(self) -> tuple[str, str]:
        """The place of its part within the edit: no other has the same."""
        return (self.part_class, self.article or "")

    def json(self) -> Json:
        return {"article": self.article, "class": self.part_class, "seal": self.digest}


@dataclass(frozen=True)
class Part:
    """What an edit writes in one class of one article. ``body`` is canonical JSON."""

    edit: EditId
    part_class: str
    article: ArticleId | None
    salt: str
    body: str

    @property
    def digest(self) -> str:
        """What its seal must be; "" fits none, so a malformed part is nobody's."""
        if not SALT.fullmatch(self.salt):
            return ""
        try:
            return seal_digest(self.part_class, self.article, self.salt, self.body)
        except UnicodeEncodeError:
            return ""

    @cached_property
    def writes(self) -> tuple[Write, ...]:
        """What it writes; nothing if any of it is malformed, for everybody alike."""
        try:
            return tuple(read_write(value) for value in _json_list(self.body))
        except MalformedError:
            return ()


@dataclass(frozen=True, slots=True)
class Header:
    """One change by one analyst. Times are microseconds since 1970, UTC.

    ``at`` is the order among all edits; ``clock`` is what the machine said, and is
    what is shown. ``undoes`` is the edit taken or given back, in Undo and Redo.
    """

    id: EditId
    at: int
    clock: int
    analyst: AnalystId
    kind: str
    version: int
    undoes: EditId | None
    nonce: str
    seals: tuple[Seal, ...]

    def content(self) -> Json:
        """Everything but the id, which is the hash of it."""
        return {
            "analyst": self.analyst,
            "at": self.at,
            "clock": self.clock,
            "kind": self.kind,
            "nonce": self.nonce,
            "seals": [seal.json() for seal in self.seals],
            "undoes": self.undoes,
            "version": self.version,
        }

    @property
    def order(self) -> tuple[int, str]:
        return (self.at, self.id)

    @property
    def sound(self) -> bool:
        """Whether it says what its id says, is dated in a year that can be, and has the form.

        That depends on the header alone, so everybody leaves the same ones out.
        """
        return self._formed and YEAR_2020 <= self.at < YEAR_2100 and self._is_its_id

    @property
    def _formed(self) -> bool:
        texts = [self.id, self.analyst, self.kind, self.nonce, self.undoes or ""]
        places = [seal.key for seal in self.seals]
        texts += [text for seal in self.seals for text in (*seal.key, seal.digest)]
        numbers = (self.at, self.clock, self.version)
        return (
            all(isinstance(text, str) for text in texts)
            and all(type(number) is int and abs(number) < LARGEST for number in numbers)
            and UUID.fullmatch(self.analyst) is not None
            and len(set(places)) == len(places)
        )

    @property
    def _is_its_id(self) -> bool:
        try:
            return self.id == header_id(self.content())
        except UnicodeEncodeError:  # half a character somewhere
            return False


@dataclass(frozen=True, slots=True)
class Edit:
    """A header with those of its parts that are held."""

    header: Header
    parts: tuple[Part, ...]

    @property
    def articles(self) -> tuple[ArticleId, ...]:
        found = {seal.article for seal in self.header.seals if seal.article is not None}
        return tuple(sorted(found))

    @property
    def sound_parts(self) -> tuple[Part, ...]:
        """The parts that fit a seal of the header."""
        seals = set(self.header.seals)
        return tuple(
            part for part in self.parts if Seal(part.part_class, part.article, part.digest) in seals
        )


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who makes an edit and when, and the randomness that makes it this one."""

    analyst: AnalystId
    at: int
    clock: int

    def seal(
        self,
        kind: str,
        version: int,
        writes: Iterable[tuple[PartClass, ArticleId | None, Write]],
        undoes: EditId | None = None,
        draw: Callable[[], str] | None = None,
    ) -> Edit:
        """The finished edit: one part for each class and article among the writes.

        ``draw`` gives 128 bits in hex each time it is asked, by chance where nothing else is given.
        """
        draw = draw or _random
        grouped: dict[tuple[PartClass, ArticleId | None], list[Json]] = {}
        for part_class, article, write in writes:
            grouped.setdefault((part_class, article), []).append(write.json())
        keys = sorted(grouped, key=lambda key: (key[0], key[1] or ""))
        drafts = [
            Part(EditId(""), cls, article, draw(), canonical(grouped[cls, article]))
            for cls, article in keys
        ]
        seals = tuple(Seal(d.part_class, d.article, d.digest) for d in drafts)
        bare = Header(
            EditId(""), self.at, self.clock, self.analyst, kind, version, undoes, draw(), seals
        )
        edit = header_id(bare.content())
        header = Header(
            edit, self.at, self.clock, self.analyst, kind, version, undoes, bare.nonce, seals
        )
        parts = tuple(Part(edit, d.part_class, d.article, d.salt, d.body) for d in drafts)
        return Edit(header, parts)


def header_id(content: Json) -> EditId:
    """``uuid5(NS, sha256(header without its id))``."""
    digest = hashlib.sha256(canonical(content).encode()).hexdigest()
    return EditId(str(uuid.uuid5(NS, digest)))


def seal_digest(part_class: str, article: str | None, salt: str, body: str) -> str:
    """SHA-256 over the salt, then class, article and body, parted by line feeds."""
    content = f"{part_class}\n{article or ''}\n{body}".encode()
    return hashlib.sha256(bytes.fromhex(salt) + content).hexdigest()


def read_seals(value: Sequence[Json]) -> tuple[Seal, ...]:
    """The seals of a header as they stand in JSON. Raises KeyError or TypeError."""
    return tuple(Seal(row["class"], row["article"], row["seal"]) for row in value)


def new_analyst() -> AnalystId:
    """A new person's id: random, kept in the settings file from then on."""
    return AnalystId(str(uuid.uuid4()))


def _random() -> str:
    return secrets.token_hex(16)


def _json_list(body: str) -> list[Json]:
    try:
        value = _DECODER.decode(body)
        if _too_deep(body, value):
            raise MalformedError("nested too deep")
        if "\\u" in body:  # half a character can be written in no other way
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise MalformedError("no JSON") from error
    if not isinstance(value, list):
        raise MalformedError("no list of writes")
    return value


def _too_deep(body: str, value: Json) -> bool:
    """Whether lists and objects lie in each other deeper than any edit writes.

    How deep can be read at all depends on how deep the calls are: not on the part alone.
    """
    if body.count("[") + body.count("{") <= _DEEPEST:
        return False
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for one in level
            for inner in (one.values() if isinstance(one, dict) else one)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def _no_float(text: str) -> Json:
    raise MalformedError(f"{text} has no canonical form")


_DECODER = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float)
"""Made once: a merge reads a hundred thousand bodies."""
