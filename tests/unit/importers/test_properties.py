"""What files say of themselves is offered; what programs put there by themselves is not, in any format."""

from __future__ import annotations

import pytest

from annotator.domain.enclosed import Offered
from annotator.importers.properties import language_code, named, properties, titled


@pytest.mark.parametrize(
    "title",
    ["Microsoft Word - report_final2.docx", "Microsoft Word", "untitled", "Untitled-1", "[Untitled]", "report.pdf",
     "Document1", "Dokument 2", "doc", " ", "[]", "https://paper.example/a", "PowerPoint Presentation", "Normal.dotm",
     "un-named", "Unknown", "Page 3"],
)  # fmt: skip
def test_a_title_that_a_program_made_up_is_none(title):
    assert titled(title) == ""


@pytest.mark.parametrize(
    "title",
    ["Microsoft Office chief steps down", "Untitled Picasso sold", "Document reveals plan", "Page 3 of the scandal",
     "Unknown soldiers", "Normal people", "Print media in decline"],
)  # fmt: skip
def test_a_title_that_only_begins_like_one_is_kept(title):
    assert titled(f" {title}\n") == title


@pytest.mark.parametrize(
    "name",
    ["Microsoft Office User", "Windows User", "microsoft corporation", "admin", "User1", "Owner", "root",
     "python-docx", "Apache POI", "un-named", "Unknown", "HP", "-", ""],
)  # fmt: skip
def test_a_name_that_a_machine_put_there_is_nobodys(name):
    assert named(name) == ""


@pytest.mark.parametrize("name", ["Root & Sons", "Ann Owner", "Testa", "The Desk", "Adminova"])
def test_a_name_that_only_looks_like_one_is_kept(name):
    assert named(name) == name


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("en", "en"),
        (" de_AT ", "de-AT"),
        ("zh-Hans-CN", "zh-Hans-CN"),
        ("English", ""),
        ("x", ""),
        ("", ""),
    ],
)
def test_a_language_is_a_code(said, code):
    assert language_code(said) == code


def test_a_date_of_a_clock_that_was_never_set_is_not_offered_nor_one_that_is_said_twice():
    own = "the file’s properties"
    assert properties(created="1970-01-01", saved="2026-01-03") == (
        Offered("updated", "2026-01-03", f"{own}: last saved"),
    )
    assert properties(title="a", created="2026-01-03T14:20", saved="2026-01-03T14:20") == (
        Offered("title", "a", own),
        Offered("published", "2026-01-03T14:20", f"{own}: created"),
    )
