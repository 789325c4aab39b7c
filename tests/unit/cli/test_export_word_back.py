"""`annotator export --format word-original`: what the command says of the writer's own file."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.formats import NO_PUBLIC_COPY
from annotator.importers.word import importer as word
from commandline import Run

SAMPLE = Path(__file__).parents[2] / "files" / "sample" / "article.docx"


def test_the_writers_own_file_is_written_and_counted(run: Run, tmp_path: Path) -> None:
    run("import", SAMPLE)
    run("tag", "latest", "3", "disputed")
    target = tmp_path / "back.docx"
    done = run("export", "latest", "--format", "word-original", "--output", target)
    assert done.status == 0
    assert f"Written: {target} (49 of 49 claims, 0 notes)" in done.err
    assert word.read(target.read_bytes()).text == word.read(SAMPLE.read_bytes()).text


def test_options_that_say_nothing_to_it_are_named(run: Run, tmp_path: Path) -> None:
    run("import", SAMPLE)
    given = ("export", "latest", "--format", "word-original", "--output", tmp_path / "back.docx")
    done = run(*given, "--title", "Another", "--labels", "de")
    assert "--title says nothing to word-original, which is the writer’s own file." in done.err
    assert "--labels" not in done.err


def test_a_public_copy_is_refused_before_anything_else_is_said(run: Run, tmp_path: Path) -> None:
    run("import", SAMPLE)
    target = tmp_path / "back.docx"
    given = ("export", "latest", "--format", "word-original", "--output", target)
    done = run(*given, "--public")
    assert done.status == 2
    assert done.err.strip() == NO_PUBLIC_COPY
    assert not target.exists()
