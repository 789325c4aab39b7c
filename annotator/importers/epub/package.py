"""A book's package (EPUB 2 and 3): which of its files are read, in which order, and what it says of itself."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from annotator.domain.enclosed import Offered
from annotator.importers.links import web_address
from annotator.importers.moments import plain_moment
from annotator.importers.properties import language_code, named, titled
from annotator.office.archive import Archive, LockedError
from annotator.office.xml import DamagedError

CONTAINER: Final = "META-INF/container.xml"
_LOCKS: Final = "META-INF/encryption.xml"
_OBFUSCATES: Final = frozenset(
    {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
)
"""Ways of making fonts useless outside of the book; nothing that is read is locked by them."""

_METHOD: Final = "{http://www.w3.org/2001/04/xmlenc#}EncryptionMethod"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_FURNITURE: Final = frozenset({"toc", "cover", "title-page", "copyright-page", "index", "colophon"})
_SOURCE: Final = "the book’s metadata"


class Chapter(NamedTuple):
    """One file of the book, in reading order."""

    name: str
    furniture: bool
    """A table of contents, a cover, a page with rights."""


@dataclass(frozen=True, slots=True)
class Package:
    """What the package says."""

    title: str
    chapters: tuple[Chapter, ...]
    offered: tuple[Offered, ...]


def package_of(archive: Archive) -> Package:
    """The package of this book. Raises DamagedError where it is locked, or something of it is missing."""
    _refuse_locked(archive)
    if CONTAINER not in archive:
        raise DamagedError(f"“{CONTAINER}” is missing")
    roots = (one.get("full-path", "") for one in _named(archive.xml(CONTAINER), "rootfile"))
    name = next(filter(None, roots), "")
    if not name:
        raise DamagedError(f"“{CONTAINER}” names no book")
    root = archive.xml(name)
    offered = tuple(_offered(root))
    title = next((one.value for one in offered if one.field == "title"), "")
    return Package(title, tuple(_chapters(root, posixpath.dirname(name))), offered)


def _refuse_locked(archive: Archive) -> None:
    if _LOCKS not in archive:
        return
    methods = {one.get("Algorithm", "") for one in archive.xml(_LOCKS).iter(_METHOD)}
    if methods - _OBFUSCATES:
        raise LockedError


def _named(root: Any, name: str) -> Iterator[Any]:
    """Elements of this local name, whatever version's namespace they are in."""
    yield from root.iter(f"{{*}}{name}")


def _chapters(root: Any, folder: str) -> Iterator[Chapter]:
    """Each file once: a book that names one a thousand times would be a thousand books."""
    items = {one.get("id", ""): one for one in _named(root, "item")}
    guide = {
        _inside(one.get("href", ""), folder)
        for one in _named(root, "reference")
        if one.get("type", "").lower() in _FURNITURE
    }
    put: set[str] = set()
    for reference in _named(root, "itemref"):
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type", "").lower() not in _PAGES:
            continue
        name = _inside(item.get("href", ""), folder)
        if name in put:
            continue
        put.add(name)
        navigates = "nav" in item.get("properties", "").split()
        yield Chapter(name, navigates or name in guide)


def _inside(href: str, folder: str) -> str:
    """The name of the part that an address in the package means."""
    path = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join(folder, path)) if path else ""


def _offered(root: Any) -> Iterator[Offered]:
    """What it says of itself, each field once."""
    said = (
        ("title", map(titled, _all(root, "title")[:1])),
        ("author", [", ".join(dict.fromkeys(filter(None, map(named, _all(root, "creator")))))]),
        ("publisher", map(named, _all(root, "publisher")[:1])),
        ("published", [plain_moment(one) for one in _dates(root)]),
        ("updated", [plain_moment(_modified(root))]),
        ("language", map(language_code, _all(root, "language")[:1])),
        (
            "address",
            [web_address(one) for one in (*_all(root, "source"), *_all(root, "identifier"))],
        ),
    )
    for field, values in said:
        value = next(filter(None, values), "")
        if value:
            yield Offered(field, value, _SOURCE)


def _all(root: Any, name: str) -> list[str]:
    found = (" ".join("".join(one.itertext()).split()) for one in root.iter(f"{_DC}{name}"))
    return [one for one in found if one]


def _dates(root: Any) -> list[str]:
    """Its dates, those of publication first; EPUB 2 says of what they are."""
    dates = [
        (one.get(f"{_OPF}event", ""), (one.text or "").strip()) for one in root.iter(f"{_DC}date")
    ]
    kept = [(event, said) for event, said in dates if event in ("", "publication")]
    return [said for _, said in sorted(kept, key=lambda one: one[0], reverse=True)]


def _modified(root: Any) -> str:
    said = (
        one.text or "" for one in _named(root, "meta") if one.get("property") == "dcterms:modified"
    )
    return next(said, "").strip()
