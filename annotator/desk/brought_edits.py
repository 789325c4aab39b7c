"""What a file of another format says, as edits by colleagues: the same file gives the same edits.

Everything in an edit follows from the file: who (an id made of format, key and name), when (the
file's dates), and what else is by chance (nonce and salts). So a file brought in twice changes
nothing, and two libraries that take it in have the same edits. Of the library depends only what
need not be written at all: a name that is known, a claim that was cut before, and
what lies here by the hand of the very person (``domain/brought.py``, "Ids").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from annotator.desk.brought_article import places_of
from annotator.desk.brought_here import Here
from annotator.desk.brought_people import People, Person
from annotator.desk.brought_sealed import Sealer, acts_of, place_in_order
from annotator.desk.placing import Placing, Unplaced, named
from annotator.desk.words import kept_text
from annotator.domain.article import ClaimId, Span, claim_id
from annotator.domain.assessment import Wording
from annotator.domain.brought import Brought, BroughtComment, BroughtJudgement, Place
from annotator.domain.edits.act import Act
from annotator.domain.edits.assessing import SetWording
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.form import Edit
from annotator.domain.edits.layout import AddClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.errors import AnnotatorError
from annotator.domain.layout import trim
from annotator.domain.tags import ROW, Standing
from annotator.domain.wording import amount, first_words
from annotator.store.leftout import Counted
from annotator.store.write import RELEASED

ERASED = "whoever wrote it has erased words of this article since, and these may be among them"

DAY = 24 * 60 * 60 * 1_000_000
"""Microseconds."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A judgement of one claim, and when it was made (microseconds, 0: not told)."""

    person: Person
    claim: ClaimId
    made: int
    says: BroughtJudgement


@dataclass
class Colleagues:
    """Makes the edits of one file, and says in ``left_out`` what has no place here.

    ``now`` is this machine's clock: what is dated more than a day later was dated by mistake.
    """

    here: Here
    brought: Brought
    people: People
    left_out: Counted
    now: int
    added: int = 0
    """Stretches that become claims, because no claim was ever cut there."""
    _edits: list[Edit] = field(default_factory=list)
    _future: int = 0

    def edits(self) -> list[Edit]:
        """Whatever the file says, the names of those who say it first."""
        self._sealer = Sealer(self.people.form)
        self._placing = Placing(self.here.article.text, places_of(self.brought), self.here.spans)
        self._judge()
        self._comment()
        if self._future:
            why = "later than tomorrow by this machine’s clock, so taken as not told"
            self.left_out.say(amount(self._future, "date"), why)
        return [*self._names(), *self._edits]

    def _names(self) -> Iterator[Edit]:
        for person, name in self.people.named():
            yield self._sealer.seal(person.id, SetName(person.id, name), 0, RELEASED)

    def _judge(self) -> None:
        held: dict[tuple[str, ClaimId], list[_Judged]] = defaultdict(list)
        for one in map(self._without_erased, self.brought.judgements):
            if one is not None and not self._is_here(one):
                person, made = self.people.person(one.who, one.key), self._made(one.made)
                claim = self._claim(person, one.place, made)
                if claim is not None:
                    held[person.id, claim].append(_Judged(person, claim, made, one))
        for rows in held.values():
            rows.sort(key=lambda row: row.made)
            self._tag([row for row in rows if row.says.standing is not Standing.UNTAGGED])
            self._note(rows)
            self._word(rows)

    def _without_erased(self, one: BroughtJudgement) -> BroughtJudgement | None:
        """Without words that may be of what their writer has erased; None where that was all."""
        if not (one.note or one.wording) or not self._may_be_erased(one.key, one.made):
            return one
        if self._is_here(one):
            return None
        self.left_out.say(f"the note or wording at {named(one.place)}", ERASED)
        bare = replace(one, note="", wording="")
        return None if one.standing is Standing.UNTAGGED else bare

    def _may_be_erased(self, key: str, made: int) -> bool:
        """Whether the very person, by the id in the file, erased words here after this was made.

        Of what was erased nothing is left that it could be compared with.
        """
        person = self.here.person(key)
        return bool(person) and made <= self.here.erased(person)

    def _is_here(self, one: BroughtJudgement) -> bool:
        """Whether the very person, by the id in the file, works here and holds just that."""
        person = self.here.person(one.key)
        found = self._placing.find(one.place) if person else None
        if found is None or isinstance(found, Unplaced):
            return False
        claim = self.here.claim(found)
        return claim is not None and self.here.holds(person, claim, one)

    def _tag(self, rows: list[_Judged]) -> None:
        """Of one person's judgements of one claim the last stands, as everywhere."""
        for row in rows[:-1]:
            if row.says.standing is not rows[-1].says.standing:
                why = "the same person says otherwise of it, later or further down in the file"
                word = ROW[row.says.standing].word
                self.left_out.say(f"“{word}” at {named(row.says.place)}", why)
        for row in rows[-1:]:
            for number, act in enumerate(acts_of(self.here.article.id, row.claim, row.says)):
                self._write(row.person, act, row.made, place_in_order(row.made) + number)

    def _note(self, rows: list[_Judged]) -> None:
        """All that one person noted of one claim is one note."""
        texts: dict[str, int] = {}
        for row in rows:
            text = self._kept(row.says.note, "The note", named(row.says.place))
            if text:
                texts[text] = row.made
        if texts:
            made = max(texts.values())
            act = SetNote(self.here.article.id, rows[0].claim, "\n\n".join(texts))
            self._write(rows[0].person, act, made, place_in_order(made))

    def _word(self, rows: list[_Judged]) -> None:
        """The last of the wordings that one person proposes of one claim."""
        for row in [row for row in rows if row.says.wording][-1:]:
            text = self._kept(row.says.wording, "The wording", named(row.says.place))
            if text:
                act = SetWording(self.here.article.id, row.claim, Wording(text))
                self._write(row.person, act, row.made, place_in_order(row.made))

    def _comment(self) -> None:
        said: dict[str, Edit] = {}
        for one in _answered_first(self.brought.comments):
            if self.here.comment(one.id) is None:
                edit = self._say(one, said.get(one.answers) or self.here.comment(one.answers))
                if edit is not None and one.id:
                    said[one.id] = edit

    def _say(self, one: BroughtComment, to: Edit | None) -> Edit | None:
        """A comment, on what it answers where that is known, else where it says that it stands."""
        if self._may_be_erased(one.key, one.made):
            self.left_out.say(f"a comment by {first_words(one.who)}", ERASED)
            return None
        text = self._kept(one.text, "The comment", f"“{first_words(one.text)}”")
        if not text:
            return None
        person, made = self.people.person(one.who, one.key), self._made(one.made)
        claim = None if to is None else self.here.claim_of(to)
        if claim is None and one.place is None:
            why = "what it answers is neither in the file nor in this library"
            self.left_out.say(f"the answer “{first_words(one.text)}”", why)
            return None
        if claim is None:
            assert one.place is not None
            to, claim = None, self._claim(person, one.place, made)
        if claim is None:
            return None
        answers = None if to is None else to.header.id
        after = 0 if to is None else to.header.at + 1
        act = Comment(self.here.article.id, claim, text, answers)
        return self._write(person, act, made, max(place_in_order(made), after), one.id)

    def _claim(self, person: Person, place: Place, made: int) -> ClaimId | None:
        """The claim that is meant; what never was one becomes one, by that person's edit."""
        article = self.here.article
        found = self._placing.find(place)
        if isinstance(found, Unplaced):
            self.left_out.say(named(place), found.why)
            return None
        claim = self.here.claim(found)
        span = trim(article.text, found)
        if claim is not None and not self._adds_too(claim, span):
            return claim
        if span is None:
            self.left_out.say(named(place), "there is nothing visible in that stretch")
            return None
        self._write(person, AddClaim(article.id, span), made, place_in_order(made))
        self.here.cut(span)
        self.added += claim is None
        return claim_id(article.id, span)

    def _adds_too(self, claim: ClaimId, span: Span | None) -> bool:
        """What somebody added is added again: each file brings the same, whichever comes first."""
        same = span is not None and claim == claim_id(self.here.article.id, span)
        return same and self.here.was_added(claim)

    def _made(self, made: int) -> int:
        """When it was made; 0 where that is not told, or cannot be."""
        if made > self.now + DAY:
            self._future += 1
            return 0
        return max(made, 0)

    def _kept(self, text: str, what: str, where: str) -> str:
        """The text as texts are kept here; empty where it cannot be, and then that is said."""
        try:
            return kept_text(text, what)
        except AnnotatorError as error:
            self.left_out.say(f"{what[:1].lower()}{what[1:]} at {where}", str(error).rstrip("."))
            return ""

    def _write(self, person: Person, act: Act, made: int, at: int, again: str = "") -> Edit:
        self.people.wrote(person)
        self._edits.append(self._sealer.seal(person.id, act, made, at, again))
        return self._edits[-1]


def _answered_first(comments: tuple[BroughtComment, ...]) -> Iterator[BroughtComment]:
    """What is answered comes before what answers it; what answers itself in a circle comes last."""
    ids = {one.id for one in comments if one.id}
    answers: dict[str, list[BroughtComment]] = defaultdict(list)
    ready: list[BroughtComment] = []
    for one in comments:
        (answers[one.answers] if one.answers in ids else ready).append(one)
    while ready:
        yield from ready
        ready = [answer for one in ready for answer in answers.pop(one.id, ())]
    yield from (one for waiting in answers.values() for one in waiting)
