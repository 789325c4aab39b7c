"""A Word file comes in as what a reader of it sees when all changes are accepted."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import docx
import pytest

from annotator.desk.importing import prepare
from annotator.domain.article import PassageKind
from annotator.domain.enclosed import Offered, RemarkKind
from annotator.domain.errors import AnnotatorError
from annotator.importers.imported import ImportedArticle
from annotator.importers.word import importer as word
from wordmade import change, comment, field, note, on, p, packed, r, refers, word_file

FILES = Path(__file__).parents[2] / "files"


def text(body: str) -> str:
    return word.read(word_file(body)).text


def passages(article: ImportedArticle) -> list[tuple[str, str]]:
    assert article.passages is not None
    return [(one.kind.value, article.text[one.start : one.end]) for one in article.passages]


def linked(article: ImportedArticle) -> list[tuple[str, str]]:
    return [(article.text[a:b], target) for a, b, target in article.enclosed.links]


def test_the_sample_is_the_very_text_of_its_plain_file() -> None:
    found = prepare((FILES / "sample" / "article.docx").read_bytes(), "article.docx")
    plain = prepare((FILES / "sample" / "article.txt").read_bytes(), "article.txt")
    assert found.text == plain.text
    kinds = [one.kind for one in found.passages]
    assert kinds.count(PassageKind.TITLE) == 1
    assert kinds.count(PassageKind.BODY) == 26
    body = [one for one in found.passages if one.kind is PassageKind.BODY]
    sentences = [one for one in found.claims if any(at.start <= one.start < at.end for at in body)]
    assert len(sentences) == 48
    aside = [found.text[a:b] for kind, a, b in found.passages if kind is PassageKind.BOILERPLATE]
    assert aside[0] == "Leave a Reply"


def test_styles_are_known_by_their_names_by_what_they_are_based_on_and_by_their_level() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("Der Titel", style="Titel")
        + p("Ein zweiter", style="Titel")
        + p("Kapitel", style="berschrift1")
        + p("Zwischenkapitel", style="Zwischenzeile")
        + p("Stufe drei", style="Gliederung")
        + p("Eigene Stufe", more='<w:outlineLvl w:val="1"/>')
        + p("Nur Text", style="Gliederung", more='<w:outlineLvl w:val="9"/>')
        + p("Punkt eins", style="Aufzhlung")
        + p("Punkt zwei", more=numbers)
        + p("Kein Punkt", style="Aufzhlung", more=none)
        + p("Gesagt", style="Zitat")
        + p("Bild 1", style="Beschriftung")
        + p("Text", style="Unbekannt")
    )
    assert passages(word.read(word_file(body))) == [
        ("title", "Der Titel"),
        ("heading", "Ein zweiter"),
        ("heading", "Kapitel"),
        ("heading", "Zwischenkapitel"),
        ("heading", "Stufe drei"),
        ("heading", "Eigene Stufe"),
        ("body", "Nur Text"),
        ("list-item", "Punkt eins"),
        ("list-item", "Punkt zwei"),
        ("body", "Kein Punkt"),
        ("quotation", "Gesagt"),
        ("caption", "Bild 1"),
        ("body", "Text"),
    ]


def test_text_split_into_runs_by_word_is_one_text() -> None:
    body = p(r("The fi"), r("re kil", "<w:b/>"), '<w:proofErr w:type="spellStart"/>', r("led 12."))
    assert text(body) == "The fire killed 12."


def test_tabs_breaks_hyphens_and_symbols_are_characters() -> None:
    inside = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:softHyphen/><w:t>e</w:t><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Segoe UI" w:char="2713"/>'
        '<w:sym w:font="Webdings" w:char="F061"/></w:r>'
    )
    assert text(p(inside)) == "a b\nc\u2011d\u00ade✓α✓\ufffd"


def test_signs_typed_in_a_symbol_font_are_read_as_what_they_show() -> None:
    fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    assert text(p(r("\uf0fc done \uf0a7", fonts))) == "✓ done ▪"


def test_blanks_without_preserve_are_those_of_the_markup() -> None:
    assert text("<w:p><w:r><w:t>\n  one \n</w:t></w:r><w:r><w:t>two</w:t></w:r></w:p>") == "onetwo"


def test_changes_are_read_as_accepted_and_counted() -> None:
    body = (
        p(
            "Kept ",
            change("ins", r("and added ")),
            change("del", "<w:r><w:delText>x</w:delText></w:r>"),
            "end.",
        )
        + p(change("moveFrom", r("Moved.")), "Then.")
        + p(change("moveTo", r("Moved.")))
    )
    found = word.read(word_file(body))
    assert found.text == "Kept and added end.\n\nThen.\n\nMoved."
    assert found.notices == ("3 tracked changes were read as accepted.",)


def test_one_change_over_several_runs_and_paragraphs_is_one() -> None:
    mark = "<w:rPr>" + change("ins", "") + "</w:rPr>"
    body = p(change("ins", r("One ")), change("ins", r("and two.")), more=mark) + p(
        change("ins", r("Three."))
    )
    found = word.read(word_file(body))
    assert found.notices == ("1 tracked change was read as accepted.",)


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    mark = "<w:rPr>" + change("del", "") + "</w:rPr>"
    assert text(p("One ", more=mark) + p("sentence.")) == "One sentence."
    assert text(p("One ", more=mark)) == "One"


def test_a_large_initial_is_the_first_letter_of_its_paragraph() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    found = word.read(word_file(p("T", more=frame) + p("he fire killed 12.", style="Zitat")))
    assert passages(found) == [("quotation", "The fire killed 12.")]


def test_rows_and_cells_that_were_deleted_are_gone() -> None:
    gone = f"<w:trPr>{change('del', '')}</w:trPr>"
    cell = f"<w:tcPr><w:cellDel w:id='1' w:author='Ed'/></w:tcPr>{p('c')}"
    rows = f"<w:tr>{gone}<w:tc>{p('a')}</w:tc></w:tr><w:tr><w:tc>{p('b')}</w:tc><w:tc>{cell}</w:tc></w:tr>"
    assert text(f"<w:tbl>{rows}</w:tbl>") == "b"


def test_hidden_text_is_no_text() -> None:
    body = (
        p("Seen ", r("hidden ", "<w:vanish/>"), r("quiet ", '<w:rStyle w:val="Leise"/>'), "words.")
        + p("all hidden", style="Geheim")
        + p(r("shown all the same", '<w:vanish w:val="0"/>'), style="Geheim")
    )
    assert text(body) == "Seen words.\n\nshown all the same"


def test_a_row_is_a_passage_and_a_cell_of_several_paragraphs_is_read_for_itself() -> None:
    plain = f"<w:tr><w:tc>{p('Age')}</w:tc><w:tc>{p()}</w:tc><w:tc>{p('12')}</w:tc></w:tr>"
    layout = f"<w:tr><w:tc>{p('One.')}{p('Two.')}</w:tc><w:tc>{p('Three.')}</w:tc></w:tr>"
    head = f"<w:tr><w:tc>{p('Head', style='berschrift1')}</w:tc><w:tc>{p()}</w:tc></w:tr>"
    found = word.read(word_file(f"<w:tbl>{head}{plain}{layout}</w:tbl>"))
    assert passages(found) == [
        ("heading", "Head"),
        ("body", "Age | 12"),
        ("body", "One."),
        ("body", "Two."),
        ("body", "Three."),
    ]


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    both = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic>"
        f"<wps:wsp>{box}</wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert text(p("Before ", both, "after.")) == "Before after.\n\nIn the box."


def test_content_controls_smart_tags_and_ruby_hold_text_and_placeholders_do_not() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('kan')}</w:rt><w:rubyBase>{r('漢')}</w:rubyBase></w:ruby></w:r>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('in control')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click')}</w:sdtContent></w:sdt>"
    smart = f"<w:smartTag w:element='City'>{r(' Kerman')}</w:smartTag>"
    maths = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    whole = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('A block.')}</w:sdtContent></w:sdt>"
    body = p(control, empty, smart, ruby, maths) + whole
    assert text(body) == "in control Kerman漢x=2\n\nA block."


def test_links_are_told_whether_they_are_elements_or_fields() -> None:
    nowhere = {"rId6": "other.docx", "rId7": "ms-word:ofe|u|x", "rId8": "javascript:alert(1)"}
    body = p(
        "See ",
        f'<w:hyperlink r:id="rId9">{r("the ")}{r("report")}</w:hyperlink>',
        " and ",
        field('HYPERLINK "https://example.org/b" \\l "part" \\o "tip"', r("this")),
        " and ",
        f"<w:fldSimple w:instr=' HYPERLINK \"https://example.org/c\" '>{r('that')}</w:fldSimple>",
        " not ",
        f'<w:hyperlink w:anchor="top">{r("up")}</w:hyperlink>',
        field('HYPERLINK \\l "top"', r(" again")),
        *(f'<w:hyperlink r:id="{key}">{r(" here")}</w:hyperlink>' for key in nowhere),
    )
    links = {"rId9": "https://example.org/a", **nowhere}
    found = word.read(word_file(body, links=links))
    assert found.text == "See the report and this and that not up again here here here"
    assert linked(found) == [
        ("the report", "https://example.org/a"),
        ("this", "https://example.org/b#part"),
        ("that", "https://example.org/c"),
    ]


def test_of_fields_the_result_is_text_and_the_code_is_not() -> None:
    inner = field("IF 1 = 1", field("PAGE", r("7")))
    assert text(p("On page ", inner, " of ", field("XE", ""), "it.")) == "On page 7 of it."


def test_a_field_that_never_ends_hides_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert text(p(begin, "All of ") + p("it.")) == "All of\n\nit."


def test_a_table_of_contents_is_left_out_and_it_is_said() -> None:
    gallery = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    frame = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('Inhalt')}{p('Eins 1')}</w:sdtContent></w:sdt>"
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    )
    between = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = frame + p(begin, between, "Two 2") + p("Three 3", end) + p("The text.")
    found = word.read(word_file(body))
    assert found.text == "The text."
    said = "The table of contents was left out: 4 lines, which stand in the text as headings."
    assert found.notices == (said,)


def test_headers_are_no_text() -> None:
    assert word.read(word_file(p("Text."), {"header1": p("Confidential")})).text == "Text."


def test_notes_stand_where_their_mark_is_with_the_links_of_their_own_part() -> None:
    notes = note("footnote", -1, p("separator")) + note(
        "footnote",
        2,
        p(
            "<w:r><w:footnoteRef/></w:r>",
            " See ",
            field('HYPERLINK "https://example.org/x"', r("this")),
        ),
    )
    body = p("One.", refers("footnote", 2), " Two.", refers("endnote", 5), refers("footnote", 99))
    ends = note("endnote", 5, p("At the end.") + p("More."))
    found = word.read(word_file(body, {"footnotes": notes, "endnotes": ends}))
    assert found.text == "One. Two."
    first, second = found.enclosed.remarks
    assert first[:4] == (RemarkKind.FOOTNOTE, 4, 4, "See this")
    assert first.links == ("https://example.org/x",)
    assert second[:4] == (RemarkKind.ENDNOTE, 9, 9, "At the end.\n\nMore.")


def test_the_own_mark_of_a_note_is_no_text() -> None:
    own = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    found = word.read(word_file(p("One.", own), {"footnotes": note("footnote", 2, p("Said."))}))
    assert found.text == "One."


def test_comments_stand_on_their_words_by_their_authors() -> None:
    body = p("Before. ", on(3, "Twelve ", r("people", "<w:b/>")), " died.", on(4))
    parts = {"comments": comment(3, "Who says so?") + comment(4, "Done.", who="Ann")}
    found = word.read(word_file(body, parts))
    one, two = found.enclosed.remarks
    assert found.text[one.start : one.end] == "Twelve people"
    assert (one.kind, one.text, one.author, one.made) == (
        RemarkKind.COMMENT,
        "Who says so?",
        "Ed Itor",
        "2026-01-03T14:20:00",
    )
    assert (two.start, two.end, two.author) == (27, 27, "Ann")


def test_a_comment_may_stand_on_several_paragraphs_and_begin_between_them() -> None:
    body = (
        p("One.")
        + '<w:commentRangeStart w:id="3"/>'
        + p("Two.")
        + p("Three", '<w:commentRangeEnd w:id="3"/>', " four.")
    )
    found = word.read(word_file(body, {"comments": comment(3, "Both?")}))
    (one,) = found.enclosed.remarks
    assert found.text[one.start : one.end] == "Two.\n\nThree"


def test_answers_go_with_what_they_answer_and_a_resolved_thread_says_so() -> None:
    parts = {
        "comments": comment(3, "Source?", paragraph="0A")
        + comment(4, "The ministry.", "Ann", "0B"),
        "commentsExtended": '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="1"/>',
    }
    found = word.read(word_file(p(on(3, on(4, "Twelve")), " died."), parts))
    (one,) = found.enclosed.remarks
    assert one.text == "Source?\n\nAnn: The ministry.\n\n(Marked as resolved.)"
    assert (one.author, found.text[one.start : one.end]) == ("Ed Itor", "Twelve")


def test_a_comment_without_a_place_is_counted() -> None:
    found = word.read(word_file(p("Text."), {"comments": comment(3, "Where?")}))
    said = "1 comment stands at no place of the text and was not read: look at the original."
    assert found.notices == (said,)
    assert not found.enclosed.remarks


def made_by_python_docx(**said: object) -> bytes:
    document = docx.Document()
    document.add_paragraph("Text.")
    for name, value in said.items():
        setattr(document.core_properties, name, value)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_what_python_docx_writes_of_itself_is_not_offered() -> None:
    assert word.read(made_by_python_docx()).enclosed.offered == ()


CORE = """<cp:coreProperties
xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title> Blasts  in Kerman </dc:title><dc:creator>A. Writer</dc:creator><dc:language>en-GB</dc:language>
<dcterms:created>2026-01-03T14:20:00Z</dcterms:created><dcterms:modified>2026-02-30T00:00:00Z</dcterms:modified>
</cp:coreProperties>"""
APP = """<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Template>Normal.dotm</Template><Company>The Desk</Company></Properties>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="/word/document.xml"/>
<Relationship Id="b" Target="docProps/core.xml"
 Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>
<Relationship Id="c" Target="docProps/app.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"/>
</Relationships>"""


def test_what_the_file_says_of_itself_is_offered_with_its_source() -> None:
    other = {"docProps/core.xml": CORE, "docProps/app.xml": APP, "_rels/.rels": RELATIONS}
    found = word.read(word_file(p("Text."), other=other))
    own = "the file’s properties"
    assert found.enclosed.offered == (
        Offered("title", "Blasts in Kerman", own),
        Offered("author", "A. Writer", own),
        Offered("published", "2026-01-03T14:20+00:00", f"{own}: created"),
        Offered("language", "en-GB", own),
        Offered("publisher", "The Desk", f"{own}: company"),
    )


def test_embedded_files_are_counted_and_not_read() -> None:
    body = p("Text.") + '<w:altChunk r:id="rId5"/>'
    found = word.read(word_file(body, other={"word/embeddings/oleObject1.bin": b"\0"}))
    assert found.attachments == 2
    assert found.notices == (
        "Another document is embedded in it and not read: look at the original.",
    )


def test_the_strict_dialect_is_read_alike() -> None:
    def strict(data: str) -> str:
        return data.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    body = p("Titel", style="Titel") + p("Text ", change("ins", r("more.")), refers("footnote", 2))
    made = word_file(body, {"footnotes": note("footnote", 2, p("Said."))})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        parts = {name: strict(archive.read(name).decode()) for name in archive.namelist()}
    found = word.read(packed(parts))
    assert passages(found) == [("title", "Titel"), ("body", "Text more.")]
    assert [one.text for one in found.enclosed.remarks] == ["Said."]
    assert found.notices == ("1 tracked change was read as accepted.",)


def refused(data: bytes) -> str:
    with pytest.raises(AnnotatorError) as caught:
        word.read(data)
    return str(caught.value)


AGAIN = "; open it in Word or LibreOffice, save it again as .docx, and open that file."


def test_what_is_no_word_file_is_refused_in_a_sentence() -> None:
    whole = word_file(p("Text."))
    assert refused(b"no archive") == f"It is damaged: it is no archive{AGAIN}"
    assert refused(whole[:200]) == f"It is damaged: it is no archive{AGAIN}"
    assert refused(packed({"word/x.xml": ""})) == f"It is damaged: it has no text{AGAIN}"
    assert refused(packed({"../x": ""})) == f"It is damaged: a part's name leads out of it{AGAIN}"
    evil = '<!DOCTYPE w [<!ENTITY e "e">]><w>&e;</w>'
    assert "declares a document type" in refused(word_file("", other={"word/document.xml": evil}))
    bomb = b"<w>" + b" " * 30_000_000 + b"</w>"
    assert "it would unpack to more than it may" in refused(
        word_file("", other={"word/document.xml": bomb})
    )


def test_a_locked_file_has_its_own_sentence() -> None:
    data = bytearray(word_file(p("Text.")))
    data[data.index(b"PK\1\2") + 8] |= 1
    said = "It is locked with a password: open it in Word, save it without one, and open that file."
    assert refused(bytes(data)) == said


def test_a_file_without_words_is_refused() -> None:
    assert refused(word_file(p())).startswith("There is no text in it, and pictures are not read")


def test_a_word_file_is_known_by_its_parts_and_by_its_name_where_it_lacks_them() -> None:
    whole = word_file(p("Text."))
    assert word.sniff(whole, ".zip")
    assert word.sniff(whole[:200], ".docx")
    assert not word.sniff(whole[:200], ".odt")
    assert not word.sniff(b"%PDF-1.7", ".docx")


PORT = [
    ("title", "Port strike enters third week"),
    ("heading", "What is known"),
    ("body", "The port handles a third of the country’s grain. Nobody was hurt."),
    ("list-item", "Ships wait outside."),
    ("list-item", "Trucks wait inside."),
    ("quotation", "We will not give in."),
    ("body", "More in the report of Monday 😀."),
    ("body", "Port | Ships"),
    ("body", "Kerman | 12"),
]
REPORT = ("the report", "https://example.org/report?a=1&b=2")


def test_what_python_docx_wrote_comes_in_whole() -> None:
    found = word.read((FILES / "word" / "python-docx.docx").read_bytes())
    assert passages(found) == PORT
    assert linked(found) == [REPORT]
    (one,) = found.enclosed.remarks
    assert (one.text, one.author) == ("Who says so?", "Ed Itor")
    assert found.text[one.start : one.end] == "Nobody was hurt."


def test_what_libreoffice_wrote_comes_in_whole() -> None:
    found = word.read((FILES / "word" / "libreoffice.docx").read_bytes())
    assert passages(found) == [
        *PORT[:2],
        ("body", "The port handles a large third of the country’s grain. Nobody was hurt."),
        *PORT[3:6],
        ("body", "More in the report of Monday 😀.\nلم يعلن أحد مسؤوليته."),
        *PORT[7:],
        ("body", "Beside it stands a box."),
        ("body", "In the box."),
    ]
    assert linked(found) == [REPORT]
    foot, comment = found.enclosed.remarks
    assert found.text[: foot.start].endswith("grain.")
    assert (foot.text, foot.links) == ("Harbour report, page 4.", ("https://example.org/harbour",))
    assert found.text[comment.start : comment.end] == "Nobody was hurt."
    assert found.notices == ("2 tracked changes were read as accepted.",)
    assert ("title", "Port strike enters third week") in [one[:2] for one in found.enclosed.offered]


def test_what_only_word_writes_comes_in_whole() -> None:
    found = word.read((FILES / "word" / "by-hand.docx").read_bytes())
    assert passages(found) == [
        ("title", "Port strike"),
        ("body", "The great fire killed 12. Another did not."),
        ("body", "Before."),
        ("body", "A fire in the box killed 12. Another one there did not."),
        ("body", "All of it is in a control."),
        ("body", "x=2 is known."),
        ("body", "Kerman was hit."),
        ("body", "漢字が人。"),
        ("body", "It is Monday."),
        ("body", "The fire | killed 12. Another"),
        ("body", "لم يعلن أحد مسؤوليته. 😀 End."),
    ]
    assert linked(found) == [
        ("killed 12. Another", "https://example.org/"),
        ("did not.", "https://example.org/x"),
    ]
    assert [one.text for one in found.enclosed.remarks] == ["Who says so?", "See the report."]


@pytest.mark.parametrize("name", ["libreoffice", "python-docx"])
def test_flipped_bytes_never_end_in_a_traceback(name: str) -> None:
    chance = random.Random(name)
    data = (FILES / "word" / f"{name}.docx").read_bytes()
    for _ in range(60):
        with suppress(AnnotatorError):
            word.read(flipped(data, chance))


@pytest.mark.parametrize("name", ["libreoffice", "python-docx"])
def test_flipped_bytes_in_a_part_never_end_in_a_traceback(name: str) -> None:
    """In the archive nearly every flip ends in its checksum; here the reader itself is met."""
    chance = random.Random(name)
    with zipfile.ZipFile(FILES / "word" / f"{name}.docx") as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    met = [one for one in parts if one.endswith((".xml", ".rels"))]
    for _ in range(60):
        one = chance.choice(met)
        with suppress(AnnotatorError):
            word.read(packed({**parts, one: flipped(parts[one], chance)}))


def flipped(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)
