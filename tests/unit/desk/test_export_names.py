"""What files are called where there are many: by a pattern, on every system, each once."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.desk.export_names import FIELDS, Named, name_of, pattern_of, unlike
from annotator.domain.article import Article, ArticleId
from annotator.domain.edition import EDITORS_COPY, PUBLIC_COPY, Edition, Withheld
from annotator.domain.errors import AnnotatorError
from annotator.exporters.files import NAME_BYTES

ARTICLE = Article(
    ArticleId("01234567-89ab"), "", "", "A title", "The paper", published="2024-01-04"
)


def named(pattern: str, n: int = 7, article: Article = ARTICLE, suffix: str = ".html") -> str:
    return name_of(
        pattern_of(pattern, EDITORS_COPY), Named(article, "html", n, "2026-11-26"), suffix
    )


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("", "A title 01234567.html"),
        ("{title}", "A title.html"),
        ("{title}.html", "A title.html"),
        ("{title}.HTML", "A title.html"),
        ("{published} {publisher} – {title}", "2024-01-04 The paper – A title.html"),
        ("{date}-{format}-{n}", "2026-11-26-html-7.html"),
        ("{n:03}", "007.html"),
        ("../{title}/x", ".. A title x.html".lstrip(". ")),
        ("{{{title}}}", "{A title}.html"),
        ("con", "_con.html"),
        ("...", "article.html"),
        ("{title} {id}", "A title 01234567.html"),
    ],
)
def test_a_pattern_is_filled_in(pattern: str, name: str) -> None:
    assert named(pattern) == name


@pytest.mark.parametrize(
    "pattern",
    [
        "{nothing}",
        "{}",
        "{0}",
        "{title.__class__}",
        "{title[0]}",
        "{title!r}",
        "{title:>999}",
        "{n:>3}",
        "{n:99}",
        "{n:{n}}",
        "{title",
        "title}",
    ],
)
def test_what_is_no_field_is_refused_in_one_sentence(pattern: str) -> None:
    with pytest.raises(AnnotatorError) as caught:
        pattern_of(pattern, EDITORS_COPY)
    assert "\n" not in str(caught.value)
    assert "{title}" in str(caught.value)


def test_a_public_copy_has_an_id_in_no_name_unless_the_hash_is_cleared() -> None:
    cleared = Edition(public=True, cleared=frozenset({Withheld.HASH}))
    assert pattern_of(" ", PUBLIC_COPY) == "{title}"
    assert pattern_of("", cleared) == pattern_of("", EDITORS_COPY) == "{title} {id}"
    assert pattern_of("{id}", cleared) == "{id}"
    with pytest.raises(AnnotatorError, match="made of the text's hash"):
        pattern_of("x{id}", PUBLIC_COPY)


def test_names_that_are_one_on_some_system_are_told_apart() -> None:
    assert unlike(["A.html", "a.html", "A 2.html", "A.html"]) == (
        "A.html",
        "a 2.html",
        "A 2 2.html",
        "A 3.html",
    )
    assert len(set(unlike(["é.csv", unicodedata.normalize("NFD", "é.csv")]))) == 2


@given(
    st.lists(st.text(max_size=300), min_size=1, max_size=4),
    st.lists(
        st.sampled_from([f"{{{name}}}" for name in FIELDS] + ["-", "x/"]), min_size=1, max_size=6
    ),
)
def test_every_name_can_be_written_on_every_system(titles: list[str], parts: list[str]) -> None:
    found = unlike(
        [
            named("".join(parts) + "!", n, Article(ARTICLE.id, "", "", title, title), ".json")
            for n, title in enumerate(titles, 1)
        ]
    )
    assert len({name.casefold() for name in found}) == len(titles)
    for name in found:
        assert name.endswith(".json")
        assert len(name.encode()) <= NAME_BYTES
        assert not set(name) & set('<>:"/\\|?*')
        assert name == name.strip()
        assert name[0] not in ".-~"
        assert all(unicodedata.category(one)[0] != "C" for one in name)
