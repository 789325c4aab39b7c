"""Everything that is refused: one sentence, status 2, and nothing is changed."""

from __future__ import annotations

import errno
import io
import os
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from PIL import Image

from commandline import TEXT, Run, one_sentence, unchanged

Make = Callable[[Path], object]


def _dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nothing-there"))


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def _no_permission(path: Path) -> None:
    path.write_text(TEXT)
    path.chmod(0)


def _holds(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


FILES: dict[str, tuple[Make, str]] = {
    "no such file": (lambda path: None, "There is no file"),
    "an empty folder": (lambda path: path.mkdir(), "is a folder without an article"),
    "a FIFO": (os.mkfifo, "is a pipe"),
    "a socket": (_socket, "is a socket"),
    "a dangling link": (_dangling, "is a link to a file that is not there"),
    "a link to itself": (_loop, "is a link that leads to itself"),
    "no permission": (_no_permission, "no permission"),
    "empty": (_holds(b""), ""),
    "blank": (_holds(b" \n\t\n"), ""),
    "only zero-width": (_holds("\u200b\u2060\ufeff".encode()), ""),
    "NUL": (_holds(b"some\0text"), "Byte 4"),
    "a lone surrogate in UTF-8": (_holds(b"abc\xed\xa0\x80def"), "Byte 3"),
    "a lone surrogate in UTF-16": (_holds(b"\xff\xfea\0\x00\xd8b\0"), "Byte 4"),
    "bytes that are no text": (_holds(bytes(range(128, 256)) * 40), ""),
    "over 50 MB": (_holds(b"a" * (50 * 1024 * 1024 + 1)), "50 MB"),
    "a PNG": (_holds(b"\x89PNG\r\n\x1a\n" + bytes(40)), ""),
}


@pytest.mark.parametrize(("make", "says"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_article(
    run: Run, article: str, library: Path, tmp_path: Path, make: Make, says: str
) -> None:
    path = tmp_path / "given.txt"
    make(path)
    if os.geteuid() == 0 and says == "no permission":
        pytest.skip("root may read everything")
    with unchanged(library):
        result = run("import", path)
    assert result.status == 2
    assert says in one_sentence(result)
    assert result.out == ""


PICTURES = io.BytesIO()
Image.effect_noise((300, 400), 50).save(PICTURES, "PDF")

NAMED = {
    "a text called PDF": ("given.pdf", b"Some text.", "give it the ending .txt"),
    "a PDF that is cut off": ("given.pdf", b"%PDF-1.7\n%", "may be damaged"),
    "a PDF of pictures": ("given.pdf", PICTURES.getvalue(), "Run text recognition (OCR)"),
    "an RTF that is none": ("given.rtf", b"Some text.", "given.rtf"),
    "a Word file that is none": ("given.docx", b"Some text.", "given.docx"),
    "an old Word file": ("given.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
    "JSON": ("given.json", b'{"a": 1}', "save the article as .docx"),
    "XML": ("given.xml", b"<a>Some text.</a>", "save the article as .docx"),
    "a zip archive": ("given.zip", b"PK\x05\x06" + bytes(18), "an empty zip archive"),
}


@pytest.mark.parametrize(("name", "data", "says"), NAMED.values(), ids=NAMED)
def test_a_file_that_is_not_what_it_is_called(
    run: Run, article: str, library: Path, tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with unchanged(library):
        result = run("import", tmp_path / name)
    assert result.status == 2
    assert says in one_sentence(result)
    assert result.out == ""


def test_an_unknown_encoding(run: Run, article: str, library: Path, tmp_path: Path) -> None:
    with unchanged(library):
        result = run("import", tmp_path / "lund.txt", "--encoding", "klingon")
    assert result.status == 2
    assert "windows-1252" in one_sentence(result)


def _other_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (x)")
    connection.close()


def _altered(statement: str) -> Make:
    """A library of ours in which somebody ran a statement."""

    def make(path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute(statement)
        connection.close()

    return make


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def _scrambled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:8192] = bytes(range(256)) * 16
    path.write_bytes(data)


def _only(make: Make) -> Make:
    """Instead of the library, not in it."""

    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


LIBRARIES: dict[str, tuple[Make, str]] = {
    "another program's database": (_only(_other_program), "another program's database"),
    "a text called .db": (_only(_holds(TEXT.encode())), "some other file"),
    "an empty file": (_only(_holds(b"")), "is an empty file"),
    "a folder": (_only(lambda path: path.mkdir()), "is a folder"),
    "a FIFO": (_only(os.mkfifo), "is no plain file"),
    "a dangling link": (_only(_dangling), "link to nothing"),
    "a truncated library": (_truncated, "cannot be trusted"),
    "a scrambled library": (_scrambled, "cannot be trusted"),
    "a newer version's": (_altered("PRAGMA user_version = 99"), "newer version"),
    "a foreign trigger": (
        _altered("CREATE TRIGGER t AFTER INSERT ON edits BEGIN SELECT 1; END"),
        "",
    ),
    "a foreign view": (_altered("CREATE VIEW v AS SELECT 1"), ""),
}

COMMANDS = [
    ("list",),
    ("tag", "latest", "1", "verified"),
    ("import", "LUND"),
    ("export", "latest", "--output", "-"),
    ("backup", "--output", "COPY"),
]


@pytest.mark.parametrize("args", COMMANDS, ids=lambda args: args[0])
@pytest.mark.parametrize(("make", "says"), LIBRARIES.values(), ids=LIBRARIES)
def test_a_file_that_is_no_sound_library(
    run: Run,
    article: str,
    library: Path,
    tmp_path: Path,
    make: Make,
    says: str,
    args: tuple[str, ...],
) -> None:
    backup = run("backup").out.rstrip("\n")
    make(library)
    places = {"LUND": str(tmp_path / "lund.txt"), "COPY": str(tmp_path / "copy.db")}
    plain = library.is_file()
    before = sorted(tmp_path.iterdir())
    data = library.read_bytes() if plain else b""

    result = run(*(places.get(arg, arg) for arg in args))

    assert result.status == 2
    said = one_sentence(result)
    assert says in said
    if says == "cannot be trusted":
        assert backup in said
    assert sorted(tmp_path.iterdir()) == before
    assert not plain or library.read_bytes() == data


@pytest.mark.parametrize("args", [args for args in COMMANDS if args[0] != "import"], ids=str)
def test_only_three_commands_make_a_library(
    run: Run, library: Path, args: tuple[str, ...], tmp_path: Path
) -> None:
    result = run(*args)
    assert result.status == 2
    assert "There is no library" in one_sentence(result)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lund.txt").write_text(TEXT)
    for args in (("list",), ("import", tmp_path / "lund.txt")):
        result = run("--library", tmp_path / "no" / "library.db", *args)
        assert result.status == 2
        assert "There is no folder" in one_sentence(result)
    assert not (tmp_path / "no").exists()


def test_an_unwritable_folder(run: Run, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (tmp_path / "lund.txt").write_text(TEXT)
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o500)
    result = run("--library", folder / "library.db", "import", tmp_path / "lund.txt")
    assert result.status == 2
    assert "may not be written" in one_sentence(result)


def test_a_locked_library_says_how_long_it_waited(
    run: Run, article: str, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.desk import opening

    whole = opening.open_for
    monkeypatch.setattr(
        opening, "open_for", lambda path, who, *, create: whole(path, who, create=create, wait=0.1)
    )
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        with unchanged(library):
            result = run("tag", article, "1", "verified")
    finally:
        connection.close()
    assert result.status == 2
    assert "waited 0.1 s" in one_sentence(result)


def test_two_of_one_name_are_told_apart_by_id(
    run: Run, article: str, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--analyst", "Berit", "tag", article, "1", "verified")
    run("--analyst", "Chloé", "tag", article, "1", "verified")
    with sqlite3.connect(library) as connection:
        connection.execute("UPDATE names SET name = 'Berit'")
    connection.close()
    with unchanged(library):
        result = run("--analyst", "Berit", "tag", article, "2", "verified")
    assert result.status == 2
    assert "by its id" in one_sentence(result)


def test_a_home_in_which_nothing_can_be_made(
    run: Run, article: str, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file stands for every home that takes no folder: root may write in the others."""
    no_home = tmp_path / "no home"
    no_home.write_text("")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(no_home))
    with unchanged(library):
        for args in (("list",), ("list", article, "--json"), ("history", article), ("doctor",)):
            assert run(*args).status == 0
        assert run("export", article, "--format", "json", "--output", "-").status == 0
        assert run("backup", "--output", tmp_path / "copy.db").status == 0
        refused = one_sentence(run("tag", article, "1", "verified"))
        assert "Who you are cannot be kept" in refused
        assert "No backup can be kept" in one_sentence(run("backup"))
        assert "No backup can be kept" in one_sentence(run("restore", tmp_path / "copy.db"))
    assert run("--analyst", "Berit", "tag", article, "1", "verified").status == 0
    library.write_bytes(library.read_bytes()[:5000])
    assert "cannot be trusted" in one_sentence(run("list"))


def test_a_user_without_a_home(
    run: Run, article: str, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A container started with --user, and no HOME."""

    def unknown(*_args: object, **_options: object) -> str:
        raise RuntimeError("could not determine the home directory")

    def no_folder(path: Path, *_args: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    for name in ("user_data_dir", "user_config_dir", "user_log_dir"):
        monkeypatch.setattr(platformdirs, name, unknown)
    monkeypatch.setattr(Path, "mkdir", no_folder)  # root could make even this one
    with unchanged(library):
        assert run("list", article, "--json").json["article"]["id"] == article
        assert "cannot be kept" in one_sentence(run("tag", article, "1", "verified"))
        assert "No backup can be kept" in one_sentence(run("backup"))
    assert run("--analyst", "Berit", "tag", article, "1", "verified").status == 0
    monkeypatch.delenv("ANNOTATOR_LIBRARY")
    assert "/nonexistent" in one_sentence(run("list"))
