"""The parts of a Word file are found by where they are said to be, and nowhere else."""

from __future__ import annotations

import pytest

from annotator.office.word_package import WordPackage, is_word, relations_name
from annotator.office.xml import DamagedError
from wordmade import p, packed, word_file

SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def relations(*rows: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}{kind}" Target="{target}" {more}/>'
        for n, (kind, target, more) in enumerate(rows)
    )
    return f'<Relationships xmlns="{SPACE}">{inside}</Relationships>'


def test_the_document_is_where_the_package_says() -> None:
    other = {
        "_rels/.rels": relations(("officeDocument", "/text/main.xml", "")),
        "text/main.xml": "<a/>",
        "text/_rels/main.xml.rels": relations(
            ("comments", "../said/comments.xml", ""),
            ("footnotes", "./missing.xml", ""),
            ("hyperlink", "https://example.org/", 'TargetMode="External"'),
            ("styles", "https://example.org/styles.xml", 'TargetMode="External"'),
        ),
        "said/comments.xml": "<b/>",
    }
    found = WordPackage.of(word_file(p(), other=other))
    assert found.main == "text/main.xml"
    assert found.document().tag == "a"
    assert found.part("comments") == "said/comments.xml"
    assert found.part("footnotes") == found.part("styles") == found.part("nothing") == ""
    assert found.related("styles") is None
    assert found.links() == {"r2": "https://example.org/"}
    assert found.links("said/comments.xml") == {}


@pytest.mark.parametrize(
    "lost", [{"_rels/.rels": relations()}, {"_rels/.rels": relations(("officeDocument", "x", ""))}]
)
def test_without_a_document_there_is_no_text(lost: dict[str, str]) -> None:
    with pytest.raises(DamagedError, match=r"^it is damaged: it has no text$"):
        WordPackage.of(word_file(p(), other=lost))


def test_the_relations_of_a_part_stand_beside_it() -> None:
    assert relations_name("") == "_rels/.rels"
    assert relations_name("word/document.xml") == "word/_rels/document.xml.rels"
    assert relations_name("document.xml") == "_rels/document.xml.rels"


def test_a_word_file_is_known_by_what_it_lists() -> None:
    assert is_word(word_file(p()))
    assert not is_word(packed({"word/document.xml": ""}))
    assert not is_word(packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}))
    assert not is_word(b"PK\x03\x04")
    assert not is_word(b"")
