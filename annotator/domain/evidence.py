"""What was found outside the article, and how it serves each claim.

An item has registers of its own, field by field; what it says of one claim (supports,
contradicts, context; the quotation) belongs to the *link*. What only its writer may read is a
second set of the same registers, with ``.me`` in their names and in parts of class private:
the two *sides* of an item. EDITS.md, section 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain.address import short_address
from annotator.domain.assessment import Audience
from annotator.domain.canonical import Json, text_or_empty
from annotator.domain.order import Stamp

NAMELESS = "evidence"
"""What an item is called that has nothing but a quotation."""

NEVER: Stamp = (0, "")
PRIVATE = ".me"
THERE = "there"
LINK, CONTACT, FILE = "evidence", "contact", "file"
"""Registers with an id or a hash behind a blank: ``evidence <item>``, ``file <sha256>``."""


def is_private(name: str) -> bool:
    """Whether a register is for its writer only: ``note.me``, ``contact.me <id>``."""
    return name.split(" ", 1)[0].endswith(PRIVATE)


def private_name(name: str, private: bool = True) -> str:
    """The register's name on that side: ``title`` or ``title.me``."""
    head, blank, rest = name.partition(" ")
    return f"{head.removesuffix(PRIVATE)}{PRIVATE if private else ''}{blank}{rest}"


class Stance(StrEnum):
    """What an item does for a claim; the values stand in the file format."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


RELIABILITIES = "ABCDEF"
"""Of a source, by the Admiralty scale (NATO AJP-2.1): A reliable … E unreliable, F cannot be judged."""

CREDIBILITIES = "123456"
"""Of what it says, graded apart: 1 confirmed … 5 improbable, 6 cannot be judged."""

TEXTS = (
    "url",
    "archive",
    "title",
    "publisher",
    "published",
    "accessed",
    "medium",
    "language",
    "reliability",
    "note",
    "copy_of",
)
"""Registers of an item that hold a text. Dates are ``YYYY-MM-DD`` or its first parts."""

AUDIENCE, PRIMARY = "audience", "primary"
REGISTERS = (*TEXTS, AUDIENCE, PRIMARY)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom one asked, when, how, and what they said."""

    id: str
    whom: str
    when: str = ""
    how: str = ""
    said: str = ""
    audience: Audience = Audience.ME

    def json(self) -> Json:
        """The register's value; that it is for *me* is in the register's name."""
        value = {"how": self.how, "said": self.said, "when": self.when, "whom": self.whom}
        if self.audience is Audience.PUBLIC:
            value["audience"] = self.audience.value
        return value


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file kept in the library: ``kept`` is microseconds since 1970, ``how`` in words.

    Its bytes lie in the table ``files`` under their SHA-256; whether they are held here is
    no part of the state (a parcel may come without them).
    """

    sha256: str
    name: str
    size: int = 0
    kept: int = 0
    how: str = ""
    audience: Audience = Audience.DESK

    def json(self) -> Json:
        value = {"how": self.how, "kept": self.kept, "name": self.name, "size": self.size}
        if self.audience is Audience.PUBLIC:
            value["audience"] = self.audience.value
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of one thing found outside the article."""

    url: str = ""
    archive: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    accessed: str = ""
    medium: str = ""
    language: str = ""
    reliability: str = ""
    note: str = ""
    copy_of: str = ""
    audience: Audience = Audience.DESK
    primary: bool | None = None
    contacts: tuple[Contact, ...] = ()
    files: tuple[KeptFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Side(Told):
    """One of the two sets of registers of an item, as it stands.

    ``there_at`` is the stamp of what said that it is there, or is not; ``stamp`` of
    whatever was written last.
    """

    there: bool = False
    there_at: Stamp = NEVER
    stamp: Stamp = NEVER

    @property
    def empty(self) -> bool:
        return not (self.there or self.contacts or self.files)


NO_SIDE = Side()


@dataclass(frozen=True, slots=True)
class Item(Told):
    """One thing found outside the article, by the analyst who entered it.

    ``owner`` is a person's id, ``at`` its last edit's place in the total order, in microseconds.
    """

    id: str
    owner: str
    at: int = 0

    @property
    def name(self) -> str:
        """What it is called in lists: its title, else its address, else the first it has."""
        first = self.files[0].name if self.files else ""
        asked = f"asked {self.contacts[0].whom}" if self.contacts else ""
        return self.title or short_address(self.url) or first or asked or self.note or NAMELESS


@dataclass(frozen=True, slots=True)
class Link:
    """What an item says of one claim, as one analyst has it. ``at`` as in ``Item``."""

    item: str
    stance: Stance
    quote: str = ""
    locator: str = ""
    credibility: str = ""
    private: bool = False
    at: int = 0

    def json(self) -> Json:
        """The register's value."""
        return {
            "credibility": self.credibility,
            "locator": self.locator,
            "quote": self.quote,
            "stance": self.stance.value,
        }


@dataclass(frozen=True, slots=True)
class Linked:
    """An item with what it says of the claim; None for an item that did not come along."""

    link: Link
    item: Item | None

    @property
    def name(self) -> str:
        return self.item.name if self.item else "evidence that is not here"


def read_side(written: Mapping[str, tuple[Stamp, Json]], private: bool) -> Side:
    """One side of an item from its standing registers: field → (stamp, value).

    Values are read leniently: what has not the expected form counts as empty.
    """
    mine = {
        private_name(name, False): value
        for name, value in written.items()
        if is_private(name) is private
    }
    if not mine:
        return NO_SIDE
    there_at, there = mine.get(THERE, (NEVER, None))
    audience = text_or_empty(mine.get(AUDIENCE, (NEVER, ""))[1])
    primary = mine.get(PRIMARY, (NEVER, None))[1]
    reliability = text_or_empty(mine.get("reliability", (NEVER, ""))[1])
    texts = {name: text_or_empty(mine.get(name, (NEVER, ""))[1]) for name in TEXTS}
    return Side(
        there is True,
        there_at,
        max(stamp for stamp, _ in mine.values()),
        audience=_audience(audience, private),
        primary=primary if isinstance(primary, bool) else None,
        contacts=tuple(_contacts(mine, private)),
        files=tuple(_files(mine, private)),
        **(texts | {"reliability": reliability if reliability in _grades(RELIABILITIES) else ""}),
    )


def read_links(written: Mapping[str, tuple[Stamp, Json]], private: bool) -> tuple[Link, ...]:
    """What an analyst's registers of a claim say of items, on one side, by item id."""
    found = []
    for name, (stamp, value) in sorted(written.items()):
        head, _, item = name.partition(" ")
        if not item or private_name(head, False) != LINK or is_private(name) is not private:
            continue
        stance = text_or_empty(value.get("stance")) if isinstance(value, dict) else ""
        if stance in set(Stance):
            grade = text_or_empty(value.get("credibility"))
            found.append(
                Link(
                    item,
                    Stance(stance),
                    text_or_empty(value.get("quote")),
                    text_or_empty(value.get("locator")),
                    grade if grade in _grades(CREDIBILITIES) else "",
                    private,
                    stamp[0],
                )
            )
    return tuple(found)


def item_of(key: str, owner: str, desk: Side, me: Side = NO_SIDE) -> Item | None:
    """The item as its owner sees it; without ``me``, as everybody else does. None: not there.

    The side that was said to be there last is the item; contacts and files are of both.
    """
    mine = me.there and (not desk.there or me.there_at > desk.there_at)
    side = me if mine else desk
    if not side.there:
        return None
    values = {name: getattr(side, name) for name in REGISTERS}
    return Item(
        key,
        owner,
        **values,
        contacts=(*desk.contacts, *me.contacts),
        files=(*desk.files, *me.files),
        at=max(desk.stamp, me.stamp)[0],
    )


def links_of(desk: Iterable[Link], me: Iterable[Link] = ()) -> tuple[Link, ...]:
    """The links of one analyst to one claim: of the two sides of one the later stands."""
    found = {link.item: link for link in desk}
    for link in me:
        if link.item not in found or link.at >= found[link.item].at:
            found[link.item] = link
    return tuple(sorted(found.values(), key=lambda link: (link.at, link.item)))


@dataclass(slots=True)
class Groups:
    """Which items copy each other, and so count once: wire copies of one report."""

    _of: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, items: Iterable[Item]) -> Groups:
        groups = cls()
        for item in items:
            if item.copy_of:
                groups._of[groups.root(item.id)] = groups.root(item.copy_of)
        return groups

    def root(self, item: str) -> str:
        """The one item that stands for its group."""
        while item in self._of and self._of[item] != item:
            item = self._of[item]
        return item


def _grades(letters: str) -> frozenset[str]:
    return frozenset(letters)


def _audience(word: str, private: bool) -> Audience:
    if private:
        return Audience.ME
    return Audience.PUBLIC if word == Audience.PUBLIC.value else Audience.DESK


def _contacts(mine: Mapping[str, tuple[Stamp, Json]], private: bool) -> Iterable[Contact]:
    for key, value in _behind(mine, CONTACT):
        whom, when, how, said = (
            text_or_empty(value.get(name)) for name in ("whom", "when", "how", "said")
        )
        if whom or when or how or said:
            audience = _audience(text_or_empty(value.get("audience")), private)
            yield Contact(key, whom, when, how, said, audience)


def _files(mine: Mapping[str, tuple[Stamp, Json]], private: bool) -> Iterable[KeptFile]:
    for key, value in _behind(mine, FILE):
        numbers = [value.get(name) for name in ("size", "kept")]
        size, kept = (one if type(one) is int and one >= 0 else 0 for one in numbers)
        if re.fullmatch("[0-9a-f]{64}", key):
            name, how = (text_or_empty(value.get(name)) for name in ("name", "how"))
            audience = _audience(text_or_empty(value.get("audience")), private)
            yield KeptFile(key, name, size, kept, how, audience)


def _behind(
    mine: Mapping[str, tuple[Stamp, Json]], head: str
) -> Iterable[tuple[str, dict[str, Json]]]:
    for name, (_, value) in sorted(mine.items()):
        if name.startswith(f"{head} ") and isinstance(value, dict):
            yield name.partition(" ")[2], value
