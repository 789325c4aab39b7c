"""typst, kept in its place: our templates and our data, no file but theirs, no network, no word of its own.

The data go in as JSON; a template never holds text from outside. The folder it may read holds the
templates and nothing else, and there are no packages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import typst

from annotator import paths
from annotator.domain.errors import AnnotatorError

_UNTAGGED = {"pdf_tags": False}
_FORGET = 12
"""typst keeps what it worked out for ten more documents; so many empty ones make it forget."""


@dataclass(frozen=True)
class Setter:
    """Sets documents in these fonts. ``made_at``: seconds since 1970, UTC."""

    fonts: typst.Fonts
    made_at: int

    def set(self, template: str, data: Mapping[str, Any], *, accessible: bool = True) -> bytes:
        """A document as a tagged PDF, marked as PDF/UA-1 where ``accessible``.

        Raises ``typst.TypstError`` for what it refuses.
        """
        return self._compile(
            template, data, {"pdf_standards": ["ua-1"]} if accessible else {"pdf_standards": []}
        )

    def set_over(self, template: str, data: Mapping[str, Any]) -> bytes:
        """Pages without tags, which are laid over others."""
        return self._compile(template, data, _UNTAGGED)

    def forget(self) -> None:
        """Gives back the memory of what was set."""
        for _ in range(_FORGET):
            typst.compile(b"", font_paths=self.fonts)

    def _compile(self, template: str, data: Mapping[str, Any], more: Mapping[str, Any]) -> bytes:
        folder = paths.resource("report") / "typst"
        found: tuple[Any, Any] = typst.compile_with_warnings(
            str(folder / template),
            root=str(folder),
            font_paths=self.fonts,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=self.made_at,
            **more,
        )
        return bytes(found[0])


def refusal(error: typst.TypstError) -> AnnotatorError:
    """One sentence of what typst does not take."""
    said = " ".join(str(getattr(error, "message", error)).split())
    return AnnotatorError(
        f"The PDF could not be set ({said[:200]}): export the article as HTML or Word, and tell us."
    )
