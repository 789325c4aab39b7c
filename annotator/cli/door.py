"""The one door out: whatever goes wrong becomes one sentence and an exit status.

Statuses: 0 done, 1 done and something was found, 2 refused, 130 interrupted.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from annotator.cli import output
from annotator.domain.errors import AnnotatorError

DONE, FOUND, REFUSED, INTERRUPTED = 0, 1, 2, 130


def main(args: Sequence[str]) -> int:
    """Runs one command; never raises, and never shows a traceback."""
    _mend_streams()
    try:
        status = _run(args)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        output.let_go(sys.stdout)
        return INTERRUPTED
    except OSError as error:
        return _after_os_error(error)
    return status


def _run(args: Sequence[str]) -> int:
    from annotator.cli.main import root

    try:
        # Not root.main: that ends the process itself when a reader of the output goes away.
        with root.make_context("annotator", list(args)) as context:
            status = root.invoke(context)
        return status if isinstance(status, int) else DONE
    except click.exceptions.Exit as over:
        return over.exit_code
    except AnnotatorError as error:
        return _refuse(_with_command(error))
    except click.UsageError as error:
        return _refuse(_usage(error))
    except click.ClickException as error:
        return _refuse(error.format_message())
    except (OSError, click.Abort):
        raise
    except Exception as error:  # noqa: BLE001 - the outermost door: a mistake of ours is logged, not shown
        return _refuse(_ours(error))


def _refuse(sentence: str) -> int:
    output.say(sentence)
    return REFUSED


def _with_command(error: AnnotatorError) -> str:
    """The sentence, and what to type now."""
    said = str(error)
    return f"{said.removesuffix('.')} (`{error.command}`)." if error.command else said


def _usage(error: click.UsageError) -> str:
    """What was wrong with the command line, and where to read how it goes."""
    said = " ".join(error.format_message().split()).rstrip(".")
    if isinstance(error, click.NoSuchOption) and error.option_name in ("--library", "--analyst"):
        said += f" here: {error.option_name} goes before the command"
    elif isinstance(error, click.NoSuchOption):
        said += " (-- goes before a text that begins with a dash)"
    path = error.ctx.command_path if error.ctx else "annotator"
    return f"{said}; see `{path} --help`."


def _after_os_error(error: OSError) -> int:
    """A reader that has seen enough is no fault; any other trouble of the system is told."""
    output.let_go(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return DONE
    reason = os.strerror(error.errno) if error.errno else str(error)
    if error.filename is not None:
        place = os.fsdecode(error.filename)
        return _refuse(f"{place} could not be used ({reason}): look at it, then try again.")
    if error.errno == errno.ENOSPC:
        return _refuse("The disk that the output goes to is full: make room, then try again.")
    return _refuse(f"The system did not let it finish ({reason}): try again.")


def _mend_streams() -> None:
    """No character that a terminal cannot show, and no closed stream, ends a command."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), encoding="utf-8"))
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _ours(error: Exception) -> str:
    """Also what a library holds that no program of ours wrote there comes out here."""
    try:
        log = f" with the log {_log(error)}"
    except Exception:  # noqa: BLE001 - what fails here must not hide behind a traceback
        log = ""
    return (
        f"Annotator made a mistake ({type(error).__name__}) and stopped: please report it{log}; "
        "`annotator doctor` says whether the library is sound."
    )


def _log(error: Exception) -> Path:
    """Where it happened, without a word of what anybody wrote: no message, no values."""
    import traceback

    from annotator import paths

    place = paths.log_dir() / "annotator.log"
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    head = f"{datetime.now(UTC).isoformat(timespec='seconds')} {type(error).__name__}"
    handle = os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as file:
        file.write("\n  ".join([head, *lines]) + "\n")
    return place
