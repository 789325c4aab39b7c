"""What is on its way into the library: where each article comes from, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from annotator.domain.snapshot import Snapshot
from annotator.importers.names import shown_name
from annotator.importers.watch import Watch

if TYPE_CHECKING:  # comparing texts is loaded when there is something to compare
    from annotator.desk.importing import Imported, Prepared
    from annotator.desk.revising import Earlier

MOST_ADDRESSES = 200
"""More of them in one paste are a text about addresses, not a list to be fetched."""
_WEB = ("http://", "https://")


class State(Enum):
    """How far one article has come."""

    LISTED = auto()
    """A web address that nobody has asked to fetch."""
    WAITS = auto()
    READS = auto()
    ASKS = auto()
    """Another version of it is here: what is to be done waits for an answer."""
    READ = auto()
    """It is in."""
    FAILED = auto()
    LEFT_OUT = auto()
    """Its question was answered so."""
    STOPPED = auto()
    """It was cancelled before it was in; nothing of it is there."""


OPEN = (State.LISTED, State.ASKS)
"""These wait for somebody."""
ON_THE_WAY = (State.WAITS, State.READS)


@dataclass(frozen=True, slots=True)
class How:
    """How it is to be read: in which encoding if somebody named one, and whether all of it."""

    encoding: str | None = None
    whole: bool = False


class Read(Protocol):
    """Reads it, by this way."""

    def __call__(self, how: How, watch: Watch, /) -> Prepared: ...


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from: its name for people, and what reads it on a thread."""

    name: str
    read: Read
    path: Path | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Another version of what was read is here already: nothing is saved until somebody says so."""

    prepared: Prepared
    earlier: Earlier
    page: Snapshot
    """The earlier one, as the acting analyst sees it."""


@dataclass(slots=True)
class Incoming:
    """One article of the list, as it stands now."""

    key: int
    source: Source
    state: State = State.WAITS
    how: How = field(default_factory=How)
    says: str = ""
    """How far its reader has come, such as "page 12 of 31"."""
    share: float | None = None
    """How much of it is read, 0 to 1, if that is known."""
    imported: Imported | None = None
    question: Question | None = None
    error: BaseException | None = None
    encodings: tuple[str, ...] = ()
    """Other encodings that fit, where nothing in its bytes says for certain which it is in."""
    encoding: str = ""
    """The one it was read in, where there are others."""
    seen: bool = False
    """Whether it was on the page that somebody looked at since it failed."""
    revises: bool = False
    """It came in as another version of an article that was here."""
    carried: int = 0
    waiting: int = 0
    """Of a revision: claims whose tags went along, and claims that have to be looked at."""


def from_file(path: Path) -> Source:
    def read(how: How, watch: Watch) -> Prepared:
        from annotator.desk import importing  # with every format: a start waits for none

        return importing.prepare_file(path, how.encoding, whole=how.whole, watch=watch)

    return Source(shown_name(path), read, path)


def from_pasted(text: str, html: str = "") -> Source:
    """What was pasted or dropped; half characters stay in it, for the importer to refuse."""

    def read(_how: How, _watch: Watch) -> Prepared:
        from annotator.desk import importing

        return importing.prepare_pasted(text, html)

    return Source("the pasted text", read)


def from_address(address: str) -> Source:
    """A web address; whoever reads it contacts it, so it is read on request only."""

    def read(how: How, watch: Watch) -> Prepared:
        from annotator.desk import importing

        return importing.prepare_address(address, how.encoding, whole=how.whole, watch=watch)

    return Source(address, read, address=address)


def addresses_in(text: str) -> tuple[str, ...]:
    """The web addresses of a text that holds nothing else; each once. Nothing is contacted."""
    words = text.split(None, MOST_ADDRESSES)
    if len(words) > MOST_ADDRESSES or not all(word.startswith(_WEB) for word in words):
        return ()
    return tuple(dict.fromkeys(words))
