"""The links of an article's text in every format that keeps its text."""

from __future__ import annotations

import dataclasses
import json

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from lxml import html
from markdown_it import MarkdownIt

from annotator import paths
from annotator.domain.enclosed import Hyperlink
from annotator.domain.report import Report
from annotator.exporters import html_report, markdown, pdf_report
from annotator.interchange import article_json
from unit.exporters import worked
from unit.exporters.pdf_opened import document

TARGET = "https://news.example/report?a=1&b=2'"
WORDS = "semiofficial news agency ISNA"


def linked() -> Report:
    """The sample, where some words of claim 4 lead away, and others where nobody should go."""
    report = worked.by_two().report()
    text = report.article.text
    start, other = text.index(WORDS), text.index("Kerman Martyrs Cemetery")
    links = (
        Hyperlink(other, other + 6, "javascript:alert(1)"),
        Hyperlink(start, start + len(WORDS), TARGET),
    )
    return dataclasses.replace(report, links=links)


def test_in_html_the_words_lead_there_and_tell_nothing_of_the_reader() -> None:
    page = html.fromstring(html_report.write(linked()))
    (leads,) = page.xpath('//a[contains(@class, "leads")]')
    assert (leads.text_content(), leads.get("href")) == (WORDS, TARGET)
    assert leads.get("rel") == "nofollow noopener noreferrer"


def test_in_markdown_they_lead_there_too() -> None:
    found = MarkdownIt("commonmark").parse(markdown.write(linked()).decode())
    targets = [
        child.attrs["href"]
        for token in found
        for child in token.children or []
        if child.type == "link_open"
    ]
    assert TARGET in targets
    assert not any("javascript" in str(target) for target in targets)


def test_in_json_all_of_them_stand_by_their_place() -> None:
    report = linked()
    value = json.loads(article_json.write(report))
    schema = json.loads(paths.resource("schemas/article.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(value)
    assert value["article"]["links"] == [link._asdict() for link in report.links]


def test_in_a_pdf_they_lead_there() -> None:
    with document(pdf_report.write(linked())) as found:
        targets = {
            str(note.A.URI)
            for page in found.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        }
    assert TARGET in targets
    assert not any("javascript" in target for target in targets)
