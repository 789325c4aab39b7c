"""The report in Markdown, as markdown-it-py renders it."""

from __future__ import annotations

import dataclasses
import re
from itertools import starmap

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotator.domain.article import Span
from annotator.domain.assessment import Wording
from annotator.domain.beside import Beside
from annotator.domain.edition import PUBLIC_COPY, SECTIONS, Edition, Section
from annotator.domain.edits.assessing import SetWording
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Decide, Ruling
from annotator.domain.edits.tagging import SetNotCheckable
from annotator.domain.evidence import Link, Stance
from annotator.domain.formats import Tally
from annotator.domain.publishing import public_copy
from annotator.domain.report import Report
from annotator.domain.tags import Standing
from annotator.exporters import markdown
from unit.exporters import worked
from unit.exporters.many import LAST, many
from unit.exporters.record_sample import ADDRESSES, add, recorded
from unit.exporters.reports import ANNA, BEN, bench

GFM = MarkdownIt("commonmark").enable(["table", "strikethrough"])

HOSTILE = [
    "<script>alert(1)</script>",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    "# A heading\n\n***\n\n    code\n\n```\nx\n```",
    "| a | b |\n|---|---|\n| c | d |",
    "[x]: https://evil.example\n\n[x]",
    "https://evil.example www.evil.example",
    "&lt;b&gt; {{ site.x }} {% raw %} $x$ ^[note]",
    "**49 ✓** \\**5 ✕** - **7 ✕ disputed** **\\[z\\]**",
    "---\ntitle: x\n---",
]


def text_of(report: Report) -> str:
    return markdown.write(report).decode()


def tokens(report: Report) -> list[Token]:
    found = GFM.parse(text_of(report))
    return [*found, *(child for token in found for child in token.children or [])]


def rendered(report: Report) -> str:
    """The words as a reader sees them, without markup."""
    parts = []
    for token in GFM.parse(text_of(report)):
        children = token.children or []
        parts += [" " if child.type.endswith("break") else child.content for child in children]
        parts.append("\n" if token.type == "inline" else "")
    return "".join(parts)


def test_the_first_line_says_whose_copy_it_is() -> None:
    assert text_of(worked.by_two().report()).startswith("**Editor’s copy.** Holds names")


def test_the_whole_text_is_there_with_each_claim_marked_by_number_and_glyph() -> None:
    report = worked.by_two().report()
    said = text_of(report)
    for mark in ("**T ✕** At Least 95", "**2 ✓** The tragic", "**6 ≠** No individual", "**20 –** "):
        assert mark in said
    plain = " ".join(rendered(report).split())
    for claim in report.counted:
        if claim.number not in (33, 34, 35, 36):  # overlap: marks stand inside them
            assert " ".join(claim.text.split()) in plain


def test_where_a_claim_ends_and_none_begins_there_is_a_mark() -> None:
    made = bench("One is said. Two is said.", claims=[Span(0, 12)])
    made.does(ANNA, SetNote(made.article, made.claim(1), "So it is."))
    said = text_of(made.report())
    assert "**1 ○** One is said. \\[a\\]⟩ Two is said." in said


def test_claims_that_overlap_nest_and_cross_paragraphs_leave_the_text_whole() -> None:
    text = "First par. It goes.\n\nSecond one e\u0301 here. \U0001f469\u200d\U0001f692 drives.\n"
    ends = ((0, 10), (0, 19), (6, 30), (12, 16), (21, 33), (34, 39))
    report = bench(text, claims=list(starmap(Span, ends)), given={}).report()
    edition = Edition(sections=(Section.ARTICLE,))
    data = markdown.write(dataclasses.replace(report, edition=edition))
    page = data.decode().partition("## The article\n\n")[2].partition("\n\n---")[0]
    bare = re.sub(r"\*\*\d ○\*\* |⟩", "", page)
    assert "".join(bare.split()) == "".join(text.split())
    assert markdown.count(data) == Tally(len(ends))
    assert "e\u0301⟩" in page


def test_the_list_has_decisions_evidence_and_notes() -> None:
    plain = rendered(worked.reviewed().report())
    assert "Settled as unattributed by Anna, who held one of these tags; overrules Ben" in plain
    assert "Nobody is named for the 210." in plain
    assert "[a] Anna: The ministry gave 95 on the day, 84 a day later." in plain
    assert "A colleague changed a tag since: check again." in plain
    assert "Chloé took a comment back" in plain
    found = rendered(recorded().report())
    assert "✕ Contradicts · Survey map · B2 · example.org/map" in found
    assert "“396 m”, at the second mark" in found
    assert "Said by ISNA, according to IRNA: confirmed" in found


def test_what_the_editor_must_decide_comes_first() -> None:
    report = recorded().report()
    five = next(claim.id for claim in report.claims if claim.number == 5)
    pieces = (
        ("According to the report, t", "dropped"),
        ("T", "new"),
        ("he second explosion took place ", "same"),
        ("approximately 2,000 feet away.", "dropped"),
        ("1,300 feet away.", "new"),
    )
    beside = {five: Beside(wordings={ANNA: pieces})}
    said = text_of(dataclasses.replace(report, beside=beside))
    decide, listed = said.index("## For the editor to decide"), said.index("## Summary")
    part = said[decide:listed]
    assert "**5** The second explosion took place 1,300 feet away." in part
    assert "instead of: According to the report" in part
    assert "the hospital" in part


def test_only_our_own_links_are_links() -> None:
    report = recorded().report()
    links = {str(t.attrGet("href")) for t in tokens(report) if t.type == "link_open"}
    assert links == {*ADDRESSES, report.article.address}


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_from_outside_becomes_markup(text: str) -> None:
    made = bench(f"{text} is what it says.\n\n{text}")
    claim = made.claim(1)
    made.does(BEN, SetName(BEN, text), SetNote(made.article, claim, text))
    made.does(ANNA, SetWording(made.article, claim, Wording(text)))
    made.does(BEN, Comment(made.article, claim, text))
    made.does(BEN, Decide(made.article, (Ruling(claim, Standing.DISPUTED, text, {}),)))
    item = "e0000009-0000-4000-8000-00000000000b"
    link = Link(item, Stance.SUPPORTS, text, text)
    add(made, BEN, item, (claim,), link, title=text, url=text, publisher=text, note=text)
    report = dataclasses.replace(
        made.report(), edition=Edition(title=text, sections=(Section.SIGNOFF, *SECTIONS))
    )
    kinds = {token.type for token in tokens(report)}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "fence", "code_block"}
    assert not kinds & {"code_inline", "s_open", "em_open"} - {"em_open"}
    heads = sum(1 for token in tokens(report) if token.type == "heading_open" and token.tag == "h1")
    assert heads == 1
    assert " ".join(text.split()) in " ".join(rendered(report).split())
    found = markdown.count(markdown.write(report))
    assert found == Tally(len(report.counted), sum(len(claim.notes) for claim in report.counted))


def test_what_was_written_is_counted_from_the_file() -> None:
    report = worked.by_two().report()
    notes = sum(len(claim.notes) for claim in report.counted)
    assert markdown.count(markdown.write(report)) == Tally(len(report.counted), notes)
    for section in (Section.ARTICLE, Section.CLAIMS):
        one = dataclasses.replace(report, edition=Edition(sections=(section,)))
        assert markdown.count(markdown.write(one)) == Tally(len(report.counted), notes)
    none = dataclasses.replace(report, edition=Edition(sections=(Section.SUMMARY,)))
    assert markdown.count(markdown.write(none)) == Tally(0)


def test_sections_stand_in_the_order_that_was_chosen() -> None:
    chosen = (Section.REVIEW, Section.CLAIMS, Section.SIGNOFF)
    edition = Edition(sections=chosen, title="What we *found*")
    said = text_of(dataclasses.replace(worked.reviewed().report(), edition=edition))
    heads = [line for line in said.splitlines() if line.startswith("## ")]
    assert heads == ["## How it was reviewed", "## All claims", "## Sign-off sheet"]
    assert "# What we \\*found\\*" in said


def test_a_public_copy_names_nobody() -> None:
    report = dataclasses.replace(worked.reviewed().report(), edition=PUBLIC_COPY)
    said = text_of(public_copy(report))
    for name in ("Anna", "Ben", "Chloé", "Editor", report.article.sha256, "84 a day later"):
        assert name not in said
    assert "≠ not settled" in said


def test_several_articles_follow_each_other() -> None:
    first, second = worked.by_two().report(), recorded().report()
    data = markdown.together([first, second])
    said = data.decode()
    assert said.count("\n# ") == 2
    assert said.count("Editor’s copy") == 1
    assert markdown.count(data).claims == len(first.counted) + len(second.counted)


def test_characters_that_no_page_can_hold_are_replaced_and_counted() -> None:
    report = bench("A claim \x00 with \ufffe two.").report()
    assert "\x00" not in text_of(report)
    logo = dataclasses.replace(report, edition=Edition(logo=b"x"))
    assert markdown.notices(logo) == (
        "2 characters that no page can hold: written as U+FFFD.",
        "Text holds no picture: the logo was left out.",
    )


def test_the_last_of_ten_thousand_claims_is_in_it() -> None:
    report = many()
    data = markdown.write(report)
    assert data == markdown.write(report)
    assert markdown.count(data) == Tally(10_000, 2_000)
    assert data.decode().count(LAST.replace(".", ".")) == 2


def test_a_blank_text_makes_no_item() -> None:
    made = bench("A claim.")
    made.does(ANNA, SetNotCheckable(made.article, (made.claim(1),), "  \n "))
    assert [t.tag for t in tokens(made.report()) if t.type == "heading_open"].count("h2") >= 4
    assert not [t for t in tokens(made.report()) if t.type == "heading_open" and t.level]
