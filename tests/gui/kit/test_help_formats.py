"""What each format has no room for is said by one table, which is made of the code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.desk import formats
from annotator.desk.format_table import NOTHING, lacks
from annotator.domain.formats import EVERYTHING, Carried, Exporter
from annotator.ui.help import page_text


def row(*carries: Carried) -> Exporter:
    return Exporter("x", "Xylo", ".x", "x/x", "says x", lambda _: b"", carries=frozenset(carries))


def test_what_is_missing_is_named_in_the_order_of_the_list() -> None:
    assert lacks(replace(row(), carries=EVERYTHING)) == NOTHING
    assert lacks(replace(row(), carries=EVERYTHING - {Carried.TEXT, Carried.NOTES})) == (
        "notes, the whole text"
    )
    assert lacks(row()) == "", "it does not say"


def test_every_format_of_ours_says_what_it_carries() -> None:
    for one in formats.formats():
        assert one.carries, one.name


def test_the_helps_page_has_every_format_as_the_table_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = page_text("formats")
    for one in formats.formats():
        assert f"| **{one.label}** | {lacks(one)} |" in page
        assert one.says in page
    for form in formats.readable():
        assert f"**{form.label}**: {form.reads}." in page
    assert "{{" not in page
    assert "Xylo" not in page
    added = (*formats.formats(), row(*(EVERYTHING - {Carried.FLAGS})))
    monkeypatch.setattr(formats, "formats", lambda: added)
    assert "| **Xylo** | flags |" in page_text("formats")
