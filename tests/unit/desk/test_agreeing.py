"""What of a library is compared: first tags or those that stand, and what is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import drawing, importing, layout, tagging
from annotator.desk.agreeing import Measured, measured
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, claim_id
from annotator.domain.edits.blind import AskBlind, Draw, Reveal
from annotator.domain.edits.form import AnalystId
from annotator.domain.edits.people import Hide
from annotator.domain.edits.reviewing import Submit
from annotator.domain.edits.revisions import AddRevision, Match
from annotator.domain.edits.tagging import SetTag
from annotator.domain.snapshot import indices
from annotator.domain.tags import Tag
from annotator.review.standings import Counting
from annotator.store.write import Author

V, D, U = Tag
NOW, FIRST = Counting.NOW, Counting.FIRST
TEXT = b"A bridge in Lund\n\nIt opened. It cost a lot. Nobody was hurt. Traffic came back.\n"


@pytest.fixture
def ada(opened: Callable[..., OpenLibrary]) -> OpenLibrary:
    return opened("Ada")


@pytest.fixture
def article(ada: OpenLibrary) -> ArticleId:
    """A title and four claims."""
    return bring_in(ada, TEXT)


@pytest.fixture
def ben(opened: Callable[..., OpenLibrary], article: ArticleId) -> OpenLibrary:
    return opened("Ben")


@pytest.fixture
def claims(ada: OpenLibrary, article: ArticleId) -> list[ClaimId]:
    return claims_of(ada, article)


def bring_in(library: OpenLibrary, text: bytes) -> ArticleId:
    return importing.save(library, importing.prepare(text, "a.txt")).article


def claims_of(library: OpenLibrary, article: ArticleId) -> list[ClaimId]:
    shown = snapshot(library, article)
    return [shown.id_at(index) for index in range(len(shown))]


def snapshot(library: OpenLibrary, article: ArticleId):
    desk = Desk(library)
    desk.open(article)
    shown = desk.snapshot
    desk.close()
    assert shown is not None
    return shown


def tags(library: OpenLibrary, article: ArticleId, *judged: tuple[ClaimId, Tag], seen=()) -> None:
    for claim, tag in judged:
        library.perform(SetTag(article, (claim,), tag, seen=seen))


def left_out(found: Measured) -> list[tuple[str, int]]:
    return [(group.why, group.units) for group in found.agreement.left_out]


def test_both_countings_are_of_the_same_claims_while_nobody_looked(ada, ben, article, claims):
    tags(ada, article, (claims[1], V), (claims[2], D))
    tags(ben, article, (claims[1], V), (claims[2], V))
    for counting in Counting:
        found = measured(ada, [article], counting)
        assert found.agreement.analysts == ("Ada", "Ben")
        assert (found.you, found.agreement.units, found.agreement.percent) == ("Ada", 2, 50)
    assert measured(ben, [article]).agreement.analysts == ("Ben", "Ada")


def test_a_tag_given_after_looking_counts_now_and_not_as_first(ada, ben, article, claims):
    tags(ada, article, (claims[1], V), (claims[2], V))
    tags(ben, article, (claims[1], D), (claims[2], V))
    tags(ben, article, (claims[1], V), (claims[3], V), seen=(ada.me,))
    tags(ada, article, (claims[3], V))

    first, now = measured(ada, [article], FIRST), measured(ada, [article], NOW)
    assert (first.agreement.units, first.agreement.pairs[0].measures.agreed) == (2, 1)
    assert (now.agreement.units, now.agreement.pairs[0].measures.agreed) == (3, 3)
    assert ("tagged by Ben only after seeing a colleague's tag", 1) in left_out(first)
    assert left_out(now) == [("not tagged by either", 2)]
    assert "Counted are first tags" in first.sentences()[-1]
    assert "as they stand now" in now.sentences()[-1]


def test_items_are_claims_and_cells_open_them(ada, ben, article, claims):
    other = bring_in(ada, b"Another\n\nIt rained in Lund. Nobody minded it at all.\n")
    there = claims_of(ada, other)
    tags(ada, article, (claims[2], V), (claims[4], D))
    tags(ben, article, (claims[2], D))
    tags(ada, other, (there[1], V))
    tags(ben, other, (there[1], D))

    found = measured(ada, [article, other, article])
    cells = found.cells("Ada", "Ben")
    places = [found.place(item) for item in cells["verified", "disputed"]]
    assert [(place.article, place.claim) for place in places] == [
        (article, claims[2]), (other, there[1]),
    ]  # fmt: skip
    assert cells.keys() == {("verified", "disputed")}
    assert found.cells("Ada", "Ben") is cells
    (not_tagged, *_) = found.left_out_of("Ada", "Ben")
    assert not_tagged.why == "not tagged by Ben"
    assert [found.place(item).claim for item in not_tagged.items] == [claims[4]]
    assert found.done() == {"Ada": 3, "Ben": 2}


def test_you_are_spoken_to(ada, ben, article, claims):
    tags(ada, article, (claims[1], V))
    tags(ben, article, (claims[1], V), (claims[2], V))
    found = measured(ada, [article])
    assert found.sentences()[0].startswith("You and Ben agree on 1 of 1 claim")
    assert [group.why for group in found.left_out_of("Ben", "Ada")] == [
        "not tagged by you", "not tagged by either of you",
    ]  # fmt: skip


def test_on_its_source_is_no_tag(ada, ben, article, claims):
    tagging.confirm(ada, article, claims[1:3])
    tagging.confirm(ben, article, claims[1:2])
    tags(ben, article, (claims[2], V))
    found = measured(ada, [article])
    assert found.agreement.units == 0
    assert [(group.why, group.units) for group in found.left_out_of("Ada", "Ben")][:2] == [
        ("on its source for both of you", 1),
        ("on its source for you, verified for Ben", 1),
    ]


def test_a_claim_that_was_cut_is_left_out_with_its_place(ada, ben, article, claims):
    tags(ada, article, (claims[1], V), (claims[3], V))
    tags(ben, article, (claims[1], V))
    shown = snapshot(ada, article)
    layout.join(ada, shown, 1)

    found = measured(ada, [article])
    assert found.agreement.units == 0
    (borders,) = [group for group in found.agreement.left_out if group.why == "different borders"]
    assert [found.place(item).span for item in borders.items] == [shown.span(1)]
    assert found.done() == {"Ada": 1, "Ben": 0}


def test_who_judged_only_what_was_cut_is_not_forgotten(ada, ben, article, claims):
    tags(ben, article, (claims[1], V))
    layout.join(ada, snapshot(ada, article), 1)
    found = measured(ada, [article])
    assert found.agreement.analysts == ("Ben",)
    assert ("different borders", 1) in left_out(found)


def test_a_hidden_colleague_is_in_no_statistic(ada, ben, article, claims):
    tags(ada, article, (claims[1], V))
    tags(ben, article, (claims[1], V))
    ada.perform(Hide(ben.author.id, hidden=True))
    assert measured(ada, [article]).agreement.analysts == ("Ada",)
    assert measured(ben, [article]).agreement.analysts == ("Ben", "Ada")


def test_furniture_counts_nowhere_also_where_nobody_judged(ada, ben):
    text = b"A bridge in Lund\n\nIt opened. It cost a lot.\n\nRead more of our stories here.\n"
    article = bring_in(ada, text)
    shown = snapshot(ada, article)
    layout.set_furniture(ada, shown, shown.span(3), furniture=True)
    assert left_out(measured(ada, [article])) == [("not tagged by anybody", 3)]
    ada.perform(AskBlind(article))
    tags(ben, article, (claims_of(ada, article)[1], V))
    assert left_out(measured(ben, [article])) == [
        ("in an article that you tag blind, until you submit", 1)
    ]


def test_nothing_is_compared_while_a_pass_is_blind(ada, ben, article, claims):
    tags(ada, article, (claims[1], V), (claims[2], V))
    ada.perform(AskBlind(article))
    tags(ben, article, (claims[1], D))

    found = measured(ben, [article])
    assert (found.agreement.units, found.agreement.analysts) == (0, ("Ben",))
    assert found.blind == (article,)
    assert found.sentences()[0] == "There is nothing to compare yet."
    assert found.sentences()[-1] == (
        "What colleagues say of one article is hidden until you submit, and not counted."
    )
    assert left_out(found) == [("in an article that you tag blind, until you submit", 1)]

    ben.perform(Submit(article))
    after = measured(ben, [article])
    assert (after.blind, after.agreement.units) == ((), 1)


def test_what_may_not_be_seen_yet_is_told(ada, ben, article, claims):
    tags(ada, article, (claims[1], V), (claims[2], V), (claims[3], V))
    tags(ben, article, (claims[1], V))
    ben.perform(Reveal(article, claims[2]))
    found = measured(ben, [article])
    shown = [found.place(item).claim for item in range(5) if found.shows(item)]
    assert shown == [claims[1], claims[2]]
    ben.perform(Submit(article))
    assert all(map(measured(ben, [article]).shows, range(5)))


def test_a_claim_of_another_text_is_compared_through_its_pair_and_counted_once(
    ada, ben, article, claims
):
    later = bring_in(ada, TEXT + b"\nA line that was added.\n")
    copies = claims_of(ada, later)
    matches = tuple(
        Match(copy, claim, "exact") for copy, claim in zip(copies, claims, strict=False)
    )
    ada.perform(AddRevision(later, article, matches))
    tags(ada, article, (claims[1], V))
    tags(ben, later, (copies[1], D))

    for one in (article, later):
        assert measured(ada, [one]).agreement.units == 1
    both = measured(ada, [article, later])
    assert both.agreement.units == 1
    assert ("counted with the same claim of another text", 1) in left_out(both)


def test_two_of_one_name_are_told_apart(ada, opened, article, claims):
    ben = opened("Ben")
    tags(ben, article, (claims[1], V))
    ada.rename("Ben")
    tags(ada, article, (claims[1], V))
    found = measured(ada, [article])
    assert found.agreement.analysts == (f"Ben ({ada.me[:8]})", f"Ben ({ben.me[:8]})")
    assert found.you == found.agreement.analysts[0]


def test_an_article_that_nobody_judged_has_all_its_claims_left_out(ada, article, claims):
    found = measured(ada, [article])
    assert left_out(found) == [("not tagged by anybody", len(claims))]
    assert claim_id(article, found.place(0).span) == claims[0]
    assert measured(ada, []).agreement.units == 0


def test_only_what_was_drawn_is_looked_at(ada, ben, article, claims):
    other = bring_in(ada, b"Another\n\nIt rained in Lund. Nobody minded it at all.\n")
    tags(ada, article, *((claim, V) for claim in claims))
    tags(ben, article, *((claim, V) for claim in claims[:3]))
    drawn = drawing.draw(ben, [article], 3, "7").spans[article]

    found = measured(ada, [other, article], drawn=True)
    assert [found.place(item) for item in range(3)] == [(article, span) for span in drawn]
    shown = snapshot(ada, article)
    assert [found.number(item) for item in range(3)] == [
        shown.number(index) for index in indices(shown, drawn)
    ]
    assert found.done()["Ada"] == 3
    both = sum(claim_id(article, span) in claims[:3] for span in drawn)
    assert found.agreement.units == both
    assert left_out(found) == [("not tagged by Ben", 3 - both)] * (both < 3)
    assert found.sentences()[-1] == "Only what was drawn for a second check counts: 3 claims."
    assert measured(ada, [other], drawn=True).agreement.units == 0


def test_a_drawn_claim_with_other_borders_is_left_out(ada, ben, article, claims):
    tags(ada, article, (claims[1], V))
    tags(ben, article, (claims[1], V))
    page = snapshot(ada, article)
    drawing.draw(ada, [article], page.total, "all")
    layout.join(ada, page, 1)
    assert ("different borders", 1) in left_out(measured(ada, [article], drawn=True))


def test_a_drawn_claim_counts_though_its_pair_in_another_text_was_not_drawn(ada, ben):
    first, second = (bring_in(ada, TEXT + more) for more in (b"", b"It is open.\n"))
    ones, others = claims_of(ada, first), claims_of(ada, second)
    pairs = tuple(Match(*pair, "exact") for pair in zip(others, ones, strict=False))
    ada.perform(AddRevision(second, first, pairs))
    tags(ada, first, *((claim, V) for claim in ones))
    tags(ben, first, *((claim, V) for claim in ones))
    ada.perform(Draw(1, "7", {first: (ones[1],)}))
    ada.perform(Draw(1, "7", {second: (others[2],)}))
    found = measured(ada, [first, second], NOW, drawn=True)
    assert found.agreement.units == 2
    assert measured(ada, [first, second], NOW).agreement.units == len(ones)


def test_ids_made_to_look_alike_are_told_apart_in_full(ada, article, claims):
    ids = [AnalystId(f"12345678-0000-4000-8000-00000000000{n}") for n in (1, 2)]
    for one in ids:
        library = OpenLibrary(ada.store, Author(one, "Ben"))
        library.rename("Ben")
        tags(library, article, (claims[1], V))
    found = measured(ada, [article]).agreement
    assert found.analysts == tuple(f"Ben ({one})" for one in ids)
    assert found.units == 1
