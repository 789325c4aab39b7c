from __future__ import annotations

import errno
import os
import resource
import signal
import stat
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.domain.errors import AnnotatorError
from annotator.exporters import files


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(path: Path, *, force: bool = False) -> str:
    with pytest.raises(AnnotatorError) as caught:
        files.write_file(path, b"new", force=force)
    return str(caught.value)


def test_a_new_file_is_written_with_the_mode_of_any_other(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    files.write_file(target, b"new", force=False)
    other = tmp_path / "other"
    other.touch()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode == other.stat().st_mode
    assert names(tmp_path) == ["other", "report.html"]


def test_what_exists_is_kept_unless_forced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_bytes(b"old")
    target.chmod(0o640)
    assert refused(target) == f"{target} exists: choose another name or add --force."
    assert target.read_bytes() == b"old"
    files.write_file(target, b"new", force=True)
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert names(tmp_path) == ["report.html"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to("real")
    files.write_file(link, b"new", force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_name_that_is_taken_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.html"
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        target.write_bytes(b"theirs")
        sync(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert "exists" in refused(target)
    assert target.read_bytes() == b"theirs"
    assert names(tmp_path) == ["report.html"]


def test_a_file_system_without_second_names_does_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "link", no_links)
    files.write_file(tmp_path / "a", b"new", force=False)
    assert names(tmp_path) == ["a"]


def test_no_folder_a_folder_a_device_and_a_loop(tmp_path: Path) -> None:
    assert refused(tmp_path / "no" / "a").startswith(f"There is no folder {tmp_path / 'no'}")
    assert refused(tmp_path, force=True) == f"{tmp_path} is a folder: name a file in it."
    (tmp_path / "file").touch()
    assert "There is no folder" in refused(tmp_path / "file" / "a")
    os.mkfifo(tmp_path / "pipe")
    assert "no ordinary file" in refused(tmp_path / "pipe", force=True)
    (tmp_path / "loop").symlink_to("loop")
    assert "leads nowhere" in refused(tmp_path / "loop", force=True)
    assert "too long" in refused(tmp_path / ("n" * 300))
    assert names(tmp_path) == ["file", "loop", "pipe"]


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EACCES, "may not be written"),
        (errno.EROFS, "may not be written"),
        (errno.ENOSPC, "The disk is full"),
        (errno.EIO, "could not be written"),
    ],
)
def test_what_the_system_refuses_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    def fails(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    sentence = refused(tmp_path / "a")
    assert says in sentence
    assert sentence.count("\n") == 0
    assert names(tmp_path) == []


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(AnnotatorError, match="full"):
            files.write_file(target, b"x" * 5000, force=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_folders_are_made_and_a_file_in_their_place_is_named(tmp_path: Path) -> None:
    for _ in range(2):
        with files.folder_for(tmp_path / "a" / "b"):
            assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "f").touch()
    for path in (tmp_path / "f", tmp_path / "f" / "g"):
        with pytest.raises(AnnotatorError, match="no folder"), files.folder_for(path):
            pass
    with pytest.raises(AnnotatorError, match="too long"), files.folder_for(tmp_path / ("n" * 300)):
        pass
    assert names(tmp_path) == ["a", "f"]


def test_of_several_files_all_are_written_or_none_and_no_folder_is_left(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.write_bytes(b"old")
    for folder in (tmp_path / "new" / "er", tmp_path):
        contents = [(old, b"new"), (folder / "a", b"a"), (folder / "a" / "b", b"fails")]
        with pytest.raises(AnnotatorError, match="no folder"), files.folder_for(folder):
            files.write_files(contents, force=True)
        assert names(tmp_path) == ["old"]
        assert old.read_bytes() == b"old"
    files.write_files([(old, b"new"), (tmp_path / "a", b"a")], force=True)
    assert names(tmp_path) == ["a", "old"]
    assert old.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("At Least 95 Killed", "At Least 95 Killed f2f0f4d4.html"),
        ("a/b\\c:d*e?f", "a b c d e f f2f0f4d4.html"),
        ("../../etc/passwd", "etc passwd f2f0f4d4.html"),
        ("--force", "force f2f0f4d4.html"),
        ("con", "_con f2f0f4d4.html"),
        ("COM¹.txt", "_COM¹.txt f2f0f4d4.html"),
        ("\u202egnp.exe\u0000", "gnp.exe f2f0f4d4.html"),
        ("…", "… f2f0f4d4.html"),
        ("", "article f2f0f4d4.html"),
        (" . ", "article f2f0f4d4.html"),
        ("انفجار در کرمان", "انفجار در کرمان f2f0f4d4.html"),
    ],
)
def test_a_name_is_made_of_the_title_and_the_id(title: str, name: str) -> None:
    assert files.safe_name(title, "f2f0f4d4-6258", ".html") == name


@given(st.text(max_size=300), st.text(max_size=20))
@example("e\u0301" * 200, "f2f0f4d4")
@example("\u0301" * 200, "f2f0f4d4")
@example("😀" * 200, "../..")
@example("\ud800", "f2f0f4d4")
def test_any_title_gives_a_name_that_every_system_takes(title: str, key: str) -> None:
    name = files.safe_name(title, key, ".html")
    assert name.endswith(".html")
    assert len(name.encode()) <= files.NAME_BYTES
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(c) >= 32 and ord(c) != 127 for c in name)
    assert name[0] not in ".-~ "
    assert name.split(".")[0].upper() not in {"CON", "NUL", "COM1", "LPT¹"}


def test_where_one_name_is_taken_meanwhile_the_others_are_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "1.html", tmp_path / "2.html"
    link = os.link

    def meanwhile(source: Path, target: Path) -> None:
        if target == second:
            second.write_bytes(b"theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", meanwhile)
    with pytest.raises(AnnotatorError, match=r"2\.html exists"):
        files.write_files([(first, b"1"), (second, b"2")], force=False)
    assert names(tmp_path) == ["2.html"]
    assert second.read_bytes() == b"theirs"


@pytest.mark.parametrize("second_names", [True, False])
def test_replacing_several_leaves_nothing_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second_names: bool
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(errno.EPERM, "not here")

    if not second_names:
        monkeypatch.setattr(os, "link", no_links)
    targets = [tmp_path / f"{n}.html" for n in range(3)]
    targets[0].write_bytes(b"old")
    files.write_files([(target, b"new") for target in targets], force=True)
    assert names(tmp_path) == ["0.html", "1.html", "2.html"]
    assert {target.read_bytes() for target in targets} == {b"new"}


def test_what_is_shown_each_file_before_it_has_its_name_can_stop_all(tmp_path: Path) -> None:
    seen: list[tuple[bytes, Path]] = []

    def look(beside: Path, path: Path) -> None:
        seen.append((beside.read_bytes(), path))
        if len(seen) == 2:
            raise KeyboardInterrupt

    contents = [(tmp_path / name, name.encode()) for name in ("a", "b", "c")]
    with pytest.raises(KeyboardInterrupt):
        files.write_files(contents, force=False, look=look)
    assert seen == [(b"a", tmp_path / "a"), (b"b", tmp_path / "b")]
    assert names(tmp_path) == []


def test_a_mode_that_is_given_holds_for_a_new_file_and_for_one_that_is_there(
    tmp_path: Path,
) -> None:
    target = tmp_path / "secret"
    for _ in range(2):
        files.write_file(target, b"x", force=True, mode=0o600)
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        target.chmod(0o644)


def test_a_name_without_an_id_is_the_title_alone() -> None:
    assert files.safe_name("A title", "", ".csv") == "A title.csv"
