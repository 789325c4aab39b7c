"""``erased``: the parts that are named by an ``Erase``; and taking out of the set what is gone for good.

A part is never taken out alone: its rows in the index go with it, and the bytes of files
that nothing names any more. EDITS.md, section 8.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from annotator.domain.edits.erased import named_by
from annotator.domain.edits.erasing import Erase
from annotator.domain.edits.form import Edit, Header, Part, PartClass
from annotator.domain.edits.writes import Base, Own
from annotator.domain.evidence import FILE, private_name
from annotator.store import forgotten, lifting, log
from annotator.store.index import index_rows
from annotator.store.library import Library, Row

ERASED = "edit, class, article, analyst, at"
"""``article`` is "" for none; ``analyst`` whoever says so, ``at`` where in the total order first."""

GAP = "gap"
"""The kind of a row in ``local``: a place that was counted, and is empty now."""

UNCLEAN = "unclean"
"""The kind of a row in ``local``: free pages and backups may still hold what was taken out."""

Placed = tuple[int, Header, Part]
"""A part with its place in the order of arrival, and its header."""

_PUT = (
    f"INSERT INTO erased ({ERASED}) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (edit, class, article, analyst) DO UPDATE SET at = excluded.at "
    "WHERE excluded.at < at"
)


def erased_rows(edits: Iterable[Edit]) -> list[Row]:
    """The rows of ``erased`` that these edits make: the columns of ERASED."""
    found: dict[tuple[str, str, str, str], int] = {}
    for edit in edits:
        for header, place in named_by(edit):
            key = (place.edit, place.part_class, place.article or "", header.analyst)
            found[key] = min(found.get(key, header.at), header.at)
    return [(*key, at) for key, at in found.items()]


def note(library: Library, edits: Iterable[Edit]) -> set[str]:
    """Puts in what these edits erase; gives the edits that it is of."""
    rows = erased_rows(edits)
    library.many(_PUT, rows)
    return {row[0] for row in rows}


def _named(library: Library, edits: Collection[str]) -> set[tuple[str, str, str, str]]:
    """(edit, class, article, analyst) of the parts of these edits that are named."""
    sql = "SELECT edit, class, article, analyst FROM erased WHERE edit IN ({})"
    return set(log.in_chunks(library, sql, sorted(edits)))


def standing(library: Library, edits: Sequence[Edit]) -> tuple[list[Edit], list[tuple[Edit, Part]]]:
    """The edits without the parts that are erased, and each of these with its edit."""
    if not library.rows("SELECT 1 FROM erased LIMIT 1"):
        return list(edits), []
    named = _named(library, {edit.header.id for edit in edits})
    found, dropped = [], []
    for edit in edits:
        gone = [part for part in edit.parts if _is_named(edit.header, part, named)]
        dropped += [(edit, part) for part in gone]
        kept = tuple(part for part in edit.parts if part not in gone)
        found.append(Edit(edit.header, kept) if gone else edit)
    return found, dropped


def _is_named(header: Header, part: Part, named: Collection[tuple[str, str, str, str]]) -> bool:
    key = (header.id, str(part.part_class), part.article or "", str(header.analyst))
    return key in named and header.kind != Erase.kind


def is_erased(library: Library, header: Header) -> bool:
    """Whether any part of this edit was erased by its own analyst."""
    sql = "SELECT 1 FROM erased WHERE edit = ? AND analyst = ? LIMIT 1"
    return bool(library.rows(sql, (header.id, header.analyst))) and header.kind != Erase.kind


def words_erased(library: Library, article: str) -> dict[str, int]:
    """Analyst → when in the total order that analyst last erased words of this article."""
    sql = (
        "SELECT edits.analyst, MAX(erased.at) FROM erased "
        "JOIN edits ON edits.id = erased.edit AND edits.analyst = erased.analyst "
        "WHERE erased.article = ? AND erased.class = ? GROUP BY edits.analyst"
    )
    return dict(library.rows(sql, (article, str(PartClass.NOTES))))


def still_here(library: Library, edits: Collection[str]) -> list[Placed]:
    """Parts of these edits that are erased and in the set."""
    named = _named(library, edits)
    return [one for one in placed(library, edits) if _is_named(one[1], one[2], named)]


def placed(library: Library, edits: Collection[str]) -> list[Placed]:
    """Every part of these edits that is held, by its place."""
    wanted = sorted(edits)
    headers = {header.id: header for header in log.headers(library, wanted)}
    rows = log.in_chunks(library, f"SELECT seq, {log.PART} FROM parts WHERE edit IN ({{}})", wanted)
    found = [(row[0], log.part_of(row[1:])) for row in sorted(rows)]
    return [(place, headers[part.edit], part) for place, part in found]


def take_out(library: Library, parts: Sequence[Placed]) -> None:
    """Deletes parts from the set and from the index, inside of a transaction.

    Nothing else is worked out anew: ``Derivation.take_out`` does.
    """
    if not parts:
        return
    rows: list[Row] = [
        (*row[:5],)
        for place, _, part in parts
        for row in index_rows(place, part.article, part.writes)
    ]
    library.many(
        "DELETE FROM writes WHERE id = ? AND form = ? AND about = ? AND field = ? AND part = ?",
        rows,
    )
    lifting.delete_parts(library, (place for place, _, _ in parts))
    gaps: list[Row] = [(GAP, str(place)) for place, _, _ in parts]
    library.many("INSERT INTO local (kind, about) VALUES (?, ?)", gaps)
    mark_unclean(library)
    drop_files(library, (part for _, _, part in parts))


def mark_unclean(library: Library, value: str | None = None) -> None:
    """Remembers that there is something to be cleaned, until ``cleaning.clean`` has done so.

    ``value`` says what went with it that no edit names: texts that were being typed, as JSON.
    """
    if value is not None or not is_unclean(library):
        library.run("INSERT INTO local (kind, about, value) VALUES (?, '', ?)", (UNCLEAN, value))


def is_unclean(library: Library) -> bool:
    """Whether what was taken out may still lie in free pages and in backups."""
    return bool(library.rows(_OF_KIND.format("1"), (UNCLEAN,)))


def unclean_values(library: Library) -> list[str]:
    """What was said of each time that something was taken out and not cleaned yet."""
    return [row[0] for row in library.rows(_OF_KIND.format("value"), (UNCLEAN,)) if row[0]]


def now_clean(library: Library) -> None:
    """Notes that nothing is left to be cleaned, inside of a transaction."""
    library.run(f"DELETE FROM local WHERE kind <> 'made here' AND kind = '{UNCLEAN}'")


_OF_KIND = "SELECT {} FROM local WHERE kind <> 'made here' AND kind = ?"


def close_gaps(library: Library) -> None:
    """Places after the last one that is taken are counted again: they are gaps no more."""
    library.run(
        "DELETE FROM local WHERE kind <> 'made here' AND kind = ? AND CAST(about AS INTEGER) > ?",
        (GAP, library.last_edit()),
    )


def _digests(part: Part) -> Iterator[str]:
    """The hashes of bytes that a part names: of files, and of what an article came from.

    What only says that a file is there no longer keeps no byte of it.
    """
    for write in part.writes:
        if isinstance(write, Base):
            yield write.original
        elif (
            isinstance(write, Own)
            and write.value is not None
            and private_name(write.field, False).startswith(f"{FILE} ")
        ):
            yield write.field.partition(" ")[2]


def drop_files(library: Library, parts: Iterable[Part]) -> None:
    """Bytes that these parts name and no part that is here does, whatever its kind or version."""
    for digest in sorted({digest for part in parts for digest in _digests(part)}):
        if not _is_kept(library, digest):
            lifting.delete_bytes(library, digest)
            forgotten.forget_bytes(library, [digest])


def _is_kept(library: Library, digest: str) -> bool:
    """Whether a part names these bytes, or may do so in a form of write that is not known here."""
    rows = library.rows(f"SELECT {log.PART} FROM parts WHERE instr(body, ?) > 0", (digest,))
    return any(
        not part.writes or digest in _digests(part) for part in (log.part_of(row) for row in rows)
    )
