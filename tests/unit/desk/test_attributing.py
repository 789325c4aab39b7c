"""Who the article says a claim comes from: written, worded otherwise, taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from annotator.desk import attributing, importing, layout, undoing
from annotator.desk.attributing import AttributionGiven
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId, Span
from annotator.domain.attribution import NOTHING, Attribution, Mode, Quoted, SourceKind
from annotator.domain.errors import AnnotatorError
from annotator.store import history, reading
from annotator.store.recorded import attributions

Opened = Callable[..., OpenLibrary]


def claim(desk: Desk, number: int) -> ClaimId:
    return desk.held.id_at(index(desk, number))


def index(desk: Desk, number: int) -> int:
    found = desk.held.index_of_number(number)
    assert found is not None
    return found


def text(desk: Desk, number: int) -> str:
    return desk.held.claim(index(desk, number)).text


def held(desk: Desk, number: int, library: OpenLibrary | None = None) -> tuple[Attribution, ...]:
    who = library or desk.library
    of = claim(desk, number)
    return attributions(who.store, [of]).get((who.me, of), ())


def attribute(desk: Desk, number: int, **given: object) -> str:
    made = AttributionGiven(**given)  # type: ignore[arg-type]
    return attributing.attribute(desk.library, desk.held, claim(desk, number), made)[0]


def edits(desk: Desk) -> int:
    return len(history.history(desk.library.store, desk.article))


def confirmed(desk: Desk, number: int) -> bool:
    return reading.assessment(desk.library.store, desk.library.me, claim(desk, number)).confirmed


def test_an_attribution_holds_everything_that_was_given(desk: Desk) -> None:
    word = text(desk, 5).split()[1]
    start = desk.held.span(index(desk, 5)).start
    at = desk.held.article.text.index(word, start)
    key = attribute(
        desk,
        5,
        source=Quoted(word),
        cue=Quoted("", Span(at, at + len(word))),
        content=Quoted("words that are nowhere"),
        kind=SourceKind.NAMED,
        mode=Mode.MIXED,
        via=("IRNA", " ", " Rudaw "),
        named_in=claim(desk, 4),
    )
    assert held(desk, 5) == (
        Attribution(
            key,
            claim(desk, 5),
            Quoted(word, Span(at, at + len(word))),
            Quoted(word, Span(at, at + len(word))),
            Quoted("words that are nowhere"),
            SourceKind.NAMED,
            Mode.MIXED,
            ("IRNA", "Rudaw"),
            claim(desk, 4),
        ),
    )


def test_a_claim_has_several_and_the_same_one_twice_is_one(desk: Desk) -> None:
    first = attribute(desk, 5, source=Quoted("the state"))
    second = attribute(desk, 5, source=Quoted("a member of parliament"))
    before = edits(desk)
    assert attribute(desk, 5, source=Quoted(" the  state ")) == first
    assert edits(desk) == before
    assert [one.id for one in held(desk, 5)] == [first, second]


def test_only_what_is_given_changes_and_empty_takes_away(desk: Desk) -> None:
    key = attribute(
        desk, 5, source=Quoted("ISNA"), cue=Quoted("reported"), kind=SourceKind.NAMED, via=("IRNA",)
    )
    of = (desk.library, desk.held, claim(desk, 5))
    before = edits(desk)
    given = AttributionGiven(mode=Mode.DIRECT, named_in=claim(desk, 4))
    assert attributing.attribute(*of, given, attribution=key)[0] == key
    (one,) = held(desk, 5)
    assert (one.source.text, one.kind, one.mode, one.via) == (
        "ISNA",
        SourceKind.NAMED,
        Mode.DIRECT,
        ("IRNA",),
    )
    assert attributing.attribute(*of, given, attribution=key) == (key, None)
    empty = AttributionGiven(cue=NOTHING, content=NOTHING, kind="", mode="", via=(), named_in="")
    attributing.attribute(*of, empty, attribution=key)
    assert held(desk, 5) == (Attribution(key, claim(desk, 5), Quoted("ISNA")),)
    assert edits(desk) == before + 2
    undoing.undo(desk.library, desk.article)
    assert held(desk, 5) == (one,)


def test_confirming_goes_into_the_same_edit(desk: Desk) -> None:
    of = (desk.library, desk.held, claim(desk, 5))
    before = edits(desk)
    key, _ = attributing.attribute(*of, AttributionGiven(source=Quoted("ISNA")), confirmed=True)
    assert edits(desk) == before + 1
    assert confirmed(desk, 5)
    attributing.attribute(*of, AttributionGiven(), attribution=key, confirmed=False)
    assert not confirmed(desk, 5)
    undoing.undo(desk.library, desk.article)
    assert confirmed(desk, 5)
    undoing.undo(desk.library, desk.article)
    assert not confirmed(desk, 5)
    assert held(desk, 5) == ()
    undoing.redo(desk.library, desk.article)
    assert confirmed(desk, 5)
    assert [one.id for one in held(desk, 5)] == [key]


def test_taken_away_it_comes_back_by_undo(desk: Desk) -> None:
    key = attribute(desk, 5, source=Quoted("ISNA"))
    attributing.unattribute(desk.library, desk.article, key)
    assert held(desk, 5) == ()
    with pytest.raises(AnnotatorError, match="not there any more"):
        attributing.unattribute(desk.library, desk.article, key)
    with pytest.raises(AnnotatorError, match="not one of yours"):
        attributing.attribute(
            desk.library, desk.held, claim(desk, 5), AttributionGiven(), attribution=key
        )
    undoing.undo(desk.library, desk.article)
    assert [one.id for one in held(desk, 5)] == [key]


def test_words_are_found_whatever_blanks_are_between_them(desk: Desk, library: OpenLibrary) -> None:

    file = library.path.with_name("broken.txt")
    file.write_text("Title\n\nThe Interior  Ministry said so.")
    desk.open(importing.import_file(library, file).article)
    attribute(desk, 1, source=Quoted("Interior Ministry"))
    (one,) = held(desk, 1)
    assert one.source.text == "Interior Ministry"
    assert one.source.span is not None
    start, end = one.source.span
    assert desk.held.article.text[start:end] == "Interior  Ministry"
    key = attribute(desk, 1, source=Quoted("", Span(start, end)), cue=Quoted("said"))
    assert [found.source for found in held(desk, 1)] == [one.source, one.source]
    assert key != one.id


def test_words_typed_over_a_stretch_are_what_is_kept(desk: Desk) -> None:
    span = desk.held.span(index(desk, 5))
    attribute(desk, 5, source=Quoted("nobody at all", span))
    assert held(desk, 5)[0].source == Quoted("nobody at all")


def test_a_stretch_outside_the_claim_is_refused(desk: Desk) -> None:
    start, end = desk.held.span(index(desk, 5))
    length = len(desk.held.article.text)
    for span in (
        Span(start - 1, end),
        Span(start, end + 1),
        Span(start, start),
        Span(end, start),
        Span(-5, -1),
        Span(length, length + 5),
    ):
        with pytest.raises(AnnotatorError, match="outside the claim"):
            attribute(desk, 5, source=Quoted("ISNA"), cue=Quoted("", span))
    assert held(desk, 5) == ()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "needs a source"),
        ({"source": Quoted(" \n ")}, "needs a source"),
        ({"source": Quoted("a\x07b")}, "The source holds a control character"),
        ({"source": Quoted("a"), "cue": Quoted("\0")}, "The cue holds a NUL"),
        ({"source": Quoted("a"), "content": Quoted("\ud83d")}, "The content holds half"),
        ({"source": Quoted("a"), "via": ("b\x1b[0m",)}, "control character"),
        ({"source": Quoted("a"), "named_in": ClaimId("x")}, "no claim x in this article"),
    ],
)
def test_what_cannot_be_attributed_is_refused(
    desk: Desk, given: dict[str, object], says: str
) -> None:
    with pytest.raises(AnnotatorError, match=says):
        attribute(desk, 5, **given)
    assert held(desk, 5) == ()


def test_a_claim_does_not_name_its_own_source(desk: Desk) -> None:
    with pytest.raises(AnnotatorError, match="cannot point to itself"):
        attribute(desk, 5, source=Quoted("a"), named_in=claim(desk, 5))


def test_a_claim_of_nowhere_is_not_attributed(desk: Desk) -> None:
    with pytest.raises(AnnotatorError, match="no claim"):
        attributing.attribute(
            desk.library, desk.held, ClaimId("y"), AttributionGiven(source=Quoted("a"))
        )


def test_a_colleagues_attribution_is_not_touched(desk: Desk, opened: Opened) -> None:
    ben = opened("Ben")
    mine = attribute(desk, 5, source=Quoted("ISNA"))
    with pytest.raises(AnnotatorError, match="not yours"):
        attributing.unattribute(ben, desk.article, mine)
    with pytest.raises(AnnotatorError, match="not one of yours"):
        attributing.attribute(
            ben,
            desk.held,
            claim(desk, 5),
            AttributionGiven(source=Quoted("IRNA")),
            attribution=mine,
        )
    attributing.attribute(ben, desk.held, claim(desk, 5), AttributionGiven(source=Quoted("IRNA")))
    assert [one.source.text for one in held(desk, 5)] == ["ISNA"]
    assert [one.source.text for one in held(desk, 5, ben)] == ["IRNA"]


def test_an_attribution_is_taken_away_in_its_own_article(desk: Desk) -> None:
    key = attribute(desk, 5, source=Quoted("ISNA"))
    with pytest.raises(AnnotatorError, match="not there any more"):
        attributing.unattribute(desk.library, ArticleId("another"), key)
    assert len(held(desk, 5)) == 1


def test_control_characters_of_the_article_are_left_out_of_a_stretch(
    desk: Desk, library: OpenLibrary
) -> None:

    file = library.path.with_name("bell.txt")
    file.write_text("Title\n\nThe Min\x07istry said so.")
    desk.open(importing.import_file(library, file).article)
    start = desk.held.span(index(desk, 1)).start
    attribute(desk, 1, source=Quoted("", Span(start + 4, start + 13)))
    assert held(desk, 1)[0].source.text == "Ministry"


def test_a_suggestion_says_which_claim_names_the_source(desk: Desk) -> None:
    (one,) = attributing.suggestions(desk.library, desk.held, index(desk, 5))
    found = one.attribution
    assert (found.id, found.claim) == ("", claim(desk, 5))
    assert (found.source.text, found.cue.text, one.name) == ("the report", "According to", "ISNA")
    assert (found.kind, found.mode) == (SourceKind.DOCUMENT, Mode.INDIRECT)
    assert found.named_in == claim(desk, 4)
    (other,) = attributing.suggestions(desk.library, desk.held, index(desk, 4))
    assert (other.attribution.source.text, other.name) == ("ISNA", "")
    assert other.attribution.named_in is None


def test_a_suggestion_is_kept_with_its_confirmation_in_one_edit(desk: Desk) -> None:
    at = index(desk, 5)
    (one,) = attributing.suggestions(desk.library, desk.held, at)
    assert attributions(desk.library.store, [claim(desk, 5)]) == {}, "nothing is stored unasked"
    before = edits(desk)

    key, _ = attributing.keep_suggestion(desk.library, desk.held, at, one, confirmed=True)

    assert edits(desk) == before + 1
    (kept,) = held(desk, 5)
    assert kept == replace(one.attribution, id=key)
    assert confirmed(desk, 5)
    assert attributing.suggestions(desk.library, desk.held, at) == ()
    undoing.undo(desk.library, desk.article)
    assert attributing.suggestions(desk.library, desk.held, at) == (one,)
    assert not confirmed(desk, 5)


def test_whose_authority_is_suggested_by_words(desk: Desk) -> None:
    (one,) = attributing.suggestions(desk.library, desk.held, index(desk, 11))
    assert one.attribution.via == ("state TV",)


def test_nobody_is_suggested_for_furniture_and_for_what_is_no_sentence(
    desk: Desk, library: OpenLibrary
) -> None:
    at = index(desk, 5)
    layout.set_furniture(library, desk.held, desk.held.span(at), furniture=True)
    assert attributing.suggestions(library, desk.held, at) == ()
    file = library.path.with_name("long.txt")
    file.write_text("Title\n\nISNA reported that " + "very " * 1_000 + "many died.")
    desk.open(importing.import_file(library, file).article)
    assert len(desk.held.claim(1).text) > attributing.LONGEST
    assert attributing.suggestions(library, desk.held, 1) == ()


def test_an_attribution_is_called_by_the_beginning_of_its_id(desk: Desk) -> None:
    key = attribute(desk, 5, source=Quoted("ISNA"))
    of = (desk.library, claim(desk, 5))
    assert attributing.called_by(*of, f" {key[:4].upper()} ").id == key
    assert attributing.called_by(*of, key).id == key
    for wrong in ("", key[:3], "zzzz", f"{key}0"):
        with pytest.raises(AnnotatorError, match="No attribution of yours"):
            attributing.called_by(*of, wrong)


def test_two_ids_that_begin_alike_want_more_of_them(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = iter(("12345678-0000-4000-8000-000000000001", "12345678-0000-4000-8000-000000000002"))
    monkeypatch.setattr("annotator.desk.attributing.uuid.uuid4", lambda: next(ids))
    attribute(desk, 5, source=Quoted("ISNA"))
    attribute(desk, 5, source=Quoted("IRNA"))
    with pytest.raises(AnnotatorError, match="begins 2 ids"):
        attributing.called_by(desk.library, claim(desk, 5), "12345678")
