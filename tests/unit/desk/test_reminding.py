"""Reminders of a real article, and where the next open thing is."""

import re

import pytest

from annotator.desk import assessing, evidencing, reminding, tagging, undoing
from annotator.desk.attributing import AttributionGiven, attribute
from annotator.desk.desk import Desk
from annotator.desk.evidence_given import Given, Serving
from annotator.desk.layout import join, set_furniture
from annotator.domain.assessment import Audience, Because, Flag, FlagKind, Relation
from annotator.domain.attribution import Quoted
from annotator.domain.evidence import Stance
from annotator.domain.tags import Tag
from annotator.store.library import Library

SUPPORTS = Serving(Stance.SUPPORTS, "“as it says”")
PRIMARY = Given(url="https://example.org/programme", title="Programme", primary=True)
CHANGED = "evidence changed after the tag"


def claim(desk, number):
    return desk.held.id_at(desk.held.index_of_number(number))


def tag(desk, tag, *numbers):
    tagging.tag(desk.library, desk.article, [claim(desk, number) for number in numbers], tag)


def evidence(desk, *numbers, given=PRIMARY, serving=SUPPORTS):
    claims = [claim(desk, number) for number in numbers]
    return evidencing.add(desk.library, desk.article, claims, given, serving).item


def says(desk, number):
    index = desk.held.index_of_number(number)
    return [one.says for one in reminding.reminders_of(desk.library, desk.held, index)]


def test_a_verified_claim_is_reminded_of_until_it_has_what_the_rule_asks_for(desk):
    tag(desk, Tag.VERIFIED, 2)
    assert says(desk, 2) == ["verified, but no evidence yet"]
    item = evidence(desk, 2, given=Given(url="https://example.org/a", primary=False))
    assert says(desk, 2) == ["verified on one secondary source"]
    evidencing.edit(desk.library, item, Given(primary=True))
    tag(desk, Tag.VERIFIED, 2)
    assert says(desk, 2) == []


def test_the_articles_reminders_come_in_reading_order_and_are_counted_by_rule(desk):
    tag(desk, Tag.VERIFIED, 9, 0)
    tag(desk, Tag.DISPUTED, 5)
    tag(desk, Tag.UNATTRIBUTED, 6, 8)
    evidence(desk, 11, serving=Serving(Stance.SUPPORTS))
    attribute(desk.library, desk.held, claim(desk, 8), AttributionGiven(Quoted("ISNA")))
    tagging.confirm(desk.library, desk.article, [claim(desk, 4)])
    found = reminding.all_reminders(desk.library, desk.article)
    assert [(one.name, one.number, one.reminders[0].rule) for one in found] == [
        ("the title", 0, "no-evidence"),
        ("claim 4", 4, "unshown"),
        ("claim 5", 5, "no-reason"),
        ("claim 8", 8, "attributed"),
        ("claim 9", 9, "no-evidence"),
        ("claim 11", 11, "no-quotation"),
    ]
    assert [one.claim for one in found[:1]] == [claim(desk, 0)]
    assert reminding.counts(desk.library, desk.article)["no-evidence"] == 2


def test_nobody_is_reminded_of_what_a_colleague_holds(desk, opened):
    tag(desk, Tag.VERIFIED, 2)
    other = opened("Ben")
    assert reminding.all_reminders(other, desk.article) == ()


def test_a_claim_that_was_split_and_furniture_are_not_reminded_of(desk):
    aside = desk.held.standings.index(6)
    tagging.tag(desk.library, desk.article, [desk.held.id_at(aside)], Tag.VERIFIED)
    assert reminding.all_reminders(desk.library, desk.article) == ()
    assert reminding.reminders_of(desk.library, desk.held, aside) == ()
    set_furniture(desk.library, desk.held, desk.held.span(aside), furniture=False)
    assert len(reminding.all_reminders(desk.library, desk.article)) == 1


def test_claims_that_contradict_each_other_are_named_until_one_is_found_wrong(desk):
    tag(desk, Tag.VERIFIED, 4, 5)
    evidence(desk, 4, 5)
    library, article = desk.library, desk.article
    assessing.relate(library, article, claim(desk, 5), claim(desk, 4), Relation.CONTRADICTS)
    assert says(desk, 4) == ["verified, but claim 5 contradicts it"]
    assert says(desk, 5) == ["verified, but claim 4 contradicts it"]
    tag(desk, Tag.DISPUTED, 5)
    assessing.dispute_because(
        library, article, [claim(desk, 5)], Because.CONTRADICTED, claim(desk, 4)
    )
    assert says(desk, 4) == []


def test_a_contradicting_claim_that_was_cut_away_is_not_named(desk):
    tag(desk, Tag.VERIFIED, 4)
    evidence(desk, 4)
    article, other = desk.article, claim(desk, 5)
    assessing.relate(desk.library, article, claim(desk, 4), other, Relation.CONTRADICTS)
    join(desk.library, desk.held, desk.held.index_of_number(5))
    assert says(desk, 4) == []


def test_evidence_added_after_the_tag_is_no_change_unless_it_speaks_against_it(desk):
    tag(desk, Tag.VERIFIED, 2)
    evidence(desk, 2)
    assert says(desk, 2) == []
    against = Serving(Stance.CONTRADICTS, "“it was not”")
    evidence(desk, 2, given=Given(title="A map"), serving=against)
    assert says(desk, 2) == ["verified, but A map contradicts it", CHANGED]


def test_evidence_that_says_something_else_than_when_it_was_judged_has_changed(desk):
    item = evidence(desk, 2)
    tag(desk, Tag.VERIFIED, 2)
    assert says(desk, 2) == []
    evidencing.edit(desk.library, item, Given(title="Programme, corrected"))
    assert says(desk, 2) == [CHANGED]
    undoing.undo(desk.library, desk.article)
    assert says(desk, 2) == []


def test_another_quotation_is_a_change(desk):
    item = evidence(desk, 2)
    tag(desk, Tag.VERIFIED, 2)
    said = Serving(Stance.SUPPORTS, "“something else”")
    evidencing.use(desk.library, item, desk.article, [claim(desk, 2)], said)
    assert says(desk, 2) == [CHANGED]


def test_tagging_again_says_that_the_tag_still_stands(desk):
    item = evidence(desk, 2)
    tag(desk, Tag.VERIFIED, 2)
    again = [claim(desk, 2)]
    assert tagging.tag(desk.library, desk.article, again, Tag.VERIFIED) is None
    evidencing.edit(desk.library, item, Given(title="Programme, corrected"))
    assert tagging.tag(desk.library, desk.article, again, Tag.VERIFIED) is not None
    assert says(desk, 2) == []
    assert tagging.tag(desk.library, desk.article, again, Tag.VERIFIED) is None


def test_an_item_that_comes_to_serve_another_claim_or_readers_has_not_changed(desk):
    item = evidence(desk, 2)
    tag(desk, Tag.VERIFIED, 2)
    evidencing.use(desk.library, item, desk.article, [claim(desk, 3)], SUPPORTS)
    evidencing.edit(desk.library, item, Given(audience=Audience.PUBLIC))
    assert says(desk, 2) == []


def test_a_colleagues_item_counts_as_changed_when_the_colleague_changes_it(desk, opened):
    ben = opened("Ben")
    item = evidencing.add(ben, desk.article, [claim(desk, 7)], PRIMARY, SUPPORTS).item
    tag(desk, Tag.UNATTRIBUTED, 7)  # only then one sees a colleague's evidence of it
    evidencing.use(desk.library, item, desk.article, [claim(desk, 2)], SUPPORTS)
    tag(desk, Tag.VERIFIED, 2)
    assert says(desk, 2) == []
    evidencing.edit(ben, item, Given(title="Another programme"))
    assert says(desk, 2) == [CHANGED]


def test_a_copy_of_a_copy_counts_with_what_it_copies_also_where_that_serves_no_claim(desk):
    wire = evidence(desk, given=Given(title="Wire report"), serving=None)
    paper = evidence(desk, given=Given(title="Paper", copy_of=wire), serving=None)
    for title in ("One", "Two", "Three"):
        evidence(desk, 2, given=Given(title=title, copy_of=paper, primary=False))
    tag(desk, Tag.VERIFIED, 2)
    assert says(desk, 2) == ["verified on one secondary source"]


@pytest.fixture
def worked(desk: Desk) -> Desk:
    """Everything is unattributed but claims 3 and 4: 3 is verified without evidence, 4 untagged."""
    tag(desk, Tag.UNATTRIBUTED, *(n for n in range(desk.held.last_number + 1) if n not in (3, 4)))
    tag(desk, Tag.VERIFIED, 3)
    return desk


def after(desk, number):
    page = desk.held
    found = reminding.next_open(desk.library, page, page.index_of_number(number))
    return None if found is None else page.number(found)


def test_the_next_open_claim_has_a_flag_or_a_reminder_or_no_tag_and_is_looked_for_round_the_end(
    worked,
):
    assert [after(worked, number) for number in (0, 3, 4)] == [3, 4, 3]
    flag = Flag(FlagKind.RING, "the ministry")
    assessing.set_flag(worked.library, worked.article, [claim(worked, 9)], flag)
    assert [after(worked, number) for number in (4, 9)] == [9, 3]


def test_when_nothing_is_open_there_is_no_next(worked):
    tag(worked, Tag.UNATTRIBUTED, 3)
    assert after(worked, 7) == 4
    tag(worked, Tag.UNATTRIBUTED, 4)
    assert after(worked, 7) is None


def test_a_flag_on_furniture_is_nothing_open(desk):
    worked_all = range(desk.held.last_number + 1)
    tag(desk, Tag.UNATTRIBUTED, *worked_all)
    aside = desk.held.id_at(desk.held.standings.index(6))
    assessing.set_flag(desk.library, desk.article, [aside], Flag(FlagKind.ASK))
    assert after(desk, 0) is None


def test_the_reminders_of_one_claim_look_through_no_whole_article(desk, monkeypatch):
    tag(desk, Tag.VERIFIED, 5)
    evidence(desk, 5)
    asked, real = [], Library.rows

    def rows(self, sql, params=()):
        asked.append((sql, len(params)))
        return real(self, sql, params)

    with monkeypatch.context() as patched:
        patched.setattr(Library, "rows", rows)
        reminding.reminders_of(desk.library, desk.held, desk.held.index_of_number(5))
    steps = [
        step[3]
        for sql, count in asked
        for step in desk.library.store.rows("EXPLAIN QUERY PLAN " + sql, ("x",) * count)
    ]
    assert len(asked) > 5
    whole = r"SEARCH (assessments|held) USING PRIMARY KEY \(article=\? AND analyst=\?\)$"
    assert [step for step in steps if re.match(rf"SCAN assessments|{whole}", step)] == []
