"""Articles, and the stretches of them that have a meaning of their own.

Every position in Annotator counts Unicode code points from the beginning of the
article's text; every stretch is half open, ``[start, end)``.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

ArticleId = NewType("ArticleId", str)
ClaimId = NewType("ClaimId", str)

NS = uuid.UUID("6f0f6c0e-5d0b-5b54-9a53-2f1c7a3be0d1")
"""The namespace of every id. It is part of the file format and never changes."""


class Span(NamedTuple):
    """A stretch ``[start, end)`` of an article's text, in code points."""

    start: int
    end: int


class PassageKind(StrEnum):
    """What a passage is; the values stand in the file format."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


BETWEEN_CELLS = " | "
"""Between the cells of a table's row, which is one passage; the same in every format."""


class Passage(NamedTuple):
    """A stretch of the article of one kind, such as a paragraph or the title."""

    kind: PassageKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One imported text, immutable, with what is known about it.

    ``text`` has LF line ends and no byte order mark, and is otherwise exactly
    what was imported. Metadata that nobody has given is the empty string.
    """

    id: ArticleId
    text: str
    sha256: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""
    address: str = ""
    language: str = ""
    file_name: str = ""
    encoding: str = ""
    imported_at: int = 0
    """When it first came in: microseconds since 1970, UTC, by that machine's clock."""
    imported_by: str = ""
    """The name of the analyst who first brought it in."""


RECORD_FIELDS = ("title", "publisher", "author", "published", "updated", "address", "language")
"""What is known of an article, is offered, and can be corrected, in the order in which it is shown."""


def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def article_id(sha256: str) -> ArticleId:
    """The id every library gives to the text with this hash."""
    return ArticleId(str(uuid.uuid5(NS, sha256)))


def claim_id(article: ArticleId, span: Span) -> ClaimId:
    """The id every library gives to this stretch of that article."""
    return ClaimId(str(uuid.uuid5(uuid.UUID(article), f"{span[0]}-{span[1]}")))
