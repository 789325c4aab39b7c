"""The article in a Word file: every character of it, claims marked, comments and changes at their words."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import docx
import pytest
from docx2python import docx2python
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.article import Passage, PassageKind, Span
from annotator.domain.assessment import Analyst, Assessment, Wording
from annotator.domain.beside import Beside
from annotator.domain.edition import Edition, Section
from annotator.domain.edits.assessing import SetWording
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetTag
from annotator.domain.report import Held, Outcome, Report
from annotator.domain.tags import Tag
from annotator.exporters import word_report
from annotator.exporters.word_comments import initials
from annotator.exporters.word_cues import CUES
from unit.exporters import worked
from unit.exporters.record_sample import recorded
from unit.exporters.reports import ANNA, BEN, START, Bench, bench
from unit.exporters.test_word_file import sound
from unit.exporters.word_opened import W15, Opened, W, run_style, text


def opened(report: Report) -> Opened:
    return sound(word_report.write(report))


def claim_words(file: Opened, number: str) -> str:
    return file.bookmarks()[f"claim_{number}"]


def passages_of(report: Report) -> list[str]:
    return [report.article.text[one.start : one.end] for one in report.passages]


@pytest.mark.parametrize("made", [worked.untagged, worked.by_two, worked.reviewed, recorded])
def test_every_character_of_the_article_is_there_in_its_order(made) -> None:
    report = made().report()
    assert opened(report).passages() == passages_of(report)


def test_tabs_emoji_joined_characters_and_odd_blanks_are_kept() -> None:
    words = "A\ttab, 👩‍🚒 and e\u0301,\u00a0a\u202fnarrow  double\u2003wide – 漢字."
    report = bench(f"{words}\n\nNext.", claims=[Span(0, len(words))]).report()
    file = opened(report)
    assert file.passages()[0] == words
    assert claim_words(file, "1" if "claim_1" in file.bookmarks() else "T") == words


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_claims_may_nest_overlap_and_cross_passages(data: st.DataObject) -> None:
    body = "one two three four\n\nfive six seven\n\neight nine ten eleven"
    ends = st.integers(0, len(body))
    spans = data.draw(st.lists(st.tuples(ends, ends), max_size=7))
    claims = sorted({Span(min(two), max(two)) for two in spans if two[0] != two[1]})
    where = [Passage(PassageKind.BODY, 0, 18), Passage(PassageKind.BODY, 20, 34)]
    where.append(Passage(PassageKind.BODY, 36, len(body)))
    visible = [one for one in claims if body[one.start : one.end].strip()]
    report = bench(body, kinds=where, claims=visible).report()
    file = opened(report)
    assert file.passages() == passages_of(report)
    marks = file.bookmarks()
    for claim in report.counted:
        shown = marks[f"claim_{claim.number or 'T'}"]
        assert shown.split() == claim.text.split()


def test_an_inner_claim_has_its_own_look_and_the_outer_one_goes_on_behind_it() -> None:
    made = bench("Outer begins, inner lies here, outer ends.", claims=[Span(0, 42), Span(14, 29)])
    every = made.report().counted
    made.does(ANNA, SetTag(made.article, (every[0].id,), Tag.VERIFIED))
    made.does(ANNA, SetTag(made.article, (every[1].id,), Tag.DISPUTED))
    file = opened(made.report())
    runs = [
        (text(one), run_style(one))
        for one in file.body.iter(f"{W}r")
        if run_style(one).startswith("AnnotatorClaim") and text(one) in made.text
    ]
    page = [one for one in runs if one[0].strip()]
    verified, disputed = CUES[Outcome.VERIFIED].claim, CUES[Outcome.DISPUTED].claim
    assert [one for one in page if one[1] in (verified, disputed)][:3] == [
        ("Outer begins, ", verified),
        ("inner lies here", disputed),
        (", outer ends.", verified),
    ]
    assert word_report.notices(made.report())[0].startswith("1 claim lies over another one")


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_outcome_has_a_colour_and_a_line_of_its_own(outcome: Outcome) -> None:
    styles = Opened(word_report.write(worked.by_one().report())).xml("word/styles.xml")
    style = next(one for one in styles if one.get(f"{W}styleId") == CUES[outcome].claim)
    fill, line = style.find(f"{W}rPr/{W}shd"), style.find(f"{W}rPr/{W}u")
    given = (
        "" if fill is None else fill.get(f"{W}fill"),
        "" if line is None else line.get(f"{W}val"),
    )
    assert (
        given
        == {
            Outcome.VERIFIED: ("A9CFFB", "single"),
            Outcome.DISPUTED: ("F0BE9C", "wave"),
            Outcome.UNATTRIBUTED: ("CFC5D3", "dash"),
            Outcome.ON_SOURCE: ("", "dotted"),
            Outcome.NOT_CHECKABLE: ("", ""),
            Outcome.OPEN: ("E4DFD4", "thick"),
            Outcome.UNTAGGED: ("", "dotted"),
        }[outcome]
    )


def test_a_paragraph_from_right_to_left_is_one_and_so_are_its_runs() -> None:
    file = opened(bench("گزارش ABC 12 را دید.\n\nEnglish with گفته inside.").report())
    first, second = [
        one
        for one in file.body.iter(f"{W}p")
        if text(one)
        and one.find(f"{W}pPr/{W}pStyle") is not None
        and one.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("AnnotatorPassage")
    ]
    assert first.find(f"{W}pPr/{W}bidi") is not None
    assert second.find(f"{W}pPr/{W}bidi") is None

    def turned(paragraph) -> dict[str, bool]:
        return {
            text(one): one.find(f"{W}rPr/{W}rtl") is not None
            for one in paragraph.iter(f"{W}r")
            if run_style(one) != "AnnotatorClaimNumber"
        }

    assert turned(first) == {"گزارش ": True, "ABC 12": False, " را دید.": True}
    assert turned(second) == {"English with ": False, "گفته": True, " inside.": False}


def test_passages_have_the_styles_of_what_they_are() -> None:
    lines = [
        "Title",
        "Heading",
        "Body text.",
        "An item.",
        "Quoted.",
        "A caption.",
        "Subscribe now.",
    ]
    kinds = [
        PassageKind.TITLE,
        PassageKind.HEADING,
        PassageKind.BODY,
        PassageKind.LIST_ITEM,
        PassageKind.QUOTATION,
        PassageKind.CAPTION,
        PassageKind.BOILERPLATE,
    ]
    at, where = 0, []
    for kind, line in zip(kinds, lines, strict=True):
        where.append(Passage(kind, at, at + len(line)))
        at += len(line) + 2
    file = opened(bench("\n\n".join(lines), kinds=where).report())
    for style, line in (
        ("Title", "Title"),
        ("Heading", "Heading"),
        ("", "Body text."),
        ("List", "An item."),
        ("Quotation", "Quoted."),
        ("Caption", "A caption."),
    ):
        assert [one[-len(line) :] for one in file.styled(f"AnnotatorPassage{style}")] == [line]
    assert file.styled("AnnotatorFurniture") == ["Subscribe now."]
    assert "Page furniture, set aside: not part of the article" in file.styled("AnnotatorMuted")


def test_a_note_is_a_comment_by_its_analyst_on_the_words_of_its_claim() -> None:
    report = worked.by_two().report()
    document = docx.Document(io.BytesIO(word_report.write(report)))
    notes = {one.text: one for one in document.comments if "84 a day later" in one.text}
    ((said, comment),) = notes.items()
    assert said.startswith("✕ Disputed\n")
    assert comment.author == "Anna"
    assert comment.initials == "A"
    held = next(claim for claim in report.counted if claim.number == 1).held
    assert comment.timestamp is not None
    changed = next(one.changed for one in held if one.analyst.name == "Anna")
    assert int(comment.timestamp.timestamp()) == changed // 1_000_000
    file = Opened(word_report.write(report))
    assert file.on(file.comment("84 a day later")) == claim_words(file, "1")


def test_docx2python_reads_the_comments_with_the_words_they_stand_on(tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(word_report.write(worked.reviewed().report()))
    with docx2python(path) as read:
        found = {said: (anchor, author) for anchor, author, _, said in read.comments}
    asked = next(one for said, one in found.items() if "same official as in 7" in said)
    assert asked[0].startswith("Iran is attributing the attacks to Israel")
    assert asked[1] == "Ben"


def test_a_decision_is_a_comment_by_who_settled_it_with_the_reason() -> None:
    file = opened(worked.reviewed().report())
    said = file.comment("A biography has a village of Kerman province.")
    assert said.get(f"{W}author") == "Ben"
    assert text(said).startswith("✕ Settled as disputed by Ben")
    assert "A colleague changed a tag since: check again." in text(said)
    assert file.on(said) == claim_words(file, "12")


def test_answers_are_threaded_as_word_wants_them() -> None:
    file = opened(worked.reviewed().report())
    asked = file.comment("Is this the same official as in 7?")
    first, gone, last = (
        file.comment(words)
        for words in (
            "four current and former ones.",
            "took a comment back",
            "گفته‌ی همان مقام است.",
        )
    )
    above = {
        one.get(f"{W15}paraId"): one.get(f"{W15}paraIdParent")
        for one in file.xml("word/commentsExtended.xml")
    }

    def key(comment) -> str:
        return f"{int(comment.get(f'{W}id')) + 1:08X}"

    assert above[key(asked)] is None
    assert {above[key(one)] for one in (first, gone, last)} == {key(asked)}
    assert {file.on(one) for one in (asked, first, gone, last)} == {claim_words(file, "9")}


def test_a_comment_has_evidence_with_grade_address_quotation_and_place() -> None:
    said = text(opened(recorded().report()).comment("Survey map"))
    assert "✕ Disputed · contradicted" in said
    assert "Contradicts · Survey map · B2 · example.org/map" in said
    assert "“396 m”, at the second mark" in said
    assert "Flag: Ask: the author" in said
    assert "Fairly sure" in said


def test_where_the_article_is_left_out_the_comments_stand_on_the_table() -> None:
    edition = Edition(sections=(Section.CLAIMS,))
    report = dataclasses.replace(worked.by_two().report(), edition=edition)
    file = opened(report)
    said = file.comment("84 a day later")
    assert file.on(said) == file.bookmarks()["row_1"]
    assert word_report.count(word_report.write(report)).notes == 5
    bare = dataclasses.replace(report, edition=Edition(sections=(Section.SUMMARY,)))
    assert opened(bare).comments == []


def reworded(*proposals: tuple[str, str], taken: bool | None = None) -> tuple[Bench, Report]:
    """One claim, and what each of these people would have it say."""
    made = bench("At least 95 people were killed there.")
    made.does(BEN, SetName(BEN, "Ben"))
    claim = made.report().counted[0]
    for who, words in proposals:
        analyst = ANNA if who == "Anna" else BEN
        made.does(analyst, SetTag(made.article, (claim.id,), Tag.DISPUTED))
        made.does(analyst, SetWording(made.article, claim.id, Wording(words, taken)))
    return made, made.report()


def with_pieces(report: Report, *pieces: tuple[str, str], who: str = ANNA) -> Report:
    claim = report.counted[0]
    return dataclasses.replace(report, beside={claim.id: Beside(wordings={who: pieces})})


PIECES = (
    ("At least ", "same"),
    ("95", "dropped"),
    ("84", "new"),
    (" people were killed", "same"),
    (" there", "dropped"),
    (".", "same"),
    (" It is said.", "new"),
)


def test_a_proposed_wording_is_a_tracked_change_at_the_changed_words() -> None:
    _, report = reworded(("Anna", "At least 84 people were killed. It is said."))
    file = opened(with_pieces(report, *PIECES))
    changes = [
        (kind, text(one), one.get(f"{W}author"), one.get(f"{W}date")[:10])
        for one in file.body.iter(f"{W}ins", f"{W}del")
        for kind in [one.tag.removeprefix(W)]
    ]
    assert changes == [
        ("del", "95", "Anna", "2024-01-04"),
        ("ins", "84", "Anna", "2024-01-04"),
        ("del", " there", "Anna", "2024-01-04"),
        ("ins", " It is said.", "Anna", "2024-01-04"),
    ]
    assert file.passages() == ["At least 95 people were killed there."]
    accepted = "".join(
        text(one)
        for one in file.body.iter(f"{W}r")
        if one.getparent().tag != f"{W}del" and run_style(one) == CUES[Outcome.DISPUTED].claim
    )
    assert "At least 84 people were killed. It is said." in accepted


def test_of_two_proposals_the_first_is_a_change_and_the_other_stands_in_its_comment() -> None:
    _, report = reworded(("Anna", "At least 84 people were killed."), ("Ben", "Many were killed."))
    file = opened(with_pieces(report, *PIECES))
    assert {one.get(f"{W}author") for one in file.body.iter(f"{W}ins", f"{W}del")} == {"Anna"}
    said = file.comment("Proposed wording: Many were killed.")
    assert said.get(f"{W}author") == "Ben"


def test_a_wording_that_the_author_did_not_take_changes_nothing() -> None:
    _, report = reworded(("Anna", "Nobody knows."), taken=False)
    file = opened(report)
    assert not list(file.body.iter(f"{W}ins", f"{W}del"))
    assert "Not taken by the author." in text(file.comment("Proposed wording: Nobody knows."))


def test_a_wording_without_pieces_changes_the_whole_sentence_and_one_of_another_text_none() -> None:
    _, report = reworded(("Anna", "Nobody knows."))
    file = opened(report)
    said = [(one.tag.removeprefix(W), text(one)) for one in file.body.iter(f"{W}ins", f"{W}del")]
    assert said == [("del", "At least 95 people were killed there."), ("ins", "Nobody knows.")]
    other = with_pieces(report, ("Other words.", "dropped"), ("Nobody knows.", "new"))
    assert not list(opened(other).body.iter(f"{W}ins", f"{W}del"))


def test_a_change_that_crosses_passages_leaves_both_whole() -> None:
    body = "First half\n\nsecond half."
    where = [Passage(PassageKind.BODY, 0, 10), Passage(PassageKind.BODY, 12, 24)]
    made = bench(body, kinds=where, claims=[Span(0, 24)])
    claim = made.report().counted[0]
    held = Held(Analyst(ANNA, "Anna"), Assessment(Tag.DISPUTED, wording=Wording("Short.")), START)
    report = made.report()
    report = dataclasses.replace(report, claims=(dataclasses.replace(claim, held=(held,)),))
    file = opened(report)
    assert file.passages() == ["First half", "second half."]
    gone = [text(one) for one in file.body.iter(f"{W}del")]
    assert gone == ["First half", "second half."]


def test_initials_are_of_names_in_any_script() -> None:
    assert initials("Anna Maria von Berg") == "AMV"
    assert initials("漢字") == "漢"
    assert initials("") == ""
