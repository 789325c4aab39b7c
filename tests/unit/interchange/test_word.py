"""Comments that somebody put into a Word file of ours come back, each on its claim; nothing else does."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from collections.abc import Callable

import pytest

from annotator.domain.brought import BroughtComment, NotRead, Place
from annotator.domain.edition import Edition, Section
from annotator.domain.publishing import public_copy
from annotator.domain.report import Report
from annotator.exporters import word_report
from annotator.interchange import word
from annotator.interchange.table import INTERCHANGE
from annotator.office import archive
from annotator.reporting import word_mark
from unit.exporters import worked
from unit.exporters.record_sample import recorded
from unit.exporters.reports import bench
from unit.interchange.word_hands import COMMENTS, DOCUMENT, EXTENDED, Hands, W


@pytest.fixture(scope="module")
def report() -> Report:
    return worked.reviewed().report()


@pytest.fixture
def hands(report: Report) -> Hands:
    return Hands(word_report.write(report))


def place(report: Report, number: int) -> Place:
    claim = next(one for one in report.counted if one.number == number)
    return Place(claim.text, claim.span.start, claim.span.end)


def edit_of(report: Report, words: str) -> str:
    return next(one.id for one in report.comments if words in one.text)


@pytest.mark.parametrize("made", [worked.untagged, worked.by_two, worked.reviewed, recorded])
def test_our_own_file_brings_nothing_and_names_its_article(made: Callable[[], object]) -> None:
    found = made().report()  # type: ignore[attr-defined]
    brought = word.read(word_report.write(found))
    assert (brought.article, brought.sha256) == (found.article.id, found.article.sha256)
    assert brought.title == found.article.title
    assert brought.comments == ()
    assert brought.not_read == ()
    assert brought.judgements == ()


def test_it_is_recognised_by_what_it_is_and_not_by_its_name(report: Report) -> None:
    data = word_report.write(report)
    assert word.recognises(data)
    assert not word.recognises(b"{}")
    assert not word.recognises(data[:200])
    assert not word.recognises(packed({"mimetype": b"application/epub+zip"}))
    (row,) = [one for one in INTERCHANGE if one.name == "docx"]
    assert row.recognises(data)
    assert row.read(data) == word.read(data)


def test_a_new_comment_comes_back_on_its_claim_with_who_and_when(
    report: Report, hands: Hands
) -> None:
    hands.says(
        "Dana Δ", "Where is this from?\n👩‍🚒 گفته", on="claim_7", date="2024-02-03T04:05:06Z"
    )
    (found,) = word.read(hands.saved()).comments
    assert (found,) == (
        BroughtComment(
            found.id,
            "Dana Δ",
            place(report, 7),
            "Where is this from?\n👩‍🚒 گفته",
            1_706_933_106_000_000,
        ),
    )


def test_answers_come_back_with_what_they_answer(report: Report, hands: Hands) -> None:
    asked = hands.ours("Is this the same official as in 7?")
    first = hands.says("Dana", "It is.", on="claim_9", answers=asked)
    decision = hands.ours("A biography has a village")
    hands.says("Dana", "Which biography?", on="claim_12", answers=decision)
    hands.says("Eve", "Agreed.", on="claim_9", answers=first)
    hands.words_own()
    found = {one.text: one for one in word.read(hands.saved()).comments}
    assert set(found) == {"It is.", "Which biography?", "Agreed."}
    assert found["It is."].answers == edit_of(report, "same official as in 7")
    assert found["Which biography?"].answers == ""
    assert found["Which biography?"].place == place(report, 12)
    assert found["Agreed."].answers == found["It is."].id
    assert found["Agreed."].place == place(report, 9)


def test_that_word_numbers_everything_anew_changes_nothing(report: Report, hands: Hands) -> None:
    hands.says("Dana", "New.", on="claim_9")
    hands.words_own()
    brought = word.read(hands.saved())
    assert [(one.who, one.text, one.place) for one in brought.comments] == [
        ("Dana", "New.", place(report, 9))
    ]
    assert brought.not_read == ()


def test_a_file_that_was_saved_again_brings_the_same_comments(hands: Hands) -> None:
    """By the same names, or a second merge would have each of them twice."""
    asked = hands.says("Dana", "New.", on="claim_9", date="2026-11-20T12:00:00Z")
    for _ in range(2):
        hands.says("Dana", "Again.", on="claim_9", date="2026-11-20T12:00:00Z")
    hands.says("Edda", "Why?", on="claim_9", answers=asked)
    before = word.read(hands.saved()).comments
    hands.words_own()
    hands.says("Dana", "Newer.", on="claim_5")
    after = word.read(hands.saved()).comments
    assert set(before) < set(after)
    assert len({one.id for one in after}) == 5
    assert next(one for one in after if one.text == "Why?").answers == before[0].id


def test_of_two_comments_of_one_number_neither_is_placed_by_guess(hands: Hands) -> None:
    for words in ("One.", "Two."):
        hands.says("Dana", words, on="claim_9").set(f"{W}id", "9000")
    ours = hands.ours("84 a day later")
    hands.says("Dana", "Three.", on="claim_9").set(f"{W}id", ours.get(f"{W}id"))
    brought = word.read(hands.saved())
    assert brought.comments == ()
    assert [(one.what, one.why) for one in brought.not_read] == [
        (f"a comment by Dana, “{words}”", "it stands on no claim")
        for words in ("One.", "Two.", "Three.")
    ]


def test_an_altered_comment_of_ours_is_named_and_not_taken(hands: Hands) -> None:
    hands.rewords(hands.ours("84 a day later"), "Somebody else wrote this.")
    hands.words_own()
    brought = word.read(hands.saved())
    assert brought.comments == ()
    assert brought.not_read == (
        NotRead(
            "a comment by Anna, “✕ Disputed Somebody else wrote this.”",
            "it is one of ours, whose words were altered in the file",
        ),
    )


def test_an_answer_to_an_altered_comment_of_ours_answers_it_all_the_same(
    report: Report, hands: Hands
) -> None:
    asked = hands.ours("Is this the same official as in 7?")
    hands.rewords(asked, "Is it another official?")
    hands.says("Dana", "No.", on="claim_9", answers=asked)
    (found,) = word.read(hands.saved()).comments
    assert found.answers == edit_of(report, "same official as in 7")


def test_comments_of_ours_that_were_taken_out_are_counted(hands: Hands) -> None:
    for words in ("84 a day later", "A biography has a village"):
        hands.takes_out(hands.ours(words))
    brought = word.read(hands.saved())
    assert brought.comments == ()
    assert brought.not_read == (
        NotRead(
            "2 comments of ours",
            "taken out of the file by somebody, and kept in the library all the same",
        ),
    )


def test_the_same_words_by_a_colleague_are_a_new_comment(report: Report, hands: Hands) -> None:
    hands.says("Dana", "Is this the same official as in 7?", on="claim_9")
    (found,) = word.read(hands.saved()).comments
    assert (found.who, found.answers) == ("Dana", "")


def test_a_comment_on_a_row_of_the_table_belongs_to_its_claim(report: Report, hands: Hands) -> None:
    hands.says("Dana", "In the table.", on="row_12")
    (found,) = word.read(hands.saved()).comments
    assert found.place == place(report, 12)


def test_a_comment_elsewhere_is_named_and_not_placed_by_guess(hands: Hands) -> None:
    hands.says("Dana", "On the head of the page.", on="claim_1")
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        one = next(one for one in hands.document.iter(f"{W}{kind}") if one.get(f"{W}id") == "9000")
        moved = one.getparent() if kind == "commentReference" else one
        hands.document[0][0].append(moved)
    brought = word.read(hands.saved())
    assert brought.comments == ()
    assert brought.not_read == (
        NotRead("a comment by Dana, “On the head of the page.”", "it stands on no claim"),
    )


def test_a_comment_without_words_is_named(hands: Hands) -> None:
    hands.says("Dana", "", on="claim_1")
    assert word.read(hands.saved()).not_read == (NotRead("a comment by Dana", "it has no words"),)


def test_of_nested_claims_a_comment_belongs_to_the_inner_one() -> None:
    report = worked.by_two().report()
    hands = Hands(word_report.write(report))
    hands.says("Dana", "Inside.", on="claim_35")
    hands.says("Dana", "Outside.", on="claim_34")
    found = {one.text: one.place for one in word.read(hands.saved()).comments}
    assert found == {"Inside.": place(report, 35), "Outside.": place(report, 34)}


def test_a_comment_on_a_claims_number_belongs_to_the_claim(report: Report, hands: Hands) -> None:
    hands.says("Dana", "On the number.", on="claim_7")
    start = next(
        one for one in hands.document.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == "claim_7"
    )
    number = start.getprevious().getprevious()
    for kind, where in (("commentRangeStart", "before"), ("commentRangeEnd", "after")):
        one = next(one for one in hands.document.iter(f"{W}{kind}") if one.get(f"{W}id") == "9000")
        (number.addprevious if where == "before" else number.addnext)(one)
    (found,) = word.read(hands.saved()).comments
    assert found.place == place(report, 7)


def test_a_public_copy_and_any_other_document_are_refused(report: Report, hands: Hands) -> None:
    public = public_copy(dataclasses.replace(report, edition=Edition(public=True)))
    with pytest.raises(ValueError, match="does not say which article it was made of"):
        word.read(word_report.write(public))
    for name in list(hands.parts):
        if name.startswith("customXml"):
            del hands.parts[name]
    with pytest.raises(ValueError, match="does not say which article"):
        word.read(hands.saved())


def test_several_articles_in_one_file_are_refused(report: Report) -> None:
    data = word_report.together([report, bench("One. Two.").report()])
    with pytest.raises(ValueError, match="it holds 2 articles: export each into a file of its own"):
        word.read(data)


def test_a_report_without_article_and_table_places_nothing(report: Report) -> None:
    bare = dataclasses.replace(report, edition=Edition(sections=(Section.SUMMARY,)))
    brought = word.read(word_report.write(bare))
    assert brought.comments == ()
    assert brought.article == report.article.id


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(ValueError, match=r"^it ") as caught:
        word.read(data)
    return str(caught.value)


def test_half_a_file_is_damaged(hands: Hands) -> None:
    data = hands.saved()
    assert refused(data[: len(data) // 2]) == "it is damaged: it is no archive"
    flipped = bytearray(data)
    at = data.index(b"word/document.xml") + 200
    flipped[at : at + 50] = bytes(50)
    assert refused(bytes(flipped)).startswith("it is damaged: “word/document.xml”")
    hands.parts[DOCUMENT] = b"<w:document"
    del hands.parts[COMMENTS], hands.parts[EXTENDED]
    assert refused(packed(hands.parts)) == "it is damaged: “word/document.xml” is no XML"
    del hands.parts[DOCUMENT]
    assert refused(packed(hands.parts)) == "it is damaged: it has no text"


def test_a_bomb_is_refused_before_it_goes_off(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = dict(hands.parts)
    parts[DOCUMENT] = b"<x>" + b" " * 60_000_000 + b"</x>"
    assert "it would unpack to more than it may" in refused(packed(parts))
    monkeypatch.setattr(archive, "MOST_BYTES", 100_000)
    assert "it would unpack to more than it may" in refused(hands.saved())
    monkeypatch.setattr(archive, "MOST_PARTS", 3)
    assert refused(hands.saved()) == "it is damaged: it has more than 3 parts"


def test_what_is_unpacked_is_counted_whatever_the_archive_says(hands: Hands) -> None:
    data = bytearray(packed({**hands.parts, DOCUMENT: b"<x>" + b" " * 60_000_000 + b"</x>"}))
    size = (60_000_007).to_bytes(4, "little")
    at = data.rindex(size)
    data[at : at + 4] = (500).to_bytes(4, "little")
    assert refused(bytes(data)).startswith("it is damaged: “word/document.xml”")


@pytest.mark.parametrize("name", ["../../evil.xml", "/evil.xml", "word\\evil.xml"])
def test_a_part_whose_name_leads_out_is_refused(hands: Hands, name: str) -> None:
    data = packed({**hands.parts, "x" * len(name): b""})
    data = data.replace(b"x" * len(name), name.encode())
    assert refused(data) == "it is damaged: a part's name leads out of it"


def test_entities_and_document_types_are_refused(hands: Hands) -> None:
    evil = b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><w>&e;</w>'
    hands.parts["word/comments.xml"] = evil
    del hands.parts[EXTENDED]
    assert refused(packed(hands.parts)) == (
        "it is damaged: “word/comments.xml” declares a document type"
    )


def test_two_parts_of_one_name_are_refused(hands: Hands) -> None:
    out = io.BytesIO(hands.saved())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(DOCUMENT, b"")
    assert refused(out.getvalue()) == "it is damaged: two of its parts have one name"


WHOLE = {
    "version": 1,
    "articles": 1,
    "article": "",
    "sha256": "",
    "title": "",
    "claims": [],
    "comments": [],
}
CLAIM = {"bookmarks": [], "quote": "", "start": 0, "end": 1}
COMMENT = {"id": "1", "claim": 3, "who": "", "print": "", "date": "", "edit": ""}


def test_a_whole_mark_is_read() -> None:
    mark = WHOLE | {"claims": [CLAIM], "comments": [COMMENT | {"claim": 0}]}
    assert word_mark.read(json.dumps(mark)).comments[0].id == "1"


@pytest.mark.parametrize(
    "mark",
    [
        "",
        "[]",
        "{}",
        '{"version":1}',
        json.dumps(WHOLE | {"article": 7}),
        json.dumps(WHOLE | {"claims": [{}]}),
        json.dumps(WHOLE | {"claims": [{**CLAIM, "bookmarks": [1]}]}),
        json.dumps(WHOLE | {"comments": [COMMENT]}),
        "[" * 100_000,
        '{"version":1,"articles":' + "9" * 5000 + "}",
    ],
)
def test_a_damaged_mark_is_said_to_be_one(mark: str) -> None:
    with pytest.raises(
        ValueError, match="the list of claims that Annotator wrote into it is damaged"
    ):
        word_mark.read(mark)


def test_a_mark_of_another_version_is_said_to_be_one() -> None:
    mark = word_mark.Mark(1, "", "", "", (), ())
    later = json.loads("".join(word_mark.written(mark))) | {"version": 2}
    with pytest.raises(ValueError, match="written by another version of Annotator"):
        word_mark.read(json.dumps(later))


def test_a_long_mark_stands_in_pieces_and_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_mark, "SIZE", 1000)
    report = worked.by_two().report()
    data = word_report.write(report)
    hands = Hands(data)
    assert hands.parts["customXml/item1.xml"].count(b"<part>") > 5
    assert word.read(data).article == report.article.id
