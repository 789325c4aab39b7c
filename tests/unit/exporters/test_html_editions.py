"""In which form the page leaves: which sections, in which order, which title, logo and language, for whom."""

from __future__ import annotations

import base64
from dataclasses import replace
from itertools import permutations

import pytest

from annotator.domain.edition import PUBLIC_COPY, SECTIONS, Edition, Publisher, Section
from annotator.domain.errors import AnnotatorError
from annotator.domain.publishing import public_copy
from annotator.domain.report import Report
from annotator.exporters import html_report, signoff_html
from unit.exporters import worked
from unit.exporters.checker import Page, check
from unit.exporters.record_sample import ADDRESSES, recorded
from unit.exporters.test_html_record import words, worked_out
from unit.exporters.test_pictures import picture

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
HEADINGS = {
    Section.DECIDE: "decide",
    Section.SUMMARY: "sum",
    Section.ARTICLE: "article",
    Section.CLAIMS: "claims",
    Section.EVIDENCE: "evidence",
    Section.REVIEW: "review",
    Section.ASIDE: "retired",
}


@pytest.fixture(scope="module")
def full() -> Report:
    """A report in which every section has something to print."""
    made = worked.reviewed()
    other = worked_out(recorded().report())
    report = made.report()
    claims = {claim.number: claim for claim in other.claims}
    return replace(
        report,
        claims=tuple(
            replace(claim, held=claims[claim.number].held or claim.held)
            if claim.number in claims and not claim.retired
            else claim
            for claim in report.claims
        ),
        beside=other.beside,
        sources=other.sources,
        passes=report.passes,
    )


def page_of(report: Report, edition: Edition | None = None) -> Page:
    formed = report if edition is None else replace(report, edition=edition)
    return check(html_report.write(formed), report.article.address, *ADDRESSES)


def printed(page: Page) -> list[str]:
    """The headings of the sections, in their order, by their ids."""
    known = set(HEADINGS.values())
    ids = (element.attributes.get("id", "") for element in page.all("h2"))
    return [key for key in ids if key in known]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_that_is_left_out_leaves_no_link_into_it(full: Report, section: Section) -> None:
    rest = tuple(one for one in SECTIONS if one is not section)
    page = page_of(full, Edition(sections=rest))
    assert HEADINGS[section] not in printed(page)


@pytest.mark.parametrize("chosen", [*permutations(SECTIONS[:4], 2), *((one,) for one in SECTIONS)])
def test_any_choice_of_sections_is_printed_in_its_order(
    full: Report, chosen: tuple[Section, ...]
) -> None:
    page = page_of(full, Edition(sections=chosen))
    wanted = [HEADINGS[one] for one in chosen if one is not Section.ASIDE]
    assert [key for key in printed(page) if key != "retired"] == wanted


def test_without_the_article_the_chart_leads_to_the_list_and_notes_have_no_mark(
    full: Report,
) -> None:
    page = page_of(full, Edition(sections=(Section.SUMMARY, Section.CLAIMS)))
    assert page.all("a", "cell")[3].attributes["href"] == "#r3"
    assert page.all("p", "noted")
    assert not page.all("a", "disc")


def test_without_article_and_list_numbers_are_plain_text(full: Report) -> None:
    page = page_of(full, Edition(sections=(Section.DECIDE, Section.SUMMARY)))
    assert not page.all("a", "cell")
    assert not page.all("a", "no")
    assert page.all("span", "no")
    assert not page.all("script")


def test_the_chosen_title_stands_over_the_page_and_in_its_window(full: Report) -> None:
    page = page_of(full, Edition(title="Checked: Kerman"))
    assert page.one("h1").text == "Checked: Kerman"
    assert page.one("title").text == "Checked: Kerman – editor’s copy"


def test_a_logo_lies_in_the_page_itself_and_is_named_after_the_publisher(full: Report) -> None:
    edition = Edition(logo=PNG, publisher=Publisher("The <Daily>", ""))
    page = page_of(full, edition)
    picture = page.one("img")
    assert picture.attributes["alt"] == "The <Daily>"
    data = picture.attributes["src"].removeprefix("data:image/png;base64,")
    assert base64.b64decode(data) == PNG
    assert not page_of(full).all("img")


def test_a_jpeg_is_called_one(full: Report) -> None:
    page = page_of(full, Edition(logo=picture("JPEG")))
    assert page.one("img").attributes["src"].startswith("data:image/jpeg;base64,")


@pytest.mark.parametrize("logo", [b"<svg onload='alert(1)'>", b"GIF89a", b"javascript:alert(1)"])
def test_what_is_no_png_and_no_jpeg_is_refused_as_a_logo(full: Report, logo: bytes) -> None:
    with pytest.raises(AnnotatorError, match=r"logo.* PNG"):
        html_report.write(replace(full, edition=Edition(logo=logo)))
    with pytest.raises(AnnotatorError, match=r"logo.* PNG"):
        signoff_html.write(replace(full, edition=Edition(logo=logo)))


def test_the_page_is_in_the_language_of_its_labels_and_the_article_in_its_own(full: Report) -> None:
    page = page_of(full, Edition(labels="de"))
    assert page.one("html").attributes["lang"] == "de"
    assert page.one("article").attributes["lang"] == "en"
    assert page.one("h1").attributes["lang"] == "en"
    quoted = [*page.all("p", "words"), page.one("article")]
    assert {element.attributes["lang"] for element in quoted} == {"en"}
    assert {note.attributes["lang"] for note in page.all("span", "note")} == {"de"}


def test_an_article_in_nobody_knows_which_language_is_not_called_english(full: Report) -> None:
    page = page_of(replace(full, article=replace(full.article, language="")))
    assert page.one("article").attributes["lang"] == ""


def test_a_public_copy_says_nothing_of_who_when_and_how(full: Report) -> None:
    public = public_copy(replace(full, edition=PUBLIC_COPY))
    page = page_of(public)
    said = page.one("main").text
    assert "copy" not in said
    assert page.one("title").text == page.one("h1").text
    body = page.source.partition("<body>")[2]
    for name in ("Anna", "Ben", "Chloé", "SHA-256", "sha256", "Checked by", "agree"):
        assert name not in body, name
    assert not page.all("span", "note")
    assert "open" not in words(page.one("ul", "figures"))
    assert "not settled" in words(page.one("ul", "figures"))
    metas = {meta.attributes.get("name") for meta in page.all("meta")} - {None}
    assert metas == {"viewport", "referrer", "color-scheme", "generator", "dcterms.date"}


def test_a_copy_that_tells_no_moment_has_no_date(full: Report) -> None:
    page = page_of(replace(full, made_at=0))
    assert not [one for one in page.all("meta") if one.attributes.get("name") == "dcterms.date"]


def test_the_sign_off_sheet_is_the_first_page_of_the_report(full: Report) -> None:
    page = page_of(full, Edition(sections=(Section.ARTICLE, Section.SIGNOFF, Section.CLAIMS)))
    main = page.one("main")
    first = page.all("section", within=main)[0]
    assert first.classes == {"sheet"}
    assert page.one("h1", within=first).text == page.one("p", "headline").text
    assert printed(page) == ["article", "claims"]
    assert page.one("h2", "verdict").text.startswith("Ready to publish: no, 3 open")


def test_the_sheet_alone_is_one_section_with_a_line_to_sign(full: Report) -> None:
    data = signoff_html.write(full)
    page = check(data)
    assert page.one("title").text.endswith(" – sign-off sheet")
    sheet = page.one("section", "sheet")
    assert words(page.one("p", "fields", sheet)) == "NameDate, timeSignature"
    assert [words(box) for box in page.all("span", "one", page.one("p", "choices"))] == [
        "publish",
        "publish with the changes marked here",
        "hold until the open claims are settled",
    ]
    assert page.one("body").classes == {"sheet-only"}
    assert signoff_html.count(data).claims == len(full.counted)


def test_a_wording_s_boxes_say_aloud_whether_they_are_ticked(full: Report) -> None:
    page = check(signoff_html.write(full))
    lists = {one.attributes["aria-labelledby"]: one for one in page.all("section", "list")}
    boxes = page.all("span", "box", lists["sheet-wordings"])
    assert [box.attributes["aria-label"] for box in boxes] == [
        "ticked",
        "to tick",
        "to tick",
        "to tick",
    ]
    assert [box.text for box in boxes] == ["✓", "", "", ""]
