"""Who acts in a library."""

import pytest

from annotator.desk import colleagues, importing, opening
from annotator.desk.opening import open_for, own_author, own_settings, settings_path
from annotator.domain.assessment import Analyst
from annotator.domain.edits.form import new_analyst
from annotator.domain.errors import AnnotatorError
from annotator.settings import changed, write_settings
from annotator.store import reading

TEXT = "A title\n\nOne sentence. Another one.\n"


def bring(library):
    importing.save(library, importing.prepare_pasted(TEXT))
    return library


def known(library):
    return {one.id: one.name for one in reading.analysts(library.store)}


def test_the_settings_hold_one_person_made_once():
    first = own_author()
    assert own_author() == first
    assert own_settings().analyst == first.id


def test_a_library_learns_a_name_with_the_first_edit_only(opened):
    library = opened("Ada")
    assert known(library) == {}
    bring(library)
    assert known(library) == {library.author.id: "Ada"}


def test_a_name_the_library_has_is_that_person_and_an_id_too(opened):
    ada = bring(opened("Ada")).author
    assert opened("Ada").author == ada
    assert opened(ada.id).author == ada
    assert opened(f" {ada.id.upper()}").author == ada, "an id, not the name of somebody new"


def test_the_settings_own_name_is_the_settings_own_person(opened):
    write_settings(settings_path(), changed(own_settings(), name="Zoë"))
    assert opened("Zoë").author == own_author()


def test_two_of_one_name_are_told_apart_by_their_ids(opened, tmp_path):
    bring(opened("Ada"))
    other = open_for(tmp_path / "library.db", "Somebody", create=False)
    importing.save(other, importing.prepare_pasted("Other\n\nText here.\n"))
    other.rename("Ada")
    other.close()
    with pytest.raises(AnnotatorError, match="Two analysts are called Ada"):
        opened("Ada")


def test_every_id_of_a_person_is_that_person(opened):
    """Else somebody new would act, with an id for a name."""
    library = bring(opened("Ada"))
    other = bring(opened("Ben")).author
    colleagues.same(library, Analyst(other.id, other.name))
    ids = {library.author.id, other.id}
    assert {opened(one).me for one in ids} == {min(ids)}
    assert {opened(one.upper()).author.name for one in ids} == {"Ada"}


def test_an_id_that_nobody_has_is_no_name(opened):
    bring(opened("Ada"))
    with pytest.raises(AnnotatorError, match="no analyst with the id"):
        opened(new_analyst())
    assert opened(own_author().id).author == own_author()


def test_a_renamed_person_stays_the_same_person(opened):
    library = bring(opened("Ada"))
    library.rename("Ada L.")
    assert known(library) == {library.author.id: "Ada L."}


def test_a_name_changed_in_the_settings_arrives_with_the_next_edit(opened):
    library = bring(opened(None))
    me = library.author.id
    write_settings(settings_path(), changed(own_settings(), name="New Name"))
    again = opened(None)
    assert again.author.id == me
    importing.save(again, importing.prepare_pasted("Other\n\nText here.\n"))
    assert known(again)[me] == "New Name"


def test_new_people_have_new_ids():
    assert new_analyst() != new_analyst()


def test_where_the_settings_cannot_be_kept_one_may_read_but_not_save(opened, monkeypatch, tmp_path):
    bring(opened("Ada")).close()
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(opening, "settings_path", lambda: tmp_path / "file" / "settings.json")
    nobody = open_for(tmp_path / "library.db", create=False)
    assert len(reading.article_rows(nobody.store, nobody.author.id)) == 1
    with pytest.raises(AnnotatorError, match="cannot be kept"):
        importing.save(nobody, importing.prepare_pasted("Other\n\nText here.\n"))
    nobody.close()
