"""ClaimReview: schema.org's JSON-LD for fact checks, one review for each claim that has a result.

A result is what was decided, else a tag that all who tagged share: verified, disputed or
unattributed. A claim that is open, not judged, not checkable, or merely on its source (what it says
was not checked) has no review.

The properties are those of schema.org (Claim, ClaimReview, Rating) and of Google's page "Fact check
(ClaimReview) structured data": required are ``claimReviewed``, ``reviewRating`` with its
``alternateName``, and ``url``; recommended ``author``, ``datePublished``, ``itemReviewed``. Nothing is
invented: a rating is words, for tags have no order; what nobody said is left out and named by
``notices``. The file is an array, each review with its own context, so that one of them, or all, can be
put into a ``<script type="application/ld+json">`` of a page as it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from urllib.parse import urldefrag

from annotator.domain.article import Article
from annotator.domain.attribution import SourceKind, called, naming, source_key
from annotator.domain.beside import NOTHING_BESIDE
from annotator.domain.canonical import Json
from annotator.domain.formats import Tally
from annotator.domain.report import Outcome, Report, ReportClaim
from annotator.domain.snapshot import number_label
from annotator.domain.tags import ROW, Standing
from annotator.exporters import claim_review_notices
from annotator.reporting import record_words, times
from annotator.reporting.words import web_address

CONTEXT = "https://schema.org"
REVIEWED = (Outcome.VERIFIED, Outcome.DISPUTED, Outcome.UNATTRIBUTED)

AUTHOR = {SourceKind.NAMED: "Person", SourceKind.ORGANISATION: "Organization"}
"""What a source is to schema.org. An anonymous one has no name, and no document is an author."""

_IN_A_PAGE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
"""Inside a script element of a page: nothing that ends it, in a form that is the same JSON."""

_DATE = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def write(report: Report) -> bytes:
    """The reviews of one article, in reading order."""
    return together([report])


def together(reports: Sequence[Report]) -> bytes:
    """Those of several, one article after the other."""
    found = [review for report in reports for review in _reviews(report)]
    said = _SURROGATE.sub("\ufffd", json.dumps(found, ensure_ascii=False, indent=1))
    return f"{said.translate(_IN_A_PAGE)}\n".encode()


def count(data: bytes) -> Tally:
    """How many reviews stand in a file; there are no notes in one."""
    found = json.loads(data)
    return Tally(sum(1 for one in found if one.get("@type") == "ClaimReview"))


def notices(report: Report) -> tuple[str, ...]:
    """What the reviews lack because nobody said it, and which claims have none."""
    nobody = [claim for claim in reviewed(report) if not _authors(report, claim)]
    return tuple(claim_review_notices.sentences(report, reviewed(report), nobody))


def reviewed(report: Report) -> list[ReportClaim]:
    """The claims that have a review."""
    return [claim for claim in report.counted if claim.outcome in REVIEWED]


def _reviews(report: Report) -> Iterator[dict[str, Json]]:
    publisher = _publisher(report)
    page = urldefrag(web_address(report.edition.publisher.address)).url
    appearance = _appearance(report.article)
    for claim in reviewed(report):
        yield _given(
            {
                "@context": CONTEXT,
                "@type": "ClaimReview",
                "url": f"{page}#c{number_label(claim.number)}" if page else "",
                "claimReviewed": claim.text,
                "datePublished": times.iso(report.made_at)[:10] if report.made_at else "",
                "author": publisher,
                "reviewRating": _rating(report, claim),
                "itemReviewed": {
                    "@type": "Claim",
                    **_given(
                        {
                            "text": claim.text,
                            "author": _one_or_all(_authors(report, claim)),
                            "appearance": appearance,
                        }
                    ),
                },
            }
        )


def _publisher(report: Report) -> Json:
    """Who publishes the check; None where nobody said so."""
    given = report.edition.publisher
    if not given.name:
        return None
    site = {"url": web_address(given.address)}
    return {"@type": "Organization", "name": given.name, **_given(site)}


def _rating(report: Report, claim: ReportClaim) -> dict[str, Json]:
    """The result in words. What it means is said as well: "disputed" is not "false"."""
    standing = claim.outcome.standing
    row = ROW[standing or Standing.UNTAGGED]
    reasons = {
        record_words.because(one.assessment)
        for one in claim.held
        if one.assessment.standing is standing and one.assessment.because
    }
    why = reasons.pop() if len(reasons) == 1 and claim.outcome is Outcome.DISPUTED else ""
    short = report.beside.get(claim.id, NOTHING_BESIDE).short
    reason = claim.decision.decision.reason if claim.decision else ""
    meaning = "" if short else row.meaning
    return {
        "@type": "Rating",
        "alternateName": f"{row.label}: {why}" if why else row.label,
        "ratingExplanation": " ".join(
            filter(None, (meaning, f"Short of the rule: {short}" if short else "", reason))
        ),
    }


def _authors(report: Report, claim: ReportClaim) -> list[Json]:
    """Who the article says it from, where that is a person or an organisation, by name."""
    found: dict[str, Json] = {}
    for held in claim.held:
        first = report.first_said(held.analyst.id)
        for one in held.record.attributions:
            who = naming(one, first)
            name = called(who.source.text, report.sources)
            kind = AUTHOR.get(who.kind) if who.kind else None
            if name and kind:
                found.setdefault(source_key(name), {"@type": kind, "name": name})
    return list(found.values())


def _appearance(article: Article) -> dict[str, Json]:
    """The article in which the claim stands.

    Whether its author is a person or an organisation nobody said, so the byline is a credit.
    """
    publisher = {"@type": "Organization", "name": article.publisher} if article.publisher else None
    return {
        "@type": "Article",
        **_given(
            {
                "url": web_address(article.address),
                "headline": article.title,
                "datePublished": _date(article.published),
                "dateModified": _date(article.updated),
                "inLanguage": article.language,
                "creditText": article.author,
                "publisher": publisher,
            }
        ),
    }


def _date(given: str) -> str:
    """A day or a moment, or its first parts (ISO 8601); nothing for other words."""
    return given if _DATE.fullmatch(given) else ""


def _one_or_all(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values


def _given(values: dict[str, Json]) -> dict[str, Json]:
    """Without what nobody gave."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}
