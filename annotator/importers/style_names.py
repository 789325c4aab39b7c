"""What a word processor's style of this name says of its paragraphs."""

from __future__ import annotations

import re
from functools import lru_cache

from annotator.domain.article import PassageKind

_KINDS: tuple[tuple[PassageKind, re.Pattern[str]], ...] = (
    (PassageKind.TITLE, re.compile(r"title|book title|document title")),
    (PassageKind.HEADING, re.compile(r"subtitle|(?:a )?heading(?: \d+)?|contents heading")),
    (
        PassageKind.QUOTATION,
        re.compile(r"(?:intense )?(?:quote|quotations?)|block (?:quotation|quote|text)"),
    ),
    (PassageKind.CAPTION, re.compile(r"caption|illustration|figure|drawing|table caption")),
)
"""The names that Word and LibreOffice give their own styles; both keep them in English inside
a file, whatever language their windows speak."""

_CONTENTS = re.compile(r"(?:toc|contents|table of contents|index)(?: heading| \d+)?")
_SPACED = re.compile(r"_20_|[\s_]+")


@lru_cache(maxsize=1024)
def style_kind(name: str) -> PassageKind | None:
    """The kind of passage that paragraphs of this style are; None where its name says nothing."""
    plain = _plain(name)
    return next((kind for kind, names in _KINDS if names.fullmatch(plain)), None)


@lru_cache(maxsize=1024)
def is_contents(name: str) -> bool:
    """Whether a style of this name is for the lines of a table of contents."""
    return bool(_CONTENTS.fullmatch(_plain(name)))


def _plain(name: str) -> str:
    return _SPACED.sub(" ", name).strip().casefold()
