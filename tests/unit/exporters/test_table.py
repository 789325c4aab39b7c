from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.desk.formats import format_named, formats
from annotator.domain.errors import AnnotatorError
from annotator.domain.formats import Carried, Exporter
from annotator.exporters.table import EXPORTERS, exporters, installed
from unit.desk.unpacked import found_in
from unit.exporters import worked

SAMPLE = Path(__file__).parents[2] / "files" / "sample" / "article.docx"
MODULE = """
from annotator.domain.formats import Exporter
ROW = Exporter("shout", "Shout", ".txt", "text/plain", "loud", lambda r: r.article.title.upper().encode())
HTML = Exporter("html", "Not ours", ".x", "text/plain", "takes our name", lambda r: b"")
NONE = "no exporter"
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package that offers two formats, one of them under a name of ours, and three faults."""
    about = tmp_path / "shout-1.0.dist-info"
    about.mkdir()
    about.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: shout\nVersion: 1.0\n")
    about.joinpath("entry_points.txt").write_text(
        "[annotator.exporters]\nshout = shouting:ROW\nhtml = shouting:HTML\n"
        "broken = not_there:ROW\nnone = shouting:NONE\nleaves = leaving_us:ROW\n"
    )
    tmp_path.joinpath("shouting.py").write_text(MODULE)
    tmp_path.joinpath("leaving_us.py").write_text("raise SystemExit(7)\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "shouting", raising=False)
    monkeypatch.setattr("annotator.packages._TOLD", set())


@pytest.mark.parametrize("row", EXPORTERS, ids=lambda row: row.name)
def test_every_format_writes_the_worked_example(row: Exporter) -> None:
    report = replace(worked.by_two().report(), original=SAMPLE.read_bytes())
    data = format_named(row.name).write(report)
    assert data == row.write(report)
    last, own = "unrest during the 1979 Islamic Revolution.", "SECRET: rings at night."
    every_claim = {last} if Carried.TAGS in row.carries else set()
    assert found_in(data, (last, own)) == every_claim


@pytest.mark.parametrize("row", EXPORTERS, ids=lambda row: row.name)
def test_every_row_can_be_shown_and_named(row: Exporter) -> None:
    assert row.name.replace("-", "").isalpha()
    assert row.name.islower()
    assert row.suffix.startswith(".")
    assert row.label
    assert row.says
    assert "/" in row.media_type


def test_names_are_taken_once() -> None:
    assert len({row.name for row in EXPORTERS}) == len(EXPORTERS)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(AnnotatorError) as caught:
        format_named("docm")
    known = ", ".join(row.name for row in formats())
    assert str(caught.value) == f"There is no format “docm”: choose one of {known}."


@pytest.mark.usefixtures("package")
def test_an_installed_package_adds_a_line() -> None:
    assert [row.name for row in exporters()] == [*(row.name for row in EXPORTERS), "shout"]
    written = format_named("shout").write(worked.untagged().report())
    assert written.startswith(b"AT LEAST 95 KILLED")


@pytest.mark.usefixtures("package")
def test_it_cannot_take_a_name_of_ours_and_its_faults_do_no_harm(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert format_named("html") is EXPORTERS[0]
    assert {row.name for row in installed()} == {"shout", "html"}
    assert installed()
    assert caplog.text.count("broken cannot be loaded") == 1
    assert caplog.text.count("leaves cannot be loaded") == 1


def test_the_table_imports_no_format_and_no_templates() -> None:
    program = (
        "import sys, annotator.exporters.table;"
        "print([m for m in sys.modules if m.startswith(('jinja2', 'csv', 'annotator.exporters.'))])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    # importlib.metadata itself brings csv.
    assert "jinja2" not in found.stdout
    assert "html_report" not in found.stdout
