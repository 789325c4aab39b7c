"""The one door: statuses, streams that fail, interrupts, and mistakes of ours."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator import paths
from annotator.cli import articles as articles_family
from annotator.desk import articles, opening
from commandline import TEXT, Run, one_sentence

ANNOTATOR = (sys.executable, "-m", "annotator")


def start(*args: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*ANNOTATOR, *args], capture_output=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_a_mistake_of_ours_is_logged_without_what_anybody_wrote(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError("the secret source is Ali")

    monkeypatch.setattr(articles, "remove", fail)

    result = run("remove", article)

    assert result.status == 2
    log = paths.log_dir() / "annotator.log"
    said = one_sentence(result)
    assert "RuntimeError" in said
    assert str(log) in said
    assert "`annotator doctor`" in said
    assert "Ali" not in said
    written = log.read_text()
    assert "RuntimeError" in written
    assert Path(articles_family.__file__).name in written
    assert "Ali" not in written
    assert "Lund" not in written
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_mistake_that_cannot_be_logged_is_one_sentence_too(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(articles, "remove", fail)
    monkeypatch.setattr(paths, "log_dir", fail)
    assert "please report it" in one_sentence(run("remove", article))


def test_ctrl_c_is_130_and_quiet(run: Run, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "open_for", interrupted)
    result = run("list")
    assert result.status == 130
    assert result.err.strip() == ""


def test_a_signal_while_it_waits_for_input_is_130_with_nothing_half_done(
    library: Path, tmp_path: Path
) -> None:
    process = subprocess.Popen(
        [*ANNOTATOR, "import", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(b"Half of a")
    process.stdin.flush()
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert (out, err.strip()) == (b"", b"")
    assert not library.exists()


def test_a_reader_that_goes_away_is_quiet(run: Run, article: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [*ANNOTATOR, "list", "latest", "--json"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_the_output_is_told(run: Run, article: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*ANNOTATOR, "list"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"is full" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_what_nobody_can_read_changes_no_status(run: Run, article: str) -> None:
    with Path("/dev/full").open("wb") as full:
        for args, status in ((("tag", article, "1", "verified"), 0), (("list", "moon"), 2)):
            done = subprocess.run([*ANNOTATOR, *args], stderr=full, check=False)
            assert done.returncode == status
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run([*ANNOTATOR, "list", "moon"], stderr=pipe, check=False)
    assert done.returncode == 2


def test_closed_streams_do_no_harm(run: Run, article: str) -> None:
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&-"):
        command = f'exec "$0" -m annotator list {closed}'
        done = subprocess.run(
            ["/bin/sh", "-c", command, sys.executable], capture_output=True, check=False
        )
        assert done.returncode == 0, done
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("locale", "encoding"), [("C", "ascii"), ("POSIX", "latin-1"), ("C.UTF-8", "utf-8")]
)
def test_no_terminal_is_too_poor(
    run: Run, library: Path, tmp_path: Path, locale: str, encoding: str
) -> None:
    file = os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")
    Path(file).write_text("Ένας τίτλος 😀\n\nA body. It is short.\n")
    environment = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": encoding}

    for args in (("import", file), ("list",), ("list", "latest"), ("tag", file, "1", "verified")):
        done = start(*args, env=environment)
        assert b"Traceback" not in done.stderr
        assert done.returncode == (2 if args[0] == "tag" else 0)
    assert "Ένας τίτλος 😀".encode() in start("list", "--json", env=environment).stdout


def test_the_installed_command_is_the_same(library: Path, tmp_path: Path) -> None:
    (tmp_path / "lund.txt").write_text(TEXT)
    command = Path(sys.executable).with_name("annotator")
    if not command.exists():
        pytest.skip("annotator is not installed beside this Python")
    done = subprocess.run(
        [command, "import", tmp_path / "lund.txt"], capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"A bridge opens in Lund" in done.stdout
