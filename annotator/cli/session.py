"""What every command shares: which library, who acts, and how to open it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import paths
from annotator.cli import output
from annotator.domain.errors import AnnotatorError

if TYPE_CHECKING:
    from annotator.desk.library import OpenLibrary
    from annotator.domain.article import ArticleId, Span

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line: ``library`` and ``analyst`` as they were typed."""

    library: str | None
    analyst: str | None

    @property
    def path(self) -> Path:
        """The library's file. Raises AnnotatorError for an address or an empty name."""
        if self.library is None:
            return paths.library_path()
        if not self.library:
            raise AnnotatorError("The library's name is empty: name a file with --library.")
        if is_address(self.library):
            raise AnnotatorError(
                "A library on a server comes with a later version of Annotator: "
                "name a file with --library."
            )
        return Path(self.library)

    @contextmanager
    def open(self, *, create: bool = False) -> Iterator[OpenLibrary]:
        """The library, opened for the acting analyst and closed at the end.

        What saved something is brought into the search, and makes the day's backup where there
        is none yet.
        """
        from annotator.desk.opening import open_for

        library = open_for(self.path, self.analyst, create=create)
        try:
            yield library
            if library.saved_at is not None:
                bring_up(library)
                from annotator.desk.rescue import back_up_today

                back_up_today(library)
        finally:
            library.close()


def bring_up(library: OpenLibrary) -> None:
    """Brings into the search what is not in it yet; what is done is done where that fails."""
    from annotator.desk.indexing import index_all, is_behind

    try:
        if is_behind(library):
            index_all(library)
    except AnnotatorError as error:
        output.say(f"Not everything can be searched yet: {error}")


def is_address(text: str) -> bool:
    """Whether it is a web or database address and no file's name."""
    return _ADDRESS.match(text) is not None


def later(what: str) -> AnnotatorError:
    """The refusal of what this version does not do yet."""
    return AnnotatorError(
        f"{what} with a later version of Annotator; "
        "`annotator --help` lists what this version does."
    )


def claim_of(library: OpenLibrary, article: ArticleId, wanted: str) -> Span:
    """The claim meant by its number, "T" or an id. Raises AnnotatorError, for furniture too."""
    from annotator.desk.articles import find_claim
    from annotator.desk.listing import is_furniture

    span = find_claim(library, article, wanted)
    if is_furniture(library, article, span):
        raise AnnotatorError(
            "That is page furniture and no claim: make it text first with "
            f"`annotator furniture {article[:8]} --at {span.start} off`."
        )
    return span


STDIN = "-"


def typed(text: str, what: str) -> str:
    """A text from the command line; - reads it from standard input. ``what``: "note".

    Raises AnnotatorError where there is no text to read.
    """
    if text != STDIN:
        return text
    if sys.stdin is None:
        raise AnnotatorError(
            f"There is no standard input to read: write the {what} after the claim."
        )
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise AnnotatorError(
            f"The {what} is no text in UTF-8 (byte {error.start} does not fit): save it as UTF-8."
        ) from error
