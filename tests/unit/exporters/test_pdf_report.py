from __future__ import annotations

import getpass
import io
import platform
import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
import typst
from PIL import Image

from annotator import paths
from annotator.domain.assessment import Analyst, Assessment
from annotator.domain.edition import Edition, Publisher, Section
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.formats import Tally
from annotator.domain.report import Held, Report
from annotator.domain.tags import Tag
from annotator.exporters import pdf_fonts, pdf_report
from annotator.exporters.pdf_typst import Setter
from annotator.exporters.pictures import clean_logo
from unit.exporters import worked
from unit.exporters.many import LAST, many
from unit.exporters.pdf_opened import bookmarks, document, flat, links, places, plain, tags, texts
from unit.exporters.record_sample import ADDRESSES, recorded
from unit.exporters.reports import ANNA, BEN, bench

UA = "{http://www.aiim.org/pdfua/ns/id/}part"


@pytest.fixture(scope="module")
def reviewed() -> bytes:
    return pdf_report.write(worked.reviewed().report())


@pytest.fixture(scope="module")
def full() -> bytes:
    return pdf_report.write(recorded().report())


@pytest.fixture
def no_system_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with no fonts but ours."""
    monkeypatch.setattr(pdf_fonts, "_of_system", lambda: ())


def test_every_claim_stands_in_the_file_as_text(reviewed: bytes) -> None:
    text = flat(reviewed)
    report = worked.reviewed().report()
    missing = [claim.number for claim in report.counted if plain(claim.text) not in text]
    assert not missing
    assert plain("The ministry gave 95 on the day, 84 a day later.") in text


def test_it_counts_what_it_holds_by_reading_it(reviewed: bytes, full: bytes) -> None:
    assert pdf_report.count(reviewed) == Tally(49, 2)
    assert pdf_report.count(full) == Tally(49, 1)


def test_it_is_tagged_and_says_what_it_is(reviewed: bytes) -> None:
    with document(reviewed) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as about:
            assert about[UA] == "1"
            assert about["xmp:CreatorTool"] == "Annotator"
            assert about["dc:creator"] == ["Anna, Ben, Chloé"]
        assert pdf.docinfo["/Creator"] == "Annotator"
        assert str(pdf.docinfo["/Title"]).endswith("– editor’s copy")
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20240104112644")
        assert not pdf.check_pdf_syntax()


def test_headings_go_down_by_one_level_at_a_time(reviewed: bytes) -> None:
    with document(reviewed) as pdf:
        levels = [int(role[1]) for role, _ in tags(pdf) if role in ("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(2) >= 5


def test_the_list_is_a_table_whose_heads_say_what_they_head(full: bytes) -> None:
    with document(full) as pdf:
        found = list(tags(pdf))
        roles = [role for role, _ in found]
        scopes = [
            str(a.Scope) for role, one in found if role == "TH" for a in one.A if "/Scope" in a
        ]
        assert roles.count("Table") == 2
        assert scopes == ["/Column"] * 7
        assert roles.count("TR") == 49 + 4 + 2
        assert roles.count("Note") == 1


def test_every_tagged_id_is_there_once() -> None:
    with document(pdf_report.write(many(900))) as pdf:
        ids = [bytes(one.ID) for _, one in tags(pdf) if "/ID" in one]
        assert len(ids) == len(set(ids)) > 180
        assert len(dict(pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree))) == len(ids)


def test_it_has_bookmarks_for_its_parts_and_the_article_s_headings(reviewed: bytes) -> None:
    title = worked.reviewed().report().article.title
    with document(reviewed) as pdf:
        assert bookmarks(pdf) == [
            (1, title),
            (2, "For the editor to decide"),
            (2, "Summary"),
            (2, "The article"),
            (3, title),
            (2, "All claims"),
            (2, "How it was reviewed"),
        ]


def test_links_lead_from_claim_to_list_and_back_and_say_where_to(full: bytes) -> None:
    with document(full) as pdf:
        inside = [one for one in links(pdf) if "/Dest" in one]
        outside = {str(one.A.URI) for one in links(pdf) if "/A" in one}
        named = places(pdf)
        said = {str(one.Contents) for one in inside}
        pages = {page.objgen for page in pdf.pages}
        assert all(one.Dest[0].objgen in pages for one in inside)
    assert outside == {*ADDRESSES, "https://example.org/at-least-95?a=1&b=2"}
    assert {"c5", "r5", "cT", "rT", "na", "w1", "e1", "top"} <= named.keys()
    assert {"claim 5, in the article", "claim 5, in the list of claims"} <= said
    assert "" not in said


def test_all_fonts_are_in_the_file(reviewed: bytes) -> None:
    with document(reviewed) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        described = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
        assert described
        assert all(one.keys() & {"/FontFile", "/FontFile2", "/FontFile3"} for one in described)


def test_the_same_report_gives_the_same_bytes(reviewed: bytes) -> None:
    assert pdf_report.write(worked.reviewed().report()) == reviewed


def test_nothing_of_this_machine_is_in_it(reviewed: bytes) -> None:
    with document(reviewed) as pdf:
        out = io.BytesIO()
        pdf.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    words = {str(paths.resources()), getpass.getuser(), platform.node(), "Typst", "typst", "/tmp/"}
    assert not {word for word in words if word and word.encode() in out.getvalue()}


def test_every_page_has_its_foot_which_is_no_text_of_it(reviewed: bytes) -> None:
    pages = texts(reviewed)
    for number, text in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in text
        assert "Editor’s copy · At Least 95 Killed In Explosions… · 4 Jan 2024, 11:26 UTC" in text
    with document(reviewed) as pdf:
        foot = pdf.pages[0].Contents[-1].read_bytes()
    assert foot.startswith(b"Q /Artifact<</Type/Pagination")


def test_what_looks_like_typst_is_printed_as_it_stands() -> None:
    evil = (
        '#evil[] *x* _y_ $a^2$ @b <c> `d` \\ "q" -- ~ // e /* f */ #import "@preview/x:1.0.0" #sys'
    )
    made = bench(f"{evil}\n\nA sentence of it: {evil}.\n", given={"title": evil})
    made.does(ANNA, SetName(ANNA, evil), SetTag(made.article, (made.claim(1),), Tag.DISPUTED))
    made.does(ANNA, SetNote(made.article, made.claim(1), evil))
    data = pdf_report.write(made.report())
    assert flat(data).count(plain(evil)) >= 6
    with document(data) as pdf:
        assert str(pdf.docinfo["/Author"]) == evil
        assert bookmarks(pdf)[0] == (1, evil)


SCRIPTS = {
    "Latin": "Žluťoučký kůň, façade, Đặng.",
    "Greek": "Ο υπουργός είπε ότι σκοτώθηκαν 95 άνθρωποι.",
    "Cyrillic": "Министр сообщил о двух взрывах.",
    "Persian": "به گزارش خبرگزاری دو انفجار رخ داد.",
    "Arabic": "قال الوزير إن انفجارين وقعا.",
    "Hebrew": "השר אמר כי שני פיצוצים אירעו.",
    "Devanagari": "मंत्री ने कहा कि दो विस्फोट हुए।",
}


@pytest.mark.usefixtures("no_system_fonts")
@pytest.mark.parametrize("sample", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_each_script_is_drawn_by_our_own_fonts_and_is_text_again(sample: str) -> None:
    report = bench(f"A title\n\n{sample}\n").report()
    data = pdf_report.write(report)
    assert pdf_report.notices(report) == ()
    letters = [one for one in sample if one.isalpha()]
    shown = flat(data)
    assert all(shown.count(one) >= letters.count(one) for one in set(letters))
    with document(data) as pdf, pdf.open_metadata() as about:
        assert about[UA] == "1"


@pytest.mark.usefixtures("no_system_fonts")
def test_a_character_without_a_font_is_printed_as_its_code_point_and_named() -> None:
    report = bench("A title\n\nThe fire brigade \U0001f692 came.\n").report()
    data = pdf_report.write(report)
    assert plain("The fire brigade U+1F692 came.") in flat(data)
    assert pdf_report.notices(report) == (
        (
            "1 character has no font and is printed as its code point: U+1F692 \U0001f692; "
            "install Noto Color Emoji (Debian: fonts-noto-color-emoji)."
        ),
    )
    with document(data) as pdf, pdf.open_metadata() as about:
        assert about[UA] == "1"


def test_no_character_whatever_stops_it_or_takes_its_mark() -> None:
    chance = random.Random(13)
    hard = [*range(0x20), 0x7F, 0x85, 0xAD, 0x34F, 0x378, 0x600, 0xE000, 0xFEFF, 0xFFFE, 0x10FFFF]
    hard += [0x200B, 0x200D, 0x202E, 0x2066, 0x2069, 0xFE0F, 0x1F3FB, 0xE0067, 0xD800, 0xDFFF]

    def odd(size: int) -> str:
        drawn = (
            chance.choice(hard) if chance.random() < 0.4 else chance.randrange(0x30000)
            for _ in range(size)
        )
        return "".join(map(chr, drawn))

    made = bench("A title\n\nOne. Two. Three.\n")
    report = made.report()
    people = [replace(one, name=odd(9)) for one in report.analysts]
    strange = replace(
        report,
        analysts=tuple(people),
        claims=tuple(replace(claim, text=odd(300)) for claim in report.claims),
        edition=Edition(title=odd(40)),
    )
    data = pdf_report.write(strange)
    with document(data) as pdf, pdf.open_metadata() as about:
        assert about[UA] == "1"
    assert pdf_report.count(data) == Tally(4)
    assert "have no font" in pdf_report.notices(strange)[0]


def test_what_typst_refuses_is_set_again_without_the_mark_and_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = Setter.set

    def refuse(
        self: Setter, template: str, data: dict[str, object], *, accessible: bool = True
    ) -> bytes:
        if accessible:
            raise typst.TypstError("PDF/UA-1 error: not so", "")
        return whole(self, template, data, accessible=False)

    monkeypatch.setattr(Setter, "set", refuse)
    report = worked.by_one().report()
    data = pdf_report.write(report)
    assert pdf_report.notices(report) == (pdf_report.NOT_MARKED,)
    with document(data) as pdf, pdf.open_metadata() as about:
        assert UA not in about
        assert pdf.Root.MarkInfo.Marked


def test_what_typst_takes_in_no_way_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise typst.TypstError("no\nsuch thing", "")

    monkeypatch.setattr(Setter, "set", refuse)
    with pytest.raises(AnnotatorError, match=r"^The PDF could not be set \(.*no.*such thing"):
        pdf_report.write(worked.untagged().report())


def test_a_long_report_is_one_file_all_the_same() -> None:
    data = pdf_report.write(many(1500))
    assert pdf_report.count(data) == Tally(1500, 300)
    assert plain(LAST) in flat(data)
    pages = texts(data)
    assert f"{len(pages)} of {len(pages)}" in pages[-1]
    with document(data) as pdf:
        assert not pdf.check_pdf_syntax()
        assert [mark for mark in bookmarks(pdf) if mark[0] < 3][-2:] == [
            (2, "Claims, evidence and decisions"),
            (2, "Evidence"),
        ]
        far = next(one for one in links(pdf) if str(one.Contents) == "claim 1499, in the article")
        assert far.Dest[0].objgen == places(pdf)["c1499"][0].objgen
        roles = [role for role, _ in tags(pdf)]
    assert roles[0] == "Document"
    assert roles.count("Sect") > 5


def test_several_articles_stand_in_one_file_after_a_list_of_them() -> None:
    reports = [worked.reviewed().report(), recorded().report()]
    data = pdf_report.together(reports)
    assert pdf_report.count(data) == Tally(98, 3)
    with document(data) as pdf:
        title = reports[0].article.title
        assert bookmarks(pdf)[:2] == [(1, "2 articles"), (2, title)]
        assert [mark for mark in bookmarks(pdf) if mark[0] == 2] == [(2, title), (2, title)]
        named = places(pdf)
        numbers = [pdf.pages.index(pikepdf.Page(named[f"{n}.top"][0])) + 1 for n in (1, 2)]
        with pdf.open_metadata() as about:
            assert about[UA] == "1"
    first = texts(data)[0].split()
    assert str(numbers[0]) in first
    assert str(numbers[1]) in first
    assert pdf_report.together(reports[:1]) == pdf_report.write(reports[0])


def test_sections_come_as_they_were_chosen_and_the_sign_off_sheet_first() -> None:
    chosen = (Section.CLAIMS, Section.SIGNOFF, Section.SUMMARY)
    report = replace(worked.reviewed().report(), edition=Edition(sections=chosen, title="Mine"))
    data = pdf_report.write(report)
    with document(data) as pdf:
        assert bookmarks(pdf) == [
            (1, "Mine"),
            (2, "Ready to publish: no, 3 open, 2 to check again"),
            (2, "All claims"),
            (2, "Summary"),
        ]
        assert not {
            str(one.Contents) for one in links(pdf) if "in the article" in str(one.Contents)
        }
    assert "Signature" in texts(data)[0]
    assert pdf_report.count(data) == Tally(49, 2)


def test_without_article_and_list_the_chart_counts() -> None:
    report = replace(worked.by_one().report(), edition=Edition(sections=(Section.SUMMARY,)))
    assert pdf_report.count(pdf_report.write(report)) == Tally(49)


def test_the_logo_is_there_with_its_name_and_without_what_it_tells() -> None:
    picture = Image.new("RGB", (40, 20), "navy")
    exif = Image.Exif()
    exif[0x010F] = "SECRET camera"
    raw = io.BytesIO()
    picture.save(raw, "JPEG", exif=exif)
    logo = clean_logo(raw.getvalue())
    edition = Edition(logo=logo, publisher=Publisher("The Daily"))
    data = pdf_report.write(replace(worked.by_one().report(), edition=edition))
    with document(data) as pdf:
        figures = [str(one.Alt) for role, one in tags(pdf) if role == "Figure"]
    assert figures == ["The Daily"]
    assert b"SECRET" not in data


def test_labels_are_in_the_language_that_was_chosen() -> None:
    report = replace(worked.reviewed().report(), edition=Edition(labels="de"))
    with document(pdf_report.write(report)) as pdf:
        assert str(pdf.Root.Lang) == "de"


def test_a_public_copy_names_nobody_and_prints_no_hash() -> None:
    edition = Edition(public=True)
    report = worked.by_one().report()
    bare = replace(
        report,
        edition=edition,
        article=replace(report.article, sha256=""),
        analysts=(),
        made_at=0,
        maker="",
        first_tag=None,
    )
    data = pdf_report.write(
        replace(bare, claims=tuple(replace(one, held=()) for one in bare.claims))
    )
    with document(data) as pdf:
        assert "/Author" not in pdf.docinfo
        assert "/CreationDate" not in pdf.docinfo
    assert "sha256" not in flat(data)
    assert "Editor" not in flat(data)


@pytest.mark.parametrize(
    "text", ["\n", "One.\n", "\u202e\u2067" * 9 + "\n", "x" * 9000 + "\n", "\u0301" * 90 + "\n"]
)
def test_odd_articles_are_written_as_well(text: str) -> None:
    report = bench(text).report()
    data = pdf_report.write(report)
    assert pdf_report.count(data).claims == len(report.counted)


def test_hundreds_of_notes_stand_at_the_feet_of_their_pages() -> None:
    made = bench("A title\n\nOne sentence here. Another there.\n")
    made.does(BEN, SetName(BEN, "Ben"))
    report = made.report()
    held = replace_notes(report, 200)
    data = pdf_report.write(held)
    assert pdf_report.count(data) == Tally(3, 200)
    assert all(plain(f"This is note {n} of many.") in flat(data) for n in range(200))


def replace_notes(report: Report, count: int) -> Report:
    """The same with so many analysts who noted something of its first claim."""
    held = tuple(
        Held(
            Analyst(f"{n:032x}", f"Analyst {n}"),
            Assessment(Tag.VERIFIED, note=f"This is note {n} of many."),
            1,
        )
        for n in range(count)
    )
    claims = (report.claims[0], replace(report.claims[1], held=held), *report.claims[2:])
    return replace(report, claims=claims)


def test_the_templates_lie_in_a_folder_of_their_own() -> None:
    folder = Path(paths.resource("report")) / "typst"
    assert {one.suffix for one in folder.iterdir()} == {".typ"}
    assert not [one for one in folder.iterdir() if "@preview" in one.read_text(encoding="utf-8")]
