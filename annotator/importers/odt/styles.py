"""What the styles of an OpenDocument text say of its paragraphs and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.domain.article import PassageKind
from annotator.importers.odt.names import STYLE, TEXT
from annotator.importers.style_names import is_contents, style_kind

_DEEPEST = 64
"""So many styles may be based on each other."""


class _Style(NamedTuple):
    names: tuple[str, ...]
    parent: str
    hidden: bool | None


@dataclass
class Styles:
    """Family and name of a style → what it says. A file's own styles and those it was made with."""

    _known: dict[tuple[str, str], _Style] = field(default_factory=dict)

    def take(self, root: Any) -> None:
        """Adds the styles that stand in this tree."""
        for one in root.iter(f"{STYLE}style"):
            name, family = one.get(f"{STYLE}name", ""), one.get(f"{STYLE}family", "")
            shown = one.get(f"{STYLE}display-name", "")
            parent = one.get(f"{STYLE}parent-style-name", "")
            self._known[family, name] = _Style((shown, name), parent, _hidden(one))

    def kind(self, name: str) -> PassageKind | None:
        """What paragraphs of this style are; None where neither it nor what it is based on tells."""
        for one in self._chain("paragraph", name):
            for called in filter(None, one.names):
                if is_contents(called):
                    return PassageKind.BOILERPLATE
                found = style_kind(called)
                if found:
                    return found
        return None

    def hides(self, family: str, name: str) -> bool:
        """Whether what has this style is hidden."""
        said = (one.hidden for one in self._chain(family, name) if one.hidden is not None)
        return next(said, False)

    def _chain(self, family: str, name: str) -> Iterator[_Style]:
        for _ in range(_DEEPEST):
            one = self._known.get((family, name))
            if one is None:
                return
            yield one
            name = one.parent


def _hidden(style: Any) -> bool | None:
    for properties in style.iterfind(f"{STYLE}text-properties"):
        said = properties.get(f"{TEXT}display")
        if said:
            return bool(said == "none")
    return None
