"""Histories to hold the laws against: ordinary ones, as the app writes them, and hostile ones.

Every kind of edit has a maker here; a test holds that none is left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar
from unittest.mock import patch

from hypothesis import strategies as st

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span, claim_id
from annotator.domain.assessment import Audience
from annotator.domain.canonical import canonical
from annotator.domain.edits import form
from annotator.domain.edits.act import Act, Placed
from annotator.domain.edits.articles import ImportArticle, RemoveArticle, RestoreArticle, SetArticle
from annotator.domain.edits.blind import AskBlind, Draw, Reveal
from annotator.domain.edits.comments import Comment, EditComment
from annotator.domain.edits.erased import without_erased
from annotator.domain.edits.erasing import ERASED, Erase, Keep, Place
from annotator.domain.edits.evidence import AddEvidence, LinkEvidence
from annotator.domain.edits.form import AnalystId, Edit, EditId, Part, PartClass, Stamp
from annotator.domain.edits.kinds import KINDS, undoable
from annotator.domain.edits.layout import (
    AddClaim,
    JoinClaims,
    MarkBoilerplate,
    SetBorders,
    SplitClaim,
)
from annotator.domain.edits.notes import SetNote, TakeOver
from annotator.domain.edits.people import Hide, SamePerson, SetName, TakePseudonym
from annotator.domain.edits.pseudonym import pseudonyms
from annotator.domain.edits.remarks import KeepRemark, SetRemarkAside
from annotator.domain.edits.reviewing import (
    Approve,
    Decide,
    Reopen,
    Return,
    Ruling,
    Settle,
    Submit,
)
from annotator.domain.edits.revisions import AGAIN, SAME, WAITING, AddRevision, Carry, Match
from annotator.domain.edits.state import ArticleState, State, state
from annotator.domain.edits.tagging import Clear, SetConfirmed, SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.edits.writes import All, Base, Cut, Own, Paint, Say
from annotator.domain.layout import reading_order, trim
from annotator.domain.tags import Standing, Tag
from factories import ANNA, BEN, CHLOE, SENTENCES, TEXT, id_of, import_of, spans_of
from unit.edits.recording import RECORD_MAKERS, against, item_of, odd_record

OTHER_TEXT = "é e\u0301 😀😀\n\nA second text. It has two sentences.\n\nLeave a comment"
OTHER_SENTENCES = ("é e\u0301 😀😀", "A second text.", "It has two sentences.", "Leave a comment")
TEXTS = {id_of(TEXT): TEXT, id_of(OTHER_TEXT): OTHER_TEXT}
FIRST = {
    id_of(TEXT): spans_of(TEXT, SENTENCES),
    id_of(OTHER_TEXT): spans_of(OTHER_TEXT, OTHER_SENTENCES),
}
PEOPLE = (ANNA.id, BEN.id, CHLOE.id)
BEGINNING = 1_800_000_000_000_000
"""Microseconds since 1970: a day in 2027."""

CUTTING = ("SplitClaim", "JoinClaims", "MarkBoilerplate", "Undo", "Redo")
"""Kinds under which every character that is no blank stays in exactly one claim."""

REMARKS = ("0123456789abcdef", "fedcba9876543210")
"""Digests of what a writer noted."""

T = TypeVar("T")


class Drawing(Protocol):
    """Draws a value from a strategy, as hypothesis gives it to composites and to tests."""

    def __call__(self, strategy: st.SearchStrategy[T], label: Any = None) -> T: ...


@dataclass
class World:
    """A history while it is drawn. ``steady``: each edit is later than all before it."""

    draw: Drawing
    steady: bool
    edits: list[Edit] = field(default_factory=list)

    def pick(self, values: Iterable[T]) -> T:
        return self.draw(st.sampled_from(list(values)))

    def article(self) -> ArticleId:
        return self.pick(TEXTS)

    def span(self, article: ArticleId) -> Span:
        """Any stretch with something to see in it."""
        length = len(TEXTS[article])
        start = self.draw(st.integers(0, length - 1))
        end = self.draw(st.integers(start + 1, length))
        return trim(TEXTS[article], Span(start, end)) or FIRST[article][0]

    def live(self, article: ArticleId) -> list[Span]:
        """The claims as they stand, in reading order; the first ones where none is there."""
        found = state(self.edits, TEXTS).articles.get(article, ArticleState()).live
        return sorted(found.values() or FIRST[article], key=reading_order)

    def claim(self, article: ArticleId) -> ClaimId:
        return claim_id(article, self.pick(self.live(article)))

    def claims(self, article: ArticleId) -> tuple[ClaimId, ...]:
        spans = self.draw(st.lists(st.sampled_from(self.live(article)), min_size=1, unique=True))
        return tuple(claim_id(article, span) for span in spans)

    def target(self, analyst: AnalystId) -> EditId | None:
        """An edit of this analyst's that can be taken back."""
        mine = [
            edit.header.id
            for edit in self.edits
            if edit.header.analyst == analyst and undoable(edit.header.kind)
        ]
        return self.pick(mine) if mine else None

    def said(self, field: str) -> EditId:
        """An edit that says this, or one that nobody has."""
        found = [
            edit.header.id
            for edit in self.edits
            for part in edit.sound_parts
            for write in part.writes
            if isinstance(write, Say) and write.field == field
        ]
        return self.pick([*found, EditId("00000000-0000-4000-8000-000000000000")])

    def add(
        self,
        kind: str,
        analyst: AnalystId,
        writes: tuple[Placed, ...],
        undoes: EditId | None = None,
        version: int | None = None,
    ) -> Edit:
        if self.steady:
            at = BEGINNING + len(self.edits)
        else:  # few moments, so that many edits share one, and none waits for its turn
            at = BEGINNING + self.draw(st.integers(0, 6))
        clock = BEGINNING + self.draw(st.integers(-5, 500))
        version = KINDS[kind].version if version is None else version
        with counted(len(self.edits)):
            edit = Stamp(analyst, at, clock).seal(kind, version, writes, undoes)
        self.edits.append(edit)
        return edit


@contextmanager
def counted(number: int) -> Iterator[None]:
    """Nonces and salts that are the same when hypothesis draws the same history again."""
    counter = itertools.count()
    with patch.object(form, "_random", lambda: f"{number:016x}{next(counter):016x}"):
        yield


def _note(world: World) -> str:
    return world.draw(st.text("né\u0301😀 ش\n", max_size=4))


def _split(world: World, _: AnalystId) -> Act:
    article = world.article()
    whole = world.pick(world.live(article))
    at = world.draw(st.integers(whole.start, whole.end))
    parts = [Span(whole.start, at), Span(at, whole.end)]
    into = [
        part for span in parts if span.start < span.end and (part := trim(TEXTS[article], span))
    ]
    return SplitClaim(article, claim_id(article, whole), tuple(into) or (whole,))


def _join(world: World, _: AnalystId) -> Act:
    article = world.article()
    live = world.live(article)
    at = world.draw(st.integers(0, max(len(live) - 2, 0)))
    spans = live[at : at + 2]
    into = Span(spans[0].start, max(span.end for span in spans))
    return JoinClaims(article, tuple(claim_id(article, span) for span in spans), into)


def _borders(world: World, _: AnalystId) -> Act:
    article = world.article()
    return SetBorders(article, world.claim(article), world.span(article))


def _added(world: World, _: AnalystId) -> Act:
    article = world.article()
    return AddClaim(article, world.span(article))


def _paint(world: World, _: AnalystId) -> Act:
    article = world.article()
    return MarkBoilerplate(article, world.span(article), world.pick(PassageKind))


def _imported(world: World, _: AnalystId) -> Act:
    """The text again, cut as the first time or otherwise."""
    article = world.article()
    sentences = SENTENCES if article == id_of(TEXT) else OTHER_SENTENCES
    act = import_of(TEXTS[article], sentences, world.pick(("A title", "Another")))
    if world.draw(st.booleans()):
        return act
    spans = {world.span(article) for _ in range(3)}
    return replace(act, claims=tuple(sorted(spans)), passages=act.passages[1:])


def _tag(world: World, analyst: AnalystId) -> Act:
    article = world.article()
    claims = world.claims(article)
    notes = _notes(world, article, claims)
    because, speaks = against(world, analyst)
    seen = world.pick(((), PEOPLE))
    return SetTag(article, claims, world.pick(Tag), notes, seen, because, speaks)


def _taken_over(world: World, _: AnalystId) -> Act:
    article = world.article()
    claim = world.claim(article)
    values = (
        Own("claim", claim, "judgement", {"tag": "disputed", "seen": []}),
        Own("claim", claim, "note.me", {"text": "mine"}),
    )
    return TakeOver(article, claim, values[: world.pick((1, 2))])


def _notes(world: World, article: ArticleId, claims: tuple[ClaimId, ...]) -> tuple[SetNote, ...]:
    text = world.pick((None, "", "why"))
    if text is None:
        return ()
    audience = world.pick(Audience)
    return tuple(SetNote(article, claim, text, audience) for claim in claims)


def _noted(world: World, _: AnalystId) -> Act:
    article = world.article()
    was = world.pick((None, *Audience))
    return SetNote(article, world.claim(article), _note(world), world.pick(Audience), was)


def _judging(kind: type[SetNotCheckable] | type[Clear]) -> Callable[[World, AnalystId], Act]:
    def make(world: World, _: AnalystId) -> Act:
        article = world.article()
        claims = world.claims(article)
        return kind(article, claims, notes=_notes(world, article, claims))

    return make


def _confirmed(world: World, _: AnalystId) -> Act:
    article = world.article()
    return SetConfirmed(article, world.claims(article), world.draw(st.booleans()))


def _recorded(world: World, _: AnalystId) -> Act:
    return SetArticle(world.article(), {world.pick(("title", "publisher")): _note(world)})


def _undone(kind: type[Undo] | type[Redo]) -> Callable[[World, AnalystId], Act]:
    def make(world: World, analyst: AnalystId) -> Act:
        target = world.target(analyst)
        return kind(target) if target else SetName(analyst, "Somebody")

    return make


def _decided(world: World, _: AnalystId) -> Act:
    article = world.article()
    outcomes = (None, Standing.VERIFIED, Standing.ON_SOURCE, Standing.NOT_CHECKABLE)
    over: dict[str, Standing | None] = {who: world.pick((None, *Standing)) for who in PEOPLE}
    over = {who: held for who, held in over.items() if held is not Standing.UNTAGGED}
    over = {who: held for who, held in over.items() if held is not Standing.FURNITURE}
    elsewhere: dict[str, dict[str, Standing]] = {}
    if world.draw(st.booleans()):
        elsewhere = {world.claim(article): {BEN.id: Standing.DISPUTED}}
    rulings = tuple(
        Ruling(claim, world.pick(outcomes), _note(world), over, elsewhere)
        for claim in world.claims(article)
    )
    return Decide(article, rulings)


def _answered(kind: type[Return] | type[Approve]) -> Callable[[World, AnalystId], Act]:
    def make(world: World, _: AnalystId) -> Act:
        article, submission = world.article(), world.said("submitted")
        if kind is Return:
            return Return(article, submission, _note(world))
        return Approve(article, submission)

    return make


def _commented(world: World, _: AnalystId) -> Act:
    article = world.article()
    answers = world.pick((None, world.said("comment")))
    return Comment(article, world.claim(article), _note(world), answers)


def _revealed(world: World, _: AnalystId) -> Act:
    article = world.article()
    return Reveal(article, world.pick((None, world.claim(article))))


def _drawn(world: World, _: AnalystId) -> Act:
    article = world.article()
    claims = world.claims(article)
    return Draw(len(claims), "7", {article: claims})


def _settled(world: World, _: AnalystId) -> Act:
    article = world.article()
    return Settle(article, {world.claim(article): "0123456789ab"})


def _matched(world: World, _: AnalystId) -> Act:
    article = world.article()
    other = next(one for one in TEXTS if one != article)
    how = world.pick((*SAME, AGAIN, *WAITING))
    return AddRevision(article, other, (Match(world.claim(article), world.claim(other), how),))


def _carried(world: World, analyst: AnalystId) -> Act:
    """Registers of every class, and evidence that serves more, in one edit."""
    article = world.article()
    values = [
        Own("claim", claim, name, value)
        for claim in world.claims(article)
        for name, value in (
            ("judgement", {"tag": "disputed", "seen": []}),
            ("note.me", {"text": "mine"}),
            ("note", {"text": _note(world)}),
        )
    ]
    serving = RECORD_MAKERS["LinkEvidence"](world, analyst)
    assert isinstance(serving, LinkEvidence)
    attribution = RECORD_MAKERS["SetAttribution"](world, analyst)
    owns = [one for _, of, one in attribution.writes() if of == article and isinstance(one, Own)]
    owns = [own for own in owns if own.about == "attribution"]
    return Carry(article, (*values, *owns), (serving,) if world.draw(st.booleans()) else ())


def _remark_kept(world: World, analyst: AnalystId) -> Act:
    make = world.pick((_noted, RECORD_MAKERS["AddEvidence"]))
    kept = make(world, analyst)
    assert isinstance(kept, SetNote | AddEvidence)
    return KeepRemark(world.article(), world.pick(REMARKS), kept)


def _pseudonym(world: World, analyst: AnalystId) -> Act:
    name = world.pick(("Nobody", "Somebody"))
    return TakePseudonym(analyst, name, f"{PEOPLE.index(analyst):064x}")


def _erased(world: World, analyst: AnalystId) -> Act:
    """Some parts of one's own; in a hostile world also others', and such as nobody knows."""
    own = [edit for edit in world.edits if edit.header.analyst == analyst or not world.steady]
    places = [
        Place(edit.header.id, seal.part_class, seal.article)
        for edit in own
        for seal in edit.header.seals
    ]
    places.append(Place(EditId("00000000-0000-4000-8000-000000000000"), "notes", world.article()))
    chosen = world.draw(st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True))
    return Erase(analyst, tuple(chosen), items=world.pick(((), (item_of(analyst, 1),))))


def _kept(world: World, _: AnalystId) -> Act:
    article = world.article()
    own = Own("claim", world.claim(article), "note", {"text": _note(world)})
    return Keep((("notes", article, own),))


MAKERS: dict[str, Callable[[World, AnalystId], Act]] = {
    "SetTag": _tag,
    "SetNotCheckable": _judging(SetNotCheckable),
    "SetConfirmed": _confirmed,
    "Clear": _judging(Clear),
    "SetNote": _noted,
    "TakeOver": _taken_over,
    "SplitClaim": _split,
    "JoinClaims": _join,
    "SetBorders": _borders,
    "AddClaim": _added,
    "MarkBoilerplate": _paint,
    "ImportArticle": _imported,
    "SetArticle": _recorded,
    "RemoveArticle": lambda world, _: RemoveArticle(world.article()),
    "RestoreArticle": lambda world, _: RestoreArticle(world.article()),
    "SetName": lambda world, analyst: SetName(analyst, world.pick(("Anna", "Béa", ""))),
    "SamePerson": lambda world, _: SamePerson(world.pick(PEOPLE), world.pick((True, True, False))),
    "Hide": lambda world, _: Hide(world.pick(PEOPLE), world.draw(st.booleans())),
    "TakePseudonym": _pseudonym,
    "Decide": _decided,
    "Submit": lambda world, _: Submit(world.article()),
    "Return": _answered(Return),
    "Approve": _answered(Approve),
    "Settle": _settled,
    "Reopen": lambda world, _: Reopen(world.article(), _note(world)),
    "AskBlind": lambda world, _: AskBlind(world.article()),
    "Reveal": _revealed,
    "Draw": _drawn,
    "Comment": _commented,
    "EditComment": lambda world, _: EditComment(
        world.article(), world.said("comment"), _note(world)
    ),
    "AddRevision": _matched,
    "Carry": _carried,
    "KeepRemark": _remark_kept,
    "SetRemarkAside": lambda world, _: SetRemarkAside(world.article(), world.pick(REMARKS)),
    "Undo": _undone(Undo),
    "Redo": _undone(Redo),
    "Erase": _erased,
    "Keep": _kept,
    **RECORD_MAKERS,
}


MIXED = (*MAKERS, *("Undo", "Redo", "SplitClaim", "SetTag") * 3)
"""Every kind; those of which a rule is most easily got wrong more often."""


def step(world: World, kinds: Iterable[str] = MIXED) -> Edit:
    """One more edit of one of these kinds, by one of the three."""
    kind = world.pick(kinds)
    able = [edit.header.analyst for edit in world.edits if undoable(edit.header.kind)]
    analyst = world.pick(able if able and kind in ("Undo", "Redo") else PEOPLE)
    act = MAKERS[kind](world, analyst)
    return world.add(act.kind, analyst, act.writes(), act.undoes)


def begun(draw: st.DrawFn, *, steady: bool) -> World:
    """A world in which both articles have come in, the first edits of all."""
    world = World(draw, steady=True)
    for article, text in TEXTS.items():
        sentences = SENTENCES if article == id_of(TEXT) else OTHER_SENTENCES
        act: ImportArticle = import_of(text, sentences)
        world.add(act.kind, world.pick(PEOPLE), act.writes())
    world.steady = steady
    return world


@st.composite
def ordinary(draw: st.DrawFn, kinds: tuple[str, ...] = MIXED) -> list[Edit]:
    """What the app itself writes, on machines whose clocks may differ."""
    world = begun(draw, steady=draw(st.booleans()))
    for _ in range(draw(st.integers(3, 12))):
        step(world, kinds)
    return world.edits


def _foreign_undo(world: World) -> None:
    """Somebody takes back what is not theirs, or what cannot be taken back at all."""
    whose = world.pick((True, True, False))
    others = [edit.header for edit in world.edits if undoable(edit.header.kind) or not whose]
    target = world.pick(others) if others else None
    strangers = [one for one in PEOPLE if target is None or one != target.analyst or not whose]
    kind = world.pick(("Undo", "Undo", "Redo"))
    world.add(kind, world.pick(strangers), (), target.id if target else EditId("none"))


def _unknown(world: World) -> None:
    writes: tuple[Placed, ...] = ((PartClass.TAGS, None, Own("analyst", ANNA.id, "mood", "good")),)
    world.add(world.pick(("SetMood", "SetTag")), ANNA.id, writes, version=7)


def _forged(world: World) -> None:
    """A part that is not what its header says, or a header that is not what its id says."""
    index = world.draw(st.integers(0, len(world.edits) - 1))
    edit = world.edits[index]
    whose = world.pick(("part", "header"))
    if edit.parts and whose == "part":
        forged = replace(edit.parts[0], body='[{"form":"own"}]')
        world.edits.append(Edit(edit.header, (forged, *edit.parts[1:])))
    else:
        world.edits.append(Edit(replace(edit.header, analyst=CHLOE.id), edit.parts))


def _copied(world: World) -> None:
    """Copies made under a pseudonym come back to who holds the secret, or come first."""
    for pseudonym in pseudonyms(world.edits, {}):
        copies = list(pseudonym.copies(union(world.edits)).values())
        world.edits.extend(world.draw(st.lists(st.sampled_from(copies), unique=True)))


def _late(world: World) -> None:
    """A part is missing here, and may come later."""
    index = world.draw(st.integers(0, len(world.edits) - 1))
    edit = world.edits[index]
    world.edits.append(Edit(edit.header, edit.parts[:-1]))
    if world.draw(st.booleans()):
        world.edits[index] = world.edits.pop()


def _odd(world: World) -> None:
    """Writes that no app writes, in parts that do not go with them."""
    article = world.article()
    claim = world.claim(article)
    length = len(TEXTS[article])
    other = next(one for one in TEXTS if one != article)
    odd: list[Placed] = [
        (PartClass.TAGS, other, Own("claim", claim, "judgement", {"tag": "verified"})),
        (PartClass.NOTES, article, Own("claim", claim, "judgement", {"tag": "nonsense"})),
        (PartClass.TAGS, article, Own("claim", claim, "note", {"text": 7, "audience": "me"})),
        (PartClass.TAGS, None, Own("claim", claim, "confirmed", "yes")),
        (PartClass.TAGS, article, Own("analyst", BEN.id, "name", "Not Ben")),
        (PartClass.TAGS, None, Own("analyst", ANNA.id, "name", ["no", "text"])),
        (PartClass.TAGS, article, All("article", other, "title", "Not here")),
        (PartClass.TAGS, article, All("claim", claim, "title", "Not so")),
        (PartClass.TAGS, article, All("article", article, "title", None)),
        (PartClass.TAGS, article, Cut((claim, claim), (Span(0, 1),))),
        (PartClass.TAGS, article, Cut((), (Span(0, length + 1), Span(1, 3)))),
        (PartClass.TAGS, article, Cut((claim,), ())),
        (PartClass.TAGS, None, Cut((), (Span(0, 2),))),
        (PartClass.TAGS, ArticleId("no article"), Paint(Span(0, 9), PassageKind.CAPTION)),
        (PartClass.TAGS, article, Paint(Span(0, 10**30), PassageKind.CAPTION)),
        (PartClass.TAGS, article, Base("odd", (), (Span(2, length + 5), Span(2, 5)), {}, "x")),
        (PartClass.TAGS, article, Own("article", article, "off", "true")),
        (PartClass.TAGS, article, Own("claim", claim, "decision", {"outcome": 7, "over": []})),
        (PartClass.TAGS, article, Own("claim", claim, "decision", {"outcome": "verified"})),
        (PartClass.NOTES, article, Own("claim", claim, "decision.reason", {"text": "late"})),
        (PartClass.TAGS, article, Say("article", other, "submitted", None)),
        (PartClass.TAGS, None, Say("article", article, "submitted", None)),
        (PartClass.TAGS, article, Say("article", article, "revision", {"of": 3, "pairs": "x"})),
        (PartClass.NOTES, article, Say("claim", claim, "comment", ["no", "text"])),
        (PartClass.TAGS, article, All("article", article, "state", {"state": 3, "claims": []})),
        (PartClass.TAGS, article, All("article", article, "state", "settled")),
        (PartClass.TAGS, None, Own("analyst", BEN.id, "same", True)),
        (PartClass.PRIVATE, None, Own("analyst", ANNA.id, "pseudonym.x", {"name": "x"})),
        *_odd_erasing(world, article),
    ]
    record = odd_record(world, article, claim)
    writes = [world.pick(world.pick((odd, record))) for _ in range(world.pick((1, 2, 3)))]
    world.add(world.pick(("SetTag", "ImportArticle", "Erase")), world.pick(PEOPLE), tuple(writes))


def _odd_erasing(world: World, article: ArticleId) -> list[Placed]:
    """What names parts in the wrong place, or names nothing at all."""
    edit = world.pick(world.edits)
    named: list[object] = [[edit.header.id, "tags", article]]
    other = next(one for one in TEXTS if one != article)
    return [
        (PartClass.NOTES, article, Say("article", article, ERASED, named)),
        (PartClass.TAGS, article, Say("article", other, ERASED, named)),
        (PartClass.TAGS, other, Say("article", other, ERASED, named)),
        (PartClass.TAGS, article, Say("analyst", edit.header.analyst, ERASED, named)),
        (PartClass.TAGS, None, Say("analyst", edit.header.analyst, ERASED, named)),
        (
            PartClass.TAGS,
            article,
            Say("article", article, ERASED, [7, [], [edit.header.id, 3, article]]),
        ),
        (PartClass.TAGS, article, Say("article", article, ERASED, {"no": "list"})),
        (PartClass.TAGS, article, Say("article", article, ERASED, named)),
        (PartClass.TAGS, article, Own("article", article, ERASED, named)),
        (PartClass.PRIVATE, None, Own("analyst", ANNA.id, "copied.Nobody", [named[0], 7, "x"])),
        (PartClass.PRIVATE, None, Own("analyst", ANNA.id, "items", [7, "x"])),
    ]


def _malformed(world: World) -> None:
    """A part that fits its seal and makes no sense."""
    bodies = ("[]", "{}", "[1.5]", '[{"form":"own"}]', "no JSON", '["\\ud800"]', "[" * 3000)
    body = world.pick(bodies)
    analyst = world.pick(PEOPLE)
    with patch.object(form, "canonical", _once(body)):
        writes = (PartClass.TAGS, world.article(), Own("analyst", analyst, "name", "x"))
        world.add("SetName", analyst, (writes,))


def _once(body: str) -> Callable[[object], str]:
    """``canonical``, but for the first list of writes."""
    return lambda value: body if isinstance(value, list) else canonical(value)


HOSTILE: tuple[Callable[[World], None], ...] = (
    *(_foreign_undo,) * 3,
    _unknown,
    _forged,
    _late,
    _odd,
    _malformed,
    _copied,
)


@st.composite
def hostile(draw: st.DrawFn) -> list[Edit]:
    """Ordinary edits among what only a stranger or a fault would write; the base may be late."""
    world = begun(draw, steady=False)
    for _ in range(draw(st.integers(4, 14))):
        if draw(st.booleans()):
            step(world)
        else:
            world.pick(HOSTILE)(world)
    return world.edits


def union(*sets: Iterable[Edit]) -> list[Edit]:
    """What merging is: headers and fitting parts, each once. What is not sound is left out.

    So is what was erased, wherever it comes from.
    """
    parts: dict[str, tuple[Edit, dict[tuple[str, str], Part]]] = {}
    for edit in itertools.chain(*sets):
        if edit.header.sound:
            _, held = parts.setdefault(edit.header.id, (edit, {}))
            for part in edit.sound_parts:
                held.setdefault((part.part_class, part.article or ""), part)
    return without_erased(Edit(edit.header, tuple(held.values())) for edit, held in parts.values())


def seen(of: State) -> object:
    """All of a state but what only the log knows: which spans were ever named."""
    articles = {
        key: (one.passages, one.live, one.record, one.shared, one.imported_at, one.imported_by)
        for key, one in of.articles.items()
        if one != ArticleState(named=one.named)
    }
    own = {key: {f: held[1] for f, held in reg.items()} for key, reg in of.own.items()}
    return articles, own, of.said, of.persons
