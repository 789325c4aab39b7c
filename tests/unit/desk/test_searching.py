"""One box finds claims, notes, evidence, sources and articles, and opens them at the place."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.desk import (
    articles,
    assessing,
    evidencing,
    indexing,
    layout,
    notes,
    searching,
    sources,
    tagging,
)
from annotator.desk.desk import Desk
from annotator.desk.filters import Filters
from annotator.desk.library import OpenLibrary
from annotator.desk.search_found import COUNTED, Found, GroupKind, HitKind
from annotator.domain.article import ArticleId, Span
from annotator.domain.assessment import Flag, FlagKind
from annotator.domain.edits.articles import SetArticle
from annotator.domain.evidence import Contact, Side, Stance
from annotator.domain.tags import Standing, Tag
from annotator.store import evidencing as evidencing_rows
from annotator.store import recorded
from annotator.store.library import Row
from finding import (
    HARBOUR,
    PORT,
    add_item,
    bring_in,
    claims_of,
    found,
    hits,
    name_source,
    records,
)


@pytest.fixture
def port(desk: Desk) -> ArticleId:
    """A second article beside the sample, which is in hand."""
    return bring_in(desk.library, PORT)


def test_claims_in_this_article_stand_first_in_reading_order(desk: Desk, port: ArticleId) -> None:
    first = found(desk.library, "kerman", desk.article, limit=3)
    here, elsewhere = first.groups
    assert here.title == "Claims in this article"
    assert [hit.number for hit in here.hits] == [4, 12, 19]
    assert here.counted == "4"
    for hit in here.hits:
        assert hit.kind is HitKind.CLAIM
        assert [hit.text[a:b] for a, b in hit.marks] == ["Kerman"]
        assert hit.claim in claims_of(desk.library, desk.article)
        assert hit.span is not None
        assert desk.held.article.text[slice(*hit.span)] == hit.text
        assert hit.standing is Standing.UNTAGGED
    (article,) = elsewhere.hits
    assert elsewhere.title == "Other articles"
    assert (article.kind, article.article, article.claims) == (HitKind.ARTICLE, port, "1 claim")
    assert article.text == "Port strike enters third week"
    assert first.in_words == "5 results"


def test_the_snapshot_in_hand_gives_the_same(desk: Desk, port: ArticleId) -> None:
    assert port
    without = searching.search(desk.library, "kerman the", desk.article, seconds=60)
    held = searching.search(
        desk.library, "kerman the", desk.article, snapshot=desk.held, seconds=60
    )
    assert held == without


@pytest.mark.parametrize(
    "typed",
    [
        "strike",
        "kerman",
        "ker",
        "k",
        '"port of kerman"',
        "習近",
        "平",
        "訪問",
        "کتاب",
        "كتاب",
        "40 ships",
    ],
)
def test_an_article_is_found_in_its_own_script_and_by_half_a_word(
    desk: Desk, port: ArticleId, typed: str
) -> None:
    of = hits(found(desk.library, typed, desk.article), GroupKind.ELSEWHERE)
    assert [hit.article for hit in of] == [port]


def test_an_article_whose_title_has_the_words_comes_first(desk: Desk, port: ArticleId) -> None:
    harbour = bring_in(desk.library, HARBOUR)
    of = found(desk.library, "ships", desk.article)
    assert [hit.article for hit in hits(of, GroupKind.ELSEWHERE)] == [port, harbour]
    assert [hit.count for hit in hits(of, GroupKind.ELSEWHERE)] == [2, 1]
    of = found(desk.library, "harbour", desk.article)
    (hit,) = hits(of, GroupKind.ELSEWHERE)
    assert [hit.text[a:b] for a, b in hit.marks] == ["harbour"]
    assert hit.count == 2


def test_an_article_is_found_by_its_record_alone(desk: Desk, port: ArticleId) -> None:
    desk.library.perform(SetArticle(port, {"publisher": "The Zebra Times"}))
    of = found(desk.library, "zebra", desk.article)
    (hit,) = hits(of, GroupKind.ELSEWHERE)
    assert (hit.article, hit.claims, hit.where) == (port, "", "The Zebra Times")
    assert of.in_words == "1 result"


def test_what_was_taken_off_the_list_is_not_found(desk: Desk, port: ArticleId) -> None:
    articles.remove(desk.library, port)
    assert found(desk.library, "ships", desk.article) == Found()
    assert searching.claims_found(desk.library, "ships") == {}


def test_notes_flags_and_wordings_say_what_and_where(desk: Desk, port: ArticleId) -> None:
    library = desk.library
    claims, others = claims_of(library, desk.article), claims_of(library, port)
    notes.write_note(library, desk.article, claims[4], "ask the zebra desk for the survey")
    notes.write_note(library, port, others[1], "zebra of the port")
    notes.write_note(library, desk.article, claims[0], "a zebra in the title")
    tagging.mark_not_checkable(library, desk.article, claims[6:7])
    assessing.set_flag(library, desk.article, claims[5:6], Flag(FlagKind.RING, "ring the zebra"))
    assessing.set_wording(library, desk.article, claims[5], "A zebra was near.")
    assert records(library, "zebra", desk.article) == [
        "claim 5 · proposed wording | A zebra was near.",
        "claim 5 · flag | ring the zebra",
        "the title · note | a zebra in the title",
        "claim 4 · note | ask the zebra desk for the survey",
        "Port strike enters third week, claim 1 · note | zebra of the port",
    ]
    first = hits(found(library, "survey", desk.article), GroupKind.RECORDS)[0]
    assert (first.kind, first.article, first.claim, first.number) == (
        HitKind.NOTE,
        desk.article,
        claims[4],
        4,
    )
    assert [first.text[a:b] for a, b in first.marks] == ["survey"]


def test_evidence_is_found_by_what_it_is_and_by_its_quotation_once(
    desk: Desk, port: ArticleId
) -> None:
    library = desk.library
    claims, others = claims_of(library, desk.article), claims_of(library, port)
    item = add_item(
        library,
        desk.article,
        claims[5:7],
        "Zebra cemetery, plan",
        title="Survey map of the zebra house",
        url="https://maps.example.org/sheet/4",
        publisher="The Survey",
    )
    add_item(library, port, others[1:2], "no zebra at all", title="Photograph")
    assert records(library, "zebra", desk.article) == [
        "claim 5 · evidence | Survey map of the zebra house | Zebra cemetery, plan",
        "Port strike enters third week, claim 1 · evidence | Photograph | no zebra at all",
    ]
    hit = hits(found(library, "cemetery", desk.article), GroupKind.RECORDS)[0]
    assert (hit.kind, hit.stance, hit.item) == (HitKind.EVIDENCE, Stance.CONTRADICTS, item)
    assert [hit.rest[a:b] for a, b in hit.rest_marks] == ["cemetery"]
    assert records(library, "maps.example.org sheet", desk.article) == [
        "claim 5 · evidence | Survey map of the zebra house | https://maps.example.org/sheet/4"
    ]
    evidencing.set_contact(
        library, item, Contact("c" * 8 + "-0000-4000-8000-000000000000", "A clerk")
    )
    assert records(library, "clerk", desk.article) == [
        "claim 5 · evidence | Survey map of the zebra house | A clerk"
    ]
    evidencing.unlink(library, item, desk.article, claims[5:7])
    assert records(library, "survey", desk.article) == ["evidence | Survey map of the zebra house"]
    evidencing.remove(library, item)
    assert records(library, "survey") == []


def test_each_of_many_items_of_a_claim_is_read_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claims_of(desk.library, desk.article)[5]
    for number in range(230):
        add_item(desk.library, desk.article, [claim], f"zebra {number}", title=f"Map {number}")
    indexing.index_all(desk.library)
    read = []

    def side_of(row: Row) -> tuple[str, str, bool, Side]:
        read.append(row)
        return evidencing_rows.side_of(row)

    monkeypatch.setattr(recorded, "side_of", side_of)
    found_all, more = searching.hits(desk.library, "zebra", limit=1_000)
    assert (len(found_all), more) == (230, False)
    assert len(read) == 230


def test_what_serves_the_article_in_hand_stands_first(desk: Desk, port: ArticleId) -> None:
    library = desk.library
    add_item(library, desk.article, claims_of(library, desk.article)[5:6], title="Zebra here")
    add_item(library, port, claims_of(library, port)[1:2], title="Zebra there")
    assert [one.split(" | ")[1] for one in records(library, "zebra", desk.article)] == [
        "Zebra here",
        "Zebra there",
    ]
    assert [one.split(" | ")[1] for one in records(library, "zebra", port)] == [
        "Zebra there",
        "Zebra here",
    ]


def test_sources_are_found_under_the_name_they_go_by(desk: Desk, port: ArticleId) -> None:
    library = desk.library
    claims, others = claims_of(library, desk.article), claims_of(library, port)
    for claim in claims[4:7]:
        name_source(library, desk.article, claim, "Zebra News Agency")
    name_source(library, port, others[3], "ZNA")
    assert records(library, "zebra", desk.article) == ["3 claims | Zebra News Agency"]
    sources.join_sources(library, ["ZNA"], "Zebra News Agency")
    assert records(library, "agency", desk.article) == ["4 claims | Zebra News Agency"]
    (hit,) = hits(found(library, "zna", port), GroupKind.SOURCES)
    assert (hit.text, hit.article, hit.count) == ("Zebra News Agency", port, 1)


def test_a_note_on_a_claim_that_was_cut_is_still_found(desk: Desk) -> None:
    library = desk.library
    span = desk.held.span(4)
    notes.write_note(library, desk.article, desk.held.id_at(4), "about the zebra")
    layout.split(library, desk.held, 4, span.start + 20)
    (hit,) = hits(found(library, "zebra", desk.article), GroupKind.RECORDS)
    assert (hit.where, hit.number, hit.span) == ("a claim cut since · note", None, Span(*span))


def test_a_note_on_page_furniture_says_so(desk: Desk) -> None:
    library = desk.library
    notes.write_note(library, desk.article, desk.held.id_at(4), "about the zebra")
    layout.set_furniture(library, desk.held, desk.held.span(4), furniture=True)
    (hit,) = hits(found(library, "zebra", desk.article), GroupKind.RECORDS)
    assert hit.where == "page furniture · note"


def test_a_long_note_is_cut_round_what_was_found(desk: Desk) -> None:
    notes.write_note(desk.library, desk.article, desk.held.id_at(4), "word " * 500 + "zebra " * 5)
    (hit,) = hits(found(desk.library, "zebra", desk.article), GroupKind.RECORDS)
    assert len(hit.text) < 400
    assert {hit.text[a:b] for a, b in hit.marks} == {"zebra"}


@given(
    st.text(max_size=60) | st.text(alphabet='"*()-^:{}+NEARkerman the習 💥\0\ud800', max_size=30)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_is_typed_is_a_search(desk: Desk, typed: str) -> None:
    of = searching.search(desk.library, typed, desk.article)
    for group in of.groups:
        assert len(group.hits) <= searching.ROWS
        assert group.count >= len(group.hits)
    assert searching.search(desk.library, typed * 400, desk.article) is not None


def test_nothing_is_found_where_nothing_is_asked_for(desk: Desk) -> None:
    for typed in ("", "  ", '"', "(*)", "\ud800"):
        of = found(desk.library, typed, desk.article)
        assert of == Found()
        assert of.in_words == "no results"
        assert searching.page(desk.library, typed, GroupKind.HERE, desk.article).hits == ()
        assert searching.hits(desk.library, typed) == ([], False)
        assert searching.claims_found(desk.library, typed) == {}


def test_all_of_a_group_comes_page_by_page(desk: Desk, port: ArticleId) -> None:
    assert port
    library = desk.library
    whole = searching.page(library, "the", GroupKind.HERE, desk.article)
    pages = [
        searching.page(library, "the", GroupKind.HERE, desk.article, offset=at, limit=10)
        for at in range(0, 50, 10)
    ]
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert {page.count for page in pages} == {len(whole.hits)}
    for claim in claims_of(library, desk.article)[1:8]:
        notes.write_note(library, desk.article, claim, "zebra")
    second = searching.page(library, "zebra", GroupKind.RECORDS, desk.article, offset=5, limit=5)
    assert [hit.number for hit in second.hits] == [2, 1]
    assert second.count == 7
    elsewhere = searching.page(library, "kerman", GroupKind.ELSEWHERE, desk.article)
    assert [hit.article for hit in elsewhere.hits] == [port]


def test_what_is_too_much_to_count_is_said_to_be_more(library: OpenLibrary) -> None:
    lines = "\n\n".join(f"Zebra number {number} ran away." for number in range(COUNTED + 100))
    small = bring_in(library, "Small\n\nA zebra stood still. No zebra ran.")
    large = bring_in(library, lines)
    indexing.index_all(library)
    of = found(library, "zebra", large, limit=3)
    here, elsewhere = of.groups
    assert (here.counted, elsewhere.counted) == ("1,000+", "2")
    assert of.in_words == "1,002+ results"
    (group,) = found(library, "zebra").groups
    assert group.counted == "1,000+"
    assert [(hit.article, hit.claims) for hit in group.hits] == [
        (large, "1,000+ claims"),
        (small, "2 claims"),
    ]
    assert len(searching.claims_found(library, "zebra")[large]) == COUNTED + 100
    page = searching.page(library, "zebra", GroupKind.HERE, large, offset=COUNTED + 90, limit=50)
    assert len(page.hits) == 10


def test_what_takes_too_long_is_left_out_and_said_to_be_more(desk: Desk, port: ArticleId) -> None:
    assert port
    of = searching.search(desk.library, "kerman", desk.article, seconds=-1)
    assert of.groups == ()
    assert of.late
    assert of.in_words == "no results yet"
    group = searching.page(desk.library, "kerman", GroupKind.ELSEWHERE, desk.article, seconds=-1)
    assert group.more
    assert group.counted == "0+"
    assert not found(desk.library, "kerman", desk.article).late


def test_everything_in_one_list(desk: Desk, port: ArticleId) -> None:
    library = desk.library
    notes.write_note(library, port, claims_of(library, port)[1], "kerman " * 200)
    listed, more = searching.hits(library, "kerman")
    assert not more
    assert [hit.kind for hit in listed[:1]] == [HitKind.ARTICLE], "the sample's file is named so"
    assert [hit.article for hit in listed if hit.kind is HitKind.CLAIM] == [port] + [
        desk.article
    ] * 4
    assert len(listed[-1].text) == len("kerman " * 200) - 1, "texts are whole"
    first, more = searching.hits(library, "kerman", limit=2)
    assert more
    assert first == listed[:2]


def test_one_article_alone(desk: Desk, port: ArticleId) -> None:
    library = desk.library
    notes.write_note(library, desk.article, claims_of(library, desk.article)[1], "the kerman desk")
    notes.write_note(library, port, claims_of(library, port)[1], "the kerman port")
    item = add_item(library, port, claims_of(library, port)[1:2], title="Kerman map")
    only = Filters(article=port)
    of = found(library, "kerman", desk.article, only)
    assert [group.kind for group in of.groups] == [GroupKind.HERE, GroupKind.RECORDS]
    assert [hit.article for group in of.groups for hit in group.hits] == [port] * 3
    assert item in [hit.item for hit in hits(of, GroupKind.RECORDS)]
    assert searching.claims_found(library, "kerman", only).keys() == {port}
    assert {hit.article for hit in searching.hits(library, "kerman", only)[0]} == {port}


def test_tags_are_shown_beside_what_is_found(desk: Desk) -> None:
    tagging.tag(desk.library, desk.article, [desk.held.id_at(4)], Tag.DISPUTED)
    (first, *_) = hits(found(desk.library, "kerman", desk.article), GroupKind.HERE)
    assert first.standing is Standing.DISPUTED
