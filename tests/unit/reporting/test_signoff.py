"""The sign-off sheet: what it says of an article, and that it fits on a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.domain.article import ClaimId, Span
from annotator.domain.assessment import Assessment, Wording
from annotator.domain.beside import Beside
from annotator.domain.edition import PUBLIC_COPY, Edition, Withheld
from annotator.domain.edits.revisions import AddRevision, Carry, Match
from annotator.domain.edits.tagging import SetTag
from annotator.domain.edits.writes import Own
from annotator.domain.evidence import Item, Link, Linked, Stance
from annotator.domain.record import Record
from annotator.domain.reminders import reminders
from annotator.domain.report import Held, Report, ReportClaim
from annotator.domain.tags import Tag
from annotator.reporting.signoff import SignOff, signoff
from annotator.reporting.signoff_lists import LINES, SheetList
from annotator.reporting.view import view
from unit.exporters import worked
from unit.exporters.record_sample import recorded
from unit.exporters.reports import ANNA, BEN, Bench, sample


def listed(sheet: SignOff, kind: str) -> SheetList:
    return next(one for one in sheet.lists if one.kind == kind)


def changed(report: Report, number: int, **fields: object) -> Report:
    """The report in which the claim of this number is another one."""
    claims = tuple(
        replace(one, **fields) if one.number == number and not one.retired else one  # type: ignore[arg-type]
        for one in report.claims
    )
    return replace(report, claims=claims)


def claim_of(report: Report, number: int) -> ReportClaim:
    return next(one for one in report.counted if one.number == number)


def item(name: str, *, primary: bool | None = None, publisher: str = "") -> Linked:
    link = Link(name, Stance.SUPPORTS, quote="“so”", locator="p. 12")
    return Linked(
        link,
        Item(name, ANNA, title=name, primary=primary, publisher=publisher, accessed="2024-01-04"),
    )


def verified_on(report: Report, number: int, *evidence: Linked) -> Report:
    """The claim verified by whoever holds anything of it, on this evidence."""
    held = tuple(
        Held(one.analyst, Assessment(Tag.VERIFIED), one.changed, Record(evidence), one.judged)
        for one in claim_of(report, number).held
    )
    short = reminders(held[0].assessment, held[0].record)
    beside = dict(report.beside)
    if short:
        beside[claim_of(report, number).id] = Beside(short=short[0].sentence, lacks=short[0])
    return replace(changed(report, number, held=held, decisions=()), beside=beside)


def test_the_head_says_what_was_checked_by_whom_and_who_settled() -> None:
    sheet = signoff(worked.reviewed().report())
    assert (sheet.copy, sheet.sheet) == ("Editor’s copy.", "Sign-off sheet, before publication")
    assert sheet.title.startswith("At Least 95 Killed")
    assert sheet.about == (
        ("Article", "Wagswoofs, 4 Jan 2024"),
        ("Version", "imported 4 Jan 2024, text unchanged"),
        ("Claims", "48 claims and the title"),
    )
    assert dict(sheet.people)["Checked by"] == "Anna, Ben, Chloé (all 49)"
    assert dict(sheet.people)["Settled by"] == (
        "Anna (3) and Ben (3), last on 4 Jan 2024, 11:22 UTC"
    )
    assert sheet.hash == "text sha256 85e380e277def0f46e…"


def test_who_checked_less_than_all_is_named_with_how_much() -> None:
    made = worked.by_two()
    assert dict(signoff(made.report()).people)["Checked by"] == "Anna (19), Ben (7)"


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (worked.untagged, "Ready to publish: no, 49 not judged"),
        (worked.by_two, "Ready to publish: no, 2 open, 30 not judged"),
        (worked.reviewed, "Ready to publish: no, 3 open, 2 to check again"),
    ],
)
def test_what_is_in_the_way_of_publishing_is_said_in_the_verdict(
    state: Callable[[], Bench], says: str
) -> None:
    sheet = signoff(state().report())
    assert (sheet.verdict, sheet.ready) == (says, False)


def test_it_is_ready_where_all_is_judged_and_nothing_open_or_changed_since() -> None:
    made = sample()
    every = tuple(made.claim(number) for number in range(49))
    made.does(ANNA, SetTag(made.article, every, Tag.DISPUTED))
    report = made.report()
    assert (signoff(report).verdict, signoff(report).ready) == ("Ready to publish: yes", True)
    made.does(BEN, SetTag(made.article, every[:1], Tag.VERIFIED))
    assert signoff(made.report()).verdict == "Ready to publish: no, 1 open"


def test_a_blind_check_and_an_article_without_claims_are_not_ready() -> None:
    report = worked.by_one().report()
    blind = signoff(replace(report, veiled=True))
    assert blind.verdict == "Ready to publish: no, the check is blind still"
    assert blind.copy == "Editor’s copy of a blind check."
    assert signoff(replace(report, claims=())).verdict.endswith("no, there is no claim in it")


def test_open_claims_say_who_holds_what() -> None:
    found = listed(signoff(worked.reviewed().report()), "open")
    assert [row.label for row in found.rows] == ["25", "31", "35"]
    assert [(who, look.word) for who, look in found.rows[1].sides] == [
        ("Anna, Ben", "on its source"),
        ("Chloé", "unattributed"),
    ]


def test_a_disputed_claim_says_why_and_shows_what_is_marked_wrong() -> None:
    report = recorded().report()
    rows = {row.label: row for row in listed(signoff(report), "disputed").rows}
    assert rows["1"].remark.startswith("right when published, no longer so")
    claim = claim_of(report, 1)
    held = claim.held[0]
    wrong = Span(claim.span.start, claim.span.start + 9)
    marked = replace(held, assessment=replace(held.assessment, facts=((wrong, False),)))
    again = signoff(changed(report, 1, held=(marked,)))
    assert {row.label: row.text for row in listed(again, "disputed").rows}["1"] == "Wagswoofs"


def test_proposed_wordings_have_boxes_and_are_cut_short_round_the_change() -> None:
    report = worked.by_one().report()
    text = claim_of(report, 1).text
    wording = text.replace("95", "84")
    at = text.index("95")
    held = claim_of(report, 1).held[0]
    report = changed(
        report,
        1,
        held=(replace(held, assessment=replace(held.assessment, wording=Wording(wording, False))),),
    )
    pieces = ((text[:at], "same"), ("95", "dropped"), ("84", "new"), (text[at + 2 :], "same"))
    claim = claim_of(report, 1)
    report = replace(report, beside={claim.id: Beside(wordings={held.analyst.id: pieces})})
    found = listed(signoff(report), "wordings")
    (row,) = found.rows
    assert (
        "".join(text for text, _ in row.pieces)
        == "…the lives of at least 9584 individuals in southern…"
    )
    assert row.boxes == (("taken", False), ("not", True))
    assert (found.remark, found.count) == ("1 not", 1)
    assert found.notes == ("1: the author keeps the sentence; it stays disputed",)


def test_verified_on_one_thing_alone_is_listed_with_whether_it_suffices() -> None:
    report = worked.by_one().report()
    report = verified_on(report, 2, item("Programme", primary=True))
    report = verified_on(report, 14, item("Agency", primary=False))
    report = verified_on(report, 38, item("Court"))
    report = verified_on(report, 40, item("a", primary=False), item("b", primary=False))
    report = verified_on(report, 46, item("c", publisher="One"), item("d", publisher="one"))
    found = listed(signoff(report), "single")
    assert [(row.label, row.text, row.remark) for row in found.rows] == [
        ("2", "Programme, p. 12", "primary"),
        ("14", "Agency, p. 12", "secondary: short of the rule"),
        ("38", "Court, p. 12", "not marked as primary: short of the rule"),
        ("46", "c, p. 12", "not marked as primary: short of the rule"),
    ]


def test_claims_short_of_the_rule_stand_together_where_they_lack_the_same() -> None:
    report = worked.by_one().report()
    for number in (2, 14):
        report = verified_on(report, number)
    report = verified_on(report, 38, item("Agency", primary=False))
    found = listed(signoff(report), "short")
    assert [(row.label, row.text) for row in found.rows] == [
        ("2, 14", "no evidence yet"),
        ("38", "one secondary source; the rule asks for three"),
    ]
    assert found.count == 3


def test_what_was_settled_against_somebody_is_listed_by_who_settled() -> None:
    found = listed(signoff(worked.reviewed().report()), "against")
    assert [(row.label, row.text) for row in found.rows] == [
        ("Anna", "against Chloé: 3 · against Ben: 5, 6"),
        ("Ben", "against Chloé: 12"),
    ]
    assert found.count == 4
    assert found.notes == ("In all 4 the one who settled held what now stands.",)


def test_stale_decisions_and_sentences_of_a_newer_copy_are_to_be_checked_again() -> None:
    made = worked.reviewed()
    match = Match(made.claim(8), ClaimId("of the earlier copy"), "changed")
    judged = Match(made.claim(7), ClaimId("another"), "changed")
    made.does(
        ANNA, AddRevision(made.article, type(made.article)("an earlier one"), (match, judged))
    )
    made.does(ANNA, SetTag(made.article, (made.claim(7),), Tag.VERIFIED))
    sheet = signoff(made.report())
    assert [(row.label, row.remark) for row in listed(sheet, "again").rows] == [
        ("5", "a tag was changed since it was settled"),
        ("8", "changed since the earlier copy"),
        ("12", "a tag was changed since it was settled"),
    ]
    assert dict(sheet.about)["Version"].startswith("newer copy of an earlier text, imported")


def test_an_empty_list_stays_as_one_quiet_line() -> None:
    sheet = signoff(worked.untagged().report())
    assert all(one.quiet and not one.rows and one.count == 0 for one in sheet.lists)
    assert [one.name for one in sheet.lists] == [
        "Open",
        "Disputed",
        "Proposed wordings",
        "On a single source",
        "Short of the rule",
        "Settled against somebody",
        "Check again",
    ]


@pytest.mark.parametrize("lines", [LINES, 12, 7])
def test_the_lists_fit_the_page_and_say_how_many_are_not_on_it(lines: int) -> None:
    made = sample()
    every = tuple(made.claim(number) for number in range(49))
    made.does(ANNA, SetTag(made.article, every, Tag.DISPUTED))
    made.does(BEN, SetTag(made.article, every[:20], Tag.VERIFIED))
    sheet = signoff(made.report(), lines=lines)
    rows = [one for found in sheet.lists for one in found.rows]
    more = [found.more for found in sheet.lists if found.more]
    assert sum(row.lines for row in rows) + len(more) <= lines
    for kind, count in (("open", 20), ("disputed", 29)):
        found = listed(sheet, kind)
        assert found.count == count
        assert found.more == f"and {count - len(found.rows)} more"


def test_a_list_that_needs_little_leaves_its_room_to_the_others() -> None:
    made = sample()
    every = tuple(made.claim(number) for number in range(49))
    made.does(ANNA, SetTag(made.article, every[:20], Tag.DISPUTED))
    found = listed(signoff(made.report()), "disputed")
    assert len(found.rows) == 20
    assert not found.more


def test_a_public_copy_has_no_list_of_what_was_taken_out_of_it() -> None:
    report = replace(worked.reviewed().report(), edition=PUBLIC_COPY)
    sheet = signoff(report)
    assert [one.kind for one in sheet.lists] == ["open", "disputed"]
    assert listed(sheet, "open").name == "Not settled"
    assert sheet.verdict.startswith("Ready to publish: no, 3 not settled")
    assert (sheet.copy, sheet.foot) == ("", "Public copy · sign-off sheet")
    cleared = replace(report, edition=Edition(public=True, cleared=frozenset(Withheld)))
    assert len(signoff(cleared).lists) == 7


def test_without_names_times_and_hash_nothing_is_said_of_them() -> None:
    report = worked.reviewed().report()
    nobody = replace(report.claims[0].held[0].analyst, name="")
    claims = tuple(
        replace(
            claim,
            held=tuple(replace(one, analyst=nobody) for one in claim.held),
            decisions=tuple(
                replace(one, reviewer=nobody, decision=replace(one.decision, decided=0))
                for one in claim.decisions
            ),
        )
        for claim in report.claims
    )
    article = replace(report.article, sha256="", imported_at=0)
    sheet = signoff(replace(report, claims=claims, article=article, made_at=0))
    assert sheet.people == ()
    assert "Version" not in dict(sheet.about)
    assert sheet.hash == ""
    assert listed(sheet, "open").rows[1].sides[0][0] == "2 analysts"


def test_the_sheet_speaks_the_language_of_its_labels() -> None:
    report = replace(worked.reviewed().report(), edition=Edition(labels="de"))
    sheet = signoff(report)
    assert sheet.language == "de"
    assert dict(sheet.about)["Artikel"] == "Wagswoofs, 4. Jan. 2024"


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        ((3, 5), ("In 2 of 4 the one who settled held what now stands.",)),
        ((3, 5, 6, 12), ()),
    ],
)
def test_who_settled_without_having_held_it_is_told_apart(
    numbers: tuple[int, ...], says: tuple[str, ...]
) -> None:
    report = worked.reviewed().report()
    for number in numbers:
        ruled = claim_of(report, number).decisions[0]
        over = {who: one for who, one in ruled.decision.over.items() if who != ruled.reviewer.id}
        other = replace(ruled, decision=replace(ruled.decision, over=over))
        report = changed(report, number, decisions=(other,))
    assert listed(signoff(report), "against").notes == says


def test_the_only_one_settled_against_somebody_is_spoken_of_as_one() -> None:
    report = worked.reviewed().report()
    for number in (3, 5, 6):
        report = changed(report, number, decisions=())
    notes = listed(signoff(report), "against").notes
    assert notes == ("The one who settled it held what now stands.",)


def test_many_claims_that_lack_the_same_are_named_up_to_a_dozen() -> None:
    made = sample()
    made.does(ANNA, SetTag(made.article, tuple(map(made.claim, range(1, 21))), Tag.VERIFIED))
    report = made.report()
    for number in range(1, 21):
        report = verified_on(report, number)
    (row,) = listed(signoff(report), "short").rows
    assert row.label == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more"


def test_what_weighs_and_what_was_carried_from_an_earlier_version_is_said() -> None:
    made = worked.untagged()
    earlier = type(made.article)("an earlier one")
    hows = {4: "changed", 5: "again", 6: "asked", 7: "exact", 8: "exact"}
    matches = [Match(made.claim(n), ClaimId(f"c{n}"), how) for n, how in hows.items()]
    made.does(ANNA, AddRevision(made.article, earlier, tuple(matches)))
    again = Match(made.claim(5), ClaimId("c5"), "changed")
    judged = [Own("claim", made.claim(n), "judgement", {"tag": "verified"}) for n in (7, 8)]
    made.does(ANNA, Carry(made.article, tuple(judged)))
    made.does(ANNA, AddRevision(made.article, earlier, (again,)))
    found = listed(signoff(made.report()), "again")
    assert [(row.label, row.remark) for row in found.rows] == [
        ("4", "changed since the earlier copy"),
        ("5", "a number, a name or a negation changed since the earlier copy"),
    ]
    assert found.notes == ("2 claims were carried from the earlier copy and not judged anew.",)
    made.does(ANNA, SetTag(made.article, (made.claim(7),), Tag.DISPUTED))
    found = listed(signoff(made.report()), "again")
    assert found.notes == ("1 claim was carried from the earlier copy and not judged anew.",)
    review = view(made.report()).review
    assert review is not None
    copies = [one.counted for one in review.revisions]
    assert copies == ["2 exact, 1 changed, 1 to check again, 1 to confirm", "1 changed"]
