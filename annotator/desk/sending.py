"""Sending: what one chose of one's own work, as one file for a colleague."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from annotator.desk.library import OpenLibrary
from annotator.desk.naming_sender import naming
from annotator.desk.sight import ask_blind
from annotator.desk.words import kept_name
from annotator.domain.article import ArticleId
from annotator.domain.edits.form import PartClass
from annotator.domain.edits.people import TakePseudonym
from annotator.domain.edits.pseudonym import Pseudonym
from annotator.domain.errors import AnnotatorError
from annotator.store import choosing, parcels


class Goes(StrEnum):
    """What can go along; the words of ``annotator send --only``."""

    TAGS = "tags"
    NOTES = "notes"
    EVIDENCE = "evidence"
    FILES = "files"


EVERYTHING = tuple(Goes)


@dataclass(frozen=True, slots=True)
class Sent:
    """A parcel that was made. ``own`` counts what went of the sender's, by class.

    ``left`` is what the sender has of these articles and did not send. ``warnings`` are
    sentences: what stayed though its class goes, and who may find out whose pseudonym it is.
    """

    path: Path
    articles: tuple[ArticleId, ...]
    own: Mapping[Goes, int]
    left: tuple[Goes, ...]
    size: int
    warnings: tuple[str, ...]


def send(
    library: OpenLibrary,
    articles: Sequence[ArticleId],
    target: Path,
    *,
    goes: Collection[Goes] = EVERYTHING,
    pseudonym: str = "",
    blind: bool = False,
    force: bool = False,
) -> Sent:
    """Writes what was chosen of these articles into one file.

    Under a pseudonym, which is taken the first time, copies go that do not say whose they
    are. ``blind``: the text and its claims only, and whoever tags it next is asked, in the
    sender's library first, to do so without seeing colleagues' tags. Raises AnnotatorError;
    then no file was written.
    """
    articles = tuple(dict.fromkeys(articles))
    if not articles:
        raise AnnotatorError("Nothing was chosen to be sent: name an article, or give --all.")
    parcels.look_at_target(library.store, target, force=force)
    goes = () if blind else tuple(goes)
    if blind:
        ask_blind(library, *articles)
    taken = _pseudonym(library, kept_name(pseudonym)) if pseudonym else None
    store = library.store
    sender = choosing.sender_ids(store, library.author.id)
    classes = [PartClass(one.value) for one in goes if one is not Goes.FILES]
    with store.reading():
        chosen = choosing.chosen(store, sender, articles, classes)
        left = [Goes(one.value) for one in choosing.stays_behind(store, sender, articles, classes)]
        files = parcels.original_digests(store, articles)
        attached = parcels.attached_digests(store, sender, articles)
    if Goes.EVIDENCE not in goes:
        attached = []  # nothing that goes would name them
    # From here on each part is read by itself: none is ever altered, and nobody has to wait.
    with_files = Goes.FILES in goes
    contents = parcels.Contents(
        store, articles, chosen, with_files, taken, attached if with_files else ()
    )
    size = parcels.make(contents, target, force=force)
    own = {Goes(name): count for name, count in chosen.own.items()}
    files += attached
    if files and with_files:
        own[Goes.FILES] = len(files)
    elif files:
        left.append(Goes.FILES)
    warned = [*_kept_back(chosen.kept_back), *_warnings(library, sender, target, taken)]
    warned += _naming(library, contents) if taken else []
    return Sent(target, articles, own, tuple(left), size, tuple(warned))


def _naming(library: OpenLibrary, contents: parcels.Contents) -> Iterator[str]:
    """Where what goes names the sender all the same."""
    held, attached = contents.held, contents.attached
    return naming(library, contents.articles, files=held, attached=attached)


def _pseudonym(library: OpenLibrary, name: str) -> Pseudonym:
    """The pseudonym of this name, taken once and kept."""
    if name == library.author.name:
        raise AnnotatorError(f"{name} is your own name: choose another to be sent instead of it.")
    sender = choosing.sender_ids(library.store, library.author.id)
    taken = parcels.taken_pseudonym(library.store, sender, name)
    if taken is None:
        library.perform(TakePseudonym(library.author.id, name, secrets.token_hex(32)))
        taken = parcels.taken_pseudonym(library.store, sender, name)
    assert taken is not None, "it has just been taken"
    return taken


def _kept_back(counts: Mapping[str, int]) -> tuple[str, ...]:
    """What became private goes in no earlier wording, nor does what was written with it."""
    said = []
    for name, count in sorted(counts.items()):
        what = f"1 edit of {name} stays" if count == 1 else f"{count} edits of {name} stay"
        wording = "an earlier wording" if count == 1 else "earlier wordings"
        said.append(f"{what} behind, with {wording} of {name} that {_ARE[name]} for you only now.")
    return tuple(said)


_ARE = {PartClass.NOTES.value: "are", PartClass.EVIDENCE.value: "is"}


def _warnings(
    library: OpenLibrary, sender: frozenset[str], target: Path, taken: Pseudonym | None
) -> tuple[str, ...]:
    """Whoever gets a parcel under one's name and one under a pseudonym sees two alike."""
    if taken is not None:
        others = parcels.parcels_with(target.parent, sender, target)
        says = "was sent under your own name"
    else:
        known = {one.analyst for one in parcels.own_pseudonyms(library.store, sender)}
        others = parcels.parcels_with(target.parent, known, target) if known else ()
        says = "was sent under a pseudonym of yours"
    return tuple(
        f"{name}, in the same folder, {says}: whoever gets both can tell that they are one "
        "person's."
        for name in others
    )
