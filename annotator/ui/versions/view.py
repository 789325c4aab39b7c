"""The versions of an article as their page shows them: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain.article import ArticleId
from annotator.domain.wording import first_words, set_apart

if TYPE_CHECKING:  # the acts read this module, and a start loads no page of the import
    from annotator.ui.importing.view import Differences


def versions_of(title: str) -> str:
    """What the page of versions is called."""
    return f"Versions of “{set_apart(first_words(title, 60))}”"


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version: ``says`` is when it came in and how many claims it has.

    ``is_this``: it lies on the page behind; ``beside``: it is the one that is compared with it.
    """

    article: ArticleId
    title: str
    says: str
    is_this: bool
    beside: bool


@dataclass(frozen=True, slots=True)
class VersionsView:
    """``says`` is what became of the claims; ``differences`` None: there is no other version.

    ``asks``: what is ticked can be confirmed, for the one on the page is the later of the two.
    ``carries`` is what the button says that brings one's own along, "" where nothing waits.
    """

    head: str
    says: str
    lines: tuple[VersionLine, ...]
    differences: Differences | None
    asks: bool
    carries: str
