"""The list of evidence and finding it again, as far as one may see it."""

from __future__ import annotations

import csv
import io
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.desk import colleagues, evidencing, importing, passes, sight, tagging
from annotator.desk.desk import Desk
from annotator.desk.evidence_csv import as_csv
from annotator.desk.evidence_list import ListedItem, fitting, in_order, listed
from annotator.desk.evidence_sight import find_item
from annotator.desk.evidencing import Given, Serving, find
from annotator.desk.layout import split
from annotator.desk.library import OpenLibrary
from annotator.desk.listing import listing
from annotator.domain.assessment import Audience
from annotator.domain.edits.evidence import AddEvidence
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Contact, Link, Stance
from annotator.domain.tags import Tag
from evidenced import URL, add, claim, reveal

Opened = Callable[..., OpenLibrary]


@pytest.fixture
def ben(desk: Desk, opened: Opened) -> OpenLibrary:
    return opened("Ben")


def named(found: object) -> list[str]:
    return [one.item.title if isinstance(one, ListedItem) else one.title for one in found]  # type: ignore[attr-defined]


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


# the list


def test_the_list_names_each_claim_that_an_item_serves(desk: Desk, tmp_path: Path) -> None:
    library = desk.library
    file = tmp_path / "other.txt"
    file.write_text("Another text\n\nIt says the same. It says more.\n")
    other = importing.import_file(library, file).article
    made = add(desk, Given(title="A map"), 4, 5)
    text = Desk(library)
    text.open(other)
    evidencing.use(library, made.item, other, [text.held.id_at(0)], Serving(Stance.CONTEXT))
    (one,) = listed(library)
    found = {(of.title, of.number): of.link.stance for of in one.serves}
    title = desk.held.article.title
    assert found == {
        ("Another text", 0): Stance.CONTEXT,
        (title, desk.held.number(4)): Stance.SUPPORTS,
        (title, desk.held.number(5)): Stance.SUPPORTS,
    }
    assert (one.mine, one.owner.name) == (True, "Ada")
    (of_other,) = listed(library, other)
    assert [of.title for of in of_other.serves] == ["Another text"]
    (of_claim,) = listed(library, desk.article, claim(desk, 4))
    assert [of.claim for of in of_claim.serves] == [claim(desk, 4)]
    assert listed(library, desk.article, claim(desk, 6)) == ()


def test_very_many_claims_are_numbered_as_few_are(desk: Desk) -> None:
    every = [index for index in range(len(desk.held)) if desk.held.number(index) is not None]
    add(desk, Given(title="A map"), *every)
    (one,) = listed(desk.library)
    assert len(one.serves) > 20
    assert [of.number for of in one.serves] == [desk.held.number(index) for index in every]


def test_a_claim_that_was_cut_since_has_no_number(desk: Desk) -> None:
    add(desk)
    whole = claim(desk)
    at = desk.held.article.text.index(" ", desk.held.span(5).start + 10) + 1
    split(desk.library, desk.held, 5, at)
    (one,) = listed(desk.library)
    assert [(of.claim, of.number) for of in one.serves] == [(whole, None)]


def test_what_has_the_same_address_is_named(desk: Desk) -> None:
    first = add(desk, Given(url="https://www.example.org/map/?utm_source=x#top"))
    second = add(desk, Given(url="http://example.org/map"))
    add(desk, Given(url="https://example.org/other"))
    add(desk, Given(title="no address"))
    alike = {one.item.id: one.same_address for one in listed(desk.library)}
    assert alike[first.item] == (second.item,)
    assert alike[second.item] == (first.item,)
    assert sum(map(bool, alike.values())) == 2
    for claims in ((desk.article,), (desk.article, claim(desk))):
        alike = {one.item.id: one.same_address for one in listed(desk.library, *claims)}
        assert alike[first.item] == (second.item,)


def test_the_list_is_filtered_and_ordered(desk: Desk) -> None:
    add(desk, Given(title="b map", publisher="Zeit", reliability="C"))
    add(desk, Given(title="A survey", note="of the Island"), serving=Serving(Stance.CONTRADICTS))
    add(desk, Given(url="https://example.org/c", reliability="A"))
    every = listed(desk.library)
    assert named(every) == ["", "A survey", "b map"]
    assert named(in_order(every, "title")) == ["A survey", "b map", ""]
    assert named(in_order(every, "publisher")) == ["b map", "", "A survey"]
    assert [one.item.reliability for one in in_order(every, "reliability")] == ["A", "C", ""]
    assert named(in_order(every, "address")) == ["", "A survey", "b map"]
    assert named(fitting(every, stance=Stance.CONTRADICTS)) == ["A survey"]
    assert named(fitting(every, "ISLAND survey")) == ["A survey"]
    assert named(fitting(every, "700 metres")) == ["", "b map"]
    assert fitting(every, "island zeit") == []
    assert len(fitting(every, " ")) == 3


def test_the_table_has_a_row_for_each_claim_and_nothing_that_only_its_writer_may_read(
    desk: Desk,
) -> None:
    library = desk.library
    contacts = [Contact("", "Dr Rask", "2024-01-01", "letter", audience=Audience.DESK)]
    hidden = [Contact("", "The source")]
    add(
        desk,
        Given(title='=HYPERLINK("x")', note="two\nlines, “quoted”", primary=True),
        4,
        5,
        contacts=contacts + hidden,
        files=[("map.png", b"x"), evidencing.Attached(("secret.png", b"y"), "", Audience.ME)],
    )
    add(desk, Given(title="Mine alone", audience=Audience.ME))
    evidencing.add(library, None, [], Given(title="For later"), None)
    data = as_csv(listed(library))
    later, first, second = rows(data)
    assert (later["title"], later["claim"], later["stance"]) == ("For later", "", "")
    assert first["title"] == '\'=HYPERLINK("x")'
    assert first["note"] == "two\nlines, “quoted”"
    assert (first["primary"], first["contacts"]) == ("yes", "Dr Rask, 2024-01-01, letter")
    assert first["files"] == "map.png"
    assert [row["claim"] for row in (first, second)] == [
        str(desk.held.number(index)) for index in (4, 5)
    ]
    assert (first["stance"], first["locator"], first["credibility"]) == ("supports", "p. 4", "2")
    for word in ("Mine alone", "The source", "secret.png"):
        assert word not in data.decode()


# who may see it


def test_a_colleague_s_evidence_shows_where_their_tags_do(desk: Desk, ben: OpenLibrary) -> None:
    made = add(desk, Given(url=URL, title="A map"), 4, 5)

    def seen() -> list[int]:
        found = [of.claim for one in listed(ben) for of in one.serves]
        return [index for index in (4, 5) if claim(desk, index) in found]

    assert seen() == []
    assert find(ben, "map", desk.article) == find(ben, "", desk.article) == ()
    assert listed(ben, desk.article) == listed(ben, desk.article, claim(desk)) == ()
    with pytest.raises(AnnotatorError, match="There is no evidence"):
        find_item(ben, made.item)
    with pytest.raises(AnnotatorError, match="not here"):
        evidencing.use(ben, made.item, desk.article, [claim(desk)], Serving(Stance.CONTEXT))
    tagging.tag(ben, desk.article, [claim(desk, 4)], Tag.VERIFIED)
    assert seen() == [4]
    assert [one.id for one in find(ben, "map", None)] == [made.item]
    sight.reveal(ben, desk.article, claim(desk, 5))
    assert seen() == [4, 5]
    colleagues.hide(ben, colleagues.called(ben, "Ada"))
    assert seen() == []
    assert find(ben, "map", None) == ()


def test_nothing_shows_in_a_blind_check_until_it_is_submitted(desk: Desk, ben: OpenLibrary) -> None:
    add(desk, Given(title="A map"))
    sight.ask_blind(desk.library, desk.article)
    tagging.tag(ben, desk.article, [claim(desk)], Tag.VERIFIED)
    assert listed(ben) == ()
    assert find(ben, "", None) == find(ben, "700 metres", None) == ()
    assert rows(as_csv(listed(ben))) == []
    assert not any(h.record.evidence for c in listing(ben, desk.article).claims for h in c.holdings)
    passes.submit(ben, desk.article)
    assert named(listed(ben)) == ["A map"]
    assert named(find(ben, "700 metres", None)) == ["A map"]


def test_what_is_veiled_is_counted_nowhere(desk: Desk, ben: OpenLibrary) -> None:
    hers = add(desk, Given(url=URL))
    mine = evidencing.add(
        ben, desk.article, [claim(desk, 7)], Given(url=URL), Serving(Stance.CONTEXT)
    )
    evidencing.edit(desk.library, hers.item, Given(publisher="ISNA"))
    (one,) = listed(ben)
    assert (one.item.id, one.same_address, one.copies) == (mine.item, (), 1)
    with pytest.raises(AnnotatorError, match="not here"):
        evidencing.edit(ben, mine.item, Given(copy_of=hers.item))
    reveal(ben, desk)
    assert {one.same_address for one in listed(ben)} == {(hers.item,), (mine.item,)}
    evidencing.edit(ben, mine.item, Given(copy_of=hers.item))
    assert {one.copies for one in listed(ben)} == {2}


def test_what_a_colleague_keeps_for_herself_is_nowhere(desk: Desk, ben: OpenLibrary) -> None:
    reveal(ben, desk)
    made = add(desk, Given(title="Mine alone", audience=Audience.ME))
    shared = add(desk, Given(title="Shared"), contacts=[Contact("", "The source")])
    assert named(listed(ben)) == ["Shared"]
    assert [one.item.contacts for one in listed(ben)] == [()]
    assert named(find(ben, "alone", None)) == named(find(ben, "source", None)) == []
    with pytest.raises(AnnotatorError, match="There is no evidence"):
        find_item(ben, made.item)
    assert find_item(ben, shared.item).contacts == ()
    held = [h for c in listing(ben, desk.article).claims for h in c.holdings]
    assert [one.name for h in held for one in h.record.evidence] == ["Shared"]


def test_a_colleague_s_item_that_serves_nothing_shows_once_all_does(
    desk: Desk, ben: OpenLibrary
) -> None:
    made = add(desk, Given(title="A map"))
    evidencing.unlink(desk.library, made.item, desk.article, [claim(desk)])
    evidencing.add(desk.library, None, [], Given(title="Of no article"), None)
    assert named(listed(ben)) == ["Of no article"]
    reveal(ben, desk)
    assert named(listed(ben)) == ["Of no article", "A map"]


def test_what_one_uses_stays_in_one_s_list(desk: Desk, ben: OpenLibrary) -> None:
    made = add(desk, Given(title="A map"))
    reveal(ben, desk)
    evidencing.use(ben, made.item, desk.article, [claim(desk, 7)], Serving(Stance.CONTEXT))
    colleagues.hide(ben, colleagues.called(ben, "Ada"))
    assert [of.claim for one in listed(ben) for of in one.serves] == [claim(desk, 7)]


# finding


def test_a_few_letters_find_it_and_the_last_that_was_used_stands_first(desk: Desk) -> None:
    library = desk.library
    made = [add(desk, Given(title=f"Report {n}", publisher="ISNA")) for n in range(7)]
    add(desk, Given(url="https://example.org/survey_100%"), serving=Serving(Stance.CONTEXT))
    assert named(find(library, "", None)) == ["", *(f"Report {n}" for n in (6, 5, 4, 3))]
    assert named(find(library, "rep isn", None)) == [f"Report {n}" for n in (6, 5, 4, 3, 2)]
    evidencing.use(library, made[1].item, desk.article, [claim(desk, 7)], Serving(Stance.CONTEXT))
    assert named(find(library, "REPORT", None))[:2] == ["Report 1", "Report 6"]
    assert named(find(library, "", None))[0] == "Report 1"
    assert len(find(library, "report", None, limit=100)) == 7
    assert len(find(library, "700 METRES", None, limit=100)) == 7
    assert [one.url for one in find(library, "y_100%", None)] == ["https://example.org/survey_100%"]
    assert (
        find(library, "y-100", None) == find(library, "%%", None) == find(library, "!", None) == ()
    )


def test_what_may_not_be_seen_hides_nothing_that_may(desk: Desk, ben: OpenLibrary) -> None:
    old = Given(title="Report of long ago")
    mine = evidencing.add(ben, desk.article, [claim(desk, 7)], old, Serving(Stance.CONTEXT, "KVOT"))
    ids = [str(uuid.UUID(int=number)) for number in range(60)]
    links = {one: Link(one, Stance.SUPPORTS, "another KVOT") for one in ids}
    desk.library.perform(
        *(
            AddEvidence(
                one,
                {"there": True, "title": f"Report {one}"},
                {(desk.article, claim(desk)): links[one]},
            )
            for one in ids
        )
    )
    for typed in ("", "report", "kvot"):
        assert [one.id for one in find(ben, typed, None)] == [mine.item]
    assert [one.item.id for one in listed(ben)] == [mine.item]


@pytest.mark.parametrize(
    "typed", ["ÖRESUND", "öresund", "Öresund", "пролив", "ПРОЛИВ", "نقشه", "海峡"]
)
def test_letters_of_any_script_are_found(desk: Desk, typed: str) -> None:
    add(desk, Given(title="Der Öresund: Пролив, نقشه, 海峡"))
    assert len(find(desk.library, typed, None)) == 1


@pytest.mark.parametrize("typed", ["'", '"', "a OR b", "* NEAR", "\0", "\\", "😀", "x" * 10_000])
def test_whatever_is_typed_is_a_search(desk: Desk, typed: str) -> None:
    add(desk)
    assert isinstance(find(desk.library, typed, desk.article), tuple)


def test_an_item_is_named_by_the_beginning_of_its_id(desk: Desk) -> None:
    made = add(desk)
    assert find_item(desk.library, f" {made.item[:4].upper()} ").id == made.item
    with pytest.raises(AnnotatorError, match="4 characters at least"):
        find_item(desk.library, made.item[:3])
    with pytest.raises(AnnotatorError, match="There is no evidence zzzz"):
        find_item(desk.library, "zzzz")
    with pytest.raises(AnnotatorError, match="There is no evidence"):
        find_item(desk.library, "%%%%")
