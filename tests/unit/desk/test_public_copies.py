"""Of what stays in house nothing is in a public copy, in any format there is, however it is unpacked."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.desk.export_reports import edition_report, report_of
from annotator.desk.exporting import Order, exported, suggested_name, write_order
from annotator.desk.formats import formats
from annotator.desk.library import OpenLibrary
from annotator.domain.article import text_hash
from annotator.domain.edition import EDITORS_COPY, Edition, Section, Withheld
from annotator.domain.formats import Carried, Exporter
from annotator.domain.report import Outcome
from unit.desk.kept_in_house import (
    ME,
    NAMES,
    PICTURE,
    PUBLIC,
    STRANGERS,
    WITHHELD,
    library,
    logos,
    made,
)
from unit.desk.unpacked import found_in

ALL = tuple(Section)
PUBLIC_COPY = Edition(public=True, sections=ALL)


def rows() -> list[tuple[str, str]]:
    """Every format that is made anew, and each other suffix that it can be written to.

    The writer's own file has no public copy: `test_word_back.py`.
    """
    return [(row.name, suffix) for row in made_anew() for suffix in (row.suffix, *row.variants)]


def made_anew() -> list[Exporter]:
    return [row for row in formats() if not row.from_original]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenLibrary]:
    folder = tmp_path_factory.mktemp("Zqhome")
    with pytest.MonkeyPatch.context() as patched:
        for name in ("LOGNAME", "USER", "USERNAME", "LNAME"):
            patched.setenv(name, "Zqlogin")
        patched.setenv("HOME", str(folder))
        patched.setattr(socket, "gethostname", lambda: "Zqmachine")
        opened = library(folder / "library.db", made())
        yield opened
        opened.store.close()


def article(held: OpenLibrary) -> str:
    rows = held.store.rows("SELECT id FROM articles")
    return str(rows[0][0])


def copy(held: OpenLibrary, form: str, suffix: str, edition: Edition, folder: Path) -> bytes:
    """The file as it is written, under its own name."""
    target = folder / f"out{suffix}"
    order = Order((article(held),), form, target, edition)  # type: ignore[arg-type]
    write_order(held, order)
    return target.read_bytes()


def carries(form: str) -> Exporter:
    return next(row for row in formats() if row.name == form)


@pytest.mark.parametrize(("form", "suffix"), rows())
@pytest.mark.parametrize("picture", ["PNG", "JPEG"])
def test_nothing_that_stays_in_house_is_in_a_public_copy(
    held: OpenLibrary, tmp_path: Path, form: str, suffix: str, picture: str
) -> None:
    data = copy(held, form, suffix, replace(PUBLIC_COPY, logo=logos()[picture]), tmp_path)
    bench = made()
    hashes = (bench.article, bench.article[:8], text_hash(bench.text), text_hash(bench.text)[:12])
    claims = tuple(claim.id for claim in report_of(held, article(held)).claims)  # type: ignore[arg-type]
    words = (*(word for of in WITHHELD.values() for word in of), *ME, *PICTURE, *STRANGERS)
    assert not found_in(data, (*words, *hashes, *claims, *machine()))


@pytest.mark.parametrize(("form", "suffix"), rows())
def test_what_was_cleared_by_itself_is_there_where_the_format_has_room(
    held: OpenLibrary, tmp_path: Path, form: str, suffix: str
) -> None:
    room = carries(form).carries
    data = copy(held, form, suffix, PUBLIC_COPY, tmp_path)
    wanted = set(PUBLIC[:1] if Carried.NOTES in room else ())
    wanted |= set(PUBLIC[1:3] if Carried.EVIDENCE in room else ())
    assert wanted <= found_in(data, PUBLIC)


@pytest.mark.parametrize(("form", "suffix"), rows())
def test_the_editors_copy_has_all_but_what_is_for_its_writer_only(
    held: OpenLibrary, tmp_path: Path, form: str, suffix: str
) -> None:
    """Were nothing found in it, the search would find nothing in a public copy either."""
    edition = Edition(sections=ALL, logo=logos()["JPEG"])
    data = copy(held, form, suffix, edition, tmp_path)
    assert not found_in(data, (*ME, *PICTURE, *STRANGERS, *machine()))
    room = carries(form).carries
    wanted = {
        Carried.NOTES: ("Zqdesknote", "Zqclearednote"),
        Carried.EVIDENCE: ("Zqevidence", "Zqquote"),
        Carried.WORDINGS: ("Zqwording",),
        Carried.FLAGS: ("Zqflag",),
        Carried.COMMENTS: ("Zqcomment", "Zqanswer"),
        Carried.DECISIONS: ("Zqreasondecided", "Zqnamechloe"),
    }
    words = {word for kind, of in wanted.items() if kind in room for word in of}
    assert words <= found_in(data, tuple(words))


@pytest.mark.parametrize("form", [row.name for row in made_anew()])
def test_pseudonyms_hide_every_name(held: OpenLibrary, form: str) -> None:
    edition = Edition(sections=ALL, pseudonyms=True)
    data = exported(held, article(held), form, edition)  # type: ignore[arg-type]
    assert not found_in(data, (*NAMES.values(), *NAMES))


def test_a_format_of_an_installed_package_is_given_the_public_report_alone(
    held: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Exporter("theirs", "Theirs", ".txt", "text/plain", "all", lambda of: repr(of).encode())
    monkeypatch.setattr("annotator.desk.formats.exporters", lambda: (theirs,))
    data = exported(held, article(held), "theirs", PUBLIC_COPY)  # type: ignore[arg-type]
    words = tuple(word for kind, of in WITHHELD.items() for word in of if kind != "ids")
    assert not found_in(data, (*words, *ME, *NAMES))
    assert found_in(data, PUBLIC) == set(PUBLIC)


def test_a_copy_is_not_named_by_an_id(held: OpenLibrary, tmp_path: Path) -> None:
    order = Order((article(held),), "json", tmp_path / "copies", PUBLIC_COPY, folder=True)  # type: ignore[arg-type]
    (one,) = write_order(held, order)
    assert article(held)[:8] not in one.path.name
    assert article(held)[:8] not in suggested_name("Title", article(held), "json", PUBLIC_COPY)  # type: ignore[arg-type]
    assert article(held)[:8] in suggested_name("Title", article(held), "json")  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["html", "json"])
def test_verified_claims_that_fall_short_are_not_settled_in_any_format(
    held: OpenLibrary, form: str
) -> None:
    """The format for machines knows of it too, which is else given nothing that is worked out."""
    of = article(held)
    before = edition_report(held, of, "html", EDITORS_COPY)  # type: ignore[arg-type]
    short = [claim.number for claim in before.counted if claim.outcome is Outcome.VERIFIED]
    assert short == [3]
    after = edition_report(held, of, form, PUBLIC_COPY)  # type: ignore[arg-type]
    assert [one.outcome for one in after.counted if one.number in short] == [Outcome.OPEN]
    cleared = replace(PUBLIC_COPY, cleared=frozenset({Withheld.SHORT}))
    after = edition_report(held, of, form, cleared)  # type: ignore[arg-type]
    assert [one.outcome for one in after.counted if one.number in short] == [Outcome.VERIFIED]


def machine() -> tuple[str, ...]:
    """Where this test runs."""
    return (f"{Path(__file__).resolve().parents[3]}/", "/tmp/", "/home/")
