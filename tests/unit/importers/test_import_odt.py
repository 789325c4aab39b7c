"""An OpenDocument text comes in as a reader of it sees it when all changes are accepted."""

from __future__ import annotations

import io
import zipfile

import pytest

from annotator.desk.importing import prepare
from annotator.domain.errors import AnnotatorError
from annotator.importers.odt import importer as odt
from broughtin import FILES, damaged, linked, noted, offered, passages, reads_or_refuses

WRITER = FILES / "odt" / "letter.odt"
FLAT = FILES / "odt" / "letter.fodt"
SAMPLE = FILES / "sample" / "article.odt"

HEAD = FLAT.read_text(encoding="utf-8").partition("<office:meta>")[0]
KIND = "application/vnd.oasis.opendocument.text"


def flat(body: str, styles: str = "", meta: str = "") -> bytes:
    inside = (
        f"<office:meta>{meta}</office:meta>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    return f"{HEAD}{inside}</office:document>".encode()


def kinds(body: str, styles: str = "") -> list[tuple[str, str]]:
    return passages(odt.read(flat(body, styles)))


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one: archive.read(one) for one in archive.namelist() if one != "mimetype"}


def p(words: str, style: str = "") -> str:
    said = f' text:style-name="{style}"' if style else ""
    return f"<text:p{said}>{words}</text:p>"


def test_the_sample_is_the_very_text_of_its_plain_file():
    found = prepare(SAMPLE.read_bytes(), "article.odt")
    plain = prepare((FILES / "sample" / "article.txt").read_bytes(), "article.txt")
    assert (found.text, found.passages, found.claims) == (plain.text, plain.passages, plain.claims)


@pytest.mark.parametrize("file", [WRITER, FLAT], ids=lambda path: path.name)
def test_what_libreoffice_writes_is_read_with_its_kinds_links_and_remarks(file):
    article = odt.read(file.read_bytes())
    assert passages(article) == [
        ("title", "The harbour that nobody counted"),
        ("body", "The port moved 4.2 million tonnes last year, officials said."),
        ("heading", "What the crews say 🚢"),
        ("body", "Three crews were told to wait."),
        ("quotation", "“We waited for nine days.\nNobody came.”"),
        ("list-item", "Nine days of waiting"),
        ("list-item", "at anchor"),
        ("list-item", "Two days of unloading"),
        ("body", "Ship | Days"),
        ("body", "Aurora | 9"),
        ("body", "A clerk, who asked not to be named, gave the list."),
        ("body", "بندر شهید رجایی در جنوب ایران است."),
        ("caption", "Illustration 1: The quay in January."),
    ]
    assert linked(article) == [("officials said", "https://news.example/harbour")]
    assert noted(article) == [
        ("footnote", "…tonnes|", "Port authority, annual report, p. 12."),
        ("comment", "Three crews", "Who counted this?\n\nAsk the union."),
        ("endnote", "…named,|", "Interview in January."),
    ]
    note, comment, _ = article.enclosed.remarks
    assert note.links == ("https://port.example/2025.pdf",)
    assert (comment.author, comment.made) == ("Editor", "2026-01-05T11:30")
    assert offered(article) == {
        "title": "Harbour report",
        "author": "Mina Østergård",
        "published": "2026-01-03T14:20:11",
        "updated": "2026-02-05T10:00",
        "language": "en-GB",
    }
    assert article.notices == ("2 tracked changes were read as accepted.",)


def test_what_stands_in_a_table_of_contents_is_furniture():
    body = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        f"{p('One 1')}{p('Two 2')}</text:index-body></text:table-of-content>{p('One.')}"
    )
    assert kinds(body) == [("boilerplate", "One 1"), ("boilerplate", "Two 2"), ("body", "One.")]


def test_what_is_hidden_is_no_text():
    styles = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="HP" style:family="paragraph" style:parent-style-name="HQ"/>'
        '<style:style style:name="HQ" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
    )
    body = (
        p('a<text:span text:style-name="H">b<text:span>c</text:span></text:span>d')
        + p("e", "HP")
        + '<text:section text:display="none"><text:p>f</text:p></text:section>'
        + p('g<text:hidden-text text:string-value="x">h</text:hidden-text>i')
        + p("j<!-- k -->l<?m n?>o")
    )
    assert kinds(body, styles) == [("body", "ad"), ("body", "gi"), ("body", "jlo")]


def test_blanks_are_those_that_are_seen():
    body = p("a\n   b<text:s text:c='900'/>c<text:tab/>d<text:line-break/>e")
    assert odt.read(flat(body)).text == "a b c d\ne"


def test_text_boxes_stand_behind_the_paragraph_they_are_anchored_in():
    box = f"<draw:frame><draw:text-box>{p('In a box.')}</draw:text-box><svg:title>x</svg:title></draw:frame>"
    shape = f"<draw:custom-shape>{p('In a shape.')}</draw:custom-shape>"
    body = p(f"Before {box}and after.") + shape + p("Then.")
    assert [words for _, words in kinds(body)] == [
        "Before and after.", "In a box.", "In a shape.", "Then.",
    ]  # fmt: skip


def test_a_cell_with_several_paragraphs_is_a_layout_and_each_is_read_for_itself():
    cell = "<table:table-cell>{}</table:table-cell>".format
    inner = f"<table:table><table:table-row>{cell(p('C'))}{cell(p('D'))}</table:table-row></table:table>"
    rows = (
        f"<table:table-header-rows><table:table-row>{cell(p('A'))}{cell('')}<table:covered-table-cell/>"
        f"{cell(p('B'))}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell(p('One.') + inner)}{cell(p('Two.'))}</table:table-row>"
    )
    found = [words for _, words in kinds(f"<table:table>{rows}</table:table>")]
    assert found == ["A | B", "One.", "C", "D", "Two."]


def test_a_numbered_heading_is_a_heading_and_a_quotation_in_a_list_an_item():
    body = (
        "<text:list><text:list-item><text:h text:outline-level='1'>One</text:h></text:list-item>"
        f"<text:list-header>{p('Two', 'Quotations')}</text:list-header></text:list>"
        f"<text:numbered-paragraph>{p('Three')}</text:numbered-paragraph>"
    )
    styles = '<style:style style:name="Quotations" style:family="paragraph"/>'
    assert kinds(body, styles) == [("heading", "One"), ("list-item", "Two"), ("list-item", "Three")]


def test_styles_that_are_based_on_each_other_in_a_circle_say_nothing():
    styles = (
        '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>'
        '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>'
    )
    assert kinds(p("One.", "A"), styles) == [("body", "One.")]


def test_comments_without_an_end_stand_where_they_are_and_links_that_lead_nowhere_are_none():
    comment = "<office:annotation{}><dc:creator>E</dc:creator>{}</office:annotation>".format
    body = (
        p(f"One{comment('', p('First'))} two{comment('', p('Second'))} three.")
        + p(f"{comment(' office:name=' + chr(34) + 'n' + chr(34), p('Third'))}Four.")
        + p("<office:annotation-end office:name='unknown'/>Five.")
        + p("<text:a xlink:href='#here'>a</text:a><text:a xlink:href='../b.odt'>b</text:a>")
        + p("<text:a xlink:href='javascript:x()'>c</text:a><text:a>d</text:a><text:note/>")
    )
    article = odt.read(flat(body))
    assert noted(article) == [
        ("comment", "…One|", "First"),
        ("comment", "…ne two|", "Second"),
        ("comment", "…ree.\n\n|", "Third"),
    ]
    assert linked(article) == []


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2026-01-03T14:20:00.000000000", "2026-01-03T14:20"),
        ("2026-01-03T14:20:05Z", "2026-01-03T14:20:05+00:00"),
        ("2026-01-03T14:20:00+0330", "2026-01-03T14:20+03:30"),
        ("2026-01-03", "2026-01-03"),
        ("2026-02-30", None),
        ("2026-01-03T25:00:00", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moments_are_offered_as_far_as_they_are_said(said, moment):
    meta = f"<meta:creation-date>{said}</meta:creation-date>"
    assert offered(odt.read(flat(p("x"), meta=meta))).get("published") == moment


def test_it_is_known_by_its_kind_and_by_its_suffix_where_that_is_packed_otherwise():
    data = WRITER.read_bytes()
    assert odt.sniff(data, ".zip")
    assert odt.sniff(FLAT.read_bytes(), ".xml")
    assert not odt.sniff(b"PK\x03\x04" + bytes(200), ".docx")
    assert odt.sniff(b"PK\x03\x04" + bytes(200), ".odt")
    assert not odt.sniff(b"Some text.", ".odt")
    with pytest.raises(AnnotatorError, match=r"note\.odt"):
        prepare(b"Some text.", "note.odt")


def test_an_old_manifest_may_declare_its_document_type():
    parts = parts_of(WRITER.read_bytes())
    old = b'<?xml version="1.0"?><!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest:manifest/>'
    assert "harbour" in odt.read(packed({**parts, "META-INF/manifest.xml": old})).text


LOCKED = b"<manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/></manifest:file-entry>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"META-INF/manifest.xml": LOCKED}, r"It is locked with a password: save it without one\."),
        ({"content.xml": None}, "“content.xml” is missing"),
        ({"content.xml": b""}, "“content.xml” is no XML"),
        ({"content.xml": b"<a><b></a>"}, "“content.xml” is no XML"),
        ({"content.xml": b"<a/>"}, "holds no text"),
        ({"content.xml": ENTITIES + b"<x>&b;</x>"}, "declares a document type"),
        ({"content.xml": b"<a>" * 100_000}, "“content.xml” is no XML"),
        ({"styles.xml": b"nothing"}, "“styles.xml” is no XML"),
        ({"../../evil": b"x"}, "leads out"),
        ({"bomb": bytes(30_000_000)}, "unpack"),
    ],
)
def test_what_is_damaged_or_made_to_harm_is_refused_in_one_sentence(changed, said):
    parts = {**parts_of(WRITER.read_bytes()), **changed}
    data = packed({name: part for name, part in parts.items() if part is not None})
    with pytest.raises(AnnotatorError, match=said) as caught:
        odt.read(data)
    assert str(caught.value).endswith(".")


def test_what_was_cut_short_or_shows_nothing_is_refused():
    with pytest.raises(AnnotatorError, match="is no archive"):
        odt.read(WRITER.read_bytes()[:9000])
    with pytest.raises(AnnotatorError, match="nothing to read"):
        odt.read(flat(p(" <text:s/>")))


def test_it_is_read_in_a_process_of_its_own():
    with pytest.raises(AnnotatorError, match=r"cut\.odt: It is damaged"):
        prepare(WRITER.read_bytes()[:9000], "cut.odt")


@pytest.mark.parametrize("file", [WRITER, FLAT], ids=lambda path: path.name)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(file):
    data = file.read_bytes()
    outcomes = [reads_or_refuses(odt.read, one) for one in damaged(data, parts=file is WRITER)]
    assert any(outcomes)
    assert not all(outcomes)
