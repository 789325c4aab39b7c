"""A library of its own for each test, and one with an article in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain.article import ArticleId
from annotator.store.library import Library
from factories import bring_in, new_library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with new_library(path) as opened:
        yield opened


@pytest.fixture
def article(library: Library) -> ArticleId:
    return bring_in(library)
