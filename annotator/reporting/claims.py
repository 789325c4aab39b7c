"""What a report says of one claim: who holds what, what was decided, what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from annotator.domain.assessment import Audience
from annotator.domain.report import Held, Outcome, ReportClaim
from annotator.domain.tags import Standing
from annotator.domain.wording import letter, raised
from annotator.reporting import record_words, words
from annotator.reporting.record import RecordView, RecordViews
from annotator.reporting.review import Moment, RulingView, SpeechView, Threads, moment, ruling
from annotator.reporting.words import Look, Terms


class NoteView(NamedTuple):
    """A note in the margin, and its mark: an analyst's, or what a decision has to say.

    ``key`` ends its ids, ``direction`` is rtl or ltr. ``label`` stands before it: why it is
    disputed, else the tag; ``grades`` are those of the evidence.
    """

    key: str
    claim: words.Ref
    look: Look | None
    text: str
    direction: str
    who: str
    public: bool = False
    ruling: RulingView | None = None
    label: str = ""
    grades: str = ""


class HeldView(NamedTuple):
    """What analysts hold alike, and since when (None: they merely recorded something).

    ``note`` is of one of them alone. ``tagged``: how they hold it is said beside their names, and is
    not plain from the claim's result. ``reminders`` are what there is to look at again, but what the
    claim falls short by, which stands in a place of its own.
    """

    people: tuple[tuple[str, Moment | None], ...]
    look: Look
    record: RecordView
    why: str
    note: NoteView | None
    tagged: bool = False
    reminders: tuple[str, ...] = ()


class ClaimView(NamedTuple):
    """One claim of the lists and of the page.

    ``ruling`` is the note of the decision that stands, ``differing`` what other reviewers decided.
    ``short``: what it falls short of the rule of *verified* by, in a sentence; else empty.
    """

    ref: words.Ref
    look: Look
    text: str
    start: int
    held: tuple[HeldView, ...]
    notes: tuple[NoteView, ...]
    ruling: NoteView | None
    differing: tuple[RulingView, ...]
    thread: tuple[SpeechView, ...]
    wordings: tuple[str, ...]
    short: str

    @property
    def reasons(self) -> list[tuple[str, str, NoteView | None]]:
        """Why it is disputed: who says so, the reason in words, the note; a decision's comes last."""
        said = [
            (held.people[0][0], held.record.because, held.note)
            for held in self.held
            if held.note or held.record.because
        ]
        if self.ruling is not None and self.ruling.text:
            said.append((self.ruling.who, "", self.ruling))
        return said

    @property
    def stale(self) -> bool:
        return (
            self.ruling is not None and self.ruling.ruling is not None and self.ruling.ruling.stale
        )

    @property
    def sides(self) -> list[tuple[Look, list[str]]]:
        """Who holds what, for claims on which analysts differ."""
        sides: dict[Look, list[str]] = {}
        for held in self.held:
            if held.look.outcome is not Outcome.UNTAGGED:
                sides.setdefault(held.look, []).extend(who for who, _ in held.people)
        return list(sides.items())


class ClaimViews:
    """Makes them, and gives notes their letters in the order of the article."""

    def __init__(self, threads: Threads, records: RecordViews) -> None:
        self._threads = threads
        self._records = records
        self._terms = records.terms
        self._marks = count()

    def counted(self, claim: ReportClaim) -> ClaimView:
        return self._view(claim, self._terms.ref(claim.number), self._marks)

    def left(self, claim: ReportClaim) -> ClaimView:
        """A claim that has no number and stands in no count; its notes have no letters."""
        return self._view(claim, words.Ref("", self._terms.t("an earlier claim"), ""), None)

    def spoken(self, claim: ReportClaim) -> bool:
        """Whether anybody commented on it."""
        return claim.id in self._threads

    def _view(self, claim: ReportClaim, ref: words.Ref, marks: Iterator[int] | None) -> ClaimView:
        held = tuple(_alike(self._held(claim, one, ref, marks) for one in claim.held))
        notes = [one.note for one in held if one.note]
        decided = _decided(claim, ref, marks, self._terms)
        short = self._records.short(claim)
        several = len(held) > 1 or not ref.label or decided is not None
        held = tuple(_placed(one, several, short) for one in held)
        if decided is not None and decided.key:
            notes.append(decided)
        return ClaimView(
            ref,
            self._terms.look[claim.outcome],
            claim.text,
            claim.span.start,
            held,
            tuple(notes),
            decided,
            tuple(ruling(one, self._terms) for one in claim.differing),
            self._threads.get(claim.id, ()),
            tuple(one.record.wording for one in held if one.record.wording),
            short,
        )

    def _held(
        self, claim: ReportClaim, held: Held, ref: words.Ref, marks: Iterator[int] | None
    ) -> HeldView:
        found = held.assessment
        look = self._terms.standing[found.standing]
        note = None
        if found.note:
            bare = found.standing is Standing.UNTAGGED
            note = NoteView(
                _marked(marks),
                ref,
                None if bare else look,
                found.note,
                words.direction(found.note),
                held.analyst.name,
                found.audience is Audience.PUBLIC,
                label=""
                if bare
                else raised(record_words.because(found, self._terms.t) or look.word),
                grades=", ".join(filter(None, map(record_words.grade, held.record.evidence))),
            )
        return HeldView(
            (
                (
                    held.analyst.name,
                    None if found.empty or not held.changed else moment(held.changed, self._terms),
                ),
            ),
            look,
            self._records.of(claim, held),
            found.why if found.not_checkable else "",
            note,
        )


def _placed(held: HeldView, several: bool, short: str) -> HeldView:
    """Who is nameless and holds no tag merely recorded something (public copies): there is no tag to say."""
    nobody = held.look.outcome is Outcome.UNTAGGED and not any(who for who, _ in held.people)
    tagged = (several or len(held.people) > 1) and not nobody
    reminders = tuple(one for one in held.record.reminders if one != short)
    return held._replace(tagged=tagged, reminders=reminders) if tagged or reminders else held


def _marked(marks: Iterator[int] | None) -> str:
    """The mark of the next note: a to z, then aa, ab and so on."""
    return "" if marks is None else letter(next(marks)).lower()


def _decided(
    claim: ReportClaim, ref: words.Ref, marks: Iterator[int] | None, terms: Terms
) -> NoteView | None:
    """The decision that stands; in the margin too where there is more to say than that it was made."""
    if claim.decision is None:
        return None
    said = ruling(claim.decision, terms)
    telling = said.reason or said.overruled or said.stale or claim.differing
    key = _marked(marks) if telling else ""
    return NoteView(key, ref, said.look, said.reason, said.direction, said.who, ruling=said)


def _alike(held: Iterable[HeldView]) -> list[HeldView]:
    """Who hold and recorded the same, on one line, where the first of them stands; notes part them."""
    found: list[HeldView] = []
    places: dict[tuple[str, RecordView], int] = {}
    for one in held:
        same = places.get((one.look.name, one.record))
        if one.note or one.why:
            found.append(one)
        elif same is None:
            places[one.look.name, one.record] = len(found)
            found.append(one)
        else:
            found[same] = found[same]._replace(people=found[same].people + one.people)
    return found
