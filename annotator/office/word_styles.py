"""The styles of a Word file, as far as they say what a paragraph is and whether a run is hidden.

ECMA-376, part 1, 17.7. A style is based on another one and says only what it has otherwise.
Word keeps the names of its own styles in English whatever language its windows speak; their ids
are translated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.office.word_names import child, is_on, local, said, value

_DEEPEST = 64
"""So many styles may be based on each other."""


class _Style(NamedTuple):
    name: str
    based_on: str
    outline: str
    numbers: str
    hidden: bool | None


@dataclass
class Styles:
    """Style id → what it says; ``paragraph`` is the style of paragraphs that name none."""

    _known: dict[str, _Style] = field(default_factory=dict)
    paragraph: str = ""

    @classmethod
    def of(cls, root: Any | None) -> Styles:
        """The styles of this part; none where the file has no such part."""
        found = cls()
        for one in root if root is not None else ():
            if local(one) == "style":
                key = value(one, "styleId")
                found._known[key] = _style(one)
                default = value(one, "default") in ("1", "true", "on")
                if default and value(one, "type") == "paragraph":
                    found.paragraph = key
        return found

    def of_paragraph(self, properties: Any | None) -> str:
        """The id of the style that a paragraph with these properties has."""
        return said(properties, "pStyle") or self.paragraph

    def names(self, key: str) -> Iterator[str]:
        """The name of the style, and of those it is based on. An unknown id is its own name."""
        if key and key not in self._known:
            yield key
        for one in self._chain(key):
            yield one.name

    def outline(self, key: str) -> str:
        """Its level in the outline, "0" to "8" for headings and "9" for text; empty where none says."""
        return next((one.outline for one in self._chain(key) if one.outline), "")

    def numbers(self, key: str) -> str:
        """The numbering that its paragraphs have; "0" says none, and empty that no style speaks of it."""
        return next((one.numbers for one in self._chain(key) if one.numbers), "")

    def hides(self, key: str) -> bool:
        """Whether its text is hidden."""
        return next((one.hidden for one in self._chain(key) if one.hidden is not None), False)

    def _chain(self, key: str) -> Iterator[_Style]:
        for _ in range(_DEEPEST):
            one = self._known.get(key)
            if one is None:
                return
            yield one
            key = one.based_on


def _style(one: Any) -> _Style:
    paragraph = child(one, "pPr")
    numbers = child(one, "pPr", "numPr")
    return _Style(
        said(one, "name"),
        said(one, "basedOn"),
        said(paragraph, "outlineLvl"),
        "" if numbers is None else said(numbers, "numId") or "inherited",
        is_on(child(one, "rPr"), "vanish"),
    )
