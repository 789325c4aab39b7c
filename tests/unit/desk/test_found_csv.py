"""The claims that a search found as a spreadsheet, and how long texts and long lists are bounded."""

from __future__ import annotations

import csv
import io

import pytest

from annotator.desk import indexing, searching, tagging
from annotator.desk.desk import Desk
from annotator.desk.filters import NO_FILTER, Filters
from annotator.desk.found_csv import COLUMNS, found_csv
from annotator.desk.search_found import GroupKind
from annotator.desk.search_showing import PAGE
from annotator.domain import findquery
from annotator.domain.findwords import Word, words
from annotator.domain.tags import Standing, Tag
from finding import PORT, bring_in, claims_of, found, hits


def rows(desk: Desk, typed: str, filters: Filters = NO_FILTER) -> list[dict[str, str]]:
    data, count = found_csv(desk.library, typed, filters)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") >= count + 1
    read = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(read) == count
    return read


def test_each_claim_found_is_a_row_with_its_place_and_how_it_stands(desk: Desk) -> None:
    port = bring_in(desk.library, PORT)
    claims = claims_of(desk.library, desk.article)
    tagging.tag(desk.library, desk.article, [claims[12]], Tag.DISPUTED)
    read = rows(desk, "kerman")
    assert tuple(read[0]) == COLUMNS
    assert [(row["number"], row["tag"]) for row in read if row["article_id"] == desk.article] == [
        ("4", "untagged"),
        ("12", "disputed"),
        ("19", "untagged"),
        ("43", "untagged"),
    ]
    other = next(row for row in read if row["article_id"] == port)
    assert other["article"] == "Port strike enters third week"
    for row in read:
        if row["article_id"] == desk.article:
            text = desk.held.article.text[int(row["start"]) : int(row["end"])]
            assert row["text"] == text
            assert row["claim_id"] in claims


def test_filters_count_and_formulas_do_nothing(desk: Desk) -> None:
    article = bring_in(desk.library, "=1+1 a title\n\n=SUM(A1) is said here. Another one.\n")
    claims = claims_of(desk.library, article)
    tagging.tag(desk.library, article, [claims[1]], Tag.VERIFIED)
    read = rows(desk, "", Filters(standings=frozenset({Standing.VERIFIED})))
    assert [row["number"] for row in read] == ["1"]
    assert read[0]["text"].startswith("'=SUM")
    assert read[0]["article"].startswith("'=1+1")


def test_nothing_found_is_a_head_alone(desk: Desk) -> None:
    assert rows(desk, "zebra") == []
    assert rows(desk, "") == []


def test_no_more_claims_are_looked_for_than_are_wanted(desk: Desk) -> None:
    bring_in(desk.library, PORT)
    whole = searching.claims_found(desk.library, "the")
    assert sum(map(len, whole.values())) > 7
    some = searching.claims_found(desk.library, "the", most=7)
    assert sum(map(len, some.values())) == 7
    for article, claims in some.items():
        assert list(claims) == list(whole[article])[: len(claims)]


def test_of_a_claim_of_many_pages_a_piece_with_the_word_is_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "word " * 200_000 + "needle " + "word " * 200_000
    article = bring_in(desk.library, f"A title\n\nShort with a needle.\n\n{long}\n")
    indexing.index_all(desk.library)
    read: list[int] = []

    def taken(text: str) -> list[Word]:
        read.append(len(text))
        return words(text)

    monkeypatch.setattr(findquery, "words", taken)
    shown = hits(found(desk.library, "needle", article), GroupKind.HERE)
    assert max(read) <= PAGE, "no key waits until all of it is taken into words"
    assert [hit.text[a:b] for hit in shown for a, b in hit.marks] == ["needle", "needle"]
    assert len(shown[1].text) < 400


def test_a_word_behind_where_it_is_looked_for_shows_how_the_claim_begins(desk: Desk) -> None:
    long = "word " * 500_000 + "needle"
    article = bring_in(desk.library, f"A title\n\nBegins here {long}\n")
    indexing.index_all(desk.library)
    (shown,) = hits(found(desk.library, "needle", article), GroupKind.HERE)
    assert shown.text.startswith("Begins here")
    assert shown.marks == ()
