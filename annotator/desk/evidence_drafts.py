"""What is typed of evidence and not entered or saved yet: drafts, that outlive a crash.

What stood in the quick entry comes back into it, for half an address is none. A field of an
item becomes one edit, as a note does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from annotator.desk import evidencing, unsent
from annotator.desk.evidencing import Given
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError, BusyError
from annotator.store import drafts
from annotator.store.drafts import Draft
from annotator.store.write import Applied, DraftKey

ENTRY = "evidence"
"""The field of the quick entry's drafts; that of an item's field has the item behind it."""

OF_LINK = ("quote", "locator", "credibility")
"""Fields that are said of one claim, not of the item."""


class Word(NamedTuple):
    """A text in a field of an item, typed at this claim, that could not be saved as it is."""

    claim: ClaimId
    item: str
    field: str
    text: str


class Left(NamedTuple):
    """What comes back into fields: by claim what was being entered, and words."""

    entries: tuple[tuple[ClaimId, str], ...]
    words: tuple[Word, ...]


def keep(library: OpenLibrary, article: ArticleId, claim: ClaimId, field: str, text: str) -> None:
    """Keeps what is being typed; an empty text forgets it. Raises BusyError; ask again then."""
    unsent.keep(library, article, claim, field, text)


def entry_of(library: OpenLibrary, claim: ClaimId) -> DraftKey:
    """The draft of this claim's quick entry: whoever enters it lets it go with the same edit."""
    return DraftKey(library.author.id, claim, ENTRY)


def name_of(item: str, field: str) -> str:
    """What a field of an item is called among the drafts."""
    return f"{ENTRY} {item} {field}"


def write(
    library: OpenLibrary, article: ArticleId, claim: ClaimId, item: str, field: str, text: str
) -> Applied | None:
    """Writes a field of an item, or of how it serves this claim. None: it says that already.

    Raises AnnotatorError with what is wrong.
    """
    if field in OF_LINK:
        said = {field: text}
        return evidencing.relink(library, item, article, [claim], **said)  # type: ignore[arg-type] # texts
    given = replace(Given(), **{field: text})  # type: ignore[arg-type] # texts
    return evidencing.edit(library, item, given)


def put_back(library: OpenLibrary, article: ArticleId) -> Left:
    """Turns what a crash left in the fields of items into edits; gives what has to be typed on."""
    entries, words = [], []
    for draft in drafts.drafts(library.store, library.author.id):
        if draft.article != article:
            continue
        if draft.field == ENTRY:
            entries.append((ClaimId(draft.claim), draft.text))
        elif draft.field.startswith(f"{ENTRY} ") and draft.field.count(" ") == 2:
            words += _settled(library, draft)
    return Left(tuple(entries), tuple(words))


def _settled(library: OpenLibrary, draft: Draft) -> list[Word]:
    """Nothing where it is saved now; else the words, which stay a draft."""
    _, item, field = draft.field.split(" ")
    claim = ClaimId(draft.claim)
    try:
        write(library, draft.article, claim, item, field, draft.text)
    except BusyError:
        raise
    except AnnotatorError:
        return [Word(claim, item, field, draft.text)]
    keep(library, draft.article, claim, draft.field, "")
    return []
