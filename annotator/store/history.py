"""What was done, by whom and when, and what Ctrl+Z would take back: queries on the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Analyst
from annotator.domain.edits.form import EditId, Header
from annotator.domain.edits.kinds import HOLDING, KINDS
from annotator.domain.evidence import LINK, PRIVATE
from annotator.store import log
from annotator.store.library import Library, Row
from annotator.store.marks import ALIVE
from annotator.store.people import IDS, Names, person_of
from annotator.store.telling import Teller
from annotator.store.write import MADE_HERE


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One edit, in words; ``brief`` is ``does`` without what was before.

    ``at`` is what the clock said, in microseconds since 1970. ``claims`` and ``spans``
    go together; a span that nobody here can place is left out of both. ``dead``: taken
    back since. ``undoes``: the edit that it took back or gave back.
    """

    id: EditId
    at: int
    analyst: Analyst
    kind: str
    does: str
    brief: str
    articles: tuple[ArticleId, ...]
    claims: tuple[ClaimId, ...]
    spans: tuple[Span, ...]
    undoes: EditId | None
    dead: bool


_HEADER = ", ".join(f"edits.{column}" for column in log.HEADER.split(", "))

_OF_ARTICLE = (
    "SELECT edit FROM parts WHERE article = ?1 UNION SELECT edit FROM erased WHERE article = ?1"
)
# An attribution of which every edit was taken back has no row: its part names the claim.
_TAKEN_BACK = (
    "SELECT parts.edit FROM marks CROSS JOIN edits ON edits.id = target "
    "CROSS JOIN parts ON parts.edit = target AND parts.class = 'evidence' WHERE dead = 1 "
    "AND edits.kind IN ('SetAttribution', 'TakeOver', 'Restore', 'Carry') "
    """AND instr(body, '"claim":"' || ?1 || '"')"""
)
_OF_CLAIM = (
    "SELECT edit FROM parts JOIN writes ON writes.part = parts.seq "
    "WHERE writes.id = ?1 AND form IN ('own', 'cut', 'say') AND about = 'claim' "
    # What its evidence went through since it serves the claim.
    "UNION SELECT parts.edit FROM writes AS link "
    "CROSS JOIN parts AS began ON began.seq = link.part "
    "CROSS JOIN edits AS linking ON linking.id = began.edit "
    "CROSS JOIN writes AS item ON item.id = substr(link.field, instr(link.field, ' ') + 1) "
    "AND item.form = 'own' AND item.about = 'evidence' AND item.part <> link.part "
    "CROSS JOIN parts ON parts.seq = item.part CROSS JOIN edits ON edits.id = parts.edit "
    "WHERE link.id = ?1 AND link.form = 'own' AND link.about = 'claim' "
    f"AND (link.field LIKE '{LINK} %' OR link.field LIKE '{LINK}{PRIVATE} %') "
    "AND edits.at >= linking.at "
    "UNION SELECT parts.edit FROM attributions CROSS JOIN writes "
    "ON writes.id = attributions.id AND form = 'own' AND about = 'attribution' "
    "CROSS JOIN parts ON parts.seq = writes.part WHERE claim = ?1 "
    f"UNION {_TAKEN_BACK}"
)


AHEAD = 200
"""So many edits are read at a time: some are as long as an article."""

TELLING = (*HOLDING, "Keep", "NameSources", "Decide", "Comment", "EditComment")
"""Kinds of edit that tell what somebody holds of a claim."""


def history(
    library: Library,
    article: ArticleId | None = None,
    claim: ClaimId | None = None,
    limit: int | None = None,
    *,
    blind: str | None = None,
    viewer: str | None = None,
    before: EditId | None = None,
) -> tuple[HistoryRow, ...]:
    """The edits of an article, of one claim, or all of them, the newest last.

    ``limit`` keeps the newest so many, ``before`` only those that are older than this edit. In
    the history of one claim a bulk edit tells of that claim only; what its evidence and
    attributions went through belongs to it.
    ``blind`` is a person who may not see yet what others hold: what others judged, recorded,
    decided and commented is not read, nor what they took back of it. ``viewer`` is the person
    who reads it: what is for her only is told too.
    """
    about = claim or article
    conditions = ["id NOT IN (SELECT edit FROM copies)"]
    values: list[str] = []
    given = ""
    if about:
        given = f"WITH about(edit) AS ({_OF_CLAIM if claim else _OF_ARTICLE}) "
        conditions.append("(id IN (SELECT edit FROM about) OR undoes IN (SELECT edit FROM about))")
        values.append(about)
    if blind is not None:
        conditions.append(_UNTOLD)
        values += [blind, blind]
    if before is not None:
        conditions.append(_OLDER)
        values.append(before)
    where = " AND ".join(conditions)
    with library.reading():
        rows = library.rows(
            f"{given}SELECT {_HEADER}, {_DEAD} FROM edits WHERE {where} "
            "ORDER BY at DESC, id DESC LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return _told(library, rows[::-1], claim, viewer)


def edits_taken_back(library: Library, claim: ClaimId) -> list[EditId]:
    """The edits that wrote attributions of the claim and were taken back since."""
    return [EditId(row[0]) for row in library.rows(_TAKEN_BACK, (claim,))]


def undo_target(library: Library, analyst: str, article: ArticleId | None) -> HistoryRow | None:
    """The analyst's last live edit made here in that article; None: there is none.

    Without an article it is that of the analyst's latest edit.
    """
    with library.reading():
        article = article or _latest_article(library, analyst)
        rows = library.rows(
            f"SELECT {_HEADER}, {_DEAD} {_MADE_HERE} AND edits.kind IN ({_UNDOABLE}) "
            # What was erased is not there to be taken back.
            f"AND EXISTS (SELECT 1 FROM parts WHERE parts.edit = edits.id) "
            f"AND {ALIVE.format(edit='edits.id')} ORDER BY local.seq DESC LIMIT 1",
            (MADE_HERE, article, analyst),
        )
        return next(iter(_told(library, rows, viewer=person_of(library, analyst))), None)


def redo_target(library: Library, analyst: str, article: ArticleId | None) -> HistoryRow | None:
    """What the last Undo made here in that article took back and is taken back still.

    None where there is none, or where the analyst did anything else there since.
    """
    with library.reading():
        article = article or _latest_article(library, analyst)
        of = (MADE_HERE, article, analyst)
        others = library.rows(
            f"SELECT local.seq {_MADE_HERE} AND edits.kind NOT IN ('Undo', 'Redo') {_NEWEST}", of
        )
        undone = library.rows(
            f"SELECT edits.undoes {_MADE_HERE} AND edits.kind = 'Undo' AND local.seq > ? "
            f"AND NOT {ALIVE.format(edit='edits.undoes')} {_NEWEST}",
            (*of, others[0][0] if others else 0),
        )
        rows = log.in_chunks(
            library,
            f"SELECT {_HEADER}, {_DEAD} FROM edits WHERE id IN ({{}})",
            [row[0] for row in undone],
        )
        return next(iter(_told(library, rows, viewer=person_of(library, analyst))), None)


_UNTOLD = (
    f"(edits.analyst IN ({IDS}) OR coalesce((SELECT target.kind FROM edits AS target "
    "WHERE target.id = edits.undoes), edits.kind) IN ({}))"
).format(", ".join(f"'{kind}'" for kind in KINDS if kind not in (*TELLING, "Undo", "Redo")))
_OLDER = "(at, id) < (SELECT at, id FROM edits WHERE id = ?)"
_DEAD = f"NOT {ALIVE.format(edit='edits.id')}"
_MADE_HERE = (
    "FROM local JOIN edits ON edits.id = local.about "
    "WHERE local.kind = ? AND local.article = ? AND edits.analyst = ?"
)
_NEWEST = "ORDER BY local.seq DESC LIMIT 1"
_UNDOABLE = ", ".join(f"'{name}'" for name, kind in KINDS.items() if kind.undoable)


def _latest_article(library: Library, analyst: str) -> ArticleId | None:
    rows = library.rows(
        "SELECT local.article FROM local JOIN edits ON edits.id = local.about "
        "WHERE local.kind = ? AND edits.analyst = ? AND local.article IS NOT NULL "
        f"AND edits.kind IN ({_UNDOABLE}, 'Undo', 'Redo') ORDER BY local.seq DESC LIMIT 1",
        (MADE_HERE, analyst),
    )
    return ArticleId(rows[0][0]) if rows else None


def _told(
    library: Library,
    rows: Sequence[Row],
    claim: ClaimId | None = None,
    viewer: str | None = None,
) -> tuple[HistoryRow, ...]:
    """Rows of a header and whether it is dead, in words."""
    names = Names(library)
    teller = Teller(library, claim, viewer)

    def person(analyst: str) -> Analyst:
        return names.analyst(teller.person(analyst))

    told = []
    for start in range(0, len(rows), AHEAD):
        some = [(log.readable(row[:-1]), bool(row[-1])) for row in rows[start : start + AHEAD]]
        if claim is None and len(some) > 1:
            teller.look_ahead([header for header, _ in some])
        told += [_row(teller, header, dead, person) for header, dead in some]
    return tuple(told)


def _row(
    teller: Teller, header: Header, dead: bool, person: Callable[[str], Analyst]
) -> HistoryRow:
    target = teller.target(header)
    told = teller.told(target)
    does, brief = told.does, told.brief
    if target is not header:
        did = KINDS[header.kind].says(())
        does, brief = f"{did}: {does}", f"{did}: {brief}"
    articles = {seal.article for seal in target.seals if seal.article is not None}
    return HistoryRow(
        header.id,
        header.clock,
        person(header.analyst),
        header.kind,
        does,
        brief,
        tuple(sorted(articles)),
        told.claims,
        told.spans,
        header.undoes,
        dead,
    )
