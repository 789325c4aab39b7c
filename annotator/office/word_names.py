"""The names of WordprocessingML, in either of its two dialects.

ECMA-376 has a transitional namespace, which nearly every file uses, and a strict one, in which
Word saves on request. Elements are told by their local names here, whichever it is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

TRANSITIONAL: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_MATHS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF: Final = ("0", "false", "off", "none")


@lru_cache(maxsize=4096)
def _local(tag: str) -> str:
    space, _, name = tag[1:].partition("}")
    if space in (TRANSITIONAL, _STRICT):
        return name
    if tag.startswith(_MATHS):
        return f"m:{name}"
    return f"mc:{name}" if tag.startswith(_COMPATIBLE) else ""


def local(element: Any) -> str:
    """Its name: "p" or "r"; "m:t" in a formula, "mc:Choice" of alternatives; empty for any other."""
    tag = element.tag
    return _local(tag) if type(tag) is str else ""


def space_of(element: Any) -> str:
    """The namespace of an element of WordprocessingML, in braces."""
    return f"{element.tag.partition('}')[0]}}}"


def value(element: Any, name: str = "val") -> str:
    """An attribute of the element's own namespace; empty where it has none."""
    found: str = element.get(f"{space_of(element)}{name}", "")
    return found


def relation(element: Any, name: str = "id") -> str:
    """An attribute that names a relationship; empty where it has none."""
    return next((found for space in _RELATIONS if (found := element.get(space + name))), "")


def child(element: Any, *path: str) -> Any | None:
    """The first child of this local name, and of that the next one, and so on; None without."""
    for name in path:
        element = next((one for one in element if local(one) == name), None)
        if element is None:
            return None
    return element


def is_on(properties: Any | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where nothing is said of it."""
    found = None if properties is None else child(properties, name)
    return None if found is None else value(found) not in _OFF


def said(element: Any | None, *path: str) -> str:
    """The value at the end of this path of children; empty where there is none."""
    found = None if element is None else child(element, *path)
    return "" if found is None else value(found)
