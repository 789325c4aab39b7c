"""What people hold of one claim, as nobody is named: what is alike is one, and nobody differs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from annotator.domain.assessment import EMPTY, Analyst, Assessment
from annotator.domain.evidence import Link
from annotator.domain.record import Record
from annotator.domain.report import Held, Report
from annotator.domain.tags import Standing

T = TypeVar("T")

_FIELDS = tuple(f.name for f in fields(Assessment) if f.name != "audience")
_IDS = ("against", "relations")
"""What names other records: no reason to put one before another."""


def without_others(held: Iterable[Held], result: Standing | None) -> tuple[Held, ...]:
    """Without the judgements that are not the result; all of them where there is none.

    What else somebody holds, such as evidence that was cleared, stays.
    """
    return tuple(one if _agrees(one, result) else _unjudged(one) for one in held)


def _agrees(one: Held, result: Standing | None) -> bool:
    return one.assessment.standing in (result, Standing.UNTAGGED)


def _unjudged(one: Held) -> Held:
    bare = replace(
        one.assessment,
        tag=None,
        not_checkable=False,
        confirmed=False,
        why="",
        because=None,
        against="",
        confidence=0,
    )
    return replace(one, assessment=bare, judged=0)


def merged(report: Report) -> Report:
    """What several hold alike of a claim is held once. Those who hold it have no names any more.

    Who is first says nothing of who it is: the order is that of what is held.
    """
    claims, beside = [], {}
    for claim in report.claims:
        pairs = list(_merged(claim.held))
        held = tuple(replace(one, analyst=Analyst(_nth(n), "")) for n, (one, _) in enumerate(pairs))
        claims.append(replace(claim, held=held))
        if (of := report.beside.get(claim.id)) is not None:
            wordings = {
                _nth(n): of.wordings[who]
                for n, (_, whose) in enumerate(pairs)
                for who in whose
                if who in of.wordings
            }
            beside[claim.id] = replace(of, wordings=wordings)
    return replace(report, claims=tuple(claims), beside=beside)


def _nth(n: int) -> str:
    """An id within one claim, for those formats that tell by it who holds what."""
    return str(n + 1) if n else ""


def _merged(held: Sequence[Held]) -> Iterator[tuple[Held, tuple[str, ...]]]:
    """What is held, each with the ids of those who held it."""
    found: list[tuple[Held, tuple[str, ...]]] = []
    for one in sorted(held, key=_by_content):
        for place, (other, whose) in enumerate(found):
            both = _both(other, one)
            if both is not None:
                found[place] = both, (*whose, one.analyst.id)
                break
        else:
            found.append((one, (one.analyst.id,)))
    # Once more: what was added to one may have changed its place.
    yield from sorted(found, key=lambda pair: _by_content(pair[0]))


def _by_content(one: Held) -> tuple[object, ...]:
    """By what is held; nothing in it tells who holds it."""
    held, record = one.assessment, one.record
    said = [repr(getattr(held, name)) for name in _FIELDS if name not in _IDS]
    linked = [(of.stance.value, of.quote, of.locator) for of in _links(record)]
    told = [(item.url, item.title) for row in record.evidence if (item := row.item) is not None]
    named = [(of.source.text, of.cue.text, of.via) for of in record.attributions]
    return (-int(held.standing), said, held.audience.value, linked, told, named)


def _links(record: Record) -> Iterator[Link]:
    yield from (one.link for one in record.evidence)


def _both(a: Held, b: Held) -> Held | None:
    """Both as one; None where they differ in anything that both say."""
    standings = {a.assessment.standing, b.assessment.standing} - {Standing.UNTAGGED}
    if len(standings) > 1:
        return None
    values = {}
    for name in _FIELDS:
        one, other, empty = (getattr(of, name) for of in (a.assessment, b.assessment, EMPTY))
        if one != empty and other not in (empty, one):
            return None
        values[name] = other if one == empty else one
    noted = a.assessment if a.assessment.note else b.assessment
    if a.assessment.note and b.assessment.note and a.assessment.audience != b.assessment.audience:
        return None
    return Held(
        a.analyst,
        Assessment(audience=noted.audience, **values),
        max(a.changed, b.changed),
        _records(a.record, b.record),
        max(a.judged, b.judged),
    )


def _records(a: Record, b: Record) -> Record:
    """Of both, what is alike but for its id once."""
    return Record(
        _once((one, replace(one.link, at=0)) for one in (*a.evidence, *b.evidence)),
        _once((one, replace(one, id="")) for one in (*a.attributions, *b.attributions)),
    )


def _once(rows: Iterable[tuple[T, Hashable]]) -> tuple[T, ...]:
    found: dict[Hashable, T] = {}
    for one, key in rows:
        found.setdefault(key, one)
    return tuple(found.values())
