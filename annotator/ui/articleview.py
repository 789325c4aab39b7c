"""The article record as its sheet shows it: plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Problems = Callable[[Mapping[str, str]], Mapping[str, str]]
"""What is wrong with what was typed: field → a sentence."""


@dataclass(frozen=True, slots=True)
class OfferView:
    """What the file says of one field, and where it says so; nobody has taken it over."""

    field: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What is known of an article, what is offered, and where it is from.

    ``known``: field → what stands there. ``sources``: field → where that was read, for what was
    taken over from the file. ``origin``: label and words, such as ("Imported", "27 Nov 2026 by
    Anna"). ``original``: what the button that saves the original says, "" where it is not here.
    """

    known: Mapping[str, str]
    offers: tuple[OfferView, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    origin: tuple[tuple[str, str], ...] = ()
    original: str = ""
