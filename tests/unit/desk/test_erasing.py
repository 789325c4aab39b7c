"""What would go is said before it goes, in words that are so; then every window is told."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk import erasing, evidencing, merging, notes, sending, typed
from annotator.desk.erasing import What
from annotator.desk.evidencing import Given
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Contact, Link, Stance
from annotator.domain.snapshot import Change
from annotator.domain.tags import Tag
from annotator.store import backup, doctor, drafts, reading
from annotator.store.cleaning import Cleaned
from annotator.store.write import apply
from factories import ANNA, BEN, bring_in, claims_of, new_library, noted

NAME = "Nameless"


@pytest.fixture
def library(tmp_path: Path) -> OpenLibrary:
    return OpenLibrary(new_library(tmp_path / "library.db"), ANNA)


@pytest.fixture
def article(library: OpenLibrary) -> ArticleId:
    found = bring_in(library.store)
    library.looked()
    return found


def said(library: OpenLibrary, what: What, article: ArticleId, *more: str) -> str:
    claim = ClaimId(more[0]) if what is What.NOTE else None
    wanted = "" if what is What.NOTE or not more else more[0]
    return " ".join(erasing.what_would_go(library, what, article, claim, wanted).says)


def go(
    library: OpenLibrary,
    what: What,
    article: ArticleId,
    wanted: str = "",
    *,
    claim: ClaimId | None = None,
) -> erasing.Erased:
    """Erases it, as the window and the command line do: first what would go, then that."""
    return erasing.erase(library, erasing.what_would_go(library, what, article, claim, wanted))


def entered(library: OpenLibrary, article: ArticleId, claim: ClaimId, **given: str) -> str:
    serving = evidencing.Serving(Stance.SUPPORTS, "as it says")
    return evidencing.add(library, article, [claim], Given(**given), serving).item  # type: ignore[arg-type]


def test_a_note_is_said_with_its_wordings_its_draft_and_its_backups(
    library: OpenLibrary, article: ArticleId
) -> None:
    claims = claims_of(article)
    bulk = noted(article, claims[1:3], NAME)
    library.perform(SetTag(article, claims[1:3], Tag.VERIFIED, bulk))
    notes.write_note(library, article, claims[1], "Nemo")
    typed.keep(library, article, claims[1], notes.NOTE, "Outis")
    backup.keep(library.store, "daily")
    says = said(library, What.NOTE, article, claims[1])
    assert says.startswith(
        "Your note of claim 1 would be erased, in every wording that the log holds: 2 edits."
    )
    assert "What else these edits say, and stands, stays" in says
    assert "What is being typed of it" in says
    assert "this library's 1 backup in your data folder" in says
    assert "It cannot be undone" in says
    assert "Copies that were sent already" in says


def test_the_same_words_elsewhere_are_said_to_stay(
    library: OpenLibrary, article: ArticleId
) -> None:
    claims = claims_of(article)
    notes.write_note(library, article, claims[1], f"“{NAME}”, on the telephone")
    notes.write_note(library, article, claims[2], f"“{NAME}”, on the telephone")
    says = said(library, What.NOTE, article, claims[1])
    assert "The very same words stand in 1 other edit of yours" in says
    go(library, What.NOTE, article, claim=claims[1])
    assert "The very same words" not in said(library, What.NOTE, article, claims[2])


def test_nothing_is_changed_by_asking_and_every_window_is_told_of_what_is_done(
    library: OpenLibrary, article: ArticleId
) -> None:
    claims = claims_of(article)
    notes.write_note(library, article, claims[1], NAME)
    before = library.path.read_bytes()
    said(library, What.NOTE, article, claims[1])
    assert library.path.read_bytes() == before
    told: list[Change] = []
    library.subscribe(told.append)
    done = go(library, What.NOTE, article, claim=claims[1])
    assert done.says == ("Your note of claim 1 is erased.",)
    (change,) = [change for change in told if change.article == article]
    assert len(change.touched) == 1
    assert not library.poll(), "nobody else did anything"
    assert reading.assessment(library.store, ANNA.id, claims[1]).note == ""
    assert doctor.examine(library.store) == ()


def test_no_byte_of_a_file_is_left_where_its_audience_was_changed_and_a_note_names_its_hash(
    library: OpenLibrary, article: ArticleId, tmp_path: Path
) -> None:
    claim = claims_of(article)[1]
    item = entered(library, article, claim, title="A map")
    file = tmp_path / "map.txt"
    file.write_text("Nobody shall read this.", encoding="utf-8")
    evidencing.attach(library, item, file)
    for audience in (Audience.ME, Audience.PUBLIC):
        evidencing.edit(library, item, Given(audience=audience))
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    notes.write_note(library, article, claim, f"Its hash is {sha256}.")
    assert evidencing.file_bytes(library, sha256) is not None
    go(library, What.FILE, article, sha256)
    assert evidencing.file_bytes(library, sha256) is None
    assert b"Nobody shall read this." not in library.store.path.read_bytes()


def test_evidence_its_contact_and_its_file(library: OpenLibrary, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    item = entered(library, article, claim, title="A map")
    evidencing.set_contact(library, item, Contact("", NAME))
    evidencing.attach(library, item, (f"{NAME}.txt", b"by Nemo"))
    held = evidencing.item_by_id(library, item)
    (contact,), (kept,) = held.contacts, held.files
    assert "of the evidence “A map” would be erased" in said(
        library, What.CONTACT, article, contact.id[:6]
    )
    go(library, What.CONTACT, article, contact.id)
    assert f"the file {kept.sha256[:12]}" in said(library, What.FILE, article, kept.sha256).lower()
    go(library, What.FILE, article, kept.sha256)
    data = library.path.read_bytes()
    assert NAME.encode() not in data
    assert b"by Nemo" not in data
    assert evidencing.item_by_id(library, item).title == "A map"
    evidencing.remove(library, item)
    assert "which was removed" in said(library, What.EVIDENCE, article, item)
    go(library, What.EVIDENCE, article, item)
    assert b"A map" not in library.path.read_bytes()
    with pytest.raises(AnnotatorError, match="There is no evidence"):
        said(library, What.EVIDENCE, article, item)


def test_an_article_says_who_else_spoke_of_it(library: OpenLibrary, article: ArticleId) -> None:
    claims = claims_of(article)
    notes.write_note(library, article, claims[1], NAME)
    apply(library.store, BEN, [SetTag(article, claims[1:2], Tag.DISPUTED)])
    says = said(library, What.ARTICLE, article)
    assert says.startswith("The article “Two explosions” would go from this library: its text")
    assert "What Ben said of it is not yours to erase: it is forgotten here" in says
    go(library, What.ARTICLE, article)
    assert reading.article_rows(library.store, ANNA.id, removed=True) == ()
    assert doctor.examine(library.store) == ()


def test_an_article_of_which_nobody_said_anything(library: OpenLibrary, article: ArticleId) -> None:
    says = said(library, What.ARTICLE, article)
    assert "erased" not in says.replace("something was erased", "")
    assert says.endswith("Copies that others have are out of reach.")
    with pytest.raises(AnnotatorError, match="erased as a whole"):
        erasing.what_would_go(library, What.ARTICLE, article, claims_of(article)[1])


def test_evidence_that_serves_two_articles_goes_from_both(
    library: OpenLibrary, article: ArticleId
) -> None:
    other = bring_in(library.store, text="Another\n\nA text.")
    item = entered(library, article, claims_of(article)[1], title=NAME)
    first = reading.snapshot(library.store, other, ANNA.id).id_at(0)
    evidencing.use(library, item, other, [first], evidencing.Serving(Stance.CONTEXT))
    says = said(library, What.EVIDENCE, article, item)
    assert "It goes from 1 other article that it serves, too." in says
    go(library, What.EVIDENCE, article, item)
    assert NAME.encode() not in library.path.read_bytes()


def test_what_is_not_there_or_not_meant_is_refused_in_words(
    library: OpenLibrary, article: ArticleId
) -> None:
    other = bring_in(library.store, text="Another\n\nA text.")
    claims = claims_of(article)
    item = entered(library, article, claims[1], title="A map")
    for what, words in (
        (What.NOTE, "Say of which claim"),
        (What.CONTACT, "Name the contact by its id"),
        (What.FILE, "Name the file by its id"),
    ):
        with pytest.raises(AnnotatorError, match=words):
            erasing.what_would_go(library, what, article)
    with pytest.raises(AnnotatorError, match="is not of that article"):
        erasing.what_would_go(library, What.EVIDENCE, other, None, item)
    with pytest.raises(AnnotatorError, match="does not serve claim 2"):
        erasing.what_would_go(library, What.EVIDENCE, article, claims[2], item)
    assert erasing.what_would_go(library, What.EVIDENCE, article, claims[1], item[:8]).name == (
        "the evidence “A map”"
    )
    with pytest.raises(AnnotatorError, match="There is nothing to erase: your note of claim 2"):
        erasing.what_would_go(library, What.NOTE, article, claims[2])
    with pytest.raises(AnnotatorError, match="your note of that claim is not here"):
        erasing.what_would_go(library, What.NOTE, article, ClaimId("nobody knows it"))


def test_an_id_that_fits_two_wants_more_of_it(library: OpenLibrary, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    for number in (1, 2):
        item = f"e000000{number}-0000-4000-8000-000000000000"
        serving = {(article, claim): Link(item, Stance.CONTEXT)}
        library.perform(AddEvidence(item, {"there": True, "title": f"Map {number}"}, serving))
    with pytest.raises(AnnotatorError, match="e000 fits 2 of them: type more of the id"):
        erasing.what_would_go(library, What.EVIDENCE, article, None, "e000")
    found = erasing.what_would_go(library, What.EVIDENCE, article, None, "E0000002")
    assert found.name == "the evidence “Map 2”"


def test_a_colleague_s_that_may_not_be_seen_yet_is_not_there(
    library: OpenLibrary, article: ArticleId
) -> None:
    claim = claims_of(article)[1]
    ben = OpenLibrary(library.store, BEN)
    item = entered(ben, article, claim, title=NAME)
    with pytest.raises(AnnotatorError, match="There is no evidence"):
        said(library, What.EVIDENCE, article, item)
    library.perform(SetTag(article, (claim,), Tag.VERIFIED))
    says = said(library, What.EVIDENCE, article, item)
    assert "It is Ben’s, and not yours to erase: it is forgotten here (1 edit" in says
    done = go(library, What.EVIDENCE, article, item)
    assert done.applied.edits == (), "nobody is told but this library"
    assert NAME.encode() not in library.path.read_bytes()


def test_what_a_colleague_erased_goes_from_one_s_backups_with_the_merge(
    library: OpenLibrary, article: ArticleId, tmp_path: Path
) -> None:
    claim = claims_of(article)[1]
    notes.write_note(library, article, claim, NAME)
    first, second = (tmp_path / f"{name}.annotations" for name in ("first", "second"))
    sending.send(library, [article], first)
    go(library, What.NOTE, article, claim=claim)
    sending.send(library, [article], second)
    ben = OpenLibrary(new_library(tmp_path / "ben.db"), BEN)
    merging.merge(ben, [first])
    kept = backup.keep(ben.store, "daily")
    assert NAME.encode() in kept.read_bytes()
    merging.merge(ben, [second])
    files = [ben.path, *backup.every_copy(ben.path)]
    assert len(files) > 2
    assert not [path for path in files if NAME.encode() in path.read_bytes()]
    assert doctor.examine(ben.store) == ()
    assert merging.merge(ben, [first]).found.left_out
    assert NAME.encode() not in ben.path.read_bytes()


def test_backups_that_could_not_be_mended_are_named(library: OpenLibrary) -> None:
    folder = paths.backups_dir(library.path)
    says = erasing.said_of(Cleaned(1, (folder / "a.db",), (folder / "b.db",)))
    assert f"{folder / 'a.db'} could not be read, and might have held it: it is deleted." in says[0]
    assert says[1].endswith("then run `annotator doctor --repair`.")


def test_who_may_not_save_erases_nothing(library: OpenLibrary, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    notes.write_note(library, article, claim, NAME)
    refused = OpenLibrary(library.store, ANNA, refusal=AnnotatorError("Not now."))
    erasure = erasing.what_would_go(refused, What.NOTE, article, claim)
    with pytest.raises(AnnotatorError, match="Not now"):
        erasing.erase(refused, erasure)
    assert reading.assessment(library.store, ANNA.id, claim).note == NAME


def test_a_draft_alone_can_be_erased(library: OpenLibrary, article: ArticleId) -> None:
    claim = claims_of(article)[1]
    typed.keep(library, article, claim, notes.NOTE, NAME)
    done = go(library, What.NOTE, article, claim=claim)
    assert done.applied.edits == ()
    assert drafts.drafts(library.store, ANNA.id) == ()
    assert NAME.encode() not in library.path.read_bytes()
