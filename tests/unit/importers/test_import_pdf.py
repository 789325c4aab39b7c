"""PDF with a text layer: what was written is found again from how it looks."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
import typst
from PIL import Image

from annotator.domain.article import PassageKind
from annotator.domain.enclosed import Hyperlink, Offered
from annotator.domain.errors import AnnotatorError
from annotator.importers.imported import ImportedArticle
from annotator.importers.pdf import importer as pdf
from annotator.importers.watch import reporting_to

FILES = Path(__file__).parents[2] / "files"
SAMPLE = FILES / "sample" / "libreoffice.pdf"
FONTS = Path(__file__).parents[3] / "resources" / "fonts"


def typeset(source: str) -> ImportedArticle:
    """The article in what typst makes of this."""
    page = '#set page(width: 10cm, height: 12cm, margin: 1.5cm)\n#set text(font: "Source Serif 4", size: 10pt)\n'
    fonts = {"font_paths": [str(FONTS)], "ignore_system_fonts": True}
    made = typst.compile(f"{page}{source}".encode(), **fonts)  # type: ignore[call-overload]
    return pdf.read(made)


def parts(article: ImportedArticle, *kinds: PassageKind) -> list[str]:
    assert article.passages is not None
    return [article.text[one.start : one.end] for one in article.passages if one.kind in kinds]


def saved(document: pikepdf.Pdf, locked: pikepdf.Encryption | None = None) -> bytes:
    held = io.BytesIO()
    document.save(held, encryption=locked)
    return held.getvalue()


def picture() -> bytes:
    held = io.BytesIO()
    Image.effect_noise((300, 400), 50).save(held, "PDF")
    return held.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(AnnotatorError) as caught:
        pdf.read(data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.fixture(scope="module")
def columns() -> ImportedArticle:
    return pdf.read((FILES / "pdf" / "columns.pdf").read_bytes())


class TestColumns:
    """Two columns, hyphens, a running head, footnotes, a list, a quotation, a picture with its caption."""

    def test_title_and_headings_are_known_by_their_size(self, columns):
        assert parts(columns, PassageKind.TITLE) == ["The harbour that never opened"]
        headings = ["What the documents show", "What happens next"]
        assert parts(columns, PassageKind.HEADING) == headings

    def test_a_paragraph_runs_on_over_lines_and_hyphens(self, columns):
        assert (
            "Construction began in the autumn of 2014, and the responsible undersecretary"
            in columns.text
        )
        assert "\u00ad" not in columns.text
        assert "deep-water harbour" in columns.text
        assert "a succession of extraordinarily expensive subcontractors" in columns.text

    def test_columns_are_read_one_after_the_other(self, columns):
        body = parts(columns, PassageKind.BODY)
        assert body[0] == "By Ingrid Vale"
        assert [one.split()[0] for one in body[1:]] == [
            "For", "The", "Correspondence", "None", "Parliamentary", "A", "The",
        ]  # fmt: skip

    def test_list_items_come_without_their_bullets(self, columns):
        assert parts(columns, PassageKind.LIST_ITEM) == [
            "the foundations were insufficiently investigated;",
            "the breakwater had been calculated with outdated measurements, which nobody subsequently verified;",
            "the environmental assessment was unfinished.",
        ]

    def test_quotation_and_caption(self, columns):
        (quotation,) = parts(columns, PassageKind.QUOTATION)
        assert quotation.startswith("Nobody ever presented me")
        assert quotation.endswith("whatever the consequences.")
        caption = ["Figure 1: The unfinished breakwater, photographed in January."]
        assert parts(columns, PassageKind.CAPTION) == caption

    def test_what_runs_along_the_pages_is_set_aside_and_cuts_no_paragraph(self, columns):
        head = "The Coastal Review March 2025"
        assert parts(columns, PassageKind.BOILERPLATE) == [head, "1", head, "2"]
        assert columns.running

    def test_footnotes_stand_at_their_marks(self, columns):
        first, second = columns.enclosed.remarks
        assert columns.text[: first.start].endswith("“within eighteen months”.")
        assert first.text == "Press release of 3 October 2014, archive.example."
        assert first.links == ("https://archive.example/release",)
        assert columns.text[: second.start].endswith("discontinuing the project:")
        assert second.text == "The engineers asked not to be identified."
        assert "archive.example" not in columns.text

    def test_links_keep_their_targets(self, columns):
        (link,) = columns.enclosed.links
        assert isinstance(link, Hyperlink)
        assert columns.text[link.start : link.end].strip() == "thirty-page report,"
        assert link.target == "https://accounts.example/report"

    def test_the_properties_are_offered(self, columns):
        assert columns.enclosed.offered == (
            Offered("title", "The harbour that never opened", "the file’s properties"),
            Offered("author", "Ingrid Vale", "the file’s properties"),
            Offered("published", "2025-03-14T00:00+00:00", "the file’s properties: created"),
            Offered("language", "en-GB", "the file’s properties"),
        )  # fmt: skip


def test_emoji_arabic_hebrew_and_japanese_come_in_as_they_were_written():
    article = pdf.read((FILES / "pdf" / "directions.pdf").read_bytes())
    assert article.text.split("\n\n") == [
        "Emoji stand here 😀 and there 🇩🇪 too, in a café or an office.",
        "The words مرحبا بالعالم mean hello world, he said.",
        (
            "قال الرئيس يوم الاثنين إن 25 من التدريبات (الجديدة) ضرورية لجميع المواطنين في BBC News اليوم. "
            "وأضاف أن ذلك مهم جدا للناس كلهم في كل مكان من البلاد اليوم."
        ),
        "הנשיא אמר ביום שני כי 12.5 תרגילים חדשים נחוצים לכל האזרחים.",
        "大統領は月曜日、すべての市民に新しい訓練が必要だと述べた。",
    ]
    assert article.notices == ()


def test_paragraphs_from_right_to_left_are_joined():
    article = pdf.read((FILES / "pdf" / "leftwards.pdf").read_bytes())
    assert article.text.split("\n\n") == [
        (
            "قال الرئيس يوم الاثنين إن 25 من التدريبات (الجديدة) ضرورية لجميع المواطنين. وأضاف أن ذلك مهم جدا "
            "للناس كلهم في كل مكان من البلاد اليوم، كما نقلت BBC News عن مصادر في الوزارة."
        ),
        "ولم تعلق الوزارة على الخبر حتى مساء يوم الثلاثاء 14 آذار.",
    ]


def test_lines_that_run_down_the_page_are_read_column_by_column():
    article = pdf.read((FILES / "pdf" / "vertical.pdf").read_bytes())
    one, two = article.text.split("\n\n")
    # The font it was printed with had no such signs; of the first of them Chromium says nothing.
    assert one[1:] == (
        "相は月曜日、すべての市民に新しい訓練が必要だと述べた。港は当面閉鎖されたままになると確認した。"
        "いつ再開されるかは分からないと、広報担当者は述べた。"
    )
    assert two == (
        "費用はすでにすべての見積もりをはるかに上回っている。危険を警告していた二人の技術者の声は聞き入れられなかった。"
    )
    assert article.notices == (
        "1 sign could not be read and stands as �: compare with the original.",
    )


def test_a_large_first_letter_belongs_to_its_word_and_a_paper_s_name_is_no_title():
    article = pdf.read((FILES / "pdf" / "initials.pdf").read_bytes())
    assert parts(article, PassageKind.TITLE) == ["The harbour that never opened"]
    one, two = parts(article, PassageKind.BODY)
    assert one.startswith(
        "For eleven years the municipality has promised its inhabitants a harbour"
    )
    assert one.endswith("the estimate was multiplied.")
    assert two.startswith("The administration now")


def test_hyphens_of_the_words_stay_and_those_of_the_lines_go():
    article = typeset(
        "#set par(justify: true)\n#set text(hyphenate: true, lang: \"en\")\n"
        + "State-sponsored organisations and government-controlled institutions notwithstanding, administrative "
        "responsibilities remain unsatisfactorily distributed among interdepartmental representatives. " * 4
    )  # fmt: skip
    assert (
        parts(article, PassageKind.BODY, PassageKind.TITLE)[0].count(
            "State-sponsored organisations"
        )
        == 4
    )
    assert article.text.count("government-controlled") == 4
    assert article.text.count("interdepartmental representatives") == 4
    assert "\u00ad" not in article.text


def test_paragraphs_that_begin_further_in_run_over_the_page():
    sentence = "Nobody at the ministry would say when the harbour is going to be opened again. "
    article = typeset(
        "#set par(justify: true, first-line-indent: 1.5em, spacing: 0.65em)\n#set page(footer: context align(center)[#counter(page).display()])\n"
        + "\n\n".join([sentence * 9, sentence * 12, sentence * 3])
    )
    found = parts(article, PassageKind.BODY)
    assert [one.count("Nobody at the ministry") for one in found] == [9, 12, 3]
    assert all(one.isdigit() for one in parts(article, PassageKind.BOILERPLATE))


def test_a_numbered_list_keeps_its_numbers():
    article = typeset("Three things were asked for:\n\n+ a report;\n+ a hearing;\n+ money.")
    assert parts(article, PassageKind.LIST_ITEM) == ["1. a report;", "2. a hearing;", "3. money."]


LEFT = """For eleven years the municipality has promised
its inhabitants a harbour for the largest ships,
and work on it began in the autumn of that year.
Nothing of the kind has happened ever since then
and the estimate of what it costs was multiplied
three times, which the accountants call too little,
because suppliers took longer than anybody thought."""

RIGHT = """The administration now speaks of 412 million, an
amount which the accountants call incomplete. The
report of theirs was handed out on Wednesday, and
it names arrangements that nobody had heard of so
far. Parliament wants to question the ministry in
the month that follows, when the committee is back
from its journey, and then publish what it found."""


def test_columns_that_are_written_line_by_line_across_are_read_one_after_the_other():
    pairs = zip(LEFT.split("\n"), RIGHT.split("\n"), strict=True)
    cells = ", ".join(f"[{left}], [{right}]" for left, right in pairs)
    article = typeset(
        f"#set page(width: 21cm)\n#text(18pt)[A headline across both]\n\n"
        f"#grid(columns: (1fr, 1fr), column-gutter: 12pt, row-gutter: 5pt, {cells})"
    )
    joined = [" ".join(column.split("\n")) for column in (LEFT, RIGHT)]
    assert parts(article, PassageKind.BODY) == joined
    assert parts(article, PassageKind.TITLE) == ["A headline across both"]


def test_rows_of_a_table_are_passages_and_their_cells_stand_apart():
    rows = [
        ("Year", "Costs", "Done"),
        ("2014", "12", "no"),
        ("2015", "44", "no"),
        ("2016", "98", "yes"),
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    article = typeset(
        f"Some text before the table.\n#table(columns: 3, {cells})\nSome text behind it."
    )
    assert article.text.split("\n\n")[1:-1] == [" | ".join(row) for row in rows]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_turned_is_read_upright(degrees):
    plain = pdf.read(SAMPLE.read_bytes())
    with pikepdf.open(SAMPLE) as document:
        for page in document.pages:
            page.rotate(degrees, relative=True)
            _, _, width, height = (float(one) for one in page.mediabox)
            matrix = {
                90: (0, 1, -1, 0, width, 0),
                180: (-1, 0, 0, -1, width, height),
                270: (0, -1, 1, 0, 0, height),
            }
            turn = " ".join(str(one) for one in matrix[degrees])
            page.contents_add(f"{turn} cm".encode(), prepend=True)
        assert pdf.read(saved(document)).text == plain.text


def offered(**properties: str) -> dict[str, str]:
    with pikepdf.open(FILES / "pdf" / "leftwards.pdf") as document:
        held = {f"/{key}": pikepdf.String(value) for key, value in properties.items()}
        document.trailer.Info = document.make_indirect(pikepdf.Dictionary(held))
        article = pdf.read(saved(document))
    return {one.field: one.value for one in article.enclosed.offered if one.field != "language"}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,a"]
)
def test_links_that_lead_to_no_page_are_left_out(address):
    with pikepdf.open(FILES / "pdf" / "columns.pdf") as document:
        every = [one.A for page in document.pages for one in page.get("/Annots", ()) if "/A" in one]
        assert every
        for link in every:
            link.URI = pikepdf.String(address)
        assert pdf.read(saved(document)).enclosed.links == ()


def test_what_a_program_put_there_by_itself_is_not_offered():
    assert (
        offered(Title="Microsoft Word - report_final2.docx", Author="Microsoft Office User") == {}
    )


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("D:20260103142000+03'30'", "2026-01-03T14:20+03:30"),
        ("D:20260103142000Z", "2026-01-03T14:20+00:00"),
        ("D:20260103142000-05'00'", "2026-01-03T14:20-05:00"),
        ("D:20260103142000", "2026-01-03T14:20"),
        ("D:20260103", "2026-01-03"),
        ("20260103142000", "2026-01-03T14:20"),
    ],
)
def test_dates_keep_their_zone(date, said):
    assert offered(CreationDate=date) == {"published": said}
    assert offered(ModDate=date) == {"updated": said}
    assert offered(CreationDate=date, ModDate=date) == {"published": said}


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "D:2026", "D:202601", "D:20261340", "D:00000000000000", "D:20260103996199Z"],
)
def test_what_is_no_date_is_not_offered(date):
    assert offered(CreationDate=date) == {}


def test_how_far_it_has_come_is_told_page_by_page():
    told: list[str] = []
    with reporting_to(lambda says, _: told.append(says)):
        pdf.read(SAMPLE.read_bytes())
    assert told == ["page 1 of 3", "page 2 of 3", "page 3 of 3"]


def test_one_that_is_locked_with_a_password_is_refused():
    with pikepdf.open(SAMPLE) as document:
        data = saved(document, pikepdf.Encryption(owner="o", user="u"))
    assert refusal(data) == pdf.LOCKED


def test_one_that_may_not_be_copied_is_read():
    rules = pikepdf.Permissions(extract=False)
    with pikepdf.open(SAMPLE) as document:
        data = saved(document, pikepdf.Encryption(owner="o", user="", allow=rules))
    assert pdf.read(data).text == pdf.read(SAMPLE.read_bytes()).text


def test_pages_that_are_pictures_need_text_recognition():
    assert refusal(picture()) == "Its pages are pictures. Run text recognition (OCR) on it first."


def test_pictures_among_the_pages_are_named():
    whole = pdf.read(SAMPLE.read_bytes()).text
    with pikepdf.open(SAMPLE) as document, pikepdf.open(io.BytesIO(picture())) as pictures:
        document.pages.insert(1, pictures.pages[0])
        one = pdf.read(saved(document))
        document.pages.append(pictures.pages[0])
        two = pdf.read(saved(document))
    assert one.text == two.text == whole
    assert one.notices == (
        "Page 2 is a picture and was left out: run text recognition (OCR) on the file to read it.",
    )
    assert two.notices[0].startswith("Pages 2 and 5 are pictures and were left out")


def stamped(*texts: list[tuple[int, str]], scanned: bool = True) -> bytes:
    """Pages with these lines, each at its height, on a picture."""
    document = pikepdf.new()
    helvetica = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    with pikepdf.open(io.BytesIO(picture())) as scan:
        drawn = scan.pages[0].Contents.read_bytes() if scanned else b""
        for lines in texts:
            document.pages.append(scan.pages[0])
            page = document.pages[-1]
            page.Resources.Font = pikepdf.Dictionary(F1=helvetica)
            shown = "".join(f"BT /F1 9 Tf 20 {y} Td ({said}) Tj ET " for y, said in lines)
            page.Contents = document.make_stream(b"q " + drawn + b" Q " + shown.encode())
        return saved(document)


def test_pictures_with_nothing_but_a_number_or_a_stamp_on_them_need_text_recognition():
    top, foot = pages_ends()
    numbered = [[(foot, f"ABC000{number}")] for number in range(4)]
    assert refusal(stamped(*numbered)) == pdf.PICTURES
    headed = [[(top, "Confidential"), (foot, f"Page {number} of 4")] for number in range(4)]
    assert refusal(stamped(*headed)) == pdf.PICTURES
    headed[2].insert(1, (top // 2, "The harbour was closed."))
    article = pdf.read(stamped(*headed))
    assert parts(article, PassageKind.BODY) == ["The harbour was closed."]
    assert article.notices[0].startswith("Pages 1, 2 and 4 are pictures and were left out")


def test_where_nothing_stands_but_what_runs_along_the_edges_it_is_the_text():
    top, foot = pages_ends()
    lines = [[(top, "Confidential"), (foot, f"Part {number} is here.")] for number in range(3)]
    article = pdf.read(stamped(*lines, scanned=False))
    assert parts(article, PassageKind.BOILERPLATE) == []
    assert "Part 2 is here." in article.text


def pages_ends() -> tuple[int, int]:
    """Heights of a head and a foot on the picture's page."""
    with pikepdf.open(io.BytesIO(picture())) as scan:
        height = int(scan.pages[0].MediaBox[3])
    return height - 15, 8


def test_signs_that_nobody_knows_are_said_to_be_unknown():
    with pikepdf.open(SAMPLE) as document:
        for page in document.pages:
            for font in page.resources.Font.values():
                first, *rest = bytes(font.ToUnicode.read_bytes()).split(b"beginbfchar\n", 1)
                assert rest, "the fonts say their letters one by one"
                lines = rest[0].split(b"\n")
                lines[5] = lines[5].rsplit(b"<", 1)[0] + b"<FFFD>"
                font.ToUnicode.write(first + b"beginbfchar\n" + b"\n".join(lines))
        article = pdf.read(saved(document))
    assert "\ufffd" in article.text
    assert article.notices[0].endswith("compare with the original.")


def test_a_loop_of_pages_and_a_wrong_count_end():
    whole = pdf.read(SAMPLE.read_bytes()).text
    with pikepdf.open(SAMPLE) as document:
        document.Root.Pages.Kids.append(document.Root.Pages)
        assert pdf.read(saved(document)).text == whole
    with pikepdf.open(SAMPLE) as document:
        document.Root.Pages.Count = 2_000_000_000
        assert pdf.read(saved(document)).text == whole


def pages(count: int) -> bytes:
    """A PDF of so many blank pages, without a cross reference: the reader has to look for them."""
    kids = " ".join(f"{number} 0 R" for number in range(3, count + 3))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
        *[page] * count,
    ]
    body = "\n".join(f"{at} 0 obj {one} endobj" for at, one in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}\ntrailer <</Root 1 0 R/Size {count + 3}>>\n%%EOF\n".encode()


def test_ten_thousand_pages_end():
    told: list[str] = []
    with reporting_to(lambda says, _: told.append(says)):
        assert refusal(pages(10_000)) == pdf.EMPTY
    assert told[-1] == "page 10,000 of 10,000"


def test_a_cross_reference_that_leads_nowhere_is_mended():
    data = SAMPLE.read_bytes()
    broken = data[: data.rfind(b"startxref")] + b"startxref\n1\n%%EOF"
    assert pdf.read(broken).text == pdf.read(data).text


@pytest.mark.parametrize("length", [5, 9, 100, 1_000, 20_000, 39_000])
def test_one_that_was_cut_off_is_one_sentence(length):
    assert refusal(SAMPLE.read_bytes()[:length]) == pdf.DAMAGED


def test_what_only_begins_like_one_is_refused():
    assert refusal(b"%PDF-1.7\nSome text.") == pdf.DAMAGED
    assert not pdf.sniff(b"Some text about %PDF-1.7", ".txt")
    assert pdf.sniff(b"\r\n\r\n%PDF-1.7", ".pdf")
