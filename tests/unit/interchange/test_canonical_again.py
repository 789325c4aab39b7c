"""Canonical JSON of real libraries: whatever came in, text and log alone give the same bytes again."""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from annotator import paths
from annotator.domain.article import ArticleId
from annotator.domain.edits.form import Edit
from annotator.interchange import article_json
from annotator.store import reporting
from annotator.store.library import Library
from annotator.store.write import NewText, absorb
from factories import new_library
from unit.edits.histories import MAKERS, TEXTS, hostile, ordinary
from unit.exporters.reports import report_of
from unit.interchange.logs import log_of

SCHEMA = json.loads(paths.resource("schemas/article.schema.json").read_text(encoding="utf-8"))
NEW = {article: NewText(text, text.encode()) for article, text in TEXTS.items()}
REVIEWING = (
    "SetTag",
    "SetNote",
    "SplitClaim",
    "Decide",
    "Comment",
    "EditComment",
    "Submit",
    "Return",
    "Settle",
    "AddRevision",
    "SamePerson",
    "SetName",
    "TakePseudonym",
    "Undo",
    "Redo",
)
"""Kinds that JSON has to say something of beyond assessments; they meet more often alone."""

RECORDING = (
    "SetTag",
    "SetFlag",
    "SetWording",
    "SetFacts",
    "SetRelation",
    "AddEvidence",
    "LinkEvidence",
    "EditEvidence",
    "RemoveEvidence",
    "SetAttribution",
    "RemoveAttribution",
    "NameSources",
    "SamePerson",
    "TakePseudonym",
    "Erase",
    "Undo",
    "Redo",
)
"""Kinds that the record of a claim is made of: items go into two articles here, and have two sides."""


@contextmanager
def a_library(edits: Iterable[Edit]) -> Iterator[Library]:
    with (
        tempfile.TemporaryDirectory() as folder,
        new_library(Path(folder) / "library.db") as library,
    ):
        absorb(library, edits, NEW)
        yield library


def exported(library: Library, article: ArticleId, maker: str = "Anna") -> bytes:
    return article_json.write(reporting.report(library, article, maker=maker, made_at=7))


def test_reviewing_and_recording_have_kinds_that_there_are() -> None:
    assert set(REVIEWING) | set(RECORDING) <= set(MAKERS)


@given(
    st.one_of(ordinary(), ordinary(REVIEWING), ordinary(RECORDING), hostile()),
    st.randoms(use_true_random=False),
)
def test_text_and_log_alone_give_every_byte_again(drawn: list[Edit], chance: random.Random) -> None:
    shuffled = list(drawn)
    chance.shuffle(shuffled)
    with a_library(shuffled) as library:
        first = {article: exported(library, article) for article in TEXTS}
    for article, data in first.items():
        Draft202012Validator(SCHEMA).validate(json.loads(data))
        text, log = log_of(data)
        assert article_json.write(report_of(text, log, 9)) == data
        with a_library(log) as again:
            assert exported(again, article, "Somebody") == data
