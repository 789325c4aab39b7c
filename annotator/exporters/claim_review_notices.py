"""What a ClaimReview lacks, in sentences for whoever exports: nothing in it is ever made up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.domain.report import Outcome, Report, ReportClaim
from annotator.domain.snapshot import claim_name
from annotator.domain.wording import amount, listed
from annotator.reporting.words import LOOK, web_address

NAMED = 10
"""So many claims are named; of more it is said how many there are."""


def sentences(
    report: Report, reviewed: Sequence[ReportClaim], nobody: Sequence[ReportClaim]
) -> Iterator[str]:
    """A sentence for everything that is left out. ``nobody``: reviews without a claim's author."""
    yield from _publisher(report)
    yield from _article(report)
    if nobody:
        yield (
            f"No person or organisation is named as the source of {_claims(nobody)}: "
            "itemReviewed.author is left out there."
        )
    there = {claim.id for claim in reviewed}
    left = [claim for claim in report.counted if claim.id not in there]
    if left:
        yield f"{amount(len(left), 'claim')} without a review: {_outcomes(left)}."


def _publisher(report: Report) -> Iterator[str]:
    given = report.edition.publisher
    if not given.name:
        yield "Nobody is named as the publisher of the check: author is left out (--publisher)."
    if not given.address:
        yield "The address of the check is not given: url is left out (--publisher-address)."
    elif not web_address(given.address):
        yield (
            f"The publisher's address {given.address} is no web address: url is left out. "
            "It begins with https:// or http://."
        )


def _article(report: Report) -> Iterator[str]:
    article = report.article
    if not article.address:
        yield "The article has no address: itemReviewed.appearance.url is left out."
    elif not web_address(article.address):
        yield (
            f"The article's address {article.address} is no web address: "
            "itemReviewed.appearance.url is left out."
        )
    lacks = {"title": article.title, "publisher": article.publisher, "date": article.published}
    for name, value in lacks.items():
        if not value:
            yield f"The article's {name} is not given: it is left out of itemReviewed.appearance."


def _claims(claims: Sequence[ReportClaim]) -> str:
    if len(claims) > NAMED:
        return amount(len(claims), "claim")
    return listed([claim_name(claim.number) for claim in claims])


def _outcomes(claims: Sequence[ReportClaim]) -> str:
    found = [claim.outcome for claim in claims]
    return listed([f"{found.count(one)} {LOOK[one].word}" for one in Outcome if one in found])
