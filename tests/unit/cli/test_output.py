"""Columns, widths, and text that cannot steer a terminal."""

from __future__ import annotations

import json
import os

import pytest

from annotator.cli import output


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("😀", 2), ("\u200d", 0), ("سلام", 4)],
)
def test_width_is_in_columns_of_a_terminal(text: str, columns: int) -> None:
    assert output.width(text) == columns


def test_columns_line_up_with_wide_characters(capsys: pytest.CaptureFixture[str]) -> None:
    output.put_table(("A", "B"), [("日本", "x"), ("e\u0301", "y"), ("", "z")])
    assert capsys.readouterr().out == "A     B\n日本  x\ne\u0301     y\n      z\n"


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_, **__: os.terminal_size((10, 24)))


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("0123456789", "0123456789"),
        ("0123456789a", "012345678…"),
        ("日本日本日本", "日本日本…"),
        ("word word word", "word word…"),
    ],
)
def test_what_is_too_long_is_cut_to_the_terminal(text: str, cut: str) -> None:
    assert output.fitted(text) == cut
    assert output.width(output.fitted(text)) <= 10


def test_nothing_is_cut_in_a_pipe() -> None:
    assert output.fitted("x" * 1000) == "x" * 1000


@pytest.mark.parametrize("text", ["\x1b[31m", "\x07", "\u202e", "\x9b", "\udce9", "\n"])
def test_nothing_steers_the_terminal(text: str) -> None:
    assert text not in output.line(f"a{text}b")


def test_half_a_character_is_still_json(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    output.put_json({"é": "\udce9"})
    data = capfdbinary.readouterr().out
    assert "é".encode() in data
    assert json.loads(data) == {"é": "\udce9"}
