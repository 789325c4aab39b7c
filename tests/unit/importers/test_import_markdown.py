"""Markdown: what a reader of the page made from it would see."""

from __future__ import annotations

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.importers.markdown import importer as markdown
from annotator.importers.table import importers
from broughtin import FILES, damaged, linked, offered, passages, reads_or_refuses

ARTICLE = """---
title: "The bridge: a history"
authors:
  - Ina Marsh
  - name: Per Holm
date: 2026-01-03T14:20:00+03:30
lastmod: 2026-01-04
canonical_url: https://valley.example/bridge/
lang: en
tags: [bridges, stone]
# a comment
---

# The bridge that was never built

In 1911 the *council* voted **7 to 6**
to build a [bridge](maps/ford.html "A map").\\
It cost `4,000`. ![The stone](stone.jpg)

The miller
----------

> Nobody saw it.
>
> > Nobody at all.

* One <https://one.example/>
* Two

  with more
  1. inner

| Month | Gates |
|-------|------:|
| March | 3     |
| May   |       |

```text
a  b
  c
```

<div class="note"><p>A note &amp; more.</p><script>no()</script></div>

Last<br>line &mdash; [bad](javascript:alert(1)), [worse](data:x) <!-- no -->~~gone~~[^1].
"""


def read(text: str) -> list[tuple[str, str]]:
    return passages(markdown.read(text.encode()))


def test_every_part_is_a_passage_of_its_kind():
    assert read(ARTICLE) == [
        ("title", "The bridge that was never built"),
        ("body", "In 1911 the council voted 7 to 6 to build a bridge.\nIt cost 4,000."),
        ("heading", "The miller"),
        ("quotation", "Nobody saw it."),
        ("quotation", "Nobody at all."),
        ("list-item", "One https://one.example/"),
        ("list-item", "Two"),
        ("list-item", "with more"),
        ("list-item", "inner"),
        ("body", "Month | Gates"),
        ("body", "March | 3"),
        ("body", "May"),
        ("body", "a  b\n  c"),
        ("body", "A note & more."),
        ("body", "Last\nline — bad, worse gone[^1]."),
    ]


def test_links_lead_to_absolute_addresses_and_never_to_scripts():
    assert linked(markdown.read(ARTICLE.encode())) == [
        ("bridge", "https://valley.example/bridge/maps/ford.html"),
        ("https://one.example/", "https://one.example/"),
    ]


def test_front_matter_is_offered_and_is_no_text():
    article = markdown.read(ARTICLE.encode())
    assert offered(article) == {
        "title": "The bridge: a history",
        "author": "Ina Marsh, Per Holm",
        "published": "2026-01-03T14:20+03:30",
        "updated": "2026-01-04",
        "address": "https://valley.example/bridge/",
        "language": "en",
    }
    assert article.enclosed.offered[1].source == "the file’s front matter (authors)"
    assert "Per Holm" not in article.text


@pytest.mark.parametrize(
    "text",
    [
        "---\nOnce upon a time there was a bridge.\n---\nIt fell.",
        "---\ntitle: never closed\n\nIt fell.",
        "***\ntitle: another rule\n***\n",
    ],
)
def test_a_text_that_begins_with_a_rule_has_no_front_matter(text):
    article = markdown.read(text.encode())
    assert not article.enclosed.offered
    assert text.splitlines()[1].removeprefix("title: ") in article.text


def test_toml_is_front_matter_too():
    article = markdown.read(b"+++\ntitle = 'A bridge'\ndate = 2026-01-03\n+++\nIt fell.")
    assert offered(article) == {"title": "A bridge", "published": "2026-01-03"}
    assert article.text == "It fell."


def test_it_is_known_by_its_name_alone_and_read_apart():
    row = next(row for row in importers() if row.name == "markdown")
    assert row.apart
    assert row.sniff(b"# A title", ".md")
    assert not row.sniff(b"# A title", "")


def test_a_file_with_nothing_to_read_is_refused():
    for text in ("", "![](a.png)", "---\ntitle: x\n---\n", "<!-- nothing -->", "\u200b"):
        with pytest.raises(AnnotatorError, match=r"^There is nothing to read in it;"):
            markdown.read(text.encode())


@pytest.mark.parametrize("attack", ["[" * 5_000, "![" * 2_000, "**" * 9_000])
def test_what_is_nested_without_end_does_no_harm(attack):
    assert reads_or_refuses(markdown.read, f"It fell.\n\n{attack}x".encode())


@pytest.mark.parametrize(("mark", "deepest"), [("> ", 119), ("- ", 59), ("1. ", 59)])
def test_nothing_is_left_out_of_what_is_nested_too_deep(mark, deepest):
    said = "fell.\n\nNobody was hurt."
    assert markdown.read(f"{mark * deepest}It {said}".encode()).text == f"It {said}"
    for depth in (deepest + 1, 300, 5_000):
        with pytest.raises(AnnotatorError, match="nested too deep; save its article as plain text"):
            markdown.read(f"{mark * depth}It {said}".encode())


def test_damaged_files_are_read_or_refused_in_a_sentence():
    data = (FILES / "sample" / "article.md").read_bytes()[:3000] + ARTICLE.encode()
    assert any(reads_or_refuses(markdown.read, one) for one in damaged(data))
