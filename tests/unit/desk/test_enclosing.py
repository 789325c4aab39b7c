"""What came with an article: offered metadata, links, the original, and the writer's remarks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.desk import (
    article_record,
    enclosing,
    importing,
    layout,
    merging,
    remarks,
    sending,
    undoing,
)
from annotator.desk.exporting import Order, write_order
from annotator.desk.importing import Prepared
from annotator.desk.library import OpenLibrary
from annotator.desk.listing import listing
from annotator.desk.listing import rows as listing_rows
from annotator.domain.article import ArticleId, Span
from annotator.domain.assessment import Audience
from annotator.domain.edits.articles import SetArticle
from annotator.domain.enclosed import Answer, Enclosed, Hyperlink, Offered, Remark, RemarkKind
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Linked, Stance
from annotator.store import doctor, history, reading
from annotator.store.recorded import records_of

TEXT = (
    "A bridge opens\n\nThe bridge opened on Monday. It cost a million.\n\n"
    "Nobody was hurt.\n\nLeave a Reply\n"
)
AT = {words: TEXT.index(words) for words in ("The bridge", "It cost", "Nobody", "Leave")}
MAP = "See “a million kronor” in The Map, https://example.org/map?x=1."
OFFERED = (
    Offered("title", "The bridge is open", "the page’s og:title"),
    Offered("author", "Ann Writer", "the byline"),
    Offered("author", "A. Writer", "the page’s JSON-LD"),
    Offered("published", "2024-01-03T14:20:00+03:30", "the page’s JSON-LD"),
    Offered("updated", "2999-01-01", "the page’s JSON-LD"),
    Offered("address", "javascript:alert(1)", "the page’s canonical link"),
    Offered("language", "EN", "the page"),
)
REMARKS = (
    Remark(RemarkKind.FOOTNOTE, AT["It cost"] - 1, AT["It cost"] - 1, "Seen by the writer."),
    Remark(RemarkKind.COMMENT, AT["It cost"] + 3, AT["It cost"] + 7, MAP, "Bo", "2024-01-02"),
    Remark(RemarkKind.ENDNOTE, AT["Leave"] + 5, AT["Leave"] + 5, "Of the form."),
)
LINKS = (Hyperlink(AT["The bridge"], AT["The bridge"] + 10, "https://example.org/bridge"),)


def prepared(**how: object) -> Prepared:
    found = importing.prepare(TEXT.encode(), "bridge one.txt")
    return replace(found, enclosed=Enclosed(LINKS, OFFERED, REMARKS), **how)  # type: ignore[arg-type]


@pytest.fixture
def article(library: OpenLibrary) -> ArticleId:
    return importing.save(library, prepared()).article


def fields(library: OpenLibrary, article: ArticleId) -> list[tuple[str, str]]:
    return [(one.field, one.value) for one in enclosing.offered(library, article)]


def linked(library: OpenLibrary, article: ArticleId, n: int) -> tuple[Linked, ...]:
    """The evidence of the n-th claim."""
    claim = listing(library, article).claims[n].id
    found = records_of(library.store, [claim], library.me)
    return tuple(one for record in found.values() for one in record.evidence)


def test_what_a_record_could_not_hold_is_not_offered(
    library: OpenLibrary, article: ArticleId
) -> None:
    assert fields(library, article) == [
        ("title", "The bridge is open"),
        ("author", "Ann Writer"),
        ("author", "A. Writer"),
        ("published", "2024-01-03T14:20+03:30"),
        ("language", "EN"),
    ]
    assert enclosing.offered(library, article)[1].source == "the byline"
    assert reading.article(library.store, article).author == ""


def test_what_is_accepted_is_known_until_it_is_undone(
    library: OpenLibrary, article: ArticleId
) -> None:
    before = fields(library, article)
    values = enclosing.first_offered(library, article, ["title", "author", "published", "author"])
    assert article_record.correct(library, article, values) is not None
    known = reading.article(library.store, article)
    assert (known.title, known.author) == ("The bridge is open", "Ann Writer")
    assert known.published == "2024-01-03T14:20+03:30"
    assert fields(library, article) == [("language", "EN")]
    undoing.undo(library, article)
    assert fields(library, article) == before
    assert enclosing.first_offered(library, article, []) == {}


def test_a_field_that_somebody_filled_is_offered_no_more(
    library: OpenLibrary, article: ArticleId
) -> None:
    library.perform(SetArticle(article, {"author": "Somebody", "title": "Another title"}))
    assert [field for field, _ in fields(library, article)] == ["published", "language"]
    library.perform(SetArticle(article, {"author": ""}))
    assert "author" in [field for field, _ in fields(library, article)]
    with pytest.raises(AnnotatorError, match=r"Nothing is offered for “title”: offered are author"):
        enclosing.first_offered(library, article, ["language", "title"])


def test_an_article_with_nothing_enclosed_offers_nothing(library: OpenLibrary) -> None:
    article = importing.save(library, importing.prepare_pasted("One line.\n\nMore of it.")).article
    library.perform(SetArticle(article, {"language": "en"}))
    assert enclosing.offered(library, article) == ()
    assert enclosing.links(library, article) == ()
    assert remarks.remarks(library, article) == ()
    with pytest.raises(AnnotatorError, match="“author”: nothing is offered"):
        enclosing.first_offered(library, article, ["author"])
    with pytest.raises(AnnotatorError, match="no remark 1 in this article: its writer left none"):
        remarks.set_aside_remark(library, article, 1)


def test_links_and_the_original_are_as_they_came_in(
    library: OpenLibrary, article: ArticleId
) -> None:
    assert enclosing.links(library, article) == LINKS
    assert enclosing.original(library, article) == (TEXT.encode(), "bridge one.txt")


def test_an_original_without_a_name_is_called_by_its_title(library: OpenLibrary) -> None:
    article = importing.save(library, importing.prepare_pasted(TEXT)).article
    assert enclosing.original(library, article).name == "A bridge opens.txt"


def test_an_original_that_did_not_come_along_is_refused(
    library: OpenLibrary, opens: Callable[..., OpenLibrary], tmp_path: Path
) -> None:
    """What was exported as JSON has the text, and not what it was read from."""
    article = importing.save(library, prepared(original=b"a page")).article
    file = tmp_path / "bridge.json"
    write_order(library, Order((article,), "json", file))
    ben = opens("Ben")
    merging.merge(ben, [file])
    assert enclosing.links(ben, article) == LINKS
    with pytest.raises(AnnotatorError, match="“A bridge opens” is not in this library: ask"):
        enclosing.original(ben, article)


@pytest.mark.parametrize("blind", [False, True])
def test_a_parcel_brings_along_what_came_with_a_text_that_somebody_else_imported(
    library: OpenLibrary,
    article: ArticleId,
    opened: Callable[..., OpenLibrary],
    opens: Callable[..., OpenLibrary],
    tmp_path: Path,
    *,
    blind: bool,
) -> None:
    remarks.set_aside_remark(library, article, 1)
    sent, ben = tmp_path / "ben.annotations", opened("Ben")
    sending.send(ben, [article], sent, blind=blind)
    chloe = opens("Chloé")
    merging.merge(chloe, [sent])
    assert [row.id for row in listing_rows(chloe)] == [article]
    assert fields(chloe, article) == fields(library, article)
    assert enclosing.links(chloe, article) == LINKS
    assert [one.n for one in remarks.remarks(chloe, article)] == [1, 2, 3]
    if not blind:  # for a blind check no file goes along
        assert enclosing.original(chloe, article) == enclosing.original(library, article)


def test_each_remark_stands_at_its_claim(library: OpenLibrary, article: ArticleId) -> None:
    found = remarks.remarks(library, article)
    assert [(one.n, one.number, one.answer) for one in found] == [
        (1, 1, None),
        (2, 2, None),
        (3, None, None),
    ]
    assert [one.remark for one in found] == list(REMARKS)
    assert found[0].span == Span(AT["The bridge"], AT["It cost"] - 1)
    assert found[2].claim is None


@pytest.mark.parametrize(
    ("place", "number"),
    [
        ((0, 0), 0),
        ((4, 4), 0),
        ((AT["The bridge"], AT["The bridge"]), 1),
        ((AT["The bridge"] - 2, AT["The bridge"] - 1), None),
        ((AT["The bridge"] + 4, AT["Nobody"] + 2), 1),
        ((AT["It cost"], AT["It cost"]), 1),
        ((len(TEXT), len(TEXT)), None),
    ],
)
def test_a_mark_stands_behind_what_it_is_of(
    library: OpenLibrary, place: tuple[int, int], number: int | None
) -> None:
    one = Remark(RemarkKind.FOOTNOTE, *place, "Here.")
    with_it = replace(prepared(), enclosed=Enclosed(remarks=(one,)))
    article = importing.save(library, with_it).article
    assert remarks.remarks(library, article)[0].number == number


def test_a_mark_in_claims_that_lie_in_each_other_stands_at_the_smaller(
    library: OpenLibrary, article: ArticleId
) -> None:
    inner = Span(AT["The bridge"] + 4, AT["It cost"] - 1)
    layout.add_claim(library, reading.snapshot(library.store, article, library.me), inner)
    assert remarks.remarks(library, article)[0].span == inner


def test_a_remark_kept_as_evidence_has_its_address_quotation_and_words(
    library: OpenLibrary, article: ArticleId
) -> None:
    before = len(history.history(library.store))
    remarks.keep_remark(library, article, 2)
    assert len(history.history(library.store)) == before + 1, "one edit"
    (found,) = linked(library, article, 2)
    assert found.item is not None
    assert found.item.url == "https://example.org/map?x=1"
    assert found.item.title == "See “a million kronor” in The Map"
    assert found.item.note == f"Comment by Bo: {MAP}"
    assert found.item.accessed == "", "nobody has looked at it yet"
    assert (found.link.stance, found.link.quote) == (Stance.CONTEXT, "a million kronor")
    assert [one.n for one in remarks.remarks(library, article)] == [1, 3]
    told = history.history(library.store, article)[-1].does
    assert told == "kept the writer’s remark as evidence"
    undoing.undo(library, article)
    assert linked(library, article, 2) == ()
    assert [one.n for one in remarks.remarks(library, article)] == [1, 2, 3]
    undoing.redo(library, article)
    assert [one.n for one in remarks.remarks(library, article)] == [1, 3]
    assert doctor.examine(library.store) == ()


def test_a_remark_kept_as_a_note_stands_behind_what_was_noted(
    library: OpenLibrary, article: ArticleId
) -> None:
    from annotator.desk.notes import write_note

    claim = listing(library, article).claims[1].id
    write_note(library, article, claim, "Ask her.", audience=Audience.ME)
    remarks.keep_remark(library, article, 1, Answer.NOTE)
    held = reading.assessment(library.store, library.me, claim)
    assert held.note == "Ask her.\n\nThe writer’s footnote: Seen by the writer."
    assert held.audience is Audience.ME
    undoing.undo(library, article)
    assert reading.assessment(library.store, library.me, claim).note == "Ask her."


def test_an_address_is_taken_from_the_links_of_a_remark_before_its_words() -> None:
    one = Remark(RemarkKind.FOOTNOTE, 0, 0, "The Map", links=("mailto:a@b.org", "https://a.org/b"))
    given, serving = remarks.given_of(one)
    assert (given.url, given.title) == ("https://a.org/b", "The Map")
    assert given.note == "The writer’s footnote: The Map"
    assert serving.quote == ""
    assert remarks.given_of(replace_text(one, "No address at all"))[0].url == "https://a.org/b"
    assert remarks.given_of(one._replace(links=()))[0].url == ""


def replace_text(one: Remark, text: str) -> Remark:
    return one._replace(text=text)


def test_what_is_set_aside_waits_no_more(library: OpenLibrary, article: ArticleId) -> None:
    remarks.set_aside_remark(library, article, 3)
    assert [one.n for one in remarks.remarks(library, article)] == [1, 2]
    every = remarks.remarks(library, article, answered=True)
    assert [one.answer for one in every] == [None, None, Answer.ASIDE]
    assert [one.waits for one in every] == [True, True, False]
    with pytest.raises(AnnotatorError, match="Remark 3 is set aside already"):
        remarks.keep_remark(library, article, 3)
    undoing.undo(library, article)
    assert len(remarks.remarks(library, article)) == 3


def test_a_colleague_answers_for_himself(
    library: OpenLibrary, article: ArticleId, opened: Callable[..., OpenLibrary]
) -> None:
    remarks.keep_remark(library, article, 1, "note")
    ben = opened("Ben")
    assert [one.n for one in remarks.remarks(ben, article)] == [1, 2, 3]
    remarks.set_aside_remark(ben, article, 1)
    assert [one.n for one in remarks.remarks(ben, article)] == [2, 3]


@pytest.mark.parametrize(
    ("n", "how", "says"),
    [
        (0, "evidence", "There is no remark 0 in this article: they run from 1 to 3."),
        (4, "evidence", "There is no remark 4"),
        (1, "aside", "A remark is kept as evidence or as a note."),
        (3, "note", "Remark 3 stands at no claim"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_writes_nothing(
    library: OpenLibrary, article: ArticleId, n: int, how: str, says: str
) -> None:
    before = len(history.history(library.store))
    with pytest.raises(AnnotatorError, match=says):
        remarks.keep_remark(library, article, n, how)
    assert len(history.history(library.store)) == before


def test_a_remark_that_is_kept_is_not_kept_again(library: OpenLibrary, article: ArticleId) -> None:
    remarks.keep_remark(library, article, 1)
    with pytest.raises(AnnotatorError, match="kept as evidence already"):
        remarks.keep_remark(library, article, 1, Answer.NOTE)
    remarks.keep_remark(library, article, 2, Answer.NOTE)
    with pytest.raises(AnnotatorError, match="kept as a note already"):
        remarks.set_aside_remark(library, article, 2)
