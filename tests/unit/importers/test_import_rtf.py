"""A rich text comes in as a reader of it sees it, whoever wrote it and in whatever code page."""

from __future__ import annotations

import pytest

from annotator.desk.importing import prepare
from annotator.domain.errors import AnnotatorError
from annotator.importers.rtf import importer as rtf
from annotator.importers.rtf.destinations import moment_of
from broughtin import FILES, damaged, linked, noted, offered, passages, reads_or_refuses

WORD = FILES / "rtf" / "word.rtf"
WRITER = FILES / "rtf" / "letter.rtf"
SAMPLE = FILES / "sample" / "article.rtf"


def shown(body: str, head: str = "") -> str:
    return rtf.read(rf"{{\rtf1\ansi{head} {body}}}".encode("latin-1")).text


def kinds(body: str, head: str = "") -> list[tuple[str, str]]:
    return passages(rtf.read(rf"{{\rtf1\ansi{head} {body}}}".encode("latin-1")))


def test_the_sample_is_the_very_text_of_its_plain_file():
    found = prepare(SAMPLE.read_bytes(), "article.rtf")
    plain = prepare((FILES / "sample" / "article.txt").read_bytes(), "article.txt")
    assert (found.text, found.passages, found.claims) == (plain.text, plain.passages, plain.claims)


def test_what_word_writes_is_read_with_its_kinds_links_and_remarks():
    article = rtf.read(WORD.read_bytes())
    assert passages(article) == [
        ("title", "The harbour that nobody counted"),
        ("boilerplate", "What the crews say 2"),
        ("body", "The port moved 4.2 million tonnes last year, officials said, and it’s a record."),
        ("heading", "What the crews say 🚢"),
        ("body", "Three crews were told to wait in cafés."),
        ("body", "日本語ソ Порт 港口 and α✓."),
        ("quotation", "“We waited.\nNobody came.”"),
        ("list-item", "Nine days of waiting"),
        ("list-item", "Two days of unloading"),
        ("body", "Ship | Days"),
        ("body", "Aurora | 9"),
        ("body", "A clerk, who asked not to be named, gave the list."),
        ("body", "Nine days: the record."),
        ("caption", "Figure 1: The quay."),
        ("body", "Łódź said nothing."),
    ]
    assert linked(article) == [("officials said", "https://news.example/harbour#second")]
    assert noted(article) == [
        ("footnote", "…tonnes|", "Port authority, annual report, p.\u00a012."),
        ("comment", "Three crews", "Who counted this?\n\nAsk the union."),
        ("endnote", "…clerk,|", "Interview in January."),
    ]
    note, comment, _ = article.enclosed.remarks
    assert note.links == ("https://port.example/2025.pdf",)
    assert (comment.author, comment.made) == ("Éditor", "2026-01-05T11:30")
    assert offered(article) == {
        "title": "The harbour that nobody counted",
        "author": "Jürgen Łuk",
        "publisher": "Harbour Watch",
        "published": "2026-01-03T14:20",
        "updated": "2026-02-05T10:00",
    }
    assert article.notices == ("2 tracked changes were read as accepted.",)


def test_libreoffice_saves_the_same_letter_in_two_formats_that_read_alike():
    from annotator.importers.odt import importer as odt

    rich, open_document = (
        rtf.read(WRITER.read_bytes()),
        odt.read((FILES / "odt" / "letter.odt").read_bytes()),
    )
    assert passages(rich) == passages(open_document)
    assert linked(rich) == linked(open_document)
    assert noted(rich) == noted(open_document)
    assert rich.notices == open_document.notices


@pytest.mark.parametrize(
    ("charset", "codec", "word"),
    [
        (0, "cp1252", "café “naïve”"),
        (77, "mac_roman", "café “naïve”"),
        (128, "cp932", "日本語ソ表示"),
        (129, "cp949", "항구"),
        (134, "gb18030", "港口报告"),
        (136, "cp950", "港口報告"),
        (161, "cp1253", "λιμάνι"),
        (162, "cp1254", "İşçi"),
        (177, "cp1255", "נמל"),
        (178, "cp1256", "بندر"),
        (186, "cp1257", "ūdens"),
        (204, "cp1251", "Порт"),
        (222, "cp874", "ท่าเรือ"),
        (238, "cp1250", "Łódź"),
        (255, "cp850", "Größe"),
    ],
)
def test_each_font_says_the_code_page_of_its_bytes(charset, codec, word):
    fonts = rf"{{\fonttbl{{\f0\fnil\fcharset0 Arial;}}{{\f7\fnil\fcharset{charset} Other;}}}}"
    hexed = "".join(rf"\'{byte:02x}" for byte in word.encode(codec))
    assert shown(rf"So: {{\f7 {hexed}}} \'e9", fonts) == f"So: {word} é"


@pytest.mark.parametrize(
    ("page", "codec", "word"),
    [
        (1251, "cp1251", "Порт"),
        (932, "cp932", "港"),
        (65001, "utf-8", "Порт 🚢"),
        (28595, "iso8859_5", "Порт"),
        (99999, "cp1252", "é"),
        (0, "cp1252", "é"),
        (10000, "mac_roman", "é"),
    ],
)
def test_the_document_s_own_code_page_counts_where_no_font_says_one(page, codec, word):
    hexed = "".join(rf"\'{byte:02x}" for byte in word.encode(codec))
    assert shown(hexed, rf"\ansicpg{page}{{\fonttbl\f0 Arial;}}") == word
    raw = b"{\\rtf1\\ansi\\ansicpg%d " % page + word.encode(codec) + b"}"
    assert rtf.read(raw).text == word


def test_somebody_may_say_the_encoding_of_a_file_that_says_it_wrongly():
    data = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}\f0 \'cf\'ee\'f0\'f2}"
    assert rtf.read(data).text == "Ïîðò"
    assert rtf.read(data, encoding="windows-1251").text == "Порт"
    with pytest.raises(AnnotatorError, match="no encoding called"):
        rtf.read(data, encoding="morse")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"a\u8211\'96b", "a–b"),
        (r"a\u8211 ?b", "a–b"),
        (r"{\uc0 a\u8211 b}", "a–b"),
        (r"{\uc2 \u28207\'8d\'60\u21475\'8c\'fb}!", "港口!"),
        (r"\u-10179?\u-8542?", "🚢"),
        (r"\u55357?{\b\u56994?}", "🚢"),
        (r"\u55357?x", "\ufffdx"),
        (r"\u128674?", "🚢"),
        (r"\u-3913?", "\uf0b7"),
        (r"\emdash\endash\lquote\rquote\ldblquote\rdblquote\bullet x", "—–‘’“”•x"),
        (r"a\~b\-c\_d", "a\u00a0bc\u2011d"),
        (r"\{a\}\\b", r"{a}\b"),
        ("a\r\nb", "ab"),
        (r"a\tab b", "a b"),
        (r"a\line b", "a\nb"),
        (r"\unknownword5 a{\*\unknown b}c", "ac"),
        (r"{\field{\*\fldinst DATE}{\fldrslt 3 May}} came", "3 May came"),
        (r"a {\v b}{\v0 c}", "a c"),
        (
            r"{\field{\*\fldinst {EQ \\* jc0 \\* hps20 \\o(\\s\\up 9(kan),\u28450?\u23383?)}}{\fldrslt }}\u12364?",
            "漢字が",
        ),
        (r"a{\field{\*\fldinst EQ \\f(1;2)}{\fldrslt }}b", "ab"),
        (r"a\bin3 }{}b", "ab"),
    ],
)
def test_what_is_written_in_control_words_is_read_as_its_characters(written, read):
    assert shown(written) == read


def test_textedit_breaks_paragraphs_by_a_backslash_and_names_fonts_without_braces():
    data = (
        b"{\\rtf1\\ansi\\ansicpg1252\\cocoartf2822\n"
        b"\\cocoatextscaling0{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;\\f1\\fnil\\fcharset204 Cyr;}\n"
        b"{\\colortbl;\\red255\\green255\\blue255;}\n\\pard\\tx720\\partightenfactor0\n\n"
        b"\\f0\\fs24 \\cf0 It\\'92s one.\\\nTwo \\f1 \\'cf\\'ee\\'f0\\'f2\\f0 .\\\n\\\n"
        b'{\\field{\\*\\fldinst{HYPERLINK "https://a.example/"}}{\\fldrslt Three}}.}'
    )
    article = rtf.read(data)
    assert passages(article) == [("body", "It’s one."), ("body", "Two Порт."), ("body", "Three.")]
    assert linked(article) == [("Three", "https://a.example/")]


@pytest.mark.parametrize(
    ("instruction", "target"),
    [
        (r'HYPERLINK "https://a.example/x y"', "https://a.example/x y"),
        (r"HYPERLINK https://a.example/", "https://a.example/"),
        (r'HYPERLINK \\o "tip" "https://a.example/" \\t "_blank"', "https://a.example/"),
        (r'HYPERLINK "mailto:a@b.example"', "mailto:a@b.example"),
        (r'HYPERLINK \\l "here"', ""),
        (r'HYPERLINK "javascript:alert(1)"', ""),
        (r'HYPERLINK "file:///etc/passwd"', ""),
        (r'HYPERLINK "other.doc"', ""),
        (r"PAGEREF x", ""),
        ("", ""),
    ],
)
def test_a_link_keeps_its_address_where_it_leads_to_somebody_else(instruction, target):
    data = rf"{{\rtf1 See {{\field{{\*\fldinst {instruction}}}{{\fldrslt this}}}}.}}"
    found = linked(rtf.read(data.encode()))
    assert found == ([("this", target)] if target else [])


def test_paragraphs_are_what_they_say_at_their_end():
    styles = (
        r"{\stylesheet{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3\sbasedon4 Loop;}"
        r"{\s4\sbasedon3 Loop 2;}{\s5\sbasedon1 Mine;}{\s6 Block Text;}}"
    )
    body = (
        r"\pard\s2 One\par\pard\s5 Two\par\pard\s3 Three\par\pard\s6 Four\par"
        r"\pard\outlinelevel2 Five\par\pard\s1\outlinelevel9 Six\par\pard\ls2 Seven\par"
        r"\pard\s6{\pntext\'b7\tab}Eight\par\pard\s99 Nine"
    )
    assert [kind for kind, _ in kinds(body, styles)] == [
        "title", "heading", "body", "quotation", "heading", "heading", "list-item", "list-item", "body",
    ]  # fmt: skip


def test_a_cell_with_several_paragraphs_is_a_layout_and_each_is_read_for_itself():
    row = r"\trowd\cellx1\cellx2\pard\intbl One.\par Two.\cell Three.\cell\row\pard After."
    assert kinds(row) == [("body", one) for one in ("One.", "Two.", "Three.", "After.")]
    nested = (
        r"\trowd\pard\intbl A\cell\pard\intbl\itap2 b\nestcell c\nestcell"
        r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl D\cell\row"
    )
    assert kinds(nested) == [("body", one) for one in "AbcD"]
    unended = r"\trowd\pard\intbl A\cell B\cell\pard After."
    assert kinds(unended) == [("body", "A | B"), ("body", "After.")]


def test_a_text_box_stands_behind_its_paragraph_with_its_kinds_and_links():
    box = (
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard\outlinelevel0 Box\par\pard See "
        r'{\field{\*\fldinst HYPERLINK "https://a.example/"}{\fldrslt this}} too.\par}}}'
    )
    data = rf"{{\rtf1 Before{box} and after.\par{{\v {box}}} Then.}}".encode()
    article = rtf.read(data)
    assert passages(article) == [
        ("body", "Before and after."),
        ("heading", "Box"),
        ("body", "See this too."),
        ("body", "Then."),
    ]
    assert linked(article) == [("this", "https://a.example/")]


def test_a_deleted_paragraph_end_joins_and_deleted_notes_are_none():
    joined = kinds(r"One{\deleted\par }, two.{\deleted gone{\footnote never}}\par Three.")
    assert joined == [("body", "One, two."), ("body", "Three.")]
    article = rtf.read(rb"{\rtf1 a{\mvf\revised b}{\deleted c}{\deleted d} e{\mvt f}{\footnote N}}")
    assert article.text == "a ef"
    assert noted(article) == [("footnote", "…a ef|", "N")]
    assert article.notices == ("3 tracked changes were read as accepted.",)


def test_a_comment_without_a_range_stands_where_it_is():
    article = rtf.read(
        rb"{\rtf1 Some words{\*\atnid A}{\*\atnauthor Ann}{\*\annotation{\*\atnref 9}Why?} follow."
        rb"{\*\atrfstart 2}{\*\annotation{\*\atnref 2} }}"
    )
    assert article.text == "Some words follow."
    assert noted(article) == [("comment", "… words|", "Why?")]


def test_the_moment_of_a_comment_is_unpacked_from_its_bits():
    assert moment_of("669067998") == "2026-01-05T11:30"
    assert [moment_of(one) for one in ("0", "", "x", "-1", "99999999999999")] == [""] * 5


def test_a_moment_that_is_none_is_not_offered():
    for said in (r"\yr0\mo0\dy0\hr0\min0", r"\yr2026\mo13\dy1", r"\yr2026", ""):
        data = rf"{{\rtf1{{\info{{\creatim{said}}}{{\title  }}}}x}}".encode()
        assert offered(rtf.read(data)) == {}
    day = rb"{\rtf1{\info{\creatim\yr2026\mo1\dy3}{\title a}{\title b}}x}"
    assert offered(rtf.read(day)) == {"published": "2026-01-03", "title": "a"}


def test_characters_that_fit_no_code_page_are_counted_and_said():
    article = rtf.read(rb"{\rtf1\ansi a\'81b\'8d}")
    assert article.text == "a\ufffdb\ufffd"
    assert article.notices == (
        "2 characters could not be read and stand as \ufffd: look at the original there.",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{\\rtf1 One. Two", "stops in the middle"),
        (b"{\\rtf1 {\\b One.}", "stops in the middle"),
        (b"{\\rtf1", "stops in the middle"),
        (b"{\\rtf1\\bin999999999 }", "stops in the middle"),
        (b"{\\rtf1" + b"{" * 100_000 + b"}" * 100_001, "2,000 deep"),
        (b"{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\pard\\par }", "nothing to read"),
        (b"{\\rtf1 {\\v all hidden}{\\header seen elsewhere}}", "nothing to read"),
        (b"{\\rtf1 {\\pict 89504e47}}", "nothing to read"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data, said):
    with pytest.raises(AnnotatorError, match=said):
        rtf.read(data)


def test_what_stands_after_the_last_brace_is_none_of_it():
    assert rtf.read(b"{\\rtf1 One.}\0\0 {\\rtf1 Two.}").text == "One."


def test_it_is_known_by_its_first_characters_and_a_text_called_rtf_is_refused():
    assert rtf.sniff(b"{\\rtf1 x}", ".txt")
    assert not rtf.sniff(b"Some text.", ".rtf")
    with pytest.raises(AnnotatorError, match=r"note\.rtf"):
        prepare(b"Some text.", "note.rtf")


def test_it_is_read_in_a_process_of_its_own():
    with pytest.raises(AnnotatorError, match=r"cut\.rtf: It stops in the middle"):
        prepare(WORD.read_bytes()[:-40], "cut.rtf")


@pytest.mark.parametrize("file", [WORD, WRITER, SAMPLE], ids=lambda path: path.name)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(file):
    data = file.read_bytes()
    outcomes = [reads_or_refuses(rtf.read, one) for one in damaged(data)]
    assert any(outcomes)
    assert not all(outcomes)
