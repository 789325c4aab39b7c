"""What a record points to: other claims by their names, and where a source said so."""

from __future__ import annotations

from annotator.desk import around, attributing, evidencing, importing, layout, records, sources
from annotator.desk.attributing import AttributionGiven
from annotator.desk.desk import Desk
from annotator.desk.evidencing import Given, Serving
from annotator.domain.article import ClaimId
from annotator.domain.assessment import EMPTY
from annotator.domain.attribution import Quoted
from annotator.domain.evidence import Stance
from annotator.domain.record import Record
from annotator.domain.tags import Standing


def claim(desk: Desk, number: int) -> ClaimId:
    found = desk.held.index_of_number(number)
    assert found is not None
    return desk.held.id_at(found)


def said_by(desk: Desk, number: int, source: str, named_in: ClaimId | None = None) -> None:
    given = AttributionGiven(source=Quoted(source), named_in=named_in)
    attributing.attribute(desk.library, desk.held, claim(desk, number), given)


def record(desk: Desk, number: int) -> Record:
    return records.record_of(desk.library, claim(desk, number))


def served(desk: Desk, number: int, given: Given) -> str:
    claims, serving = [claim(desk, number)], Serving(Stance.SUPPORTS)
    return evidencing.add(desk.library, desk.article, claims, given, serving).item


def test_claims_are_called_by_their_numbers_and_stand_as_they_do(desk: Desk) -> None:
    found = around.places(desk.library, desk.held, [claim(desk, 4), claim(desk, 0)])
    assert found[claim(desk, 4)].name == "claim 4"
    assert found[claim(desk, 0)].name == "the title"
    assert found[claim(desk, 4)].standing is Standing.UNTAGGED


def test_one_that_is_no_claim_any_more_is_called_by_its_words(desk: Desk) -> None:
    old = claim(desk, 4)
    index = desk.held.index_of_number(4)
    assert index is not None
    layout.join(desk.library, desk.held, index)
    place = around.places(desk.library, desk.held, [old])[old]
    assert place.name.startswith("“Around 2,300 feet from the tomb")
    assert place.here


def test_one_of_another_article_says_so_and_a_strange_id_is_left_out(desk: Desk) -> None:
    other = Desk(desk.library)
    text = importing.prepare_pasted("Another text. It says more.")
    other.open(importing.save(desk.library, text).article)
    strange = other.held.id_at(0)
    found = around.places(desk.library, desk.held, [strange, ClaimId("nobody's")])
    assert list(found) == [strange]
    assert not found[strange].here


def test_the_very_source_is_found_by_its_name(desk: Desk) -> None:
    said_by(desk, 4, "ISNA")
    assert around.very_source(desk.library, desk.article, EMPTY, record(desk, 4)) is None
    served(desk, 4, Given(title="A map"))
    assert around.very_source(desk.library, desk.article, EMPTY, record(desk, 4)) is None
    item = served(desk, 4, Given(title="News", publisher="ISNA"))
    found = around.very_source(desk.library, desk.article, EMPTY, record(desk, 4))
    assert found is not None
    assert found.link.item == item


def test_a_primary_source_shows_it_where_no_other_does(desk: Desk) -> None:
    item = served(desk, 4, Given(title="A recording", primary=True))
    found = around.very_source(desk.library, desk.article, EMPTY, record(desk, 4))
    assert found is not None
    assert found.link.item == item


def test_a_source_is_called_as_another_claim_names_it(desk: Desk) -> None:
    said_by(desk, 4, "ISNA")
    said_by(desk, 5, "the report", claim(desk, 4))
    [one] = record(desk, 5).attributions
    assert around.source_called(desk.library, desk.article, one) == ("ISNA", "the report")
    [first] = record(desk, 4).attributions
    assert around.source_called(desk.library, desk.article, first) == ("ISNA", "")
    sources.rename_source(desk.library, "ISNA", "Iranian Students’ News Agency")
    assert around.source_called(desk.library, desk.article, first) == (
        "Iranian Students’ News Agency",
        "ISNA",
    )


def test_what_everybody_recorded_is_there_for_the_review(desk: Desk) -> None:
    assert records.records_for_review(desk.library, claim(desk, 4)) == {}
    said_by(desk, 4, "ISNA")
    found = records.records_for_review(desk.library, claim(desk, 4))
    assert list(found) == [desk.library.me]
    assert found[desk.library.me].attributions[0].source.text == "ISNA"
