"""One article as Web Annotations: W3C Recommendations of 23 February 2017, data model and vocabulary.

An ``AnnotationCollection`` with its one page embedded (data model, 5.1). Each analyst's assessment of a
claim is an annotation whose motivation is *assessing*, or *classifying* where nothing was assessed (on
its source, not checkable): the tag and why it is disputed are bodies for *tagging*, the note is one for
*commenting*, a proposed wording one for *editing*, and why a claim is not checkable one for *describing*.
A decision is an annotation by the reviewer for *moderating*. A comment is one for
*commenting*, an answer one for *replying*, with the comment as its target.

The target is the article's address, or its id where it has none, with a ``TextQuoteSelector`` and a
``TextPositionSelector`` that select the same (4.2.4, 4.2.5): Unicode code points, half open. Of what is
left out of a public copy nothing is in it; its ids are made of what it says.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any

from annotator.domain.article import NS
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.canonical import Json, canonical
from annotator.domain.edits.writes import UUID
from annotator.domain.formats import Tally
from annotator.domain.report import Held, Report, ReportClaim, Ruled
from annotator.domain.tags import ROW, Standing
from annotator.domain.threads import Comment
from annotator.domain.wording import amount
from annotator.reporting import times
from annotator.reporting.words import web_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
ABOUT = "schema:about"
"""The collection's article; the context defines the prefix."""

GENERATOR = "Annotator"
AROUND = 32
"""Code points before and behind a quotation, as most tools give them."""

_CLASSES = (Standing.ON_SOURCE, Standing.NOT_CHECKABLE)


def write(report: Report) -> bytes:
    """JSON-LD in UTF-8, the same bytes for the same report whenever it is written."""
    items = list(_Writer(report).annotations())
    collection = _urn(report, "annotations")
    value: dict[str, Json] = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": report.article.title or "An article",
        "total": len(items),
    }
    if UUID.fullmatch(report.article.id):
        value[ABOUT] = {"id": f"urn:uuid:{report.article.id}"}
    if items:
        page = _urn(report, "annotations", "1")
        value["first"] = {
            "id": page,
            "type": "AnnotationPage",
            "partOf": {"id": collection},
            "startIndex": 0,
            "items": items,
        }
        value["last"] = page
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def count(data: bytes) -> Tally:
    """How many claims have an annotation, and how many notes are in them."""
    items = json.loads(data).get("first", {}).get("items", [])
    placed = {
        (selector["start"], selector["end"])
        for item in items
        if isinstance(item["target"], dict)
        for selector in item["target"]["selector"]
        if selector["type"] == "TextPositionSelector"
    }
    held = [item for item in items if {"assessing", "classifying"} & {item["motivation"]}]
    notes = [body for item in held for body in item["body"] if body["purpose"] == "commenting"]
    return Tally(len(placed), len(notes))


def notices(report: Report) -> tuple[str, ...]:
    """Claims that are not in it: nobody holds anything of them, or they are claims no more."""
    writer = _Writer(report)
    bare = sum(not any(writer.of_claim(claim)) for claim in report.counted)
    retired = sum(claim.retired and bool(claim.held or claim.decisions) for claim in report.claims)
    said = []
    if bare:
        of = amount(bare, "claim")
        said.append(f"{of} of which nobody holds anything {_are(bare)} not in it.")
    if retired:
        said.append(f"What is held of {amount(retired, 'claim')} cut otherwise since is not in it.")
    return tuple(said)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


class _Writer:
    """The annotations of one report, in the order of its claims."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._comments: dict[str, list[Comment]] = {}
        for comment in report.comments:
            self._comments.setdefault(comment.claim, []).append(comment)
        self._said = {comment.id for comment in report.comments if comment.text}
        self._source = web_address(report.article.address) or _id(report, report.article.id)

    def annotations(self) -> Iterator[Json]:
        for claim in self._report.counted:
            yield from self.of_claim(claim)

    def of_claim(self, claim: ReportClaim) -> Iterator[Json]:
        """What is held of it, then what was decided, then what was said."""
        said: set[Standing] = set()
        for held in claim.held:
            bodies = list(_bodies(held.assessment))
            if bodies:
                said.add(held.assessment.standing)
                yield self._assessment(claim, held, bodies)
        for ruled in claim.decisions:
            said.add(ruled.decision.outcome)
            yield self._decision(claim, ruled)
        result = claim.printed.standing if claim.printed is not None else None
        if result is not None and result not in (Standing.UNTAGGED, *said):
            yield self._result(claim, result)
        for comment in self._comments.get(claim.id, ()):
            if comment.text:
                yield self._comment(claim, comment)

    def _assessment(self, claim: ReportClaim, held: Held, bodies: list[Json]) -> Json:
        motivation = "classifying" if held.assessment.standing in _CLASSES else "assessing"
        return self._annotation(
            _urn(self._report, "assessment", claim.id, held.analyst.id),
            motivation,
            held.analyst,
            {"modified": held.changed},
            bodies,
            self._target(claim),
        )

    def _result(self, claim: ReportClaim, result: Standing) -> Json:
        """Of a public copy: what follows from judgements that are not in it."""
        return self._annotation(
            _urn(self._report, "result", claim.id),
            "classifying" if result in _CLASSES else "assessing",
            Analyst("", ""),
            {},
            [_body(ROW[result].word, "tagging")],
            self._target(claim),
        )

    def _decision(self, claim: ReportClaim, ruled: Ruled) -> Json:
        decision = ruled.decision
        bodies = [_body(ROW[decision.outcome].word, "tagging")]
        if decision.reason:
            bodies.append(_body(decision.reason, "describing"))
        return self._annotation(
            _urn(self._report, "decision", claim.id, ruled.reviewer.id),
            "moderating",
            ruled.reviewer,
            {"created": decision.decided},
            bodies,
            self._target(claim),
        )

    def _comment(self, claim: ReportClaim, comment: Comment) -> Json:
        named = {one.id: one for one in self._report.analysts}
        answers = comment.answers if comment.answers in self._said else None
        return self._annotation(
            _id(self._report, comment.id),
            "replying" if answers else "commenting",
            named.get(comment.analyst, Analyst(comment.analyst, "")),
            {"created": comment.written},
            [_body(comment.text, "replying" if answers else "commenting")],
            _id(self._report, answers) if answers else self._target(claim),
        )

    def _annotation(
        self,
        urn: str,
        motivation: str,
        creator: Analyst,
        moments: dict[str, int],
        bodies: list[Json],
        target: Json,
    ) -> Json:
        value: dict[str, Any] = {"id": urn, "type": "Annotation", "motivation": motivation}
        if creator.name:
            value["creator"] = self._person(creator)
        value |= {name: times.iso(moment) for name, moment in moments.items() if moment}
        value["generator"] = {"type": "Software", "name": GENERATOR}
        return value | {"body": bodies, "target": target}

    def _person(self, analyst: Analyst) -> Json:
        """In a public copy no id, which the library's log could be searched for."""
        known = UUID.fullmatch(analyst.id) and not self._report.edition.public
        urn = {"id": f"urn:uuid:{analyst.id}"} if known else {}
        return urn | {"type": "Person", "name": analyst.name}

    def _target(self, claim: ReportClaim) -> Json:
        text, (start, end) = self._report.article.text, claim.span
        quote = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(start - AROUND, 0) : start],
            "suffix": text[end : end + AROUND],
        }
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        return {
            "type": "SpecificResource",
            "source": self._source,
            "selector": [quote, position],
        }


def _bodies(held: Assessment) -> Iterator[Json]:
    if held.standing is not Standing.UNTAGGED:
        yield _body(ROW[held.standing].word, "tagging")
    if held.standing is Standing.DISPUTED and held.because is not None:
        yield _body(held.because.value, "tagging")
    if held.standing is Standing.NOT_CHECKABLE and held.why:
        yield _body(held.why, "describing")
    if held.note:
        yield _body(held.note, "commenting")
    if held.wording is not None and held.wording.text:
        yield _body(held.wording.text, "editing")


def _body(text: str, purpose: str) -> Json:
    return {"type": "TextualBody", "value": text, "format": "text/plain", "purpose": purpose}


def _id(report: Report, known: str) -> str:
    """An id of the library as an IRI; one that was made up as an IRI that no other file has."""
    return f"urn:uuid:{known}" if UUID.fullmatch(known) else _urn(report, known)


def _urn(report: Report, *names: str) -> str:
    """An IRI for something that has no id of its own: the same whenever it is written."""
    of = report.article
    return f"urn:uuid:{uuid.uuid5(NS, canonical([of.id, of.title, of.address, *names]))}"
