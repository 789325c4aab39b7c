"""The table of sources: who is counted, renaming, joining, and what one may see of colleagues."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.desk import attributing, importing, tagging, undoing
from annotator.desk.attributing import AttributionGiven
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.sources import SourceRow, join_sources, rename_source, sources
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.attribution import Quoted, SourceKind
from annotator.domain.edits.blind import AskBlind
from annotator.domain.edits.people import Hide
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag

Opened = Callable[..., OpenLibrary]


def claim(desk: Desk, number: int) -> ClaimId:
    index = desk.held.index_of_number(number)
    assert index is not None
    return desk.held.id_at(index)


def attribute(
    desk: Desk,
    number: int,
    source: str,
    kind: SourceKind | None = None,
    library: OpenLibrary | None = None,
) -> str:
    given = AttributionGiven(source=Quoted(source), kind=kind)
    who = library or desk.library
    return attributing.attribute(who, desk.held, claim(desk, number), given)[0]


def table(desk: Desk, article: ArticleId | None = None) -> dict[str, int]:
    return {row.name: row.claims for row in sources(desk.library, article)}


def only(desk: Desk) -> SourceRow:
    (row,) = sources(desk.library)
    return row


def test_a_source_counts_each_claim_once_and_says_how_they_stand(desk: Desk) -> None:
    attribute(desk, 4, "ISNA", SourceKind.ORGANISATION)
    attribute(desk, 4, "isna ", SourceKind.ORGANISATION)
    attribute(desk, 5, "ISNA", SourceKind.NAMED)
    attribute(desk, 6, "ISNA")
    tagging.tag(desk.library, desk.article, [claim(desk, 5)], Tag.DISPUTED)
    tagging.confirm(desk.library, desk.article, [claim(desk, 4)])

    row = only(desk)

    assert (row.name, row.claims) == ("ISNA", 3)
    assert row.kinds == (SourceKind.ORGANISATION, SourceKind.NAMED)
    assert row.kind is SourceKind.ORGANISATION
    assert row.standings == {
        Standing.ON_SOURCE: 1,
        Standing.DISPUTED: 1,
        Standing.UNTAGGED: 1,
    }
    assert row.articles == (desk.article,)
    assert row.written == ("isna",)


def test_what_another_claim_names_counts_under_that_name(desk: Desk) -> None:
    attribute(desk, 4, "ISNA")
    for number, named_in in ((5, 4), (6, 5), (7, 8), (8, 7)):
        given = AttributionGiven(source=Quoted(f"it {number}"), named_in=claim(desk, named_in))
        attributing.attribute(desk.library, desk.held, claim(desk, number), given)
    assert table(desk) == {"ISNA": 3, "it 7": 1, "it 8": 1}
    rename_source(desk.library, "ISNA", "the agency")
    assert table(desk)["the agency"] == 3


def test_a_source_of_no_kind_has_none(desk: Desk) -> None:
    attribute(desk, 4, "ISNA")
    assert only(desk).kind is None


def test_an_attribution_that_was_taken_away_or_is_of_a_retired_claim_is_not_counted(
    desk: Desk,
) -> None:
    from annotator.desk import layout

    one = attribute(desk, 4, "ISNA")
    attribute(desk, 5, "Rudaw")
    attributing.unattribute(desk.library, desk.article, one)
    index = desk.held.index_of_number(5)
    assert index is not None
    layout.join(desk.library, desk.held, index)
    assert table(desk) == {}
    undoing.undo(desk.library, desk.article)
    undoing.undo(desk.library, desk.article)
    assert table(desk) == {"ISNA": 1, "Rudaw": 1}


def test_renaming_is_one_edit_and_one_undo(desk: Desk, tmp_path: Path) -> None:
    attribute(desk, 4, "ISNA")
    file = tmp_path / "other.txt"
    file.write_text("Other\n\nISNA said so.")
    first = desk.article
    other = importing.import_file(desk.library, file).article
    desk.open(other)
    attribute(desk, 1, "isna")

    rename_source(desk.library, "Isna", "Iranian Students' News Agency")

    assert table(desk) == {"Iranian Students' News Agency": 2}
    assert set(only(desk).articles) == {first, other}
    assert table(desk, other) == {"Iranian Students' News Agency": 1}
    step = undoing.undo(desk.library, other)
    assert step.everywhere
    assert "source renamed" in step.words
    assert table(desk) == {"ISNA": 2}
    undoing.redo(desk.library, other)
    assert table(desk) == {"Iranian Students' News Agency": 2}


def test_renaming_in_some_articles_leaves_the_others(desk: Desk, tmp_path: Path) -> None:
    attribute(desk, 4, "ISNA")
    first = desk.article
    file = tmp_path / "other.txt"
    file.write_text("Other\n\nISNA said so.")
    desk.open(importing.import_file(desk.library, file).article)
    attribute(desk, 1, "ISNA")
    rename_source(desk.library, "ISNA", "the agency", [first])
    assert table(desk) == {"ISNA": 1, "the agency": 1}
    assert table(desk, first) == {"the agency": 1}


def test_renamed_back_a_source_has_its_name_again(desk: Desk) -> None:
    attribute(desk, 4, "ISNA")
    attribute(desk, 5, "IRNA")
    rename_source(desk.library, "ISNA", "IRNA")
    assert table(desk) == {"IRNA": 2}
    rename_source(desk.library, "IRNA", "ISNA")
    assert table(desk) == {"ISNA": 2}
    rename_source(desk.library, "ISNA", "")
    assert table(desk) == {"IRNA": 1, "ISNA": 1}


def test_a_name_that_was_renamed_leads_on(desk: Desk) -> None:
    attribute(desk, 4, "IRNA")
    attribute(desk, 5, "the agency")
    rename_source(desk.library, "IRNA", "Islamic Republic News Agency")
    rename_source(desk.library, "the agency", "IRNA")
    assert table(desk) == {"Islamic Republic News Agency": 2}


def test_another_spelling_is_a_new_name(desk: Desk) -> None:
    attribute(desk, 4, "isna")
    rename_source(desk.library, "isna", "ISNA")
    assert table(desk) == {"ISNA": 1}
    assert rename_source(desk.library, "isna", "ISNA") is None


def test_joining_counts_a_claim_of_both_once(desk: Desk) -> None:
    attribute(desk, 4, "ISNA")
    attribute(desk, 4, "the report")
    attribute(desk, 5, "the report")
    join_sources(desk.library, ["ISNA", "the report"], "ISNA")
    assert table(desk) == {"ISNA": 2}
    assert only(desk).written == ("the report",)
    undoing.undo(desk.library, desk.article)
    assert table(desk) == {"ISNA": 1, "the report": 2}


@pytest.mark.parametrize(
    ("names", "into", "says"),
    [
        (["ISNA"], " isna", "not joined with itself"),
        ([], "ISNA", "not joined with itself"),
        (["Reuters"], "ISNA", "No source is called “Reuters” here"),
        (["ISNA"], " \n", "name is empty"),
        (["ISNA"], "a\x07b", "control character"),
        (["ISNA"], "x" * 1001, "longer than 1,000"),
    ],
)
def test_what_cannot_be_joined_is_refused(
    desk: Desk, names: list[str], into: str, says: str
) -> None:
    attribute(desk, 4, "ISNA")
    with pytest.raises(AnnotatorError, match=says):
        join_sources(desk.library, names, into)
    assert table(desk) == {"ISNA": 1}


def test_an_unknown_source_is_not_renamed(desk: Desk) -> None:
    with pytest.raises(AnnotatorError, match="No source is called “ISNA” here"):
        rename_source(desk.library, "ISNA", "IRNA")


def test_a_colleagues_sources_show_as_the_tags_do(desk: Desk, opened: Opened) -> None:
    ben = opened("Ben")
    attribute(desk, 4, "ISNA", library=ben)
    attribute(desk, 5, "Rudaw", library=ben)
    assert table(desk) == {}
    tagging.tag(desk.library, desk.article, [claim(desk, 5)], Tag.VERIFIED)
    assert table(desk) == {"Rudaw": 1}
    assert only(desk).standings == {Standing.VERIFIED: 1}
    desk.library.perform(Hide(ben.author.id, True))
    assert table(desk) == {}


def test_a_blind_check_is_told_no_sources_of_colleagues(desk: Desk, opened: Opened) -> None:
    ben = opened("Ben")
    attribute(desk, 5, "Rudaw", library=ben)
    ben.perform(AskBlind(desk.article))
    tagging.tag(desk.library, desk.article, [claim(desk, 5)], Tag.VERIFIED)
    assert table(desk) == {}
    with pytest.raises(AnnotatorError, match="No source is called"):
        rename_source(desk.library, "Rudaw", "Rudaw English")


def test_a_rename_is_for_everybody(desk: Desk, opened: Opened) -> None:
    ben = opened("Ben")
    attribute(desk, 4, "ISNA")
    attribute(desk, 4, "ISNA", library=ben)
    rename_source(desk.library, "ISNA", "the agency")
    assert [row.name for row in sources(ben)] == ["the agency"]
