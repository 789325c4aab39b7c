"""What is written is found: a little in its own transaction, more in portions, nothing twice or stale."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from annotator.domain.article import ArticleId, ClaimId, PassageKind, Span, claim_id
from annotator.domain.assessment import Audience, Flag, FlagKind, Wording
from annotator.domain.attribution import Attribution, Quoted
from annotator.domain.canonical import Json
from annotator.domain.edits.act import Act
from annotator.domain.edits.articles import SetArticle
from annotator.domain.edits.assessing import SetFlag, SetWording
from annotator.domain.edits.attributing import NameSources, RemoveAttribution, SetAttribution
from annotator.domain.edits.evidence import AddEvidence, EditEvidence, LinkEvidence, RemoveEvidence
from annotator.domain.edits.layout import AddClaim, JoinClaims, MarkBoilerplate, SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SamePerson
from annotator.domain.edits.tagging import SetNotCheckable, SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.evidence import Contact, Link, Stance
from annotator.domain.findquery import read_typed
from annotator.domain.findwords import joined
from annotator.domain.tags import Tag
from annotator.store import doctor, log, searchdue, searchplaces, searchrows
from annotator.store.library import Library, open_library
from annotator.store.narrowing import spans_at
from annotator.store.searchdue import FEW, Portions, any_due
from annotator.store.searching import Finder
from annotator.store.searchplaces import NOTES, SLOTS
from annotator.store.write import absorb, apply
from factories import (
    ANNA,
    BEN,
    SENTENCES,
    TEXT,
    bring_in,
    claims_of,
    long_text,
    new_library,
    spans_of,
)

SPANS = spans_of(TEXT, SENTENCES)
ITEM = "e0000001-0000-4000-8000-000000000000"
EVERYWHERE = (0, (1 << 63) - 1)


def found(library: Library, typed: str, article: ArticleId) -> list[Span]:
    """Where the claims lie that are found in an article."""
    shelf = searchplaces.shelf_of(library, article)
    places = Finder(library, read_typed(typed)).claims(searchplaces.claims_of(shelf), 100).places
    return spans_at(library, places)


def others(library: Library, typed: str) -> list[str]:
    """The kinds of whatever else is found, in order."""
    return sorted(one.key.kind for one in Finder(library, read_typed(typed)).others(EVERYWHERE))


def written(library: Library) -> list[tuple[object, ...]]:
    return library.rows("SELECT place, words FROM claim_words ORDER BY place")


def finish(library: Library, most: int = 50) -> int:
    """Writes all that is due; gives how many portions that took."""
    portions, count = Portions(library), 1
    while portions.write(most, 0):
        count += 1
    return count


def test_the_claims_of_a_short_article_are_found_at_once(
    library: Library, article: ArticleId
) -> None:
    assert not any_due(library)
    assert found(library, "explosions", article) == [SPANS[0]]
    assert found(library, "۸۴", article) == [SPANS[1], SPANS[3]]
    assert found(library, "👩", article) == [SPANS[2]]
    assert found(library, "comment", article) == [], "page furniture is no claim"
    assert others(library, "daily") == ["article"]


def test_cutting_joining_and_painting_is_followed_in_the_same_transaction(
    library: Library, article: ArticleId
) -> None:
    parts = (Span(SPANS[1].start, SPANS[1].start + 11), Span(SPANS[1].start + 12, SPANS[1].end))
    split = apply(library, ANNA, [SplitClaim(article, claims_of(article)[1], parts)])
    assert found(library, "media", article) == [parts[0]]
    assert found(library, "died", article) == [parts[1]]
    join = JoinClaims(
        article,
        (claim_id(article, parts[1]), claims_of(article)[2]),
        Span(parts[1].start, SPANS[2].end),
    )
    joint = apply(library, ANNA, [join])
    assert found(library, "died claimed", article) == [Span(parts[1].start, SPANS[2].end)]
    apply(library, ANNA, [Undo(joint.edits[-1].header.id)])
    apply(library, ANNA, [Undo(split.edits[-1].header.id)])
    assert found(library, "media died", article) == [SPANS[1]]
    apply(library, ANNA, [MarkBoilerplate(article, SPANS[4], PassageKind.BOILERPLATE)])
    assert found(library, "مسئولان", article) == []
    apply(library, ANNA, [MarkBoilerplate(article, SPANS[5], PassageKind.BODY)])
    assert found(library, "comment", article) == [SPANS[5]]
    assert doctor.examine(library) == ()


def test_what_an_analyst_writes_of_a_claim_is_found_and_goes_when_it_is_gone(
    library: Library, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    flag = Flag(FlagKind.RING, "Ring the ministry")
    acts: list[Act] = [
        SetNote(article, claim, "Whence zebra"),
        SetNotCheckable(article, (claim,), "a zebra opinion"),
        SetFlag(article, (claim,), flag),
        SetWording(article, claim, Wording("Zebra media said so.")),
    ]
    apply(library, ANNA, acts)
    assert others(library, "zebra") == ["note", "why", "wording"]
    assert others(library, "ministry") == ["flag"]
    taken = (
        SetNote(article, claim, ""),
        SetTag(article, (claim,), Tag.VERIFIED),
        SetFlag(article, (claim,), None),
        SetWording(article, claim, None),
    )
    applied = apply(library, ANNA, taken)
    assert others(library, "zebra") == others(library, "ministry") == []
    for edit in applied.edits:
        apply(library, ANNA, [Undo(edit.header.id)])
    assert others(library, "zebra") == ["note", "why", "wording"]
    apply(library, ANNA, [SetNote(article, claim, "Whence zebra, for me", Audience.ME)])
    assert doctor.examine(library) == ()


def test_evidence_and_sources_are_found_as_they_stand(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    contact = Contact(str(uuid.uuid4()), "A clerk", said="Nothing of the sort")
    registers: dict[str, Json] = {
        "there": True,
        "title": "Survey map",
        "url": "https://example.org/z",
    }
    registers[f"contact.me {contact.id}"] = contact.json()
    link = Link(ITEM, Stance.CONTRADICTS, "the zebra cemetery", "p. 4")
    said = Attribution(str(uuid.uuid4()), claim, Quoted("ISNA"))
    apply(
        library,
        ANNA,
        [AddEvidence(ITEM, registers, {(article, claim): link}), SetAttribution(article, said)],
    )
    assert others(library, "survey map") == ["item"]
    assert others(library, "example.org") == ["item"]
    assert others(library, "clerk sort") == ["item"]
    assert others(library, "zebra") == ["quote"]
    assert others(library, "isna") == ["source"]
    apply(
        library,
        ANNA,
        [
            EditEvidence(ITEM, {"title": "Street plan"}, (article,)),
            LinkEvidence(ITEM, {(article, claim): None}),
            NameSources({article: {"ISNA": "the agency"}}),
        ],
    )
    assert others(library, "survey") == others(library, "zebra") == []
    assert others(library, "street") == ["item"]
    assert others(library, "agency") == ["source"]
    assert others(library, "isna") == ["source"]
    apply(library, ANNA, [RemoveAttribution(article, said.id), RemoveEvidence(ITEM, private=False)])
    assert others(library, "isna") == []
    assert doctor.examine(library) == ()


def test_a_corrected_record_is_found_by_its_new_title(library: Library, article: ArticleId) -> None:
    apply(library, ANNA, [SetArticle(article, {"title": "Zebras at large"})])
    assert others(library, "zebras") == ["article"]
    assert others(library, "explosions") == []


def test_what_is_said_of_one_article_lies_together(library: Library, article: ArticleId) -> None:
    other = bring_in(library, text="Another text.")
    for place, of in enumerate((article, other, article)):
        apply(library, ANNA, [SetNote(of, claims_in(library, of)[0], f"zebra {place}")])
    shelf = searchplaces.shelf_of(library, other)
    between = searchplaces.others_of(NOTES, shelf)
    notes = list(Finder(library, read_typed("zebra")).others(between))
    assert [one.key.about for one in notes] == claims_in(library, other)[:1]


def claims_in(library: Library, article: ArticleId) -> list[ClaimId]:
    rows = library.rows("SELECT id FROM claims WHERE article = ? ORDER BY start", (article,))
    return [ClaimId(row[0]) for row in rows]


def test_a_long_article_waits_and_comes_in_portions_whatever_happens_between(
    library: Library,
) -> None:
    text = long_text(FEW * 3)
    article = bring_in(library, text=text)
    assert written(library) == []
    portions = Portions(library)
    assert portions.write(50, 0)
    assert 0 < len(written(library)) <= 60
    claims = claims_in(library, article)
    first = text.index("Sentence 1 ")
    parts = (Span(first, first + 10), Span(first + 11, text.index("\n", first)))
    apply(library, ANNA, [SplitClaim(article, claims[1], parts)])
    apply(library, ANNA, [SetNote(article, claims[-1], "zebra")])
    assert others(library, "zebra") == ["note"], "a note need not wait for an article"
    assert finish(library) > 5
    assert parts[1] in found(library, "says happened", article)
    assert len(written(library)) == FEW * 3 + 1
    assert doctor.examine(library) == ()
    assert not Portions(library).write(50, 0)


def test_what_was_left_is_gone_on_with_when_the_library_is_opened_again(path: Path) -> None:
    with new_library(path) as library:
        bring_in(library, text=long_text(FEW + 1))
        Portions(library).write(20, 0)
    with open_library(path, create=False) as library:
        assert any_due(library)
        assert doctor.examine(library) == (), "what is due is no fault"
        finish(library)
        assert doctor.examine(library) == ()


def test_many_notes_wait_too(library: Library) -> None:
    article = bring_in(library, text=long_text(FEW + 50))
    finish(library)
    claims = claims_in(library, article)
    apply(library, ANNA, [SetNote(article, claim, "zebra") for claim in claims])
    assert others(library, "zebra") == []
    finish(library, 100)
    assert len(others(library, "zebra")) == FEW + 50


def test_more_claims_than_there_is_room_for_at_one_character(library: Library) -> None:
    """Nobody makes as many; the longest are found, and nothing else comes to harm."""
    text = "x" * 5 + " " + "word " * 100
    article = bring_in(library, text=text.strip())
    ends = range(40, 40 + SLOTS + 3)
    for end in ends:
        apply(library, ANNA, [AddClaim(article, Span(6, end))])
    held = [span for span in found(library, "word", article) if span.start == 6]
    assert len(held) == SLOTS
    assert doctor.examine(library) == ()
    longest = claim_id(article, Span(6, ends[-1]))
    apply(library, ANNA, [SplitClaim(article, longest, (Span(6, 10), Span(11, ends[-1])))])
    assert Span(6, ends[0]) not in found(library, "word", article)
    assert doctor.examine(library) == ()


def test_a_portion_of_claims_that_all_begin_alike_goes_on(library: Library) -> None:
    article = bring_in(library, text="word " * 60 + "end")
    for end in range(20, 20 + 20):
        apply(library, ANNA, [AddClaim(article, Span(5, end))])
    with library.writing(0):
        library.run("DELETE FROM claim_words")
        library.run("INSERT INTO claim_search (claim_search) VALUES ('rebuild')")
        searchrows.doubt_all(library)
    finish(library, 1)
    assert doctor.examine(library) == ()


def test_a_text_is_read_piece_by_piece(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searchrows, "PIECE", 200)
    monkeypatch.setattr(searchdue, "PIECE", 200)
    text = long_text(60)
    article = bring_in(library, text=text)
    assert any_due(library), "of a long text a few claims wait too"
    finish(library, 7)
    shelf = searchplaces.shelf_of(library, article)
    rows = library.rows('SELECT place, "end", words FROM claim_words ORDER BY place')
    assert len(rows) == 60
    for place, end, words in rows:
        assert searchplaces.shelf_of_claim(place) == shelf
        assert words == joined(text[searchplaces.start_of(place) : end])


def test_deriving_anew_leaves_what_is_right_and_mends_what_is_not(
    library: Library, article: ArticleId
) -> None:
    """Two ids become one person: every table is derived again."""
    apply(library, ANNA, [SetNote(article, claims_of(article)[1], "zebra")])
    before = written(library)
    apply(library, ANNA, [SamePerson(BEN.id, True)])
    apply(library, BEN, [SamePerson(ANNA.id, True)])
    assert not any_due(library)
    assert written(library) == before
    assert others(library, "zebra") == ["note"]
    assert doctor.examine(library) == ()


def test_what_was_recorded_before_the_text_came_belongs_to_its_article(
    library: Library, tmp_path: Path
) -> None:
    with new_library(tmp_path / "other.db") as other:
        article = bring_in(other)
        claim = claims_of(article)[1]
        link = Link(ITEM, Stance.CONTRADICTS, "the zebra cemetery")
        add = AddEvidence(ITEM, {"there": True, "title": "Map"}, {(article, claim): link})
        apply(other, ANNA, [SetNote(article, claim, "a zebra"), add])
        edits = log.all_edits(other)
    absorb(library, edits)
    assert others(library, "zebra") == ["note", "quote"]
    bring_in(library)
    between = searchplaces.others_of(NOTES, searchplaces.shelf_of(library, article))
    found_here = Finder(library, read_typed("zebra")).others(between)
    assert sorted(one.key.kind for one in found_here) == ["note", "quote"]
    assert doctor.examine(library) == ()


def test_a_tag_writes_nothing_of_the_search(library: Library, article: ArticleId) -> None:
    claim = claims_of(article)[1:2]
    apply(library, ANNA, [SetTag(article, claim, Tag.VERIFIED)])
    changed = library.driver.total_changes
    apply(library, ANNA, [SetTag(article, claim, Tag.DISPUTED)])
    tag_again = library.driver.total_changes - changed
    with library.writing(0):
        for name in library.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            if "_no_" not in name[0]:
                library.run(f"DROP TRIGGER {name[0]}")
    changed = library.driver.total_changes
    apply(library, ANNA, [SetTag(article, claim, Tag.VERIFIED)])
    assert library.driver.total_changes - changed == tag_again


def test_a_due_row_about_nothing_does_no_harm(library: Library, article: ArticleId) -> None:
    with library.writing(0):
        library.run("INSERT INTO due_claims VALUES ('nothing', 0, 9999999999999)")
        library.run("INSERT INTO due_others VALUES ('what', 'nothing', '', '', 0)")
        library.run(
            "INSERT INTO due_others VALUES ('note', ?, ?, '', 0)", (claims_of(article)[0], ANNA.id)
        )
    finish(library)
    assert not any_due(library)
    assert doctor.examine(library) == ()
