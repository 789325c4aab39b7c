"""Agreement as a report says it: sentences for its reader, a row for each two, and why a figure is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.desk import export_reports
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edits.blind import AskBlind
from annotator.domain.edits.people import Hide
from annotator.domain.edits.tagging import SetTag
from annotator.domain.report import Report
from annotator.domain.tags import Tag
from annotator.store.write import Author, apply
from factories import ANNA, BEN, CHLOE, bring_in, claims_of, new_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[OpenLibrary]:
    opened = OpenLibrary(new_library(tmp_path / "library.db"), ANNA)
    yield opened
    opened.close()


@pytest.fixture
def article(library: OpenLibrary) -> ArticleId:
    return bring_in(library.store)


def judged(library: OpenLibrary, article: ArticleId, who: Author, tags: str) -> None:
    """A tag a claim: v, d or u, and nothing for "."."""
    of = {tag.value[0]: tag for tag in Tag}
    for claim, letter in zip(claims_of(article), tags, strict=False):
        if letter in of:
            apply(library.store, who, [SetTag(article, (claim,), of[letter])])


def report(library: OpenLibrary, article: ArticleId) -> Report:
    return export_reports.report_of(library, article)


def test_nothing_is_measured_before_two_have_judged(
    library: OpenLibrary, article: ArticleId
) -> None:
    judged(library, article, ANNA, "vvd")
    found = report(library, article)
    assert (found.agreement, found.figures) == ((), ())


def test_two_are_measured_and_named(library: OpenLibrary, article: ArticleId) -> None:
    judged(library, article, ANNA, "vvdu.")
    judged(library, article, BEN, "vddu.")
    found = report(library, article)
    assert found.agreement[0].startswith("Anna and Ben agree on 3 of 4 claims")
    assert "You" not in " ".join(found.agreement)
    (line,) = found.figures
    assert (line.label, line.agreed, line.of, line.percent) == ("Anna and Ben", 3, 4, "75 %")
    assert line.kappa.split(",")[0] == "0.64"
    assert " to " in line.kappa


def test_three_have_a_row_together(library: OpenLibrary, article: ArticleId) -> None:
    for who, tags in ((ANNA, "vvdu"), (BEN, "vddu"), (CHLOE, "vvdd")):
        judged(library, article, who, tags)
    found = report(library, article)
    assert [line.label for line in found.figures] == [
        "Anna and Ben",
        "Anna and Chloé",
        "Ben and Chloé",
        "All together",
    ]
    together = found.figures[-1]
    assert (together.agreed, together.of) == (None, 4)
    assert together.kappa.endswith("(Fleiss)")


def test_a_figure_that_there_is_not_says_why(library: OpenLibrary, article: ArticleId) -> None:
    for who in (ANNA, BEN, CHLOE):
        judged(library, article, who, "vv")
    found = report(library, article)
    assert {line.kappa for line in found.figures} == {"undefined"}
    assert "Anna and Ben: Undefined, because only one tag was used." in found.agreement
    assert "All together: Undefined, because only one tag was used." in found.agreement


def test_who_share_no_claim_are_not_called_alike(library: OpenLibrary, article: ArticleId) -> None:
    judged(library, article, ANNA, "vd..")
    judged(library, article, BEN, "..vd")
    found = report(library, article)
    (line,) = found.figures
    assert (line.agreed, line.of, line.percent, line.kappa) == (0, 0, "–", "undefined")
    assert any("nothing was tagged by both" in sentence for sentence in found.agreement)


def test_a_blind_check_and_hidden_colleagues_are_not_measured(
    library: OpenLibrary, article: ArticleId
) -> None:
    judged(library, article, ANNA, "vvd")
    judged(library, article, BEN, "vdd")
    library.perform(Hide(BEN.id, True))
    assert report(library, article).figures == ()
    library.perform(Hide(BEN.id, False))
    assert report(library, article).figures
    apply(library.store, BEN, [AskBlind(article)])
    assert report(library, article).figures == ()
