"""What a Word file says of itself: its core properties (ECMA-376, part 2, 11) and its company."""

from __future__ import annotations

from typing import Any

from annotator.domain.enclosed import Offered
from annotator.importers.moments import plain_moment
from annotator.importers.properties import properties
from annotator.office.word_package import WordPackage, relations_of

_TEMPLATE_OF_PYTHON_DOCX = "2013-12-23T23:15"


def offered(package: WordPackage) -> tuple[Offered, ...]:
    """All of it that says something, each with where it was read."""
    said = _core(package)
    return properties(
        title=said.get("title", ""),
        author=said.get("creator", ""),
        publisher=_company(package),
        created=_moment(said.get("created", "")),
        saved=_moment(said.get("modified", "")),
        language=said.get("language", ""),
    )


def _core(package: WordPackage) -> dict[str, str]:
    """The core properties by their elements' names; of two of one name the first."""
    found: dict[str, str] = {}
    root = _part(package, "core-properties")
    for one in root if root is not None else ():
        if isinstance(one.tag, str):
            found.setdefault(one.tag.rpartition("}")[2], one.text or "")
    return found


def _company(package: WordPackage) -> str:
    root = _part(package, "extended-properties")
    names = (one.text or "" for one in root.iter("{*}Company")) if root is not None else ()
    return next(iter(names), "")


def _part(package: WordPackage, kind: str) -> Any | None:
    for one in relations_of(package.archive, ""):
        if one.kind == kind and not one.external and one.target in package.archive:
            return package.archive.xml(one.target)
    return None


def _moment(text: str) -> str:
    moment = plain_moment(text)
    return "" if moment.startswith(_TEMPLATE_OF_PYTHON_DOCX) else moment
