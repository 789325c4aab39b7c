"""The sign-off sheet as the template draws it: by itself, or as the first page of a report."""

from __future__ import annotations

from annotator.exporters.pdf_ink import Block, Runs, alone, bold, inked, muted, pieces, separated
from annotator.reporting.signoff import SignOff
from annotator.reporting.signoff_lists import SheetList
from annotator.reporting.signoff_rows import Row


def sheet(found: SignOff, level: int, logo: Block | None = None) -> Block:
    """One page; ``level`` is that of its title."""
    return {
        "k": "sheet",
        "level": level,
        "logo": logo,
        "copy": [*([bold(found.copy), " "] if found.copy else []), muted(found.sheet)],
        "aside": [found.aside],
        "title": [found.title],
        "dir": found.direction,
        "about": [[[label], [alone(said)]] for label, said in found.about],
        "people": [[[label], [alone(said)]] for label, said in found.people],
        "verdict": [found.verdict],
        "counts": [found.counts],
        "lists": [_list(one) for one in found.lists],
        "choices": [[one] for one in found.choices],
        "sign": [[one] for one in found.sign],
        "w": 60,
    }


def _list(one: SheetList) -> Block:
    return {
        "name": [bold(one.name), " ", muted(str(one.count))],
        "remark": [one.remark] if one.remark else [],
        "rows": [_row(row) for row in one.rows],
        "notes": [[alone(said)] for said in one.notes],
        "more": [one.more] if one.more else [],
        "quiet": [] if one.rows else [one.quiet],
    }


def _row(row: Row) -> Block:
    ends: Runs = separated(
        [*([f"{alone(who)} "] if who else []), inked(look)] for who, look in row.sides
    )
    if row.remark:
        ends = [row.remark]
    return {
        "label": [alone(row.label)],
        "text": list(pieces(row.pieces)) if row.pieces else [row.text],
        "wraps": bool(row.pieces),
        "dir": row.direction,
        "end": ends,
        "boxes": [{"r": [label], "ticked": ticked} for label, ticked in row.boxes],
    }
