"""The sample article, saved by real programs in every format: the same title, sentences and paragraphs each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.desk.importing import Prepared, prepare_file
from annotator.domain.article import PassageKind
from annotator.importers.table import IMPORTERS

SAMPLE = Path(__file__).parents[2] / "files" / "sample"
FILES = sorted(path.name for path in SAMPLE.iterdir())
FORMATS = ("text", "html", "word", "odt", "rtf", "pdf", "mail", "epub", "markdown")
SENTENCES, PARAGRAPHS = 48, 26

TITLE, *PARTS = (SAMPLE / "article.txt").read_text(encoding="utf-8").strip().split("\n\n")
BODY, FORM = PARTS[:PARAGRAPHS], PARTS[PARAGRAPHS:]


@pytest.fixture(scope="module", params=FILES)
def prepared(request: pytest.FixtureRequest) -> Prepared:
    return prepare_file(SAMPLE / request.param)


def words(prepared: Prepared, kind: PassageKind) -> list[str]:
    return [prepared.text[one.start : one.end] for one in prepared.passages if one.kind is kind]


def test_every_format_has_a_sample():
    assert {row.name for row in IMPORTERS} >= set(FORMATS)
    suffixes = {Path(name).suffix for name in FILES}
    for row in IMPORTERS:
        if row.name in FORMATS:
            assert suffixes & set(row.suffixes), row.name


def test_the_title_and_every_paragraph_are_the_same(prepared):
    assert words(prepared, PassageKind.TITLE) == [TITLE]
    assert words(prepared, PassageKind.BODY) == BODY
    assert prepared.title == TITLE


def test_the_sentences_are_as_many(prepared):
    spans = [one for one in prepared.passages if one.kind is PassageKind.BODY]
    inside = [
        claim
        for claim in prepared.claims
        if any(span.start <= claim.start and claim.end <= span.end for span in spans)
    ]
    assert len(inside) == SENTENCES


def test_the_comment_form_is_furniture(prepared):
    furniture = words(prepared, PassageKind.BOILERPLATE)
    assert all(any(one in passage for passage in furniture) for one in FORM)


def test_nothing_else_is_in_it(prepared):
    kinds = {one.kind for one in prepared.passages}
    assert kinds == {PassageKind.TITLE, PassageKind.BODY, PassageKind.BOILERPLATE}


def test_the_original_is_kept_byte_for_byte(prepared):
    assert prepared.original in {(SAMPLE / name).read_bytes() for name in FILES}
