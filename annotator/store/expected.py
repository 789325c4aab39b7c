"""Every derived table as it follows from the log, worked out in memory by the pure law.

On purpose another road than ``derive.py``: what one of them gets wrong, the other finds.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span
from annotator.domain.assessment import read_fields
from annotator.domain.edits.form import Edit, EditId, Header, Part
from annotator.domain.edits.kinds import known
from annotator.domain.edits.state import ArticleState, Register, State, dead, state
from annotator.domain.layout import kind_at
from annotator.store import assess, log, records
from annotator.store.index import index_rows
from annotator.store.library import Library

Rows = dict[tuple[object, ...], dict[str, object]]
"""The values of the key's columns → all columns by name."""

KEYS: dict[str, tuple[str, ...]] = {
    "writes": ("id", "form", "about", "field", "part"),
    "marks": ("target", "analyst"),
    "claims": ("id",),
    "passages": ("article", "start"),
    "assessments": ("article", "analyst", "start", "end", "claim"),
    "records": ("article",),
    "removed": ("article", "analyst"),
    "names": ("analyst",),
}


def tables(library: Library) -> dict[str, Rows]:
    """Each derived table by its name."""
    placed = log.placed_edits(library)
    edits = [Edit(header, tuple(part for _, part in parts)) for header, parts in placed]
    texts = {ArticleId(row[0]): row[1] for row in library.rows("SELECT id, text FROM articles")}
    law = state(edits, texts)
    headers = {edit.header.id: edit.header for edit in edits}
    return {
        "writes": _writes(placed),
        "marks": _marks(headers),
        "claims": _claims(law, texts),
        "passages": _passages(law),
        "assessments": _assessments(law, headers),
        "records": _records(law, texts),
        "removed": _removed(law),
        "names": _keyed("names", [{"analyst": a, "name": n} for a, n in law.names().items()]),
    }


def _keyed(table: str, rows: list[dict[str, object]]) -> Rows:
    return {tuple(row[key] for key in KEYS[table]): row for row in rows}


def _writes(placed: list[tuple[Header, list[tuple[int, Part]]]]) -> Rows:
    columns = ("id", "form", "about", "field", "part", "value")
    rows = [
        dict(zip(columns, row, strict=True))
        for header, parts in placed
        if known(header.kind, header.version)
        for place, part in parts
        for row in index_rows(place, part.article, part.writes)
    ]
    return _keyed("writes", rows)


def _marks(headers: Mapping[EditId, Header]) -> Rows:
    left_out = dead(headers.values())
    last: dict[tuple[EditId, str], Header] = {}
    for header in sorted(headers.values(), key=lambda header: header.order):
        if header.kind in ("Undo", "Redo") and known(header.kind, header.version) and header.undoes:
            last[header.undoes, header.analyst] = header
    rows: list[dict[str, object]] = [
        {
            "target": target,
            "analyst": analyst,
            "at": header.at,
            "edit": header.id,
            "kind": header.kind,
            "dead": int(target in left_out and headers[target].analyst == analyst),
        }
        for (target, analyst), header in last.items()
    ]
    return _keyed("marks", rows)


def _claims(law: State, texts: Mapping[ArticleId, str]) -> Rows:
    rows: list[dict[str, object]] = []
    for article, of in law.articles.items():
        first = _first(of, len(texts[article]))
        rows += [
            {
                "id": claim,
                "article": article,
                "start": span.start,
                "end": span.end,
                "live": int(claim in of.live),
                "furniture": int(kind_at(of.passages, span.start) is PassageKind.BOILERPLATE),
                "first": int(span in first),
            }
            for claim, span in of.named.items()
        ]
    return _keyed("claims", rows)


def _first(of: ArticleState, length: int) -> set[Span]:
    return {span for span in of.base.claims if span.end <= length} if of.base else set()


def _passages(law: State) -> Rows:
    rows: list[dict[str, object]] = [
        {"article": article, "start": p.start, "end": p.end, "kind": p.kind.value}
        for article, of in law.articles.items()
        for p in of.passages
    ]
    return _keyed("passages", rows)


def _assessments(law: State, headers: Mapping[EditId, Header]) -> Rows:
    places = {
        claim: (article, *span)
        for article, of in law.articles.items()
        for claim, span in of.named.items()
    }
    columns = [name.strip('" ') for name in assess.COLUMNS.split(", ")]
    rows: list[dict[str, object]] = []
    for (owner, about, claim), register in law.own.items():
        held = read_fields(register)
        if about == "claim" and not held.empty:
            article, start, end = places.get(ClaimId(claim), ("", 0, 0))
            key = (article, owner, start, end, claim)
            values = (*key, *assess.columns(held), _changed(register, headers))
            rows.append(dict(zip(columns, values, strict=True)))
    return _keyed("assessments", rows)


def _changed(register: Register, headers: Mapping[EditId, Header]) -> int:
    stamps = [register[name][0] for name in assess.FIELDS if name in register]
    return headers[EditId(max(stamps)[1])].clock


def _records(law: State, texts: Mapping[ArticleId, str]) -> Rows:
    rows: list[dict[str, object]] = []
    for article in texts:
        of = law.articles.get(article, ArticleState())
        rows.append(
            {
                "article": article,
                **{name: of.record.get(name, "") for name in records.FIELDS},
                "original": of.base.original if of.base else "",
                "imported_at": of.imported_at,
                "imported_by": of.imported_by,
            }
        )
    return _keyed("records", rows)


def _removed(law: State) -> Rows:
    rows: list[dict[str, object]] = [
        {"article": key, "analyst": owner}
        for (owner, about, key), register in law.own.items()
        if about == "article" and register.get("off", (0, None))[1] is True
    ]
    return _keyed("removed", rows)
