"""The record of a claim in the JSON of an article: what is in it, what is not, and that it reads back."""

import json

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from annotator import paths
from annotator.desk import (
    assessing,
    erasing,
    evidencing,
    exporting,
    importing,
    sources,
    tagging,
    undoing,
)
from annotator.desk.attributing import AttributionGiven, attribute
from annotator.desk.desk import Desk
from annotator.desk.erasing import What
from annotator.desk.evidence_given import Given, Serving
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, Span
from annotator.domain.assessment import (
    Audience,
    Because,
    ClaimType,
    Flag,
    FlagKind,
    Relation,
)
from annotator.domain.attribution import Quoted, SourceKind
from annotator.domain.evidence import Contact, Stance
from annotator.domain.tags import Tag
from annotator.interchange import article_json
from annotator.store import doctor, reporting
from annotator.store.write import NewText, absorb
from factories import new_library
from unit.interchange.logs import log_of

SCHEMA = json.loads(paths.resource("schemas/article.schema.json").read_text(encoding="utf-8"))
MAP = Given(url="https://example.org/map", title="Survey map", primary=True, reliability="B")
AGAINST = Serving(Stance.CONTRADICTS, "“396 m”", "the second mark", "2")
SECRET = "rings at night"


def claim(desk, number):
    return desk.held.id_at(desk.held.index_of_number(number))


def exported(library: OpenLibrary, article: ArticleId) -> bytes:
    return exporting.exported(library, article, "json")


def read_again(data: bytes, path) -> bytes:
    """What a library says that has nothing but this file."""
    text, edits = log_of(data)
    article = json.loads(data)["article"]["id"]
    with new_library(path) as again:
        absorb(again, edits, {article: NewText(text, text.encode())})
        assert doctor.examine(again) == ()
        found = reporting.report(again, article, maker="Somebody", made_at=1)
        return article_json.write(found)


def held(data: bytes, number: int):
    """What the only analyst holds of a claim."""
    found = [one for one in json.loads(data)["claims"] if one["number"] == number]
    return next(iter(found[0]["assessments"].values()), None)


@pytest.fixture
def other(library: OpenLibrary, tmp_path) -> Desk:
    """A second article in hand."""
    file = tmp_path / "other.txt"
    file.write_text("Another article\n\nIt says that 84 people died. Nobody claimed it.\n")
    desk = Desk(library)
    desk.open(importing.import_file(library, file).article)
    return desk


@pytest.fixture
def only_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """No export may have to read its own log back."""

    def read_back(*_):
        raise AssertionError("the tables should have been believed")

    monkeypatch.setattr(reporting, "read_back", read_back)


@pytest.fixture
def worked(desk: Desk) -> Desk:
    """Claim 5 with all that can be said of a claim."""
    library, article = desk.library, desk.article
    five, four = claim(desk, 5), claim(desk, 4)
    tagging.tag(library, article, [five], Tag.DISPUTED)
    item = evidencing.add(library, article, [five, four], MAP, AGAINST).item
    assessing.dispute_because(library, article, [five], Because.CONTRADICTED, item)
    assessing.set_confidence(library, article, [five], 2)
    assessing.set_type(library, article, [five], ClaimType.NUMBER)
    assessing.set_flag(library, article, [five], Flag(FlagKind.RING, "the ministry", "2024-01-09"))
    assessing.set_wording(library, article, five, "It took place 1,300 feet from the tomb.", False)
    start = desk.held.article.text.index("According to the report")
    assessing.tick(library, article, five, Span(start, start + 9), True)
    assessing.relate(library, article, five, four, Relation.DEPENDS_ON)
    given = AttributionGiven(
        Quoted("the report"), kind=SourceKind.ORGANISATION, via=("IRNA",), named_in=four
    )
    attribute(library, desk.held, five, given)
    sources.rename_source(library, "the report", "ISNA")
    return desk


def test_everything_that_is_said_of_a_claim_is_in_it(worked, tmp_path, only_tables):
    data = exported(worked.library, worked.article)
    value = json.loads(data)
    Draft202012Validator(SCHEMA).validate(value)
    (item,) = value["evidence"]
    found = held(data, 5)
    (attribution,) = found.pop("attributions")
    assert {name: found[name] for name in found if name not in ("changed", "facts")} == {
        "tag": "disputed",
        "because": "contradicted",
        "against": item["id"],
        "confidence": 2,
        "type": "number",
        "flag": {"kind": "ring", "text": "the ministry", "day": "2024-01-09"},
        "wording": {"text": "It took place 1,300 feet from the tomb.", "taken": False},
        "relations": [{"relation": "depends-on", "claim": claim(worked, 4)}],
        "evidence": [
            {
                "item": item["id"],
                "stance": "contradicts",
                "quote": "“396 m”",
                "locator": "the second mark",
                "credibility": "2",
            }
        ],
    }
    assert found["facts"][0]["right"] is True
    assert attribution["source"]["text"] == "the report"
    assert attribution["source"]["end"] - attribution["source"]["start"] == len("the report")
    assert (attribution["called"], attribution["via"]) == ("ISNA", ["IRNA"])
    assert (item["title"], item["primary"], item["reliability"]) == ("Survey map", True, "B")
    assert read_again(data, tmp_path / "again.db") == data


def test_who_merely_recorded_something_has_changed_nothing(worked):
    assert held(exported(worked.library, worked.article), 4).keys() == {"evidence"}


def test_an_item_that_serves_two_articles_is_whole_in_both(worked, other, tmp_path, only_tables):
    library = worked.library
    (item,) = json.loads(exported(library, worked.article))["evidence"]
    evidencing.use(library, item["id"], other.article, [claim(other, 1)], AGAINST)
    for article in (worked.article, other.article):
        data = exported(library, article)
        assert json.loads(data)["evidence"] == [item]
        assert read_again(data, tmp_path / f"{article}.db") == data
    evidencing.edit(library, item["id"], Given(title="Survey map, 2nd edition"))
    for article in (worked.article, other.article):
        data = exported(library, article)
        assert json.loads(data)["evidence"][0]["title"] == "Survey map, 2nd edition"
        assert read_again(data, tmp_path / f"{article}-2.db") == data


def test_an_item_that_serves_no_claim_leaves_with_no_article(worked, only_tables):
    before = exported(worked.library, worked.article)
    given = Given(title="Kept for later", note=SECRET)
    item = evidencing.add(worked.library, None, [], given, None).item
    evidencing.edit(worked.library, item, Given(note=f"{SECRET} and day"))
    assert exported(worked.library, worked.article) == before


def test_an_item_that_served_nothing_at_first_is_whole_once_it_serves(desk, tmp_path, only_tables):
    library, article = desk.library, desk.article
    item = evidencing.add(library, None, [], MAP, None).item
    evidencing.use(library, item, article, [claim(desk, 5)], AGAINST)
    data = exported(library, article)
    assert json.loads(data)["evidence"][0]["title"] == "Survey map"
    assert read_again(data, tmp_path / "again.db") == data


def test_nothing_that_is_for_oneself_is_in_it(worked, tmp_path, only_tables):
    library, article = worked.library, worked.article
    before = json.loads(exported(library, article))
    mine = Given(title=f"A source that {SECRET}", audience=Audience.ME)
    evidencing.add(library, article, [claim(worked, 5)], mine, Serving(Stance.SUPPORTS, SECRET))
    (item,) = before["evidence"]
    evidencing.set_contact(library, item["id"], Contact("", "A clerk", said=SECRET))
    data = exported(library, article)
    assert SECRET.encode() not in data
    after = json.loads(data)
    assert after["evidence"] == before["evidence"]
    assert after["claims"] == before["claims"]
    assert read_again(data, tmp_path / "again.db") == data


def test_a_contact_for_the_desk_is_in_it(worked, tmp_path):
    library, article = worked.library, worked.article
    (item,) = json.loads(exported(library, article))["evidence"]
    contact = Contact("", "A clerk", "2024-01-05", "by phone", "It was 84.", Audience.DESK)
    evidencing.set_contact(library, item["id"], contact)
    data = exported(library, article)
    (found,) = json.loads(data)["evidence"][0]["contacts"]
    assert {name: found[name] for name in found if name != "id"} == {
        "audience": "desk",
        "whom": "A clerk",
        "when": "2024-01-05",
        "how": "by phone",
        "said": "It was 84.",
    }
    assert read_again(data, tmp_path / "again.db") == data


def test_a_kept_file_is_named_by_its_hash_and_its_bytes_are_not_in_it(worked, tmp_path):
    library, article = worked.library, worked.article
    (item,) = json.loads(exported(library, article))["evidence"]
    evidencing.attach(library, item["id"], ("map.png", b"not a picture"), how="dropped")
    data = exported(library, article)
    Draft202012Validator(SCHEMA).validate(json.loads(data))
    (file,) = json.loads(data)["evidence"][0]["files"]
    assert (file["name"], file["size"], file["how"]) == ("map.png", 13, "dropped")
    assert read_again(data, tmp_path / "again.db") == data


def test_evidence_that_becomes_one_s_own_is_gone_as_if_it_had_been_taken_away(worked, tmp_path):
    """What had been said in the open stays in the log; that it is there does not."""
    library, article = worked.library, worked.article
    (item,) = json.loads(exported(library, article))["evidence"]
    evidencing.edit(library, item["id"], Given(audience=Audience.ME, note=SECRET))
    data = exported(library, article)
    assert json.loads(data)["evidence"] == []
    assert "evidence" not in held(data, 5)
    assert SECRET.encode() not in data
    assert read_again(data, tmp_path / "again.db") == data
    undoing.undo(library, article)
    assert json.loads(exported(library, article))["evidence"] == [item]


def test_a_colleague_s_item_that_serves_one_s_own_claim_is_whole_in_both_articles(
    worked, other, opened, tmp_path
):
    """Of a colleague's item only the link is one's own; what it says is in the colleague's article."""
    library = worked.library
    ben = opened("Ben")
    (item,) = json.loads(exported(library, worked.article))["evidence"]
    tagging.tag(ben, worked.article, [claim(worked, 5)], Tag.VERIFIED)
    evidencing.use(ben, item["id"], other.article, [claim(other, 1)], AGAINST)
    for article, whole in ((worked.article, True), (other.article, False)):
        data = exported(library, article)
        assert [one["id"] for one in json.loads(data)["evidence"]] == [item["id"]] * whole
        assert read_again(data, tmp_path / f"{article}.db") == data


def test_what_was_erased_is_gone_and_stays_so_when_the_log_is_read_again(worked, tmp_path):
    library, article = worked.library, worked.article
    evidencing.add(
        library,
        article,
        [claim(worked, 5)],
        Given(title=f"A source that {SECRET}"),
        Serving(Stance.SUPPORTS, SECRET),
    )
    told = json.loads(exported(library, article))
    (secret,) = [one for one in told["evidence"] if SECRET in one["title"]]
    asked = erasing.what_would_go(library, What.EVIDENCE, article, wanted=secret["id"])
    erasing.erase(library, asked)
    data = exported(library, article)
    assert SECRET.encode() not in data
    assert [one["title"] for one in json.loads(data)["evidence"]] == ["Survey map"]
    Draft202012Validator(SCHEMA).validate(json.loads(data))
    assert read_again(data, tmp_path / "again.db") == data
