"""Evidence as the window shows it, as plain values; what is asked of it is in ``asked.py``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from annotator.domain.address import short_address
from annotator.domain.article import ArticleId, Span
from annotator.domain.evidence import Item, Linked
from annotator.ui.days import day_words


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence of a claim: the item, and how it serves the claim.

    ``who`` is the colleague who says so, or empty: then the link is one's own. ``own``: the
    item is one's own too, so that it can be worded otherwise.
    """

    linked: Linked
    who: str = ""
    own: bool = True

    @property
    def id(self) -> str:
        return self.linked.link.item

    @property
    def grade(self) -> str:
        """Such as "B2"; a half that is not graded is a dash; empty: neither is."""
        reliability = self.linked.item.reliability if self.linked.item else ""
        credibility = self.linked.link.credibility
        if not (reliability or credibility):
            return ""
        return f"{reliability or '–'}{credibility or '–'}"

    @property
    def address(self) -> str:
        """Where it was found, as a card shows it; what is its name is not said again."""
        item = self.linked.item
        address = short_address(item.url or item.archive) if item else ""
        return "" if address == self.linked.name else address

    @property
    def facts(self) -> str:
        """What stands behind the address: "accessed 4 Jan 2024 · archived"."""
        item = self.linked.item
        if item is None:
            return "it was not sent along"
        files = len(item.files)
        attached = "file attached" if files == 1 else f"{files:,} files attached" if files else ""
        accessed = f"accessed {day_words(item.accessed)}" if item.accessed else ""
        parts = (accessed, "archived" if item.archive else "", attached)
        return " · ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The evidence of the claim in hand: one's own, then what colleagues hold."""

    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Served:
    """A claim that an item serves: where it is, and what it is called: "claim 4"."""

    article: ArticleId
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An item that the library holds: by its name, and where it was found."""

    id: str
    name: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of an item beside itself.

    ``copy_of`` is the name of what it copies; ``same_address`` are others with its address;
    ``missing`` are files whose bytes are not here.
    """

    serves: tuple[Served, ...] = ()
    copy_of: str = ""
    same_address: tuple[Offer, ...] = ()
    missing: frozenset[str] = frozenset()


class Answers(Protocol):
    """What the section asks while somebody types; the panel itself knows no desk."""

    def found(self, typed: str) -> tuple[Offer, ...]:
        """Items with these words; without words the last ones used."""

    def problem(self, field: str, text: str) -> str:
        """What is wrong with a text in this field of an item, in one sentence; or empty."""

    def details(self, item: Item) -> Details:
        """What is known of this item beside itself."""


class NoAnswers:
    """Nothing is known and nothing is wrong."""

    def found(self, typed: str) -> tuple[Offer, ...]:  # noqa: ARG002
        return ()

    def problem(self, field: str, text: str) -> str:  # noqa: ARG002
        return ""

    def details(self, item: Item) -> Details:  # noqa: ARG002
        return Details()


def size_words(size: int) -> str:
    """A file's size as one reads it: "12 kB", "1.4 MB"."""
    if size < 1000:
        return f"{size} bytes"
    unit, of = ("kB", 1000) if size < 1_000_000 else ("MB", 1_000_000)
    return f"{size / of:.1f} {unit}" if size < 10 * of else f"{size / of:,.0f} {unit}"


def kept_words(kept: int, how: str) -> str:
    """When and how a file was kept: "kept 4 Jan 2024, 10:42, dropped"."""
    if not kept:
        return how
    local = datetime.fromtimestamp(kept / 1_000_000).astimezone()
    when = f"kept {local.day} {local:%b %Y, %H:%M}"
    return f"{when}, {how}" if how else when
