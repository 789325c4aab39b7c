"""Reading a page of ours again, and counting what stands in it.

The reader is libxml2's for HTML: it knows nothing of how the page was written. It tells of each element
as it comes by, and builds no tree: of a page of 20 MB that would take longer than writing it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from annotator.domain.formats import Tally


class _Seen:
    """Counts elements by their class; rows of the list, and notes in them, only where they have an id."""

    def __init__(self) -> None:
        self._classes: dict[str, int] = {}
        self._aside = False
        self.accounted = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """One element begins. A ``data`` holds a figure of the sign-off sheet."""
        kind = attributes.get("class")
        if kind is not None:
            if kind == "row":
                self._aside = "id" not in attributes
            if self._aside and kind in ("row", "said noted"):
                return
            self._classes[kind] = self._classes.get(kind, 0) + 1
        elif tag == "data":
            self.accounted += int(attributes["value"])

    def of(self, kind: str) -> int:
        return self._classes.get(kind, 0)

    def beginning(self, kind: str) -> int:
        return sum(n for name, n in self._classes.items() if name.partition(" ")[0] == kind)

    def close(self) -> _Seen:
        """What the parser gives when the page has come to its end."""
        return self


def tally(data: bytes) -> Tally:
    """How many claims and notes the page holds.

    They stand in the list; without one in the article, and claims in the chart without either.
    What is listed apart because it stands in no count has no number, and is not counted here.
    """
    seen = _read(data)
    return Tally(
        seen.of("row") or seen.of("number") or seen.beginning("cell"),
        seen.of("said noted") or seen.of("note"),
    )


def sheet_tally(data: bytes) -> Tally:
    """How many claims a sign-off sheet accounts for: the sum of its counts."""
    return Tally(_read(data).accounted)


def _read(data: bytes) -> _Seen:
    target: Any = _Seen()
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True, no_network=True)
    seen: _Seen = etree.fromstring(data, parser)
    return seen
