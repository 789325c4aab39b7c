"""Whether the set is what it says: ids against headers, parts against seals, texts against hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.domain.article import ArticleId, article_id, text_hash
from annotator.domain.edits.form import Edit, Header
from annotator.domain.edits.kinds import known
from annotator.domain.errors import DamagedError
from annotator.store import forgotten, log
from annotator.store.drafts import is_field
from annotator.store.erased import GAP, UNCLEAN, is_unclean
from annotator.store.files import as_bytes, kept_as
from annotator.store.keptfilters import FILTER
from annotator.store.library import Library
from annotator.store.merges import MERGE
from annotator.store.write import MADE_HERE

DAY = 24 * 60 * 60 * 1_000_000
"""Microseconds."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that ``doctor`` found: of what kind, where, and in words."""

    kind: str
    where: str
    says: str


def set_findings(library: Library) -> Iterator[Finding]:
    """What in the set is not what it says."""
    headers: dict[str, Header | None] = {}
    for row in library.rows(f"SELECT {log.HEADER} FROM edits"):
        headers[row[0]] = log.sound_header(row)
        if headers[row[0]] is None:
            yield Finding("edits", f"edit {row[0]}", f"The edit {row[0]} is not what its id says.")
    yield from _parts(library, headers)
    yield from _articles(library)
    yield from _places(library)


def _parts(library: Library, headers: dict[str, Header | None]) -> Iterator[Finding]:
    for row in library.rows(f"SELECT {log.PART} FROM parts"):
        header = headers.get(row[0])
        part = log.part_of(row)
        if header is not None and not Edit(header, (part,)).sound_parts:
            yield Finding(
                "parts", f"edit {row[0]}", f"A part ({row[1]}) of the edit {row[0]} fits no seal."
            )
    for edit, part_class in library.rows(_ERASED):
        yield Finding(
            "parts",
            f"edit {edit}",
            f"A part ({part_class}) of the edit {edit} is here though it was erased: "
            "`annotator doctor --repair` takes it out.",
        )


_ERASED = (
    "SELECT parts.edit, parts.class FROM erased JOIN edits ON edits.id = erased.edit "
    "AND edits.analyst = erased.analyst AND edits.kind <> 'Erase' "
    "JOIN parts ON parts.edit = erased.edit AND parts.class = erased.class "
    "AND coalesce(parts.article, '') = erased.article"
)


def _articles(library: Library) -> Iterator[Finding]:
    for article, sha256, length, text in library.rows(
        "SELECT id, sha256, length, text FROM articles"
    ):
        where = f"article {article}"
        if not isinstance(text, str) or text_hash(text) != sha256:
            yield Finding(
                "articles", where, f"The text of article {article} is not what its hash says."
            )
        elif article_id(sha256) != article or length != len(text):
            yield Finding(
                "articles", where, f"The id or length of article {article} is not its text's."
            )
    yield from _bytes(library, "originals", "original")
    yield from _bytes(library, "files", "kept file")


def _bytes(library: Library, table: str, one: str) -> Iterator[Finding]:
    """One after the other: all of them would not fit into memory."""
    for (place,) in library.rows(f"SELECT rowid FROM {table} ORDER BY sha256"):
        sql = f"SELECT sha256, bytes FROM {table} WHERE rowid = ?"
        for sha256, data in library.rows(sql, (place,)):
            if hashlib.sha256(as_bytes(data)).hexdigest() != sha256:
                known = kept_as(library, sha256) if table == "files" else ""
                which = f"{sha256} ({known})" if known else sha256
                yield Finding(table, sha256, f"The {one} {which} is not what its hash says.")


def _places(library: Library) -> Iterator[Finding]:
    """Edits and parts are counted together as they come in; every gap is known."""
    count, last = library.rows(
        "SELECT count(*), coalesce(max(seq), 0) FROM "
        f"(SELECT seq FROM edits UNION SELECT seq FROM parts UNION {_GAPS})"
    )[0]
    edits, parts, gaps = library.rows(
        "SELECT (SELECT count(*) FROM edits), (SELECT count(*) FROM parts), "
        f"(SELECT count(*) FROM ({_GAPS}))"
    )[0]
    if count != last or count != edits + parts + gaps:
        yield Finding(
            "edits",
            "seq",
            "The places of the tables edits and parts are not counted without a gap.",
        )


_GAPS = f"SELECT CAST(about AS INTEGER) AS seq FROM local WHERE kind = '{GAP}'"


def local_findings(library: Library) -> Iterator[Finding]:
    """What stays on this machine, where there is anything to compare it with.

    A place and the text of a draft are whatever they are.
    """
    for seq, kind, about, article, value in library.rows(
        "SELECT seq, kind, about, article, value FROM local"
    ):
        if kind == MADE_HERE:
            articles = _articles_of(library, about)
            fits = value is None and articles is not None and (article in articles or not articles)
        elif kind in forgotten.KINDS:
            fits = True
        else:
            fits = kind in ("place", FILTER, MERGE, GAP, UNCLEAN) and article is None
        if not fits:
            yield Finding(
                "local", f"row {seq}", f"Row {seq} of the table local is about nothing here."
            )
    for claim, field, article in library.rows("SELECT claim, field, article FROM drafts"):
        known_claim = library.rows(
            "SELECT 1 FROM claims WHERE id = ? AND article = ?", (claim, article)
        )
        if not known_claim or not is_field(field):
            yield Finding(
                "drafts",
                f"claim {claim}",
                f"A row of the table drafts ({field} of {claim}) is about nothing here.",
            )


def _articles_of(library: Library, edit: str) -> tuple[ArticleId, ...] | None:
    """The articles an edit made here touched; None: there is no such edit."""
    found = library.rows("SELECT coalesce(undoes, id) FROM edits WHERE id = ?", (edit,))
    try:
        headers = log.headers(library, [row[0] for row in found])
    except DamagedError:  # named already, among the edits
        return ()
    return Edit(headers[0], ()).articles if headers else None


def unclean(library: Library) -> Iterator[Finding]:
    """Erasing that was broken off before free pages and backups were cleaned."""
    if is_unclean(library):
        yield Finding(
            "erasing",
            str(library.path),
            "Something was erased, and free pages and backups may hold it still: "
            "`annotator doctor --repair` cleans them.",
        )


def notes_on_edits(library: Library, now: int) -> Iterator[Finding]:
    """What is no damage and worth knowing; ``now`` is microseconds since 1970."""
    for kind, version, count in library.rows(
        "SELECT kind, version, count(*) FROM edits GROUP BY kind, version ORDER BY kind, version"
    ):
        if not known(kind, version):
            yield Finding(
                "unknown kind",
                kind,
                f"{_are(count, f'of the kind {kind} (version {version})')} not known to this "
                "version of Annotator: kept and sent on, and left out of what it shows.",
            )
    for analyst, name, count in library.rows(
        "SELECT edits.analyst, coalesce(name, edits.analyst), count(*) FROM edits "
        "LEFT JOIN names USING (analyst) WHERE clock > ? GROUP BY edits.analyst",
        (now + DAY,),
    ):
        yield Finding(
            "clock",
            f"analyst {analyst}",
            f"{_are(count, f'by {name}')} dated more than a day ahead: that clock was wrong.",
        )


def _are(count: int, which: str) -> str:
    """Such as "1 edit by Ben is" and "2 edits by Ben are"."""
    return f"1 edit {which} is" if count == 1 else f"{count} edits {which} are"
