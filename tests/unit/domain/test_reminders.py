"""What is said beside a claim, and when nothing is."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from annotator.domain.article import ClaimId, Span
from annotator.domain.assessment import Assessment, Because, Relation
from annotator.domain.attribution import Attribution, Quoted, source_id, source_of
from annotator.domain.contradictions import contradictions
from annotator.domain.evidence import Contact, Groups, Item, KeptFile, Link, Linked, Stance
from annotator.domain.record import Record
from annotator.domain.reminders import RULES, Around, Reminder, in_general, is_short, reminders
from annotator.domain.tags import Tag

CLAIM = ClaimId("c1")
VERIFIED = Assessment(tag=Tag.VERIFIED)
ISNA = Attribution("a1", CLAIM, Quoted("ISNA"))
HOLDS: dict[str, Any] = {"quote": "“2,000 feet”"}


def item(name, **fields):
    return Item(name, "ada", title=f"Title {name}", accessed="2024-01-04", **fields)


def linked(of, stance=Stance.SUPPORTS, **link):
    return Linked(Link(of.id, stance, **link), of)


def quoted(name, stance=Stance.SUPPORTS, **fields):
    return linked(item(name, **fields), stance, **HOLDS)


def says(held, *evidence, attributed=(), around=None):
    record = Record(tuple(evidence), tuple(attributed))
    return [one.says for one in reminders(held, record, around or Around())]


def test_nothing_is_said_of_what_nobody_judged_and_has_no_evidence():
    assert says(Assessment()) == []


def test_what_a_reminder_says_is_kept_apart_from_what_stands_in_it():
    title, claim = reminders(VERIFIED, Record(), Around(contradicted_by=(0, 5)))[:2]
    assert title.says == "verified, but the title contradicts it"
    assert claim.said == ("verified, but claim {n} contradicts it", {"n": 5})
    against = quoted("map", Stance.CONTRADICTS, primary=True)
    one = reminders(VERIFIED, Record((against,)))[0]
    assert one.said == ("verified, but {name} contradicts it", {"name": against})
    assert one.says == "verified, but Title map contradicts it"


def test_a_reminder_can_be_said_without_naming_the_evidence():
    against = quoted("map", Stance.CONTRADICTS, primary=True)
    said = in_general(reminders(VERIFIED, Record((against,)))[0])
    assert said.sentence == "Verified, but evidence contradicts it."
    odd = in_general(Reminder("another", "says Title map", ""))
    assert odd.sentence == "Verified, but the evidence falls short of the rule."


def test_every_reminder_can_be_told_apart_and_says_which_rule_it_comes_from():
    assert len({rule.id for rule in RULES}) == len({rule.words for rule in RULES}) == len(RULES)
    one = reminders(VERIFIED, Record())[0]
    assert (one.rule, one.sentence) == ("no-evidence", "Verified, but no evidence yet.")
    assert one.why.startswith("Verified means")


def test_verified_wants_evidence_that_supports_it():
    assert says(VERIFIED) == ["verified, but no evidence yet"]
    context = quoted("a", Stance.CONTEXT)
    assert says(VERIFIED, context) == ["verified, but no evidence supports it yet"]


def test_one_primary_source_is_enough_and_one_secondary_is_not():
    assert says(VERIFIED, quoted("a", primary=True)) == []
    assert says(VERIFIED, quoted("a", primary=False)) == ["verified on one secondary source"]
    assert says(VERIFIED, quoted("a")) == ["verified on one source that is not marked as primary"]


def test_three_independent_secondary_sources_are_enough_and_two_are_not():
    three = [quoted(name, primary=False, publisher=name) for name in "abc"]
    assert says(VERIFIED, *three) == []
    assert says(VERIFIED, *three[:2]) == ["verified on two secondary sources"]
    unmarked = [quoted(name) for name in "ab"]
    assert says(VERIFIED, *unmarked) == ["verified on two sources, neither marked as primary"]


def test_copies_of_one_report_count_once():
    wire = quoted("a", primary=False)
    copies = [quoted(name, primary=False, copy_of="a") for name in "bc"]
    assert says(VERIFIED, wire, *copies) == ["verified on one secondary source"]
    far = Groups.of([item("a", copy_of="z"), item("b", copy_of="z")])
    apart = [quoted(name, primary=False) for name in "abc"]
    assert says(VERIFIED, *apart) == []
    assert says(VERIFIED, *apart, around=Around(groups=far)) == [
        "verified on two secondary sources"
    ]


def test_one_publisher_counts_once_also_where_a_copy_ties_others_to_it():
    one = [quoted(name, primary=False, publisher="The  Daily") for name in "ab"]
    other = quoted("c", primary=False, publisher="the daily", copy_of="d")
    tied = quoted("d", primary=False, publisher="Wire")
    assert says(VERIFIED, *one, other, tied) == ["verified on one secondary source"]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_what_is_tied_together_counts_once_in_whatever_order_it_comes(order):
    chain = [
        quoted("a", primary=False, publisher="The Daily"),
        quoted("b", primary=False, url="example.org/x"),
        quoted("c", primary=False, publisher="Wire", url="https://example.org/x"),
        quoted("d", primary=False, publisher="wire", copy_of="a"),
    ]
    assert says(VERIFIED, *(chain[place] for place in order)) == [
        "verified on one secondary source"
    ]


def test_one_address_counts_once_whoever_entered_it():
    address = ("https://www.example.org/a/", "http://example.org/a?utm_source=x", "example.org/a")
    same = [quoted(str(n), primary=False, url=url) for n, url in enumerate(address)]
    assert says(VERIFIED, *same) == ["verified on one secondary source"]


def test_evidence_that_did_not_come_along_counts_as_a_source_that_nobody_marked():
    gone = Linked(Link("x", Stance.SUPPORTS, **HOLDS), None)
    assert says(VERIFIED, gone) == ["verified on one source that is not marked as primary"]
    assert not is_short(VERIFIED, Record((gone, quoted("a"), quoted("b"))))


def test_verified_is_contradicted_by_evidence_or_by_another_claim():
    against = quoted("map", Stance.CONTRADICTS, primary=True)
    support = quoted("a", primary=True)
    assert says(VERIFIED, support, against) == ["verified, but Title map contradicts it"]
    around = Around(contradicted_by=(5,))
    assert says(VERIFIED, support, around=around) == ["verified, but claim 5 contradicts it"]
    assert says(Assessment(tag=Tag.UNATTRIBUTED), against, around=around) == []


def test_the_most_important_reminder_comes_first():
    found = says(
        VERIFIED,
        linked(item("a", primary=False)),
        quoted("map", Stance.CONTRADICTS),
        around=Around(contradicted_by=(5,)),
    )
    assert found == [
        "verified, but Title map contradicts it",
        "verified, but claim 5 contradicts it",
        "verified on one secondary source",
        "accessed without a quotation: Title a",
    ]


OWN: list[dict[str, Any]] = [
    {"publisher": "ISNA"},
    {"publisher": "Iranian Students’ News Agency (ISNA)"},
    {"url": "https://en.isna.ir/news/1"},
    {"title": "Two explosions | ISNA"},
    {"title": "isna – two explosions"},
]


@pytest.mark.parametrize("fields", OWN)
def test_the_very_source_the_article_names_verifies_nothing(fields):
    own = Linked(Link("a", Stance.SUPPORTS, **HOLDS), replace(item("a", primary=True), **fields))
    (said,) = says(VERIFIED, own, attributed=[ISNA])
    assert said.startswith("the evidence is the very source the article names: that confirms the")
    assert is_short(VERIFIED, Record((own,), (ISNA,)))
    assert says(VERIFIED, own) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"publisher": "IRNA"},
        {"title": "What ISNA did not report"},
        {"url": "https://example.org/isna"},
        {"url": "https://[isna.ir"},
        {"url": "https://isna"},
        {"url": ""},
    ],
)
def test_what_only_mentions_the_source_is_another_source(fields):
    other = replace(item("a", primary=True), **fields)
    assert says(VERIFIED, linked(other, **HOLDS), attributed=[ISNA]) == []


def test_a_source_is_known_by_the_name_it_was_given_and_by_whom_it_speaks_through():
    given = replace(ISNA, source=Quoted("the agency"), via=("IRNA",))
    names = {source_id("the agency"): "ISNA"}
    for publisher in ("Agency", "The Agency", "ISNA", "IRNA"):
        own = quoted("a", primary=True, publisher=publisher)
        found = says(VERIFIED, own, attributed=[given], around=Around(sources=names))
        assert len(found) == 1, publisher


def test_a_source_that_another_claim_names_is_known_by_that_name():
    he = replace(ISNA, source=Quoted("it"), named_in=ClaimId("c0"))
    it = Attribution("a0", ClaimId("c0"), Quoted("the agency"), named_in=ClaimId("c9"))
    first = {ClaimId("c0"): it, ClaimId("c9"): replace(ISNA, claim=ClaimId("c9"))}
    own = quoted("a", primary=True, publisher="ISNA")
    assert source_of(he, first) == "ISNA"
    assert len(says(VERIFIED, own, attributed=[he], around=Around(first=first))) == 1
    assert says(VERIFIED, own, attributed=[he]) == []
    ring = {ClaimId("c0"): replace(it, named_in=CLAIM), CLAIM: he}
    assert source_of(he, ring) == "the agency"


def test_a_source_that_colleagues_found_counts_for_one_s_own_evidence():
    own = quoted("a", primary=True, publisher="ISNA")
    assert len(says(VERIFIED, own, around=Around(named=("ISNA",)))) == 1


def test_an_attribution_without_a_name_is_nobody_s():
    nameless = replace(ISNA, source=Quoted())
    support = replace(item("a", primary=True), title="", publisher="")
    assert says(VERIFIED, linked(support, **HOLDS), attributed=[nameless]) == []


def test_its_own_source_does_not_matter_where_others_suffice():
    own = quoted("a", publisher="ISNA")
    assert says(VERIFIED, own, quoted("b", primary=True), attributed=[ISNA]) == []
    found = says(VERIFIED, own, quoted("b", primary=False), attributed=[ISNA])
    assert found[0].startswith("the evidence is the very source")
    assert found[1:] == ["verified on one secondary source"]


def test_disputed_wants_a_reason_and_something_that_contradicts_it():
    against = quoted("map", Stance.CONTRADICTS)
    assert says(Assessment(tag=Tag.DISPUTED)) == ["disputed, but no reason"]
    held = Assessment(tag=Tag.DISPUTED, because=Because.CONTRADICTED)
    assert says(held) == ["disputed as contradicted, but no evidence contradicts it yet"]
    assert says(held, against) == []
    assert says(replace(held, against="c4")) == []
    assert says(replace(held, because=Because.OUT_OF_CONTEXT)) == []


def test_unattributed_says_whom_it_is_attributed_to():
    held = Assessment(tag=Tag.UNATTRIBUTED)
    names = {source_id("ISNA"): "Iranian Students’ News Agency"}
    assert says(held) == []
    assert says(held, attributed=[ISNA]) == ["unattributed, but it is attributed to ISNA"]
    assert says(held, attributed=[ISNA], around=Around(sources=names)) == [
        "unattributed, but it is attributed to Iranian Students’ News Agency"
    ]
    assert says(held, attributed=[replace(ISNA, source=Quoted())]) == [
        "unattributed, but it is attributed to somebody"
    ]


UNSHOWN = ["on its source, but nothing shows that it said so"]


def test_on_its_source_wants_something_that_shows_it():
    held = Assessment(confirmed=True)
    assert says(held, attributed=[ISNA]) == UNSHOWN
    assert says(held, quoted("a", publisher="ISNA"), attributed=[ISNA]) == []
    assert says(held, quoted("a", Stance.CONTEXT), attributed=[ISNA]) == []
    assert says(held, quoted("a", Stance.CONTRADICTS), attributed=[ISNA]) == UNSHOWN


def test_beside_a_tag_only_its_own_source_or_a_primary_one_shows_that_it_said_so():
    held = Assessment(tag=Tag.DISPUTED, because=Because.OUT_OF_CONTEXT, confirmed=True)
    assert says(held, quoted("a"), attributed=[ISNA]) == UNSHOWN
    assert says(held, quoted("a", primary=True), attributed=[ISNA]) == []
    assert says(held, quoted("a", publisher="ISNA"), attributed=[ISNA]) == []


def test_evidence_that_changed_or_speaks_against_the_tag_since_is_said_once():
    changed = "evidence changed after the tag"
    support = linked(item("a", primary=True), at=30, **HOLDS)
    assert says(VERIFIED, support, around=Around(judged=20)) == []
    around = Around(judged=20, changed=frozenset({"a"}))
    assert says(VERIFIED, support, around=around) == [changed]
    assert says(VERIFIED, support, around=replace(around, judged=0)) == []
    assert says(Assessment(), support, around=around) == []
    disputed = Assessment(tag=Tag.DISPUTED, because=Because.OUT_OF_CONTEXT)
    assert says(disputed, support, support, around=Around(judged=20)) == [changed]
    unattributed = Assessment(tag=Tag.UNATTRIBUTED)
    assert says(unattributed, support, around=Around(judged=20)) == []


def test_what_was_accessed_wants_a_quotation():
    without = "accessed without a quotation"
    assert says(Assessment(), linked(item("a"))) == [without]
    assert says(Assessment(), linked(item("a"), Stance.CONTEXT)) == []
    more = [linked(item(name)) for name in "ab"]
    assert says(Assessment(), quoted("c"), more[0]) == [f"{without}: Title a"]
    assert says(Assessment(), *more) == [f"{without}: Title a and 1 more"]


def test_what_somebody_said_when_asked_is_a_quotation():
    asked = item("a", primary=True, contacts=(Contact("k", "A clerk", said="It was 84."),))
    assert says(VERIFIED, linked(asked)) == []
    silent = item("a", contacts=(Contact("k", "A clerk"),))
    assert says(Assessment(), linked(silent)) == ["accessed without a quotation"]


def test_what_has_an_address_wants_its_date_of_access():
    undated = Item("a", "ada", url="https://example.org/a", primary=True)
    assert says(VERIFIED, linked(undated, **HOLDS)) == ["evidence without its date of access"]
    assert is_short(VERIFIED, Record((linked(undated, **HOLDS),)))
    asked = replace(undated, contacts=(Contact("k", "A clerk", when="2024-01-04"),))
    kept = replace(undated, files=(KeptFile("ab" * 32, "map.png", kept=7),))
    for dated in (asked, kept):
        assert says(VERIFIED, linked(dated, **HOLDS)) == []


def test_all_evidence_from_one_publisher_is_said():
    both = [quoted(name, publisher="The Daily", primary=True) for name in "ab"]
    assert says(Assessment(), *both) == ["all evidence comes from one publisher"]
    assert says(Assessment(), both[0]) == []
    assert says(Assessment(), *both, quoted("c")) == []
    gone = Linked(Link("x", Stance.SUPPORTS), None)
    assert says(Assessment(), both[0], gone) == []


@pytest.mark.parametrize(
    ("published", "accessed", "early"),
    [
        ("2024-01-05", "2024-01-04", True),
        ("2024-02", "2024-01-31", True),
        ("2024-01", "2024-01-31", False),
        ("2024", "2024-01-31", False),
        ("2024-01-04", "2024-01-04", False),
        ("", "2024-01-04", False),
    ],
)
def test_what_was_accessed_before_it_was_published(published, accessed, early):
    one = replace(item("a"), published=published, accessed=accessed)
    expected = ["accessed before it was published"] if early else []
    assert says(Assessment(), linked(one, **HOLDS)) == expected


def test_facts_are_counted_once_one_is_ticked():
    facts = [Span(n, n + 1) for n in range(4)]
    around = Around(facts=facts)
    assert says(Assessment(), around=around) == []
    ticked = tuple((span, True) for span in facts)
    assert says(Assessment(facts=ticked[:3]), around=around) == ["3 of 4 facts ticked"]
    assert says(Assessment(facts=ticked), around=around) == []
    assert says(Assessment(facts=((Span(8, 9), True),)), around=around) == []


def test_a_wrong_fact_speaks_against_verified():
    held = replace(VERIFIED, facts=((Span(0, 1), False),))
    assert says(held, quoted("a", primary=True)) == [
        "verified, but one of its facts is marked wrong"
    ]


def test_what_falls_short_of_verified():
    whole = quoted("a", primary=True)
    assert not is_short(VERIFIED, Record((whole, linked(item("b")))))
    assert is_short(VERIFIED, Record())
    assert is_short(VERIFIED, Record((linked(item("a", primary=True)),)))
    assert is_short(VERIFIED, Record((whole, quoted("b", Stance.CONTRADICTS))))
    assert is_short(VERIFIED, Record((whole,)), Around(contradicted_by=(5,)))
    assert not is_short(Assessment(tag=Tag.DISPUTED), Record())


ONE, OTHER = ClaimId("one"), ClaimId("other")
CONTRADICTS = Assessment(tag=Tag.VERIFIED, relations=((Relation.CONTRADICTS, OTHER),))


def test_a_contradiction_counts_both_ways_whichever_claim_says_it():
    assert contradictions({ONE: CONTRADICTS}) == {ONE: (OTHER,), OTHER: (ONE,)}
    same = replace(CONTRADICTS, relations=((Relation.SAME, OTHER),))
    assert contradictions({ONE: same}) == {}


def test_a_claim_that_was_found_wrong_contradicts_nothing():
    wrong = Assessment(tag=Tag.DISPUTED, because=Because.CONTRADICTED, against=ONE)
    assert contradictions({ONE: CONTRADICTS, OTHER: wrong}) == {OTHER: (ONE,)}


def test_a_claim_that_conflicts_with_another_contradicts_it():
    held = Assessment(tag=Tag.DISPUTED, because=Because.CONFLICTING, against=ONE)
    assert contradictions({OTHER: held}) == {ONE: (OTHER,)}
    assert contradictions({OTHER: replace(held, against="")}) == {}
