"""Another version of an article: found, compared, and added with what one held of the earlier one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.desk import (
    assessing,
    evidencing,
    importing,
    layout,
    notes,
    revising_tracing,
    tagging,
    undoing,
)
from annotator.desk.articles import remove
from annotator.desk.evidence_given import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.desk.marked import marked
from annotator.desk.passes import settle_article
from annotator.desk.records import record_of
from annotator.desk.revising import (
    MarkKind,
    add_revision,
    carry,
    compared,
    confirm,
    earlier_of,
    mark_of,
    marks,
    tie,
    to_carry,
    versions,
)
from annotator.domain.article import ArticleId, Span
from annotator.domain.assessment import (
    Audience,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
)
from annotator.domain.edits.articles import SetArticle
from annotator.domain.edits.revisions import AddRevision, Carry, Match
from annotator.domain.edits.writes import Own
from annotator.domain.enclosed import Enclosed, Offered
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Stance
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.doctor import examine
from annotator.store.holding import assessments
from finding import add_item, bring_in, claims_of, name_source
from revising import (
    FIRST,
    SECOND,
    THIRD,
    claim,
    earlier,
    kinds,
    pairs,
    prepared,
    revised,
    span,
    standings,
    verified,
)

Opened = Callable[..., OpenLibrary]
VERIFIED, DISPUTED, UNTAGGED = Standing.VERIFIED, Standing.DISPUTED, Standing.UNTAGGED
CARRIED, AGAIN, ASKED = MarkKind.CARRIED, MarkKind.AGAIN, MarkKind.ASKED
SHOWN = [CARRIED, AGAIN, ASKED, CARRIED, ASKED, ASKED, None]


@pytest.fixture
def old(library: OpenLibrary) -> ArticleId:
    """The first version; every claim of it is verified."""
    return verified(library)


# Finding it


def test_a_changed_text_is_told_from_a_new_one_and_compared(library: OpenLibrary, old: ArticleId):
    found = earlier(library, SECOND)
    assert (found.article, found.title, found.why) == (old, "Two explosions in Kerman", "text")
    assert found.imported_at == reading.article(library.store, old).imported_at
    assert found.comparison.in_words == "7 claims before: 2 carried, 4 changed, 1 gone; 1 is new."


def test_the_very_same_text_is_no_version_nor_is_another_story(
    library: OpenLibrary, old: ArticleId
):
    assert earlier_of(library, prepared(FIRST)) is None
    assert earlier_of(library, prepared("Quite another story\n\nZebras bark at night.\n")) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/kerman",
        "http://www.news.example/kerman/",
        "https://NEWS.example/kerman?utm_source=feed&utm_medium=x#comments",
    ],
)
def test_the_same_address_is_told_whatever_its_text(library: OpenLibrary, address: str):
    importing.save(library, prepared(FIRST, "https://news.example/kerman"))
    found = earlier_of(library, prepared("Something else\n\nZebras bark at night.\n", address))
    assert found is not None
    assert found.why == "address"
    other = prepared("Something else\n\nZebras bark at night.\n", "https://news.example/tehran")
    assert earlier_of(library, other) is None


def test_an_address_that_was_corrected_or_that_the_page_names_is_the_same_too(
    library: OpenLibrary, old: ArticleId
):
    library.perform(SetArticle(old, {"address": "https://news.example/kerman"}))
    named = (
        Offered("address", "https://news.example/kerman?utm_x=1", "the page’s canonical link"),
    )
    read = replace(
        prepared("Something else\n\nZebras bark at night.\n"), enclosed=Enclosed(offered=named)
    )
    found = earlier_of(library, read)
    assert found is not None
    importing.save(library, read)
    again = prepared("A third\n\nOwls sleep by day.\n", "https://news.example/kerman")
    last = earlier_of(library, again)
    assert last is not None
    assert last.article == read.article, "the one that came in last"


def test_what_pages_have_around_their_text_makes_no_version(library: OpenLibrary):
    tail = (
        "Leave a comment\n\nYour email address will not be published. Required fields are marked.\n"
    )
    bring_in(library, f"One story\n\nZebras bark at night. Owls sleep by day.\n\n{tail}")
    assert earlier_of(library, prepared(f"Other\n\nWe met a cat. It slept.\n\n{tail}")) is None


def test_what_one_took_off_the_list_is_not_offered(library: OpenLibrary, old: ArticleId):
    remove(library, old)
    assert earlier_of(library, prepared(SECOND)) is None


def test_a_third_version_is_one_of_the_second(library: OpenLibrary, old: ArticleId):
    second = revised(library).imported.article
    found = earlier(library, THIRD)
    assert found.article == second


# Adding it


def test_what_is_the_same_keeps_its_record_and_all_else_waits(library: OpenLibrary, old: ArticleId):
    done = revised(library)
    new = done.imported.article
    assert (done.carried, done.waiting, done.imported.new) == (2, 4, True)
    assert standings(library, new) == [VERIFIED, *[UNTAGGED] * 2, VERIFIED, *[UNTAGGED] * 3]
    assert kinds(library, new) == SHOWN
    assert list(marks(library, new).values()).count(ASKED) == 3
    assert standings(library, old) == [VERIFIED] * 7
    assert kinds(library, old) == [None] * 7
    assert [one.article for one in versions(library, old)] == [old, new]
    assert [one.is_this for one in versions(library, new)] == [False, True]
    assert examine(library.store) == ()


def test_all_that_is_held_of_a_claim_comes_along(library: OpenLibrary):
    text = FIRST.replace("He denied it.", "ISNA said that 3 of 4 men near the tomb denied it.")
    old = bring_in(library, text)
    one, other = claim(library, old, "ISNA"), claim(library, old, "Two explosions killed")
    tagging.tag(library, old, [one], Tag.DISPUTED, note="the map differs")
    item = add_item(library, old, [one], "Zebra plan", title="A map", primary=True)
    assessing.dispute_because(library, old, [one], Because.CONTRADICTED, item)
    assessing.set_confidence(library, old, [one], 2)
    assessing.set_type(library, old, [one], ClaimType.NUMBER)
    assessing.set_wording(library, old, one, "ISNA said that 2 of 4 men denied it.")
    assessing.set_flag(library, old, [one], Flag(FlagKind.RING, "ISNA"))
    assessing.relate(library, old, one, claim(library, old, "Two explosions in"), Relation.SAME)
    at = text.index("3 of 4")
    assessing.tick(library, old, one, Span(at, at + 1), False)
    name_source(library, old, one, "ISNA")
    notes.write_note(
        library, old, claim(library, old, "Two explosions in"), "mine", audience=Audience.ME
    )
    tagging.confirm(library, old, [other], confirmed=True)
    was = assessments(library.store, library.me, [one])[one]
    new = revised(library, text.replace("The minister", "A minister")).imported.article
    same = claim(library, new, "ISNA")
    now = assessments(library.store, library.me, [same])[same]
    assert now == replace(was, relations=now.relations)
    assert now.relations == ((Relation.SAME, claim(library, new, "Two explosions in")),)
    there, here = record_of(library, one), record_of(library, same)
    assert [replace(one.link, at=0) for one in here.evidence] == [
        replace(one.link, at=0) for one in there.evidence
    ]
    assert [replace(a, id="", claim=one) for a in here.attributions] == [
        replace(a, id="") for a in there.attributions
    ]
    private = claim(library, new, "Two explosions in")
    assert assessments(library.store, library.me, [private])[private].audience is Audience.ME
    confirmed = claim(library, new, "Two explosions killed")
    assert assessments(library.store, library.me, [confirmed])[confirmed].confirmed
    assert examine(library.store) == ()


def test_what_was_carried_is_one_edit_that_is_taken_back_and_given_back(
    library: OpenLibrary, old: ArticleId
):
    new = revised(library).imported.article
    step = undoing.undo(library, new)
    assert step.words == "carried from the earlier version, the title and claim 3"
    assert standings(library, new) == [UNTAGGED] * 7
    assert kinds(library, new) == [None, AGAIN, ASKED, None, ASKED, ASKED, None]
    assert to_carry(library, new) == 2
    undoing.redo(library, new)
    assert kinds(library, new) == SHOWN
    assert to_carry(library, new) == 0
    undoing.undo(library, new)
    assert carry(library, new) is not None
    assert kinds(library, new) == SHOWN
    assert examine(library.store) == ()


def test_a_carried_claim_is_so_until_it_is_judged_anew(library: OpenLibrary, old: ArticleId):
    new = revised(library).imported.article
    same, number = claim(library, new, "He denied"), claim(library, new, "Two explosions killed")
    notes.write_note(library, new, same, "looked at again")
    assert kinds(library, new) == SHOWN
    tagging.tag(library, new, [same, number], Tag.DISPUTED)
    assert kinds(library, new) == [CARRIED, None, ASKED, None, ASKED, ASKED, None]
    tagging.clear(library, new, [same, number])
    assert kinds(library, new) == [CARRIED, AGAIN, ASKED, None, ASKED, ASKED, None]
    assert to_carry(library, new) == 0, "it was emptied, and comes along no more"
    assert carry(library, new) is None


def test_what_is_checked_again_shows_what_was_held(library: OpenLibrary, old: ArticleId):
    number = claim(library, old, "Two explosions killed")
    notes.write_note(library, old, number, "three papers say so")
    item = add_item(library, old, [number], "95 dead", title="A list")
    new = revised(library).imported.article
    mark = mark_of(library, new, claim(library, new, "Two explosions killed"))
    assert mark is not None
    assert (mark.kind, mark.earlier, mark.claim) == (AGAIN, old, number)
    assert mark.span == span(library, old, "Two explosions killed")
    assert (mark.assessment.tag, mark.assessment.note) == (Tag.VERIFIED, "three papers say so")
    assert [one.link.item for one in mark.record.evidence] == [item]


def test_what_a_person_confirms_comes_along_at_once(library: OpenLibrary, old: ArticleId):
    done = revised(
        library, SECOND, ("Officials", "Officials"), ("The crowd had come", "The crowd had come")
    )
    assert (done.carried, done.waiting) == (4, 2)
    expected = [CARRIED, AGAIN, CARRIED, CARRIED, CARRIED, ASKED, None]
    assert kinds(library, done.imported.article) == expected


def test_what_cannot_be_the_same_is_refused_and_nothing_is_saved(
    library: OpenLibrary, old: ArticleId
):
    before = earlier(library, SECOND)
    edits = library.store.last_edit()
    again = pairs(FIRST, SECOND, before, ("Two explosions killed", "Two explosions killed"))
    with pytest.raises(AnnotatorError, match="number 95 → 103"):
        add_revision(library, prepared(SECOND), before, again)
    with pytest.raises(AnnotatorError, match="compare otherwise now"):
        add_revision(library, prepared(SECOND), before, frozenset({(Span(0, 3), Span(0, 3))}))
    asked = next(iter(pairs(FIRST, SECOND, before, ("Officials", "Officials"))))
    twice = frozenset({asked, (asked[0], next(iter(again))[1])})
    with pytest.raises(AnnotatorError):
        add_revision(library, prepared(SECOND), before, twice)
    assert library.store.last_edit() == edits
    add_revision(library, prepared(SECOND), before)
    with pytest.raises(AnnotatorError, match="in the library already"):
        add_revision(library, prepared(SECOND), before)


def test_what_was_done_after_the_comparison_comes_along_too(library: OpenLibrary, old: ArticleId):
    before = earlier(library, SECOND)
    tagging.tag(library, old, [claim(library, old, "He denied")], Tag.DISPUTED)
    new = add_revision(library, prepared(SECOND), before).imported.article
    assert standings(library, new)[3] is DISPUTED


# Answering afterwards


def test_what_is_asked_is_answered_later(library: OpenLibrary, old: ArticleId):
    new = revised(library).imported.article
    said = (span(library, old, "Officials"), span(library, new, "Officials"))
    assert confirm(library, new, old, frozenset({said})) is not None
    assert kinds(library, new)[2] is CARRIED
    assert confirm(library, new, old, frozenset({said})) is None
    assert confirm(library, new, old, frozenset()) is None
    undoing.undo(library, new)
    assert kinds(library, new)[2] is None
    assert to_carry(library, new) == 1
    assert examine(library.store) == ()


def test_an_answer_judges_nothing_otherwise(library: OpenLibrary, old: ArticleId):
    new = revised(library).imported.article
    notes.write_note(library, old, claim(library, old, "Officials"), "an old note")
    tagging.tag(library, new, [claim(library, new, "Officials")], Tag.DISPUTED)
    said = (span(library, old, "Officials"), span(library, new, "Officials"))
    confirm(library, new, old, frozenset({said}))
    one = claim(library, new, "Officials")
    assert assessments(library.store, library.me, [one])[one].tag is Tag.DISPUTED


def test_an_answer_that_cannot_be_is_refused(library: OpenLibrary, old: ArticleId):
    new = revised(library).imported.article

    def here(words: str) -> Span:
        return span(library, old, words)

    def there(words: str) -> Span:
        return span(library, new, words)

    number = (here("Two explosions killed"), there("Two explosions killed"))
    with pytest.raises(AnnotatorError, match="number 95 → 103"):
        confirm(library, new, old, frozenset({number}))
    with pytest.raises(AnnotatorError, match="cut otherwise now"):
        confirm(library, new, old, frozenset({(Span(0, 3), Span(0, 3))}))


def test_of_two_places_the_analyst_chooses_one_and_the_other_is_free(library: OpenLibrary):
    old = verified(library, "Talks\n\nHe left. He denied it. The end.\n")
    later = "Talks\n\nHe left. He denied it. A pause. He left. He denied it. The end.\n"
    new = revised(library, later).imported.article
    asked = [index for index, kind in enumerate(kinds(library, new)) if kind is ASKED]
    assert len(asked) >= 2
    shown = reading.snapshot(library.store, new, library.me)
    last = [
        index
        for index in range(len(shown))
        if shown.article.text[slice(*shown.span(index))] == "He denied it."
    ][-1]
    said = (span(library, old, "He denied"), shown.span(last))
    confirm(library, new, old, frozenset({said}))
    found = kinds(library, new)
    assert found[last] is CARRIED
    first = shown.article.text.index("He denied it.")
    place = [shown.span(index).start for index in range(len(shown))].index(first)
    assert found[place] is None
    with pytest.raises(AnnotatorError, match="as another one already"):
        confirm(library, new, old, frozenset({(said[0], shown.span(place))}))
    assert examine(library.store) == ()


# Settled


def test_a_settled_article_keeps_its_record_and_takes_none(
    opened: Opened, library: OpenLibrary, old: ArticleId
):
    settle_article(library, old)
    new = revised(library).imported.article
    assert standings(library, new)[3] is VERIFIED
    undoing.undo(library, new)
    settle_article(library, new)
    with pytest.raises(AnnotatorError, match="is settled"):
        carry(library, new)
    said = (span(library, old, "Officials"), span(library, new, "Officials"))
    with pytest.raises(AnnotatorError, match="is settled"):
        confirm(library, new, old, frozenset({said}))
    assert examine(library.store) == ()


# Cuts


def test_cuts_and_furniture_stay_as_corrected_and_are_ordinary_edits(library: OpenLibrary):
    old = bring_in(library, FIRST)
    shown = reading.snapshot(library.store, old, library.me)
    layout.join(library, shown, 2)
    shown = reading.snapshot(library.store, old, library.me)
    layout.split(library, shown, 3, FIRST.index("come for"))
    aside = span(library, old, "Nobody has")
    shown = reading.snapshot(library.store, old, library.me)
    layout.set_furniture(library, shown, aside, furniture=True)
    tagging.tag(library, old, [claim(library, old, "Officials")], Tag.VERIFIED)
    later = FIRST.replace("95", "103").replace("The minister", "A minister")
    found = earlier(library, later)
    assert found.comparison.before == 6
    new = add_revision(library, prepared(later), found).imported.article
    shown = reading.snapshot(library.store, new, library.me)
    texts = [later[slice(*shown.span(index))] for index in range(len(shown))]
    assert texts[2:5] == [
        "Officials blamed militants. He denied it.", "The crowd had", "come for a ceremony."
    ]  # fmt: skip
    assert shown.standing(5) is Standing.FURNITURE
    kept = [
        row[0]
        for row in library.store.rows(
            "SELECT kind FROM edits WHERE at > (SELECT max(at) FROM edits WHERE kind = 'SetTag')"
        )
    ]
    assert kept == ["ImportArticle", "JoinClaims", "SplitClaim", "MarkBoilerplate", "AddRevision"]
    assert [line.fate.value for line in found.comparison.lines].count("carried") == 3
    undoing.undo(library, new)
    assert reading.snapshot(library.store, new, library.me).standing(5) is not Standing.FURNITURE
    undoing.undo(library, new)
    assert len(reading.snapshot(library.store, new, library.me)) == 6
    assert examine(library.store) == ()


# Chains


def test_a_third_version_has_what_was_carried_to_the_second_or_stayed_with_the_first(
    library: OpenLibrary, old: ArticleId
):
    second = revised(library).imported.article
    undoing.undo(library, second)
    done = revised(library, THIRD)
    third = done.imported.article
    assert done.carried == 2
    assert kinds(library, third) == [CARRIED, AGAIN, ASKED, CARRIED, ASKED, ASKED, None]
    mark = mark_of(library, third, claim(library, third, "Two explosions killed"))
    assert mark is not None
    assert mark.earlier == old
    assert [one.article for one in versions(library, second)] == [old, second, third]
    assert examine(library.store) == ()


def test_what_was_emptied_in_between_does_not_come_back(library: OpenLibrary, old: ArticleId):
    second = revised(library).imported.article
    tagging.clear(library, second, [claim(library, second, "He denied")])
    third = revised(library, THIRD).imported.article
    assert standings(library, third)[3] is UNTAGGED
    assert kinds(library, third)[3] is None
    assert to_carry(library, third) == 0


def test_versions_of_each_other_end_nowhere(library: OpenLibrary, old: ArticleId):
    second = revised(library).imported.article
    undoing.undo(library, second)
    tagging.clear(library, old, claims_of(library, old))
    match = Match(claim(library, old, "He denied"), claim(library, second, "He denied"), "exact")
    library.perform(AddRevision(old, second, (match,)))
    assert to_carry(library, old) == 0
    assert to_carry(library, second) == 0
    assert kinds(library, second) == [None] * 7


# Two articles that are here


def test_claims_that_are_not_where_somebody_said_they_are_count_for_nothing(
    library: OpenLibrary, old: ArticleId
):
    """A stranger's parcel may name any claims as those of any article, here or not."""
    other = bring_in(library, THIRD)
    mine = claim(library, old, "Officials")
    for named in (ArticleId("12345678-0000-4000-8000-000000000001"), other):
        added = bring_in(
            library, f"Another story\n\nIt is not of {named}. Officials blamed militants.\n"
        )
        here = claim(library, added, "Officials")
        library.perform(AddRevision(added, named, (Match(here, mine, "exact"),)))
        assert to_carry(library, added) == 0
        assert carry(library, added) is None
        assert marks(library, added) == {}
        library.perform(Carry(added, (Own("claim", here, "judgement", {"tag": "verified"}),)))
        assert marks(library, added) == {here: MarkKind.CARRIED}
        assert mark_of(library, added, here) is None
        assert marked(library, added, here, "Officials blamed militants.") is None
    assert examine(library.store) == ()


def test_of_very_many_that_a_claim_may_be_the_surest_are_followed_back(
    library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
):
    """A small parcel can say of every claim that it is every other, of thousands."""
    first, second, third = (
        bring_in(library, f"{name}\n\nIt is one. It is two. It is three. It is {name}.\n")
        for name in ("Ash", "Birch", "Cedar")
    )
    root = claim(library, third, "It is one")
    last = claims_of(library, first)[-1]
    tagging.tag(library, first, [last], Tag.VERIFIED)
    several = tuple(Match(root, one, "several") for one in claims_of(library, second)[1:4])
    more = Match(root, claims_of(library, second)[-1], "proposed")
    library.perform(AddRevision(third, second, (*several, more)))
    back = max((*several, more), key=lambda match: match.other).other
    library.perform(AddRevision(second, first, (Match(back, last, "exact"),)))
    assert marks(library, third) == {root: ASKED}
    monkeypatch.setattr(revising_tracing, "MOST", 3)
    assert marks(library, third) == {}


def test_two_articles_that_are_here_become_versions(library: OpenLibrary, old: ArticleId):
    new = importing.save(library, prepared(SECOND)).article
    assert len(versions(library, old)) == 1
    done = tie(library, old, new)
    assert (done.carried, done.comparison.carried) == (2, 2)
    assert kinds(library, new) == SHOWN
    edits = library.store.last_edit()
    assert tie(library, old, new).carried == 0
    assert library.store.last_edit() == edits
    with pytest.raises(AnnotatorError, match="no version of itself"):
        tie(library, old, old)
    assert examine(library.store) == ()


def test_two_articles_are_compared_whichever_is_named_first(library: OpenLibrary, old: ArticleId):
    new = revised(library).imported.article
    found = compared(library, new, old)
    assert (found.earlier.article, found.later.article) == (old, new)
    assert found.comparison == earlier_comparison(library, old, new)
    with pytest.raises(AnnotatorError, match="with itself"):
        compared(library, old, old)
    with pytest.raises(AnnotatorError, match="is not here"):
        compared(library, old, ArticleId("none"))


def test_what_was_said_decides_which_is_the_earlier(library: OpenLibrary, old: ArticleId):
    new = importing.save(library, prepared(SECOND)).article
    library.perform(AddRevision(old, new, ()))
    assert compared(library, old, new).later.article == old


def earlier_comparison(library: OpenLibrary, old: ArticleId, new: ArticleId) -> object:
    return compared(library, old, new).comparison


def test_evidence_of_the_earlier_version_serves_both(library: OpenLibrary, old: ArticleId):
    one = claim(library, old, "He denied")
    item = evidencing.add(
        library, old, [one], Given(title="A recording"), Serving(Stance.SUPPORTS, "He said no.")
    ).item
    new = revised(library).imported.article
    assert [e.link.item for e in record_of(library, claim(library, new, "He denied")).evidence] == [
        item
    ]
    parts = library.store.rows(
        "SELECT count(*) FROM parts JOIN edits ON edits.id = parts.edit "
        "WHERE kind = 'Carry' AND parts.article <> ?", (new,)
    )  # fmt: skip
    assert parts == [(0,)], "the earlier version's log is as it was"
