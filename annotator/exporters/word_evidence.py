"""The list of evidence: every item once, with the claims that it serves."""

from __future__ import annotations

from annotator.exporters.word_pen import Pen
from annotator.exporters.word_table import Cell, shares, table
from annotator.exporters.word_xml import Xml, bookmark, line, paragraph, run, together
from annotator.reporting.evidence import ItemView
from annotator.reporting.view import View
from annotator.reporting.words import direction


def evidence(view: View, pen: Pen, title: str) -> list[Xml]:
    """The section."""
    t, items = pen.t, view.evidence
    one, many = (
        "{n} item, in the order of the claims they serve.",
        "{n} items, in the order of the claims they serve.",
    )
    says = t.count(len(items), one, many)
    if view.files:
        says = f"{says} {t('Kept files stay in the library: they are named by their hash.')}"
    rows = [(_grade(item), _item(item, pen), _serves(item, pen)) for item in items]
    return [
        pen.heading(2, title),
        paragraph("AnnotatorLegend", run(says), keep=True),
        table(
            shares(7, 60, 33),
            rows,
            about=title,
            head=(t("Grade"), t("Item"), t("Claims it serves")),
        ),
    ]


def _grade(item: ItemView) -> Cell:
    return (paragraph("AnnotatorFact", run(item.grade, "AnnotatorStrong")),)


def _item(item: ItemView, pen: Pen) -> Cell:
    t = pen.t
    base = direction(item.name)
    before, after = bookmark(f"{pen.prefix}item_{item.key}", next(pen.ids))
    name = together((before, run(item.name, "AnnotatorStrong", base=base), after))
    found = [paragraph("AnnotatorFact", name, base=base)]
    if item.about:
        found.append(_line(line(item.about)))
    for address, shown in (item.address, item.archive):
        if shown and shown != item.name:
            found.append(_line(pen.address(address, shown)))
    if item.copy_of[1]:
        found.append(_line(line(t("A copy of {item}", item=item.copy_of[1]))))
    found += [_text(one) for one in (item.note, *item.asked, *item.files) if one]
    told = [item.who] if pen.many and item.who else []
    told += [t("cleared for publication")] if item.public else []
    if told:
        found.append(_line(line(" · ".join(told))))
    return found


def _line(runs: Xml) -> Xml:
    return paragraph("AnnotatorMuted", runs)


def _text(text: str) -> Xml:
    base = direction(text)
    return paragraph("AnnotatorFact", run(text, base=base), base=base)


def _serves(item: ItemView, pen: Pen) -> Cell:
    """By what it does for them: "Supports 1, 4"."""
    stances: dict[str, list[Xml]] = {}
    for ref, stance, _ in item.serves:
        stances.setdefault(stance, []).append(pen.claim(ref, listed=True, style=""))
    found = [
        paragraph("AnnotatorFact", run(f"{stance} ", "AnnotatorStrong"), Xml(run(", ").join(refs)))
        for stance, refs in stances.items()
    ]
    if item.more:
        found.append(_line(run(pen.t("and {n} more", n=pen.t.number(item.more)))))
    return found
