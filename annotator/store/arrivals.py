"""What a file that somebody sent holds, read piece by piece so that memory stays bounded.

What is here already is not read at all. What cannot be read is counted with its reason.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from annotator.domain.article import ArticleId, article_id, text_hash
from annotator.domain.edits.form import Edit, Header, Part, Seal
from annotator.store import log
from annotator.store.arriving import Progress, no_progress
from annotator.store.cells import Cells, in_pieces
from annotator.store.foreign import Foreign
from annotator.store.index import is_id
from annotator.store.leftout import Counted, Why
from annotator.store.library import Library, Row
from annotator.store.tally import Witness
from annotator.store.union import Batch, Gone, Key, held_parts

LONGEST_TEXT = 50 * 1024 * 1024
"""Code points: no importer takes a text that has more."""

LONGEST_WORD = 1000
"""Code points of a kind or a nonce."""


class Arrivals:
    """One file, opened and looked through. ``name`` is the file's, without its folder."""

    def __init__(self, library: Foreign, name: str) -> None:
        self._library = library
        self.name = name
        self.left_out = Counted(name)
        self._cells = Cells(library, self.left_out)
        self.progress: Progress = no_progress
        self.witness: Witness | None = None
        self.added = 0  # what a library cuts stands in its edits

    @property
    def count(self) -> int:
        """How many edits it holds."""
        return int(self._library.rows("SELECT count(*) FROM edits")[0][0])

    def writers(self) -> set[str]:
        """The ids of all who wrote anything in it."""
        return {row[0] for row in self._library.rows("SELECT DISTINCT analyst FROM edits")}

    def refuse(self, edit: Edit, part: Part | None, gone: Gone | None = None) -> None:
        """Counts what was left out by whoever takes the file in."""
        if gone is not None:
            self.left_out.add(Why.ERASED if gone is Gone.ERASED else Why.FORGOTTEN)
        else:
            self.left_out.refuse(edit, part)

    def articles(self) -> set[ArticleId]:
        """Every article that anything in the file is about."""
        rows = self._library.rows("SELECT id FROM articles UNION SELECT article FROM parts")
        return {ArticleId(row[0]) for row in rows if is_id(row[0])}

    def texts(self, library: Library) -> Iterator[tuple[ArticleId, str]]:
        """The texts that the library does not have."""
        held = {row[0] for row in library.rows("SELECT id FROM articles")}
        for place, article in self._library.rows("SELECT rowid, id FROM articles"):
            if article in held:
                continue
            text = self._cells.one("SELECT text FROM articles WHERE rowid = ?", place)
            if not isinstance(text, str) or len(text) > LONGEST_TEXT:
                self.left_out.add(Why.LONG_TEXT)
            elif not _is_text_of(article, text):
                self.left_out.add(Why.OTHER_TEXT)
            else:
                yield ArticleId(article), text

    def originals(self, library: Library) -> Iterator[bytes]:
        """The original bytes that the library does not have."""
        held = {row[0] for row in library.rows("SELECT sha256 FROM originals")}
        for place, digest in self._library.rows("SELECT rowid, sha256 FROM originals"):
            if digest in held:
                continue
            data = self._cells.one("SELECT bytes FROM originals WHERE rowid = ?", place)
            if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest:
                yield data
            else:
                self.left_out.add(Why.OTHER_FILE)

    def files(self) -> set[str]:
        """The hashes of the files that are attached to evidence."""
        digests = (row[0] for row in self._library.rows("SELECT sha256 FROM files"))
        return {digest for digest in digests if isinstance(digest, str)}

    def file(self, sha256: str) -> bytes | None:
        """The bytes of one; None, and counted, where they are others."""
        place = self._library.rows("SELECT rowid FROM files WHERE sha256 = ?", (sha256,))[0][0]
        data = self._cells.one("SELECT bytes FROM files WHERE rowid = ?", place)
        if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == sha256:
            return data
        self.left_out.add(Why.OTHER_ATTACHED)
        return None

    def batches(self, library: Library) -> Iterator[Batch]:
        """The edits, and the parts of edits, that the library does not have."""
        count, done = self.count, 0
        for places in self._places():
            yield from self._new(library, places)
            done += len(places)
            self.progress(done, count)
        self.left_out.add(Why.ORPHAN, self._library.rows(_ORPHANS)[0][0])

    def _places(self) -> Iterator[list[Row]]:
        """(place, id) of the edits, some hundred at a time."""
        sql = f"SELECT seq, id FROM edits {{}} ORDER BY seq LIMIT {log.CHUNK}"
        rows = self._library.rows(sql.format(""))
        while rows:
            yield rows
            rows = self._library.rows(sql.format("WHERE seq > ?"), rows[-1][:1])

    def _new(self, library: Library, places: Sequence[Row]) -> Iterator[Batch]:
        """Of these edits and their parts what the library does not have."""
        ids = {edit: place for place, edit in places if is_id(edit)}
        self.left_out.add(Why.NO_EDIT, len(places) - len(ids))
        there = held_parts(library, ids)
        parts = self._part_places(ids, there)
        wanted = [edit for edit in ids if edit not in there or parts[edit].missing]
        at = [ids[edit] for edit in (wanted if self.witness is None else ids)]
        for rows in in_pieces(self._cells.rows("edits", log.HEADER, at, Why.NO_EDIT), _seals):
            yield from self._batches({row[0]: row for row in rows}, there, parts)

    def _part_places(
        self, ids: Mapping[str, int], there: Mapping[str, set[Key]]
    ) -> dict[str, _Places]:
        """Where the parts of each edit are in the file."""
        found = {edit: _Places() for edit in ids}
        sql = _KEYS if there else _PLACES
        for place, edit, *key in log.in_chunks(self._library, sql, list(ids)):
            held = edit in there and (key[0], key[1] or "") in there[edit]
            (found[edit].held if held else found[edit].missing).append(place)
        return found

    def _batches(
        self, rows: Mapping[str, Row], there: Container[str], parts: Mapping[str, _Places]
    ) -> Iterator[Batch]:
        headers = {}
        for edit, row in rows.items():
            if edit not in there or parts[edit].missing:
                header = self._header(row, new=edit not in there)
                if header is not None:
                    headers[edit] = header
        begun = {edit for edit in headers if edit in there}
        missing = [place for edit in headers for place in parts[edit].missing]
        for piece in in_pieces(self._parts(missing, Why.LARGE), _body):
            self._show(rows, piece)
            edits = _edits(headers, piece)
            late = [edit for edit in edits if edit.header.id in begun]
            fresh = [edit for edit in edits if edit.header.id not in begun]
            yield Batch(fresh, late)
            begun.update(edit.header.id for edit in fresh)
        yield Batch([Edit(headers[edit], ()) for edit in headers if edit not in begun], ())
        if self.witness is not None:
            for row in rows.values():
                self.witness.see(row)
            held = [place for edit in rows for place in parts[edit].held]
            self._show(rows, self._parts(held, None))

    def _header(self, row: Row, *, new: bool) -> Header | None:
        """The header of a row, or None where it is malformed; that is counted."""
        header = _header(row)
        if header is None:
            self.left_out.add(Why.NO_EDIT)
        elif new:
            self.left_out.look_at(header)
        return header

    def _parts(self, places: Sequence[int], why: Why | None) -> Iterator[Part]:
        for row in self._cells.rows("parts", log.PART, places, why):
            _, part_class, _, salt, body = row
            if isinstance(salt, str) and isinstance(body, str) and isinstance(part_class, str):
                yield log.part_of(row)
            elif why is not None:
                self.left_out.add(why)

    def _show(self, rows: Mapping[str, Row], parts: Iterable[Part]) -> None:
        if self.witness is not None:
            for part in parts:
                self.witness.see_part(rows[part.edit], part)


@dataclass(slots=True)
class _Places:
    """Of one edit: the places of parts that the library has, and of those it has not."""

    held: list[int] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)


_KEYS = "SELECT seq, edit, class, article FROM parts WHERE edit IN ({})"
_PLACES = "SELECT seq, edit FROM parts WHERE edit IN ({})"
"""The same where nothing is here yet: an index alone answers it."""

_ORPHANS = "SELECT count(*) FROM parts WHERE edit NOT IN (SELECT id FROM edits)"


def _edits(headers: dict[str, Header], parts: Iterable[Part]) -> list[Edit]:
    """Edits with those of these parts that are theirs."""
    gathered: dict[str, list[Part]] = {}
    for part in parts:
        gathered.setdefault(part.edit, []).append(part)
    return [Edit(headers[edit], tuple(of)) for edit, of in gathered.items() if edit in headers]


_seals = itemgetter(-1)
_body = attrgetter("body")


def _header(row: Row) -> Header | None:
    edit, at, clock, analyst, kind, version, undoes, nonce, seals = row
    one = _ONE_SEAL.fullmatch(seals) if isinstance(seals, str) else None
    try:
        if one is None:
            header = log.header_of(row)
        else:
            seal = Seal(one[2], None if one[1] is None else ArticleId(one[1]), one[3])
            header = Header(edit, at, clock, analyst, kind, version, undoes, nonce, (seal,))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    long = any(len(str(word)) > LONGEST_WORD for word in (header.kind, header.nonce))
    return None if long else header


_ONE_SEAL = re.compile(
    r'\[\{"article":(?:"([^"\\\x00-\x1f]*)"|null),"class":"([^"\\\x00-\x1f]*)",'
    r'"seal":"([^"\\\x00-\x1f]*)"\}\]'
)
"""What nearly every edit has: read three times as quickly as by any JSON."""


def _is_text_of(article: object, text: str) -> bool:
    try:
        return article == article_id(text_hash(text))
    except UnicodeEncodeError:
        return False
