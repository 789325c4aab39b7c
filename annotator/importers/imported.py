"""What an importer gives: the text, what it is made of, and what the file says of it."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.domain.article import Passage
from annotator.domain.enclosed import NOTHING_ENCLOSED, Enclosed


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article as it came in, before it is cut and stored.

    ``text`` has LF line ends and no byte order mark, no NUL and no lone surrogate. Of a plain
    text it is exactly what the file holds; of other formats it is what a reader of that file
    sees, passage after passage. ``passages`` are those of the format, ``None`` where it knows
    none and the text must speak for itself. A format that knows paragraphs but neither title
    nor furniture gives them all as body: ``text/passages.py`` finds what its words tell.
    """

    text: str
    original: bytes
    encoding: str
    """How the bytes were read, by its usual name: "UTF-8", "windows-1251"; "" where none was chosen."""
    encoding_note: str
    """One sentence that says which encoding was taken and how sure that is; "" where none was chosen."""
    passages: tuple[Passage, ...] | None = None
    enclosed: Enclosed = NOTHING_ENCLOSED
    """Links, what the file says of its article, the writer's remarks."""
    notices: tuple[str, ...] = ()
    """Sentences that whoever imports has to be told: "3 tracked changes were read as accepted."."""
    attachments: int = 0
    """So many files came with it and are kept in the original bytes, not read."""
    address: str = ""
    """Where it was fetched from, by this program and on request; known, so not offered."""
    running: bool = False
    """Its furniture is what runs along the edge of every page, and says nothing of the text's tail."""
