"""Where another program's places are in the text that lies here: found exactly, or told why not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.desk.placing import Placing, Unplaced, named
from annotator.domain.article import Span
from annotator.domain.brought import Place

PIECES = (
    "😀",
    "👨‍👩‍👧",
    "e\u0301",
    "🇮🇷",
    "ایران گفت",
    "שלום",
    "नमस्ते",
    "日本",
    "\n",
    " ",
    "ab",
    "x.",
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join)

FILES = {
    "as here": (lambda text: text, "utf-32-le", 4),
    "UTF-16 units": (lambda text: text, "utf-16-le", 2),
    "a byte order mark": (lambda text: "\ufeff" + text, "utf-32-le", 4),
    "CRLF": (lambda text: text.replace("\n", "\r\n"), "utf-32-le", 4),
    "UTF-16 units, CRLF": (lambda text: text.replace("\n", "\r\n"), "utf-16-le", 2),
    "UTF-16 units, a byte order mark": (lambda text: "\ufeff" + text, "utf-16-le", 2),
    "all of it": (lambda text: "\ufeff" + text.replace("\n", "\r\n"), "utf-16-le", 2),
}
"""How the file looked in which another program counted, its encoding, and bytes a unit."""


def counted(text: str, span: Span, way: str) -> Place:
    """The place as a program gives it that counts so."""
    as_file, codec, size = FILES[way]
    start, end = (len(as_file(text[:at]).encode(codec)) // size for at in span)
    return Place(as_file(text[slice(*span)]).removeprefix("\ufeff"), start, end)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text, and stretches of it that begin and end anywhere, also within a grapheme."""
    text = draw(TEXTS)
    at = st.integers(0, len(text))
    drawn = draw(st.lists(st.tuples(at, at), min_size=1, max_size=6))
    spans = [Span(min(pair), max(pair)) for pair in drawn if pair[0] != pair[1]]
    assume(spans)
    return text, spans


@pytest.mark.parametrize("way", FILES)
@given(drawn=places())
def test_however_a_program_counts_its_places_are_found_or_told(
    way: str, drawn: tuple[str, list[Span]]
) -> None:
    """Of words that stand once the place is the very one; of others it has at least those words."""
    text, spans = drawn
    told = [counted(text, span, way) for span in spans]
    placing = Placing(text, told)
    for span, place in zip(spans, told, strict=True):
        words = text[slice(*span)]
        found = placing.find(place)
        assert isinstance(found, Span), found
        assert text[slice(*found)] == words
        if text.count(words) == 1 and text.find(words, text.find(words) + 1) < 0:
            assert found == span


@pytest.mark.parametrize("way", FILES)
def test_one_way_of_counting_is_taken_for_the_whole_file(way: str) -> None:
    """Single words stand often; which of them is meant, the other places of the file say."""
    text = "😀 the cat\nthe 😀 the dog\nand the cat, the end"
    spans = [Span(at, at + 3) for at in range(len(text)) if text.startswith("the", at)]
    spans += [Span(0, len(text)), Span(2, 9), Span(12, 19)]
    told = [counted(text, span, way) for span in spans]
    placing = Placing(text, told)
    assert [placing.find(place) for place in told] == spans


@given(drawn=places(), around=st.integers(0, 8))
def test_words_alone_are_placed_only_where_nothing_else_can_be_meant(
    drawn: tuple[str, list[Span]], around: int
) -> None:
    text, (span, *_) = drawn
    words = text[slice(*span)]
    before, behind = text[max(span.start - around, 0) : span.start], text[span.end :][:around]
    found = Placing(text, []).find(Place(words, prefix=before, suffix=behind))
    every = [at for at in range(len(text)) if text.startswith(words, at)]
    alike = [
        at
        for at in every
        if text[:at].endswith(before) and text[at + len(words) :].startswith(behind)
    ]
    if len(every) == 1 or len(alike) == 1:
        assert found == span
    else:
        assert isinstance(found, Unplaced)
        assert "nothing tells which" in found.why


def why(text: str, place: Place, *others: Place) -> str:
    found = Placing(text, [place, *others]).find(place)
    assert isinstance(found, Unplaced), found
    return found.why


def test_what_fits_nowhere_says_why() -> None:
    text = "A cat sat. A cat ran."
    assert "nowhere" in why(text, Place("A dog sat.", 0, 10))
    assert "2 times" in why(text, Place("A cat"))
    assert "2 times" in why(text, Place("A cat", 3, 8))
    assert "2 times" in why(text, Place("A cat", prefix="x", suffix="y"))
    assert "no words" in why(text, Place(""))
    assert "no words" in why(text, Place("", 3))
    assert "to check that by" in why(text, Place("", 0, 5))
    for start, end in ((0, 99), (-1, 5), (5, 5), (9, 3), (10**18, 10**18 + 5)):
        assert "outside" in why(text, Place("", start, end))


def test_a_few_words_that_stand_here_by_chance_are_not_placed() -> None:
    """In another version of the text they stood between others."""
    text = "It did not rain. Nobody was hurt at all."
    said = "between others than the file says"
    assert said in why(text, Place("rain", prefix="there was ", suffix=" and wind"))
    assert said in why(text, Place("rain", 90, 94, suffix=" and wind"))
    for told in (
        Place("rain"),
        Place("rain", prefix="It  did\nnot ", suffix=" and wind"),
        Place("rain", prefix="there was ", suffix=". Nobody"),
        Place("Nobody was hurt at all.", prefix="there was wind. "),
    ):
        assert isinstance(Placing(text, [told]).find(told), Span)


def test_very_many_like_words_are_not_all_looked_at() -> None:
    assert "1,000 times or more" in why("a" * 5000, Place("a"))


def test_a_position_that_is_off_is_not_taken_where_other_words_stand() -> None:
    text = "One. Two. Three."
    place = Place("Two.", 0, 4)
    assert Placing(text, [place]).find(place) == Span(5, 9), "the words stand once"
    place = Place("o", 2, 3, prefix="Tw")
    assert Placing(text, [place]).find(place) == Span(7, 8)


def test_a_bare_position_is_believed_where_the_rest_of_the_file_proves_how_it_counts() -> None:
    text = "😀 One. 😀 Two."
    proof = counted(text, Span(2, 6), "UTF-16 units")
    bare = replace(counted(text, Span(9, 13), "UTF-16 units"), quote="")
    placing = Placing(text, [proof, bare])
    assert placing.find(bare) == Span(9, 13)
    wrong = Place("Never.", 0, 6)
    assert isinstance(Placing(text, [proof, wrong, bare]).find(bare), Unplaced)


def test_a_bare_position_is_believed_where_it_is_just_a_claim() -> None:
    text = "One. Two."
    claims = {Span(0, 4), Span(5, 9)}
    assert Placing(text, [], claims).find(Place("", 5, 9)) == Span(5, 9)
    assert isinstance(Placing(text, [], claims).find(Place("", 5, 8)), Unplaced)


def test_a_place_is_named_by_its_words_or_its_position() -> None:
    assert named(Place("  Some\nwords ", 3, 4)) == "“Some words”"
    assert named(Place("", 1234, 1250)) == "character 1,234 to 1,250"
    assert named(Place("", 7)) == "character 7"
    assert named(Place("")) == "1 place"
