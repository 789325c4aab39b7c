"""The mark in a Word file of ours: which of its bookmarks and comments are which claim's.

The editor's copy carries it as a custom XML part whose text is JSON, so that
comments which a colleague adds in Word can be brought back without a guess. Word and LibreOffice keep
the part, and bookmarks by their names; both number comments anew, so a comment of ours is known
by who it says wrote it and by a hash of its words. A public copy has no mark.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Final

SPACE: Final = "urn:annotator:word"
"""The namespace of the part; its element is ``report``."""

VERSION: Final = 1
NOT_OURS: Final = "the list of claims that Annotator wrote into it is damaged"
SIZE: Final = 1_000_000
"""So many characters of the mark stand in one element: readers of XML have a limit for each."""


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A claim and where it stands in the article, in code points; ``bookmarks`` hold it in the file."""

    bookmarks: tuple[str, ...]
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedComment:
    """A comment of ours. ``claim`` is its index; ``edit`` the library's comment it shows, or empty."""

    id: str
    claim: int
    who: str
    print: str
    date: str
    edit: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """All of one file; several ``articles`` (written together) are not read back."""

    articles: int
    article: str
    sha256: str
    title: str
    claims: tuple[MarkedClaim, ...]
    comments: tuple[MarkedComment, ...]


def written(mark: Mark) -> list[str]:
    """The mark as text in pieces, in ASCII: XML can hold every character of it."""
    text = json.dumps({"version": VERSION, **asdict(mark)}, separators=(",", ":"))
    return [text[at : at + SIZE] for at in range(0, len(text), SIZE)]


def read(text: str) -> Mark:
    """The mark from its text; ValueError that says why for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:  # a number of very many digits, too
        raise ValueError(NOT_OURS) from error
    try:
        if found.pop("version") != VERSION:
            raise ValueError("it was written by another version of Annotator")
        claims = tuple(_claim(one) for one in found.pop("claims"))
        comments = tuple(_comment(one, len(claims)) for one in found.pop("comments"))
        whole = Mark(**_typed(found, articles=int), claims=claims, comments=comments)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(NOT_OURS) from error
    return whole


def _claim(given: dict[str, Any]) -> MarkedClaim:
    bookmarks = given.pop("bookmarks")
    if not all(isinstance(one, str) for one in bookmarks):
        raise TypeError
    return MarkedClaim(tuple(bookmarks), **_typed(given, start=int, end=int))


def _comment(given: dict[str, Any], claims: int) -> MarkedComment:
    found = MarkedComment(**_typed(given, claim=int))
    if not 0 <= found.claim < claims:
        raise KeyError
    return found


def _typed(given: dict[str, Any], **kinds: type) -> dict[str, Any]:
    """The values, each of which must be a text unless said otherwise."""
    for name, value in given.items():
        if type(value) is not kinds.get(name, str):
            raise TypeError
    return given


def fingerprint(text: str) -> str:
    """A comment's words in 16 digits, whatever blanks and marks of direction a program put in."""
    bare = text.replace("\u200e", "")
    return hashlib.sha256(" ".join(bare.split()).encode(errors="replace")).hexdigest()[:16]
