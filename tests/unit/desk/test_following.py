"""A review that follows changes is the review that is read anew, whatever was done."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.desk import reviewing
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, claim_id
from annotator.domain.compare import ReviewSnapshot
from annotator.domain.edits.act import Act
from annotator.domain.edits.form import Edit
from annotator.domain.edits.reviewing import Decide, Ruling, Submit
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change
from annotator.domain.tags import Standing, Tag
from annotator.store import log
from annotator.store.write import Author, absorb, apply
from factories import ANNA, BEN, CHLOE, SENTENCES, TEXT, import_of
from unit.edits.histories import FIRST, MAKERS, OTHER_SENTENCES, OTHER_TEXT, TEXTS, World
from unit.store.test_tables import NEW, a_library

ARTICLE = next(iter(TEXTS))
CLAIMS = tuple(claim_id(ARTICLE, span) for span in FIRST[ARTICLE])
OFTEN = (
    *("SetTag", "Clear", "Decide", "Comment", "Reveal", "Undo", "SetNotCheckable") * 4,
    *("Submit", "EditComment", "Hide", "AskBlind", "AddRevision", "SetConfirmed", "Redo") * 2,
)
KINDS = (*sorted(MAKERS), *OFTEN)


class Following:
    """A window that shows the article, and follows what it is told."""

    def __init__(self, library: OpenLibrary) -> None:
        self.library = library
        self.desk = Desk(library)
        self.desk.open(ARTICLE)
        self.held = reviewing.review(library, ARTICLE)
        self.desk.subscribe(self.follow)

    def follow(self, change: Change) -> None:
        self.held = reviewing.followed(self.library, self.held, change, self.desk.held)

    def anew(self) -> ReviewSnapshot:
        return reviewing.review(self.library, ARTICLE)

    def assert_true(self, what: object) -> None:
        assert self.held == self.anew(), what
        for index in range(len(self.held)):
            reviewing.claim_review(self.library, self.desk.held, self.held, index)


def beginning(data: st.DataObject) -> list[tuple[Author, Act]]:
    """A review under way, or none."""
    acts: list[tuple[Author, Act]] = []
    for author in (ANNA, BEN, CHLOE):
        claims = data.draw(st.lists(st.sampled_from(CLAIMS[:5]), unique=True, max_size=4))
        if claims:
            tag = data.draw(st.sampled_from(Tag))
            acts.append((author, SetTag(ARTICLE, tuple(claims), tag)))
    if data.draw(st.booleans()):
        acts.append((ANNA, Submit(ARTICLE)))
    return acts


@given(st.data())
def test_following_is_reading_anew(data: st.DataObject) -> None:
    with a_library() as store:
        absorb(store, imported(data), NEW)
        for author, act in beginning(data):
            apply(store, author, [act])
        window = Following(OpenLibrary(store, ANNA))
        for _ in range(data.draw(st.integers(1, 8))):
            kind, changes = one_more(data, window)
            for change in changes:
                window.library._tell(change)
            window.assert_true(kind)


def imported(data: st.DataObject) -> list[Edit]:
    """Both texts have come in."""
    world = World(data.draw, steady=True)
    for text, sentences in ((TEXT, SENTENCES), (OTHER_TEXT, OTHER_SENTENCES)):
        act = import_of(text, sentences)
        world.add(act.kind, ANNA.id, act.writes())
    return world.edits


def one_more(data: st.DataObject, window: Following) -> tuple[str, tuple[Change, ...]]:
    """One more edit, by one of the three, made here or brought in; what was told of it."""
    store = window.library.store
    author = data.draw(st.sampled_from((ANNA, BEN, CHLOE)))
    world = World(data.draw, steady=True, edits=log.all_edits(store))
    kind = data.draw(st.sampled_from(KINDS))
    act = decided(data, window) if kind == "Decide" else MAKERS[kind](world, author.id)
    try:
        if data.draw(st.booleans()):
            return kind, apply(store, author, [act]).changes
        edit = world.add(act.kind, author.id, act.writes(), act.undoes)
        return kind, absorb(store, [edit])
    except AnnotatorError:
        return "refused", ()


def decided(data: st.DataObject, window: Following) -> Act:
    """A decision as the window makes it, over what it shows."""
    index = data.draw(st.integers(0, len(window.held) - 1))
    over = {
        column.analyst.id: standing
        for column, standing in window.held.held(index)
        if index not in column.elsewhere
    }
    outcome = data.draw(st.sampled_from((Standing.VERIFIED, Standing.DISPUTED, None)))
    claim = ClaimId(window.desk.held.id_at(index))
    return Decide(ArticleId(ARTICLE), (Ruling(claim, outcome, "why", over),))
