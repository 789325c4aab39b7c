"""What one analyst held and recorded of a claim at an earlier moment, and now: from the log."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.article import ClaimId
from annotator.domain.attribution import RECORD, THERE, Attribution, is_there, read_attribution
from annotator.domain.canonical import Json
from annotator.domain.edits.form import EditId, Header
from annotator.domain.edits.writes import Own
from annotator.domain.order import Stamp
from annotator.store import log
from annotator.store.before import registers_then
from annotator.store.history import edits_taken_back
from annotator.store.library import Library
from annotator.store.touched import DECIDING

NOW: Stamp = (1 << 62, "")
"""A place that every edit stands before."""


def fields_then(
    library: Library, analyst: str, claim: ClaimId, then: Stamp = NOW
) -> dict[str, Json]:
    """The registers of a claim right after the edit of that place; decisions are left out."""
    held = registers_then(library, "claim", [claim], analyst, then).get(claim, {})
    return {name: value for name, value in held.items() if name not in DECIDING}


def attributions_then(
    library: Library, analyst: str, claim: ClaimId, then: Stamp = NOW
) -> dict[str, Attribution]:
    """The attributions of a claim right after the edit of that place: id → what it said."""
    found = registers_then(library, "attribution", _ids(library, analyst, claim), analyst, then)
    read = {key: _read(key, of) for key, of in found.items()}
    return {key: one for key, one in read.items() if one is not None and one.claim == claim}


def header_of(library: Library, edit: EditId) -> Header | None:
    """The header of an edit, or None where it is not here."""
    return next(iter(log.headers(library, [edit])), None)


def _read(key: str, fields: Mapping[str, Json]) -> Attribution | None:
    stamped = {name: ((0, ""), fields.get(name)) for name in (RECORD, THERE)}
    return read_attribution(key, stamped) if is_there(stamped) else None


def _ids(library: Library, analyst: str, claim: ClaimId) -> set[str]:
    """Every attribution there ever was of the claim: one that was taken back has no row."""
    rows = library.rows(
        "SELECT id FROM attributions WHERE analyst = ? AND claim = ?", (analyst, claim)
    )
    return {row[0] for row in rows} | {
        write.id
        for edit in log.edits(library, edits_taken_back(library, claim))
        for part in edit.parts
        for write in part.writes
        if isinstance(write, Own) and write.about == "attribution"
    }
