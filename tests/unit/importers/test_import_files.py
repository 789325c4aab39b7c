"""Reading from disk: every odd thing a name may lead to gives one sentence, and nothing waits."""

import os
import socket
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers import files
from annotator.importers.files import LIMIT, read_file
from annotator.importers.names import shown, shown_name
from annotator.importers.table import read_path

NOBODY = 65534


def refusal(path: Path) -> str:
    with pytest.raises(AnnotatorError) as caught:
        read_file(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_plain_file_comes_in_byte_for_byte(tmp_path):
    path = tmp_path / "article"
    path.write_bytes(bytes(range(256)) * 10_000)
    assert read_file(path) == bytes(range(256)) * 10_000


def test_a_link_to_a_file_is_followed(tmp_path):
    (tmp_path / "article.txt").write_text("Text.")
    (tmp_path / "link").symlink_to("article.txt")
    assert read_file(tmp_path / "link") == b"Text."


def test_an_empty_file_is_read(tmp_path):
    (tmp_path / "empty").touch()
    assert read_file(tmp_path / "empty") == b""


def test_what_is_not_there_is_said(tmp_path):
    assert "There is no file" in refusal(tmp_path / "none.txt")
    assert "There is no file" in refusal(tmp_path / ("x" * 300))
    assert "There is no file" in refusal(Path("a\0b"))
    (tmp_path / "file").write_text("x")
    assert "There is no file" in refusal(tmp_path / "file" / "below")


def test_links_that_lead_nowhere_are_said(tmp_path):
    (tmp_path / "dangling").symlink_to("none.txt")
    assert "a link to a file that is not there" in refusal(tmp_path / "dangling")
    (tmp_path / "loop").symlink_to("loop")
    assert "a link that leads to itself" in refusal(tmp_path / "loop")


def test_a_folder_is_no_file(tmp_path):
    assert "is a folder, not a file" in refusal(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "is a pipe, not a file" in refusal(tmp_path / "pipe")


def test_a_file_that_became_a_pipe_is_refused_without_waiting(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    before = (tmp_path / "file").stat()
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(Path, "stat", lambda self, **_: before)
    assert "is a pipe, not a file" in refusal(tmp_path / "pipe")


def test_a_socket_and_a_device_are_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # a socket's path may have 107 bytes only
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert "is a socket, not a file" in refusal(tmp_path / "socket")
    assert "is a device, not a file" in refusal(Path("/dev/zero"))


def as_nobody(act: Callable[[], None]) -> None:
    """Runs ``act`` in a child without root's rights, so that permissions count."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            act()
        except BaseException:  # noqa: BLE001  the child must never run on into the tests
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("closed", ["file", "folder"])
def test_a_file_that_may_not_be_read_is_said(tmp_path_factory, closed):
    folder = tmp_path_factory.mktemp("closed")
    path = folder / "article.txt"
    path.write_text("Text.")
    for above in (folder, *folder.parents[:2]):
        above.chmod(0o755)
    path.chmod(0o644)
    (path if closed == "file" else folder).chmod(0)

    def act() -> None:
        assert "You have no permission to read" in refusal(path)

    try:
        as_nobody(act)
    finally:
        folder.chmod(0o755)


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    assert "more than 50 MB (50.0 MB)" in refusal(path)
    with path.open("wb") as file:
        file.truncate(10 * LIMIT)
    assert "(500.0 MB)" in refusal(path)


def test_a_file_of_just_the_limit_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LIMIT", 1000)
    (tmp_path / "file").write_bytes(b"x" * 1000)
    assert len(read_file(tmp_path / "file")) == 1000
    (tmp_path / "file").write_bytes(b"x" * 1001)
    assert "more than 50 MB" in refusal(tmp_path / "file")


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LIMIT", 1000)
    (tmp_path / "file").write_bytes(b"x" * 1500)
    small = os.stat_result((0o100644, 0, 0, 1, 0, 0, 10, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda self, **_: small)
    monkeypatch.setattr(os, "fstat", lambda handle: small)
    assert "more than 50 MB" in refusal(tmp_path / "file")


def test_a_disk_that_fails_is_said(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")

    def fail(handle: int, size: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    assert "could not be read (Input/output error)" in refusal(tmp_path / "file")


def test_a_name_may_be_any_bytes(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n.txt"))
    path.write_text("Text.")
    assert read_path(path).text == "Text."
    assert read_path(os.fsencode(path)).text == "Text."
    path.write_text("")
    with pytest.raises(AnnotatorError) as caught:
        read_path(path)
    assert str(caught.value).startswith("caf\\xe9\\x0a.txt: There is nothing to read")


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("plain name.txt", "plain name.txt"),
        (b"caf\xe9", "caf\\xe9"),
        ("tab\tline\nbell\x07", "tab\\x09line\\x0abell\\x07"),
        ("evil\u202etxt.exe", "evil\\u202etxt.exe"),
        ("می‌خواهم.txt", "می‌خواهم.txt"),
        ("two words", "two words"),
        ("日本　語.txt", "日本　語.txt"),
        ("\U000e0001", "\\U000e0001"),
        ("naïve 😀", "naïve 😀"),
    ],
)
def test_a_name_is_shown_as_harmless_text(name, seen):
    assert shown(name) == seen
    assert shown_name(Path("/some/where") / os.fsdecode(name)) == seen
    assert shown(name).encode("utf-8")
