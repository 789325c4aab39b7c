"""Which edits are left out: the last Undo or Redo of each, as rows in ``marks``.

A row stands for a person; it is kept even where its target has not come yet; ``dead`` says whether the
target, as it is held, is left out (EDITS.md, section 4).
"""

from __future__ import annotations

from annotator.domain.edits.form import EditId, Header
from annotator.domain.edits.kinds import known, undoable
from annotator.domain.edits.persons import Persons
from annotator.store.library import Library

ALIVE = "NOT EXISTS (SELECT 1 FROM marks WHERE marks.target = {edit} AND marks.dead = 1)"
"""The condition that an edit counts; ``{edit}`` is the column that names it."""


def take_mark(library: Library, header: Header, who: Persons) -> bool:
    """An Undo or Redo has come: whether its target lives or is dead otherwise than before."""
    if header.kind not in ("Undo", "Redo") or header.undoes is None:
        return False
    if not known(header.kind, header.version):
        return False
    person = who.of(header.analyst)
    held = library.rows(
        "SELECT at, edit, dead FROM marks WHERE target = ? AND analyst = ?",
        (header.undoes, person),
    )
    if held and (held[0][0], held[0][1]) > header.order:
        return False
    target = library.rows("SELECT analyst, at, id, kind FROM edits WHERE id = ?", (header.undoes,))
    dead = bool(target) and _dead(
        header.kind, person, header.order, (who.of(target[0][0]), *target[0][1:])
    )
    library.run(
        "INSERT INTO marks (target, analyst, at, edit, kind, dead) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (target, analyst) DO UPDATE SET "
        "at = excluded.at, edit = excluded.edit, kind = excluded.kind, dead = excluded.dead",
        (header.undoes, person, header.at, header.id, header.kind, int(dead)),
    )
    return dead != (bool(held[0][2]) if held else False)


def meet_marks(library: Library, header: Header, who: Persons) -> None:
    """An edit has come: marks that were waiting for it may leave it out."""
    waiting = library.rows(
        "SELECT analyst, at, edit, kind FROM marks WHERE target = ?", (header.id,)
    )
    target = (who.of(header.analyst), header.at, header.id, header.kind)
    for analyst, at, edit, kind in waiting:
        if _dead(kind, analyst, (at, edit), target):
            library.run(
                "UPDATE marks SET dead = 1 WHERE target = ? AND analyst = ?", (header.id, analyst)
            )


def is_dead(library: Library, edit: EditId) -> bool:
    """Whether this edit is left out."""
    return bool(library.rows("SELECT 1 FROM marks WHERE target = ? AND dead = 1", (edit,)))


def _dead(
    kind: str, analyst: str, order: tuple[int, str], target: tuple[str, int, str, str]
) -> bool:
    owner, at, edit, target_kind = target
    return kind == "Undo" and analyst == owner and order > (at, edit) and undoable(target_kind)
