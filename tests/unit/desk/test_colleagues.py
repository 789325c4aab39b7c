"""Colleagues hidden and shown, oneself on another machine, and another person of one's name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.desk import colleagues, importing, merging, tagging
from annotator.desk.library import OpenLibrary
from annotator.desk.passes import submit
from annotator.desk.sight import ask_blind
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError
from annotator.domain.snapshot import Change
from annotator.domain.tags import Tag
from annotator.store import doctor, reading

STORY = "A bridge opens\n\nThe bridge opened on Monday. Nobody was hurt. It was cold.\n"

Opens = Callable[..., OpenLibrary]


def bring(library: OpenLibrary) -> tuple[ArticleId, list[ClaimId]]:
    article = importing.save(library, importing.prepare(STORY.encode(), "story.txt")).article
    shown = reading.snapshot(library.store, article, library.me)
    return article, [shown.id_at(index) for index in range(len(shown))]


@pytest.fixture
def ada(opens: Opens) -> OpenLibrary:
    """Ada's library, with what Ben and she herself on a laptop sent."""
    ada = opens("Ada")
    article, claims = bring(ada)
    tagging.tag(ada, article, claims[:1], Tag.VERIFIED)
    for name, file, tag in (("Ben", "", Tag.DISPUTED), ("Ada", "laptop", Tag.UNATTRIBUTED)):
        other = opens(name, file)
        bring(other)
        tagging.tag(other, article, claims[1:3], tag)
        merging.merge(ada, [other.path])
    return ada


def laptop(ada: OpenLibrary) -> str:
    rows = ada.store.rows("SELECT analyst FROM names WHERE name = 'Ada'")
    return next(str(row[0]) for row in rows if row[0] != ada.author.id)


def judges(ada: OpenLibrary) -> dict[str, int]:
    rows = ada.store.rows(
        "SELECT name, count(*) FROM assessments JOIN names USING (analyst) GROUP BY analyst"
    )
    return dict(rows)


def test_hidden_and_shown_again(ada: OpenLibrary) -> None:
    ben = colleagues.called(ada, "Ben")
    told: list[Change] = []
    ada.subscribe(told.append)
    assert colleagues.hide(ada, ben)
    assert not colleagues.hide(ada, ben)
    assert [one.hidden for one in colleagues.everybody(ada) if one.analyst == ben] == [True]
    assert any(change.review for change in told)
    assert colleagues.show(ada, ben)
    assert not colleagues.show(ada, ben)
    assert not any(one.hidden for one in colleagues.everybody(ada))


def test_oneself_on_another_machine_and_two_again(ada: OpenLibrary) -> None:
    before = sorted(ada.store.rows("SELECT * FROM assessments"))
    other = colleagues.called(ada, laptop(ada))
    assert colleagues.same(ada, other)
    assert not colleagues.same(ada, other)
    assert sum(judges(ada).values()) == 5
    assert len(reading.analysts(ada.store)) == 2
    listed = {one.analyst.id: one for one in colleagues.everybody(ada)}
    assert listed[other.id].same
    assert colleagues.another(ada, other)
    assert not colleagues.another(ada, other)
    assert sorted(ada.store.rows("SELECT * FROM assessments")) == before
    assert doctor.examine(ada.store) == ()


def test_both_halves_are_edits_that_merge(ada: OpenLibrary, opens: Opens) -> None:
    colleagues.same(ada, colleagues.called(ada, laptop(ada)))
    said = ada.store.rows("SELECT analyst FROM edits WHERE kind = 'SamePerson'")
    assert {row[0] for row in said} == {ada.author.id, laptop_of(said, ada)}
    dora = opens("Dora")
    merging.merge(dora, [ada.path])
    assert len(reading.analysts(dora.store)) == 2


def laptop_of(said: list[tuple[str]], ada: OpenLibrary) -> str:
    return next(row[0] for row in said if row[0] != ada.author.id)


def test_one_keeps_one_s_own_name(ada: OpenLibrary) -> None:
    ben = colleagues.called(ada, "Ben")
    colleagues.same(ada, ben)
    assert {one.name for one in reading.analysts(ada.store)} == {"Ada"}


def test_three_ids_and_one_of_them_apart(ada: OpenLibrary) -> None:
    """What joined an id to any of one's own is taken back, and nothing else."""
    second, ben = colleagues.called(ada, laptop(ada)), colleagues.called(ada, "Ben")
    colleagues.same(ada, second)
    colleagues.same(ada, ben)
    assert len(reading.analysts(ada.store)) == 1
    assert colleagues.another(ada, colleagues.called(ada, ben.id))
    assert len({ada.me, ben.id}) == 2
    assert judges(ada)["Ada"] == 3
    assert doctor.examine(ada.store) == ()


def test_whom_another_is_besides_stays_so(ada: OpenLibrary, opens: Opens) -> None:
    """Who was joined to somebody by mistake does not part the ids which that person has."""
    colleagues.same(ada, colleagues.called(ada, laptop(ada)))
    before = persons_of(ada)
    dora = opens("Dora")
    merging.merge(dora, [ada.path])
    for theirs in (laptop_of(own_words(ada), ada), ada.author.id):
        other = colleagues.called(dora, theirs)
        colleagues.same(dora, other)
        colleagues.another(dora, other)
        assert persons_of(dora) == before
        assert dora.me == dora.author.id


def persons_of(library: OpenLibrary) -> set[tuple[str, str]]:
    return set(library.store.rows("SELECT analyst, person FROM persons"))


def own_words(ada: OpenLibrary) -> list[tuple[str]]:
    return ada.store.rows("SELECT analyst FROM edits WHERE kind = 'SamePerson'")


def test_a_namesake_is_asked_about_until_it_is_said(ada: OpenLibrary) -> None:
    (namesake,) = [one for one in colleagues.everybody(ada) if one.namesake]
    assert (namesake.claims, namesake.articles) == (2, 1)
    colleagues.another(ada, namesake.analyst)
    assert not [one for one in colleagues.everybody(ada) if one.namesake]


def test_who_is_meant(ada: OpenLibrary) -> None:
    with pytest.raises(AnnotatorError, match="Two analysts are called Ada"):
        colleagues.called(ada, "Ada")
    with pytest.raises(AnnotatorError, match="Ada is you"):
        colleagues.called(ada, ada.author.id.upper())
    with pytest.raises(AnnotatorError, match="There is no analyst Zed"):
        colleagues.called(ada, "Zed")
    other = colleagues.called(ada, laptop(ada))
    colleagues.same(ada, other)
    with pytest.raises(AnnotatorError, match="or another id of yours"):
        colleagues.called(ada, "Ada")
    with pytest.raises(AnnotatorError, match="never hidden"):
        colleagues.hide(ada, other)


def test_how_much_was_judged_of_a_blind_article_is_not_told_before_one_submits(
    opens: Opens,
) -> None:
    ada, ben = opens("Ada"), opens("Ben")
    article, claims = bring(ben)
    tagging.tag(ben, article, claims[:2], Tag.DISPUTED)
    ask_blind(ben, article)
    merging.merge(ada, [ben.path])
    (one,) = colleagues.everybody(ada)
    assert (one.claims, one.articles) == (0, 0)
    tagging.tag(ada, article, claims[:1], Tag.VERIFIED)
    submit(ada, article)
    (one,) = colleagues.everybody(ada)
    assert (one.claims, one.articles) == (2, 1)
