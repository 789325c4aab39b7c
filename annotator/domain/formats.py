"""What a format is: how an article is written in it, counted in it, and read back from it.

The rows themselves stand in ``exporters/table.py`` and ``interchange/table.py``;
``desk/formats.py`` joins them. An installed package adds rows of the same types.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.domain.brought import Brought
from annotator.domain.report import Report
from annotator.domain.wording import amount

Write = Callable[[Report], bytes]
WriteAll = Callable[[Sequence[Report]], bytes]


class Carried(StrEnum):
    """What a format may have room for; the value is how the help's table calls it."""

    TAGS = "tags"
    RESULT = "the result"
    BECAUSE = "why disputed"
    NOTES = "notes"
    CONFIDENCE = "how sure"
    ATTRIBUTION = "attribution"
    EVIDENCE = "evidence"
    WORDINGS = "proposed wordings"
    FLAGS = "flags"
    COMMENTS = "comments"
    DECISIONS = "decisions and reasons"
    AGREEMENT = "agreement"
    HISTORY = "history"
    TEXT = "the whole text"


EVERYTHING = frozenset(Carried)

NO_PUBLIC_COPY = (
    "The writer’s own file has no public copy, for its hidden words, changes and comments would go "
    "along: choose Report (Word)."
)
"""Why a format that is made of what came in is for the editor only."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a file was found to hold when it was read again."""

    claims: int
    notes: int = 0

    def words(self, of: int) -> str:
        """Such as "49 of 49 claims, 3 notes"; ``of`` is how many there were to write."""
        claims = f"{self.claims:,} of {amount(of, 'claim')}"
        return f"{claims}, {amount(self.notes, 'note')}"


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format to write. ``name`` is the command line's word, ``says`` one line of help.

    ``suffix`` begins with its dot. ``whole``: it holds everything there is, the same
    whoever acts; every other format shows what the acting analyst may see.

    ``count`` reads a file again and says what is in it. ``notices`` says what had to be left
    out or could not be drawn, a sentence each; an export asks for them when it has written the file.
    ``together`` writes several articles into one file. ``variants``: other suffixes that OUTPUT may
    end in, and how those are written and counted.
    ``selects``: not every claim is meant to be in it, and the notices say which are not.
    ``carries``: what the format has room for. ``for_readers``: it honours sections, title, logo and labels.
    ``from_original``: it is made of the file that the article came in as.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    says: str
    write: Write
    whole: bool = False
    count: Callable[[bytes], Tally] | None = None
    notices: Callable[[Report], tuple[str, ...]] | None = None
    together: WriteAll | None = None
    variants: Mapping[str, Exporter] = field(default_factory=dict)
    selects: bool = False
    carries: frozenset[Carried] = frozenset()
    for_readers: bool = False
    from_original: bool = False

    def written_as(self, suffix: str) -> Exporter:
        """The row that writes files of this suffix: itself where it knows no other way."""
        return self.variants.get(suffix.lower(), self)


@dataclass(frozen=True, slots=True)
class Interchange:
    """One format to read back as a colleague's work. ``reads`` says what of it is taken, in one line.

    ``suffixes`` begin with their dots. ``recognises`` looks at the bytes and is cheap. ``read``
    raises ValueError with a sentence for what is of this format and damaged. ``exporter`` is how it is
    written; None where that stands among the exporters, under the same name, or nowhere.
    ``whole``: the article itself comes with it, so that it can be read into an empty library.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    reads: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes], Brought]
    exporter: Exporter | None = None
    whole: bool = False
