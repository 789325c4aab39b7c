"""Versions among colleagues: nobody's work is written for them, and two machines come to the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from annotator import paths
from annotator.desk import (
    colleagues,
    erasing,
    importing,
    merging,
    notes,
    sending,
    sight,
    tagging,
    undoing,
)
from annotator.desk.erasing import What
from annotator.desk.exporting import Order, write_order
from annotator.desk.library import OpenLibrary
from annotator.desk.revising import (
    MarkKind,
    carry,
    confirm,
    mark_of,
    to_carry,
    versions,
)
from annotator.domain.article import ArticleId
from annotator.domain.edits.revisions import AddRevision, Match
from annotator.domain.tags import Standing, Tag
from annotator.store import reading
from annotator.store.doctor import examine
from annotator.store.voices import voices
from finding import bring_in, claims_of, name_source
from revising import (
    FIRST,
    SECOND,
    THIRD,
    claim,
    kinds,
    prepared,
    revised,
    span,
    standings,
    verified,
)

Opened = Callable[..., OpenLibrary]
CARRIED, AGAIN, ASKED = MarkKind.CARRIED, MarkKind.AGAIN, MarkKind.ASKED
VERIFIED, DISPUTED, UNTAGGED = Standing.VERIFIED, Standing.DISPUTED, Standing.UNTAGGED


def judged_by(library: OpenLibrary, article: ArticleId, words: str) -> set[str]:
    """Whose judgements count for the claim, by name, wherever they lie."""
    place = span(library, article, words)
    known = {one.id: one.name for one in reading.analysts(library.store)}
    return {known[who] for who in voices(library.store, article, [place])[place]}


@pytest.fixture
def ada(opened: Opened) -> OpenLibrary:
    return opened("Ada")


@pytest.fixture
def ben(opened: Opened, ada: OpenLibrary) -> OpenLibrary:
    """A colleague who disputes everything in the first version."""
    article = bring_in(ada, FIRST)
    ben = opened("Ben")
    tagging.tag(ben, article, claims_of(ben, article), Tag.DISPUTED)
    ada.poll()
    return ben


def test_colleagues_work_stays_with_the_earlier_version_until_they_open_the_new_one(
    ada: OpenLibrary, ben: OpenLibrary
):
    verified(ada)
    new = revised(ada).imported.article
    writers = ada.store.rows(
        "SELECT DISTINCT analyst FROM edits WHERE kind IN ('Carry', 'AddRevision')"
    )
    assert writers == [(ada.author.id,)]
    ben.poll()
    assert standings(ben, new) == [UNTAGGED] * 7
    assert kinds(ben, new) == [None, AGAIN, ASKED, None, ASKED, ASKED, None]
    assert to_carry(ben, new) == 2
    assert carry(ben, new) is not None
    assert standings(ben, new) == [DISPUTED, *[UNTAGGED] * 2, DISPUTED, *[UNTAGGED] * 3]
    assert kinds(ben, new)[0] is CARRIED
    assert to_carry(ben, new) == 0
    ada.poll()
    assert standings(ada, new)[3] is VERIFIED
    undoing.undo(ben, new)
    assert standings(ben, new) == [UNTAGGED] * 7
    assert examine(ada.store) == ()


def test_who_judged_nothing_before_has_nothing_to_carry(opened: Opened, ada: OpenLibrary):
    verified(ada)
    new = revised(ada).imported.article
    eve = opened("Eve")
    assert to_carry(eve, new) == 0
    assert carry(eve, new) is None
    assert kinds(eve, new) == [None] * 7


def test_only_what_is_the_same_is_compared_across_versions(ada: OpenLibrary, ben: OpenLibrary):
    new = revised(ada).imported.article
    assert judged_by(ada, new, "He denied") == {"Ben"}
    for words in ("Two explosions killed", "Officials", "The crowd", "Nobody has"):
        assert judged_by(ada, new, words) == set(), words
    old = versions(ada, new)[0].article
    confirm(ada, new, old, frozenset({(span(ada, old, "Officials"), span(ada, new, "Officials"))}))
    assert judged_by(ada, new, "Officials") == {"Ben"}
    assert judged_by(ada, new, "Two explosions killed") == set()


def test_a_blind_check_is_told_nothing_of_colleagues(
    opened: Opened, ada: OpenLibrary, ben: OpenLibrary
):
    verified(ada)
    old = bring_in(ada, FIRST)
    new = revised(ada).imported.article
    sight.ask_blind(ada, old, new)
    ben.poll()
    assert to_carry(ben, new) == 2
    carry(ben, new)
    mark = mark_of(ben, new, claim(ben, new, "He denied"))
    assert mark is not None
    assert mark.assessment.tag is Tag.DISPUTED, "one's own"
    seen = ben.store.rows(
        "SELECT DISTINCT seen FROM assessments WHERE article = ? AND analyst = ?", (new, ben.me)
    )
    assert seen == [("[]",)]
    assert [one.article for one in versions(ben, new)] == [old, new]


def test_whose_tags_were_seen_before_judging_is_kept(opened: Opened, ada: OpenLibrary):
    old = verified(ada)
    ben = opened("Ben")
    one = claim(ben, old, "He denied")
    tagging.tag(ben, old, [one], Tag.VERIFIED)
    tagging.tag(ben, old, [one], Tag.DISPUTED, looked=True)
    new = revised(ben).imported.article
    rows = ben.store.rows(
        "SELECT seen FROM assessments WHERE claim = ? AND analyst = ?",
        (claim(ben, new, "He denied"), ben.me),
    )
    assert json.loads(rows[0][0]) == [ada.me]


def test_a_hidden_colleague_makes_no_difference(ada: OpenLibrary, ben: OpenLibrary):
    colleagues.hide(ada, colleagues.called(ada, "Ben"))
    verified(ada)
    new = revised(ada).imported.article
    assert kinds(ada, new) == [CARRIED, AGAIN, ASKED, CARRIED, ASKED, ASKED, None]


def test_a_word_that_the_texts_do_not_bear_out_carries_nothing(ada: OpenLibrary, ben: OpenLibrary):
    old = verified(ada)
    new = importing.save(ada, prepared(SECOND)).article
    false = [
        Match(claim(ada, new, words), claim(ada, old, words), how)
        for words, how in (
            ("Two explosions killed", "exact"),
            ("Officials", "exact"),
            ("The crowd", "exact"),
            ("He denied", "exact"),
        )
    ]
    ben.perform(AddRevision(new, old, tuple(false)))
    ada.poll()
    assert to_carry(ada, new) == 1
    carry(ada, new)
    assert standings(ada, new) == [*[UNTAGGED] * 3, VERIFIED, *[UNTAGGED] * 3]
    ben.perform(AddRevision(new, old, (Match(false[0].claim, false[0].other, "changed"),)))
    ada.poll()
    assert to_carry(ada, new) == 0


# Two machines


def both(opens: Opened) -> tuple[OpenLibrary, OpenLibrary]:
    """Ada's laptop and her desk, with the first version and her work in both."""
    laptop = opens("Ada", "laptop")
    old = verified(laptop)
    name_source(laptop, old, claim(laptop, old, "He denied"), "ISNA")
    notes.write_note(laptop, old, claim(laptop, old, "He denied"), "on the phone")
    merging.merge(opens("Ada", "desk"), [laptop.path])
    desk = opens("Ada", "desk")  # who is known there now
    assert desk.me == laptop.me
    return laptop, desk


def everything(library: OpenLibrary) -> object:
    tables = ("assessments", "pairs", "claims", "attributions", "links", "items")
    return {name: sorted(library.store.rows(f"SELECT * FROM {name}"), key=repr) for name in tables}


def test_the_same_done_on_two_machines_comes_to_the_same(opens: Opened):
    laptop, desk = both(opens)
    ids = [revised(one).imported.article for one in (laptop, desk)]
    assert ids[0] == ids[1]
    new = ids[0]
    merging.merge(laptop, [desk.path])
    merging.merge(desk, [laptop.path])
    assert everything(laptop) == everything(desk)
    assert kinds(laptop, new) == [CARRIED, AGAIN, ASKED, CARRIED, ASKED, ASKED, None]
    same = claim(laptop, new, "He denied")
    rows = laptop.store.rows("SELECT count(*) FROM attributions WHERE claim = ?", (same,))
    assert rows == [(1,)], "an attribution is no second one"
    for one in (laptop, desk):
        assert examine(one.store) == ()


def test_what_was_answered_on_one_machine_is_not_asked_again_by_the_other(opens: Opened):
    laptop, desk = both(opens)
    new = revised(laptop, SECOND, ("Officials", "Officials")).imported.article
    revised(desk)
    merging.merge(laptop, [desk.path])
    merging.merge(desk, [laptop.path])
    for one in (laptop, desk):
        assert kinds(one, new)[2] is CARRIED
        assert examine(one.store) == ()


def test_a_merge_in_any_order_comes_to_the_same(opens: Opened, tmp_path: Path):
    laptop, desk = both(opens)
    ben = opens("Ben")
    merging.merge(ben, [laptop.path])
    old = versions(ben, bring_in(ben, FIRST))[0].article
    tagging.tag(ben, old, claims_of(ben, old), Tag.DISPUTED)
    new = revised(laptop).imported.article
    undoing.undo(laptop, new)
    revised(desk, SECOND, ("Nobody", "Nobody"))
    third = revised(ben, THIRD).imported.article
    found = []
    for number, order in enumerate(permutations((laptop, desk, ben))):
        into = opens("Eve", f"eve{number}")
        for one in order:
            merging.merge(into, [one.path])
        assert examine(into.store) == ()
        found.append(
            {
                name: rows
                for name, rows in everything(into).items()  # type: ignore[attr-defined]
                if name != "pairs"
            }
        )
    assert all(one == found[0] for one in found)
    assert third


def test_who_gets_a_parcel_of_the_new_version_has_his_own_come_along(opens: Opened, tmp_path: Path):
    laptop, _ = both(opens)
    ben = opens("Ben")
    old = bring_in(ben, FIRST)
    tagging.tag(ben, old, claims_of(ben, old), Tag.DISPUTED)
    new = revised(laptop).imported.article
    parcel = tmp_path / "new.annotations"
    sending.send(laptop, [new], parcel)
    merging.merge(ben, [parcel])
    assert to_carry(ben, new) == 2, "what is asked in a revision is not settled by a merge"
    carry(ben, new)
    assert standings(ben, new) == [DISPUTED, *[UNTAGGED] * 2, DISPUTED, *[UNTAGGED] * 3]
    assert examine(ben.store) == ()


def test_what_was_carried_can_be_erased(ada: OpenLibrary):
    old = verified(ada)
    notes.write_note(ada, old, claim(ada, old, "He denied"), "from a source to protect")
    new = revised(ada).imported.article
    same = claim(ada, new, "He denied")
    erasing.erase(ada, erasing.what_would_go(ada, What.NOTE, new, same))
    held = reading.assessment(ada.store, ada.me, same)
    assert (held.note, held.tag) == ("", Tag.VERIFIED)
    assert kinds(ada, new) == [CARRIED, AGAIN, ASKED, CARRIED, ASKED, ASKED, None]
    erasing.erase(ada, erasing.what_would_go(ada, What.ARTICLE, old))
    assert kinds(ada, new)[1] is None
    assert standings(ada, new)[3] is VERIFIED
    assert examine(ada.store) == ()


def test_the_canonical_json_has_the_versions_and_brings_them_back(
    ada: OpenLibrary, opened: Opened, tmp_path: Path
):
    old = verified(ada)
    new = revised(ada).imported.article
    files = []
    for article in (old, new):
        files.append(tmp_path / f"{article}.json")
        write_order(ada, Order((article,), "json", files[-1]))
    said = json.loads(files[1].read_text(encoding="utf-8"))
    (revision,) = said["revisions"]
    hows = sorted(pair["how"] for pair in revision["pairs"])
    assert (revision["of"], hows) == (
        old, ["again", "asked", "asked", "exact", "exact", "proposed"]
    )  # fmt: skip
    schema = json.loads(paths.resource("schemas/article.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(said)
    eve = opened("Eve", "eve.db")
    merging.merge(eve, files)
    again = tmp_path / "again.json"
    write_order(eve, Order((new,), "json", again))
    assert again.read_bytes() == files[1].read_bytes()
    assert examine(eve.store) == ()
