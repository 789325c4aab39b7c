"""A real library with the real sample article, and a second process's view of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk import importing
from annotator.desk.desk import Desk
from annotator.desk.library import OpenLibrary
from annotator.desk.opening import open_for


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., OpenLibrary]]:
    """Opens the same library again and again, as other processes would."""
    libraries: list[OpenLibrary] = []

    def opens(analyst: str | None = "Ada", name: str = "library.db") -> OpenLibrary:
        libraries.append(open_for(tmp_path / name, analyst, create=True, wait=0.2))
        return libraries[-1]

    yield opens
    for library in libraries:
        library.close()


@pytest.fixture
def library(opened: Callable[..., OpenLibrary]) -> OpenLibrary:
    return opened()


@pytest.fixture
def desk(library: OpenLibrary) -> Desk:
    """The sample article in hand."""
    desk = Desk(library)
    desk.open(importing.import_file(library, paths.sample()).article)
    return desk


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Callable[..., OpenLibrary]]:
    """A library of somebody's: ``opens("Ben")`` is ben.db, ``opens("Ben", "other")`` other.db."""
    libraries: list[OpenLibrary] = []

    def opened(name: str, file: str = "") -> OpenLibrary:
        path = tmp_path / f"{file or name.lower()}.db"
        libraries.append(open_for(path, name, create=True, wait=0.3))
        return libraries[-1]

    yield opened
    for library in libraries:
        library.close()
