"""The list of claims: of each its words, the result, who holds what, the evidence, what was decided.

Ten thousand rows are written in a breath, so they are put together of strings, and what every row
has in common is made once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotator.exporters.html_pen import Pen, bdi, day, safe, time
from annotator.exporters.html_record import RecordWriter
from annotator.reporting.claims import ClaimView, HeldView, NoteView
from annotator.reporting.record import NO_RECORD
from annotator.reporting.review import Moment, RulingView, SpeechView
from annotator.reporting.words import Look

SIGN = "ⓘ"


class RowWriter:
    """Writes the rows of one report."""

    def __init__(self, pen: Pen, looks: Sequence[Look]) -> None:
        t = pen.t
        self._pen = pen
        self._chips = {look.name: str(pen.chip(look)) for look in looks}
        self._inks = {look.name: str(pen.ink(look)) for look in looks}
        self._records = RecordWriter(pen, {look.name: str(pen.glyph(look)) for look in looks})
        self._place = str(t("{claim}, in the article"))
        self._above = str(t("proposed wording, above"))
        self._cleared = str(t("cleared for publication"))
        self._falls = str(t("Short of the rule for {tag}."))
        self._disc = str(t("note {letter}, in the article"))
        self._settled = (
            str(t("Settled as {tag}")),
            str(t("Settled as {tag} by {who}")),
            str(t("Settled as {tag} by {who}, who held one of these tags")),
        )
        self._overrules = str(t("overrules {people}"))
        self._again = str(t("A colleague changed a tag since: check again."))
        self._other = str(t("{who} settled it as {tag}"))
        self._other_unnamed = str(t("Also settled as {tag}"))
        self._comments = str(t("Comments"))
        self._absent = str(t("A comment that is not in this copy"))
        self._taken_back = str(t("{who} took a comment back"))

    def rows(self, claims: Iterable[ClaimView]) -> Iterator[str]:
        """The list items of these claims."""
        return map(self._row, claims)

    def _row(self, claim: ClaimView) -> str:
        ref, places = claim.ref, self._pen.places
        own = f' id="{places.row}{ref.key}"' if ref.label and places.row else ""
        words = f'<p class="words" dir="auto"{self._pen.lang}>{safe(claim.text)}</p>\n'
        if claim.wordings and places.wording:
            also = "".join(
                f'<p class="also"><a href="#{places.wording}{key}">{self._above}</a></p>\n'
                for key in claim.wordings
            )
            words = f"<div>{words}{also}</div>\n"
        return (
            f'<li{own} class="row" data-is="{self._traits(claim)}">\n'
            f'<p class="no">{self._number(claim)}</p>\n'
            f'{words}<p class="tag">{self._chips[claim.look.name]}</p>\n'
            f'<div class="holds">\n{self._holds(claim)}</div>\n</li>\n'
        )

    def _traits(self, claim: ClaimView) -> str:
        """What the filters ask for: the result first."""
        decided = " decided" if claim.ruling else ""
        return f"{claim.look.name}{decided}{' short' if claim.short else ''}"

    def _number(self, claim: ClaimView) -> str:
        ref, place = claim.ref, self._pen.places.page
        if not ref.label or not place:
            return safe(ref.label)
        name = self._place.format(claim=safe(ref.name))
        return f'<a href="#{place}{ref.key}" aria-label="{name}">{safe(ref.label)}</a>'

    def _holds(self, claim: ClaimView) -> str:
        parts = [self._held(one) for one in claim.held]
        if claim.short:
            parts.append(self._reminder(claim.look, claim.short))
        if claim.ruling:
            parts.append(self._decided(claim.ruling, claim.differing))
        if claim.thread:
            parts.append(self._thread(claim.thread))
        return "".join(parts)

    def _held(self, held: HeldView) -> str:
        people = self._people(held.people)
        if held.tagged:
            people.insert(0, self._inks[held.look.name])
        parts = [f'<p class="who">{" · ".join(people)}</p>\n'] if people else []
        if held.record is not NO_RECORD:
            parts.append(self._records.record(held.record))
        if held.why:
            parts.append(f'<p class="said" dir="auto">{safe(held.why)}</p>\n')
        if held.note:
            parts.append(self._note(held.note))
        parts += [f'<p class="remind" dir="auto">{safe(one)}</p>\n' for one in held.reminders]
        return f'<div class="held">{"".join(parts)}</div>\n' if parts else ""

    def _people(self, people: Iterable[tuple[str, Moment | None]]) -> list[str]:
        """Who, and since when: in full for one, of several the day."""
        known = [(who, at) for who, at in people if who or at]
        if len(known) == 1:
            ((who, at),) = known
            return [part for part in (bdi(who) if who else "", time(at)) if part]
        return [
            f'<span class="one">{", ".join(filter(None, (bdi(who) if who else "", day(at))))}</span>'
            for who, at in known
        ]

    def _note(self, note: NoteView) -> str:
        public = f' <span class="by" dir="ltr">{self._cleared}</span>' if note.public else ""
        return f'<p class="said noted" dir="{note.direction}">{self._mark(note)}{safe(note.text)}{public}</p>\n'

    def _mark(self, note: NoteView) -> str:
        """The note's letter, which leads into the margin; none where there is no margin."""
        place = self._pen.places.note
        if not note.key or not place:
            return ""
        name = self._disc.format(letter=note.key)
        where = f'href="#{place}{note.key}" aria-label="{name}"'
        return f'<a class="disc" dir="ltr" {where}>{note.key}</a> '

    def _reminder(self, look: Look, why: str) -> str:
        """What it falls short of its rule by, in print: the reader of a paper copy has to see it."""
        said = self._falls.format(tag=safe(look.word))
        sign = f'<span class="glyph" aria-hidden="true">{SIGN}</span>'
        return f'<p class="remind short">{sign} {said} <span dir="auto">{safe(why)}</span></p>\n'

    def _decided(self, note: NoteView, differing: Iterable[RulingView]) -> str:
        said = note.ruling
        assert said is not None, "a decision's note holds the decision"
        pattern = self._settled[(2 if said.party else 1) if said.who else 0]
        head = pattern.format(tag=safe(said.look.word), who=bdi(said.who))
        names = self._pen.t.names(said.overruled)
        over = f"; {self._overrules.format(people=names)}" if names else ""
        when = f' <span class="who">· {time(said.when)}</span>' if time(said.when) else ""
        parts = [f"<p><b>{head}</b>{over}{when}</p>\n"]
        if said.reason:
            reason = f"{self._mark(note)}{safe(said.reason)}"
            parts.append(f'<p class="said" dir="{said.direction}">{reason}</p>\n')
        if said.stale:
            parts.append(f'<p class="again">{self._again}</p>\n')
        parts += map(self._otherwise, differing)
        return f'<div class="held ruled">{"".join(parts)}</div>\n'

    def _otherwise(self, other: RulingView) -> str:
        pattern = self._other if other.who else self._other_unnamed
        head = pattern.format(who=bdi(other.who), tag=self._inks[other.look.name])
        when = f" · {time(other.when)}" if time(other.when) else ""
        reason = f": {bdi(other.reason)}" if other.reason else ""
        return f'<p class="who">{head}{when}{reason}</p>\n'

    def _thread(self, thread: Iterable[SpeechView]) -> str:
        said = "".join(map(self._speech, thread))
        return f'<ul role="list" class="thread" aria-label="{self._comments}">\n{said}</ul>\n'

    def _speech(self, said: SpeechView) -> str:
        if not said.who and not said.text:
            words = self._absent
        elif not said.text:
            words = self._taken_back.format(who=bdi(said.who))
        else:
            head = " · ".join(filter(None, (bdi(said.who) if said.who else "", time(said.when))))
            text = f'<p class="said" dir="{said.direction}">{safe(said.text)}</p>'
            words = f'<span class="who">{head}</span>{text}'
        answer = ' class="answer"' if said.answer else ""
        return f"<li{answer}>{words}</li>\n"
