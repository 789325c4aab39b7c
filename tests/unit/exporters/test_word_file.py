"""Whatever is in a report, the Word file is sound: parts, order, ids, relationships; nothing of a template."""

from __future__ import annotations

import dataclasses
import io
import itertools
import re
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from annotator.domain.edition import SECTIONS, Edition, Section, Withheld
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.reviewing import Decide, Ruling
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Link, Stance
from annotator.domain.formats import Tally
from annotator.domain.publishing import public_copy
from annotator.domain.report import Report
from annotator.domain.tags import Standing
from annotator.exporters import signoff_word, word_report
from annotator.exporters.word_package import safe_target
from unit.exporters import worked
from unit.exporters.many import LAST, many
from unit.exporters.record_sample import add, recorded
from unit.exporters.reports import ANNA, BEN, bench
from unit.exporters.test_pictures import picture
from unit.exporters.word_opened import W14, W15, Opened, R, W, text

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind jc outlineLvl rPr",
    "rPr": "rStyle rFonts b bCs i iCs strike color sz szCs u shd vertAlign rtl lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW vMerge tcBorders tcMar vAlign",
    "trPr": "cantSplit tblHeader",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p tbl",
}
"""The order of an element's children in ECMA-376, as far as we write them."""

HOSTILE = [
    "<w:p><w:r><w:t>taken for markup</w:t></w:r></w:p>",
    "</w:t></w:r></w:p><w:sectPr/>",
    '"><w:del w:id="1"/>',
    "]]></w:t>",
    "&amp;&#x41;&bogus;",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "_x0041_ { INCLUDETEXT c:\\\\secret } \\* MERGEFORMAT",
    "javascript:alert(1)",
    "\u202egnp.exe\u202c",
    "\x00\x08\x0b\x1f\x7f\x85\ufffe\uffff\ufdd0\U0001ffff\ud800",
    "line\r\nend\rand\ttab\u2028\u2029",
    "👩‍🚒 e\u0301 گفته‌ی 漢字",
]

REPORTS = {
    "untagged": worked.untagged,
    "two": worked.by_two,
    "reviewed": worked.reviewed,
    "recorded": recorded,
}


def everything() -> Edition:
    return Edition(sections=(Section.SIGNOFF, *SECTIONS), logo=picture("PNG"))


def sound(data: bytes) -> Opened:
    """Fails where a program that is strict would."""
    file = Opened(data)
    for name, part in file.parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(part)
            for one in root.iter():
                _ordered(one)
    _related(file)
    _numbered(file)
    for cell in file.body.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p", "a cell ends with a paragraph"
    tags = [one.tag for one in file.body]
    assert tags[-2:] == [f"{W}p", f"{W}sectPr"]
    assert (f"{W}tbl", f"{W}tbl") not in itertools.pairwise(tags), "Word would join them"
    return file


def _ordered(one) -> None:
    name = etree.QName(one).localname
    if name in ORDER and one.tag.startswith(W):
        places = [ORDER[name].split().index(etree.QName(child).localname) for child in one]
        assert places == sorted(places), etree.tostring(one)
        repeated = ("tr", "p", "tbl", "tblStylePr")
        for child in one:
            kind = etree.QName(child).localname
            assert kind in repeated or len(one.findall(child.tag)) == 1


def _related(file: Opened) -> None:
    types = etree.fromstring(file.parts["[Content_Types].xml"])
    known = {one.get("PartName") for one in types if one.get("PartName")}
    endings = {one.get("Extension") for one in types if one.get("Extension")}
    assert known <= {f"/{name}" for name in file.parts}
    assert all(name.rpartition(".")[2] in endings for name in file.parts)
    used = {
        value
        for one in file.body.iter()
        for key, value in one.attrib.items()
        if key in (f"{R}id", f"{R}embed")
    }
    links = etree.fromstring(file.parts["word/_rels/document.xml.rels"])
    ids = [one.get("Id") for one in links]
    assert len(ids) == len(set(ids))
    assert used <= set(ids)
    for one in links:
        if one.get("TargetMode") != "External":
            target = one.get("Target")
            path = target[3:] if target.startswith("../") else f"word/{target}"
            assert path in file.parts
        else:
            assert re.fullmatch(r"https?://[!-~]+", one.get("Target"))


def _numbered(file: Opened) -> None:
    """No id twice, every range closed after it was opened, every link led somewhere."""
    ids: list[str] = []
    names: list[str] = []
    for kind in ("bookmarkStart", "ins", "del"):
        for one in file.body.iter(f"{W}{kind}"):
            ids.append(one.get(f"{W}id"))
            if kind == "bookmarkStart":
                names.append(one.get(f"{W}name"))
    ids += [one.get(f"{W}id") for one in file.comments]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    for start, end in (
        ("bookmarkStart", "bookmarkEnd"),
        ("commentRangeStart", "commentRangeEnd"),
        ("commentRangeEnd", "commentReference"),
    ):
        first = [one.get(f"{W}id") for one in file.body.iter(f"{W}{start}")]
        last = [one.get(f"{W}id") for one in file.body.iter(f"{W}{end}")]
        assert sorted(first) == sorted(last)
        if start.startswith("comment"):
            assert sorted(first) == sorted(one.get(f"{W}id") for one in file.comments)
    anchors = {one.get(f"{W}anchor") for one in file.body.iter(f"{W}hyperlink")} - {None}
    assert anchors <= set(names)
    _threaded(file)


def _threaded(file: Opened) -> None:
    if not file.comments:
        return
    last = [one.findall(f"{W}p")[-1].get(f"{W14}paraId") for one in file.comments]
    rows = list(file.xml("word/commentsExtended.xml"))
    assert [one.get(f"{W15}paraId") for one in rows] == last
    assert len(last) == len(set(last))
    assert all(0 < int(one, 16) < 0x80000000 for one in last)
    assert {one.get(f"{W15}paraIdParent") for one in rows} - {None} <= set(last)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("edition", ["editor", "public", "cleared", "whole"])
def test_the_file_is_sound_in_every_edition(name: str, edition: str) -> None:
    report = REPORTS[name]().report()
    chosen = {
        "editor": Edition(),
        "public": Edition(public=True),
        "cleared": Edition(public=True, cleared=frozenset(Withheld)),
        "whole": everything(),
    }[edition]
    report = dataclasses.replace(report, edition=chosen)
    report = public_copy(report) if chosen.public else report
    data = word_report.write(report)
    sound(data)
    assert word_report.count(data).claims == len(report.counted)
    sheet = signoff_word.write(report)
    sound(sheet)
    assert signoff_word.count(sheet) == Tally(len(report.counted))


def test_the_same_report_gives_the_same_bytes() -> None:
    report = dataclasses.replace(worked.reviewed().report(), edition=everything())
    again = dataclasses.replace(report)
    assert word_report.write(report) == word_report.write(again)
    assert signoff_word.write(report) == signoff_word.write(again)


def test_no_date_of_a_machine_is_in_the_archive() -> None:
    data = word_report.write(worked.reviewed().report())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {one.create_system for one in archive.infolist()} == {0}


def test_its_properties_are_title_language_date_and_names_and_nothing_of_a_template() -> None:
    report = worked.reviewed().report()
    about = docx.Document(io.BytesIO(word_report.write(report))).core_properties
    assert about.title == report.article.title
    assert about.language == "en"
    assert about.author == "Anna, Ben, Chloé"
    assert about.last_modified_by == "Annotator"
    made = datetime.fromtimestamp(report.made_at // 1_000_000, UTC)
    assert about.created == about.modified == made
    assert {about.comments, about.keywords, about.subject, about.category} == {""}
    file = Opened(word_report.write(report))
    assert {text(one) or one.text for one in file.xml("docProps/app.xml")} == {"Annotator"}
    assert not any("thumbnail" in name for name in file.parts)


def test_a_public_copys_properties_name_nobody_and_it_has_no_mark() -> None:
    report = dataclasses.replace(worked.reviewed().report(), edition=Edition(public=True))
    report = public_copy(report)
    data = word_report.write(report)
    assert docx.Document(io.BytesIO(data)).core_properties.author == "Annotator"
    file = Opened(data)
    assert not any(name.startswith("customXml") for name in file.parts)
    whole = b"".join(file.parts.values())
    for word in (b"Anna", b"Ben", b"Chlo", b"sha256"):
        assert word not in whole


def test_the_editors_copy_says_so_on_its_first_line_and_the_public_copy_does_not() -> None:
    report = worked.by_two().report()
    assert text(Opened(word_report.write(report)).body[0]).startswith("Editor’s copy. Holds names")
    public = public_copy(dataclasses.replace(report, edition=Edition(public=True)))
    assert "Editor’s copy" not in text(Opened(word_report.write(public)).body)


def test_sections_come_in_the_chosen_order_and_the_sign_off_sheet_before_them() -> None:
    chosen = (Section.CLAIMS, Section.SIGNOFF, Section.SUMMARY)
    report = dataclasses.replace(worked.reviewed().report(), edition=Edition(sections=chosen))
    file = sound(word_report.write(report))
    assert file.styled("Heading2") == ["All claims", "Summary"]
    assert file.styled("AnnotatorVerdict")[0].startswith("Ready to publish: no")
    breaks = [one for one in file.body.iter(f"{W}br") if one.get(f"{W}type") == "page"]
    assert len(breaks) == 1
    assert file.passages() == []


def test_a_logo_is_there_with_words_for_who_cannot_see_it() -> None:
    edition = Edition(logo=picture("JPEG"), sections=(Section.SIGNOFF, Section.ARTICLE))
    report = dataclasses.replace(worked.by_one().report(), edition=edition)
    file = sound(word_report.write(report))
    assert "word/media/logo.jpeg" in file.parts
    shown = [one.get("descr") for one in file.body.iter() if etree.QName(one).localname == "docPr"]
    assert shown == ["Logo", "Logo"]
    other = dataclasses.replace(report, edition=Edition(logo=b"GIF89a"))
    with pytest.raises(AnnotatorError, match="no PNG and no JPEG"):
        word_report.write(other)


def test_labels_are_in_the_chosen_language_and_the_articles_words_keep_theirs() -> None:
    report = dataclasses.replace(worked.by_one().report(), edition=Edition(labels="de"))
    file = sound(word_report.write(report))
    assert "The article" not in file.styled("Heading2")
    passage = next(
        one for one in file.body.iter(f"{W}t") if (one.text or "").startswith("Wagswoofs – Two")
    )
    lang = passage.getparent().find(f"{W}rPr/{W}lang")
    assert lang.get(f"{W}val") == "en"
    defaults = file.xml("word/styles.xml").find(f"{W}docDefaults")
    assert next(defaults.iter(f"{W}lang")).get(f"{W}val") == "de"


def test_several_articles_stand_in_one_file_each_on_a_new_page() -> None:
    reports = [
        worked.reviewed().report(),
        recorded().report(),
        bench("Another.\n\nIt is.").report(),
    ]
    data = word_report.together(reports)
    file = sound(data)
    assert file.styled("Heading1") == [
        reports[0].article.title,
        reports[1].article.title,
        "Another.",
    ]
    breaks = [one for one in file.body.iter(f"{W}br") if one.get(f"{W}type") == "page"]
    assert len(breaks) == 2
    assert {"a1_claim_T", "a2_claim_T", "a3_row_1"} <= set(file.bookmarks())
    assert word_report.count(data).claims == sum(len(one.counted) for one in reports)


def hostile(words: str) -> Report:
    """One text as title, text, note, name, evidence, reason and comment."""
    made = bench(f"A title\n\nBefore {words.replace(chr(13), ' ')} after. Another one.")
    made.does(ANNA, SetName(ANNA, words))
    made.does(BEN, SetName(BEN, "Ben"))
    first = made.claim(1)
    made.does(ANNA, SetNote(made.article, first, words))
    made.does(BEN, Comment(made.article, first, words))
    made.does(BEN, Decide(made.article, (Ruling(first, Standing.DISPUTED, words, {}),)))
    given = {
        "url": f"https://example.org/{words}",
        "title": words,
        "publisher": words,
        "note": words,
    }
    item = "e0000001-0000-4000-8000-00000000000a"
    add(made, ANNA, item, (first,), Link(item, Stance.SUPPORTS, words, words), **given)
    report = made.report()
    edition = dataclasses.replace(everything(), title=words)
    return dataclasses.replace(report, edition=edition)


@pytest.mark.parametrize("words", [one for one in HOSTILE if "\ud800" not in one])
def test_hostile_text_stays_text(words: str) -> None:
    report = hostile(words)
    file = sound(word_report.write(report))
    shown = re.sub(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0\ufffe\uffff\U0001ffff]",
        "\ufffd",
        words.replace("\r\n", "\n").replace("\r", "\n"),
    )
    assert any(text(one) == shown for one in file.comments[-1].iter(f"{W}p"))
    assert file.comments[0].get(f"{W}author") == " ".join(shown.split())
    sound(signoff_word.write(report))


def test_what_xml_cannot_hold_is_replaced_and_said() -> None:
    made = bench("A title\n\nOne \x01 two \ufffe three.")
    made.does(ANNA, SetNote(made.article, made.claim(1), "a\x00b"))
    report = made.report()
    file = sound(word_report.write(report))
    assert file.passages() == ["A title", "One \ufffd two \ufffd three."]
    assert word_report.notices(report) == (
        "A Word file cannot hold 3 characters of what is written: U+FFFD stands there.",
    )
    surrogate = dataclasses.replace(
        report, article=dataclasses.replace(report.article, title="a\ud800b", sha256="")
    )
    assert sound(word_report.write(surrogate)).styled("Heading1") == ["a\ufffdb"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_makes_a_sound_file(words: str) -> None:
    sound(word_report.write(hostile(words)))


def test_an_address_that_word_would_refuse_is_text() -> None:
    assert safe_target("https://example.org/a b?c=d e#f") == "https://example.org/a%20b?c=d%20e#f"
    assert safe_target("https://bücher.example/ü") == "https://xn--bcher-kva.example/%C3%BC"
    for address in (
        "https://[half/",
        "https://a<b>.example/",
        "https://example.org:port/",
        "javascript:alert(1)",
        f"https://example.org/{'x' * 3000}",
        f"https://{'ü' * 80}.example/",
    ):
        assert safe_target(address) == ""


def test_tables_have_names_and_heads_that_are_repeated() -> None:
    file = sound(word_report.write(recorded().report()))
    tables = list(file.body.iter(f"{W}tbl"))
    assert all(one.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") for one in tables)
    heads = [
        [text(cell) for cell in row.iter(f"{W}tc")]
        for one in tables
        for row in one.iter(f"{W}tr")
        if row.find(f"{W}trPr/{W}tblHeader") is not None
    ]
    assert heads[0] == ["No.", "Claim", "Result", "Evidence and decision"]
    assert ["Grade", "Item", "Claims it serves"] in heads


def test_every_style_that_is_used_is_there() -> None:
    file = sound(
        word_report.write(dataclasses.replace(worked.reviewed().report(), edition=everything()))
    )
    known = {one.get(f"{W}styleId") for one in file.xml("word/styles.xml").iter(f"{W}style")}
    for part in ("word/document.xml", "word/comments.xml", "word/footer1.xml"):
        for kind in ("pStyle", "rStyle", "tblStyle"):
            used = {one.get(f"{W}val") for one in file.xml(part).iter(f"{W}{kind}")}
            assert used <= known


def test_the_footer_counts_the_pages() -> None:
    foot = Opened(word_report.write(worked.by_one().report())).xml("word/footer1.xml")
    fields = [one.get(f"{W}instr").strip() for one in foot.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert text(foot).startswith("Editor’s copy · At Least 95 Killed")


def test_ten_thousand_claims_are_all_in_it_the_last_sentence_too() -> None:
    report = many()
    data = word_report.write(report)
    assert word_report.count(data) == Tally(len(report.counted), 2_000)
    assert LAST.encode() in Opened(data).parts["word/document.xml"]


def test_an_article_without_claims_is_a_file_too() -> None:
    report = bench("Nothing here is a claim.", claims=[]).report()
    data = word_report.write(report)
    assert sound(data).passages() == ["Nothing here is a claim."]
    assert word_report.count(data) == Tally(0)
