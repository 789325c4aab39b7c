"""`import` of addresses and of many things at once: from a real server, on a terminal, and given up."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.importers.net import fetch
from commandline import TEXT, Run, one_sentence, unchanged
from webserver import PAGE, PLAIN, Answer, Site, for_ever, moved, near, serving

VERSION = TEXT.replace("12 million", "13 million").replace("Nobody was hurt.", "Three were hurt.")
MENU = b"<html><body><nav><a href='/a'>One</a> <a href='/b'>Two</a></nav></body></html>"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that may be reached, though it is on this machine."""
    monkeypatch.setattr(fetch, "WEB", near())
    with serving({"/page": Answer(), "/text": Answer(TEXT.encode(), PLAIN)}) as running:
        yield running


def test_a_page_is_fetched_because_it_is_named(run: Run, library: Path, site: Site) -> None:
    result = run("import", site.at("/page"), "--json")
    assert result.status == 0, result.err
    (row,) = result.json["imported"]
    assert row["file"] == site.at("/page")
    assert row["title"] == "A bridge opens"
    article = run("list", "latest", "--json").json["article"]
    assert article["address"] == site.at("/page")
    assert article["file_name"] == "page.warc"
    council = article["text"].index("council")
    assert article["links"] == [
        {"start": council, "end": council + 7, "target": site.at("/council")}
    ]
    assert site.paths == ["/page"], "one request and nothing else"


def test_the_original_of_a_page_is_the_archive_and_comes_in_as_the_same_article(
    run: Run, library: Path, site: Site, tmp_path: Path
) -> None:
    run("import", site.at("/page"))
    target = tmp_path / "again.warc"
    assert run("original", "latest", "--output", target).status == 0
    assert target.read_bytes().startswith(b"WARC/1.1\r\n")
    again = run("import", target, "--json").json["imported"][0]
    assert again["new"] is False
    other = ("--library", tmp_path / "other.db")
    fresh = run(*other, "import", target, "--json").json["imported"][0]
    assert (fresh["article"], fresh["new"]) == (again["article"], True)
    record = run(*other, "record", "latest", "--json").json["record"]
    assert record["address"] == site.at("/page")


def test_a_page_without_an_article_is_refused_and_taken_whole_when_asked(
    run: Run, library: Path, site: Site
) -> None:
    site.answers["/menu"] = Answer(MENU)
    said = one_sentence(run("import", site.at("/menu")))
    assert "No article was found" in said
    assert said.endswith("(--whole).")
    assert not library.exists()
    result = run("import", site.at("/menu"), "--whole", "--json")
    assert result.status == 0, result.err
    assert "One" in run("list", "latest", "--json").json["article"]["text"]


@pytest.mark.parametrize(
    ("path", "answer", "says"),
    [
        ("/none", Answer(status=404), "has no such page"),
        ("/inside", moved("http://10.0.0.1/"), "a machine of this network"),
        ("/circle", moved("/circle"), "in a circle"),
        ("/large", Answer(b"", length=20_000_001), "more than 20 MB"),
        ("/picture", Answer(b"x", "image/png"), "is no article but"),
    ],
)
def test_what_cannot_be_fetched_is_one_sentence_and_makes_no_library(
    run: Run,
    library: Path,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    answer: Answer,
    says: str,
) -> None:
    known = {"site.test": ["127.0.0.1"]}
    monkeypatch.setattr(fetch, "WEB", near(resolve=lambda name, _port: known.get(name, [name])))
    site.answers[path] = answer
    result = run("import", site.at(path))
    assert result.status == 2
    assert says in one_sentence(result)
    assert not library.exists()


@pytest.mark.parametrize(
    "address",
    ["ftp://example.org/a", "file:///etc/passwd", "http://127.0.0.1:9/", "http://me:it@a.org/x"],
)
def test_an_address_that_may_not_be_fetched_is_refused(
    run: Run, library: Path, address: str
) -> None:
    result = run("import", address)
    assert result.status == 2
    assert one_sentence(result)
    assert not library.exists()


def test_of_several_each_failure_is_one_line_and_the_good_ones_are_in(
    run: Run, library: Path, site: Site, tmp_path: Path
) -> None:
    (tmp_path / "lund.txt").write_text(TEXT)
    (tmp_path / "bad.pdf").write_bytes(b"no pdf")
    names = [site.at("/page"), site.at("/none"), tmp_path / "bad.pdf", tmp_path / "lund.txt"]
    result = run("import", *names, "--json")
    assert result.status == 1
    assert [row["title"] for row in result.json["imported"]] == [
        "A bridge opens",
        "A bridge opens in Lund",
    ]
    reasons = [row["reason"] for row in result.json["failed"]]
    assert len(reasons) == 2
    assert result.err.splitlines()[-2:] == reasons


def test_another_version_comes_in_apart_and_it_says_what_to_type(
    run: Run, article: str, tmp_path: Path
) -> None:
    later = tmp_path / "later.txt"
    later.write_text(VERSION)
    result = run("import", later, "--json")
    (row,) = result.json["imported"]
    assert result.status == 0
    assert row["revision_of"] is None
    (notice,) = row["notices"]
    assert f"another version of “A bridge opens in Lund” ({article[:8]})" in notice
    assert f"`annotator carry {row['article'][:8]} --from {article[:8]}`" in notice
    assert result.err == f"{later}: {notice}\n"


def test_a_revision_carries_what_is_the_same(run: Run, article: str, tmp_path: Path) -> None:
    run("tag", article, "1", "verified")
    later = tmp_path / "later.txt"
    later.write_text(VERSION)
    result = run("import", later, "--revision", "--json")
    (row,) = result.json["imported"]
    assert (row["revision_of"], row["new"]) == (article, True)
    assert "Your record of 1 claim was carried" in result.err
    claims = run("list", row["article"], "--json").json["claims"]
    assert claims[1]["tag"] == "verified"


def test_versions_are_not_spoken_of_where_that_was_said(
    run: Run, article: str, tmp_path: Path
) -> None:
    later = tmp_path / "later.txt"
    later.write_text(VERSION)
    result = run("import", later, "--separate", "--json")
    assert result.err == ""
    assert result.json["imported"][0]["notices"] == []


def test_a_revision_of_nothing_is_refused_and_of_the_same_text_is_here_already(
    run: Run, article: str, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text("A port closes\n\nIt was old. Nobody knows why it did.\n")
    with unchanged(library):
        said = one_sentence(run("import", tmp_path / "other.txt", "--revision"))
        assert "is no other version of an article on your list" in said
        again = run("import", tmp_path / "lund.txt", "--revision", "--json")
        assert again.json["imported"][0]["new"] is False
        both = run("import", tmp_path / "lund.txt", "--revision", "--separate")
        assert "exclude each other" in one_sentence(both)


def test_how_a_file_was_read_is_said_and_in_the_json(
    run: Run, library: Path, tmp_path: Path
) -> None:
    from docx import Document

    document = Document()
    document.add_heading("A bridge opens", 0)
    paragraph = document.add_paragraph("The bridge opened on Monday.")
    document.add_comment(paragraph.runs, "Who says so?", "Bo", "B")
    document.save(str(tmp_path / "bridge.docx"))
    result = run("import", tmp_path / "bridge.docx", "--json")
    (row,) = result.json["imported"]
    assert row["notices"] == [
        f"Its writer left 1 remark: see `annotator remarks {row['article'][:8]}`."
    ]
    assert result.err == f"{tmp_path / 'bridge.docx'}: {row['notices'][0]}\n"
    remark = run("remarks", "latest", "--json").json["remarks"][0]
    assert (remark["text"], remark["author"], remark["number"]) == ("Who says so?", "Bo", 1)


def test_page_furniture_that_was_set_aside_is_counted(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "lund.txt").write_text(TEXT + "\nLeave a Reply\n\nYour name\n")
    (row,) = run("import", tmp_path / "lund.txt", "--json").json["imported"]
    assert row["set_aside"] == 2


PROGRAM = """
import sys
sys.path.insert(0, {tests!r})
from annotator.importers.net import fetch
from webserver import near
fetch.WEB = near()
from annotator.cli.door import main
sys.exit(main(sys.argv[1:]))
"""


def started(*args: str | Path, stderr: int) -> subprocess.Popen[bytes]:
    """The command in a process of its own, which may fetch from this machine."""
    program = PROGRAM.format(tests=str(Path(__file__).parents[2]))
    command = [sys.executable, "-c", program, *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr)


def test_a_terminal_sees_how_far_it_has_come(library: Path, site: Site) -> None:
    site.answers["/slow"] = Answer(lambda: [PAGE[:50], PAGE[50:]], pause=0.3)
    ours, theirs = pty.openpty()
    process = started("import", site.at("/slow"), site.at("/text"), stderr=theirs)
    os.close(theirs)
    out, _ = process.communicate(timeout=60)
    seen = _all_of(ours).decode()
    assert process.returncode == 0, seen
    assert f"{site.at('/slow')} (1 of 2): asking site.test" in seen
    assert f"{site.at('/slow')} (1 of 2): fetching from site.test" in seen
    assert f"{site.at('/text')} (2 of 2)" in seen
    assert seen.endswith("\r\x1b[K"), "the line is gone at the end"
    assert b"A bridge opens" in out


def test_ctrl_c_ends_a_slow_fetch_with_nothing_half_done(
    library: Path, site: Site, tmp_path: Path
) -> None:
    site.answers["/slow"] = Answer(for_ever(b"x"), pause=0.1)
    (tmp_path / "lund.txt").write_text(TEXT)
    process = started("import", tmp_path / "lund.txt", site.at("/slow"), stderr=subprocess.PIPE)
    until = time.monotonic() + 30
    while "/slow" not in site.paths and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert library.exists(), "the one before is in"


def _all_of(terminal: int) -> bytes:
    seen = b""
    try:
        while select.select([terminal], [], [], 1)[0]:
            piece = os.read(terminal, 65_536)
            if not piece:
                break
            seen += piece
    except OSError:  # the other side is closed
        pass
    os.close(terminal)
    return seen
