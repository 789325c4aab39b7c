"""A parcel holds what was ticked and nothing else: its bytes are searched for all that must not be in it."""

from __future__ import annotations

import getpass
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from annotator.desk import (
    colleagues,
    commenting,
    deciding,
    drawing,
    importing,
    layout,
    merging,
    notes,
    passes,
    sending,
    tagging,
    typed,
    undoing,
)
from annotator.desk.library import OpenLibrary
from annotator.desk.progress import progress
from annotator.desk.sending import Goes
from annotator.domain.article import ArticleId, ClaimId
from annotator.domain.assessment import Audience
from annotator.domain.errors import AnnotatorError
from annotator.domain.review import ArticleStage
from annotator.domain.tags import Standing, Tag
from annotator.store import doctor, log, reading, stages
from annotator.store.incoming import incoming
from annotator.store.library import open_library

STORY = (
    "A bridge opens in Lund\n\n"
    "The bridge opened on Monday. It cost 12 million kronor, the mayor said. Nobody was hurt.\n\n"
    "Traffic returned at noon. Officials expect more of it. A second bridge is planned.\n"
)
ELSEWHERE = "A port closes in Malmö\n\nThe port closed on Friday. Nobody said why. It was old.\n"

Opens = Callable[..., OpenLibrary]


@pytest.fixture
def ben(opens: Opens) -> OpenLibrary:
    return opens("Benjamin")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "parcel.annotations"


def bring(library: OpenLibrary, text: str = STORY) -> tuple[ArticleId, list[ClaimId]]:
    file = library.path.with_name("a story of mine.txt")
    file.write_text(text)
    article = importing.import_file(library, file).article
    shown = reading.snapshot(library.store, article, library.me)
    return article, [shown.id_at(index) for index in range(len(shown))]


def kinds(path: Path) -> list[str]:
    """What a parcel holds: kinds of edits, and the classes of their parts."""
    with open_library(path, create=False) as parcel:
        assert doctor.examine(parcel) == ()
        assert (
            parcel.rows("SELECT * FROM local UNION ALL SELECT 1, 1, 1, 1, text FROM drafts") == []
        )
        return [
            f"{edit.header.kind}: {' '.join(part.part_class for part in edit.parts)}".rstrip(": ")
            for edit in log.all_edits(parcel)
        ]


def held(path: Path, *words: str) -> list[str]:
    """Which of these words stand anywhere in the file's bytes, free pages included."""
    data = path.read_bytes()
    return [word for word in words if word.encode() in data or word.encode("utf-16-le") in data]


def worked_on(library: OpenLibrary) -> tuple[ArticleId, list[ClaimId]]:
    """An article with something of everything."""
    article, claims = bring(library)
    tagging.tag(library, article, claims[:2], Tag.DISPUTED, note="first wording")
    notes.write_note(library, article, claims[1], "second wording")
    notes.write_note(library, article, claims[3], "for my eyes", audience=Audience.ME)
    tagging.tag(library, article, claims[4:5], Tag.VERIFIED)
    undoing.undo(library, article)
    commenting.comment(library, article, claims[2], "remarkable")
    passes.submit(library, article)
    return article, claims


def test_everything_of_one_s_own(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    other, claims = bring(ben, ELSEWHERE)
    tagging.tag(ben, other, claims[:1], Tag.VERIFIED, note="elsewhere altogether")
    sent = sending.send(ben, [article, article], target)
    assert kinds(target) == [
        "SetName: tags",
        "ImportArticle: tags",
        "SetTag: notes tags",
        "SetNote: notes",
        "SetTag: tags",
        "Undo",
        "Comment: notes",
        "Submit: tags",
    ]
    assert held(target, "second wording", "first wording", "remarkable")
    assert not held(target, "for my eyes", "elsewhere altogether", other)
    assert sent.articles == (article,)
    assert sent.own == {Goes.TAGS: 3, Goes.NOTES: 3, Goes.FILES: 1}
    assert (sent.left, sent.size, sent.warnings) == ((), target.stat().st_size, ())
    assert target.stat().st_mode & 0o777 == 0o600
    assert list(target.parent.iterdir()) == [target]


def test_tags_without_notes_and_without_any_earlier_wording(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    sent = sending.send(ben, [article], target, goes=[Goes.TAGS])
    assert kinds(target)[2:] == ["SetTag: tags", "SetTag: tags", "Undo", "Submit: tags"]
    assert not held(target, "first wording", "second wording", "remarkable", "for my eyes")
    assert sent.left == (Goes.NOTES, Goes.FILES)
    with open_library(target, create=False) as parcel:
        assert parcel.rows("SELECT * FROM originals") == []


def test_notes_alone(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    sending.send(ben, [article], target, goes=[Goes.NOTES])
    assert kinds(target)[2:] == ["SetTag: notes", "SetNote: notes", "Undo", "Comment: notes"]
    assert not held(target, "disputed", "for my eyes")


def test_neither_login_name_nor_path_nor_machine(
    ben: OpenLibrary, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LOGNAME", "USER"):
        monkeypatch.setenv(variable, "logged-in-as")
    article, _ = worked_on(ben)
    drafted = reading.snapshot(ben.store, article, ben.me).id_at(2)
    typed.keep(ben, article, drafted, notes.NOTE, "half a thought")
    for options in ({}, {"pseudonym": "Nobody"}, {"blind": True}):
        sending.send(ben, [article], target, force=True, **options)
        secrets = [
            getpass.getuser(),
            os.environ["HOME"],
            tempfile.gettempdir(),
            str(ben.path.parent),
            ben.path.name,
            os.uname().nodename,
            "half a thought",
        ]
        assert not held(target, *secrets)
        assert held(target, "a story of mine.txt") == ["a story of mine.txt"], "a name, no folder"


def test_colleagues_judgements_stay_and_their_layout_goes(
    ben: OpenLibrary, opens: Opens, target: Path
) -> None:
    """Without colleagues' cuts the sender's later ones would be void."""
    article, claims = bring(ben)
    chloe = opens("Chloé")
    merging.merge(chloe, [ben.path])
    shown = reading.snapshot(chloe.store, article, chloe.me)
    layout.join(chloe, shown, 1)
    layout.split(chloe, reading.snapshot(chloe.store, article, chloe.me), 3, 126)
    undoing.undo(chloe, article)
    tagging.tag(chloe, article, claims[5:6], Tag.VERIFIED, note="secret of Chloé's")
    commenting.comment(chloe, article, claims[5], "a word of Chloé's")
    deciding.decide(chloe, article, [shown.span(5)], Standing.VERIFIED, "her reason")
    merging.merge(ben, [chloe.path])
    own = reading.snapshot(ben.store, article, ben.me)
    layout.split(ben, own, 1, own.starts[1] + 28)
    tagging.tag(ben, article, claims[6:7], Tag.DISPUTED)
    sending.send(ben, [article], target)
    assert kinds(target) == [
        "SetName: tags",
        "ImportArticle: tags",
        "JoinClaims: tags",
        "SplitClaim: tags",
        "Undo",
        "SplitClaim: tags",
        "SetTag: tags",
    ]
    assert not held(target, "secret of Chloé's", "a word of Chloé's", "her reason", "Chloé")
    third = opens("Dora")
    merging.merge(third, [target])
    for library in (ben, third):
        live = library.store.rows("SELECT start, end FROM claims WHERE live = 1 ORDER BY start")
        assert live == ben.store.rows("SELECT start, end FROM claims WHERE live = 1 ORDER BY start")


def test_decisions_and_answers_are_the_sender_s_own(
    ben: OpenLibrary, opens: Opens, target: Path
) -> None:
    chloe = opens("Chloé")
    article, claims = bring(chloe)
    tagging.tag(chloe, article, claims[:2], Tag.VERIFIED)
    passes.submit(chloe, article)
    merging.merge(ben, [chloe.path])
    tagging.tag(ben, article, claims[:2], Tag.DISPUTED)
    passes.submit(ben, article)
    shown = reading.snapshot(ben.store, article, ben.me)
    deciding.decide(ben, article, [shown.span(0)], Standing.DISPUTED, "the map differs")
    passes.return_(ben, article, chloe.author.id, "look again")
    sending.send(ben, [article], target)
    assert kinds(target)[-4:] == [
        "SetTag: tags",
        "Submit: tags",
        "Decide: notes tags",
        "Return: notes tags",
    ]
    sending.send(ben, [article], target, goes=[Goes.TAGS], force=True)
    assert kinds(target)[-2:] == ["Decide: tags", "Return: tags"]
    assert not held(target, "the map differs", "look again")
    merging.merge(chloe, [target])
    assert len(chloe.store.rows("SELECT * FROM decisions")) == 1


def test_a_blind_check(ben: OpenLibrary, opens: Opens, target: Path) -> None:
    article, claims = worked_on(ben)
    drawing.draw(ben, [article], 2, "7")
    sent = sending.send(ben, [article], target, blind=True)
    assert kinds(target) == [
        "SetName: tags",
        "ImportArticle: tags",
        "Undo",
        "Draw: tags",
        "AskBlind: tags",
    ]
    assert not held(
        target, "first wording", "second wording", "remarkable", "disputed", "for my eyes"
    )
    assert (sent.own, sent.left) == ({}, (Goes.TAGS, Goes.NOTES, Goes.FILES))
    asked = ben.store.last_edit()
    sending.send(ben, [article], target, blind=True, force=True)
    assert ben.store.last_edit() == asked, "asked once"
    chloe = opens("Chloé")
    merging.merge(chloe, [target])
    merging.merge(chloe, [ben.path])
    from annotator.store.judging import sight_of

    assert sight_of(chloe.store, article, chloe.me).blind
    assert not sight_of(ben.store, article, ben.me).blind
    assert claims


def test_under_a_pseudonym(ben: OpenLibrary, opens: Opens, target: Path) -> None:
    """Not an id, a nonce or a salt of the sender's is in the file, and no name."""
    article, claims = worked_on(ben)
    sent = sending.send(ben, [article], target, pseudonym="  Nobody ")
    assert sent.warnings == ()
    rows = ben.store.rows("SELECT id, nonce FROM edits")
    telling = [word for row in rows for word in row]
    telling += [row[0] for row in ben.store.rows("SELECT salt FROM parts")]
    assert not held(target, ben.author.id, ben.author.name, *telling)
    assert held(target, "Nobody")
    assert [one.split(":")[0] for one in kinds(target)] == [
        "ImportArticle",
        "SetTag",
        "SetNote",
        "SetTag",
        "Undo",
        "Comment",
        "Submit",
        "SetName",
    ]
    chloe = opens("Chloé")
    merging.merge(chloe, [target])
    (who,) = [one for one in reading.analysts(chloe.store) if one.name == "Nobody"]
    assert reading.assessment(chloe.store, who.id, claims[0]).tag is Tag.DISPUTED
    assert reading.assessment(chloe.store, who.id, claims[1]).note == "second wording"
    assert reading.assessment(chloe.store, who.id, claims[4]).empty, "taken back, there too"


def test_a_pseudonym_is_warned_of_what_names_its_owner_all_the_same(
    ben: OpenLibrary, target: Path
) -> None:
    """Not the copies do, but what an article came with, and files that say who saved them."""
    document = Document()
    document.core_properties.author = "benjamin (laptop)"
    paragraph = document.add_paragraph(STORY)
    document.add_comment(paragraph.runs, "Is that so?", "Benjamin", "B")
    document.save(str(target.with_name("Benjamin’s story.docx")))
    article = importing.import_file(ben, target.with_name("Benjamin’s story.docx")).article
    sent = sending.send(ben, [article], target, pseudonym="Nobody")
    named, files = sent.warnings
    assert named.endswith(
        "came in with your name in it (the name of its file, what its file says of itself and its "
        "writer’s remarks), and whoever gets the parcel can read that."
    )
    assert files.startswith("The original and attached files go as they are")
    tags = sending.send(ben, [article], target, pseudonym="Nobody", goes=[Goes.TAGS], force=True)
    assert tags.warnings == (named,)
    (own,) = sending.send(ben, [article], target.with_name("b")).warnings
    assert "was sent under a pseudonym of yours" in own


def test_the_same_pseudonym_is_the_same_person(
    ben: OpenLibrary, opens: Opens, target: Path
) -> None:
    """Taken once; sent fuller later it is union, and what was taken back since is so there too."""
    article, claims = worked_on(ben)
    chloe = opens("Chloé")
    sending.send(ben, [article], target, pseudonym="Nobody", goes=[Goes.TAGS])
    merging.merge(chloe, [target])
    tagging.tag(ben, article, claims[5:6], Tag.VERIFIED)
    undoing.undo(ben, article)
    undoing.undo(ben, article)
    sending.send(ben, [article], target, pseudonym="Nobody", force=True)
    found = merging.merge(chloe, [target]).found
    assert [one.analyst.name for one in found.people] == ["Nobody"]
    taken = ben.store.rows("SELECT id FROM edits WHERE kind = 'TakePseudonym'")
    assert len(taken) == 1
    sending.send(ben, [article], target, pseudonym="Somebody", force=True)
    merging.merge(chloe, [target])
    names = {one.name for one in reading.analysts(chloe.store)}
    assert {"Nobody", "Somebody"} <= names
    assert doctor.examine(chloe.store) == ()


def test_a_copy_that_comes_back_is_its_original(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    sending.send(ben, [article], target, pseudonym="Nobody")
    before = ben.store.rows("SELECT * FROM assessments ORDER BY claim")
    merging.merge(ben, [target])
    assert ben.store.rows("SELECT * FROM assessments ORDER BY claim") == before
    assert ben.store.rows("SELECT count(*) > 0 FROM copies") == [(1,)]
    assert doctor.examine(ben.store) == ()
    again = target.with_name("again.annotations")
    sending.send(ben, [article], again)
    with incoming(again) as parcel:
        assert parcel.writers() == {ben.author.id}, "no copy goes under one's own name"
    under = target.with_name("under.annotations")
    sending.send(ben, [article], under, pseudonym="Nobody")
    assert kinds(under) == kinds(target)


def test_from_two_machines_of_one_person(ben: OpenLibrary, opens: Opens, target: Path) -> None:
    laptop = opens("Ben on the train", "laptop")
    article, claims = bring(ben)
    bring(laptop)
    tagging.tag(laptop, article, claims[:1], Tag.DISPUTED)
    merging.merge(ben, [laptop.path])
    colleagues.same(ben, colleagues.called(ben, laptop.author.id))
    sending.send(ben, [article], target)
    with incoming(target) as parcel:
        assert parcel.writers() == {ben.author.id, laptop.author.id}
    chloe = opens("Chloé")
    merging.merge(chloe, [target])
    assert len(reading.analysts(chloe.store)) == 1
    sending.send(ben, [article], target, pseudonym="Nobody", force=True)
    assert not held(target, ben.author.id, laptop.author.id, "Ben")


def test_warned_where_both_go_to_one_place(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    sending.send(ben, [article], target)
    shutil.copyfile(ben.path, target.with_name("whole.db"))
    target.with_name("other.annotations").write_text("no parcel")
    under = target.with_name("under.annotations")
    sent = sending.send(ben, [article], under, pseudonym="Nobody")
    assert [warning.split(",")[0] for warning in sent.warnings] == ["parcel.annotations"]
    sent = sending.send(ben, [article], target, force=True)
    assert [warning.split(",")[0] for warning in sent.warnings] == ["under.annotations"]
    assert sending.send(ben, [article], under, pseudonym="Nobody", force=True).warnings


def test_one_s_own_name_is_no_pseudonym(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    with pytest.raises(AnnotatorError, match="your own name"):
        sending.send(ben, [article], target, pseudonym=ben.author.name)
    with pytest.raises(AnnotatorError, match="The name is empty"):
        sending.send(ben, [article], target, pseudonym=" ")
    assert not target.exists()


@pytest.mark.parametrize("force", [False, True])
def test_what_is_never_replaced(ben: OpenLibrary, target: Path, force: bool) -> None:
    article, _ = worked_on(ben)
    link = target.with_name("link.annotations")
    link.symlink_to(ben.path)
    before = ben.path.read_bytes()
    for path, says in (
        (ben.path, "is the library itself"),
        (link, "is the library itself"),
        (target.parent, "is a folder"),
        (Path("/dev/null"), "no plain file"),
        (target / "deeper.annotations", "There is no folder"),
    ):
        with pytest.raises(AnnotatorError, match=says):
            sending.send(ben, [article], path, force=force)
    assert ben.path.read_bytes() == before


def test_a_target_that_is_there(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    target.write_text("mine")
    target.with_name("parcel.annotations-journal").write_text("of another file")
    with pytest.raises(AnnotatorError, match="is there already"):
        sending.send(ben, [article], target)
    assert target.read_text() == "mine"
    sending.send(ben, [article], target, force=True)
    assert kinds(target)
    assert list(target.parent.iterdir()) == [target], "an old journal would be taken for its own"


def test_where_nothing_can_be_written(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    target.parent.chmod(0o500)
    with pytest.raises(AnnotatorError, match="may not be written to"):
        sending.send(ben, [article], target)
    target.parent.chmod(0o700)
    assert list(target.parent.iterdir()) == []


def test_nothing_chosen(ben: OpenLibrary, target: Path) -> None:
    with pytest.raises(AnnotatorError, match="Nothing was chosen"):
        sending.send(ben, [], target)


def test_a_settled_article_is_sent_and_not_asked_blind(ben: OpenLibrary, target: Path) -> None:
    article, _ = worked_on(ben)
    passes.settle_article(ben, article)
    sending.send(ben, [article], target)
    assert kinds(target)[-1] == "Settle: tags"
    with pytest.raises(AnnotatorError, match="is settled"):
        sending.send(ben, [article], target, blind=True, force=True)


def test_a_foreign_undo_of_the_sender_s_edit_stays(
    ben: OpenLibrary, opens: Opens, target: Path
) -> None:
    """It names the original, and so would tell whose the copy is."""
    article, claims = bring(ben)
    shown = reading.snapshot(ben.store, article, ben.me)
    split = layout.split(ben, shown, 1, shown.starts[1] + 10).edits[0].header
    from annotator.domain.edits.form import Stamp
    from annotator.store.write import absorb

    chloe = opens("Chloé")
    undo = Stamp(chloe.author.id, split.at + 5, 5).seal("Undo", 1, (), split.id)
    absorb(ben.store, [undo])
    sending.send(ben, [article], target, pseudonym="Nobody")
    assert not held(target, split.id, undo.header.id)
    assert claims


def test_a_note_that_became_private_goes_in_no_earlier_wording(
    ben: OpenLibrary, opens: Opens, target: Path
) -> None:
    article, claims = bring(ben)
    notes.write_note(ben, article, claims[1], "for all to read")
    notes.write_note(ben, article, claims[2], "another note")
    chloe = opens("Chloe")
    sending.send(ben, [article], target)
    merging.merge(chloe, [target])
    notes.write_note(ben, article, claims[1], "on second thoughts", audience=Audience.ME)
    sent = sending.send(ben, [article], target, force=True)
    assert not held(target, "for all to read", "on second thoughts")
    assert held(target, "another note")
    (warning,) = sent.warnings
    assert warning.startswith("1 edit of notes stays behind")
    merging.merge(chloe, [target])
    shown = reading.assessment(chloe.store, ben.me, claims[1])
    assert shown.note == "", "who had it keeps it no longer"
    sending.send(ben, [article], target, force=True, pseudonym="Owl")
    assert not held(target, "for all to read", "on second thoughts")
    notes.write_note(ben, article, claims[1], "for all again", audience=Audience.DESK)
    assert sending.send(ben, [article], target, force=True).warnings == ()
    assert held(target, "for all to read", "for all again")


def test_settled_under_a_pseudonym_without_what_could_be_tried(
    ben: OpenLibrary, opens: Opens, target: Path
) -> None:
    """How claims stood is hashed with ids: whoever has the sender's could try it."""
    article, _ = worked_on(ben)
    passes.settle_article(ben, article)
    told = stages.settle_digests(ben.store, article)
    assert told
    sending.send(ben, [article], target)
    assert held(target, *told.values())
    sending.send(ben, [article], target, force=True, pseudonym="Owl")
    assert not held(target, *told.values())
    chloe = opens("Chloe")
    merging.merge(chloe, [target])
    there = progress(chloe, article)
    assert (there.stage.stage, there.changed_since) == (ArticleStage.SETTLED, 0)
    merging.merge(ben, [target])
    assert [row.analyst.name for row in progress(ben, article).passes] == [ben.author.name]
    assert progress(ben, article).changed_since == 0
    assert doctor.examine(ben.store) == ()
