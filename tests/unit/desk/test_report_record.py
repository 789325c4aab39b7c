"""What a report works out for its readers: reminders, wordings, what falls short of the rule."""

from annotator.desk import assessing, evidencing, export_reports, reviewing, tagging
from annotator.desk.attributing import AttributionGiven, attribute
from annotator.desk.evidence_given import Given, Serving
from annotator.domain.assessment import Relation
from annotator.domain.attribution import Quoted
from annotator.domain.evidence import Contact, Stance
from annotator.domain.tags import Standing, Tag
from annotator.text.facts import facts

QUOTED = Serving(Stance.SUPPORTS, "“as it says”")
PRIMARY = Given(url="https://example.org/programme", title="Programme", primary=True)
OWN = "The evidence is the very source the article names"


def claim(desk, number):
    return desk.held.id_at(desk.held.index_of_number(number))


def tag(library, desk, tag, *numbers):
    tagging.tag(library, desk.article, [claim(desk, number) for number in numbers], tag)


def add(library, desk, number, given=PRIMARY, serving=QUOTED):
    return evidencing.add(library, desk.article, [claim(desk, number)], given, serving).item


def beside(library, desk, number):
    return export_reports.report_of(library, desk.article).beside.get(claim(desk, number))


def test_reminders_stand_beside_each_analyst_s_own_tag(desk, opened):
    ben = opened("Ben")
    tag(desk.library, desk, Tag.VERIFIED, 2)
    add(desk.library, desk, 2)
    tag(ben, desk, Tag.VERIFIED, 2)
    found = beside(desk.library, desk, 2)
    assert {who: [one.says for one in said] for who, said in found.reminders.items()} == {
        ben.me: ["verified, but no evidence yet"]
    }
    assert found.short == ""  # the one's evidence is enough for both


def test_what_one_s_colleague_found_the_article_to_name_counts_for_one_s_evidence(desk, opened):
    ben = opened("Ben")
    tag(desk.library, desk, Tag.UNATTRIBUTED, 4)
    attribute(desk.library, desk.held, claim(desk, 4), AttributionGiven(Quoted("ISNA")))
    tag(ben, desk, Tag.VERIFIED, 4)
    add(ben, desk, 4, Given(title="Two explosions", publisher="ISNA", primary=True))
    found = beside(desk.library, desk, 4)
    assert found.reminders[ben.me][0].sentence.startswith(OWN)


def test_a_claim_verified_in_review_alone_falls_short_by_everybody_s_evidence(desk, opened):
    ben = opened("Ben")
    tag(desk.library, desk, Tag.DISPUTED, 2)
    tag(ben, desk, Tag.UNATTRIBUTED, 2)
    held = reviewing.review(desk.library, desk.article)
    two = desk.held.index_of_number(2)
    reviewing.settle(desk.library, desk.held, held, [two], Standing.VERIFIED, "It is printed.")
    assert beside(desk.library, desk, 2).short == "Verified, but no evidence yet."
    add(ben, desk, 2)
    assert beside(desk.library, desk, 2).short == ""


def test_claims_that_contradict_each_other_fall_short(desk):
    library = desk.library
    tag(library, desk, Tag.VERIFIED, 4, 5)
    for number in (4, 5):
        add(library, desk, number)
    assessing.relate(library, desk.article, claim(desk, 5), claim(desk, 4), Relation.CONTRADICTS)
    assert beside(library, desk, 4).short == "Verified, but claim 5 contradicts it."


def test_evidence_without_any_date_falls_short_though_nothing_else_reminds_of_it(desk):
    tag(desk.library, desk, Tag.VERIFIED, 2)
    add(desk.library, desk, 2, Given(title="A letter", primary=True, accessed=""))
    found = beside(desk.library, desk, 2)
    assert (dict(found.reminders), found.short) == (
        {},
        "Verified, but the evidence falls short of the rule.",
    )


def test_a_proposed_wording_comes_in_pieces(desk):
    assessing.set_wording(
        desk.library,
        desk.article,
        claim(desk, 5),
        "According to the report, the second explosion took place approximately 610 m away.",
    )
    (pieces,) = beside(desk.library, desk, 5).wordings.values()
    assert [(text, str(kind)) for text, kind in pieces if kind != "same"] == [
        ("2,000 feet", "dropped"),
        ("610 m", "new"),
    ]


def test_facts_are_counted_and_changes_seen_as_everybody_may_see_them(desk):
    library, article = desk.library, desk.article
    five = claim(desk, 5)
    tag(library, desk, Tag.DISPUTED, 5)
    item = add(library, desk, 5, serving=Serving(Stance.CONTRADICTS, "“396 m”"))
    tagging.clear(library, article, [five])
    tag(library, desk, Tag.UNATTRIBUTED, 5)
    text, span = desk.held.article.text, desk.held.claim(desk.held.index_of_number(5)).span
    at = text.index("2,000 feet", span.start)
    found = [one.span for one in facts(text, span) if one.span.start <= at < one.span.end]
    assessing.tick(library, article, five, found[0], True)
    said = [one.rule for one in beside(library, desk, 5).reminders[library.me]]
    assert said == ["facts"]
    evidencing.set_contact(library, item, Contact("", "A clerk", said="Yes."))  # for oneself
    assert [one.rule for one in beside(library, desk, 5).reminders[library.me]] == said
    evidencing.edit(library, item, Given(title="Another programme"))
    assert "changed" in [one.rule for one in beside(library, desk, 5).reminders[library.me]]


def test_where_nothing_is_to_be_said_nothing_stands_beside(desk):
    tag(desk.library, desk, Tag.UNATTRIBUTED, 2)
    assert beside(desk.library, desk, 2) is None
