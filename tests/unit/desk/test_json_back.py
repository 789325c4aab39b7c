"""Our own JSON comes back: the same bytes again, and of an altered file nothing that is not sound."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from annotator import paths
from annotator.desk import exporting, importing, merging, tagging
from annotator.desk.example import fill
from annotator.desk.library import OpenLibrary
from annotator.desk.opening import open_for
from annotator.domain.article import ArticleId
from annotator.domain.edition import PUBLIC_COPY, Edition, Withheld
from annotator.domain.errors import AnnotatorError
from annotator.domain.publishing import public_copy
from annotator.domain.tags import Tag
from annotator.interchange import article_json, article_json_read
from annotator.store import doctor, reading
from annotator.store.library import open_library
from factories import new_library
from unit.exporters import worked

Opens = Callable[..., OpenLibrary]
SCHEMA = json.loads(paths.resource("schemas/article.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The example, as JSON."""
    path = tmp_path_factory.mktemp("example") / "example.db"
    article = fill(path)
    library = open_for(path, "Analyst A", create=False, wait=0.3)
    try:
        return exporting.exported(library, article, "json")
    finally:
        library.close()


@pytest.fixture
def sent(tmp_path: Path) -> Callable[[bytes], Path]:
    def written(data: bytes) -> Path:
        path = tmp_path / "article.json"
        path.write_bytes(data)
        return path

    return written


Sent = Callable[[bytes], Path]


def the_article(library: OpenLibrary) -> ArticleId:
    (row,) = reading.article_rows(library.store, library.me)
    return row.id


def test_export_import_into_an_empty_library_export_gives_the_same_bytes(
    opens: Opens, sent: Sent, exported: bytes
) -> None:
    zoe, file = opens("Zoe"), sent(exported)
    preview = merging.preview_at(zoe.path, "Zoe", [file])
    merged = merging.merge(zoe, [file])
    assert preview == merged.found
    assert merged.found.left_out == ()
    assert [one.fresh for one in merged.found.articles] == [True]
    article = the_article(zoe)
    assert exporting.exported(zoe, article, "json") == exported
    assert doctor.examine(zoe.store) == ()
    assert merging.merge(zoe, [file]).found.nothing

    before = zoe.path.read_bytes()
    assert merging.preview(zoe, [file]).nothing
    assert zoe.path.read_bytes() == before


def test_the_original_comes_along_where_it_was_the_text_itself(
    opens: Opens, sent: Sent, exported: bytes
) -> None:
    zoe = opens("Zoe")
    merging.merge(zoe, [sent(exported)])
    data = paths.sample().read_bytes()
    kept = zoe.store.rows("SELECT sha256, bytes FROM originals")
    assert kept == [(hashlib.sha256(data).hexdigest(), data)]


def test_other_original_bytes_are_not_made_up(opens: Opens, sent: Sent) -> None:
    ada, zoe = opens("Ada"), opens("Zoe")
    crlf = b"\xef\xbb\xbfA title\r\n\r\nIt rained.\r\n"
    article = importing.save(ada, importing.prepare(crlf, "a.txt")).article
    data = exporting.exported(ada, article, "json")
    merging.merge(zoe, [sent(data)])
    assert zoe.store.rows("SELECT 1 FROM originals") == []
    assert exporting.exported(zoe, article, "json") == data
    assert doctor.examine(zoe.store) == ()


def test_it_meets_what_is_here_as_a_parcel_does(opens: Opens, sent: Sent, exported: bytes) -> None:
    """A union: what both hold is one, and it can be taken back."""
    zoe = opens("Zoe")
    article = importing.import_file(zoe, paths.sample()).article
    shown = reading.snapshot(zoe.store, article, zoe.me)
    tagging.tag(zoe, article, [shown.id_at(3)], Tag.VERIFIED)
    alone = exporting.exported(zoe, article, "json")
    found = merging.merge(zoe, [sent(exported)]).found
    assert [one.fresh for one in found.articles] == [False]
    assert found.counts.conflicting
    assert merging.take_back(zoe).files == ("article.json",)
    assert exporting.exported(zoe, article, "json") == alone


def test_a_public_copy_cannot_be_read_back_and_says_so(opens: Opens, sent: Sent) -> None:
    report = public_copy(replace(worked.reviewed().report(), edition=PUBLIC_COPY))
    zoe = opens("Zoe")
    with pytest.raises(AnnotatorError) as caught:
        merging.merge(zoe, [sent(article_json.write(report))])
    assert "it is a public copy, which holds no edits" in str(caught.value)
    assert str(caught.value).endswith("ask for the editor’s copy.")


CLEARED = [frozenset(), frozenset(Withheld), *(frozenset({one}) for one in Withheld)]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenLibrary]:
    path = tmp_path_factory.mktemp("example") / "example.db"
    fill(path)
    library = open_for(path, "Analyst A", create=False, wait=0.3)
    yield library
    library.close()


@pytest.mark.parametrize("cleared", CLEARED, ids=lambda of: "+".join(sorted(of))[:20] or "none")
def test_public_copies_are_as_the_schema_says_and_have_no_log(
    example: OpenLibrary, cleared: frozenset[Withheld]
) -> None:
    edition = Edition(public=True, cleared=cleared)
    data = exporting.exported(example, the_article(example), "json", edition)
    value = json.loads(data)
    Draft202012Validator(SCHEMA).validate(value)
    assert "log" not in value
    assert ("sha256" in value["article"]) is (Withheld.HASH in cleared)
    with pytest.raises(ValueError, match="public copy"):
        article_json_read.read(data)


def test_the_editors_copy_must_have_what_a_public_one_may_lack(exported: bytes) -> None:
    validator = Draft202012Validator(SCHEMA)
    for spoil in (
        lambda v: v["article"].pop("sha256"),
        lambda v: v["article"].update(id="article"),
        lambda v: v["claims"][0].update(id="claim-1"),
        lambda v: v["evidence"][0].pop("analyst"),
        lambda v: v["passes"][0].pop("submission"),
        lambda v: next(iter(v["analysts"].values())).pop("name"),
    ):
        value = json.loads(exported)
        validator.validate(value)
        spoil(value)
        assert not validator.is_valid(value)


def left(library: OpenLibrary, file: Path) -> dict[str, str]:
    found = merging.merge(library, [file]).found
    assert doctor.examine(library.store) == ()
    return {row.what.removesuffix(" in article.json"): row.why for row in found.left_out}


def altered(data: bytes, alter: Callable[[Any], object]) -> bytes:
    value = json.loads(data)
    alter(value)
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _first(value: Any, kind: str) -> Any:
    return next(row for row in value["log"] if row["kind"] == kind)


def _body(value: Any) -> None:
    part = _first(value, "SetNote")["parts"][0]
    part["body"] = part["body"].replace('"text":"', '"text":"Not so: ')


ALTERED: dict[str, tuple[Callable[[Any], object], dict[str, str]]] = {
    "another analyst": (
        lambda value: _first(value, "SetTag").update(
            analyst="11111111-1111-4111-8111-111111111111"
        ),
        {"1 edit": "altered: its id was made of something else"},
    ),
    "another time": (
        lambda value: _first(value, "SetTag").update(at=1_800_000_000_000_000),
        {"1 edit": "altered: its id was made of something else"},
    ),
    "another text": (
        _body,
        {"1 part of an edit": "altered: its edit has another seal for it"},
    ),
    "a year that cannot be": (
        lambda value: _first(value, "SetTag").update(at=10**17),
        {"1 edit": "dated before 2020 or after 2099"},
    ),
    "a number without end": (
        lambda value: _first(value, "SetTag").update(at=10**4000),
        {"1 edit": "not in the form of an edit"},
    ),
    "a date that is a text": (
        lambda value: _first(value, "SetTag").update(clock="yesterday"),
        {"1 edit": "not in the form of an edit"},
    ),
    "no seals": (
        lambda value: _first(value, "SetTag").pop("seals"),
        {"1 edit": "not in the form of an edit"},
    ),
    "what is no edit": (
        lambda value: value["log"].extend([None, 1, "x", [], {}, {"id": []}]),
        {"6 edits": "not in the form of an edit"},
    ),
    "an id that is none": (
        lambda value: _first(value, "SetTag").update(id="'; DROP TABLE edits; --"),
        {"1 edit": "altered: its id was made of something else"},
    ),
    "an edit twice": (lambda value: value["log"].extend(value["log"][:9]), {}),
    "claims, which are not read": (lambda value: value.update(claims="x", comments=7), {}),
}


@pytest.mark.parametrize("name", ALTERED)
def test_what_was_altered_is_left_out_and_listed(
    name: str, opens: Opens, sent: Sent, exported: bytes
) -> None:
    alter, expected = ALTERED[name]
    zoe = opens("Zoe")
    assert left(zoe, sent(altered(exported, alter))) == expected
    merging.merge(zoe, [sent(exported)])
    assert exporting.exported(zoe, the_article(zoe), "json") == exported, "the whole one heals it"


def test_an_edit_in_pieces_is_one(opens: Opens, sent: Sent, exported: bytes) -> None:
    """The same header twice, each time with another of its parts."""
    value = json.loads(exported)
    for row in list(value["log"]):
        if len(row["parts"]) > 1:
            value["log"].append(row | {"parts": row["parts"][1:]})
            row["parts"] = row["parts"][:1]
    zoe = opens("Zoe")
    assert left(zoe, sent(json.dumps(value).encode())) == {}
    assert exporting.exported(zoe, the_article(zoe), "json") == exported


REFUSED: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[: len(data) // 2],
    "a text that was altered": lambda data: data.replace(b"95 individuals", b"59 individuals"),
    "another article's id": lambda data: altered(
        data, lambda v: v["article"].update(id="11111111-1111-5111-8111-111111111111")
    ),
    "no article": lambda data: altered(data, lambda v: v.update(article=[])),
    "a text that is none": lambda data: altered(data, lambda v: v["article"].update(text=7)),
    "a log that is none": lambda data: altered(data, lambda v: v.update(log={"a": 1})),
    "half a character": lambda data: data.replace(b'"95 ', b'"\\ud800 ').replace(
        b'"title":"', b'"title":"\\ud800'
    ),
    "half a character as bytes": lambda data: data.replace(b'"title":"', b'"title":"\xed\xa0\x80'),
    "another version": lambda data: data.replace(
        b'"format":"annotator-article-1"', b'"format":"annotator-article-2"'
    ),
    "nested without end": lambda _: b'{"format":"annotator-article-1","a":' + b"[" * 200_000,
    "a number of many digits": lambda _: (
        b'{"format":"annotator-article-1","article":' + b"9" * 9000 + b"}"
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_whole_article_is_refused_in_one_sentence(
    name: str, opens: Opens, sent: Sent, exported: bytes
) -> None:
    zoe = opens("Zoe")
    before = zoe.path.read_bytes()
    file = sent(REFUSED[name](exported))
    with pytest.raises(AnnotatorError) as caught:
        merging.merge(zoe, [file])
    said = str(caught.value)
    assert said == merging.refusal(file)
    assert "nothing was brought in" in said
    assert said.endswith(".")
    assert "\n" not in said
    assert zoe.path.read_bytes() == before


SMALL = article_json.write(worked.by_two().report())
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**30, -1, 0, "", "x", "\ud800", "\0", "private", "tags", "Undo"])
    | st.floats(allow_nan=True),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=3,
)


def _places(value: Any, deep: int = 0) -> Iterator[tuple[Any, Any]]:
    """Every place of a JSON value: what holds it, and its key there."""
    keys = value.keys() if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list) and deep < 7:
            yield from _places(value[key], deep + 1)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_whatever_stands_anywhere_in_it_nothing_breaks(data: st.DataObject) -> None:
    value = json.loads(SMALL)
    places = list(_places({key: value[key] for key in ("article", "log", "format")}))
    for _ in range(data.draw(st.integers(1, 4))):
        holder, key = data.draw(st.sampled_from(places))
        if isinstance(holder, dict) or key < len(holder):
            holder[key] = data.draw(VALUES)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "article.json")
        file.write_bytes(json.dumps(value, ensure_ascii=True).encode())
        new_library(Path(folder, "zoe.db")).close()
        zoe = open_for(Path(folder, "zoe.db"), "Zoe", create=False, wait=0.3)
        with suppress(AnnotatorError):
            merging.merge(zoe, [file])
        zoe.close()
        with open_library(Path(folder, "zoe.db"), create=False) as library:
            assert doctor.examine(library) == ()
