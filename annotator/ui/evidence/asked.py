"""What a person asks of evidence: plain values from the widgets to ``acts/evidence.py``."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import ArticleId, Span
from annotator.domain.assessment import Audience
from annotator.domain.evidence import Contact, Link, Stance


@dataclass(frozen=True, slots=True)
class Enter:
    """What was typed becomes evidence."""

    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """An item that is here serves these claims too: as was typed, or as a colleague says it does."""

    item: str
    text: str = ""
    like: Link | None = None


@dataclass(frozen=True, slots=True)
class SetStance:
    item: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Word:
    """A field of an item, or of how it serves the claim, reads otherwise."""

    item: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class SetPrimary:
    item: str
    primary: bool | None


@dataclass(frozen=True, slots=True)
class SetAudience:
    item: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class SetContact:
    item: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class RemoveContact:
    item: str
    contact: str


@dataclass(frozen=True, slots=True)
class Attach:
    """A file is to be chosen and kept with the item."""

    item: str


@dataclass(frozen=True, slots=True)
class OpenFile:
    item: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SaveFile:
    item: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Detach:
    item: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SetFileAudience:
    item: str
    sha256: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class CopyOf:
    """The item says the same as that one, and counts once with it; empty: it does not."""

    item: str
    other: str


@dataclass(frozen=True, slots=True)
class Unlink:
    """The item serves the claim in hand no longer."""

    item: str


@dataclass(frozen=True, slots=True)
class Remove:
    item: str


@dataclass(frozen=True, slots=True)
class Go:
    article: ArticleId
    span: Span


@dataclass(frozen=True, slots=True)
class Browse:
    """An address is to be opened in the browser."""

    url: str


Asked = (
    Enter
    | Use
    | SetStance
    | Word
    | SetPrimary
    | SetAudience
    | SetContact
    | RemoveContact
    | Attach
    | OpenFile
    | SaveFile
    | Detach
    | SetFileAudience
    | CopyOf
    | Unlink
    | Remove
    | Go
    | Browse
)
