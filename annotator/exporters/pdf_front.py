"""The beginning of a report as the template draws it: head, what is to be decided, counts and chart."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.exporters.pdf_ink import (
    Block,
    Pen,
    Runs,
    alone,
    bold,
    chip,
    cued,
    glyph,
    run,
    separated,
)
from annotator.reporting import words
from annotator.reporting.summary import Cell
from annotator.reporting.view import View


def head(view: View, pen: Pen, logo: Block | None, *, top: bool) -> Block:
    """Whose copy it is, title, and the box with who checked it. ``top``: nothing stands before it."""
    t, title = pen.t, view.summary.title_claim
    mark: Runs = []
    if title is not None and (pen.places.page or pen.places.rows):
        place = "c" if pen.places.page else "r"
        inside: Runs = [run("k", ["T", *cued(title.look)[:-2]], look=title.look.name)]
        mark = [pen.link(f"{place}T", inside, name=pen.called(place, title.ref))]
    return {
        "k": "head",
        "top": top,
        "copy": [bold(view.first.copy), " ", view.first.says] if view.first.copy else [],
        "aside": [t("checked line by line")],
        "mark": mark,
        "title": [view.head.title],
        "dir": words.direction(view.head.title),
        "sub": _subtitle(view, pen),
        "stage": [alone(view.stage.says)] if view.stage else [],
        "box": [
            [[label], [f"{moment}{pen.people(people)}"]] for label, people, moment in view.head.box
        ],
        "logo": logo,
    }


def _subtitle(view: View, pen: Pen) -> Runs:
    parts: list[Runs] = [[alone(one)] for one in view.head.subtitle]
    if view.head.address:
        parts.append([pen.web(view.head.address, view.head.host)])
    return separated(parts)


def summary(view: View, pen: Pen) -> Iterator[Block]:
    """The counts, the chart of the tags along the article, and the key."""
    found, t = view.summary, pen.t
    says: list[Runs] = [[found.judged]]
    if view.decide.falls:
        says.append([f"{view.decide.falls}."])
    if view.review and view.review.agreement:
        says.append([alone(view.review.agreement[0])])
    yield {
        "k": "figures",
        "figures": [
            {"n": [t.number(n)], "word": cued(look), "look": look.name} for look, n in found.figures
        ],
        "says": says,
    }
    if view.rows:
        yield _chart(view, pen)
    yield {
        "k": "key",
        "key": [{"chip": [chip(look)], "means": [look.meaning]} for look in found.key],
    }


def _chart(view: View, pen: Pen) -> Block:
    t, fine = pen.t, view.summary.fine_chart
    linked = pen.places.page or pen.places.rows
    label = (
        "each cell is a claim, each gap a paragraph; a cell leads to its claim"
        if linked and not fine
        else "each cell is a claim, each gap a paragraph"
    )
    first, last = view.rows[0].ref.name, view.rows[-1].ref.name
    return {
        "k": "chart",
        "fine": fine,
        "alt": [t("Every claim in order")],
        "groups": [[_cell(cell, pen, fine=fine) for cell in cells] for cells in view.summary.chart],
        "legend": [[first], [t(label)], [last] if last != first else []],
        "w": len(view.rows) // 20,
    }


def _cell(cell: Cell, pen: Pen, *, fine: bool) -> Block:
    ref, look = cell
    if fine:
        return {"look": look.name}
    place = "c" if pen.places.page else "r" if pen.places.rows else ""
    target, said = (f"{place}{ref.key}", pen.called(place, ref)) if place else ("", "")
    return {
        "look": look.name,
        "r": [pen.link(target, [glyph(look)], own=f"k{ref.key}", name=said or ref.name)],
    }
