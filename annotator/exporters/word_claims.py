"""The table of claims: number, words, result, and who holds what, with evidence and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.domain.report import Outcome
from annotator.domain.wording import raised
from annotator.exporters.word_comments import Line, Speaker, Spoken, begins, ends
from annotator.exporters.word_cues import CUES
from annotator.exporters.word_pen import Pen
from annotator.exporters.word_table import Cell, shares, table
from annotator.exporters.word_xml import NOTHING, Xml, bookmark, line, paragraph, run, together
from annotator.reporting.claims import ClaimView, HeldView
from annotator.reporting.record import EvidenceView, RecordView
from annotator.reporting.review import Moment, RulingView, SpeechView
from annotator.reporting.view import View
from annotator.reporting.words import direction


def claims(
    view: View,
    pen: Pen,
    speaker: Speaker,
    comments: Mapping[int, Sequence[Spoken]],
    title: str,
) -> list[Xml]:
    """The section. ``comments``: those that stand on the rows, where there is no page to stand on."""
    t = pen.t
    says = t("{claims}, in the order of the article.", claims=raised(view.head.claims_name))
    if view.evidence:
        grades = (
            "Letter and figure: reliability of the source A–F, credibility of the information 1–6."
        )
        says = f"{says} {t(grades)}"
    writer = RowWriter(pen, speaker)
    rows = (writer.row(row, comments.get(place, ())) for place, row in enumerate(view.rows))
    return [
        pen.heading(2, title),
        paragraph("AnnotatorLegend", run(says), keep=True),
        table(WIDTHS, rows, about=title, head=_head(pen)),
    ]


WIDTHS = shares(5, 36, 14.5, 44.5)


def _head(pen: Pen) -> list[str]:
    names = ("No.", "Claim", "Result", "Evidence and decision")
    return [pen.t(name) for name in names]


def aside(view: View, pen: Pen, speaker: Speaker, title: str) -> list[Xml]:
    """What was said of claims that stand in no count."""
    t = pen.t
    found = [pen.heading(2, title)]
    retired = (
        "What was said of claims that have since been split, joined or given other borders. "
        "None of it is in the counts."
    )
    furniture = (
        "What was said of text that is not part of the article. None of it is in the counts."
    )
    for name, says, rows in (
        (t("Under other borders"), t(retired), view.retired),
        (t("Set aside as page furniture"), t(furniture), view.furniture),
    ):
        if rows:
            writer = RowWriter(pen, speaker, noted="AnnotatorFact")
            found += [
                pen.heading(3, name),
                paragraph("AnnotatorLegend", run(says), keep=True),
                table(WIDTHS, map(writer.row, rows), about=name, head=_head(pen)),
            ]
    return found


class RowWriter:
    """Writes rows. ``noted`` is the style of a note: those of claims that count have one of their own."""

    def __init__(self, pen: Pen, speaker: Speaker, noted: str = "AnnotatorNote") -> None:
        self._pen = pen
        self._t = pen.t
        self._speaker = speaker
        self._noted = noted
        self._again = self._t("A colleague changed a tag since: check again.")

    def row(self, claim: ClaimView, comments: Sequence[Spoken] = ()) -> Sequence[Cell]:
        """The four cells of a claim."""
        pen, base = self._pen, direction(claim.text)
        before, after = NOTHING, NOTHING
        if claim.ref.label:
            before, after = bookmark(f"{pen.prefix}row_{claim.ref.key}", next(pen.ids))
        text = together((before, begins(comments), pen.words(claim.text), ends(comments), after))
        number = pen.claim(claim.ref) if claim.ref.label else NOTHING
        return (
            (paragraph("AnnotatorFact", number),),
            (paragraph("AnnotatorClaimText", text, base=base),),
            (paragraph("AnnotatorFact", pen.chip(claim.look)),),
            tuple(self._holds(claim)),
        )

    def _holds(self, claim: ClaimView) -> Iterator[Xml]:
        for one in claim.held:
            yield from self._held(one)
        if claim.short:
            says = self._t("Short of the rule for {tag}:", tag=claim.look.word)
            yield _fact(run(says, "AnnotatorStrong"), run(f" {claim.short}"))
        if claim.ruling is not None and claim.ruling.ruling is not None:
            yield from self._ruled(claim.ruling.ruling)
        for other in claim.differing:
            yield from self._ruled(other)
        for said in claim.thread:
            yield self._speech(said)

    def _held(self, held: HeldView) -> Iterator[Xml]:
        known = [(who, at) for who, at in held.people if who or at]
        shown = [_person(who, at, alone=len(known) == 1) for who, at in known]
        if held.tagged:
            tag = self._pen.ink(held.look)
            rest = line(f" · {'; '.join(shown)}" if shown else "")
            yield paragraph("AnnotatorWho", tag, rest)
        elif shown:
            yield paragraph("AnnotatorWho", line(shown[0]))
        yield from self._record(held.record)
        if held.why:
            yield _said(held.why)
        if held.note is not None:
            note, base = held.note, held.note.direction
            public = run(
                f" {self._t('cleared for publication')}" if note.public else "", "AnnotatorQuiet"
            )
            yield paragraph(self._noted, run(note.text, base=base), public, base=base)

    def _record(self, record: RecordView) -> Iterator[Xml]:
        if record.because and not record.said:
            yield _fact(run(f"{raised(record.because)}.", "AnnotatorStrong"))
        lines = [line for line in self._speaker.recorded(record) if line is not None]
        evidence = iter(record.evidence)
        first = 1 if record.said else 0
        for place, one in enumerate(lines):
            if first <= place < first + len(record.evidence):
                yield self._evidence(next(evidence))
            else:
                yield _line(one)

    def _evidence(self, one: EvidenceView) -> Xml:
        outcome = {"verified": Outcome.VERIFIED, "disputed": Outcome.DISPUTED}.get(one.look)
        stance = run(one.stance, CUES[outcome].ink if outcome else "AnnotatorStrong")
        grade = run(f" · {one.grade}" if one.grade else "", "AnnotatorStrong")
        parts = (
            [self._pen.address(one.address, one.site)] if one.site and one.site != one.name else []
        )
        parts += [line(one.about, "AnnotatorQuiet")] if one.about else []
        quoted = ", ".join(filter(None, (one.quote, one.locator)))
        parts += [line(quoted)] if quoted else []
        rest = together(together((run(" · "), part)) for part in parts)
        return _fact(stance, line(f" · {one.name}"), grade, rest)

    def _ruled(self, said: RulingView) -> Iterator[Xml]:
        when = run(f" · {said.when.words}" if said.when else "", "AnnotatorQuiet")
        glyph = run(f"{said.look.glyph} ", CUES[said.look.outcome].ink)
        yield paragraph("AnnotatorWho", glyph, line(said.says, "AnnotatorStrong"), when)
        if said.reason:
            yield _said(said.reason)
        if said.stale:
            yield _said(self._again)

    def _speech(self, said: SpeechView) -> Xml:
        text = said.text
        if not text:
            label = "{who} took a comment back"
            text = (
                self._t(label, who=said.who)
                if said.who
                else self._t("A comment that is not in this copy")
            )
            return paragraph("AnnotatorUnder" if said.answer else "AnnotatorMuted", run(text))
        who = " · ".join(filter(None, (said.who, said.when.words)))
        style = "AnnotatorUnder" if said.answer else "AnnotatorFact"
        return paragraph(
            style, line(f"{who}: " if who else "", "AnnotatorQuiet"), run(text, base=said.direction)
        )


def _person(who: str, at: Moment | None, *, alone: bool) -> str:
    when = (at.words if alone else at.day) if at else ""
    return ", ".join(filter(None, (who, when)))


def _fact(*runs: Xml) -> Xml:
    return paragraph("AnnotatorFact", *runs)


def _said(text: str) -> Xml:
    base = direction(text)
    return paragraph("AnnotatorFact", run(text, base=base), base=base)


def _line(one: Line) -> Xml:
    base = direction(one.text)
    runs: Iterable[Xml] = (run(text, style, base=base) for text, style in one.pieces)
    return paragraph("AnnotatorFact", *runs, base=base)
