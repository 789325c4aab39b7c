"""What may leave: nothing that is *me*, and the log gives the same library again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.assessment import Audience
from annotator.domain.attribution import Attribution, Quoted
from annotator.domain.edits.attributing import SetAttribution
from annotator.domain.edits.blind import AskBlind, Reveal
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.form import AnalystId, Edit, Stamp
from annotator.domain.edits.layout import SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import Hide, SamePerson, SetName, TakePseudonym
from annotator.domain.edits.pseudonym import pseudonyms
from annotator.domain.edits.reviewing import Decide, Ruling, Settle, Submit
from annotator.domain.edits.tagging import SetConfirmed, SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.errors import AnnotatorError
from annotator.domain.report import Outcome, Report
from annotator.domain.review import ArticleStage
from annotator.domain.tags import Standing, Tag
from annotator.interchange import article_json
from annotator.store import doctor, log, reporting
from annotator.store.library import Library
from annotator.store.stages import settle_digests
from annotator.store.write import Author, NewText, absorb, apply
from factories import (
    ANNA,
    BEN,
    CHLOE,
    SENTENCES,
    TEXT,
    bring_in,
    claims_of,
    new_library,
    noted,
    spans_of,
)
from unit.interchange.logs import log_of

SPANS = spans_of(TEXT, SENTENCES)


def reported(library: Library, article: ArticleId) -> Report:
    return reporting.report(library, article, maker="Anna", made_at=7)


def test_a_report(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    apply(
        library,
        ANNA,
        [SetTag(article, claims[:3], Tag.VERIFIED, noted(article, claims[:3], "seen it"))],
    )
    apply(library, BEN, [SetTag(article, claims[1:2], Tag.DISPUTED)])
    into = (Span(SPANS[2].start, SPANS[2].start + 8), Span(SPANS[2].start + 9, SPANS[2].end))
    apply(library, BEN, [SplitClaim(article, claims[2], into)])
    report = reported(library, article)
    assert [(claim.number, claim.retired, claim.outcome) for claim in report.claims] == [
        (0, False, Outcome.VERIFIED),
        (1, False, Outcome.OPEN),
        (None, True, Outcome.VERIFIED),
        (2, False, Outcome.UNTAGGED),
        (3, False, Outcome.UNTAGGED),
        (4, False, Outcome.UNTAGGED),
        (5, False, Outcome.UNTAGGED),
        (None, False, Outcome.UNTAGGED),
    ]
    assert [one.name for one in report.analysts] == ["Anna", "Ben"]
    held = report.claims[1].held
    assert [(one.analyst.name, one.assessment.standing) for one in held] == [
        ("Anna", Standing.VERIFIED),
        ("Ben", Standing.DISPUTED),
    ]
    assert held[0].assessment.note == "seen it"
    assert held[0].changed > 0
    assert report.claims[0].text == SENTENCES[0]
    with pytest.raises(AnnotatorError):
        reported(library, ArticleId("none"))


def test_what_is_mine_is_in_no_report(library: Library, article: ArticleId) -> None:
    claims = claims_of(article)
    apply(library, ANNA, [SetNote(article, claims[0], "for the desk")])
    before = reported(library, article)
    apply(library, ANNA, [SetNote(article, claims[0], "SECRET", Audience.ME)])
    apply(library, ANNA, [SetNote(article, claims[1], "SECRET too", Audience.ME)])
    after = reported(library, article)
    assert after.claims == before.claims
    assert after.log == before.log
    assert "SECRET" not in repr(after)
    apply(library, ANNA, [SetTag(article, claims[1:2], Tag.VERIFIED)])
    assert "SECRET" not in repr(reported(library, article))


def test_the_log_alone_gives_the_same_again(
    library: Library, article: ArticleId, tmp_path: Path
) -> None:
    other = bring_in(library, CHLOE, "Elsewhere\n\nAnother text.")
    claims = claims_of(article)
    apply(
        library,
        ANNA,
        [SetTag(article, claims[:3], Tag.VERIFIED, noted(article, claims[:3], "why"))],
    )
    apply(library, BEN, [SetTag(article, claims[1:2], Tag.DISPUTED)])
    done = apply(library, BEN, [SetNote(article, claims[4], "a note")])
    apply(library, BEN, [Undo(done.edits[-1].header.id)])
    named = apply(library, BEN, [SetName(BEN.id, "Benjamin")])
    apply(library, BEN, [Undo(named.edits[-1].header.id)])
    first = reported(library, article)
    assert all(part.article in (article, None) for edit in first.log for part in edit.parts)
    assert CHLOE.id not in {edit.header.analyst for edit in first.log}
    with new_library(tmp_path / "again.db") as again:
        absorb(again, first.log, {article: NewText(TEXT, TEXT.encode())})
        assert reported(again, article) == first
        assert doctor.examine(again) == ()
        assert absorb(again, first.log) == ()
    assert other


def shown_to(library: Library, article: ArticleId, viewer: Author = ANNA) -> Report:
    return reporting.report_for(library, article, viewer.id, maker=viewer.name, made_at=7)


def ruling(claim: ClaimId, outcome: Standing = Standing.DISPUTED, **over: Standing) -> Ruling:
    people = {"anna": ANNA.id, "ben": BEN.id, "chloe": CHLOE.id}
    return Ruling(claim, outcome, "why", {people[who]: held for who, held in over.items()})


@pytest.fixture
def reviewed(library: Library, article: ArticleId) -> tuple[ClaimId, ...]:
    """Anna and Ben differ on the first claim; Chloé settled it, Ben commented."""
    claims = claims_of(article)
    apply(library, ANNA, [SetTag(article, claims[:2], Tag.VERIFIED)])
    apply(
        library,
        BEN,
        [SetTag(article, claims[:1], Tag.DISPUTED), Comment(article, claims[0], "No.")],
    )
    over = {"anna": Standing.VERIFIED, "ben": Standing.DISPUTED}
    apply(library, CHLOE, [Decide(article, (ruling(claims[0], **over),))])
    return claims


def test_a_report_for_readers_has_the_review_and_no_log(
    library: Library, article: ArticleId, reviewed: tuple[ClaimId, ...]
) -> None:
    report = shown_to(library, article)
    first = report.claims[0]
    assert first.decision is not None
    assert (first.outcome, first.decision.reviewer.name) == (Outcome.DISPUTED, "Chloé")
    assert [one.name for one in first.decision.overruled] == ["Anna"]
    assert [comment.text for comment in report.comments] == ["No."]
    assert {one.name for one in report.analysts} == {"Anna", "Ben", "Chloé"}
    assert report.first_tag == reported(library, article).first_tag
    assert (report.log, report.veiled, report.stage.stage) == ((), False, ArticleStage.OPEN)
    assert report.claims == reported(library, article).claims
    assert reviewed


def test_whom_one_hid_is_in_one_s_readers_reports_nowhere_and_counts_all_the_same(
    library: Library, article: ArticleId, reviewed: tuple[ClaimId, ...]
) -> None:
    before = reported(library, article)
    apply(library, ANNA, [Hide(BEN.id, True)])
    report = shown_to(library, article)
    assert [one.analyst.name for one in report.claims[0].held] == ["Anna"]
    assert report.comments == ()
    assert "Ben" not in {one.name for one in report.analysts}
    assert report.claims[0].decision is not None
    assert not report.claims[0].decision.stale
    apply(library, ANNA, [Hide(CHLOE.id, True)])
    report = shown_to(library, article)
    assert (report.claims[0].decisions, report.claims[0].outcome) == ((), Outcome.VERIFIED)
    assert shown_to(library, article, BEN).claims == before.claims
    assert reported(library, article).claims == before.claims
    assert reviewed


def test_while_one_s_own_check_is_blind_nothing_of_colleagues_is_read(
    library: Library, article: ArticleId, reviewed: tuple[ClaimId, ...]
) -> None:
    """Rows that cannot be read lie in the way of whoever tries."""
    before = reported(library, article)
    own = ruling(reviewed[1], Standing.VERIFIED, ben=Standing.DISPUTED)
    apply(library, ANNA, [Decide(article, (own,)), Comment(article, reviewed[1], "Mine.")])
    apply(library, BEN, [AskBlind(article)])
    for table, poisoned, column in (
        ("assessments", "audience", "analyst"),
        ("decisions", "over", "reviewer"),
        ("sayings", "value", "analyst"),
    ):
        where = "field = 'comment' AND" if table == "sayings" else ""
        library.run(
            f"UPDATE {table} SET {poisoned} = 'poison' WHERE {where} {column} <> ?", (ANNA.id,)
        )
    report = shown_to(library, article)
    assert report.veiled
    assert [one.name for one in report.analysts] == ["Anna", "Ben"]  # it was Ben who asked
    assert [one.analyst.name for claim in report.claims for one in claim.held] == ["Anna"] * 2
    assert [claim.outcome for claim in report.claims[:2]] == [Outcome.VERIFIED] * 2
    assert report.claims[0].decisions == ()
    assert [one.stale for one in report.claims[1].decisions] == [False]
    assert [comment.text for comment in report.comments] == ["Mine."]
    assert report.first_tag == before.first_tag
    with pytest.raises(ValueError, match=r"poison|Expecting value"):
        shown_to(library, article, BEN)
    apply(library, ANNA, [Submit(article)])
    with pytest.raises(ValueError, match=r"poison|Expecting value"):
        shown_to(library, article)


def test_looking_at_everything_ends_the_blind_check(
    library: Library, article: ArticleId, reviewed: tuple[ClaimId, ...]
) -> None:
    apply(library, BEN, [AskBlind(article)])
    assert shown_to(library, article).veiled
    apply(library, ANNA, [Reveal(article, reviewed[0])])
    assert shown_to(library, article).veiled
    apply(library, ANNA, [Reveal(article)])
    report = shown_to(library, article)
    assert (report.veiled, report.blind) == (False, (BEN.id,))
    assert report.claims[0].decision is not None


def test_changes_are_counted_from_what_the_article_was_settled_with(
    library: Library, article: ArticleId, reviewed: tuple[ClaimId, ...]
) -> None:
    apply(library, CHLOE, [Settle(article, settle_digests(library, article))])
    assert (reported(library, article).changes, shown_to(library, article).changes) == (0, 0)
    late = _made_elsewhere(library, BEN, SetTag(article, reviewed[1:3], Tag.DISPUTED))
    absorb(library, late)
    assert (reported(library, article).changes, shown_to(library, article).changes) == (2, 2)
    apply(library, ANNA, [Hide(BEN.id, True)])
    assert shown_to(library, article).changes == 2


def _made_elsewhere(library: Library, author: Author, act: SetTag) -> list[Edit]:
    at = max(edit.header.at for edit in log.all_edits(library)) + 1
    return [Stamp(author.id, at, at).seal(act.kind, 1, act.writes())]


def exported(library: Library, article: ArticleId) -> bytes:
    return article_json.write(reported(library, article))


def read_again(data: bytes, path: Path) -> bytes:
    """What a library says that has nothing but this file."""
    text, edits = log_of(data)
    article = json.loads(data)["article"]["id"]
    with new_library(path) as again:
        absorb(again, edits, {article: NewText(text, text.encode())})
        assert doctor.examine(again) == ()
        return exported(again, article)


SMALL = Author(AnalystId("00000000-0000-4000-8000-000000000001"), "Anna, at the desk")


def test_two_ids_of_one_person_are_one_in_json_by_who_they_say_they_are(
    library: Library, article: ArticleId, reviewed: tuple[ClaimId, ...], tmp_path: Path
) -> None:
    apply(library, SMALL, [SetTag(article, reviewed[3:4], Tag.DISPUTED)])
    apply(library, ANNA, [SamePerson(SMALL.id, True)])
    one_side = json.loads(exported(library, article))
    assert {ANNA.id, SMALL.id} <= set(one_side["analysts"])
    apply(library, SMALL, [SamePerson(ANNA.id, True)])
    data = exported(library, article)
    value = json.loads(data)
    assert set(value["analysts"]) == {SMALL.id, BEN.id, CHLOE.id}
    assert value["article"]["metadata"]["imported_by"] == "Anna, at the desk"
    held = {claim["number"]: set(claim["assessments"]) for claim in value["claims"]}
    assert (held[1], held[3]) == ({SMALL.id}, {SMALL.id})
    (decision,) = value["decisions"]
    assert (decision["over"][SMALL.id], decision["stale"]) == ("verified", False)
    assert read_again(data, tmp_path / "again.db") == data


def test_an_id_that_wrote_nothing_here_still_says_who_somebody_is(
    library: Library, article: ArticleId, reviewed: tuple[ClaimId, ...], tmp_path: Path
) -> None:
    """Anna's other machine tagged other articles only; its half of the word goes along."""
    apply(library, SMALL, [SamePerson(ANNA.id, True)])
    apply(library, ANNA, [SamePerson(SMALL.id, True)])
    data = exported(library, article)
    assert SMALL.id in json.loads(data)["analysts"]
    assert read_again(data, tmp_path / "again.db") == data
    assert reviewed


@pytest.mark.parametrize("secret", ["1" * 64, "2" * 64, "3" * 64, "4" * 64])
def test_a_copy_made_under_a_pseudonym_is_in_no_json_where_its_original_is(
    library: Library,
    article: ArticleId,
    reviewed: tuple[ClaimId, ...],
    secret: str,
    tmp_path: Path,
) -> None:
    """Whichever id is the smaller: the secrets make some of each."""
    before = exported(library, article)
    apply(library, ANNA, [TakePseudonym(ANNA.id, "Nobody", secret)])
    assert exported(library, article) == before
    (pseudonym,) = pseudonyms(log.all_edits(library), {})
    copies = list(pseudonym.copies(log.all_edits(library)).values())
    absorb(library, copies)
    assert exported(library, article) == before
    with new_library(tmp_path / "stranger.db") as stranger:
        text, edits = log_of(before)
        absorb(stranger, [*edits, *copies], {article: NewText(text, text.encode())})
        theirs = json.loads(exported(stranger, article))
    assert pseudonym.analyst in theirs["analysts"]
    assert theirs["analysts"][pseudonym.analyst]["name"] == "Nobody"
    # What somebody wrote under it alone is somebody else's for whoever reads the file.
    apply(
        library,
        Author(pseudonym.analyst, "Nobody"),
        [SetTag(article, reviewed[4:5], Tag.DISPUTED)],
    )
    data = exported(library, article)
    assert pseudonym.analyst in json.loads(data)["analysts"]
    assert read_again(data, tmp_path / "again.db") == data


def test_what_only_hides_or_takes_a_name_is_in_no_json(
    library: Library, article: ArticleId, reviewed: tuple[ClaimId, ...]
) -> None:
    before = exported(library, article)
    apply(library, ANNA, [Hide(BEN.id, True), TakePseudonym(ANNA.id, "Nobody", "5" * 64)])
    assert exported(library, article) == before
    assert reviewed


def test_a_confirmation_beside_an_attribution_is_a_first_tag(
    library: Library, article: ArticleId
) -> None:
    (claim, *_) = claims_of(article)
    said = Attribution("a" * 8 + "-0000-4000-8000-000000000000", claim, Quoted("ISNA"))
    apply(library, ANNA, [SetAttribution(article, said)])
    assert reported(library, article).first_tag is None
    confirmed = SetConfirmed(article, (claim,), True)
    made = apply(library, ANNA, [SetAttribution(article, said, confirmed)])
    assert reported(library, article).first_tag == made.edits[0].header.clock
