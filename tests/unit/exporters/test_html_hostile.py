"""Hostile text in every field of a report that holds text, one after the other."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from annotator.domain.edition import SECTIONS, Edition, Publisher, Section
from annotator.domain.report import AgreementLine, Report
from annotator.exporters import html_report, signoff_html
from unit.exporters import worked
from unit.exporters.checker import Page, check
from unit.exporters.record_sample import ADDRESSES, recorded
from unit.exporters.test_html_record import worked_out
from unit.exporters.test_pictures import picture

PAYLOAD = (
    """"><script>alert(1)</script><!--rows--><img src=x onerror='alert(2)'>&lt;{who}{{ 7*7 }}"""
)
HARMLESS = "words of no harm at all"

KEPT = {
    "id", "sha256", "owner", "item", "analyst", "reviewer", "claim", "article", "answers", "earlier",
    "labels", "copy_of", "named_in", "answered_by", "Article.text", "ReportClaim.text", "Match.how",
}  # fmt: skip
"""Ids, and the text with its claims, which test_html_report.py does: what is joined by them would fall apart."""


def full() -> Report:
    """A report that prints everything there is to print."""
    reviewed, known = worked.reviewed().report(), worked_out(recorded().report())
    held = {claim.number: claim.held for claim in known.claims if claim.held}
    claims = tuple(
        dataclasses.replace(claim, held=(*claim.held, *held.get(claim.number, ())))
        for claim in reviewed.claims
        if (claim.number or 0) < 15
    )
    return dataclasses.replace(
        reviewed,
        log=(),
        claims=claims,
        beside=known.beside,
        sources=known.sources,
        agreement=("They agree.",),
        figures=(AgreementLine("Anna and Ben", 1, 2, "50 %", "0.1", "0.2", "0.3"),),
        edition=Edition(
            title="A title",
            publisher=Publisher("A publisher"),
            logo=picture("JPEG"),
            sections=(Section.SIGNOFF, *SECTIONS),
        ),
    )


def fields(value: Any, name: str = "") -> Iterator[str]:
    """The names of the fields that hold text, as "Class.field"."""
    if type(value) is str:
        if not {name, name.partition(".")[2]} & KEPT:
            yield name
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from fields(getattr(value, one.name), f"{type(value).__name__}.{one.name}")
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from fields(one, name)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from fields(one, name)


def put(value: Any, wanted: str, text: str, name: str = "") -> Any:
    """The same with this text in all fields of that name."""
    if type(value) is str:
        return text if name == wanted else value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            one.name: put(
                getattr(value, one.name), wanted, text, f"{type(value).__name__}.{one.name}"
            )
            for one in dataclasses.fields(value)
            if one.init
        }
        old = {key: getattr(value, key) for key in changed}
        return (
            value
            if all(old[key] is changed[key] for key in old)
            else dataclasses.replace(value, **changed)
        )
    if isinstance(value, Mapping):
        return {key: put(one, wanted, text, name) for key, one in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(put(one, wanted, text, name) for one in value))
    if isinstance(value, tuple):
        return tuple(put(one, wanted, text, name) for one in value)
    return value


FULL = full()
FIELDS = sorted(set(fields(FULL)))


def built(page: Page) -> Counter[tuple[str, tuple[str, ...]]]:
    """What the page is built of: its elements with the names of their attributes."""
    return Counter((one.tag, tuple(sorted(one.attributes))) for one in page.root.walk())


@pytest.mark.parametrize("write", [html_report.write, signoff_html.write], ids=["report", "sheet"])
@pytest.mark.parametrize("field", FIELDS)
def test_hostile_text_in_this_field_builds_nothing(
    field: str, write: Callable[[Report], bytes]
) -> None:
    known = (FULL.article.address, *ADDRESSES)
    page = check(write(put(FULL, field, PAYLOAD)), *known)
    assert built(page) == built(check(write(put(FULL, field, HARMLESS)), *known))
    assert "alert(" not in "".join(script.text for script in page.all("script"))


def test_every_kind_of_text_is_among_these_fields() -> None:
    for name in (
        "Article.title", "Article.publisher", "Article.author", "Article.language", "Article.address",
        "Analyst.name", "Assessment.note", "Assessment.why", "Wording.text", "Flag.text", "Item.title",
        "Item.url", "Item.archive", "Item.publisher", "Item.note", "Link.quote", "Link.locator",
        "Contact.whom", "Contact.said", "KeptFile.name", "Decision.reason", "Comment.text",
        "Edition.title", "Publisher.name", "Report.maker", "Report.agreement", "AgreementLine.label",
        "Beside.short", "Report.sources", "Pass.reason", "Stage.reason", "Drawn.seed", "Flag.day",
    ):  # fmt: skip
        assert name in FIELDS, name
