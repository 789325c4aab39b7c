"""The names of OpenDocument's elements and attributes (ODF 1.3, part 3), as lxml spells them."""

from __future__ import annotations

from typing import Any, Final

_PREFIX: Final = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE: Final = f"{{{_PREFIX}office:1.0}}"
TEXT: Final = f"{{{_PREFIX}text:1.0}}"
TABLE: Final = f"{{{_PREFIX}table:1.0}}"
DRAW: Final = f"{{{_PREFIX}drawing:1.0}}"
STYLE: Final = f"{{{_PREFIX}style:1.0}}"
META: Final = f"{{{_PREFIX}meta:1.0}}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"


def tag_of(element: Any) -> str:
    """The element's name; empty for a comment and its like."""
    return element.tag if isinstance(element.tag, str) else ""


def words(element: Any, name: str) -> str:
    """What stands in the first child of this name, without blanks around it; empty without one."""
    found = element.findtext(name)
    return " ".join(found.split()) if found else ""
