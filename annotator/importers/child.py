"""The process that reads a file apart: bytes on standard input, JSON lines on standard output.

Started by ``apart.py`` and by nobody else. It limits itself before it looks at a byte.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress

from annotator.domain.canonical import Json
from annotator.domain.errors import AnnotatorError, NoArticleError
from annotator.importers.apart import MEMORY, SECONDS, article_json
from annotator.importers.table import importers
from annotator.importers.watch import reporting_to


def main(name: str, encoding: str, whole: str) -> None:
    """Reads standard input as the importer of this name does, and says what came of it."""
    limit()
    data = sys.stdin.buffer.read()
    row = next(row for row in importers() if row.name == name)
    read = row.whole if whole and row.whole else row.read
    try:
        with reporting_to(lambda says, share: say({"step": says, "share": share})):
            article = read(data, encoding=encoding or None)
        said: dict[str, Json] = {"article": article_json(article)}
    except NoArticleError as error:
        said = {"refused": str(error), "whole": True}
    except AnnotatorError as error:
        said = {"refused": str(error), "whole": False}
    except MemoryError:
        said = {"large": True}
    say(said)


def limit() -> None:
    """60 s of processor and 1 GB of addresses, where the system has such limits."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def say(said: dict[str, Json]) -> None:
    """One line of JSON."""
    sys.stdout.write(f"{json.dumps(said)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
