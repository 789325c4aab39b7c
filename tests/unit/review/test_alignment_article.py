"""The sample article beside the copy of it that another desk made."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.domain.article import Passage, Span
from annotator.review.alignment import Alignment, PairKind, align
from annotator.text.passages import cut, passages
from unit.review.texts import alike, said

SEED = Path(__file__).resolve().parents[3] / "seeds" / "kerman-explosions.txt"
POLICEMEN = "According to the Fars news agency, three policemen were among the fatalities."
EDITS = (
    ("at least 95 individuals", "at least 103 people"),
    ("that it was not carried out", "that it was carried out"),
    ("Bahram Einollahi", "Ali Khamenei"),
    (f"{POLICEMEN}\n\n", ""),
    ("No individual or group has", f"{POLICEMEN}\n\nNo individual or group has"),
    ("He met his demise in the Iraqi capital of Baghdad.", ""),
    ("Wagswoofs –", "KERMAN, Iran (AP) —"),
    ("Leave a Reply", "More from the agency"),
)


def read(text: str) -> tuple[str, list[Span], list[Passage]]:
    found = passages(text)
    return text, cut(text, found, "en"), found


@pytest.fixture(scope="module")
def copies() -> Alignment:
    text = SEED.read_text(encoding="utf-8")
    other = text
    for old, new in EDITS:
        assert old in other
        other = other.replace(old, new, 1)
    ours, theirs = read(text), read(other)
    return align(*ours[:2], *theirs[:2], here_passages=ours[2], there_passages=theirs[2])


def test_a_wire_desk_s_copy_is_mostly_exact(copies):
    assert copies.counts == {
        PairKind.EXACT: 43,
        PairKind.MOVED: 4,
        PairKind.CHANGED: 3,
        PairKind.MISSING: 3,
    }


def test_what_the_desk_changed_is_said(copies):
    weights = [weight for pair in copies.of_kind(PairKind.CHANGED) for weight in pair.weighs]
    assert weights == [
        "number 95 → 103",
        "name Wagswoofs → KERMAN Iran AP",
        "name Bahram Einollahi → Ali Khamenei",
        "negation",
    ]


def test_what_the_desk_moved_and_took_out_is_listed(copies):
    moved = [said(copies, pair)[0] for pair in copies.of_kind(PairKind.MOVED) if pair.elsewhere]
    assert moved == [POLICEMEN]
    gone = [said(copies, pair)[0] for pair in copies.only_here]
    assert gone == ["He met his demise in the Iraqi capital of Baghdad.", "Leave a Reply"]
    assert [said(copies, pair)[1] for pair in copies.only_there] == ["More from the agency"]


def test_a_copy_is_known_from_another_article(copies):
    here, there = (read(text)[:2] for text in (copies.here_text, copies.there_text))
    assert alike(here, there) == pytest.approx(47 / 51)
    other = read("Parliament met on Monday. Your email address will not be published.")[:2]
    assert alike(here, other) == 0.5
