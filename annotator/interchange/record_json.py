"""What canonical JSON says of a claim's record: what else is held of it, evidence, attributions.

What is empty is left out, as everywhere in it; the schema beside ``article_json`` describes it.
"""

from __future__ import annotations

from collections.abc import Mapping

from annotator.domain.assessment import Assessment
from annotator.domain.attribution import Attribution, Quoted, called
from annotator.domain.canonical import Json
from annotator.domain.evidence import TEXTS, Contact, Item, KeptFile, Link
from annotator.domain.record import Record
from annotator.domain.report import Report
from annotator.reporting import times


def assessed(found: Assessment) -> dict[str, Json]:
    """What is said of a claim beside its tag and note."""
    wording, flag = found.wording, found.flag
    return _held(
        {
            "because": found.because,
            "against": found.against,
            "confidence": found.confidence or None,
            "type": found.type,
            "wording": wording and {"text": wording.text} | _said("taken", wording.taken),
            "flag": flag and {"kind": flag.kind} | _held({"text": flag.text, "day": flag.day}),
            "facts": [
                {"start": start, "end": end, "right": right} for (start, end), right in found.facts
            ],
            "relations": [
                {"relation": relation, "claim": claim} for relation, claim in found.relations
            ],
        }
    )


def recorded(record: Record, sources: Mapping[str, str]) -> dict[str, Json]:
    """The evidence of a claim, by the items' ids, and who the article says it comes from."""
    return _held(
        {
            "evidence": [_link(one.link) for one in record.evidence],
            "attributions": [_attribution(one, sources) for one in record.attributions],
        }
    )


def items(report: Report) -> list[Json]:
    """The evidence that serves any claim of the article, by id."""
    return [_item(item) for item in report.items]


def _link(link: Link) -> Json:
    return {"item": link.item, "stance": link.stance} | _held(
        {"quote": link.quote, "locator": link.locator, "credibility": link.credibility}
    )


def _attribution(one: Attribution, sources: Mapping[str, str]) -> Json:
    name = called(one.source.text, sources)
    return {"id": one.id} | _held(
        {
            "source": _quoted(one.source),
            "called": name if name != one.source.text else "",
            "cue": _quoted(one.cue),
            "content": _quoted(one.content),
            "kind": one.kind,
            "mode": one.mode,
            "via": list(one.via),
            "named_in": one.named_in,
        }
    )


def _quoted(quoted: Quoted) -> Json:
    if not quoted.text:
        return None
    where = quoted.span
    return {"text": quoted.text} | ({"start": where.start, "end": where.end} if where else {})


def _item(item: Item) -> Json:
    return (
        {"id": item.id, "audience": item.audience}
        | _held({"analyst": item.owner})
        | _held({name: getattr(item, name) for name in TEXTS})
        | _said("primary", item.primary)
        | _held(
            {
                "contacts": [_contact(one) for one in item.contacts],
                "files": [_file(one) for one in item.files],
            }
        )
    )


def _contact(one: Contact) -> Json:
    return {"id": one.id, "audience": one.audience} | _held(
        {"whom": one.whom, "when": one.when, "how": one.how, "said": one.said}
    )


def _file(one: KeptFile) -> Json:
    """Not the bytes: whether they are held here is no part of what is known of the article."""
    return {"audience": one.audience, "size": one.size} | _held(
        {
            "sha256": one.sha256,
            "name": one.name,
            "how": one.how,
            "kept": times.iso(one.kept) if one.kept else "",
        }
    )


def _said(name: str, value: bool | None) -> dict[str, Json]:
    """Yes or no, where it was said at all."""
    return {} if value is None else {name: value}


def _held(fields: Mapping[str, Json]) -> dict[str, Json]:
    return {name: value for name, value in fields.items() if value}
