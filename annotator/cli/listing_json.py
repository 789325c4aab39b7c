"""The JSON of `list`: keys as the contract has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.cli import assessing_json, evidence_json, record_json
from annotator.cli.output import Json
from annotator.domain.article import Article
from annotator.domain.tags import STANDINGS, Standing
from annotator.reporting.times import iso

if TYPE_CHECKING:
    from annotator.desk.listing import Holding, ListedClaim, Listing
    from annotator.desk.remarks import RemarkHere
    from annotator.domain.assessment import Assessment
    from annotator.domain.enclosed import Hyperlink, Offered
    from annotator.domain.report import Ruled
    from annotator.store.reading import ArticleRow


class Came(NamedTuple):
    """What came with an article: what is offered and not known, links, the writer's remarks."""

    offered: Sequence[Offered]
    links: Sequence[Hyperlink]
    remarks: Sequence[RemarkHere]


def article(row: ArticleRow) -> Json:
    """An article in the list. The title counts as a claim, furniture does not."""
    return {
        "id": row.id,
        "title": row.title,
        "sha256": row.sha256,
        "claims": row.total,
        "tags": {
            of.word.replace("-", "_"): row.counts.get(of.standing, 0)
            for of in (*STANDINGS[1:], STANDINGS[Standing.UNTAGGED])
        },
        "imported": iso(row.imported_at),
    }


def claims(found: Listing, chosen: Sequence[ListedClaim], came: Came) -> Json:
    """One article in full, with those of its claims that were chosen and with what came along."""
    return {
        "article": _article(found.article) | _came(came),
        "passages": [
            {"kind": kind.value, "start": start, "end": end} for kind, start, end in found.passages
        ],
        "claims": [_claim(claim) for claim in chosen],
        "retired": [_claim(claim) for claim in found.retired],
    }


def _article(of: Article) -> Json:
    named = {"id": of.id, "title": of.title, "text": of.text, "sha256": of.sha256}
    return named | record_json.known(of)


def _came(came: Came) -> dict[str, Json]:
    return {
        "offered": record_json.offers(came.offered),
        "links": record_json.links(came.links),
        "remarks": record_json.remarks(came.remarks),
    }


def _claim(claim: ListedClaim) -> Json:
    return {
        "id": claim.id,
        "number": claim.number,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        **_judged(claim.mine),
        "assessments": [_holding(one, claim) for one in claim.holdings],
        "decision": None if claim.decision is None else _decision(claim.decision),
    }


def _decision(ruled: Ruled) -> Json:
    return {
        "tag": ruled.outcome.value,
        "reason": ruled.decision.reason or None,
        "analyst": ruled.reviewer.name,
        "analyst_id": ruled.reviewer.id,
        "at": iso(ruled.decision.decided),
        "stale": ruled.stale,
        "overruled": [one.name for one in ruled.overruled],
    }


def _judged(held: Assessment) -> dict[str, Json]:
    return {
        "tag": held.tag.value if held.tag else None,
        "on_source": held.standing is Standing.ON_SOURCE,
        "confirmed": held.confirmed,
        "not_checkable": held.not_checkable,
        "note": held.note or None,
    }


def _holding(one: Holding, claim: ListedClaim) -> Json:
    held = one.assessment
    return {
        "analyst": one.analyst.name,
        "analyst_id": one.analyst.id,
        **_judged(held),
        "audience": held.audience.value if held.note else None,
        **assessing_json.assessment(held, claim.span, claim.text),
        "attribution": assessing_json.attributions(one.record, held.confirmed),
        "evidence": evidence_json.linked(one.record),
    }
