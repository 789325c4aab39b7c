"""What may leave: nothing that is *me*, and the log gives the same library again."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.article import ArticleId, Span
from annotator.domain.assessment import Audience
from annotator.domain.edits.layout import SplitClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.undoing import Undo
from annotator.domain.errors import AnnotatorError
from annotator.domain.report import Outcome, Report
from annotator.domain.tags import Standing, Tag
from annotator.store import doctor, reporting
from annotator.store.library import Library
from annotator.store.write import NewText, absorb, apply
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
