"""What was done, by whom and when, and what Ctrl+Z would take back: queries on the log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst
from annotator.domain.edits.form import EditId, Header, Part
from annotator.domain.edits.kinds import KINDS
from annotator.domain.edits.writes import Own, Write
from annotator.store import log
from annotator.store.library import Library, Row
from annotator.store.marks import ALIVE, is_dead
from annotator.store.telling import claims_in, in_words
from annotator.store.write import MADE_HERE


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One edit, in words.

    ``at`` is what the clock said, in microseconds since 1970. ``claims`` and ``spans``
    go together; a span that nobody here can place is left out of both. ``dead``: taken
    back since. ``undoes``: the edit that it took back or gave back.
    """

    id: EditId
    at: int
    analyst: Analyst
    kind: str
    does: str
    articles: tuple[ArticleId, ...]
    claims: tuple[ClaimId, ...]
    spans: tuple[Span, ...]
    undoes: EditId | None
    dead: bool


_HEADER = ", ".join(f"edits.{column}" for column in log.HEADER.split(", "))

_OF_ARTICLE = "SELECT edit FROM parts WHERE article = ?"
_OF_CLAIM = (
    "SELECT edit FROM parts JOIN writes ON writes.part = parts.seq "
    "WHERE writes.id = ? AND form IN ('own', 'cut') AND about = 'claim'"
)


def history(
    library: Library,
    article: ArticleId | None = None,
    claim: ClaimId | None = None,
    limit: int | None = None,
) -> tuple[HistoryRow, ...]:
    """The edits of an article, of one claim, or all of them, the newest last.

    ``limit`` keeps the newest so many. In the history of one claim a bulk edit
    tells of that claim only.
    """
    about = claim or article
    found = _OF_CLAIM if claim else _OF_ARTICLE
    either = f"WHERE id IN ({found}) OR undoes IN ({found})" if about else ""
    values = (about, about) if about else ()
    with library.reading():
        rows = library.rows(
            f"SELECT {_HEADER} FROM edits {either} ORDER BY at DESC, id DESC LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return tuple(_told(library, map(log.header_of, reversed(rows)), claim))


def undo_target(library: Library, analyst: str, article: ArticleId | None) -> HistoryRow | None:
    """The analyst's last live edit made here in that article; None: there is none.

    Without an article it is that of the analyst's latest edit.
    """
    with library.reading():
        article = article or _latest_article(library, analyst)
        rows = library.rows(
            f"{_MADE_HERE} AND edits.kind IN ({_UNDOABLE}) "
            f"AND {ALIVE.format(edit='edits.id')} ORDER BY local.seq DESC LIMIT 1",
            (MADE_HERE, article, analyst),
        )
        return _first_told(library, rows)


def redo_target(library: Library, analyst: str, article: ArticleId | None) -> HistoryRow | None:
    """What the last Undo made here in that article took back and is taken back still.

    None where there is none, or where the analyst did anything else there since.
    """
    with library.reading():
        article = article or _latest_article(library, analyst)
        others = library.rows(
            f"SELECT max(local.seq) {_FROM} AND edits.kind NOT IN ('Undo', 'Redo')",
            (MADE_HERE, article, analyst),
        )
        undone = library.rows(
            f"SELECT edits.undoes {_FROM} AND edits.kind = 'Undo' AND local.seq > ? "
            f"AND NOT {ALIVE.format(edit='edits.undoes')} ORDER BY local.seq DESC LIMIT 1",
            (MADE_HERE, article, analyst, others[0][0] or 0),
        )
        rows = log.in_chunks(
            library, f"SELECT {_HEADER} FROM edits WHERE id IN ({{}})", [row[0] for row in undone]
        )
        return _first_told(library, rows)


_FROM = (
    "FROM local JOIN edits ON edits.id = local.about "
    "WHERE local.kind = ? AND local.article = ? AND edits.analyst = ?"
)
_MADE_HERE = f"SELECT {_HEADER} {_FROM}"
_UNDOABLE = ", ".join(f"'{name}'" for name, kind in KINDS.items() if kind.undoable)


def _latest_article(library: Library, analyst: str) -> ArticleId | None:
    rows = library.rows(
        "SELECT local.article FROM local JOIN edits ON edits.id = local.about "
        "WHERE local.kind = ? AND edits.analyst = ? AND local.article IS NOT NULL "
        f"AND edits.kind IN ({_UNDOABLE}, 'Undo', 'Redo') ORDER BY local.seq DESC LIMIT 1",
        (MADE_HERE, analyst),
    )
    return ArticleId(rows[0][0]) if rows else None


def _first_told(library: Library, rows: Sequence[Row]) -> HistoryRow | None:
    told = _told(library, map(log.header_of, rows), None)
    return told[0] if told else None


def _told(library: Library, headers: Iterable[Header], claim: ClaimId | None) -> list[HistoryRow]:
    names: dict[str, str] = dict(library.rows("SELECT analyst, name FROM names"))
    return [_row(library, header, claim, names) for header in headers]


def _row(
    library: Library, header: Header, claim: ClaimId | None, names: dict[str, str]
) -> HistoryRow:
    target = header
    if header.undoes is not None:
        found = log.edits(library, [header.undoes])
        target = found[0].header if found else header
    writes = _writes(library, target, claim)
    claims, spans = claims_in(library, writes, claim)
    does = in_words(library, target, [write for _, write in writes], claims)
    if target is not header:
        does = f"{KINDS[header.kind].says(())}: {does}"
    articles = {seal.article for seal in target.seals if seal.article is not None}
    return HistoryRow(
        header.id,
        header.clock,
        Analyst(header.analyst, names.get(header.analyst, header.analyst[:8])),
        header.kind,
        does,
        tuple(sorted(articles)),
        claims,
        spans,
        header.undoes,
        is_dead(library, header.id),
    )


def _writes(
    library: Library, header: Header, claim: ClaimId | None
) -> list[tuple[ArticleId | None, Write]]:
    """What an edit writes, each with its article; of one claim only where that is asked for."""
    if claim is None:
        return [(part.article, write) for part in _parts(library, header) for write in part.writes]
    rows = library.rows(
        "SELECT article, form, field, value FROM writes JOIN parts ON parts.seq = writes.part "
        "WHERE id = ? AND about = 'claim' AND form IN ('own', 'cut') AND edit = ?",
        (claim, header.id),
    )
    if any(row[1] == "cut" for row in rows):
        return _writes(library, header, None)
    return [(row[0], Own("claim", claim, row[2], json.loads(row[3]))) for row in rows]


def _parts(library: Library, header: Header) -> tuple[Part, ...]:
    return log.edits(library, [header.id])[0].parts
