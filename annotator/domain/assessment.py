"""What one analyst holds of one claim, and who analysts are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.article import ClaimId, Span
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.tags import Standing, Tag


class Audience(StrEnum):
    """Who may read a note: *me* leaves the library in no file but a backup."""

    ME = "me"
    DESK = "desk"
    PUBLIC = "public"


class Because(StrEnum):
    """Why a claim is disputed; the values stand in the file format."""

    CONTRADICTED = "contradicted"
    CONFLICTING = "conflicting"
    OUTDATED = "outdated"
    OUT_OF_CONTEXT = "out-of-context"


class ClaimType(StrEnum):
    """What kind of claim it is; the values stand in the file format."""

    NUMBER = "number"
    EVENT = "event"
    QUOTATION = "quotation"
    CAUSE = "cause"
    PREDICTION = "prediction"
    OPINION = "opinion"
    OTHER = "other"


class Relation(StrEnum):
    """How a claim is related to another one; the values stand in the file format."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    DEPENDS_ON = "depends-on"


class FlagKind(StrEnum):
    """What a flagged claim waits for; the values stand in the file format."""

    ASK = "ask"
    RING = "ring"
    REPLY = "reply"
    LAWYER = "lawyer"


CONFIDENCES = (1, 2, 3)
"""How sure an analyst is: 1 not very, 2 fairly, 3 very."""


@dataclass(frozen=True, slots=True)
class Flag:
    """What is still to be done about a claim; ``day`` is ``YYYY-MM-DD`` or empty."""

    kind: FlagKind
    text: str = ""
    day: str = ""

    def json(self) -> Json:
        """The register's value."""
        return {"day": self.day, "kind": self.kind.value, "text": self.text}


@dataclass(frozen=True, slots=True)
class Wording:
    """What a sentence should say instead; ``taken``: whether the author took it, None: not known."""

    text: str
    taken: bool | None = None

    def json(self) -> Json:
        """The register's value."""
        return {"taken": self.taken, "text": self.text}


@dataclass(frozen=True, slots=True)
class Analyst:
    """A person who tags; ``id`` stays when the name changes."""

    id: str
    name: str


_STANDING = {tag: Standing[tag.name] for tag in Tag}
"""Looked up a hundred thousand times a report: an enumeration's names are slow."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one analyst holds of one claim; everything may be empty.

    ``seen`` names the colleagues whose tag of this claim had been shown to the
    analyst before; ``why`` says why it is not checkable; ``because`` why it is disputed, and
    ``against`` names the evidence or the claim that speaks against it. ``confidence`` is 0
    where it is not said, else one of ``CONFIDENCES``. ``facts``: stretches of the article
    that were found right (True) or wrong; ``relations``: to other claims. What is held of
    evidence and attribution has registers and values of its own.
    """

    tag: Tag | None = None
    not_checkable: bool = False
    confirmed: bool = False
    note: str = ""
    audience: Audience = Audience.DESK
    why: str = ""
    seen: tuple[str, ...] = ()
    because: Because | None = None
    against: str = ""
    confidence: int = 0
    type: ClaimType | None = None
    wording: Wording | None = None
    flag: Flag | None = None
    facts: tuple[tuple[Span, bool], ...] = ()
    relations: tuple[tuple[Relation, ClaimId], ...] = ()

    @property
    def standing(self) -> Standing:
        """How the page shows it: a tag before anything, a bare confirmation last."""
        if self.tag is not None:
            return _STANDING[self.tag]
        if self.not_checkable:
            return Standing.NOT_CHECKABLE
        return Standing.ON_SOURCE if self.confirmed else Standing.UNTAGGED

    @property
    def empty(self) -> bool:
        return self.standing is Standing.UNTAGGED and not (
            self.note
            or self.confidence
            or self.type
            or self.wording
            or self.flag
            or self.facts
            or self.relations
        )


EMPTY = Assessment()

CONFIDENCE, TYPE, FLAG, WORDING = "confidence", "type", "flag", "wording"
FACT, RELATION = "fact", "relation"
"""Registers with a stretch or a claim behind a blank: ``fact 12-18``, ``relation <claim>``."""

_PLAIN = ("confirmed", "judgement", "note", "note.me", CONFIDENCE, TYPE, FLAG, WORDING)


def is_field(name: str) -> bool:
    """Whether a register of a claim is one that an assessment is made of."""
    return name in _PLAIN or name.startswith((f"{FACT} ", f"{RELATION} "))


def fact_field(span: Span) -> str:
    """The register that says whether this stretch of the article is right."""
    return f"{FACT} {span[0]}-{span[1]}"


def relation_field(claim: ClaimId) -> str:
    """The register that says how the claim is related to that one."""
    return f"{RELATION} {claim}"


def judgement_value(
    tag: Tag | None = None,
    *,
    not_checkable: bool = False,
    why: str = "",
    seen: tuple[str, ...] = (),
    because: Because | None = None,
    against: str = "",
) -> Json:
    """The value of the one register *judgement*: a tag, not checkable, or empty (None).

    ``because`` and ``against`` belong to *disputed*.
    """
    if tag is not None:
        value: dict[str, Json] = {"seen": list(seen), "tag": tag.value}
        if because is not None:
            value["because"] = because.value
        if against:
            value["against"] = against
        return value
    if not_checkable:
        return {"not_checkable": True, "seen": list(seen), "why": why}
    return None


Fields = Mapping[str, tuple[tuple[int, str], Json]]
"""Field → ((at, edit id), value)."""


def read_fields(fields: Fields) -> Assessment:
    """An assessment from its standing registers: field → ((at, edit id), value).

    Values are read leniently: what has not the expected form counts as empty. Of
    two notes with different audiences the later one stands.
    """
    judgement = fields.get("judgement", (None, None))[1]
    judgement = judgement if isinstance(judgement, dict) else {}
    tag = text_or_empty(judgement.get("tag"))
    seen = judgement.get("seen")
    note, audience = _note(fields)
    disputed = tag == Tag.DISPUTED
    because = text_or_empty(judgement.get("because")) if disputed else ""
    kind = text_or_empty(_value(fields, TYPE))
    sure = _value(fields, CONFIDENCE)
    return Assessment(
        tag=Tag(tag) if tag in set(Tag) else None,
        not_checkable=judgement.get("not_checkable") is True,
        confirmed=fields.get("confirmed", (None, None))[1] is True,
        note=note,
        audience=audience,
        why=text_or_empty(judgement.get("why")),
        seen=tuple(filter(None, map(text_or_empty, seen))) if isinstance(seen, list) else (),
        because=Because(because) if because in set(Because) else None,
        against=text_or_empty(judgement.get("against")) if disputed else "",
        confidence=sure if type(sure) is int and sure in CONFIDENCES else 0,
        type=ClaimType(kind) if kind in set(ClaimType) else None,
        wording=read_wording(_value(fields, WORDING)),
        flag=read_flag(_value(fields, FLAG)),
        facts=_facts(fields),
        relations=_relations(fields),
    )


def _value(fields: Fields, name: str) -> Json:
    return fields[name][1] if name in fields else None


def read_wording(value: Json) -> Wording | None:
    """A proposed wording from its register's value; None where there is none."""
    text = text_or_empty(value.get("text")) if isinstance(value, dict) else ""
    if not text:
        return None
    taken = value.get("taken")
    return Wording(text, taken if isinstance(taken, bool) else None)


def read_flag(value: Json) -> Flag | None:
    """A flag from its register's value; None where there is none."""
    kind = text_or_empty(value.get("kind")) if isinstance(value, dict) else ""
    if kind not in set(FlagKind):
        return None
    return Flag(FlagKind(kind), text_or_empty(value.get("text")), text_or_empty(value.get("day")))


_STRETCH = re.compile(r"fact (0|[1-9][0-9]{0,11})-([1-9][0-9]{0,11})")


def fact_span(name: str) -> Span | None:
    """The stretch that a register says is right or wrong; None for another register."""
    matched = _STRETCH.fullmatch(name)
    return Span(int(matched[1]), int(matched[2])) if matched else None


def _facts(fields: Fields) -> tuple[tuple[Span, bool], ...]:
    found = []
    for name, (_, value) in fields.items():
        span = fact_span(name)
        if span is not None and isinstance(value, bool):
            found.append((span, value))
    return tuple(sorted(found))


def _relations(fields: Fields) -> tuple[tuple[Relation, ClaimId], ...]:
    found = []
    for name, (_, value) in fields.items():
        head, _, claim = name.partition(" ")
        if head == RELATION and claim and text_or_empty(value) in set(Relation):
            found.append((Relation(value), ClaimId(claim)))
    return tuple(sorted(found))


def _note(fields: Fields) -> tuple[str, Audience]:
    held = []
    for field in ("note", "note.me"):
        stamp, value = fields.get(field, ((0, ""), None))
        value = value if isinstance(value, dict) else {}
        text, audience = text_or_empty(value.get("text")), value.get("audience")
        if field == "note.me":
            audience = Audience.ME.value
        elif audience not in (Audience.DESK.value, Audience.PUBLIC.value):
            audience = Audience.DESK.value
        if text:
            held.append((stamp, text, Audience(audience)))
    if not held:
        return "", Audience.DESK
    _, text, audience = max(held)
    return text, audience
