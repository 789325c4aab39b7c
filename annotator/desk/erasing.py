"""Erasing, to protect a source: first what would go, in words; then out of the log, for good.

What one wrote oneself is erased everywhere the next parcel comes to; a colleague's is only
forgotten here. EDITS.md, section 8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.desk.evidence_sight import SHORTEST, EvidenceSight
from annotator.desk.library import OpenLibrary
from annotator.desk.naming import claims_in_words, first_words
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.domain.wording import listed, raised
from annotator.store import backup, cleaning, erasable, reading
from annotator.store.claiming import spans_of
from annotator.store.erasable import Candidate, Plan
from annotator.store.library import Library
from annotator.store.people import Names, person_of
from annotator.store.recorded import items
from annotator.store.write import Applied


class What(StrEnum):
    """What can be erased; the words of ``annotator erase --what``."""

    NOTE = "note"
    CONTACT = "contact"
    EVIDENCE = "evidence"
    FILE = "file"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What is about to be erased: its name in a sentence, the plan, and what that means."""

    name: str
    plan: Plan
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """What was done. ``says``: sentences for the person, the first that it is done."""

    applied: Applied
    says: tuple[str, ...]


def what_would_go(
    library: OpenLibrary,
    what: What,
    article: ArticleId,
    claim: ClaimId | None = None,
    wanted: str = "",
) -> Erasure:
    """Looks up what erasing would take, and says so; nothing is changed.

    ``claim`` is wanted for a note, ``wanted`` (an id, or how it begins) for a contact, for
    evidence and for a file. Raises AnnotatorError where there is nothing of the kind.
    """
    with library.store.reading():
        name, plan = _LOOKED_UP[what](library, article, claim, wanted)
        if plan.nothing:
            raise AnnotatorError(f"There is nothing to erase: {name} is not here.")
        return Erasure(name, plan, tuple(_says(library, name, plan, article)))


def erase(library: OpenLibrary, erasure: Erasure) -> Erased:
    """Erases it here and in this library's backups. Raises BusyError, AnnotatorError.

    After an error that came once the log was done, ``annotator doctor --repair`` ends it.
    """
    applied = library.erase(erasure.plan)
    return Erased(applied, (f"{raised(erasure.name)} is erased.", *clean(library)))


def clean(library: OpenLibrary) -> tuple[str, ...]:
    """Sees to it that nothing of what was erased is left in free pages and backups.

    Gives sentences about backups that could not be mended.
    """
    cleaned = cleaning.clean(library.store, wait=library.wait)
    library.looked()
    return said_of(cleaned)


def said_of(cleaned: cleaning.Cleaned) -> tuple[str, ...]:
    """What has to be said of backups that could not be mended."""
    said = [
        f"The backup {path} could not be read, and might have held it: it is deleted."
        for path in cleaned.deleted
    ]
    said += [
        f"The backup {path} could not be written, and may hold it still: close what has it open, "
        "then run `annotator doctor --repair`."
        for path in cleaned.left
    ]
    return tuple(said)


Found = tuple[str, Plan]
"""What it is called in a sentence, and the plan."""


def _note(library: OpenLibrary, article: ArticleId, claim: ClaimId | None, _id: str) -> Found:
    if claim is None:
        raise AnnotatorError("Say of which claim the note is to be erased: name it by its number.")
    of = _claim_words(library, article, claim)
    return f"your note of {of}", erasable.of_note(library.store, library.me, claim)


def _contact(library: OpenLibrary, article: ArticleId, claim: ClaimId | None, wanted: str) -> Found:
    key, found = _one(library, article, claim, wanted, "contact", erasable.contacts_named)
    plan = erasable.of_contact(library.store, library.me, key)
    return f"the contact {key[:8]} of {_item_words(library, found)}", plan


def _evidence(
    library: OpenLibrary, article: ArticleId, claim: ClaimId | None, wanted: str
) -> Found:
    key, found = _one(library, article, claim, wanted, "evidence", erasable.items_named)
    return _item_words(library, found), erasable.of_evidence(library.store, library.me, key)


def _file(library: OpenLibrary, article: ArticleId, claim: ClaimId | None, wanted: str) -> Found:
    key, found = _one(library, article, claim, wanted, "file", erasable.files_named)
    plan = erasable.of_file(library.store, library.me, key)
    return f"the file {key[:12]} of {_item_words(library, found)}", plan


def _article(library: OpenLibrary, article: ArticleId, claim: ClaimId | None, wanted: str) -> Found:
    if claim is not None or wanted:
        raise AnnotatorError("An article is erased as a whole: name neither a claim nor an id.")
    row = reading.article_row(library.store, library.me, article)
    name = f"the article “{first_words(row.title)}”" if row else f"the article {article[:8]}"
    return name, erasable.of_article(library.store, library.me, article)


_LOOKED_UP: dict[What, Callable[[OpenLibrary, ArticleId, ClaimId | None, str], Found]] = {
    What.NOTE: _note,
    What.CONTACT: _contact,
    What.EVIDENCE: _evidence,
    What.FILE: _file,
    What.ARTICLE: _article,
}


def _one(
    library: OpenLibrary,
    article: ArticleId,
    claim: ClaimId | None,
    wanted: str,
    what: str,
    named: Callable[[Library, str], list[Candidate]],
) -> tuple[str, Sequence[Candidate]]:
    """The one that an id means. Raises AnnotatorError; what may not be seen is not there."""
    begins = wanted.strip().lower()
    where = "`annotator evidence list` shows what there is"
    if len(begins) < SHORTEST or not set(begins) <= set("0123456789abcdef-"):
        raise AnnotatorError(
            f"Name the {what} by its id, or the first {SHORTEST} characters of it or more: {where}."
        )
    held = named(library.store, begins)
    sight = EvidenceSight(library).items({(one.item, one.person) for one in held})
    found = [one for one in held if (one.item, one.person) in sight]
    keys = sorted({one.key for one in found})
    if not keys:
        raise AnnotatorError(f"There is no {what} {begins[:36]}: {where}.")
    if len(keys) > 1:
        raise AnnotatorError(f"{begins[:36]} fits {len(keys)} of them: type more of the id.")
    ids = {one.item for one in found}
    if not erasable.is_of(library.store, article, {*keys, *ids}):
        raise AnnotatorError(f"The {what} {keys[0][:8]} is not of that article: name another.")
    if claim is not None and not erasable.serves(library.store, claim, ids):
        of = _claim_words(library, article, claim)
        raise AnnotatorError(f"The {what} {keys[0][:8]} does not serve {of}: leave the claim out.")
    return keys[0], found


def _claim_words(library: OpenLibrary, article: ArticleId, claim: ClaimId) -> str:
    found = spans_of(library.store, [claim])
    return claims_in_words(library, article, [found[claim][1]]) if found else "that claim"


def _item_words(library: OpenLibrary, found: Iterable[Candidate]) -> str:
    """What the item is called; one that was removed has no name any more."""
    ids = {one.item for one in found}
    held = items(library.store, ids, library.me)
    named = [item for item in (held.of(one, library.me) for one in sorted(ids)) if item]
    if not named:
        return f"the evidence {min(ids)[:8]}, which was removed"
    return listed([f"the evidence “{first_words(item.name)}”" for item in named])


def _says(library: OpenLibrary, name: str, plan: Plan, article: ArticleId) -> Iterable[str]:
    """What would go and what would stay, a sentence each."""
    edits = len({header.id for _, header, _ in plan.own})
    if plan.article is not None:
        yield f"{raised(name)} would go from this library: its text, and the file it came from."
        if edits:
            yield f"Whatever you said of it would be erased: {_counted(edits, 'edit')}."
    elif edits:
        wordings = f"in every wording that the log holds: {_counted(edits, 'edit')}"
        yield f"{raised(name)} would be erased, {wordings}."
    others = {part.article for _, _, part in plan.own} - {article, None}
    if others:
        yield f"It goes from {_counted(len(others), 'other article')} that it serves, too."
    if plan.kept:
        yield "What else these edits say, and stands, stays: it is written again before they go."
    if plan.elsewhere:
        yield (
            f"The very same words stand in {_counted(plan.elsewhere, 'other edit')} of yours, such as "
            "a note that was taken over: those stay until you erase them there."
        )
    if plan.drafts:
        yield "What is being typed of it, and not saved yet, goes too."
    yield from _of_others(library, plan)
    copies = len(backup.every_copy(library.path))
    if copies:
        yield f"The same is done to this library's {_counted(copies, 'backup')} in your data folder."
    yield "It cannot be undone; that something was erased, by whom and when, stays in the history."
    yield (
        "Copies that were sent already, and backups that you keep elsewhere, are out of reach; "
        "who takes in your next parcel loses it there."
        if edits
        else "Copies that others have are out of reach."
    )


def _of_others(library: OpenLibrary, plan: Plan) -> Iterable[str]:
    """Of what colleagues wrote nothing is erased."""
    names = Names(library.store)
    people = {person_of(library.store, header.analyst) for _, header, _ in plan.others}
    who = listed(sorted(names.of(person) for person in people if person != library.me))
    if not who:
        return
    if plan.article is not None:
        yield (
            f"What {who} said of it is not yours to erase: it is forgotten here, and comes in "
            "again only after the article was imported again."
        )
    else:
        edits = _counted(len({header.id for _, header, _ in plan.others}), "edit")
        yield (
            f"It is {who}’s, and not yours to erase: it is forgotten here ({edits}, with whatever "
            "else they say), and does not come in again."
        )


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
