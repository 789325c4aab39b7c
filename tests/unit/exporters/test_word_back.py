"""The writer's own Word file comes back as it was, with highlights and comments exactly at the claims."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from annotator.domain.article import Span
from annotator.domain.edition import Edition
from annotator.domain.edits.comments import Comment
from annotator.domain.edits.layout import AddClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.formats import NO_PUBLIC_COPY, Tally
from annotator.domain.report import Outcome, Report
from annotator.domain.tags import Tag
from annotator.exporters import word_back
from annotator.exporters.word_cues import CUES
from annotator.importers.word import importer as word
from annotator.text.passages import told
from unit.exporters import worked
from unit.exporters.record_sample import recorded
from unit.exporters.reports import ANNA, BEN, Bench, bench
from unit.exporters.word_opened import W14, W15, Opened, W, text
from wordmade import change, comment, field, note, on, p, packed, r, refers, word_file

SAMPLE = Path(__file__).parents[2] / "files" / "sample" / "article.docx"
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
FILL = {outcome: cue.fill for outcome, cue in CUES.items()}


def of(data: bytes) -> Bench:
    """The article in this file, as it is cut when it comes in."""
    found = word.read(data)
    assert found.passages is not None
    return bench(found.text, kinds=told(found.text, found.passages))


def tagged(made: Bench, tag: Tag, words: str, *more: SetNote, by: Any = ANNA) -> None:
    """Tags the claim that holds these words."""
    made.does(by, SetTag(made.article, (about(made, words),), tag, more))


def about(made: Bench, words: str) -> Any:
    (found,) = [one.id for one in made.report().counted if words in one.text]
    return found


def back(data: bytes, made: Bench, **edition: Any) -> Opened:
    """The file with what was made of it; whatever it is, its text is what it was."""
    report = replace(made.report(), original=data, edition=Edition(**edition))
    out = word_back.write(report)
    assert out == word_back.write(report), "the same report gives the same bytes"
    assert word.read(out).text == report.article.text
    assert plain(Opened(out).body) == plain(Opened(data).body)
    counted = word_back.count(out)
    assert counted == Tally(len(report.counted), counted.notes)
    return Opened(out)


def plain(body: Any) -> list[tuple[str, str]]:
    """Everything of a body that is not ours: each character with its looks, each other element."""
    found = []
    for one in body.iter():
        if one.tag == f"{W}t":
            looks = one.getparent().find(f"{W}rPr")
            found += [(sign, bare(looks)) for sign in one.text or ""]
        elif one.tag in (
            f"{W}drawing",
            f"{W}footnoteReference",
            f"{W}del",
            f"{W}tab",
            f"{W}fldChar",
        ):
            found.append((one.tag, ""))
    return found


def bare(looks: Any) -> str:
    """The properties of a run without those that a highlight puts there."""
    if looks is None:
        return ""
    copy = deepcopy(looks)
    for one in [*copy.iterchildren(f"{W}shd", f"{W}u")]:
        says_nothing = one.get(f"{W}fill") == "auto" or one.get(f"{W}val") == "none"
        if says_nothing or one.get(f"{W}fill") in FILL.values() or one.get(f"{W}color") is not None:
            copy.remove(one)
    return ",".join(sorted(f"{one.tag}{dict(one.attrib)}" for one in copy))


def highlights(file: Opened) -> list[tuple[str, str, str]]:
    """(fill, underline, words) of stretches that look alike, those without either left out."""
    found: list[list[str]] = []
    for one in file.body.iter(f"{W}t"):
        looks = one.getparent().find(f"{W}rPr")
        shade = None if looks is None else looks.find(f"{W}shd")
        line = None if looks is None else looks.find(f"{W}u")
        fill = "" if shade is None else shade.get(f"{W}fill")
        under = "" if line is None else line.get(f"{W}val")
        if found and found[-1][:2] == [fill, under]:
            found[-1][2] += one.text or ""
        else:
            found.append([fill, under, one.text or ""])
    return [(fill, under, words) for fill, under, words in found if fill or under]


def said(file: Opened) -> list[tuple[str, str]]:
    """What each comment says, and the words it stands on."""
    return [(text(one), file.on(one)) for one in file.comments]


VERIFIED, DISPUTED = FILL[Outcome.VERIFIED], FILL[Outcome.DISPUTED]


def test_a_claim_over_many_runs_is_highlighted_exactly_and_the_runs_keep_their_looks() -> None:
    data = word_file(
        p(
            "The fire ",
            r("kil", "<w:b/>"),
            r("led 12. Ano", "<w:i/>"),
            "ther",
            r(" one did not. Last", "<w:caps/>"),
            " one.",
        )
    )
    made = of(data)
    tagged(made, Tag.VERIFIED, "killed")
    tagged(made, Tag.DISPUTED, "Another")
    file = back(data, made)
    assert highlights(file) == [
        (VERIFIED, "single", "The fire killed 12."),
        (DISPUTED, "wave", "Another one did not."),
    ]
    assert file.bookmarks() == {
        "_annotator_0": "The fire killed 12.",
        "_annotator_1": "Another one did not.",
        "_annotator_2": "Last one.",
    }


def test_what_is_held_stands_as_real_comments_at_its_sentence() -> None:
    data = word_file(p("The fire killed 12. Another did not."))
    made = of(data)
    note = SetNote(made.article, about(made, "killed"), "The ministry says 10.\nSince Monday.")
    tagged(made, Tag.DISPUTED, "killed", note)
    file = back(data, made)
    (one,) = file.comments
    assert (one.get(f"{W}author"), one.get(f"{W}initials")) == ("Anna", "A")
    assert one.get(f"{W}date").startswith("2024-01-04T")
    assert text(one) == "✕ Disputed\nThe ministry says 10.\nSince Monday."
    assert file.on(one) == "The fire killed 12."
    assert word_back.count(packed(file.parts)) == Tally(2, 1)


def test_a_tag_without_more_is_a_highlight_with_its_underline_and_no_comment() -> None:
    data = word_file(p("The fire killed 12."))
    made = of(data)
    tagged(made, Tag.UNATTRIBUTED, "killed")
    file = back(data, made)
    assert highlights(file) == [(FILL[Outcome.UNATTRIBUTED], "dash", "The fire killed 12.")]
    assert "word/comments.xml" not in file.parts


def test_what_nobody_tagged_is_not_marked() -> None:
    data = word_file(p("The fire killed 12."))
    assert not highlights(back(data, of(data)))


def test_only_the_document_and_what_holds_comments_are_written_anew() -> None:
    other: dict[str, str | bytes] = {
        "word/media/image1.png": b"\x89PNG\0\1\2",
        "customXml/item1.xml": "<a/>",
        "word/": "",
    }
    data = word_file(p("The fire killed 12."), {"header1": p("Head")}, other=other)
    made = of(data)
    tagged(made, Tag.DISPUTED, "killed", SetNote(made.article, about(made, "killed"), "No."))
    file, before = back(data, made), Opened(data)
    changed = {name for name in before.parts if file.parts[name] != before.parts[name]}
    assert changed == {DOCUMENT, TYPES, RELATIONS}
    assert list(file.parts)[: len(before.parts)] == list(before.parts)
    added = {"word/comments.xml", "word/commentsExtended.xml"}
    assert file.parts.keys() - before.parts.keys() == added
    types = file.parts[TYPES].decode()
    assert all(f'PartName="/{name}"' in types for name in added)
    ids = [one.get("Id") for one in file.xml(RELATIONS)]
    assert len(ids) == len(set(ids)) == 4


def commented() -> bytes:
    """A file that somebody has commented on, as Word writes it, threads included."""
    body = p(on(0, "The fire ", on(7, "killed 12."))) + p(
        "Another", refers("footnote", 2), " did not."
    )
    parts = {
        "comments": comment(0, "Source?", paragraph="0A") + comment(7, "Ministry.", "Ann", "0B"),
        "commentsExtended": '<w15:commentEx w15:paraId="0A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>',
        "footnotes": note("footnote", 2, p("Said so.")),
    }
    return word_file(body, parts)


def test_comments_that_are_there_stay_and_ours_come_behind_them() -> None:
    data = commented()
    made = of(data)
    tagged(made, Tag.DISPUTED, "killed", SetNote(made.article, about(made, "killed"), "It was 10."))
    file = back(data, made)
    assert said(file) == [
        ("Source?", "The fire killed 12."),
        ("Ministry.", "killed 12."),
        ("✕ Disputed\nIt was 10.", "The fire killed 12."),
    ]
    ids = [one.get(f"{W}id") for one in file.comments]
    assert ids[:2] == ["0", "7"]
    assert len(set(ids)) == 3
    rows = [dict(one.attrib) for one in file.xml("word/commentsExtended.xml")]
    assert [row[f"{W15}paraId"] for row in rows[:2]] == ["0A", "0B"]
    last = [*file.comments[2].iter(f"{W}p")][-1].get(f"{W14}paraId")
    assert rows[2][f"{W15}paraId"] == last
    assert file.parts.keys() == Opened(data).parts.keys()
    remarks = word.read(packed(file.parts)).enclosed.remarks
    assert [one.text for one in remarks if one.author != "Anna"] == [
        "Source?\n\nAnn: Ministry.",
        "Said so.",
    ]


def test_answers_among_our_comments_are_a_thread() -> None:
    data = word_file(p("The fire killed 12."))
    made = of(data)
    claim = about(made, "killed")
    made.does(BEN, Comment(made.article, claim, "Who says so?"))
    made.does(ANNA, Comment(made.article, claim, "The ministry.", made.edits[-1].header.id))
    file = back(data, made)
    ours = [(one.get(f"{W}author"), text(one)) for one in file.comments]
    assert [words for _, words in ours] == ["Who says so?", "The ministry."]
    first, second = [dict(one.attrib) for one in file.xml("word/commentsExtended.xml")]
    assert second[f"{W15}paraIdParent"] == first[f"{W15}paraId"]


def test_marks_of_the_writer_stay_and_a_comment_says_what_they_hide() -> None:
    data = word_file(
        p(r("The fire killed 12.", '<w:highlight w:val="yellow"/><w:u w:val="double"/>'), " ")
        + p(r("Another did not.", '<w:u w:val="none"/><w:shd w:val="clear" w:fill="auto"/>'))
    )
    made = of(data)
    tagged(made, Tag.VERIFIED, "killed")
    tagged(made, Tag.VERIFIED, "Another")
    file = back(data, made)
    assert highlights(file) == [
        ("", "double", "The fire killed 12."),
        (VERIFIED, "single", "Another did not."),
    ]
    assert said(file) == [("✓ Verified", "The fire killed 12.")]


def test_the_properties_of_a_run_stand_in_the_order_of_the_schema() -> None:
    looks = '<w:b/><w:color w:val="FF0000"/><w:sz w:val="28"/><w:vertAlign w:val="superscript"/><w:lang w:val="de-DE"/>'
    data = word_file(p(r("The fire killed 12.", looks)))
    made = of(data)
    tagged(made, Tag.VERIFIED, "killed")
    (run,) = back(data, made).body.iter(f"{W}rPr")
    names = [one.tag.removeprefix(W) for one in run]
    assert names == ["b", "color", "sz", "u", "shd", "vertAlign", "lang"]


def test_changes_hidden_words_fields_and_links_stay() -> None:
    linked = r(" did not.", '<w:rStyle w:val="Hyperlink"/>')
    data = word_file(
        p(
            "The ",
            change("ins", r("great ")),
            change("del", "<w:r><w:delText>small </w:delText></w:r>"),
            r("secret ", "<w:vanish/>"),
            "fire ",
            field('HYPERLINK "https://example.org/"', r("killed 12. Another")),
            f'<w:hyperlink r:id="rId9">{linked}</w:hyperlink>',
        ),
        links={"rId9": "https://example.org/x"},
    )
    made = of(data)
    tagged(made, Tag.DISPUTED, "killed", SetNote(made.article, about(made, "killed"), "No."))
    tagged(made, Tag.VERIFIED, "Another", SetNote(made.article, about(made, "Another"), "Yes."))
    file = back(data, made)
    assert highlights(file) == [
        (DISPUTED, "wave", "The great "),
        (DISPUTED, "wave", "fire killed 12."),
        (VERIFIED, "single", "Another did not."),
    ]
    assert [words for words, _ in said(file)] == ["✕ Disputed\nNo.", "✓ Verified\nYes."]
    found = word.read(packed(file.parts))
    assert found.notices == ("2 tracked changes were read as accepted.",)
    assert [link.target for link in found.enclosed.links] == [
        "https://example.org/",
        "https://example.org/x",
    ]


def test_a_comment_that_ends_with_a_link_ends_behind_it() -> None:
    link = f'<w:hyperlink r:id="rId9">{r("killed 12.")}</w:hyperlink>'
    data = word_file(p("Fire ", link), links={"rId9": "https://example.org/x"})
    made = of(data)
    tagged(made, Tag.DISPUTED, "killed", SetNote(made.article, about(made, "killed"), "No."))
    file = back(data, made)
    (end,) = file.body.iter(f"{W}commentRangeEnd")
    assert end.getparent().tag == f"{W}p"


def test_in_a_text_box_words_are_highlighted_and_the_comment_stands_where_it_is_anchored() -> None:
    box = f"<w:txbxContent>{p('The fire killed 12.')}</w:txbxContent>"
    data = word_file(p("Before. ", f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"))
    made = of(data)
    tagged(made, Tag.DISPUTED, "killed", SetNote(made.article, about(made, "killed"), "No."))
    file = back(data, made)
    assert highlights(file) == [(DISPUTED, "wave", "The fire killed 12.")]
    (inside,) = file.body.iter(f"{W}txbxContent")
    assert not [*inside.iter(f"{W}commentRangeStart", f"{W}commentReference")]
    assert [(words, on.strip()) for words, on in said(file)] == [
        ("✕ Disputed\nNo.", "The fire killed 12.")
    ]


def test_a_claim_may_begin_and_end_with_a_formula() -> None:
    maths = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    data = word_file(p(maths, " is known to ", maths))
    made = of(data)
    tagged(made, Tag.DISPUTED, "known", SetNote(made.article, about(made, "known"), "No."))
    file = back(data, made)
    assert highlights(file) == [(DISPUTED, "wave", " is known to ")]
    order = [one.tag.rpartition("}")[2] for one in file.body[0]]
    assert order[:4] == ["bookmarkStart", "commentRangeStart", "oMath", "r"]
    assert order[-4:] == ["oMath", "commentRangeEnd", "r", "bookmarkEnd"]


@pytest.mark.parametrize("seed", range(8))
def test_however_the_text_is_cut_into_runs_each_claim_has_just_its_words(seed: int) -> None:
    chance = random.Random(seed)
    words = "The fire kıll😀ed 12, said  Ann. Another did\u00a0not! Was it e\u0301te\u0301? Yes. “No.” End"
    body = ""
    for _ in range(4):
        cuts = sorted(chance.sample(range(1, len(words)), 12))
        pieces = [words[a:b] for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True)]
        looks = ["", "<w:b/>", "<w:i/>"]
        body += p(*(r(one, chance.choice(looks)) for one in pieces))
    data = word_file(body)
    made = of(data)
    claims = [one for one in made.report().counted if chance.random() < 0.6]
    made.does(ANNA, SetTag(made.article, tuple(one.id for one in claims), Tag.VERIFIED))
    file = back(data, made)
    assert [squeezed(one) for one in file.bookmarks().values()] == [
        squeezed(one.text) for one in made.report().counted
    ]
    shown = "".join(words for _, _, words in highlights(file))
    assert squeezed(shown) == squeezed("".join(one.text for one in claims))


def test_claims_in_one_another_share_runs_and_the_inner_one_is_seen() -> None:
    data = word_file(p("The fire killed 12 and hurt 30."))
    made = of(data)
    start = made.text.index("killed")
    made.does(ANNA, AddClaim(made.article, Span(start, start + len("killed 12"))))
    tagged(made, Tag.VERIFIED, "The fire")
    inner = next(one for one in made.report().counted if one.text == "killed 12")
    made.does(ANNA, SetTag(made.article, (inner.id,), Tag.DISPUTED))
    file = back(data, made)
    assert highlights(file) == [
        (VERIFIED, "single", "The fire "),
        (DISPUTED, "wave", "killed 12"),
        (VERIFIED, "single", " and hurt 30."),
    ]
    assert sorted(file.bookmarks().values()) == ["The fire killed 12 and hurt 30.", "killed 12"]


def test_a_claim_may_go_over_a_row_of_a_table() -> None:
    cells = f"<w:tc>{p('The fire')}</w:tc><w:tc>{p('killed 12. Another')}</w:tc>"
    data = word_file(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>{p()}")
    made = of(data)
    tagged(made, Tag.VERIFIED, "killed")
    assert highlights(back(data, made)) == [(VERIFIED, "single", "The firekilled 12.")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Zwölf 👩‍👩‍👧 starben 😀.", "Ende."),
        ("قُتل اثنا عشر شخصًا في الحريق.", "لم يعلن أحد مسؤوليته."),
        ("שנים עשר נהרגו בשריפה.", "איש לא לקח אחריות."),
        ("火災で十二人が死亡した。", "別の人は無事だった。"),
        ("e\u0301te\u0301 12 morts.", "Fin."),
    ],
)
def test_other_scripts_and_what_takes_several_characters_are_cut_exactly(
    first: str, second: str
) -> None:
    gap = "" if first.endswith("。") else " "
    data = word_file(p(r(first[:7], "<w:rtl/>"), first[7:] + gap + second[:2], second[2:]))
    made = of(data)
    tagged(made, Tag.VERIFIED, first)
    tagged(made, Tag.DISPUTED, second)
    assert highlights(back(data, made)) == [(VERIFIED, "single", first), (DISPUTED, "wave", second)]


def test_the_strict_dialect_is_kept() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(p("The fire killed 12.")))) as archive:
        parts = {name: strict(archive.read(name).decode()) for name in archive.namelist()}
    data = packed(parts)
    made = of(data)
    tagged(made, Tag.DISPUTED, "killed", SetNote(made.article, about(made, "killed"), "No."))
    out = word_back.write(replace(made.report(), original=data))
    assert [one.text for one in word.read(out).enclosed.remarks] == ["✕ Disputed\n\nNo."]
    file = Opened(out)
    ours = ("word/document.xml", "word/comments.xml", RELATIONS)
    assert not [name for name in ours if b"schemas.openxmlformats.org/wordproc" in file.parts[name]]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in file.parts[RELATIONS]


def strict(data: str) -> str:
    return data.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )


def test_comments_of_an_older_program_learn_the_namespace_of_ours() -> None:
    old = f'<w:comments xmlns:w="{W[1:-1]}">{comment(0, "Source?")}</w:comments>'
    data = word_file(
        p(on(0, "The fire killed 12.")), {"comments": ""}, other={"word/comments.xml": old}
    )
    made = of(data)
    tagged(made, Tag.DISPUTED, "killed", SetNote(made.article, about(made, "killed"), "No."))
    root = back(data, made).xml("word/comments.xml")
    assert (
        root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable") == "w14"
    )
    assert root.nsmap["w14"] == W14[1:-1]
    assert len(root) == 2


@pytest.mark.parametrize("example", [worked.by_two, worked.reviewed, recorded])
def test_the_sample_holds_all_that_a_report_would(example: Any) -> None:
    report: Report = replace(example().report(), original=SAMPLE.read_bytes())
    out = word_back.write(report)
    file = Opened(out)
    assert word_back.count(out).claims == len(report.counted)
    assert word.read(out).text == report.article.text
    claims = {f"_annotator_{n}": squeezed(one.text) for n, one in enumerate(report.counted)}
    assert {name: squeezed(words) for name, words in file.bookmarks().items()} == claims
    words = squeezed("".join(text(one) for one in file.comments))
    for claim in report.counted:
        for one in claim.held:
            assert squeezed(one.assessment.note) in words
            assert all(squeezed(link.quote) in words for link in quotes(one.record))


def quotes(record: Any) -> Iterator[Any]:
    yield from (one for one in record.evidence if getattr(one, "quote", ""))


def squeezed(words: str) -> str:
    return "".join(words.split())


def refused(report: Report) -> str:
    with pytest.raises(AnnotatorError) as caught:
        word_back.write(report)
    return str(caught.value)


def test_what_cannot_go_back_is_refused_in_a_sentence_and_said_beforehand() -> None:
    data = word_file(p("The fire killed 12."))
    report = replace(of(data).report(), original=data)
    title = report.article.title
    public = replace(report, edition=Edition(public=True))
    assert refused(public) == NO_PUBLIC_COPY
    assert word_back.notices(public) == (NO_PUBLIC_COPY,)
    text_file = replace(report, original=b"The fire killed 12.")
    assert refused(text_file) == word_back.NO_WORD.format(title=title)
    assert word_back.notices(text_file) == (word_back.NO_WORD.format(title=title),)
    broken = replace(report, original=packed({TYPES: "", "word/x": ""}))
    said = f"The file that “{title}” came in as cannot be written to: it is damaged: it has no text"
    assert refused(broken) == f"{said}; choose Report (Word)."
    assert word_back.notices(broken) == (refused(broken),)
    other = replace(report, original=word_file(p("The fire killed 13.")))
    assert refused(other) == word_back.ELSEWHERE.format(title=title)
    more = replace(report, original=word_file(p("The fire killed 12.") + p("More.")))
    assert refused(more) == word_back.ELSEWHERE.format(title=title)
    less = replace(report, original=word_file(p("The fire")))
    assert refused(less) == word_back.ELSEWHERE.format(title=title)


def test_a_signed_file_says_that_it_will_not_be() -> None:
    signed: Mapping[str, str] = {"_xmlsignatures/sig1.xml": "<a/>"}
    data = word_file(p("The fire killed 12."), other=signed)
    report = replace(of(data).report(), original=data)
    assert word_back.notices(report) == (word_back.SIGNED,)
    assert word_back.notices(replace(report, original=word_file(p("The fire killed 12.")))) == ()


def test_every_part_is_well_formed_and_ids_are_taken_once() -> None:
    data = commented()
    made = of(data)
    for words in ("killed", "Another"):
        tagged(made, Tag.DISPUTED, words, SetNote(made.article, about(made, words), "A <b> & ]]>."))
    file = back(data, made)
    for name, part in file.parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    starts = [
        one.get(f"{W}id") for one in file.body.iter(f"{W}bookmarkStart", f"{W}commentRangeStart")
    ]
    assert len(starts) == len(set(starts))
    paragraphs = [one.get(f"{W14}paraId") for one in file.xml("word/comments.xml").iter(f"{W}p")]
    assert len(paragraphs) == len(set(paragraphs))
