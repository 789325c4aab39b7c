"""What the panel is given, made from what the desk knows."""

from __future__ import annotations

from datetime import date

import pytest

from annotator.desk import notes
from annotator.domain.article import Span, claim_id
from annotator.domain.assessment import Audience
from annotator.domain.edits.layout import SplitClaim
from annotator.domain.edits.revisions import AddRevision, Match
from annotator.domain.edits.tagging import SetTag
from annotator.domain.tags import Standing, Tag
from annotator.domain.wording import listed, raised
from annotator.ui.kit.styled import Look
from annotator.ui.review.people import when
from annotator.ui.review.queueing import queue_view
from annotator.ui.review.viewing import changed_since
from factories import bring_in
from reviewed import DORA, A, B, C, Desk

OTHER = "Other copy\n\nAccording to the report, the second blast took place 2,300 feet away."
TODAY = date(2026, 11, 26)
DAY = 86_400_000_000
NOON = 1_795_694_400_000_000
"""26 November 2026, 12:00 UTC, in microseconds since 1970."""


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (NOON, "12:00"),
        (NOON - DAY, "yesterday 12:00"),
        (NOON - 22 * DAY, "4 Nov"),
        (NOON - 400 * DAY, "22 Oct 2025"),
    ],
)
def test_when_it_was_said(at: int, words: str) -> None:
    assert when(at, TODAY) == words


@pytest.mark.parametrize("at", [-(2**63), -1, 0, 2**63 - 1, 10**30])
def test_a_clock_that_is_far_off_breaks_nothing(at: int) -> None:
    assert when(at, TODAY)


def test_names_are_put_together() -> None:
    assert listed([]) == ""
    assert listed(["Ann"]) == "Ann"
    assert listed(["Ann", "Ben", "Chloé"]) == "Ann, Ben and Chloé"
    assert raised("you and Ben") == "You and Ben"


def test_the_viewer_comes_first_and_is_called_you(desk: Desk) -> None:
    for viewer, initials in ((A, "ABC"), (B, "BAC"), (C, "CAB")):
        view = desk.view(5, viewer)
        assert "".join(voice.who.initial for voice in view.voices) == initials
        assert view.voices[0].who.name == "You"
        assert [voice.column for voice in view.voices] == [0, 1, 2]


def test_who_did_not_judge_it_is_named(desk: Desk) -> None:
    desk.judge(DORA, Standing.VERIFIED, 0)
    assert desk.view(5).silent == "Dora did not judge it."
    assert desk.view(0).silent == ""


def test_a_judgement_of_another_text_says_so_and_marks_the_difference(desk: Desk) -> None:
    other = bring_in(desk.library.store, B, OTHER)
    span = Span(OTHER.index("According"), len(OTHER))
    claim = claim_id(other, span)
    matches = (Match(claim, desk.claim(5), "changed"),)
    desk.acts_as(DORA).perform(
        AddRevision(other, desk.article, matches), SetTag(other, (claim,), Tag.VERIFIED)
    )
    desk.acts_as(B).perform(SetTag(other, (claim,), Tag.UNATTRIBUTED))
    voices = {voice.who.name: voice for voice in desk.view(5).voices}
    assert voices["Analyst B"].other == (), "B judged this very claim"
    voice = voices["Dora"]
    assert voice.differs
    looks = {look: "".join(p.text for p in voice.other if p.look is look) for look in Look}
    assert "blast" in looks[Look.ADDED]
    assert "explosion" in looks[Look.DROPPED]
    assert looks[Look.PLAIN].startswith("According to the report, the second")


def test_a_note_for_its_writer_alone_is_not_in_the_view(desk: Desk) -> None:
    notes.write_note(
        desk.acts_as(B), desk.article, desk.claim(6), "my source", audience=Audience.ME
    )
    voice = next(one for one in desk.view(6).voices if one.who.initial == "B")
    assert voice.note == ""
    own = next(one for one in desk.view(6, B).voices if one.who.me)
    assert own.note == "my source"


def test_what_was_held_before_a_cut_is_shown(desk: Desk) -> None:
    snapshot = desk.snapshot()
    start, end = snapshot.span(desk.index(5))
    middle = start + snapshot.article.text[start:end].index("the second")
    into = (Span(start, middle), Span(middle, end))
    desk.acts_as(A).perform(SplitClaim(desk.article, desk.claim(5), into))
    view = desk.view(5)
    assert [(one.who.name, one.standing) for one in view.before] == [
        ("You", Standing.DISPUTED),
        ("Analyst B", Standing.VERIFIED),
        ("Analyst C", Standing.DISPUTED),
    ]
    assert view.before[1].quotation.startswith("According to the report, the second explosion")
    assert view.before[1].note.startswith("ISNA says it")


def test_who_changed_a_tag_since_is_named_by_value(desk: Desk) -> None:
    index = desk.index(28)
    assert changed_since(desk.held(), index) == (B.id,)
    desk.judge(B, Standing.UNATTRIBUTED, 28)
    assert changed_since(desk.held(), index) == (), "changed and taken back is as it was"
    assert desk.view(28).stale == ""
    desk.judge(DORA, Standing.VERIFIED, 28)
    assert desk.view(28).stale == "Dora changed the tag since: decide again."
    assert changed_since(desk.held(), desk.index(3)) == ()


def test_a_line_of_the_queue_has_letters_and_its_tip_has_names(desk: Desk) -> None:
    view = desk.queue(5)
    returned, settled = view.row(desk.index(28)), view.row(desk.index(15))
    assert (returned.aside, returned.brief) == ("B changed the tag", "B changed")
    assert returned.full == "Analyst B changed the tag"
    assert (settled.aside, settled.full) == ("by B, a party", "by Analyst B, a party")
    assert view.row(desk.index(6)).aside == "by you, a party"
    assert view.row(desk.index(0)).label == "T"


def test_the_view_of_a_queue_is_made_again_alike(desk: Desk) -> None:
    assert desk.queue(5) == desk.queue(5)
    assert desk.queue(5) != desk.queue(6)
    held = desk.held()
    view = queue_view(desk.snapshot(), held, {}, current=None)
    assert view.row(desk.index(15)).full == "by Analyst B, a party", "columns have names too"
