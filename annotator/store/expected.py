"""Every derived table as it follows from the log, worked out in memory by the pure law.

On purpose another road than ``derive.py``: what one of them gets wrong, the other finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span
from annotator.domain.assessment import is_field, read_fields
from annotator.domain.edits.erased import erased_parts, place_of
from annotator.domain.edits.erasing import Place
from annotator.domain.edits.form import Edit, EditId, Header, Part
from annotator.domain.edits.kinds import known
from annotator.domain.edits.people import NAME
from annotator.domain.edits.persons import Persons
from annotator.domain.edits.reviewing import STATE, STATE_REASON
from annotator.domain.edits.state import ArticleState, Register, State, dead, state
from annotator.domain.layout import kind_at
from annotator.domain.review import read_revision
from annotator.store import assess, attributing, erased, evidencing, log, records, saying
from annotator.store.index import in_json, index_rows
from annotator.store.library import Library, Row

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
    "persons": ("analyst",),
    "copies": ("edit",),
    "relations": ("analyst", "other", "field"),
    "sayings": ("edit", "about", "id", "field"),
    "decisions": ("claim", "reviewer"),
    "stages": ("article",),
    "pairs": ("article", "claim", "earlier", "other"),
    "items": ("id", "analyst", "private"),
    "links": ("claim", "analyst", "item", "private"),
    "attributions": ("id", "analyst"),
    "sources": ("article", "id"),
    "erased": ("edit", "class", "article", "analyst"),
}


def tables(library: Library) -> dict[str, Rows]:
    """Each derived table by its name."""
    placed = log.placed_edits(library)
    edits = [Edit(header, tuple(part for _, part in parts)) for header, parts in placed]
    texts = {ArticleId(row[0]): row[1] for row in library.rows("SELECT id, text FROM articles")}
    law = state(edits, texts)
    headers = {edit.header.id: edit.header for edit in edits}
    who = law.persons
    return {
        "writes": _writes(placed, who, erased_parts(edits)),
        "marks": _marks(headers, who),
        "claims": _claims(law, texts),
        "passages": _passages(law),
        "assessments": _assessments(law, headers),
        "records": _records(law, texts),
        "removed": _removed(law),
        "names": _keyed("names", [{"analyst": a, "name": n} for a, n in law.names().items()]),
        "persons": _keyed("persons", [{"analyst": a, "person": p} for a, p in who.joined.items()]),
        "copies": _named("copies", "edit, original", who.originals.items()),
        "relations": _relations(law),
        "sayings": _named("sayings", saying.SAYINGS, map(saying.saying_row, law.said)),
        "decisions": _named("decisions", saying.DECISIONS, _decisions(law)),
        "stages": _stages(law),
        "pairs": _named("pairs", "article, claim, earlier, other, how", _pairs(law)),
        "items": _named("items", evidencing.ITEMS, _items(law)),
        "links": _named("links", evidencing.LINKS, _links(law)),
        "attributions": _named("attributions", attributing.ATTRIBUTIONS, _attributions(law)),
        "sources": _named(
            "sources",
            "article, id, name",
            attributing.source_rows({key: of.sources for key, of in law.articles.items()}),
        ),
        "erased": _named("erased", erased.ERASED, erased.erased_rows(edits)),
    }


def _keyed(table: str, rows: list[dict[str, object]]) -> Rows:
    return {tuple(row[key] for key in KEYS[table]): row for row in rows}


def _named(table: str, columns: str, rows: Iterable[Row]) -> Rows:
    names = columns.split(", ")
    return _keyed(table, [dict(zip(names, row, strict=True)) for row in rows])


def _relations(law: State) -> Rows:
    rows: list[dict[str, object]] = [
        {"analyst": owner, "other": key, "field": name, "value": in_json(value)}
        for (owner, about, key), register in law.own.items()
        if about == "analyst"
        for name, (_, value) in register.items()
        if name != NAME and value is not None
    ]
    return _keyed("relations", rows)


def _decisions(law: State) -> Iterable[Row]:
    return (saying.decision_row(claim, of) for (_, claim), of in law.decisions().items())


def _pairs(law: State) -> Iterable[Row]:
    return saying.pair_rows(filter(None, map(read_revision, law.said)))


def _items(law: State) -> Iterable[Row]:
    return (
        evidencing.item_row(key, owner, private, side)
        for (owner, key, private), side in law.sides().items()
    )


def _links(law: State) -> Iterable[Row]:
    return (
        evidencing.link_row(claim, owner, link)
        for (owner, claim, _, _), link in law.links().items()
    )


def _attributions(law: State) -> Iterable[Row]:
    for (owner, key), (one, there) in law.attributions().items():
        register = law.own[owner, "attribution", key]
        at = max(stamp for stamp, _ in register.values())[0]
        yield attributing.attribution_row(owner, one, there, at)


def _stages(law: State) -> Rows:
    rows: list[dict[str, object]] = []
    for article, of in law.articles.items():
        if STATE in of.shared:
            header, value = of.shared[STATE]
            why = of.shared.get(STATE_REASON)
            row = saying.stage_row((value, header.id), None if why is None else (why[1], why[0].id))
            if row is not None:
                values = (article, *row, law.persons.of(header.analyst), header.clock)
                columns = ("article", "state", "claims", "reason", "analyst", "clock")
                rows.append(dict(zip(columns, values, strict=True)))
    return _keyed("stages", rows)


def _writes(
    placed: list[tuple[Header, list[tuple[int, Part]]]], who: Persons, gone: frozenset[Place]
) -> Rows:
    columns = ("id", "form", "about", "field", "part", "value")
    rows = [
        dict(zip(columns, row, strict=True))
        for header, parts in placed
        if known(header.kind, header.version) and header.id not in who.copies
        for place, part in parts
        if place_of(part) not in gone
        for row in index_rows(place, part.article, part.writes)
    ]
    return _keyed("writes", rows)


def _marks(headers: Mapping[EditId, Header], who: Persons) -> Rows:
    headers = {key: header for key, header in headers.items() if key not in who.copies}
    left_out = dead(headers.values(), who)
    last: dict[tuple[EditId, str], Header] = {}
    for header in sorted(headers.values(), key=lambda header: header.order):
        if header.kind in ("Undo", "Redo") and known(header.kind, header.version) and header.undoes:
            last[header.undoes, who.of(header.analyst)] = header
    rows: list[dict[str, object]] = [
        {
            "target": target,
            "analyst": analyst,
            "at": header.at,
            "edit": header.id,
            "kind": header.kind,
            "dead": int(target in left_out and who.of(headers[target].analyst) == analyst),
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
            judged = register["judgement"][0][0] if "judgement" in register else 0
            values = (*key, *assess.columns(held), judged, _changed(register, headers))
            rows.append(dict(zip(columns, values, strict=True)))
    return _keyed("assessments", rows)


def _changed(register: Register, headers: Mapping[EditId, Header]) -> int:
    stamps = [stamp for name, (stamp, _) in register.items() if is_field(name)]
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
