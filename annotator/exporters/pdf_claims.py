"""The lists at the end of a report as the template draws them: claims with all that is held, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotator.domain.wording import raised
from annotator.exporters.pdf_characters import strings
from annotator.exporters.pdf_ink import (
    Block,
    Pen,
    Run,
    Runs,
    alone,
    bold,
    chip,
    inked,
    muted,
    para,
    run,
    separated,
    whole,
)
from annotator.reporting import words
from annotator.reporting.claims import ClaimView, HeldView, NoteView
from annotator.reporting.evidence import ItemView
from annotator.reporting.record import NO_RECORD, EvidenceView, RecordView, SaidView
from annotator.reporting.review import Moment, RulingView, SpeechView

LONG = 1800
"""A row with more characters in a column may run over the end of a page; a shorter one is kept whole."""
MANY = 500
"""In a list of more rows any row may."""


class RowWriter:
    """Writes the rows of one report: of each claim its words, the result, and who holds what and why."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._t = pen.t

    def rows(self, claims: Sequence[ClaimView]) -> Iterator[Block]:
        """A block a row."""
        many = len(claims) > MANY
        for claim in claims:
            holds = list(self._holds(claim))
            yield {
                "k": "row",
                "no": self._pen.row(claim.ref),
                "words": [claim.text],
                "dir": words.direction(claim.text),
                "also": self._also(claim),
                "chip": [chip(claim.look)],
                "holds": holds,
                "breaks": many or len(claim.text) > LONG or _length(holds) > LONG,
                "w": 1 + len(holds) // 4,
            }

    def _also(self, claim: ClaimView) -> list[Runs]:
        if not self._pen.places.wordings:
            return []
        above = self._t("proposed wording, above")
        return [[self._pen.link(f"w{key}", [above], name=above)] for key in claim.wordings]

    def _holds(self, claim: ClaimView) -> Iterator[Block]:
        for place, one in enumerate(claim.held):
            lines = list(self._held(one))
            if lines and place:
                lines[0]["rule"] = True
            yield from lines
        if claim.short:
            tag = self._t("Short of the rule for {tag}:", tag=claim.look.word)
            yield para([f"{tag} ", alone(claim.short)], style="remind")
        if claim.ruling:
            lines = list(self._decided(claim.ruling, claim.differing))
            lines[0]["rule"] = bool(claim.held)
            yield from lines
        yield from self._thread(claim.thread)

    def _held(self, held: HeldView) -> Iterator[Block]:
        who = self._people(held.people)
        if held.tagged:
            who = separated([[inked(held.look)], who])
        if who:
            yield para(who, style="who")
        if held.record is not NO_RECORD:
            yield from self._record(held.record)
        if held.why:
            yield para([held.why], words.direction(held.why))
        if held.note:
            yield self._note(held.note, held.note.text, public=held.note.public)
        for one in held.reminders:
            yield para([one], words.direction(one), style="remind")

    def _people(self, people: Iterable[tuple[str, Moment | None]]) -> Runs:
        """Who, and since when: in full for one, of several the day."""
        known = [(who, at) for who, at in people if who or at]
        if len(known) == 1:
            ((who, at),) = known
            return separated([[alone(who)] if who else [], [at.words] if at else []])
        return separated(
            [whole(", ".join(filter(None, (alone(who), at.day if at else ""))))]
            for who, at in known
        )

    def _note(self, note: NoteView, text: str, *, public: bool = False) -> Block:
        found: Runs = []
        if note.key:
            place = f"{'d' if note.ruling else 'n'}{note.key}"
            disc = run("disc", [note.key])
            if self._pen.places.page:
                name = self._t("note {letter}, in the article", letter=note.key)
                found = [self._pen.link(place, [disc], name=name), " "]
            else:
                found = [self._pen.link(f"r{note.claim.key}", [disc], place, note.claim.name), " "]
        found.append(text)
        if public:
            found += [" ", muted(self._t("cleared for publication"))]
        return para(found, words.direction(text))

    def _decided(self, note: NoteView, differing: Iterable[RulingView]) -> Iterator[Block]:
        said, pen = note.ruling, self._pen
        assert said is not None, "a decision's note holds the decision"
        label = "Settled as {tag}"
        if said.who:
            label = "Settled as {tag} by {who}"
            if said.party:
                label = "Settled as {tag} by {who}, who held one of these tags"
        line: Runs = [bold(*pen.says(label, tag=said.look.word, who=alone(said.who)))]
        if people := pen.people(said.overruled):
            line += ["; ", *pen.says("overrules {people}", people=people)]
        if said.when:
            line.append(muted(f" · {said.when.words}"))
        yield para(line)
        if said.reason:
            yield self._note(note, said.reason)
        if said.stale:
            yield para([self._t("A colleague changed a tag since: check again.")], style="remind")
        for other in differing:
            yield self._otherwise(other)

    def _otherwise(self, other: RulingView) -> Block:
        tag = inked(other.look)
        label = "{who} settled it as {tag}" if other.who else "Also settled as {tag}"
        line = self._pen.says(label, who=alone(other.who), tag=tag)
        if other.when:
            line.append(f" · {other.when.words}")
        if other.reason:
            line.append(f": {alone(other.reason)}")
        return para(line, style="who")

    def _thread(self, thread: Iterable[SpeechView]) -> Iterator[Block]:
        for said in thread:
            answer = "answer" if said.answer else "speech"
            if not said.text:
                gone = (
                    self._pen.says("{who} took a comment back", who=alone(said.who))
                    if said.who
                    else [self._t("A comment that is not in this copy")]
                )
                yield para([muted(*gone)], style=answer)
                continue
            head = separated(
                [[alone(said.who)] if said.who else [], [said.when.words] if said.when else []]
            )
            if head:
                yield para([muted(*head)], style=answer)
            yield para([said.text], said.direction, style=answer)

    def _record(self, record: RecordView) -> Iterator[Block]:
        if record.said:
            yield self._attribution(record.said)
        elif record.because:
            yield para([bold(f"{raised(record.because)}.")])
        for one in record.evidence:
            yield self._evidence(one)
        if record.more:
            yield para([record.more], words.direction(record.more), style="who")
        if record.flag:
            yield para([bold(self._t("Flag")), " ", alone(record.flag)], style="who")

    def _attribution(self, said: SaidView) -> Block:
        state: Run | str = (
            bold(self._t("confirmed")) if said.confirmed else self._t("not confirmed")
        )
        label = "Said by {who}: {state}" if said.who else "Said: {state}"
        first = self._pen.says(label, who=alone(said.who), state=state)
        shown = [run("who", self.about(one)) for one in said.shown]
        first = separated([first, *([one] for one in shown)]) if shown else [*first, "."]
        return para([*first, " ", said.content_says])

    def _evidence(self, one: EvidenceView) -> Block:
        look = one.look
        stance = run("k", [_glyph(look), " ", one.stance], look=look) if look else bold(one.stance)
        name: Run | str = alone(one.name)
        if one.key and self._pen.places.items:
            name = self._pen.link(f"e{one.key}", [name], name=self._t("evidence {n}", n=one.key))
        grade: Runs = [bold(one.grade)] if one.grade else []
        about = self.about(one)
        line = separated([[stance], [name], grade])
        return para([*line, *([" ", run("who", about)] if about else [])])

    def about(self, one: EvidenceView) -> Runs:
        """Where it lies, what is known of it, the quotation and the place of it."""
        parts: list[Runs] = []
        if one.site:
            parts.append([self._pen.web(one.address, one.site)])
        if one.about:
            parts.append([alone(one.about)])
        place = alone(one.locator)
        if one.quote:
            quote = alone(one.quote)
            parts.append([f"{quote}, {place}" if place else quote])
        elif place:
            parts.append([place])
        return separated(parts)


_GLYPHS = {look.name: look.glyph for look in words.LOOK.values()}


def _glyph(look: str) -> Run:
    return run("g", [_GLYPHS.get(look, "")], look=look)


class EvidenceWriter:
    """Writes the list of evidence: each item once, with all that is known of it and whom it serves."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._t = pen.t

    def rows(self, items: Sequence[ItemView]) -> Iterator[Block]:
        """A block an item."""
        for item in items:
            lines = list(self._lines(item))
            yield {
                "k": "item",
                "grade": [item.grade],
                "lines": lines,
                "breaks": len(items) > MANY or _length(lines) > LONG,
                "serves": self._serves(item),
                "w": 1,
            }

    def _lines(self, item: ItemView) -> Iterator[Block]:
        pen = self._pen
        first = item.serves[0][0] if item.serves else None
        target = f"r{first.key}" if first and pen.places.rows else ""
        name = pen.link(
            target, [alone(item.name)], own=f"e{item.key}", name=first.name if first else ""
        )
        about: Runs = [muted(f" · {alone(item.about)}")] if item.about else []
        yield para([bold(name), *about])
        if item.address[1]:
            yield para([pen.web(*item.address)], style="who")
        if item.archive[1]:
            yield para(
                pen.says("archived at {address}", address=pen.web(*item.archive)), style="who"
            )
        if item.copy_of[0]:
            origin = pen.link(f"e{item.copy_of[0]}", [alone(item.copy_of[1])], name=item.copy_of[1])
            yield para(
                self._pen.says("A copy of {item}: both count once.", item=origin), style="who"
            )
        for said in filter(None, (item.note, *item.asked)):
            yield para([said], words.direction(said))
        for file in item.files:
            yield para([alone(file)], style="who")

    def _serves(self, item: ItemView) -> Runs:
        parts: list[Runs] = []
        for ref, stance, look in item.serves:
            word = stance.lower()
            shown = run("k", [_glyph(look), " ", word], look=look) if look else word
            parts.append([whole(shown, " ", self._pen.claim(ref, listed=True))])
        found = separated(parts)
        if item.more:
            found += [" ", *self._pen.says("and {n} more", n=self._t.number(item.more))]
        who = f"– {alone(item.who)}" if self._pen.many and item.who else ""
        cleared = self._t("cleared for publication") if item.public else ""
        tail = " · ".join(filter(None, (who, cleared)))
        return [*found, " ", muted(tail)] if tail else found


def _length(lines: Iterable[Block]) -> int:
    """So many characters, with what each line takes beside them."""
    return sum(60 + sum(map(len, strings(line))) for line in lines)
