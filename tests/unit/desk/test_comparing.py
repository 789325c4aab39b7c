"""Claims of a comparison: called by the numbers the window has, with what may be seen of them."""

from __future__ import annotations

from collections.abc import Callable

from annotator import paths
from annotator.desk import importing, layout, tagging
from annotator.desk.agreeing import measured
from annotator.desk.comparing import compared_claim
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.assessment import Audience
from annotator.domain.edits.notes import SetNote
from annotator.domain.tags import Tag
from annotator.store import reading

OPTIONAL = "It is over. Nobody came.\n\nThe port is open."


def check_numbers(library: OpenLibrary, article: ArticleId) -> None:
    """Each live claim's number is the one that the command line finds by a query."""
    found = measured(library, [article])
    for item in range(len(found.standings.claims)):
        place = found.place(item)
        assert found.number(item) == reading.number_of(library.store, article, place.span)


def test_numbers_are_those_of_the_window(opened: Callable[..., OpenLibrary]) -> None:
    ada = opened("Ada")
    article = importing.import_file(ada, paths.sample()).article
    check_numbers(ada, article)
    snapshot = reading.snapshot(ada.store, article, ada.me)
    tagging.tag(ada, article, [snapshot.id_at(3)], Tag.VERIFIED)
    layout.join(ada, snapshot, 3)
    check_numbers(ada, article)
    snapshot = reading.snapshot(ada.store, article, ada.me)
    span = layout.passage_span(snapshot, snapshot.starts[5])
    layout.set_furniture(ada, snapshot, span, furniture=True)
    check_numbers(ada, article)
    snapshot = reading.snapshot(ada.store, article, ada.me)
    title = layout.passage_span(snapshot, 0)
    layout.set_furniture(ada, snapshot, title, furniture=True)
    check_numbers(ada, article)


def test_an_article_without_a_title_begins_with_one(opened: Callable[..., OpenLibrary]) -> None:
    ada = opened("Ada")
    prepared = importing.prepare(OPTIONAL.encode(), "a.txt")
    check_numbers(ada, importing.save(ada, prepared).article)


def test_a_colleagues_private_note_is_left_out(opened: Callable[..., OpenLibrary]) -> None:
    ada, ben = opened("Ada"), opened("Ben")
    article = importing.import_file(ada, paths.sample()).article
    snapshot = reading.snapshot(ada.store, article, ada.me)
    span, claim = snapshot.span(2), snapshot.id_at(2)
    for who in (ada, ben):
        tagging.tag(who, article, [claim], Tag.DISPUTED)
        who.perform(SetNote(article, claim, f"{who.author.name}, for me", Audience.ME))
    found = compared_claim(ada, article, span, [ada.me, ben.me])
    assert found.text == snapshot.article.text[span.start : span.end]
    assert found.held[ada.me].note == "Ada, for me"
    assert found.held[ben.me].note == ""
    assert found.held[ben.me].tag is Tag.DISPUTED
