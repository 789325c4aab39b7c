"""One article as canonical JSON: equal content gives equal bytes in any library.

EDITS.md, section 10, is its law and ``resources/schemas/article.schema.json`` its
description. Nothing of the run is in it: no path, no time of export, no acting
analyst. Reading it back (``article_json_read.py``) takes the text and the log only. A public copy
has no log, for that holds what was taken back; what was withheld is left out like anything empty.

Persons are named by the smallest of the ids that say they are one; only the log holds
the ids that wrote. What was made under a pseudonym and is a copy of what is here too is
not in it, so that the file tells nobody whose pseudonym it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from annotator.domain.article import Article
from annotator.domain.canonical import Json, canonical
from annotator.domain.edits.form import Edit, Part, PartClass
from annotator.domain.formats import Tally
from annotator.domain.report import Held, Report, ReportClaim
from annotator.interchange import record_json, review_json
from annotator.reporting import times

FORMAT = "annotator-article-1"

_METADATA = (
    "title",
    "publisher",
    "author",
    "published",
    "updated",
    "address",
    "language",
    "file_name",
    "encoding",
    "imported_by",
)


def write(report: Report) -> bytes:
    """UTF-8, keys sorted, no blanks, no floats, one line that ends with LF."""
    value: dict[str, Json] = {
        "format": FORMAT,
        "article": _article(report),
        "analysts": {one.id: {"name": one.name} if one.name else {} for one in report.analysts},
        "claims": [_claim(claim, report.sources) for claim in report.claims],
        "evidence": record_json.items(report),
        "comments": review_json.comments(report),
        "decisions": review_json.decisions(report),
        "passes": review_json.passes(report),
        "state": review_json.state(report),
        "revisions": review_json.revisions(report),
    }
    if not report.edition.public:
        value["log"] = [_edit(edit) for edit in sorted(report.log, key=_order)]
    return canonical(value).encode() + b"\n"


def count(data: bytes) -> Tally:
    """How many claims and notes stand in it."""
    claims = [claim for claim in json.loads(data)["claims"] if claim["number"] is not None]
    notes = sum("note" in held for claim in claims for held in claim["assessments"].values())
    return Tally(len(claims), notes)


def _order(edit: Edit) -> tuple[int, str]:
    return edit.header.order


def _article(report: Report) -> Json:
    article = report.article
    return {
        "id": article.id,
        "text": article.text,
        "metadata": _metadata(article),
        "passages": [
            {"kind": kind.value, "start": start, "end": end} for kind, start, end in report.passages
        ],
        **({"sha256": article.sha256} if article.sha256 else {}),
        **({"links": [link._asdict() for link in report.links]} if report.links else {}),
    }


def _metadata(article: Article) -> Json:
    given = {name: getattr(article, name) for name in _METADATA}
    if article.imported_at:
        given["imported"] = times.iso(article.imported_at)
    return {name: text for name, text in given.items() if text}


def _claim(claim: ReportClaim, sources: Mapping[str, str]) -> Json:
    return {
        "id": claim.id,
        "number": claim.number,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "retired": claim.retired,
        "outcome": claim.outcome.value,
        "assessments": {held.analyst.id: _held(held, sources) for held in claim.held},
    }


def _held(held: Held, sources: Mapping[str, str]) -> Json:
    """What is empty is left out: an empty value is never exported.

    Who merely recorded evidence or an attribution holds nothing that could have changed.
    """
    found = held.assessment
    value: dict[str, Any] = {
        "tag": found.tag.value if found.tag else None,
        "not_checkable": found.not_checkable,
        "why": found.why,
        "confirmed": found.confirmed,
        "seen": sorted(found.seen),
        "note": found.note,
        "audience": found.audience.value if found.note else None,
    }
    return (
        {name: field for name, field in value.items() if field}
        | record_json.assessed(found)
        | record_json.recorded(held.record, sources)
        | ({} if found.empty or not held.changed else {"changed": times.iso(held.changed)})
    )


def _edit(edit: Edit) -> Json:
    """The header as its id was made from it, so that anybody can check id and seals."""
    parts = [part for part in edit.parts if part.part_class != PartClass.PRIVATE]
    parts.sort(key=lambda part: (part.article or "", part.part_class))
    return {"id": edit.header.id, "parts": [_part(part) for part in parts]} | edit.header.content()


def _part(part: Part) -> Json:
    return {
        "article": part.article,
        "class": part.part_class,
        "salt": part.salt,
        "body": part.body,
    }
