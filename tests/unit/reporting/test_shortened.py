"""A proposed wording cut short round what is changed in it."""

from __future__ import annotations

from annotator.domain.beside import Pieces
from annotator.reporting.shortened import BESIDE, CHANGED, shortened

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


def test_what_is_short_stays_as_it_is() -> None:
    pieces: Pieces = (("At least ", "same"), ("95", "dropped"), ("84", "new"), (" dead", "same"))
    assert shortened(pieces) == pieces
    assert shortened(((LONG, "same"),)) == ((LONG, "same"),)


def test_what_is_far_from_a_change_is_left_out_at_whole_words() -> None:
    pieces: Pieces = (
        (LONG, "same"),
        (" X", "new"),
        (f" {LONG} ", "same"),
        ("Y", "new"),
        (LONG, "same"),
    )
    found = [text for text, _ in shortened(pieces)]
    assert found[0] == "…thirteen fourteen fifteen"
    assert found[2].count("…") == 1
    assert found[2].startswith(" one two")
    assert found[2].endswith("fifteen ")
    assert found[4] == "one two three four five…"
    assert all(len(text) <= 2 * BESIDE + 2 for text in found)


def test_a_long_change_is_cut_in_its_middle() -> None:
    (text, kind), *_ = shortened(((LONG + " " + LONG, "new"), (".", "same")))
    assert kind == "new"
    assert text.startswith("one two")
    assert text.endswith("fifteen")
    assert "…" in text
    assert len(text) <= CHANGED


def test_no_character_is_parted_from_what_combines_with_it() -> None:
    family = "👩\u200d👩\u200d👧" * 30
    accented = "e\u0301" * 60
    for whole in (family, accented):
        for pieces in (((whole, "same"), ("x", "new")), (("x", "new"), (whole, "same"))):
            text = next(text for text, kind in shortened(pieces) if kind == "same")
            bare = text.strip("…")
            assert whole.startswith(bare) or whole.endswith(bare)
            assert not bare.startswith(("\u0301", "\u200d"))
            assert not bare.endswith(("\u200d", "👩")) or whole is not family
