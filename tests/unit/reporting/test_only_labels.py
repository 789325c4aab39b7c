"""No word of ours is printed outside a label: read in a language in which every label has brackets.

The reports have all that others wrote in Greek letters, so what is Latin in a file and in no
brackets is ours and was forgotten.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from annotator import paths
from annotator.desk import example
from annotator.desk.export_reports import edition_report
from annotator.desk.library import OpenLibrary
from annotator.domain.edition import EDITORS_COPY, Edition, Section, Withheld
from annotator.domain.formats import Exporter
from annotator.domain.report import Report
from annotator.exporters.table import EXPORTERS
from annotator.reporting import labels as labels_module
from annotator.reporting import times, words
from annotator.store.library import open_library
from annotator.store.reading import article_rows
from unit.exporters import worked
from unit.exporters.record_sample import recorded
from unit.reporting.greek import greek
from unit.reporting.labels_used import used

BEGIN, END = "⟦", "⟧"
SIGNS = {",": ",", ".": "."}
OURS = {"annotator", "utc", "sha", "kappa", "alpha", "http", "https", "aria", "nan"}
"""What needs no translation: names of statistics and standards, and our own name."""

WHOLE = Edition(labels="xx", sections=tuple(Section))
PUBLIC = replace(WHOLE, public=True, cleared=frozenset({Withheld.NOTES, Withheld.EVIDENCE}))
VARIANTS = [(row.name, row) for row in EXPORTERS if row.for_readers or row.name == "signoff"] + [
    (f"{row.name}{suffix}", variant)
    for row in EXPORTERS
    for suffix, variant in row.variants.items()
]


def bracketed(english: str) -> str:
    """The label in brackets, its placeholders outside of them."""
    parts = re.split(r"(\{\w+\})", english)
    return "".join(
        part if part.startswith("{") or not part else f"{BEGIN}{part}{END}" for part in parts
    )


@pytest.fixture(autouse=True)
def _brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language xx: every label there is, in brackets."""
    rows = {label: SIGNS.get(label) or bracketed(label) for label in used()}
    lines = [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in rows.items()]
    tmp_path.joinpath("xx.toml").write_text("[labels]\n" + "\n".join(lines), encoding="utf-8")
    real = paths.resource
    monkeypatch.setattr(
        paths, "resource", lambda name: tmp_path if name == "labels" else real(name)
    )
    monkeypatch.setitem(labels_module.LANGUAGES, "xx", "Brackets")
    _forget()
    yield
    _forget()


def _forget() -> None:
    """What is kept of a language is of these labels only."""
    labels_module.labels.cache_clear()
    words.terms_of.__globals__["_terms"].cache_clear()
    for kept in ("_shown", "_shown_date", "shown_day"):
        vars(times)[kept].cache_clear()


@cache
def example_report(edition: Edition) -> Report:
    with example.example_library() as path:
        store = open_library(path, create=False)
        try:
            library = OpenLibrary(store, example.ANALYSTS[example.FIRST])
            (row,) = article_rows(store, library.me)
            return edition_report(library, row.id, "html", edition)
        finally:
            store.close()


def reports(edition: Edition) -> list[Report]:
    made = [worked.reviewed().report(), recorded().report(), worked.by_two().report()]
    made.append(replace(made[0], veiled=True, comments=()))
    whole = [replace(one, edition=edition) for one in made]
    return [greek(one) for one in (example_report(edition), *whole)]


class _Visible(HTMLParser):
    """What a page shows and says: text, labels and titles; no style, script or address."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = tag in ("style", "script")
        self.said += [
            value or ""
            for name, value in attrs
            if name in ("aria-label", "title", "alt", "data-says") or name.startswith("data-word")
        ]

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.said.append(data)


def visible(data: bytes, suffix: str) -> str:
    """The words of a file, as a reader of it has them."""
    if suffix == ".html":
        page = _Visible()
        page.feed(data.decode())
        return "\n".join(page.said)
    if suffix == ".md":
        return data.decode().replace("\\", "")
    if suffix == ".pdf":
        return _pdf(data)
    return "\n".join(_of_package(data))


def _of_package(data: bytes) -> Iterator[str]:
    """The texts of an Office file: paragraphs put together, cells and the names of sheets."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xml") and name.startswith(("word/", "xl/")) and "styles" not in name:
                root = ET.fromstring(package.read(name))
                for part in root.iter():
                    kind = part.tag.rpartition("}")[2]
                    if kind in ("p", "si"):
                        yield "".join(
                            one.text or ""
                            for one in part.iter()
                            if one.tag.rpartition("}")[2] in ("t", "delText")
                        )
                    elif kind == "sheet":
                        yield part.get("name", "")


def _pdf(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def unlabelled(text: str) -> set[str]:
    """Latin words outside of brackets that are no address, id, hash or name of ours."""
    bare = re.sub(f"{BEGIN}[^{BEGIN}{END}]*{END}", " ", text)
    bare = re.sub(r"https?://\S+|\S*example\.org\S*|\S*\.(?:org|png|pdf)\S*", " ", bare)
    bare = re.sub(r"[0-9a-f]{6,}…?|[0-9a-f]{8}-[0-9a-f-]+", " ", bare)
    found = {word.casefold() for word in re.findall(r"[A-Za-z][A-Za-z’']{2,}", bare)}
    return found - OURS


@pytest.mark.parametrize("edition", [WHOLE, PUBLIC], ids=["editors", "public"])
@pytest.mark.parametrize(("name", "row"), VARIANTS, ids=[name for name, _ in VARIANTS])
def test_no_word_of_ours_is_printed_without_a_label(
    name: str, row: Exporter, edition: Edition
) -> None:
    found = reports(edition)[: 2 if row.suffix == ".pdf" else None]  # a PDF is set for seconds
    for number, report in enumerate(found):
        text = visible(row.write(report), row.suffix)
        assert BEGIN in text, name
        assert unlabelled(text) == set(), f"{name}, report {number}"


def test_the_test_would_see_a_forgotten_word() -> None:
    assert unlabelled(f"{BEGIN}Settled by {END}Αννα and Βεν") == {"and"}


def test_in_english_all_is_as_it_stands_in_the_code() -> None:
    text = visible(
        EXPORTERS[0].write(replace(worked.reviewed().report(), edition=EDITORS_COPY)), ".html"
    )
    assert BEGIN not in text
    assert "For the editor to decide" in text
