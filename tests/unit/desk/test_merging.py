"""Bringing in: a preview that is what the merge does, one transaction, and back again."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.desk import (
    colleagues,
    importing,
    merging,
    notes,
    passes,
    reviewing,
    sending,
    tagging,
    undoing,
)
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.previews import Preview
from annotator.desk.sending import Goes
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.errors import AnnotatorError, CancelledError
from annotator.domain.snapshot import Change
from annotator.domain.tags import Tag
from annotator.review.alignment import PairKind
from annotator.store import changes, doctor, drafts, merges, reading, twins
from annotator.store.write import DraftKey
from unit.store.test_incoming import older

STORY = (
    "A bridge opens in Lund\n\n"
    "The bridge opened on Monday. It cost 12 million kronor, the mayor said. Nobody was hurt.\n\n"
    "Traffic returned at noon. Officials expect more of it. A second bridge is planned.\n"
)
LATER = STORY.replace("12 million kronor", "14 million kronor")
ELSEWHERE = "A port closes in Malmö\n\nThe port closed on Friday. Nobody said why. It was old.\n"


Opens = Callable[..., OpenLibrary]


def bring(library: OpenLibrary, text: str = STORY) -> tuple[ArticleId, list[ClaimId]]:
    """Imports a text; gives its claims, the title first."""
    article = importing.save(library, importing.prepare(text.encode(), "story.txt")).article
    shown = reading.snapshot(library.store, article, library.me)
    return article, [shown.id_at(index) for index in range(len(shown))]


def tables(library: OpenLibrary) -> dict[str, list[tuple[object, ...]]]:
    names = library.store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: sorted(library.store.rows(f"SELECT * FROM {name}"), key=repr) for (name,) in names
    }


def of(found: Preview) -> tuple[int, int, int, int]:
    counts = found.counts
    return counts.new, counts.changed, counts.same, counts.conflicting


@pytest.fixture
def ada(opens: Opens) -> OpenLibrary:
    return opens("Ada")


@pytest.fixture
def ben(opens: Opens) -> OpenLibrary:
    return opens("Ben")


def test_new_changed_the_same_and_conflicting(ada: OpenLibrary, ben: OpenLibrary) -> None:
    article, claims = bring(ada)
    bring(ben)
    tagging.tag(ada, article, claims[:3], Tag.VERIFIED)
    tagging.tag(ben, article, claims[1:4], Tag.DISPUTED)
    notes.write_note(ben, article, claims[5], "Look here.")
    first = merging.preview(ada, [ben.path])
    assert of(first) == (4, 0, 0, 2), "three tags and a note, two of them on what Ada tagged"
    assert merging.merge(ada, [ben.path]).found == first
    assert of(merging.preview(ada, [ben.path])) == (0, 0, 4, 0)

    tagging.tag(ben, article, claims[1:2], Tag.VERIFIED)
    tagging.clear(ben, article, claims[3:4])
    tagging.tag(ben, article, claims[4:5], Tag.VERIFIED)
    found = merging.merge(ada, [ben.path]).found
    assert of(found) == (1, 2, 2, 0), "agreeing is no conflict, and what is cleared is changed"
    undoing.undo(ben, article)
    assert of(merging.merge(ada, [ben.path]).found) == (0, 1, 3, 0)
    assert doctor.examine(ada.store) == ()


def test_whose_it_is_and_which_articles(ada: OpenLibrary, ben: OpenLibrary) -> None:
    article, claims = bring(ada)
    bring(ben)
    other, _ = bring(ben, ELSEWHERE)
    tagging.tag(ben, article, claims[:2], Tag.DISPUTED)
    found = merging.preview(ada, [ben.path])
    assert [(one.analyst.name, one.judged) for one in found.people] == [("Ben", 2)]
    assert [(one.id, one.title, one.fresh) for one in found.articles] == [
        (article, "A bridge opens in Lund", False),
        (other, "A port closes in Malmö", True),
    ]
    assert found.files == ("ben.db",)
    assert not found.nothing


def test_a_preview_writes_nothing(ada: OpenLibrary, ben: OpenLibrary) -> None:
    article, claims = bring(ben)
    tagging.tag(ben, article, claims[:2], Tag.DISPUTED)
    before = {path: path.read_bytes() for path in ada.path.parent.iterdir()}
    merging.preview(ada, [ben.path])
    ada.path.chmod(0o400)
    merging.preview_at(ada.path, "Ada", [ben.path])
    merging.preview_at(ada.path.with_name("none.db"), "Ada", [ben.path])
    assert {path: path.read_bytes() for path in ada.path.parent.iterdir()} == before


def test_a_preview_leaves_an_older_library_as_old_as_it_is(
    ada: OpenLibrary, ben: OpenLibrary
) -> None:
    article, claims = bring(ada)
    tagging.tag(ada, article, claims[:2], Tag.VERIFIED)
    bring(ben)
    tagging.tag(ben, article, claims[1:3], Tag.DISPUTED)
    old = ada.path.with_name("old.db")
    older(old, ada.path)
    before = old.read_bytes()
    assert of(merging.preview_at(old, "Ada", [ben.path])) == (2, 0, 0, 1)
    assert old.read_bytes() == before


def test_everybody_is_told(ada: OpenLibrary, ben: OpenLibrary, opens: Opens) -> None:
    article, claims = bring(ada)
    bring(ben)
    tagging.tag(ben, article, claims[:2], Tag.DISPUTED)
    desk = Desk(ada)
    desk.open(article)
    another = opens("Ada")
    here: list[Change] = []
    there: list[Change] = []
    ada.subscribe(here.append)
    another.subscribe(there.append)
    merging.merge(ada, [ben.path])
    assert another.poll()
    for told in (here, there):
        change = next(one for one in told if one.article == article)
        assert len(change.touched) == 2
    assert not ada.poll(), "what one did oneself is not told twice"


def test_where_very_much_came_in_everything_is_told(
    ada: OpenLibrary, ben: OpenLibrary, opens: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading all of it again only to say which claims would take longer than a fresh look."""
    article, claims = bring(ben)
    tagging.tag(ben, article, claims[:2], Tag.DISPUTED)
    another = opens("Ada")
    told: list[Change] = []
    another.subscribe(told.append)
    merging.merge(ada, [ben.path])
    monkeypatch.setattr(changes, "MANY", 3)
    assert another.poll()
    assert {change.article for change in told} == {"", article}
    assert all(change.layout and change.about and change.review for change in told)


def test_back_to_before(ada: OpenLibrary, ben: OpenLibrary, opens: Opens) -> None:
    article, claims = bring(ada)
    tagging.tag(ada, article, claims[:1], Tag.VERIFIED)
    bring(ben, ELSEWHERE)
    before, inode = tables(ada), ada.path.stat().st_ino
    assert merging.last_merge(ada) is None
    merging.merge(ada, [ben.path])
    remembered = merging.last_merge(ada)
    assert remembered is not None
    assert remembered.files == ("ben.db",)
    assert str(ada.path.parent) not in repr(tables(ada)["local"]), "names only, no folders"

    another = opens("Ada")
    drafts.set_place(another.store, "last", article)
    key = DraftKey(ada.author.id, claims[2], "note")
    drafts.save_draft(another.store, key, article, "half a note")
    told: list[Change] = []
    another.subscribe(told.append)
    assert merging.take_back(ada) == remembered
    assert [d.text for d in drafts.drafts(ada.store, ada.author.id)] == ["half a note"]
    drafts.drop_draft(ada.store, key)
    ada.store.run("DELETE FROM local WHERE about = 'last'")
    assert tables(ada) == before
    assert ada.path.stat().st_ino == inode
    assert doctor.examine(ada.store) == ()
    assert another.poll()
    assert {change.article for change in told} == {"", article}
    assert all(change.layout and change.about and change.review for change in told)
    assert not another.poll()

    tagging.tag(ada, article, claims[1:2], Tag.VERIFIED)
    assert another.poll()
    assert merging.last_merge(ada) is None
    with pytest.raises(AnnotatorError, match="no merge here"):
        merging.take_back(ada)


def test_another_window_is_told_even_when_as_much_was_done_since(
    ada: OpenLibrary, ben: OpenLibrary, opens: Opens
) -> None:
    """The places of arrival are the same numbers again, and other edits stand in them."""
    article, claims = bring(ada)
    bring(ben)
    tagging.tag(ben, article, claims[:1], Tag.DISPUTED)
    merging.merge(ada, [ben.path])
    another = opens("Ada")
    seen = another.store.last_edit()
    merging.take_back(ada)
    while ada.store.last_edit() < seen:
        tagging.tag(ada, article, claims[2:3], next(_other_tag(ada, claims[2])))
    told: list[Change] = []
    another.subscribe(told.append)
    assert another.poll()
    assert all(change.layout for change in told)


def _other_tag(library: OpenLibrary, claim: ClaimId) -> Iterator[Tag]:
    held = reading.assessment(library.store, library.me, claim).tag
    return (tag for tag in Tag if tag is not held)


def test_not_back_after_a_change(ada: OpenLibrary, ben: OpenLibrary) -> None:
    article, claims = bring(ada)
    bring(ben, ELSEWHERE)
    merging.merge(ada, [ben.path])
    tagging.tag(ada, article, claims[:1], Tag.VERIFIED)
    before = tables(ada)
    assert merging.last_merge(ada) is None
    with pytest.raises(AnnotatorError, match="changed since the last merge"):
        merging.take_back(ada)
    assert tables(ada) == before


def test_not_back_without_the_backup(ada: OpenLibrary, ben: OpenLibrary) -> None:
    bring(ben, ELSEWHERE)
    merged = merging.merge(ada, [ben.path])
    assert merged.backup is not None
    data = merged.backup.read_bytes()
    before = tables(ada)
    for spoilt in (data[:9000], data.replace(b"CREATE TABLE edits", b"CREATE TABLE edyts"), None):
        if spoilt is None:
            merged.backup.unlink()
        else:
            merged.backup.write_bytes(spoilt)
        with pytest.raises(AnnotatorError):
            merging.take_back(ada)
        assert tables(ada) == before


def test_not_back_over_what_is_being_typed(ada: OpenLibrary, ben: OpenLibrary) -> None:
    """A note in an article that would go away with the merge."""
    article, claims = bring(ben, ELSEWHERE)
    merging.merge(ada, [ben.path])
    key = DraftKey(ada.author.id, claims[1], "note")
    drafts.save_draft(ada.store, key, article, "half a note")
    with pytest.raises(AnnotatorError, match="being typed"):
        merging.take_back(ada)
    assert ada.store.rows("SELECT count(*) FROM articles") == [(1,)]


def test_not_back_while_another_program_writes(ada: OpenLibrary, ben: OpenLibrary) -> None:
    bring(ben, ELSEWHERE)
    merging.merge(ada, [ben.path])
    raw = sqlite3.connect(ada.path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(AnnotatorError, match="holds the library"):
        merging.take_back(ada)
    raw.execute("ROLLBACK")
    raw.close()
    assert ada.store.rows("SELECT count(*) FROM articles") == [(1,)]
    merging.take_back(ada)
    assert ada.store.rows("SELECT count(*) FROM articles") == [(0,)]


def test_the_second_merge_goes_back_to_the_first(
    ada: OpenLibrary, ben: OpenLibrary, opens: Opens
) -> None:
    chloe = opens("Chloé")
    bring(ben)
    bring(chloe, ELSEWHERE)
    merging.merge(ada, [ben.path])
    after_ben = tables(ada)
    merging.merge(ada, [chloe.path])
    merging.take_back(ada)
    assert tables(ada) == after_ben
    merging.take_back(ada)
    assert ada.store.last_edit() == 0


def test_fourteen_backups_are_kept(ada: OpenLibrary, ben: OpenLibrary) -> None:
    article, claims = bring(ben)
    kept = None
    for number in range(17):
        tagging.tag(ben, article, claims[:1], (Tag.VERIFIED, Tag.DISPUTED)[number % 2])
        kept = merging.merge(ada, [ben.path]).backup
    assert kept is not None
    assert len(list(kept.parent.glob(f"{merges.WHY}-*"))) == 14
    assert kept.exists()


def test_given_twice_is_given_once(ada: OpenLibrary, ben: OpenLibrary, tmp_path: Path) -> None:
    bring(ben)
    link = tmp_path / "link.db"
    link.symlink_to(ben.path)
    merged = merging.merge(ada, [ben.path, ben.path, link])
    assert merged.found.files == ("ben.db",)


def test_nothing_new_leaves_the_library_byte_for_byte(ada: OpenLibrary, ben: OpenLibrary) -> None:
    article, claims = bring(ben)
    tagging.tag(ben, article, claims[:1], Tag.VERIFIED)
    first = merging.merge(ada, [ben.path])
    assert first.backup is not None
    before = ada.path.read_bytes()
    copies = sorted(first.backup.parent.iterdir())
    again = merging.merge(ada, [ben.path])
    assert (again.found.nothing, again.backup) == (True, None)
    assert ada.path.read_bytes() == before
    assert sorted(first.backup.parent.iterdir()) == copies
    assert merging.last_merge(ada) is not None, "the first can still be taken back"


def test_the_library_itself(ada: OpenLibrary, tmp_path: Path) -> None:
    bring(ada)
    before = ada.path.read_bytes()
    link = tmp_path / "link.db"
    link.symlink_to(ada.path)
    for path in (ada.path, link):
        for how in (merging.preview, merging.merge):
            with pytest.raises(AnnotatorError, match="is this library itself"):
                how(ada, [path])
    copy = Path(shutil.copyfile(ada.path, tmp_path / "copy.db"))
    assert merging.merge(ada, [copy]).found.nothing
    assert ada.path.read_bytes() == before


def test_one_bad_file_keeps_the_good_ones_out(
    ada: OpenLibrary, ben: OpenLibrary, tmp_path: Path
) -> None:
    bring(ben)
    bad = tmp_path / "bad.annotations"
    bad.write_text("This is no library at all.")
    with pytest.raises(AnnotatorError, match=r"bad\.annotations"):
        merging.merge(ada, [ben.path, bad])
    assert ada.store.last_edit() == 0
    assert merging.refusal(bad).endswith(".")
    assert merging.refusal(ben.path) == ""
    assert "this library itself" in merging.refusal(ada.path, ada)


def test_cancelled_in_the_middle(ada: OpenLibrary, ben: OpenLibrary) -> None:
    article, claims = bring(ben)
    for number in range(600):
        tagging.tag(ben, article, claims[:1], (Tag.VERIFIED, Tag.DISPUTED)[number % 2])
    bring(ada, ELSEWHERE)
    before = ada.path.read_bytes()
    told: list[tuple[int, int]] = []

    def give_up(done: int, of_all: int) -> None:
        told.append((done, of_all))
        if len(told) % 2:
            raise CancelledError("Cancelled: nothing was brought in.")

    for how in (merging.preview, merging.merge):
        with pytest.raises(CancelledError):
            how(ada, [ben.path], progress=give_up)
        told.append((0, 0))
    assert ada.path.read_bytes() == before
    assert told[0] == (500, 602)
    folder = ada.path.parent
    assert merging.merge(ada, [ben.path], progress=lambda *_: None).backup is not None
    assert sorted(path.name for path in folder.iterdir()) == ["ada.db", "ben.db"]


def test_who_has_my_name_is_asked_once(ada: OpenLibrary, opens: Opens) -> None:
    laptop = opens("Ada", "laptop")
    article, claims = bring(laptop)
    bring(ada)
    tagging.tag(laptop, article, claims[:1], Tag.VERIFIED)
    assert laptop.author.id != ada.author.id
    (asked,) = merging.merge(ada, [laptop.path]).found.questions
    assert asked.id == laptop.author.id
    assert colleagues.another(ada, asked)
    assert merging.preview(ada, [laptop.path]).questions == ()


def test_a_clock_that_was_wrong(ada: OpenLibrary, ben: OpenLibrary) -> None:
    article, claims = bring(ben)
    from annotator.store import write

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(write, "_now", lambda: 4_000_000_000_000_000)
        tagging.tag(ben, article, claims[:2], Tag.VERIFIED)
    (clock,) = merging.merge(ada, [ben.path]).found.clocks
    assert (clock.analyst.name, clock.edits, clock.latest) == ("Ben", 1, 4_000_000_000_000_000)
    tagging.tag(ada, article, claims[:2], Tag.DISPUTED)
    assert of(merging.preview(ben, [ada.path]))[0] == 2


def test_conflicts_in_a_blind_check_are_not_told(
    ada: OpenLibrary, ben: OpenLibrary, tmp_path: Path
) -> None:
    article, claims = bring(ben)
    tagging.tag(ben, article, claims[:3], Tag.VERIFIED)
    sending.send(ben, [article], tmp_path / "blind.annotations", blind=True)
    merging.merge(ada, [tmp_path / "blind.annotations"])
    tagging.tag(ada, article, claims[:3], Tag.DISPUTED)
    assert of(merging.merge(ada, [ben.path]).found) == (3, 0, 0, 0)
    passes.submit(ada, article)
    tagging.tag(ben, article, claims[:3], Tag.UNATTRIBUTED)
    assert of(merging.preview(ada, [ben.path])) == (0, 3, 0, 3)


def test_a_revised_text(ada: OpenLibrary, ben: OpenLibrary) -> None:
    """What is exact is matched at once; moved and changed claims wait for somebody's word."""
    article, _ = bring(ada)
    later, claims = bring(ben, LATER)
    tagging.tag(ben, later, claims[1:3], Tag.DISPUTED)
    found = merging.preview(ada, [ben.path])
    (text,) = found.texts
    assert (text.article, text.earlier) == (later, article)
    kinds = [pair.kind for pair in text.alignment.pairs]
    assert kinds.count(PairKind.CHANGED) == 1
    changed = next(pair for pair in text.asking if pair.kind is PairKind.CHANGED)
    merged = merging.merge(ada, [ben.path], confirmed=[text.ids(changed)])
    assert merged.paired == len(text.exact) + 1
    paired = twins.pairs(ada.store, later, article)
    assert text.ids(changed) in paired
    assert len(paired) == merged.paired

    (rest,) = merging.preview(ada, [ben.path]).texts
    assert [pair.kind for pair in rest.asking] == [PairKind.MOVED] * (len(text.asking) - 1)
    again = merging.merge(ada, [ben.path], kinds=[PairKind.MOVED])
    assert again.paired == len(rest.asking) > 0
    assert again.backup is not None
    assert merging.merge(ada, [ben.path], kinds=[PairKind.MOVED]).found.nothing
    assert doctor.examine(ada.store) == ()
    made = ada.store.rows("SELECT analyst FROM edits WHERE kind = 'AddRevision'")
    assert made == [(ada.author.id,)] * 2


def test_two_copies_that_come_together(ada: OpenLibrary, ben: OpenLibrary) -> None:
    first, _ = bring(ben)
    second, _ = bring(ben, LATER)
    bring(ben, ELSEWHERE)
    (text,) = merging.merge(ada, [ben.path]).found.texts
    assert (text.article, text.earlier) == (second, first)


def test_texts_that_are_no_copies(ada: OpenLibrary, ben: OpenLibrary) -> None:
    """One sentence in common makes no copy, nor does an article that is here already."""
    bring(ada)
    bring(ben, ELSEWHERE + "\nNobody was hurt. Traffic returned at noon.\n")
    assert merging.preview(ada, [ben.path]).texts == ()
    bring(ben)
    assert merging.preview(ada, [ben.path]).texts == ()


def test_a_note_that_was_not_sent_is_told_from_none(
    ada: OpenLibrary, ben: OpenLibrary, tmp_path: Path
) -> None:
    article, claims = bring(ben)
    tagging.tag(ben, article, claims[:1], Tag.DISPUTED, note="why")
    tagging.tag(ben, article, claims[1:2], Tag.DISPUTED)
    target = tmp_path / "tags.annotations"
    sent = sending.send(ben, [article], target, goes=[Goes.TAGS])
    assert Goes.NOTES in sent.left
    merging.merge(ada, [target])
    tagging.tag(ada, article, claims[:2], Tag.VERIFIED)
    noted, bare = (_theirs(ada, article, claim) for claim in claims[:2])
    assert noted.note_withheld
    assert not noted.assessment.note
    assert not bare.note_withheld
    merging.merge(ada, [ben.path])
    noted = _theirs(ada, article, claims[0])
    assert not noted.note_withheld
    assert noted.assessment.note == "why"


def _theirs(library: OpenLibrary, article: ArticleId, claim: ClaimId) -> reviewing.Voice:
    """What the one colleague says of a claim."""
    snapshot = reading.snapshot(library.store, article, library.me)
    index = next(at for at in range(len(snapshot)) if snapshot.id_at(at) == claim)
    found = reviewing.claim_review(library, snapshot, reviewing.review(library, article), index)
    (voice,) = (voice for voice in found.voices if not voice.me)
    return voice


def test_texts_of_edits_that_are_here(ada: OpenLibrary, ben: OpenLibrary, opens: Opens) -> None:
    """Where only a text comes in, windows beside this one are told of it as well."""
    article, _ = bring(ben)
    poor = Path(shutil.copyfile(ben.path, ben.path.with_name("poor.db")))
    raw = sqlite3.connect(poor, isolation_level=None)
    raw.execute("PRAGMA foreign_keys = OFF")
    (sql,) = raw.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'articles_no_delete'"
    ).fetchone()
    raw.execute("DROP TRIGGER articles_no_delete")
    raw.execute("DELETE FROM articles")
    raw.execute(sql)
    raw.close()
    merging.merge(ada, [poor])
    assert reading.article_rows(ada.store, ada.me) == ()
    another = opens("Ada")
    told: list[Change] = []
    another.subscribe(told.append)
    found = merging.merge(ada, [ben.path]).found
    assert not found.nothing
    assert [row.id for row in reading.article_rows(ada.store, ada.me)] == [article]
    another.poll()
    assert [change.article for change in told if change.layout] == [article]
