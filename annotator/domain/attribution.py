"""Who the article says a claim comes from: source, cue, content, and on whose authority.

A claim may have several (a minister and a member of parliament in one sentence). The
record of one is a single register: per field, "ISNA" from one machine and "anonymous"
from another would make a source nobody meant. EDITS.md, section 3.
"""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.article import NS, ClaimId, Span
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.order import Stamp

RECORD, THERE = "record", "there"
SOURCE_NAME = "name"
"""The shared register of a source: what it is called, or with which one it was joined."""


class SourceKind(StrEnum):
    """What kind of source the article names; the values stand in the file format."""

    NAMED = "named"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


class Mode(StrEnum):
    """How the source is given: word for word, in the article's words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of the article where it was chosen in the page; else only what was typed."""

    text: str = ""
    span: Span | None = None

    def json(self) -> Json:
        where = None if self.span is None else [self.span.start, self.span.end]
        return {"span": where, "text": self.text} if self.text else None


NOTHING = Quoted()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution of one claim by one analyst.

    ``source``: who is named ("ISNA"); ``cue``: the words that attribute ("reported");
    ``content``: what is attributed. ``via``: on whose authority, nearest first ("the
    ministry, according to IRNA": source the ministry, via IRNA). ``named_in``: the claim
    that names the source, where this one says only "he".
    """

    id: str
    claim: ClaimId
    source: Quoted
    cue: Quoted = NOTHING
    content: Quoted = NOTHING
    kind: SourceKind | None = None
    mode: Mode | None = None
    via: tuple[str, ...] = ()
    named_in: ClaimId | None = None

    def json(self) -> Json:
        """The value of its one register."""
        return {
            "claim": self.claim,
            "content": self.content.json(),
            "cue": self.cue.json(),
            "kind": self.kind.value if self.kind else None,
            "mode": self.mode.value if self.mode else None,
            "named_in": self.named_in,
            "source": self.source.json(),
            "via": list(self.via),
        }


def read_attribution(key: str, fields: Mapping[str, tuple[Stamp, Json]]) -> Attribution | None:
    """One from its standing registers: field → (stamp, value); None where it is of no claim.

    Values are read leniently: what has not the expected form counts as empty. Whether it
    is there still, ``is_there`` says.
    """
    value = fields.get(RECORD, (None, None))[1]
    if not isinstance(value, dict) or not text_or_empty(value.get("claim")):
        return None
    kind, mode = text_or_empty(value.get("kind")), text_or_empty(value.get("mode"))
    via = value.get("via")
    return Attribution(
        key,
        ClaimId(text_or_empty(value.get("claim"))),
        _quoted(value.get("source")),
        _quoted(value.get("cue")),
        _quoted(value.get("content")),
        SourceKind(kind) if kind in set(SourceKind) else None,
        Mode(mode) if mode in set(Mode) else None,
        tuple(filter(None, map(text_or_empty, via))) if isinstance(via, list) else (),
        ClaimId(text_or_empty(value.get("named_in"))) or None,
    )


def is_there(fields: Mapping[str, tuple[Stamp, Json]]) -> bool:
    """Whether the attribution was not taken away."""
    return fields.get(THERE, (None, None))[1] is True


def _quoted(value: Json) -> Quoted:
    if not isinstance(value, dict):
        return NOTHING
    span = value.get("span")
    where = None
    if isinstance(span, list) and len(span) == 2 and all(type(at) is int for at in span):
        where = Span(*span) if 0 <= span[0] < span[1] else None
    return Quoted(text_or_empty(value.get("text")), where)


def source_key(name: str) -> str:
    """What a source's name is compared by: case, blanks and forms of letters do not matter."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def source_id(name: str) -> str:
    """The id under which a source of this name is renamed or joined."""
    return str(uuid.uuid5(NS, f"source {source_key(name)}"))


def called(name: str, names: Mapping[str, str]) -> str:
    """What a source of this name is called; ``names``: source id → the name given to it.

    Names lead on (A was joined with B, then B with C); a ring ends where it began.
    """
    seen = set()
    while (key := source_id(name)) not in seen and names.get(key):
        seen.add(key)
        name = names[key]
    return name


def source_of(one: Attribution, first: Mapping[ClaimId, Attribution]) -> str:
    """Who is named, as ``naming`` finds it."""
    return naming(one, first).source.text


def naming(one: Attribution, first: Mapping[ClaimId, Attribution]) -> Attribution:
    """The attribution that names the source, by way of the claims that do where this one says only "he".

    ``first``: the first attribution of each claim that the same analyst has.
    """
    seen, at = {one.claim}, one
    while at.named_in and at.named_in not in seen:
        seen.add(at.named_in)
        at = first.get(at.named_in, at)
    return at
