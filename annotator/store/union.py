"""What ``absorb`` does with edits from elsewhere: those that are sound and not here yet are put in.

In batches, so that neither a library of any length nor a single edit of it has to lie in memory
more than once. Who wants to know what was left out gives ``left_out``.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from annotator.domain.article import ArticleId, article_id, text_hash
from annotator.domain.edits.form import Edit, EditId, Header, Part
from annotator.domain.edits.kinds import known
from annotator.domain.edits.pseudonym import pseudonyms
from annotator.store import checking, files, log
from annotator.store.derive import Derivation
from annotator.store.forgotten import forgotten
from annotator.store.index import is_id
from annotator.store.library import Library
from annotator.store.people import persons

BATCH = 500
"""Edits that are looked up and put in together."""

PIECE = 8 * 1024 * 1024
"""Code points of what they hold: then the batch is cut short."""

Key = tuple[str, str]
"""The place of a part within its edit: its class and its article, "" for none."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Edits to take in. ``fresh`` are not held yet; one may be there twice, in pieces.

    ``late`` are held, and have parts that are not.
    """

    fresh: Sequence[Edit]
    late: Sequence[Edit]


Refusal = Callable[[Edit, Part | None, "Gone | None"], None]
"""Is told what was left out: an edit, or one part of it, and whether that is to stay away."""


class Gone(Enum):
    """Why a part that is as it should be is not taken in."""

    ERASED = "erased"
    FORGOTTEN = "forgotten"


class Source(Protocol):
    """Where edits come from that were made elsewhere; it is asked inside of the transaction.

    It gives what the library does not have, or more; texts and originals that are what
    their hashes say. Of its files only those are taken that some evidence here names.
    ``refuse`` is told what was left out: an edit, or one part of it, and whether it is gone.
    """

    def texts(self, library: Library) -> Iterable[tuple[ArticleId, str]]: ...

    def originals(self, library: Library) -> Iterable[bytes]: ...

    def batches(self, library: Library) -> Iterable[Batch]: ...

    def files(self) -> Collection[str]: ...

    def file(self, sha256: str) -> bytes | None: ...

    def refuse(self, edit: Edit, part: Part | None, gone: Gone | None = None) -> None: ...


def take_in(library: Library, derivation: Derivation, sources: Iterable[Source]) -> bool:
    """The union itself; says whether anything was not here before."""
    writers: set[str] = set()
    sources = tuple(sources)
    changes = library.driver.total_changes
    with _uncollected():
        for source in sources:
            writers |= _take_from(library, derivation, source)
        for source in sources:  # what names a file may have come with another
            _take_files(library, source)
    if doubtful(library, writers):
        derivation.doubt_persons()
    return library.driver.total_changes != changes


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for meanwhile: of so many small values that are used once it finds none."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _take_from(library: Library, derivation: Derivation, source: Source) -> set[str]:
    """One source; gives the ids of those of whom anything came in."""
    away = forgotten(library)
    for article, text in source.texts(library):
        if article not in away.articles:
            put_text(library, derivation, article, text)
    for original in source.originals(library):
        if not away.bytes or hashlib.sha256(original).hexdigest() not in away.bytes:
            log.put_original(library, original)
    union = Union(library, derivation, source.refuse)
    for batch in source.batches(library):
        union.take(batch)
    return union.writers


def _take_files(library: Library, source: Source) -> None:
    """The files that somebody attached to evidence, where that came along."""
    offered = set(source.files())
    missing = offered - files.held(library, offered)
    if not missing:
        return
    for digest in sorted(missing & files.named(library)):
        data = source.file(digest)
        if data is not None and hashlib.sha256(data).hexdigest() == digest:
            files.put_file(library, data)


def put_text(library: Library, derivation: Derivation, article: ArticleId, text: str) -> None:
    """An article's text; its layout is worked out with what follows from the edits."""
    if log.put_text(library, article, text):
        derivation.put_text(article)


@dataclass
class Given:
    """Edits that are at hand, and texts with their originals, where these are at hand."""

    given: Iterable[Edit]
    new: Mapping[ArticleId, tuple[str, bytes | None]]

    def texts(self, _library: Library) -> Iterable[tuple[ArticleId, str]]:
        return ((article, text) for article, (text, _) in self._fitting())

    def originals(self, _library: Library) -> Iterable[bytes]:
        return (original for _, (_, original) in self._fitting() if original is not None)

    def _fitting(self) -> Iterable[tuple[ArticleId, tuple[str, bytes | None]]]:
        return (row for row in self.new.items() if article_id(text_hash(row[1][0])) == row[0])

    def batches(self, library: Library) -> Iterator[Batch]:
        for edits in _batches(self.given):
            there = held_parts(library, (edit.header.id for edit in edits))
            fresh = [edit for edit in edits if edit.header.id not in there]
            held = (edit for edit in edits if edit.header.id in there)
            late = [(edit, _not_among(there[edit.header.id], edit.parts)) for edit in held]
            yield Batch(fresh, [Edit(edit.header, parts) for edit, parts in late if parts])

    def files(self) -> Collection[str]:
        return ()

    def file(self, sha256: str) -> bytes | None:
        raise KeyError(sha256)

    def refuse(self, edit: Edit, part: Part | None, gone: Gone | None = None) -> None:
        pass


class Union:
    """Puts edits into the set, each header and each part once."""

    def __init__(
        self, library: Library, derivation: Derivation, left_out: Refusal | None = None
    ) -> None:
        self._library = library
        self._derivation = derivation
        self._left_out = left_out or (lambda _edit, _part, _gone: None)
        self._away = forgotten(library)
        self.writers: set[str] = set()
        """The ids of those of whom anything came in."""

    def take(self, batch: Batch) -> None:
        """Takes in what is sound of it."""
        gathered: dict[EditId, Edit] = {}
        for edit in batch.fresh:
            if checking.sound(edit.header):
                found = self._fitting(edit)
                before = gathered.get(edit.header.id)
                gathered[edit.header.id] = found if before is None else _joined(before, found)
            else:
                self._left_out(edit, None, None)
        late = list(self._missing(batch.late)) if batch.late else []
        self.writers.update(edit.header.analyst for edit in gathered.values())
        self.writers.update(header.analyst for header, _ in late)
        self._derivation.put_all([*gathered.values()], late, self._is_erased)
        for edit in (*gathered.values(), *(Edit(header, (part,)) for header, part in late)):
            for part in edit.parts:
                if not part.writes and part.body != NOTHING and known(*_kind(edit)):
                    self._left_out(edit, part, None)

    def _is_erased(self, edit: Edit, part: Part) -> None:
        self._left_out(edit, part, Gone.ERASED)

    def _fitting(self, edit: Edit) -> Edit:
        """The edit with those of its parts that fit, and were not forgotten here."""
        fitting = checking.fitting(edit)
        if len(fitting) == len(edit.parts) and not self._away.anything:
            return edit
        for part in edit.parts:
            if part not in fitting:
                self._left_out(edit, part, None)
        away = [part for part in fitting if self._away.takes(edit.header, part)]
        for part in away:
            self._left_out(edit, part, Gone.FORGOTTEN)
        return Edit(edit.header, tuple(part for part in fitting if part not in away))

    def _missing(self, late: Sequence[Edit]) -> Iterator[tuple[Header, Part]]:
        """Parts of edits that are held which had not come with them."""
        held = log.headers(self._library, sorted({edit.header.id for edit in late}))
        headers = {header.id: header for header in held}
        taken: set[tuple[str, Key]] = set()
        for edit in late:
            if edit.header != headers[edit.header.id]:
                self._left_out(edit, None, None)
                continue
            for part in self._fitting(edit).parts:
                if (part.edit, _key(part)) not in taken:
                    taken.add((part.edit, _key(part)))
                    yield edit.header, part


NOTHING = "[]"
"""The body of a part that writes nothing; of any other that does, no version could read it."""


def _joined(one: Edit, other: Edit) -> Edit:
    """Two pieces of one edit; of two parts for one seal the first stands, they are the same."""
    parts = {_key(part): part for part in (*other.parts, *one.parts)}
    return Edit(one.header, tuple(parts.values()))


def _kind(edit: Edit) -> tuple[str, int]:
    return (edit.header.kind, edit.header.version)


def held_parts(library: Library, ids: Iterable[object]) -> dict[str, set[Key]]:
    """Those of these edits that are in the set → the places of the parts that are."""
    wanted = [edit for edit in ids if is_id(edit)]
    held: dict[str, set[Key]] = {}
    for edit, part_class, article in log.in_chunks(library, _HELD, wanted):
        keys = held.setdefault(edit, set())
        if part_class is not None:
            keys.add((part_class, article or ""))
    return held


def _not_among(keys: set[Key], parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if _key(part) not in keys)


_HELD = (
    "SELECT edits.id, class, article FROM edits LEFT JOIN parts ON parts.edit = edits.id "
    "WHERE edits.id IN ({})"
)


def doubtful(library: Library, writers: set[str]) -> bool:
    """Whether any of these is the owner of a pseudonym whose secret is here, or was made by it.

    Then what came in may be copies of edits that are here, or their originals.
    """
    takings = library.rows("SELECT id FROM edits WHERE kind = 'TakePseudonym'")
    edits = log.edits(library, [row[0] for row in takings])
    joined = persons(library).joined
    return any(
        not writers.isdisjoint({*pseudonym.owners, pseudonym.analyst})
        for pseudonym in pseudonyms(edits, joined)
    )


def _key(part: Part) -> Key:
    return (part.part_class, part.article or "")


def _batches(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    batch: list[Edit] = []
    size = 0
    for edit in edits:
        batch.append(edit)
        size += sum(len(part.body) for part in edit.parts)
        if len(batch) == BATCH or size > PIECE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
