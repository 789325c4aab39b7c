"""The list of claims in Markdown: of each its words, the result, who holds what, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.exporters.markdown_record import record
from annotator.exporters.markdown_text import line, lines
from annotator.reporting.claims import ClaimView, HeldView, NoteView
from annotator.reporting.labels import Labels
from annotator.reporting.review import Moment, RulingView, SpeechView

INDENT, DEEPER = "  ", "    "
"""Below a claim, and below who holds it. What goes on a line further down may stand anywhere."""


class ClaimWriter:
    """Writes the rows of one report; ``many``: more than one analyst judged."""

    def __init__(self, t: Labels, *, many: bool) -> None:
        self._t = t
        self._many = many

    def rows(self, claims: Iterable[ClaimView]) -> Iterator[str]:
        """One block: the list of these claims; none for none."""
        found = ["\n".join(self._row(claim)) for claim in claims]
        if found:
            yield "\n".join(found)

    def _row(self, claim: ClaimView) -> Iterator[str]:
        look = claim.look
        label = f"{claim.ref.label} " if claim.ref.label else ""
        yield f"- **{label}{look.glyph} {line(look.word)}** · {lines(claim.text, INDENT)}"
        for one in filter(None, self._said(claim)):
            yield f"{INDENT}- {one}"

    def _said(self, claim: ClaimView) -> Iterator[str]:
        for held in claim.held:
            yield from self._held(held)
        if claim.short:
            yield f"**{line(self._t('Short of the rule for {tag}:', tag=claim.look.word))}** {line(claim.short)}"
        if claim.ruling is not None and claim.ruling.ruling is not None:
            yield self._ruling(claim.ruling.ruling, claim.ruling.key)
        for other in claim.differing:
            yield self._other(other)
        for speech in claim.thread:
            yield self._speech(speech)

    def _held(self, held: HeldView) -> Iterator[str]:
        """Who holds it, and below that what they recorded; without a head all beside each other."""
        people = [
            ", ".join(filter(None, (who, when.day if when else ""))) for who, when in held.people
        ]
        said = " · ".join(filter(None, people))
        if not (said or held.tagged):
            yield from self._recorded(held)
            return
        tag = f"{held.look.glyph} {held.look.word}"
        head = line(f"{tag} · {said}" if said else tag)
        yield f"\n{DEEPER}- ".join([head, *filter(None, self._recorded(held))])

    def _recorded(self, held: HeldView) -> Iterator[str]:
        yield from record(held.record, self._t)
        if held.why:
            yield lines(held.why, DEEPER)
        if held.note is not None:
            yield self._note(held.note)
        for reminder in held.reminders:
            yield f"*{line(reminder)}*" if _plain(reminder) else line(reminder)

    def note(self, note: NoteView, *, named: bool = False) -> str:
        """A note as an item of a list of its own; ``named``: with the claim it is on."""
        said = self._ruling(note.ruling, note.key) if note.ruling else self._note(note)
        return f"- {line(note.claim.name)}: {said}" if named and note.ruling else f"- {said}"

    def _note(self, note: NoteView) -> str:
        letter = f"**\\[{note.key}\\]** " if note.key else ""
        who = f"{note.who}: " if self._many and note.who else ""
        cleared = f" ({line(self._t('cleared for publication'))})" if note.public else ""
        return f"{letter}{line(who)}{' ' if who else ''}{lines(note.text, DEEPER)}{cleared}"

    def _ruling(self, said: RulingView, key: str) -> str:
        t = self._t
        mark = f" \\[{key}\\]" if key else ""
        when = f" · {line(said.when.day)}" if said.when else ""
        reason = f": {lines(said.reason, DEEPER)}" if said.reason else ""
        again = t("A colleague changed a tag since: check again.")
        stale = f" **{line(again)}**" if said.stale else ""
        return f"**{line(said.says)}**{mark}{when}{reason}{stale}"

    def _other(self, said: RulingView) -> str:
        t, word = self._t, said.look.word
        head = (
            t("{who} settled it as {tag}", who=said.who, tag=word)
            if said.who
            else t("Also settled as {tag}", tag=word)
        )
        reason = f": {lines(said.reason, DEEPER)}" if said.reason else ""
        return f"{line(head)}{reason}"

    def _speech(self, said: SpeechView) -> str:
        t = self._t
        if not said.who and not said.text:
            return line(t("A comment that is not in this copy"))
        if not said.text:
            return line(t("{who} took a comment back", who=said.who))
        head = ", ".join(filter(None, (said.who, _day(said.when))))
        arrow = "↳ " if said.answer else ""
        return (
            f"{arrow}{line(head)}: {lines(said.text, DEEPER)}" if head else lines(said.text, DEEPER)
        )


def _day(when: Moment) -> str:
    return when.day


def _plain(text: str) -> bool:
    """Whether emphasis can stand round it: its ends are letters or a full stop after one."""
    return text[:1].isalnum() and text[-2:-1].isalnum()
