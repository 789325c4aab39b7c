"""What a merge says of evidence, attribution and flags that it brings: new, changed, the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk import assessing, evidencing, importing, merging, sending, tagging, undoing
from annotator.desk.attributing import AttributionGiven, attribute, unattribute
from annotator.desk.desk import Desk
from annotator.desk.evidence_given import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.desk.sending import Goes
from annotator.domain.article import ClaimId
from annotator.domain.assessment import Flag, FlagKind
from annotator.domain.attribution import Quoted
from annotator.domain.evidence import Stance
from annotator.domain.tags import Tag
from annotator.store.tally import Counts

SUPPORTS = Serving(Stance.SUPPORTS, "“as it says”")
Open = Callable[..., OpenLibrary]


@pytest.fixture
def ben(opened: Open) -> Desk:
    """Ben's own library with the sample in hand."""
    desk = Desk(opened("Ben", "ben.db"))
    desk.open(importing.import_file(desk.library, paths.sample()).article)
    return desk


def claim(desk: Desk, number: int) -> ClaimId:
    index = desk.held.index_of_number(number)
    assert index is not None
    return desk.held.id_at(index)


def brought(
    desk: Desk, ben: Desk, folder: Path, goes: tuple[Goes, ...] = sending.EVERYTHING
) -> Counts:
    """What comes of bringing Ben's work in, as the preview said it would."""
    target = folder / f"{len(list(folder.glob('*.annotations')))}.annotations"
    sending.send(ben.library, [ben.article], target, goes=goes)
    told = merging.preview(desk.library, [target]).counts
    merging.merge(desk.library, [target])
    return told


def test_evidence_is_new_then_the_same_then_changed_by_its_quotation_or_its_title(
    desk: Desk, ben: Desk, tmp_path: Path
) -> None:
    claims = [claim(ben, 2), claim(ben, 3)]
    given = Given(title="A map", url="https://example.org/map")
    item = evidencing.add(ben.library, ben.article, claims, given, SUPPORTS).item
    assert brought(desk, ben, tmp_path) == Counts(new=2)
    assert brought(desk, ben, tmp_path) == Counts(same=2)
    other = Serving(Stance.CONTRADICTS, "“it does not”")
    evidencing.use(ben.library, item, ben.article, claims[:1], other)
    assert brought(desk, ben, tmp_path) == Counts(changed=1, same=1)
    evidencing.edit(ben.library, item, Given(title="A better map"))
    assert brought(desk, ben, tmp_path) == Counts(changed=2)
    evidencing.remove(ben.library, item)
    assert brought(desk, ben, tmp_path) == Counts(changed=2)


def test_evidence_for_a_claim_that_was_tagged_already_changes_it(
    desk: Desk, ben: Desk, tmp_path: Path
) -> None:
    tagging.tag(ben.library, ben.article, [claim(ben, 2), claim(ben, 3)], Tag.VERIFIED)
    assert brought(desk, ben, tmp_path) == Counts(new=2)
    evidencing.add(ben.library, ben.article, [claim(ben, 2)], Given(title="A map"), SUPPORTS)
    assert brought(desk, ben, tmp_path) == Counts(changed=1, same=1)


def test_flags_and_attributions_are_changes_too_and_so_is_taking_them_back(
    desk: Desk, ben: Desk, tmp_path: Path
) -> None:
    library, article, four = ben.library, ben.article, claim(ben, 4)
    tagging.confirm(library, article, [four])
    assert brought(desk, ben, tmp_path) == Counts(new=1)
    assessing.set_flag(library, article, [four], Flag(FlagKind.RING, "ISNA"))
    assert brought(desk, ben, tmp_path) == Counts(changed=1)
    said, _ = attribute(library, ben.held, four, AttributionGiven(Quoted("ISNA")))
    assert brought(desk, ben, tmp_path) == Counts(changed=1)
    assert brought(desk, ben, tmp_path) == Counts(same=1)
    unattribute(library, article, said)
    assert brought(desk, ben, tmp_path) == Counts(changed=1)
    undoing.undo(library, article)
    assert brought(desk, ben, tmp_path) == Counts(changed=1)


def test_evidence_that_was_not_sent_is_said_and_comes_with_a_later_parcel(
    desk: Desk, ben: Desk, tmp_path: Path
) -> None:
    tagging.tag(ben.library, ben.article, [claim(ben, 2)], Tag.VERIFIED)
    evidencing.add(ben.library, ben.article, [claim(ben, 2)], Given(title="A map"), SUPPORTS)
    part = tmp_path / "tags.annotations"
    sent = sending.send(ben.library, [ben.article], part, goes=(Goes.TAGS,))
    assert Goes.EVIDENCE in sent.left
    assert brought(desk, ben, tmp_path, goes=(Goes.TAGS,)) == Counts(new=1)
    assert brought(desk, ben, tmp_path, goes=(Goes.EVIDENCE,)) == Counts(changed=1)
    assert brought(desk, ben, tmp_path) == Counts(same=1)


def test_evidence_alone_judges_nothing_and_is_in_no_conflict(
    desk: Desk, ben: Desk, tmp_path: Path
) -> None:
    tagging.tag(desk.library, desk.article, [claim(desk, 2)], Tag.DISPUTED)
    evidencing.add(ben.library, ben.article, [claim(ben, 2)], Given(title="A map"), SUPPORTS)
    target = tmp_path / "ben.annotations"
    sending.send(ben.library, [ben.article], target)
    told = merging.preview(desk.library, [target])
    assert told.counts == Counts(new=1)
    assert [one.judged for one in told.people] == [0]
