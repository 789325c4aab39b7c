"""What a Word file says of itself: its core properties (ECMA-376, part 2, 11) and its company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from annotator.domain.enclosed import Offered
from annotator.importers.composing import clean
from annotator.importers.moments import plain_moment
from annotator.office.word_package import WordPackage, relations_of

SOURCE = "the file’s properties"

_CORE = {
    "title": "title",
    "creator": "author",
    "created": "published",
    "modified": "updated",
    "language": "language",
}
"""Element of the core properties → field of ``Offered``."""

_HOW = {"created": ": created", "modified": ": last saved"}
"""What to say of those that are not what they are offered for."""

_NOBODY = {
    "", "-", "admin", "administrator", "apache poi", "author", "company", "home", "hp",
    "hewlett-packard", "libreoffice", "microsoft", "microsoft corporation", "microsoft office user",
    "microsoft word", "normal", "normal.dot", "normal.dotm", "organization", "owner", "pandoc",
    "python-docx", "un-named", "unknown", "untitled", "user", "windows user", "word document",
}  # fmt: skip
"""What programs and new machines write where nobody said anything."""

_NUMBERED = re.compile(r"(?:document|dokument|documento|dokumen)\s?\d+", re.IGNORECASE)
_TEMPLATE_OF_PYTHON_DOCX = "2013-12-23T23:15"
_FIRST_YEAR = "1985"
"""Word is no older; what is dated before is a clock that was never set."""


def offered(package: WordPackage) -> tuple[Offered, ...]:
    """All of it that says something, each with where it was read."""
    found = [*_core(package), *_company(package)]
    order = list(_CORE.values())
    return tuple(sorted(found, key=lambda one: order.index(one.field) if one.field in order else 9))


def _core(package: WordPackage) -> Iterator[Offered]:
    root = _properties(package, "core-properties")
    for one in root if root is not None else ():
        name = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else ""
        field, text = _CORE.get(name), _plain(one.text or "")
        if field in ("published", "updated"):
            text = _moment(text)
        if field and text:
            yield Offered(field, text, SOURCE + _HOW.get(name, ""))


def _company(package: WordPackage) -> Iterator[Offered]:
    root = _properties(package, "extended-properties")
    for one in root.iter("{*}Company") if root is not None else ():
        if text := _plain(one.text or ""):
            yield Offered("publisher", text, f"{SOURCE}: company")


def _properties(package: WordPackage, kind: str) -> Any | None:
    for one in relations_of(package.archive, ""):
        if one.kind == kind and not one.external and one.target in package.archive:
            return package.archive.xml(one.target)
    return None


def _plain(text: str) -> str:
    plain = " ".join(clean(text).split())
    said = plain.casefold() not in _NOBODY and not _NUMBERED.fullmatch(plain)
    return plain if said else ""


def _moment(text: str) -> str:
    """The moment in ISO 8601, with its offset where it has one; empty where it is none, or nobody's."""
    moment = plain_moment(text)
    nobodys = moment < _FIRST_YEAR or moment.startswith(_TEMPLATE_OF_PYTHON_DOCX)
    return "" if nobodys else moment
