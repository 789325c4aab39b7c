"""Damaged files of every format: an article whose text can be kept, or one sentence, and nothing else.

Read in this process, so that a traceback is seen; that a crash of a reader apart is one
sentence too has its own tests (``test_import_apart.py``). ``make check-full`` runs thousands.
"""

from __future__ import annotations

import io
import random
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from annotator.domain.errors import AnnotatorError
from annotator.importers import table
from annotator.importers.imported import ImportedArticle

FILES = Path(__file__).parents[2] / "files"
SAMPLES = {
    path.name: path.read_bytes()
    for folder in ("sample", "pdf")
    for path in sorted((FILES / folder).iterdir())
}
FORMATS = sorted({Path(name).suffix for name in SAMPLES})
THOROUGH = settings().max_examples > 1_000
LONGEST = 600
"""A refusal is a sentence."""


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers run in this process."""

    def read_here(
        importer: str, data: bytes, *, encoding: str | None, **_: object
    ) -> ImportedArticle:
        row = next(row for row in table.importers() if row.name == importer)
        return row.read(data, encoding=encoding)

    monkeypatch.setattr(table, "read_apart", read_here)


def damaged(data: bytes, seed: int) -> bytes:
    """The file with some damage: bits turned, bytes lost, pieces moved, doubled or taken from another."""
    chance = random.Random(seed)
    held = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 10, 40))):
        at = chance.randrange(len(held)) if held else 0
        length = chance.choice((1, 2, 8, 100, 1_000))
        match chance.randrange(7):
            case 0 if held:
                held[at] ^= 1 << chance.randrange(8)
            case 1 if held:
                held[at] = chance.choice(
                    (0, 0xFF, 0x3C, 0x3E, 0x26, 0x5C, 0x7B, 0x7D, chance.randrange(256))
                )
            case 2:
                del held[at : at + length]
            case 3:
                held[at:at] = chance.randbytes(length)
            case 4:
                held[at:at] = held[at : at + length] * chance.choice((1, 1, 20))
            case 5:
                other = SAMPLES[chance.choice(sorted(SAMPLES))]
                begin = chance.randrange(len(other))
                held[at:at] = other[begin : begin + length]
            case _ if chance.random() < 0.3:
                del held[at:]
    return bytes(held)


def repacked(data: bytes, seed: int) -> bytes:
    """The archive with damage in one of its members, and sound otherwise."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        names = old.namelist()
        chosen = random.Random(seed).choice(names)
        for name in names:
            member = old.read(name)
            new.writestr(old.getinfo(name), damaged(member, seed) if name == chosen else member)
    return held.getvalue()


@cache
def unpacked(name: str) -> bytes:
    """The PDF with its streams as they are, so that damage meets what they say."""
    held = io.BytesIO()
    with pikepdf.open(io.BytesIO(SAMPLES[name])) as document:
        document.save(
            held,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return held.getvalue()


def harmed(suffix: str, seed: int) -> tuple[str, bytes]:
    """One of the samples of a format, damaged, and its name."""
    chance = random.Random(seed)
    name = chance.choice([one for one in SAMPLES if one.endswith(suffix)])
    data = SAMPLES[name]
    inside = chance.random() < 0.6
    if inside and zipfile.is_zipfile(io.BytesIO(data)):
        return name, repacked(data, seed)
    if inside and suffix == ".pdf":
        data = unpacked(name)
    return name, damaged(data, seed)


def check(data: bytes, name: str) -> None:
    try:
        article = table.read_bytes(data, name=name)
    except AnnotatorError as fault:
        sentence = str(fault)
        assert sentence
        assert "\n" not in sentence
        assert len(sentence) < LONGEST
        return
    text = article.text
    text.encode("utf-8")
    assert "\0" not in text
    assert "\r" not in text
    last = 0
    for passage in article.passages or ():
        assert last <= passage.start < passage.end <= len(text)
        last = passage.end
    enclosed = article.enclosed
    places = [(one.start, one.end) for one in enclosed.links]
    places += [(one.start, one.end) for one in enclosed.remarks]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    str(dict(enclosed.registers())).encode("utf-8")
    " ".join(article.notices).encode("utf-8")


@pytest.mark.parametrize("suffix", FORMATS)
@settings(
    max_examples=5_000 if THOROUGH else 100,
    derandomize=not THOROUGH,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**32 - 1))
@example(seed=0)
@example(seed=3623)  # a size that is no number
def test_a_damaged_file_is_an_article_or_one_sentence(suffix, seed):
    name, data = harmed(suffix, seed)
    check(data, name)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_that_is_cut_off_is_an_article_or_one_sentence(name):
    data = SAMPLES[name]
    for length in {
        0,
        1,
        2,
        3,
        4,
        5,
        10,
        len(data) - 1,
        *range(0, len(data), max(1, len(data) // 15)),
    }:
        check(data[:length], name)


@pytest.mark.parametrize(
    "name", [name for name in SAMPLES if name.startswith(("article", "leftwards"))]
)
def test_one_format_called_like_another_is_an_article_or_one_sentence(name):
    for suffix in sorted(
        {suffix for row in table.IMPORTERS for suffix in row.suffixes} | {"", ".doc", ".xml"}
    ):
        check(SAMPLES[name], f"article{suffix}")
