"""Reading in a process of its own: whatever it does, one sentence comes of it, and nothing stays behind."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from annotator.domain.errors import AnnotatorError, CancelledError, NoArticleError
from annotator.importers.apart import reading as apart
from annotator.importers.apart.answers import (
    CRASHED,
    TOO_LARGE,
    article_json,
    article_of,
    read_line,
    step,
)
from annotator.importers.imported import ImportedArticle
from annotator.importers.table import read_bytes, read_path
from annotator.importers.watch import Watch

PACKAGES = Path(__file__).parents[2] / "packages"
SAMPLE = Path(__file__).parents[2] / "files" / "sample"


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package whose reader does what the file says, as if it were installed."""
    monkeypatch.syspath_prepend(str(PACKAGES / "misbehaving"))
    monkeypatch.delitem(sys.modules, "annotator_misbehaving", raising=False)


@pytest.fixture(autouse=True)
def nothing_stays() -> object:
    """No process that has ended and that nobody asked after, and no thread."""
    threads = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - threads:
        thread.join(5)
        assert not thread.is_alive()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def read(word: str, more: bytes = b"", **options: object) -> ImportedArticle:
    return read_bytes(word.encode() + b"\n" + more, name="a.bad", **options)  # type: ignore[arg-type]


def refusal(word: str, more: bytes = b"") -> str:
    with pytest.raises(AnnotatorError) as caught:
        read(word, more)
    sentence = str(caught.value)
    assert sentence.startswith("a.bad: ")
    assert "\n" not in sentence
    return sentence.removeprefix("a.bad: ")


def test_an_article_comes_back_as_it_was_read():
    article = read("well", encoding="latin-1")
    assert article.text == "Read as latin-1."
    assert article.original == b"well\n"
    assert read("no article", whole=True).text == "All of it."


@pytest.mark.parametrize(
    "word",
    ["segfault", "kill", "abort", "exit", "leave", "raise", "recurse", "garbage", "other json",
     "a list", "half a line", "surrogate", "nul"],
)  # fmt: skip
def test_a_reader_that_fails_in_any_way_is_one_sentence(word):
    assert refusal(word) == CRASHED


def test_what_the_importer_says_is_said():
    assert refusal("refuse") == "It is not what it seems; take another."
    with pytest.raises(NoArticleError, match="not what it seems"):
        read("no article")


def test_what_a_library_prints_is_no_answer():
    assert read("print").text == "Read as nothing."


def test_more_memory_than_there_is_to_have_is_one_sentence():
    assert refusal("memory") == TOO_LARGE


def test_output_without_an_end_is_one_sentence(monkeypatch):
    monkeypatch.setattr(apart, "_LONGEST_ANSWER", 5_000_000)
    assert refusal("endless line") == TOO_LARGE


def test_time_on_the_processor_has_an_end():
    assert refusal("spin") == apart.TOO_LONG


def test_time_has_an_end(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 1)
    assert refusal("sleep") == apart.TOO_LONG


def test_who_waits_is_told_how_far_it_has_come():
    told: list[tuple[str, float | None]] = []
    read("steps", watch=Watch(lambda says, share: told.append((says, share))))
    assert told
    assert all(says.startswith("page ") and share is not None for says, share in told)
    assert len(told) < 100, "it tells no more often than somebody looks"


def test_cancelling_ends_the_process_at_once():
    told: list[str] = []
    watch = Watch(lambda says, _: told.append(says), lambda: bool(told))
    with pytest.raises(CancelledError):
        read("sleep", watch=watch)
    number = int(told[0].removeprefix("I am "))
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_process_that_the_reader_started_ends_with_it():
    assert read("child").text


def test_a_thread_that_the_reader_started_keeps_nobody_waiting():
    assert read("thread").text


def test_a_reader_that_reads_nothing_more_is_no_fault():
    assert read("close early", b"x" * 5_000_000).text


def test_a_large_file_goes_in_whole():
    assert read("length", b"x" * 40_000_000).text == "40000007 bytes."


@pytest.mark.parametrize("word", ["write", "connect", "run"])
def test_a_reader_writes_no_file_and_reaches_nobody(word):
    assert read(word).text.startswith("No: ")


def test_a_reader_knows_nothing_of_its_surroundings(monkeypatch):
    monkeypatch.setenv("ANNOTATOR_LIBRARY", "/somewhere/library.db")
    monkeypatch.setenv("MY_PASSWORD", "secret")
    known = set(read("surroundings").text.split())
    assert known <= {*apart._ENVIRONMENT, "LC_CTYPE"}


def test_a_system_that_starts_no_process_is_one_sentence(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert "No process could be started" in refusal("well")


def test_a_crash_of_one_file_does_not_touch_the_next():
    assert refusal("kill") == CRASHED
    assert "Kerman" in read_path(SAMPLE / "libreoffice.pdf").text


@pytest.mark.parametrize(
    "line",
    [b"", b"{}", b'{"a": 1}', b"\xff\n", b"[]\n", b'"x"\n', b"[" * 100_000 + b"\n", b"1" * 10_000 + b"\n"],
)  # fmt: skip
def test_what_is_no_line_of_the_protocol_says_nothing(line):
    assert read_line(line) == {}
    with pytest.raises(AnnotatorError, match="Reading it failed"):
        article_of(read_line(line), b"")


GOOD = article_json(ImportedArticle("Some text.", b"", "", ""))


@pytest.mark.parametrize(
    "change",
    [{"text": 1}, {"text": "a\0"}, {"text": "a\rb"}, {"text": "\ud800"}, {"passages": [["body", 5, 3]]},
     {"passages": [["body", 0, 99]]}, {"passages": [["body", 0, 5], ["body", 4, 6]]}, {"passages": [["verse", 0, 5]]},
     {"passages": [["body", 0.0, 5.0]]}, {"passages": [["body", False, 5]]}, {"passages": 7}, {"enclosed": []},
     {"notices": 5}, {"enclosed": {"links": [[0, 4, "https://a.test/\ud800"]]}}],
)  # fmt: skip
def test_an_answer_that_is_not_exactly_an_article_is_none(change):
    assert article_of({"article": GOOD}, b"").text == "Some text."
    with pytest.raises(AnnotatorError, match="Reading it failed"):
        article_of({"article": {**GOOD, **change}}, b"")


def test_a_sentence_from_there_is_one_line_that_can_be_shown():
    with pytest.raises(AnnotatorError) as caught:
        article_of({"refused": "a\n\x1b[31mb\u202e" + "c" * 5_000, "whole": False}, b"")
    assert str(caught.value).startswith("a [31mb ccc")
    assert len(str(caught.value)) <= 600


def test_what_would_fill_the_memory_is_not_taken_apart():
    for many in (b"[],", b"{},", b'"",', b"1,"):
        with pytest.raises(AnnotatorError, match="more than 1 GB"):
            article_of(read_line(b'{"article": [' + many * 10_000_000 + b"0]}\n"), b"")
    deep = b'{"article": {"enclosed": {"links": %s}, "text": "", "passages": null}}\n'
    with pytest.raises(AnnotatorError, match="Reading it failed"):
        article_of(read_line(deep % (b"[" * 900 + b"]" * 900)), b"")
    found = article_of({"article": {**GOOD, "notices": ["x" * 10_000_000] * 200}}, b"")
    assert (len(found.notices), len(found.notices[0])) == (100, 600)


def test_how_far_it_has_come_is_read_strictly():
    assert step({"step": "page 1\nof 2", "share": 0.5}) == ("page 1 of 2", 0.5)
    assert step({"step": "x", "share": float("nan")}) == ("x", None)
    assert step({"step": "x", "share": 7.0}) == ("x", 1.0)
    assert step({"step": 5, "share": 0.5}) is None
