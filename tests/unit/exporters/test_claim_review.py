"""ClaimReview: schema.org's shapes by pySHACL, ours on top of them, and what is left out."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pyshacl import validate
from rdflib import Graph

from annotator.domain.assessment import Because
from annotator.domain.attribution import Attribution, Quoted, SourceKind
from annotator.domain.beside import Beside
from annotator.domain.edition import PUBLIC_COPY, Edition, Publisher, Withheld
from annotator.domain.edits.attributing import SetAttribution
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetTag
from annotator.domain.formats import Tally
from annotator.domain.publishing import public_copy
from annotator.domain.report import Outcome, Report
from annotator.domain.tags import Tag
from annotator.exporters import claim_review
from unit.exporters import worked
from unit.exporters.many import LAST, many
from unit.exporters.record_sample import recorded
from unit.exporters.reports import ANNA, BEN, bench

pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"  # rdflib's own parser makes one
)

CONTEXT = {
    "@vocab": "http://schema.org/",
    "url": {"@type": "@id"},
    "datePublished": {"@type": "http://www.w3.org/2001/XMLSchema#date"},
}
"""What schema.org's own context, which nobody fetches here, says of the properties we use: addresses are
nodes and days are days (its shapes know XML Schema's)."""

DESK = Publisher("The Desk", "https://desk.example/check?id=1#top")
COMPLETE = Edition(publisher=DESK)
OURS = Path(__file__).with_name("claim_review.ttl")


@cache
def shapes() -> tuple[Graph, Graph]:
    """schema.org's own, as pySHACL brings them, and ours."""
    schema = Graph().parse(str(files("pyshacl") / "assets" / "schema.ttl"))
    return schema, Graph().parse(OURS)


def reviews(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(claim_review.write(report))
    return found


def graph(found: list[dict[str, Any]]) -> Graph:
    """What the reviews say."""
    local = [{**one, "@context": CONTEXT} for one in found]
    return Graph().parse(data=json.dumps(local), format="json-ld")


def by_schema(found: list[dict[str, Any]]) -> str:
    """What schema.org's shapes find wrong, "" for nothing."""
    schema, _ = shapes()
    sound, _, said = validate(graph(found), shacl_graph=schema, ont_graph=schema)
    return "" if sound else str(said)


def by_ours(found: list[dict[str, Any]]) -> str:
    _, ours = shapes()
    sound, _, said = validate(graph(found), shacl_graph=ours)
    return "" if sound else str(said)


def complete(report: Report) -> Report:
    return dataclasses.replace(report, edition=COMPLETE)


def test_a_review_for_each_claim_with_a_result_and_for_no_other() -> None:
    report = complete(worked.reviewed().report())
    found = reviews(report)
    wanted = [claim for claim in report.counted if claim.outcome in claim_review.REVIEWED]
    assert [one["claimReviewed"] for one in found] == [claim.text for claim in wanted]
    assert {claim.outcome for claim in report.counted} - {claim.outcome for claim in wanted} == {
        Outcome.OPEN,
        Outcome.ON_SOURCE,
        Outcome.NOT_CHECKABLE,
    }
    ratings = {one["url"].partition("#c")[2]: one["reviewRating"] for one in found}
    assert ratings["2"]["alternateName"] == "Verified"
    assert ratings["6"]["alternateName"] == "Unattributed"
    assert ratings["6"]["ratingExplanation"].endswith("Nobody is named for the 210.")


def test_complete_reviews_meet_schema_org_s_shapes_and_ours() -> None:
    for made in (worked.reviewed, recorded):
        found = reviews(complete(made().report()))
        assert found
        assert by_schema(found) == ""
        assert by_ours(found) == ""


def test_the_shapes_find_what_is_wrong() -> None:
    found = reviews(complete(recorded().report()))
    assert "claimReviewed" in by_ours([{**found[0], "claimReviewed": ""}])
    assert by_ours(reviews(recorded().report()))
    wrong = {**found[0], "itemReviewed": {"@type": "Claim", "author": {"@type": "Rating"}}}
    assert by_schema([wrong])


def test_who_the_article_says_it_from_is_the_claim_s_author() -> None:
    found = {one["url"].rpartition("#c")[2]: one for one in reviews(complete(recorded().report()))}
    assert found["5"]["itemReviewed"]["author"] == {"@type": "Organization", "name": "ISNA"}
    assert "author" not in found["1"]["itemReviewed"]
    appearance = found["1"]["itemReviewed"]["appearance"]
    assert appearance == {
        "@type": "Article",
        "url": "https://example.org/at-least-95?a=1&b=2",
        "headline": recorded().report().article.title,
        "datePublished": "2024-01-04",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "Wagswoofs"},
    }


def test_several_sources_are_several_authors_and_the_unnamed_are_none() -> None:
    made = bench("A minister, a paper, a leak and a memo say so.")
    claim = made.claim(1)
    sources = (
        ("the minister", SourceKind.NAMED),
        ("The Paper", SourceKind.ORGANISATION),
        ("the paper", SourceKind.ORGANISATION),
        ("an official", SourceKind.ANONYMOUS),
        ("a memo", SourceKind.DOCUMENT),
        ("somebody", None),
    )
    for n, (name, kind) in enumerate(sources):
        key = f"a000000{n}-0000-4000-8000-00000000000a"
        made.does(
            ANNA, SetAttribution(made.article, Attribution(key, claim, Quoted(name), kind=kind))
        )
    made.does(ANNA, SetTag(made.article, (claim,), Tag.VERIFIED))
    (found,) = reviews(complete(made.report()))
    assert found["itemReviewed"]["author"] == [
        {"@type": "Person", "name": "the minister"},
        {"@type": "Organization", "name": "The Paper"},
    ]
    assert by_schema([found]) == ""


def test_why_it_is_disputed_is_in_the_rating_where_those_who_say_so_agree() -> None:
    made = bench("One. Two.")
    made.does(BEN, SetName(BEN, "Ben"))
    one, two = made.claim(1), made.claim(2)
    outdated, context = Because.OUTDATED, Because.OUT_OF_CONTEXT
    made.does(ANNA, SetTag(made.article, (one, two), Tag.DISPUTED, because=outdated))
    made.does(BEN, SetTag(made.article, (one,), Tag.DISPUTED))
    made.does(BEN, SetTag(made.article, (two,), Tag.DISPUTED, because=context))
    first, second = (found["reviewRating"] for found in reviews(made.report()))
    assert first["alternateName"] == "Disputed: right when published, no longer so"
    assert second["alternateName"] == "Disputed"
    assert "It does not mean false." in second["ratingExplanation"]


def test_a_verified_claim_short_of_its_rule_says_so_and_nothing_else() -> None:
    report = recorded().report()
    two = next(claim.id for claim in report.claims if claim.number == 2)
    report = dataclasses.replace(report, beside={two: Beside(short="No quotation yet.")})
    found = {one["url"].rpartition("#c")[2]: one for one in reviews(complete(report))}
    assert found["2"]["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Verified",
        "ratingExplanation": "Short of the rule: No quotation yet.",
    }
    public = dataclasses.replace(report, edition=dataclasses.replace(PUBLIC_COPY, publisher=DESK))
    assert "#c2" not in claim_review.write(public_copy(public)).decode()
    cleared = dataclasses.replace(public.edition, cleared=frozenset({Withheld.SHORT}))
    said = claim_review.write(public_copy(dataclasses.replace(public, edition=cleared)))
    assert "#c2" in said.decode()


def test_what_nobody_said_is_left_out_and_named() -> None:
    made = bench("One. Two.", given={})
    made.does(ANNA, SetTag(made.article, (made.claim(1),), Tag.VERIFIED))
    report = made.report()
    (found,) = reviews(report)
    assert set(found) == {
        "@context",
        "@type",
        "claimReviewed",
        "datePublished",
        "reviewRating",
        "itemReviewed",
    }
    assert found["itemReviewed"]["appearance"] == {"@type": "Article"}
    assert by_schema([found]) == ""
    said = "\n".join(claim_review.notices(report))
    for word in (
        "--publisher)",
        "--publisher-address)",
        "no address",
        "title",
        "publisher",
        "date",
    ):
        assert word in said
    assert "the source of claim 1: itemReviewed.author" in said
    assert "1 claim without a review: 1 untagged." in said


def test_nothing_is_said_of_what_is_there() -> None:
    made = recorded()
    claim = made.claim(1)
    made.does(ANNA, SetTag(made.article, (claim,), Tag.VERIFIED))
    said = "\n".join(claim_review.notices(complete(made.report())))
    assert "publisher" not in said
    assert "address" not in said


@pytest.mark.parametrize("address", ["desk.example", "javascript:alert(1)", "https://a b"])
def test_what_is_no_web_address_is_no_url(address: str) -> None:
    edition = Edition(publisher=Publisher("The Desk", address))
    report = dataclasses.replace(recorded().report(), edition=edition)
    article = dataclasses.replace(report.article, address=address, published="last week")
    report = dataclasses.replace(report, article=article)
    for found in reviews(report):
        assert "url" not in found
        assert found["author"] == {"@type": "Organization", "name": "The Desk"}
        appearance = found["itemReviewed"]["appearance"]
        assert not {"url", "datePublished"} & set(appearance)
    said = claim_review.notices(report)
    assert sum(address in one and "no web address" in one for one in said) == 2


def test_it_can_be_put_into_a_page_as_it_stands() -> None:
    made = bench("</script><script>alert(1)</script> & <!-- is said\u2028here.")
    made.does(ANNA, SetTag(made.article, (made.claim(1),), Tag.VERIFIED))
    data = claim_review.write(made.report()).decode()
    assert not {"<", ">", "&", "\u2028"} & set(data)
    (found,) = reviews(made.report())
    assert found["claimReviewed"] == "</script><script>alert(1)</script> & <!-- is said\u2028here."


def test_the_same_report_gives_the_same_bytes_and_they_are_counted() -> None:
    report = complete(worked.reviewed().report())
    data = claim_review.write(report)
    assert data == claim_review.write(report)
    assert claim_review.count(data) == Tally(len(claim_review.reviewed(report)))
    other = complete(recorded().report())
    both = claim_review.together([report, other])
    assert json.loads(both) == reviews(report) + reviews(other)


def test_the_last_of_ten_thousand_claims_is_in_it() -> None:
    data = claim_review.write(many())
    assert claim_review.count(data) == Tally(10_000)
    assert json.loads(data)[-1]["claimReviewed"] == LAST
