"""Which edits are left out: the last Undo or Redo of each, as rows in ``marks``.

A row stands for a person; it is kept even where its target has not come yet; ``dead`` says whether the
target, as it is held, is left out (EDITS.md, section 4).
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.domain.edits.form import EditId, Header
from annotator.domain.edits.kinds import known, undoable
from annotator.domain.edits.persons import Persons
from annotator.store import log
from annotator.store.library import Library

ALIVE = "NOT EXISTS (SELECT 1 FROM marks WHERE marks.target = {edit} AND marks.dead = 1)"
"""The condition that an edit counts; ``{edit}`` is the column that names it."""


def take_marks(library: Library, headers: Iterable[Header], who: Persons) -> set[EditId]:
    """Undos and Redos have come: the targets that live or are dead otherwise than before."""
    last: dict[tuple[EditId, str], Header] = {}
    for header in headers:
        if _is_mark(header):
            assert header.undoes is not None
            key = (header.undoes, who.of(header.analyst))
            last[key] = max(last.get(key, header), header, key=lambda one: one.order)
    if not last:
        return set()
    wanted = sorted({target for target, _ in last})
    held = {(row[0], row[1]): row[2:] for row in log.in_chunks(library, _HELD, wanted)}
    targets = {
        row[0]: (who.of(row[1]), *row[2:]) for row in log.in_chunks(library, _TARGETS, wanted)
    }
    rows, turned = [], set()
    for (target, person), header in last.items():
        before = held.get((target, person))
        if before is not None and (before[0], before[1]) > header.order:
            continue
        dead = target in targets and _dead(header.kind, person, header.order, targets[target])
        rows.append((target, person, header.at, header.id, header.kind, int(dead)))
        if dead != (bool(before[2]) if before is not None else False):
            turned.add(target)
    library.many(_PUT, rows)
    return turned


def _is_mark(header: Header) -> bool:
    return (
        header.kind in ("Undo", "Redo")
        and header.undoes is not None
        and known(header.kind, header.version)
    )


_HELD = "SELECT target, analyst, at, edit, dead FROM marks WHERE target IN ({})"
_TARGETS = "SELECT id, analyst, at, id, kind FROM edits WHERE id IN ({})"
_PUT = (
    "INSERT INTO marks (target, analyst, at, edit, kind, dead) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (target, analyst) DO UPDATE SET "
    "at = excluded.at, edit = excluded.edit, kind = excluded.kind, dead = excluded.dead"
)


def meet_marks(library: Library, headers: Iterable[Header], who: Persons) -> None:
    """Edits have come: marks that were waiting for them may leave them out."""
    come = {header.id: header for header in headers}
    waiting = log.in_chunks(library, _WAITING, list(come))
    dead = []
    for target, analyst, at, edit, kind in waiting:
        header = come[EditId(target)]
        place = (who.of(header.analyst), header.at, header.id, header.kind)
        if _dead(kind, analyst, (at, edit), place):
            dead.append((target, analyst))
    library.many("UPDATE marks SET dead = 1 WHERE target = ? AND analyst = ?", dead)


_WAITING = "SELECT target, analyst, at, edit, kind FROM marks WHERE target IN ({})"


def is_dead(library: Library, edit: EditId) -> bool:
    """Whether this edit is left out."""
    return bool(library.rows("SELECT 1 FROM marks WHERE target = ? AND dead = 1", (edit,)))


def _dead(
    kind: str, analyst: str, order: tuple[int, str], target: tuple[str, int, str, str]
) -> bool:
    owner, at, edit, target_kind = target
    return kind == "Undo" and analyst == owner and order > (at, edit) and undoable(target_kind)
