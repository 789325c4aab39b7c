"""Importing, and finding an article or a claim by what somebody typed."""

import pytest

from annotator import paths
from annotator.desk import articles, importing, tagging
from annotator.domain.errors import AnnotatorError
from annotator.domain.tags import Standing, Tag
from annotator.store import history, reading

OTHER = "Port strike enters third week\n\nThe strike began on Monday. Nobody has gone back.\n"


def test_the_sample_comes_in_whole(desk):
    page = desk.held
    assert page.article.text == paths.sample().read_bytes().decode("utf-8")
    assert page.last_number == 48
    assert page.has_title_claim
    assert page.count(Standing.FURNITURE) == 3
    assert page.article.file_name == "kerman-explosions.txt"
    assert page.article.encoding == "UTF-8"


def test_the_same_text_twice_is_the_same_article_and_no_edit(desk):
    before = len(history.history(desk.library.store))
    again = importing.import_file(desk.library, paths.sample())
    assert not again.new
    assert again.article == desk.article
    assert len(history.history(desk.library.store)) == before


def test_an_article_taken_off_the_list_comes_back_with_the_same_text(desk):
    articles.remove(desk.library, desk.article)
    with pytest.raises(AnnotatorError, match="no article on your list"):
        articles.find_article(desk.library, desk.article)
    assert articles.find_article(desk.library, desk.article, removed=True).id == desk.article
    importing.import_file(desk.library, paths.sample())
    assert articles.find_article(desk.library, desk.article).id == desk.article
    articles.remove(desk.library, desk.article)
    articles.restore(desk.library, desk.article)
    assert len(reading.article_rows(desk.library.store, desk.library.author.id)) == 1


def test_a_tag_stays_with_an_article_that_was_off(desk):
    tagging.tag(desk.library, desk.article, [desk.held.id_at(3)], Tag.DISPUTED)
    articles.remove(desk.library, desk.article)
    articles.restore(desk.library, desk.article)
    assert desk.held.standing(3) is Standing.DISPUTED


def test_an_article_is_found_by_id_title_or_latest(desk):
    other = importing.save(desk.library, importing.prepare_pasted(OTHER))
    find = articles.find_article
    assert find(desk.library, desk.article).id == desk.article
    assert find(desk.library, desk.article[:6].upper()).id == desk.article
    assert find(desk.library, "port STRIKE").id == other.article
    assert find(desk.library, "latest").id == other.article


@pytest.mark.parametrize("wanted", ["nothing of the kind", "", "  ", "zz", "x" * 500])
def test_what_fits_no_article_is_refused(desk, wanted):
    with pytest.raises(AnnotatorError, match="No article is called"):
        articles.find_article(desk.library, wanted)


def test_what_fits_several_is_refused_and_lists_them(desk):
    importing.save(desk.library, importing.prepare_pasted(OTHER))
    with pytest.raises(AnnotatorError, match="fits 2 articles"):
        articles.find_article(desk.library, "e")


@pytest.mark.parametrize(
    ("wanted", "number"), [("5", 5), ("T", 0), ("t", 0), ("0", 0), ("48", 48), (" 5 ", 5)]
)
def test_a_claim_is_found_by_its_number(desk, wanted, number):
    span = articles.find_claim(desk.library, desk.article, wanted)
    assert desk.held.number(desk.held.index_of(span)) == number


def test_a_claim_is_found_by_its_id(desk):
    claim = desk.held.id_at(7)
    assert articles.find_claim(desk.library, desk.article, claim) == desk.held.span(7)


@pytest.mark.parametrize("wanted", ["49", "-1", "99999999999", "five", "٥", "", "1.0"])
def test_a_claim_that_is_not_there_is_refused(desk, wanted):
    with pytest.raises(AnnotatorError, match="claims run from 1 to 48, and T is the title"):
        articles.find_claim(desk.library, desk.article, wanted)
