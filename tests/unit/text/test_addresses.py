"""The quick entry of evidence, taken apart while it is typed; what is wrong in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.evidence import Stance
from annotator.text.addresses import Entry, address_problem, read_entry

TYPED = st.one_of(
    st.text(st.characters()),
    st.lists(
        st.sampled_from(
            [
                "https://example.org/map", "example.org", "+", "-", "−", "~", "!", "B2", "f6", "“396 m”", '"q"',
                "title", "-B2", "javascript:x", "10.1000/182", "«", "„", "'", "\0", "\ud800", "\n", "Re: x",
            ]
        ),
        max_size=12,
    ).map(" ".join),
)  # fmt: skip


def test_the_drawn_entry_is_taken_apart():
    assert read_entry("https://example.org/map - B2 “396 m from the tomb”") == Entry(
        url="https://example.org/map",
        stance="contradicts",
        reliability="B",
        credibility="2",
        quote="396 m from the tomb",
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("+ ! a1 example.org/x Survey map", Entry("example.org/x", "Survey map", "supports", True, "A", "1")),
        ("Survey ~ map https://a.org/b", Entry("https://a.org/b", "Survey map", "context")),
        ("Asked Jalali by phone: “no comment” +!", Entry("", "Asked Jalali by phone:", "supports", True, quote="no comment")),
        ("https://a.org −C3", Entry("https://a.org", "", "contradicts", False, "C", "3")),
        ("«Bonjour à tous» lemonde.fr/x", Entry("lemonde.fr/x", quote="Bonjour à tous")),
        ("doi:10.1000/182 B2B", Entry("doi:10.1000/182", "B2B")),
        ("www.example.org 'one' “two”", Entry("www.example.org", quote="one […] two")),
        ("Iran's map - it isn't new", Entry("", "Iran's map - it isn't new")),
        ("Note: Inc.Next at 10:30 for 10.5 km", Entry("", "Note: Inc.Next at 10:30 for 10.5 km")),
        ("a 'b' - c", Entry("", "a c", "contradicts", quote="b")),
        ("", Entry()),
        (" \n ", Entry()),
    ],
)  # fmt: skip
def test_words_signs_grades_and_quotations_stand_in_any_order(typed, expected):
    assert read_entry(typed) == expected


def test_the_last_stance_and_the_last_grade_count():
    entry = read_entry("example.org + B2 - C3")
    assert (entry.stance, entry.reliability, entry.credibility) == ("contradicts", "C", "3")


def test_a_quotation_that_is_still_being_typed_goes_on_to_the_end():
    assert read_entry('example.org "396 m from').quote == "396 m from"


@pytest.mark.parametrize("typed", ["+", "! B2", "~"])
def test_signs_alone_say_what_is_missing(typed):
    entry = read_entry(typed)
    assert entry.empty
    assert entry.problem == "Say what it is: an address, a title or a quotation."


def test_two_addresses_are_two_pieces_of_evidence():
    assert "two addresses" in read_entry("https://a.org https://b.org").problem
    assert read_entry("https://a.org https://b.org").url == "https://a.org"


def test_a_wrong_address_is_kept_and_said_to_be_wrong():
    entry = read_entry("javascript:alert(1) +")
    assert entry.url == "javascript:alert(1)"
    assert entry.problem == address_problem("javascript:alert(1)") != ""


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org", "http://localhost:8080/x", "ftp://files.example.org/a", "HTTPS://Example.ORG/A",
        "https://web.archive.org/web/2024/https://example.org/a", "doi:10.1000/182", "10.1000/182",
        "https://doi.org/10.1000/182", "example.org/map?x=1#y", "münchen.de", "https://[::1]/x", "https://1.2.3.4/",
        " https://example.org. ", "example.org:8080/x",
    ],
)  # fmt: skip
def test_an_address_is_one(address):
    assert address_problem(address) == ""


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("", "empty"),
        ("https://example.org/a b", "no space"),
        ("https://", "names no site"),
        ("https:///path", "names no site"),
        ("localhost", "names no site"),
        ("www.", "names no site"),
        ("javascript:alert(1)", "“javascript:” is no address"),
        ("data:text/html,x", "“data:” is no address"),
        ("gopher://example.org", "“gopher:” is no address"),
        ("mailto:a@example.org", "“mailto:” is no address"),
        ("file:///home/me/map.pdf", "drop or attach it"),
        ("https://a.org:99999/", "1 to 65535"),
        ("https://a.org:0/", "1 to 65535"),
        ("https://a.org:x/", "1 to 65535"),
        ("https://[::1", "names no site"),
        ("https://a..org/", "“a..org” is no name"),
        ("http://-/", "“-” is no name"),
        ("https://a.org/\0", "no address has"),
        ("https://a.org/\ud800", "no address has"),
        ("https://a.org/<b>", "no address has"),
    ],
)
def test_what_is_no_address_is_told_in_one_sentence(address, says):
    problem = address_problem(address)
    assert says in problem
    assert problem.endswith(".")
    assert "\n" not in problem


@given(TYPED)
def test_typing_is_never_an_error_and_nothing_visible_is_lost(typed):
    entry = read_entry(typed)
    kept = f"{entry.url} {entry.title} {entry.quote}"
    assert entry.stance in {None, *(stance.value for stance in Stance)}
    assert isinstance(address_problem(typed), str)
    assert all(word in kept for word in typed.split() if word.isalpha())


@pytest.mark.parametrize(
    "run", ["“", "“a” ", "a.", "- ", "+", "https://a.org ", "'", "10.1000/", "x:"]
)
def test_a_hundred_thousand_characters_are_taken_apart(run):
    read_entry(run * (100_000 // len(run)))
    address_problem(run * (100_000 // len(run)))
