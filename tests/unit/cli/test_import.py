"""`import`: files, folders, standard input; what is refused leaves nothing behind."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from annotator import paths
from commandline import TEXT, Run, one_sentence, unchanged


def test_import_brings_a_file_in_and_says_what_came_of_it(
    run: Run, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "lund.txt"
    file.write_text(TEXT)

    result = run("import", file, "--json")

    assert result.status == 0
    assert result.err == ""
    assert set(result.json) == {"imported", "failed"}
    assert result.json["failed"] == []
    (row,) = result.json["imported"]
    assert row == {
        "file": str(file),
        "article": row["article"],
        "title": "A bridge opens in Lund",
        "claims": 6,
        "new": True,
        "notices": [],
        "set_aside": 0,
        "attachments": 0,
        "revision_of": None,
    }
    assert library.exists()


def test_importing_the_same_text_again_writes_nothing_and_says_so(
    run: Run, article: str, library: Path, tmp_path: Path
) -> None:
    with unchanged(library):
        result = run("import", tmp_path / "lund.txt")
        assert result.status == 0
        assert "here already" in result.out
        again = run("import", "--json", tmp_path / "lund.txt").json["imported"][0]
    assert again["article"] == article
    assert again["new"] is False


def test_damaged_characters_are_told_of_a_text_in_utf_8_too(run: Run, tmp_path: Path) -> None:
    mail = tmp_path / "over.eml"
    head = b"Subject: Over\nMessage-ID: <1>\nDate: x\nContent-Type: text/plain; charset=utf-8\n\n"
    mail.write_bytes(head + b"A \xff\x00 b is here.\n")
    assert "Read as UTF-8, though not every byte fits: look for \ufffd." in run("import", mail).err
    mail.write_bytes(head + b"It is over, all of it.\n")
    assert run("import", mail).err == ""


def test_the_sample_has_a_title_and_48_sentences(run: Run, library: Path) -> None:
    result = run("import", paths.sample(), "--json")
    assert result.json["imported"][0]["claims"] == 49


def test_standard_input_is_an_article(run: Run, library: Path) -> None:
    result = run("import", "-", "--json", stdin=TEXT.encode())

    assert result.json["imported"][0]["file"] == "-"
    assert result.json["imported"][0]["claims"] == 6


def test_a_folder_gives_every_article_directly_in_it(
    run: Run, library: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "deep.txt").write_text("Too deep. Not read.")
    (folder / ".hidden.txt").write_text("Hidden. Not read.")
    (folder / "b.txt").write_text("The second one. It is short.")
    (folder / "a.txt").write_text("The first one. It is short, too.")

    result = run("import", folder, "--json")

    assert result.status == 0
    files = [row["file"] for row in result.json["imported"]]
    assert files == [str(folder / "a.txt"), str(folder / "b.txt")]


def test_several_with_a_failure_are_done_with_status_1(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text("A good one. It can be read.")
    (tmp_path / "bad.txt").write_bytes(b"a\0b")

    result = run("import", tmp_path / "bad.txt", tmp_path / "good.txt", "--json")

    assert result.status == 1
    assert [row["title"] for row in result.json["imported"]] == ["A good one. It can be read."]
    (failed,) = result.json["failed"]
    assert set(failed) == {"file", "reason"}
    assert failed["file"] == str(tmp_path / "bad.txt")
    assert one_sentence(result) == failed["reason"]


def test_a_folder_with_a_bad_file_imports_the_others(
    run: Run, library: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text("A good one. It can be read.")
    (folder / "empty.txt").write_text("")

    result = run("import", folder)

    assert result.status == 1
    assert "A good one" in result.out
    assert "empty.txt" in one_sentence(result)


def test_a_single_failure_is_refused_with_the_json_all_the_same(
    run: Run, library: Path, tmp_path: Path
) -> None:
    result = run("import", tmp_path / "none.txt", "--json")

    assert result.status == 2
    assert result.json["imported"] == []
    assert result.json["failed"][0]["reason"] == one_sentence(result)
    assert not library.exists(), "a refusal makes no library"


def test_the_encoding_is_said_when_it_was_not_plain_utf_8(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "plain.txt").write_text("Plain text. Nothing to say.")
    (tmp_path / "wide.txt").write_bytes(codecs.BOM_UTF16_LE + "Wide. Text.".encode("utf-16-le"))
    (tmp_path / "old.txt").write_bytes("Café. Näher betrachtet.".encode("latin-1"))

    assert run("import", tmp_path / "plain.txt").err == ""
    assert "UTF-16 LE" in run("import", tmp_path / "wide.txt").err
    named = run("import", tmp_path / "old.txt", "--encoding", "windows-1252")
    assert "cp1252" in named.err or "windows-1252" in named.err.lower()
    record = run("list", "latest", "--json").json["article"]
    assert record["text"] == "Café. Näher betrachtet."


def test_a_file_s_name_may_be_any_bytes(run: Run, library: Path, tmp_path: Path) -> None:
    name = os.fsdecode(bytes(tmp_path) + b"/caf\xe9\n\x1b[31m.txt")
    Path(name).write_text("A name of any bytes. It is shown as text.")

    result = run("import", name, "--json")

    assert result.status == 0, result.err
    assert result.json["imported"][0]["file"].endswith(r"caf\xe9\x0a\x1b[31m.txt")
    assert run("import", name).status == 0


def test_a_removed_article_comes_back_when_it_is_imported(
    run: Run, article: str, tmp_path: Path
) -> None:
    run("remove", article)
    assert run("list", "--json").json["articles"] == []

    result = run("import", tmp_path / "lund.txt", "--json")

    assert result.json["imported"][0]["new"] is False
    assert [row["id"] for row in run("list", "--json").json["articles"]] == [article]


@pytest.mark.parametrize("size", [0, 3])
def test_an_empty_folder_or_text_is_refused(
    run: Run, library: Path, tmp_path: Path, size: int
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "sub").mkdir()
    assert "folder without an article" in one_sentence(run("import", folder))
    assert run("import", "-", stdin=b" " * size).status == 2
    assert not library.exists()


def test_a_name_that_no_file_can_have_keeps_no_other_out(
    run: Run, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "lund.txt"
    file.write_text(TEXT)
    for name in ("a" * 300, ""):
        result = run("import", "--json", name, file)
        assert result.status == 1
        assert result.json["failed"][0]["file"] == name
        assert len(result.json["imported"]) == 1
        assert one_sentence(run("import", name)).startswith(("There is no file a", "A file's name"))
