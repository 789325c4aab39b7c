"""``assessments``: what each analyst holds of each claim, taken from the index of the log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import (
    Assessment,
    Audience,
    Because,
    ClaimType,
    Relation,
    is_field,
    read_fields,
    read_flag,
    read_wording,
)
from annotator.domain.tags import Tag
from annotator.store.index import in_json
from annotator.store.library import Library, Row
from annotator.store.log import CHUNK
from annotator.store.marks import ALIVE
from annotator.store.people import PERSON

# The last value is a person's id: the smallest of those that are one.
REGISTERS = (
    "SELECT writes.id, field, value, at, edits.id, clock FROM writes "
    "JOIN parts ON parts.seq = writes.part JOIN edits ON edits.id = parts.edit "
    "WHERE writes.id IN ({}) AND form = 'own' AND about = 'claim' "
    f"AND {PERSON.format(id='edits.analyst')} = ? AND " + ALIVE.format(edit="edits.id") + " "
    "ORDER BY writes.id, at, edits.id, coalesce(parts.article, ''), parts.class"
)

COLUMNS = (
    'article, analyst, start, "end", claim, standing, noted, '
    "tag, not_checkable, confirmed, audience, why, seen, note, "
    "because, confidence, flag, more, judged, changed"
)
"""``judged`` is the judgement's place in the total order (microseconds), 0 without one.

``flag`` is its kind or "". ``more`` is JSON of what nobody looks for by its value.
"""

_PUT = (
    f"INSERT INTO assessments ({COLUMNS}) VALUES ({', '.join('?' * 20)}) "
    'ON CONFLICT (article, analyst, start, "end", claim) DO UPDATE SET '
    "standing = excluded.standing, noted = excluded.noted, changed = excluded.changed, "
    "tag = excluded.tag, not_checkable = excluded.not_checkable, "
    "confirmed = excluded.confirmed, audience = excluded.audience, why = excluded.why, "
    "seen = excluded.seen, note = excluded.note, because = excluded.because, "
    "confidence = excluded.confidence, flag = excluded.flag, more = excluded.more, "
    "judged = excluded.judged"
)

_TAKE_AWAY = (
    "DELETE FROM assessments "
    'WHERE article = ? AND analyst = ? AND start = ? AND "end" = ? AND claim = ?'
)

_WHERE = 'SELECT id, article, start, "end", live FROM claims WHERE id IN ({})'

NOWHERE = ("", 0, 0, 0)
"""(article, start, end, live) of a claim of which nobody here knows where it lies."""


_ASSESSED = REGISTERS.replace("form = 'own'", "form = 'own' AND field NOT GLOB 'evidence*'")
"""A claim may have thousands of links, and no key should wait for them."""

_OF_ALL = _ASSESSED.replace(
    "clock FROM", f"clock, {PERSON.format(id='edits.analyst')} FROM"
).replace(f"AND {PERSON.format(id='edits.analyst')} = ? ", "")
"""The same of everybody, with whose each is."""


def reassess(
    library: Library, held: Mapping[str, set[ClaimId]]
) -> Iterator[tuple[ArticleId, Span]]:
    """Takes what analysts hold of claims (analyst → claims) from the index again.

    Gives the live ones with their article, for whoever shows them.
    """
    ordered = sorted(set().union(*held.values()))
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        marks = ", ".join("?" * len(chunk))
        places = {row[0]: row[1:] for row in library.rows(_WHERE.format(marks), chunk)}
        registers = _registers(library, list(held), chunk)
        for analyst, claims in held.items():
            own = [claim for claim in chunk if claim in claims]
            found: dict[str, tuple[Row, int, int] | None] = {
                claim: _held(registers.get((analyst, claim), ())) for claim in own
            }
            _renew(library, analyst, own, places, found)
        for article, begin, end, live in places.values():
            if live:
                yield article, Span(begin, end)


def _registers(
    library: Library, analysts: Sequence[str], claims: Sequence[str]
) -> dict[tuple[str, str], list[Row]]:
    """(analyst, claim) → what was written, in order. Whoever else wrote may be there too."""
    marks = ", ".join("?" * len(claims))
    found: dict[tuple[str, str], list[Row]] = {}
    if len(analysts) == 1:
        for row in library.rows(_ASSESSED.format(marks), (*claims, analysts[0])):
            found.setdefault((analysts[0], row[0]), []).append(row)
        return found
    for row in library.rows(_OF_ALL.format(marks), claims):
        found.setdefault((row[-1], row[0]), []).append(row[:-1])
    return found


def _renew(
    library: Library,
    analyst: str,
    claims: Sequence[str],
    places: dict[str, Row],
    held: dict[str, tuple[Row, int, int] | None],
) -> None:
    put: list[Row] = []
    gone: list[Row] = []
    for claim in claims:
        article, start, end, _ = places.get(claim, NOWHERE)
        key = (article, analyst, start, end, claim)
        found = held.get(claim)
        if found is None:
            gone.append(key)
        else:
            put.append((*key, *found[0], *found[1:]))
    library.many(_PUT, put)
    library.many(_TAKE_AWAY, gone)


def _held(rows: Iterable[Row]) -> tuple[Row, int, int] | None:
    """The columns of one claim's registers, when it was judged, and the clock of the latest edit."""
    texts: dict[str, str] = {}
    stamps: dict[str, tuple[int, str]] = {}
    changed = 0
    for _, name, value, at, edit, clock in rows:
        if is_field(name):
            texts[name] = value
            stamps[name] = (at, edit)
            changed = clock
    private, shared = (stamps.get(name, _NEVER) for name in ("note.me", "note"))
    later = (private > shared) - (private < shared)
    found = _columns(tuple(texts.items()), later)
    return None if found is None else (found, stamps.get("judgement", _NEVER)[0], changed)


_NEVER = (0, "")


@lru_cache(maxsize=256)
def _columns(texts: tuple[tuple[str, str], ...], later: int) -> Row | None:
    """The columns that these registers amount to; those of a bulk edit are all the same.

    Of an assessment it matters no further when a register was written than which of
    the two notes is the later one: the private one (1), the other (-1), or neither (0), where a
    hand-made edit wrote both.
    """
    stamps = {"note.me": (1 + later, ""), "note": (1, "")}
    assessment = read_fields(
        {name: (stamps.get(name, _NEVER), json.loads(text)) for name, text in texts}
    )
    return None if assessment.empty else columns(assessment)


def columns(assessment: Assessment) -> Row:
    """The columns that say what is held, but for when it was judged and changed."""
    return (
        int(assessment.standing),
        int(bool(assessment.note)),
        None if assessment.tag is None else assessment.tag.value,
        int(assessment.not_checkable),
        int(assessment.confirmed),
        assessment.audience.value,
        assessment.why,
        in_json(list(assessment.seen)),
        assessment.note,
        assessment.because.value if assessment.because else "",
        assessment.confidence,
        assessment.flag.kind.value if assessment.flag else "",
        _more(assessment),
    )


def _more(held: Assessment) -> str:
    """What nobody looks for by its value; empty ones left out."""
    value = {
        "against": held.against,
        "facts": [[start, end, right] for (start, end), right in held.facts],
        "flag": held.flag.json() if held.flag else None,
        "relations": [[relation.value, claim] for relation, claim in held.relations],
        "type": held.type.value if held.type else "",
        "wording": held.wording.json() if held.wording else None,
    }
    return in_json({name: one for name, one in value.items() if one})


HELD = "tag, not_checkable, confirmed, note, audience, why, seen, because, confidence, more"
"""The columns that ``assessment_of`` reads."""


def assessment_of(row: Row) -> Assessment:
    """From the columns of HELD."""
    tag, not_checkable, confirmed, note, audience, why, seen, because, confidence, more = row
    rest = json.loads(more) if more != "{}" else {}
    return Assessment(
        tag=None if tag is None else Tag(tag),
        not_checkable=bool(not_checkable),
        confirmed=bool(confirmed),
        note=note,
        audience=Audience(audience),
        why=why,
        seen=tuple(json.loads(seen)) if seen != "[]" else (),
        because=Because(because) if because else None,
        against=rest.get("against", ""),
        confidence=confidence,
        type=ClaimType(rest["type"]) if "type" in rest else None,
        wording=read_wording(rest.get("wording")),
        flag=read_flag(rest.get("flag")),
        facts=tuple((Span(start, end), right) for start, end, right in rest.get("facts", ())),
        relations=tuple(
            (Relation(relation), ClaimId(claim)) for relation, claim in rest.get("relations", ())
        ),
    )


def settle_places(library: Library, named: Sequence[Row]) -> None:
    """Claims have become known: (id, article, start, end). What is held of them moves there."""
    if not library.rows("SELECT 1 FROM assessments WHERE article = '' LIMIT 1"):
        return
    library.many(
        'UPDATE assessments SET article = ?, start = ?, "end" = ? '
        "WHERE article = '' AND claim = ?",
        [(article, start, end, claim) for claim, article, start, end in named],
    )
