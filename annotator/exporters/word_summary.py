"""The head of a report and its summary: title, who checked it and when; counts, chart, key."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.exporters.word_cues import CUES
from annotator.exporters.word_pen import Pen
from annotator.exporters.word_styles import WIDTH
from annotator.exporters.word_table import Cell, headline, shares, table
from annotator.exporters.word_xml import Xml, line, looks, paragraph, run, tab, words
from annotator.reporting.texts import FirstLine
from annotator.reporting.view import View
from annotator.reporting.words import direction

KEYS = 5
"""So many tags are explained beside each other."""


def first(line: FirstLine, aside: str) -> list[Xml]:
    """Whose copy it is; nothing in a public one."""
    if not line.copy:
        return []
    return [
        paragraph(
            "AnnotatorFirstLine",
            run(line.copy, "AnnotatorStrong"),
            run(f" {line.says}"),
            tab(),
            run(aside),
        )
    ]


def head(view: View, pen: Pen, logo: Xml) -> list[Xml]:
    """Title and what is known of the article at the left, who checked it at the right."""
    found = view.head
    base = direction(found.title)
    left = [paragraph("AnnotatorMuted", logo)] if logo else []
    left.append(paragraph("Heading1", run(found.title, base=base, lang=pen.lang), base=base))
    parts = [line(text) for text in found.subtitle]
    if found.address:
        parts.append(pen.address(found.address, found.host))
    if parts:
        left.append(paragraph("AnnotatorMuted", Xml(run(" · ").join(parts))))
    if view.stage:
        left.append(paragraph("AnnotatorMuted", line(view.stage.says, "AnnotatorStrong")))
    right = [
        paragraph(
            "AnnotatorMuted",
            run(f"{label} ", "AnnotatorStrong"),
            line(f"{moment}{pen.t.listed(people)}"),
        )
        for label, people, moment in found.box
    ]
    return [headline(left, right, about=found.title)]


def summary(view: View, pen: Pen, title: str) -> list[Xml]:
    """Counts, chart and key."""
    found = [pen.heading(2, title), _figures(view, pen, title)]
    found += [paragraph("AnnotatorMuted", run(text)) for text in _sums(view)]
    if not view.summary.fine_chart and view.rows:
        found.append(_chart(view))
        legend = pen.t("each cell is a claim, each gap a paragraph")
        ends = (view.rows[0].ref.name, legend, view.rows[-1].ref.name)
        found.append(paragraph("AnnotatorLegend", run(" · ".join(ends))))
    found.append(_key(view, pen))
    return found


def _figures(view: View, pen: Pen, title: str) -> Xml:
    cells = []
    for look, number in view.summary.figures:
        cue = CUES[look.outcome]
        count = run(pen.t.number(number), ink=cue.colour)
        cells.append(
            (paragraph("AnnotatorFigure", count), paragraph("AnnotatorFact", pen.ink(look)))
        )
    width = min(1500, WIDTH // len(cells))
    return table([width] * len(cells), [cells], about=title, lined=False)


def _sums(view: View) -> Iterator[str]:
    yield view.summary.judged
    if view.decide.falls:
        yield f"{view.decide.falls}."
    if view.review and view.review.agreement:
        yield view.review.agreement[0]


def _chart(view: View) -> Xml:
    """A cell a claim, a gap a paragraph: thin blanks part cells, wide ones paragraphs."""
    groups = []
    for cells in view.summary.chart:
        found = []
        for _, look in cells:
            cue = CUES[look.outcome]
            shown = looks(cue.claim)
            glyph = words(f"\u202f{look.glyph}\u202f")
            found.append(f"<w:r>{shown}{glyph}</w:r>")
        groups.append(run("\u200a").join(found))
    return paragraph("AnnotatorChart", Xml(run("  ").join(groups)))


def _key(view: View, pen: Pen) -> Xml:
    cells: list[Cell] = [
        (
            paragraph("AnnotatorFact", pen.chip(look)),
            paragraph("AnnotatorMuted", run(look.meaning)),
        )
        for look in view.summary.key
    ]
    columns = min(KEYS, len(cells))
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    rows[-1] += [()] * (columns - len(rows[-1]))
    return table(
        shares(*[1] * columns), rows, about=", ".join(look.word for look in view.summary.key)
    )
