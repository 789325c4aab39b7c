"""The sign-off sheet as a Word file: one page for the editor before publication, with a place to sign."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any

from docx import Document

from annotator.domain.formats import Tally
from annotator.domain.report import Report
from annotator.exporters.word_file import WordFile
from annotator.exporters.word_pen import Pen
from annotator.exporters.word_table import Cell, grouped, logo, shares, table
from annotator.exporters.word_xml import NOTHING, Xml, line, paragraph, run, tab, together
from annotator.reporting import times
from annotator.reporting.labels import labels
from annotator.reporting.signoff import SignOff, signoff
from annotator.reporting.signoff_lists import LINES, SheetList
from annotator.reporting.signoff_rows import Row
from annotator.reporting.words import direction, first_words

EMPTY, TICKED = "☐", "☒"
"""As Word draws its own boxes. The box with a tick is an emoji to other programs, and then no box."""

LONGEST = 50
"""As many code points of a claim as stand on one line beside what is said of it."""

SHORT = 5
"""A longer label, such as a name or several numbers, goes before the words."""

_LISTS = shares(19.5, 5.5, 45, 30)


def write(report: Report) -> bytes:
    """The sheet alone."""
    found = sheet_of(report)
    file = WordFile(found.language, found.title)
    t = labels(report.edition.labels)
    lang = found.lang if found.lang != found.language else ""
    pen = Pen(t, file.package.links, file.ids, lang=lang, page=False, rows=False, items=False)
    picture = logo(report.edition.logo, t("Logo"), file.package, file.ids)
    file.body += sheet(found, pen, picture)
    public = report.edition.public
    people = [] if public else [one.name for one in report.analysts if one.name]
    moment = times.seconds(report.made_at) if report.made_at else ""
    return file.packed((found.foot, found.hash), people, moment, None)


def sheet_of(report: Report) -> SignOff:
    """What the sheet says; a logo beside the title makes that a line longer."""
    return signoff(report, lines=LINES - 2 * bool(report.edition.logo))


def sheet(found: SignOff, pen: Pen, picture: Xml = NOTHING) -> list[Xml]:
    """The page, as a file of its own or before a report."""
    base = found.direction
    title = run(found.title, base=base, lang=pen.lang)
    head = [paragraph("Heading1", title, base=base)]
    if picture:
        beside = [(head, (paragraph("AnnotatorEnd", picture),))]
        whole = table(shares(74, 26), beside, about=found.title, lined=False)
        head = [whole, paragraph("AnnotatorGap")]  # or Word would make one of two tables
    body = [_first(found), *head, _about(found)]
    body.append(paragraph("AnnotatorVerdict", run(found.verdict)))
    body.append(paragraph("AnnotatorCounts", run(found.counts)))
    groups = [(_name(one, pen), _rows(one, pen)) for one in found.lists]
    body.append(grouped(_LISTS, groups, about=found.sheet))
    choices = [run(f"{EMPTY} {choice}") for choice in found.choices]
    body.append(paragraph("AnnotatorChoices", Xml(run("      ").join(choices))))
    body += [_sign(found), paragraph("AnnotatorGap")]
    return body


def _first(found: SignOff) -> Xml:
    whose = run(f"{found.copy} " if found.copy else "", "AnnotatorStrong")
    return paragraph("AnnotatorFirstLine", whose, run(found.sheet), tab(), run(found.aside))


def _about(found: SignOff) -> Xml:
    """The head: what is checked at the left, who checked it at the right."""
    rows = []
    for place in range(max(len(found.about), len(found.people))):
        cells: list[Cell] = []
        for column in (found.about, found.people):
            label, said = column[place] if place < len(column) else ("", "")
            base = direction(said)
            cells.append((paragraph("AnnotatorMuted", run(label)),))
            cells.append((paragraph("AnnotatorFact", run(said, base=base), base=base),))
        rows.append(cells)
    return table(shares(13, 39, 13, 35), rows, about=found.sheet, lined=False)


def _name(one: SheetList, pen: Pen) -> Cell:
    count = run(f" {pen.t.number(one.count)}", "AnnotatorQuiet")
    found = [paragraph("AnnotatorFact", run(one.name, "AnnotatorStrong"), count)]
    if one.remark:
        found.append(paragraph("AnnotatorMuted", run(one.remark)))
    return found


def _rows(one: SheetList, pen: Pen) -> list[Sequence[Cell]]:
    """Numbers, words and remarks of a list; an empty one stays, as one quiet line."""
    found: list[Sequence[Cell]] = [_row(row, pen) for row in one.rows]
    quiet = "" if one.rows else one.quiet
    below = filter(None, (quiet, one.more, *one.notes))
    found += [((), (paragraph("AnnotatorMuted", run(text)),), ()) for text in below]
    return found


def _row(row: Row, pen: Pen) -> Sequence[Cell]:
    base = row.direction
    text = pen.pieces(row.pieces) if row.pieces else pen.words(_fitted(row))
    label = run(row.label, "AnnotatorNumber")
    if len(row.label) > SHORT:
        text, label = together((label, run("\u2003"), text)), NOTHING
    return (
        (paragraph("AnnotatorFact", label),),
        (paragraph("AnnotatorLine", text, base=base),),
        (paragraph("AnnotatorEnd", _end(row, pen)),),
    )


def _fitted(row: Row) -> str:
    """The words, cut to a line where something stands at its end."""
    return first_words(row.text, LONGEST) if row.sides or row.remark else row.text


def _end(row: Row, pen: Pen) -> Xml:
    """What stands at the end of a line: who holds what, a remark, or boxes to tick."""
    if row.sides:
        sides = [
            together((line(f"{who} " if who else ""), pen.ink(look))) for who, look in row.sides
        ]
        return Xml(run(" · ").join(sides))
    if row.boxes:
        boxes = (f"{TICKED if ticked else EMPTY} {label}" for label, ticked in row.boxes)
        return run("   ".join(boxes))
    return run(row.remark, base=direction(row.remark))


def _sign(found: SignOff) -> Xml:
    """The lines over which one writes."""
    cells: list[Cell] = []
    for place, name in enumerate(found.sign):
        cells += [()] * bool(place)
        cells.append((paragraph("AnnotatorSign", run(name)),))
    widths = (33, 3.5, 20, 3.5, 40)
    wide = shares(*widths[: len(cells)]) if len(cells) <= len(widths) else shares(*[1] * len(cells))
    return table(wide, [cells], about=", ".join(found.sign), lined=False)


def count(data: bytes) -> Tally:
    """How many claims the sheet accounts for: the sum of its counts, read again by python-docx."""
    document: Any = Document(io.BytesIO(data))
    said = [one.text for one in document.paragraphs if one.style.name == "Annotator Counts"]
    figures = (re.sub(r"\D", "", part) for text in said for part in text.split("·"))
    return Tally(sum(int(figure) for figure in figures if figure))
