"""The tables are what the pure law says, whatever came in and in whatever order."""

from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.article import ArticleId, ClaimId, Passage, PassageKind, Span, claim_id
from annotator.domain.assessment import Audience
from annotator.domain.edits.act import Act, Placed
from annotator.domain.edits.articles import RemoveArticle, SetArticle
from annotator.domain.edits.form import Edit, PartClass, Stamp
from annotator.domain.edits.layout import MarkBoilerplate, SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Reopen
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Redo, Undo
from annotator.domain.edits.writes import All, Base, Own
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change
from annotator.domain.tags import Tag
from annotator.store import doctor, history, log, reading, schema
from annotator.store.claimrows import claim_ids
from annotator.store.library import Library
from annotator.store.write import Author, NewText, absorb, apply
from factories import ANNA, BEN, CHLOE, import_of, new_library
from unit.edits.histories import (
    BEGINNING,
    FIRST,
    MAKERS,
    TEXTS,
    World,
    counted,
    hostile,
    ordinary,
    union,
)

FEWER = settings(max_examples=settings().max_examples // 2)
NEW = {article: NewText(text, text.encode()) for article, text in TEXTS.items()}
NOTES = ("unknown kind", "clock", "erasing")
"""What doctor says of a library that is as it should be."""


@contextmanager
def a_library() -> Iterator[Library]:
    with (
        tempfile.TemporaryDirectory() as folder,
        new_library(Path(folder) / "library.db") as library,
    ):
        yield library


def wrong(library: Library) -> list[str]:
    return [one.says for one in doctor.examine(library) if one.kind not in NOTES]


@given(st.one_of(ordinary(), hostile()), st.randoms(use_true_random=False), st.data())
def test_what_is_absorbed_in_any_order(
    drawn: list[Edit], chance: random.Random, data: st.DataObject
) -> None:
    drawn = drawn + data.draw(st.lists(st.sampled_from(drawn), max_size=3))
    chance.shuffle(drawn)
    texts_at = {article: data.draw(st.integers(0, 3)) for article in NEW}
    cuts = sorted(data.draw(st.integers(0, len(drawn))) for _ in range(2))
    batches: tuple[list[Edit], ...] = (
        drawn[: cuts[0]],
        drawn[cuts[0] : cuts[1]],
        drawn[cuts[1] :],
        [],
    )
    with a_library() as library:
        for number, batch in enumerate(batches):
            absorb(library, batch, {a: NEW[a] for a, at in texts_at.items() if at == number})
            assert wrong(library) == []
        held = {(e.header, frozenset(e.parts)) for e in log.all_edits(library)}
        assert held == {(e.header, frozenset(e.parts)) for e in union(drawn)}


@given(st.data())
@FEWER
def test_what_is_applied_one_after_the_other(data: st.DataObject) -> None:
    people = (ANNA, BEN, CHLOE)
    with a_library() as library:
        absorb(library, [], NEW)
        for _ in range(data.draw(st.integers(1, 8))):
            author = data.draw(st.sampled_from(people))
            world = World(data.draw, steady=True, edits=log.all_edits(library))
            kind = data.draw(st.sampled_from(sorted(MAKERS)))
            act = MAKERS[kind](world, author.id)
            seq = library.last_edit()
            try:
                applied = apply(library, author, [act])
            except AnnotatorError as error:
                refusals = ("taken back", "given back", "is settled")
                assert any(words in str(error) for words in refusals) or act.needs  # noqa: PT017
                continue
            assert wrong(library) == []
            assert_told(library, applied.changes, seq)


def assert_told(library: Library, changes: tuple[Change, ...], seq: int) -> None:
    """Another window, asking what came in, is told of as much."""
    last, told = reading.changes_since(library, seq)
    assert last == library.last_edit()
    there = {change.article: change for change in told}
    for change in changes:
        assert change.touched <= there[change.article].touched
        assert change.layout <= there[change.article].layout
        assert change.about <= there[change.article].about
        assert change.review <= there[change.article].review
        assert change.record <= there[change.article].record


@given(ordinary(), st.sampled_from((ANNA, BEN, CHLOE)))
@FEWER
def test_undo_and_redo_of_what_was_made_here(drawn: list[Edit], author: Author) -> None:
    """Back to the beginning, step by step, and forward again, in whatever was merged."""
    article = next(iter(TEXTS))
    with a_library() as library:
        absorb(library, drawn, NEW)
        apply(library, author, [SetName(author.id, author.name), Reopen(article, "again")])
        before = derived(library)
        claims = first_claims(library, article)
        for claim in claims:
            apply(library, author, [SetTag(article, (claim,), Tag.DISPUTED)])
        after = derived(library)
        for _ in claims:
            undone = history.undo_target(library, author.id, article)
            assert undone is not None
            apply(library, author, [Undo(undone.id)])
        assert history.undo_target(library, author.id, article) is None
        assert derived(library) == before
        for _ in claims:
            redone = history.redo_target(library, author.id, article)
            assert redone is not None
            apply(library, author, [Redo(redone.id)])
        assert history.redo_target(library, author.id, article) is None
        assert derived(library) == after


ARTICLE = next(iter(TEXTS))
CLAIM = claim_id(ARTICLE, FIRST[ARTICLE][1])
HALVES = (Span(FIRST[ARTICLE][1].start, FIRST[ARTICLE][1].start + 5), Span(37, 60))


def made(at: int, author: Author, act: Act) -> Edit:
    with counted(at):
        stamp = Stamp(author.id, BEGINNING + at, BEGINNING + at)
        return stamp.seal(act.kind, 1, act.writes(), act.undoes)


def crafted() -> dict[str, list[Edit]]:
    """Small sets that each turn on one rule; every order of each is tried."""
    base = made(1, ANNA, import_of())
    otherwise = replace(import_of(), claims=FIRST[ARTICLE][2:], given={"title": "Earlier"})
    early = made(0, BEN, otherwise)
    tag = made(5, ANNA, SetTag(ARTICLE, (CLAIM,), Tag.VERIFIED, (SetNote(ARTICLE, CLAIM, "why"),)))
    later = made(6, ANNA, SetTag(ARTICLE, (CLAIM,), Tag.DISPUTED))
    cut = made(4, ANNA, SplitClaim(ARTICLE, CLAIM, HALVES))
    again = made(6, BEN, SplitClaim(ARTICLE, claim_id(ARTICLE, HALVES[0]), HALVES[:1]))
    theirs = made(5, BEN, SplitClaim(ARTICLE, CLAIM, (HALVES[0],)))
    half = made(7, BEN, SetTag(ARTICLE, (claim_id(ARTICLE, HALVES[0]),), Tag.VERIFIED))
    paint = made(3, BEN, MarkBoilerplate(ARTICLE, HALVES[0], PassageKind.BOILERPLATE))
    mine = made(8, ANNA, SetNote(ARTICLE, CLAIM, "mine", Audience.ME))
    title = made(2, BEN, SetArticle(ARTICLE, {"title": "Given later"}))
    name = made(2, ANNA, SetName(ANNA.id, "Anna"))
    off = made(3, ANNA, RemoveArticle(ARTICLE))

    def undo(at: int, of: Edit, author: Author = ANNA, kind: type[Undo | Redo] = Undo) -> Edit:
        return made(at, author, kind(of.header.id))

    return {
        "undone and given back": [base, tag, undo(7, tag), undo(8, tag, kind=Redo)],
        "given back and undone": [tag, later, undo(8, tag, kind=Redo), undo(9, tag)],
        "undone before it was": [base, tag, undo(3, tag), later],
        "undone by somebody else": [base, tag, undo(8, tag, BEN), undo(7, tag, kind=Redo)],
        "the later one undone": [base, tag, later, undo(8, later)],
        "a cut undone": [base, cut, half, undo(8, cut)],
        "a cut on an undone cut": [base, cut, again, undo(8, cut)],
        "two cuts of one claim": [base, cut, theirs, undo(8, cut)],
        "an import that comes late": [base, early, cut, title],
        "an import undone": [base, undo(8, base), tag, title],
        "a painted half": [base, paint, cut, undo(8, paint, BEN)],
        "a note of one's own": [base, tag, mine, undo(9, mine)],
        "names and lists": [base, name, off, undo(9, name)],
    }


OTHER = next(one for one in TEXTS if one != ARTICLE)


def sealed(at: int, kind: str, *writes: Placed) -> Edit:
    with counted(at):
        return Stamp(ANNA.id, BEGINNING + at, BEGINNING + at).seal(kind, 1, writes)


def odd() -> dict[str, list[Edit]]:
    """What no app writes, and what everybody must read alike all the same."""

    def judged(tag: str) -> Own:
        return Own("claim", CLAIM, "judgement", {"tag": tag})

    base = made(1, ANNA, import_of())
    noted = [
        made(5 + at, ANNA, SetNote(ARTICLE, CLAIM, f"note {at}", audience))
        for at, audience in enumerate((Audience.DESK, Audience.ME, Audience.PUBLIC))
    ]
    thrice = sealed(
        4,
        "SetTag",
        (PartClass.TAGS, ARTICLE, judged("verified")),
        (PartClass.NOTES, ARTICLE, judged("disputed")),
        (PartClass.TAGS, OTHER, judged("unattributed")),
    )
    first, *others = thrice.parts
    wide = Base("odd", (Passage(PassageKind.BODY, 2, 10**6),), FIRST[ARTICLE], {"title": "W"}, "w")
    also = Base("odd", (), FIRST[ARTICLE][:1], {"title": "Also"}, "a")
    return {
        "one register in three parts": [base, thrice],
        "parts that come one by one": [
            Edit(thrice.header, (first,)),
            Edit(thrice.header, tuple(others[:1])),
            Edit(thrice.header, tuple(others[1:])),
            base,
        ],
        "a record from elsewhere": [
            base,
            sealed(
                5, "SetArticle", (PartClass.TAGS, OTHER, All("article", ARTICLE, "title", "No"))
            ),
        ],
        "two bases in one part, beyond the text": [
            sealed(
                0, "ImportArticle", (PartClass.TAGS, ARTICLE, wide), (PartClass.TAGS, ARTICLE, also)
            ),
            base,
        ],
        "notes for different eyes": noted,
        "and in another order": [noted[1], noted[0], base],
    }


@pytest.mark.parametrize("what", [*crafted(), *odd()])
def test_every_order_of_a_crafted_set(what: str) -> None:
    edits = (crafted() | odd())[what]
    said = []
    for order in itertools.permutations(edits):
        with a_library() as library:
            absorb(library, order[:2], NEW if order[0] is edits[0] else {})
            absorb(library, order[2:3], NEW)
            absorb(library, order[3:])
            assert wrong(library) == [], [edit.header.kind for edit in order]
            said.append(derived(library))
    assert all(one == said[0] for one in said)


def first_claims(library: Library, article: ArticleId) -> list[ClaimId]:
    snapshot = reading.snapshot(library, article, ANNA.id)
    return [snapshot.id_at(index) for index in range(min(3, len(snapshot)))]


def derived(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """What the library says, without the index of the log."""
    tables = set(schema.DERIVED) - {"writes", "marks"}
    return {table: sorted(library.rows(f"SELECT * FROM {table}")) for table in tables}


def test_claim_ids_are_the_domains_own() -> None:
    spans = [Span(start, start + length) for start in range(0, 900, 7) for length in (1, 40)]
    for article in TEXTS:
        assert claim_ids(article, spans) == {span: claim_id(article, span) for span in spans}


@given(ordinary())
@settings(max_examples=10)
def test_repair_fills_the_tables_anew(drawn: list[Edit]) -> None:
    with a_library() as library:
        absorb(library, drawn, NEW)
        whole = derived(library)
        for table in schema.DERIVED:
            library.run(f"DELETE FROM {table}")
        assert wrong(library) != []
        assert doctor.repair(library).edits == len(union(drawn))
        assert derived(library) == whole
        assert wrong(library) == []
