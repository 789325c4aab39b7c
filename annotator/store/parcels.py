"""Parcels: a small library of its own with what was chosen for a colleague, and nothing else."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from annotator.domain.article import ArticleId
from annotator.domain.edits.form import Edit, Part
from annotator.domain.edits.pseudonym import Pseudonym, pseudonyms
from annotator.domain.errors import AnnotatorError, BusyError, DamagedError
from annotator.store import backup, files, log
from annotator.store.choosing import Chosen, said_same
from annotator.store.incoming import incoming
from annotator.store.library import Library, connect
from annotator.store.people import person_of
from annotator.store.union import Batch, Gone, Key
from annotator.store.write import absorb_all

SUFFIX = ".annotations"


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a parcel, read from the sender's library. ``pseudonym``: only copies go.

    ``held``: the articles' original bytes; ``attached``: the hashes of files kept with evidence,
    which go where what goes of that names them.
    """

    library: Library
    articles: Sequence[ArticleId]
    chosen: Chosen
    held: bool
    pseudonym: Pseudonym | None = None
    attached: Collection[str] = ()

    def texts(self, _parcel: Library) -> Iterator[tuple[ArticleId, str]]:
        for article in self.articles:
            for (text,) in self.library.rows("SELECT text FROM articles WHERE id = ?", (article,)):
                yield article, text

    def originals(self, _parcel: Library) -> Iterator[bytes]:
        if not self.held:
            return
        for digest in original_digests(self.library, self.articles):
            sql = "SELECT bytes FROM originals WHERE sha256 = ?"
            for (data,) in self.library.rows(sql, (digest,)):
                yield data.encode() if isinstance(data, str) else data

    def files(self) -> Collection[str]:
        return self.attached

    def file(self, sha256: str) -> bytes | None:
        return files.file_bytes(self.library, sha256)

    def batches(self, _parcel: Library) -> Iterator[Batch]:
        if self.pseudonym is None:
            edits = self._chosen(self.chosen.edits)
        else:
            edits = self._under(self.pseudonym)
        while batch := list(islice(edits, log.CHUNK)):
            yield Batch(batch, ())

    def _chosen(self, ids: Iterable[str]) -> Iterator[Edit]:
        wanted = iter(ids)
        while chunk := list(islice(wanted, log.CHUNK)):
            for edit in log.edits(self.library, chunk):
                yield _with(edit, self.chosen.edits[edit.header.id])

    def _under(self, pseudonym: Pseudonym) -> Iterator[Edit]:
        """Copies of what is the sender's, colleagues' layout as it is, and what the copies' name is."""
        mine = by_analysts(self.library, pseudonym.owners)
        copies = pseudonym.copies(mine)
        others = self.chosen.edits.keys() - {edit.header.id for edit in mine}
        yield from self._chosen(sorted(others))
        yield copies[pseudonym.taken.id]
        for original, copy in copies.items():
            if original in self.chosen.edits and original != pseudonym.taken.id:
                yield _with(copy, self.chosen.edits[original])

    def refuse(self, edit: Edit, part: Part | None, gone: Gone | None = None) -> None:
        """What nobody would take from this library stays behind."""


def by_analysts(library: Library, analysts: Collection[str]) -> list[Edit]:
    """Everything made by these ids, in the total order."""
    sql = "SELECT id FROM edits WHERE analyst IN ({}) AND id NOT IN (SELECT edit FROM copies)"
    rows = log.in_chunks(library, sql, sorted(analysts))
    return log.edits(library, [row[0] for row in rows])


def _with(edit: Edit, keys: set[Key]) -> Edit:
    kept = (part for part in edit.parts if (part.part_class, part.article or "") in keys)
    return Edit(edit.header, tuple(kept))


def original_digests(library: Library, articles: Sequence[ArticleId]) -> list[str]:
    """The hashes of the files that these articles came from, of those that are held."""
    bases = log.in_chunks(
        library, "SELECT value FROM writes WHERE form = 'base' AND id IN ({})", sorted(articles)
    )
    named = sorted({json.loads(row[0])["original"] for row in bases})
    held = log.in_chunks(library, "SELECT sha256 FROM originals WHERE sha256 IN ({})", named)
    return sorted(row[0] for row in held)


def attached_digests(
    library: Library, sender: Collection[str], articles: Sequence[ArticleId]
) -> list[str]:
    """The hashes of the files kept with the sender's evidence for these articles, of those held.

    What is for the sender only is not among them, nor what was taken off or away.
    """
    people = {person_of(library, one) for one in sender}
    kept = files.attached(library, people)
    rows = log.in_chunks(library, _NAMED, sorted({item for item, _ in kept}))
    goes = {(item, field.partition(" ")[2]) for item, field, article in rows if article in articles}
    return sorted(files.held(library, {digest for _, digest in kept & goes}))


_NAMED = (
    "SELECT DISTINCT writes.id, field, parts.article FROM writes "
    "CROSS JOIN parts ON parts.seq = writes.part WHERE form = 'own' AND about = 'evidence' "
    "AND field GLOB 'file *' AND writes.id IN ({})"
)


def look_at_target(library: Library, target: Path, *, force: bool) -> Path:
    """Where a parcel of this name would lie. Raises AnnotatorError where it cannot be written."""
    place = backup.place_of(target)
    if backup.same_file(place, library.path):
        raise AnnotatorError(f"{target} is the library itself: name another file.")
    if place.exists() and not force:
        raise _taken(target)
    if not os.access(place.parent, os.W_OK | os.X_OK):
        raise AnnotatorError(f"The folder {place.parent} may not be written to: name another.")
    return place


def make(contents: Contents, target: Path, *, force: bool) -> int:
    """Writes a parcel, whole or not at all; gives its size in bytes.

    Raises AnnotatorError where the target exists and is not to be replaced, or is the
    library itself, or cannot be written.
    """
    try:
        place = look_at_target(contents.library, target, force=force)
        with backup.beside(place) as draft:
            _fill(contents, draft, target)
            size = draft.stat().st_size
            _put(draft, place, target, force=force)
    except OSError as error:
        raise AnnotatorError(
            f"{target} cannot be written ({error.strerror}): name another place."
        ) from error
    return size


def _fill(contents: Contents, draft: Path, target: Path) -> None:
    from annotator.store.migrate import create  # Alembic takes its time

    try:
        create(draft)
        with Library(draft, connect(draft, write=True)) as parcel:
            absorb_all(parcel, [contents])
            parcel.run("PRAGMA temp_store = FILE")  # a whole parcel need not fit into memory
            parcel.run("VACUUM")
    except (BusyError, DamagedError):  # of the sender's own library
        raise
    except AnnotatorError as error:
        raise AnnotatorError(
            f"{target} could not be written: make room on that disk, or name another place."
        ) from error


def _put(draft: Path, place: Path, target: Path, *, force: bool) -> None:
    """Gives the parcel its name, unless somebody took that meanwhile."""
    if force:
        for end in ("-journal", "-wal", "-shm"):  # of what lay there: it would be taken for ours
            place.with_name(place.name + end).unlink(missing_ok=True)
        draft.replace(place)
        return
    try:
        os.link(draft, place)
    except FileExistsError:
        raise _taken(target) from None
    except OSError:  # a file system without second names
        draft.rename(place)


def _taken(target: Path) -> AnnotatorError:
    return AnnotatorError(f"{target} is there already: name another file, or give --force.")


def taken_pseudonym(library: Library, sender: Collection[str], name: str) -> Pseudonym | None:
    """The first pseudonym of this name that the sender took, on whichever machine; or None."""
    return next((one for one in own_pseudonyms(library, sender) if one.name == name), None)


def own_pseudonyms(library: Library, sender: Collection[str]) -> list[Pseudonym]:
    """The sender's pseudonyms, in the total order."""
    rows = library.rows("SELECT id FROM edits WHERE kind = 'TakePseudonym'")
    edits = log.edits(library, [row[0] for row in rows])
    found = pseudonyms(edits, said_same(library).joined)
    return [one for one in found if one.taken.analyst in sender]


def parcels_with(folder: Path, analysts: Collection[str], but: Path) -> tuple[str, ...]:
    """The names of the parcels in a folder that hold anything by one of these ids."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}"))[:MOST]:
        if backup.same_file(path, but):
            continue
        try:
            with incoming(path) as parcel:
                if not parcel.writers().isdisjoint(analysts):
                    found.append(path.name)
        except AnnotatorError:  # whatever else lies there
            continue
    return tuple(found)


MOST = 100
"""Parcels in a folder that are looked into."""
