"""What a colleague's word rests on stands on the card: why, how sure, the evidence, who says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.desk import assessing, attributing, evidencing, records, tagging
from annotator.desk.attributing import AttributionGiven
from annotator.desk.evidencing import Given, Serving
from annotator.domain.assessment import Assessment, Audience, Because
from annotator.domain.attribution import Attribution, Quoted
from annotator.domain.evidence import Item, Link, Linked, Stance
from annotator.domain.record import NO_RECORD, Record
from annotator.domain.tags import Standing, Tag
from annotator.store.write import Author
from annotator.ui.review.cards import Cards
from annotator.ui.review.recordlines import record_lines, why_words
from annotator.ui.review.view import EvidenceLine, RecordLines, VoiceView
from annotator.ui.review.voicerecord import VoiceRecord
from annotator.ui.theme import DARK, LIGHT, Theme
from reviewed import A, B, Desk
from shown import Stage, clipped, one, said, settled

CLAIM = "claim"


def piece(stance: Stance, title: str, number: int = 0, **about: str) -> Linked:
    item = Item(f"item-{title}-{number}", "me", title=title, **about)  # type: ignore[arg-type]
    return Linked(Link(item.id, stance, credibility="2"), item)


def recorded(desk: Desk, author: Author, number: int, given: Given, stance: Stance) -> None:
    library, claim = desk.acts_as(author), desk.claim(number)
    serving = Serving(stance, quote="the first of two blasts", credibility="1")
    evidencing.add(library, desk.article, [claim], given, serving)


def voices(desk: Desk, number: int, viewer: Author = A) -> dict[str, VoiceView]:
    return {voice.who.initial: voice for voice in desk.view(number, viewer).voices}


def test_evidence_says_what_it_does_where_it_is_from_and_how_it_is_graded(desk: Desk) -> None:
    given = Given(url="https://example.org/map", title="Survey map", reliability="B")
    recorded(desk, B, 5, given, Stance.CONTRADICTS)
    assert voices(desk, 5)["B"].record.evidence == (
        EvidenceLine(Stance.CONTRADICTS, "Survey map", "example.org/map · B1"),
    )
    assert voices(desk, 5)["C"].record.empty


def test_what_is_for_its_writer_alone_is_on_no_colleagues_card(desk: Desk) -> None:
    given = Given(title="A source of mine", audience=Audience.ME)
    recorded(desk, B, 5, given, Stance.SUPPORTS)
    assert voices(desk, 5)["B"].record.empty
    assert voices(desk, 5, B)["B"].record.evidence[0].name == "A source of mine"


def test_why_and_how_sure_stand_on_one_line(desk: Desk) -> None:
    library, claim = desk.acts_as(A), desk.claim(5)
    assessing.dispute_because(library, desk.article, [claim], Because.OUT_OF_CONTEXT)
    assessing.set_confidence(library, desk.article, [claim], 3)
    assert voices(desk, 5)["A"].why == "out of context · very sure"
    tagging.mark_not_checkable(desk.acts_as(B), desk.article, [claim])
    assert voices(desk, 5)["B"].why == ""


def test_the_very_source_as_evidence_is_a_reminder_on_that_card(desk: Desk) -> None:
    tagging.tag(desk.acts_as(B), desk.article, [desk.claim(5)], Tag.VERIFIED)
    recorded(desk, B, 5, Given(title="News", publisher="ISNA"), Stance.SUPPORTS)
    library = desk.acts_as(B)
    given = AttributionGiven(source=Quoted("ISNA"))
    attributing.attribute(library, desk.snapshot(B), desk.claim(5), given)
    record = voices(desk, 5)["B"].record
    assert record.said_by == "said by ISNA"
    assert record.reminder.startswith("The evidence is the very source the article names")


def test_whom_a_colleague_found_the_article_to_name_counts_for_everybody_s_evidence(
    desk: Desk,
) -> None:
    """A says that claim 4 names ISNA and that 5 has it from there; B verified 5 with ISNA."""
    tagging.tag(desk.acts_as(B), desk.article, [desk.claim(5)], Tag.VERIFIED)
    recorded(desk, B, 5, Given(title="News", publisher="ISNA", primary=True), Stance.SUPPORTS)
    assert voices(desk, 5)["B"].record.reminder == ""
    library, page = desk.acts_as(A), desk.snapshot(A)
    named = AttributionGiven(source=Quoted("ISNA"))
    attributing.attribute(library, page, desk.claim(4), named)
    report = AttributionGiven(source=Quoted("the report"), named_in=desk.claim(4))
    attributing.attribute(library, page, desk.claim(5), report)
    heard = voices(desk, 5)
    assert heard["A"].record.said_by == "said by ISNA"
    assert heard["B"].record.reminder.startswith(
        "The evidence is the very source the article names"
    )


def test_of_much_evidence_what_speaks_against_it_comes_first() -> None:
    evidence = (
        piece(Stance.CONTEXT, "context"),
        piece(Stance.SUPPORTS, "for"),
        piece(Stance.CONTRADICTS, "against"),
        piece(Stance.CONTEXT, "more", 2),
    )
    lines = record_lines(Assessment(), Record(evidence))
    assert [line.name for line in lines.evidence] == ["against", "for", "context"]
    assert lines.more == 1


def test_evidence_that_did_not_come_along_is_named_so() -> None:
    lines = record_lines(Assessment(), Record((Linked(Link("gone", Stance.CONTEXT), None),)))
    assert lines.evidence == (EvidenceLine(Stance.CONTEXT, "evidence that was not sent along"),)


def test_nothing_recorded_is_nothing_to_show() -> None:
    assert record_lines(Assessment(), NO_RECORD).empty
    assert why_words(Standing.VERIFIED, Assessment()) == ""
    assert why_words(Standing.NOT_CHECKABLE, Assessment(why="opinion")) == "opinion"


LINES = RecordLines(
    (
        EvidenceLine(Stance.CONTRADICTS, "Survey map of the cemetery", "example.org/map · B2"),
        EvidenceLine(Stance.CONTEXT, "<b>Satellite</b> image"),
    ),
    2,
    "said by ISNA",
    "The evidence is the very source.",
)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_card_is_as_high_as_what_it_rests_on(stage: Stage, desk: Desk, theme: Theme) -> None:
    stage.panel.set_theme(theme)
    shown = desk.view(5)
    stage.panel.show_claim(shown)
    settled()
    cards = one(stage.panel, Cards)
    low = cards.height()
    voices = tuple(replace(voice, record=LINES) for voice in shown.voices)
    stage.panel.show_claim(replace(shown, voices=voices))
    settled()
    assert cards.height() > low + 100
    assert clipped(cards) == []
    card = cards.cards[1]
    part = one(card, VoiceRecord)
    assert part.geometry().bottom() <= card.height()
    assert {"said by ISNA", "example.org/map · B2", "and 2 more"} <= set(said(part))
    assert "contradicts: Survey map of the cemetery" in card.accessibleName()
    stage.panel.show_claim(shown)
    settled()
    assert cards.height() == low
    assert not part.isVisible()


def test_a_record_follows_what_another_program_saved(desk: Desk) -> None:
    assert records.records_for_review(desk.acts_as(A), desk.claim(5)) == {}
    recorded(desk, B, 5, Given(title="Survey map"), Stance.CONTEXT)
    assert list(records.records_for_review(desk.acts_as(A), desk.claim(5))) == [B.id]


def test_who_is_named_of_several_attributions() -> None:
    said_by = tuple(Attribution(str(n), "claim", Quoted(f"source {n}")) for n in range(3))  # type: ignore[arg-type]
    lines = record_lines(Assessment(), Record((), said_by))
    assert lines.said_by == "said by source 0; source 1"
