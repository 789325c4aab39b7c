"""Carrying out an order: many or one, whole or not at all, counted from the disk, with progress."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from annotator.desk import importing
from annotator.desk.exporting import Exported, Order, exported, suggested_name, write_order
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId
from annotator.domain.edition import PUBLIC_COPY, Edition
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.tagging import SetTag
from annotator.domain.errors import AnnotatorError, CancelledError
from annotator.domain.formats import Exporter, Tally
from annotator.domain.report import Report
from annotator.domain.tags import Tag
from annotator.store import reading
from unit.exporters.test_pictures import picture

TITLES = ("A road closes", "A bridge opens", "A tower falls")


@pytest.fixture
def articles(library: OpenLibrary, tmp_path: Path) -> tuple[ArticleId, ...]:
    """Three short articles, in each a tag with a note."""
    found = []
    for title in TITLES:
        file = tmp_path / f"{title}.txt"
        file.write_text(f"{title}\n\nIt did so on Monday. Nobody of {title} was hurt.\n")
        article = importing.import_file(library, file).article
        claims = list(reading.snapshot(library.store, article, library.me).claims())
        note = SetNote(article, claims[1].id, "It was a Tuesday.")
        library.perform(SetTag(article, (claims[1].id,), Tag.DISPUTED, (note,)))
        found.append(article)
    return tuple(found)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def theirs(monkeypatch: pytest.MonkeyPatch, row: Exporter) -> None:
    """Puts a format into the table, as an installed package does."""
    monkeypatch.setattr("annotator.desk.formats.exporters", lambda: (row,))


def test_a_format_is_asked_what_is_to_be_said_when_it_has_written(
    library: OpenLibrary,
    articles: tuple[ArticleId, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    def write(_report: Report) -> bytes:
        done.append("written")
        return b"x"

    def notices(_report: Report) -> tuple[str, ...]:
        return tuple(done)

    theirs(monkeypatch, Exporter("own", "Own", ".own", "text/x", "ours", write, notices=notices))
    (one,) = write_order(library, Order(articles[:1], "own", tmp_path / "out.own"))
    assert one.notices == ("written",)


def test_one_article_is_written_and_counted_again(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path
) -> None:
    target = tmp_path / "out.json"
    (one,) = write_order(library, Order(articles[:1], "json", target))
    assert one == Exported(target, target.stat().st_size, Tally(3, 1), 3)
    assert one.sentence == "3 of 3 claims, 1 note"
    assert target.read_bytes() == exported(library, articles[0], "json")


def test_many_go_into_a_folder_each_by_its_own_name(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path
) -> None:
    order = Order(articles, "json", tmp_path / "new" / "out", pattern="{n:02} {title} {format}")
    written = write_order(library, order)
    assert [one.path.name for one in written] == [
        "01 A road closes json.json",
        "02 A bridge opens json.json",
        "03 A tower falls json.json",
    ]
    assert names(order.target) == [one.path.name for one in written]
    assert {json.loads(one.path.read_bytes())["article"]["id"] for one in written} == set(articles)


def test_an_article_that_is_named_twice_is_written_once(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path
) -> None:
    written = write_order(library, Order(articles[:1] * 2, "json", tmp_path / "out"))
    assert len(written) == 1


def test_several_in_one_file_are_counted_together(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path
) -> None:
    target = tmp_path / "all.csv"
    (one,) = write_order(library, Order(articles, "csv", target, together=True))
    assert one.sentence == "9 of 9 claims, 3 notes"
    for title in TITLES:
        assert f"Nobody of {title} was hurt." in target.read_text()


def test_what_holds_one_article_a_file_refuses_several_together(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path
) -> None:
    order = Order(articles, "json", tmp_path / "all.json", together=True)
    with pytest.raises(AnnotatorError, match="one article a file: name a folder"):
        write_order(library, order)
    assert not order.target.exists()


@pytest.mark.parametrize("stop", range(9))
def test_giving_up_at_any_step_leaves_nothing_behind(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path, stop: int
) -> None:
    steps: list[tuple[int, int, str]] = []

    def progress(done: int, of: int, now: str) -> None:
        steps.append((done, of, now))
        if done == stop:
            raise CancelledError("Given up.")

    before = names(tmp_path)
    with pytest.raises(CancelledError):
        write_order(library, Order(articles, "json", tmp_path / "out"), progress=progress)
    assert [done for done, _, _ in steps] == list(range(stop + 1))
    assert {of for _, of, _ in steps} == {9}
    assert names(tmp_path) == before


def test_a_file_that_cannot_be_replaced_leaves_all_as_they_were(
    library: OpenLibrary,
    articles: tuple[ArticleId, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = Order(articles, "json", tmp_path / "out", force=True)
    written = write_order(library, order)
    for one in written:
        one.path.write_text("as it was")
    written[0].path.unlink()
    last, replace = written[-1].path, Path.replace

    def fails(self: Path, target: Path) -> Path:
        if Path(target) == last:
            raise PermissionError(13, "not here")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(AnnotatorError, match="may not be written"):
        write_order(library, order)
    monkeypatch.undo()
    assert names(order.target) == sorted(one.path.name for one in written[1:])
    assert {one.path.read_text() for one in written[1:]} == {"as it was"}


def test_claims_that_are_not_in_the_file_are_told(
    library: OpenLibrary,
    articles: tuple[ArticleId, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is counted is what stands on the disk, whatever the format meant to write."""

    def count(data: bytes) -> Tally:
        return Tally(len(data.split()), 0)

    row = Exporter(
        "theirs", "Theirs", ".txt", "text/plain", "some", lambda _: b"one two", count=count
    )
    theirs(monkeypatch, row)
    (one,) = write_order(library, Order(articles[:1], "theirs", tmp_path / "out.txt"))
    assert one.sentence == "2 of 3 claims, 0 notes"
    assert one.notices == ("1 of 3 claims is not in it.",)


def test_a_format_that_cannot_be_counted_says_so_and_its_notices_are_told_once(
    library: OpenLibrary,
    articles: tuple[ArticleId, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def notices(report: Report) -> tuple[str, ...]:
        return (f"{len(report.passages)} passages.", "It has no pictures.")

    row = Exporter(
        "theirs",
        "Theirs",
        ".txt",
        "text/plain",
        "some",
        lambda _: b"",
        notices=notices,
        together=lambda _: b"",
    )
    theirs(monkeypatch, row)
    order = Order(articles, "theirs", tmp_path / "out.txt", together=True)
    (one,) = write_order(library, order)
    assert one.sentence == "9 claims, not counted again"
    assert one.notices == ("2 passages.", "It has no pictures.")


def test_the_suffix_of_a_file_says_how_it_is_written_where_the_format_knows_it(
    library: OpenLibrary,
    articles: tuple[ArticleId, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def row(suffix: str, **more: object) -> Exporter:
        return Exporter(
            "theirs",
            "T",
            suffix,
            "text/plain",
            "some",
            lambda _: suffix.encode(),
            **more,  # type: ignore[arg-type]
        )

    theirs(monkeypatch, row(".one", variants={".two": row(".two")}))
    for name, wrote in (("a.one", ".one"), ("a.TWO", ".two"), ("a.other", ".one"), ("a", ".one")):
        (one,) = write_order(library, Order(articles[:1], "theirs", tmp_path / name))
        assert one.path.read_text() == wrote
    folder = Order(articles, "theirs", tmp_path / "folder.two")
    assert {one.path.suffix for one in write_order(library, folder)} == {".one"}


def test_what_is_there_is_refused_before_any_work(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path
) -> None:
    target = tmp_path / "out.json"
    target.write_text("as it was")
    done: list[int] = []

    def progress(at: int, _of: int, _now: str) -> None:
        done.append(at)

    for order in (
        Order(articles[:1], "json", target),
        Order(articles[:1], "json", tmp_path),
        Order(articles[:1], "json", tmp_path / "no" / "folder.json"),
        Order(articles[:1], "json", library.path, force=True),
        Order(articles, "json", target),
    ):
        with pytest.raises(AnnotatorError):
            write_order(library, order, progress=progress)
    assert done == []
    assert target.read_text() == "as it was"


def test_no_name_can_take_the_librarys_place(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path
) -> None:
    os.link(library.path, tmp_path / "1.json")
    order = Order(articles[:1], "json", tmp_path, pattern="{n}", force=True)
    with pytest.raises(AnnotatorError, match="is the library itself"):
        write_order(library, order)


@pytest.mark.parametrize("edition", [Edition(logo=b"<svg/>"), Edition(logo=b"GIF89a")])
def test_a_logo_that_cannot_be_used_is_refused_and_nothing_is_written(
    library: OpenLibrary, articles: tuple[ArticleId, ...], tmp_path: Path, edition: Edition
) -> None:
    before = names(tmp_path)
    with pytest.raises(AnnotatorError, match="logo"):
        write_order(library, Order(articles, "html", tmp_path / "out", edition))
    assert names(tmp_path) == before


def test_a_logo_is_in_the_report(library: OpenLibrary, articles: tuple[ArticleId, ...]) -> None:
    with_it = exported(library, articles[0], "html", Edition(logo=picture("PNG")))
    assert b"data:image/png;base64," in with_it
    assert b"data:image/png;base64," not in exported(library, articles[0], "html")


def test_names_that_are_suggested_are_the_articles_title(articles: tuple[ArticleId, ...]) -> None:
    assert suggested_name("A/B", articles[0], "csv") == f"A B {articles[0][:8]}.csv"
    assert suggested_name("A/B", articles[0], "csv", PUBLIC_COPY) == "A B.csv"
