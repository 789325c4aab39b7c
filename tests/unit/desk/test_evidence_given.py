"""What of evidence may be kept: each field says what is wrong while one types, and when one saves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from annotator.desk import evidencing
from annotator.desk.desk import Desk
from annotator.desk.evidence_given import LONGEST_LINE, LONGEST_QUOTE, problem, this_day
from annotator.desk.evidencing import Given, Serving
from annotator.desk.words import LONGEST
from annotator.domain.errors import AnnotatorError
from annotator.domain.evidence import Contact, Stance
from evidenced import TODAY, add, claim, item, links

FIELDS = ("url", "archive", "title", "publisher", "published", "accessed", "medium", "language")


def wrong(**fields: str) -> dict[str, str]:
    return problem(Given(**fields), today=TODAY)  # type: ignore[arg-type] # texts


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/map",
        "http://example.org:8080/a?b=c#d",
        "ftp://example.org/file",
        "https://web.archive.org/web/2023/https://example.org/map",
        "https://例え.jp/地図",
        "doi:10.1000/182",
        "10.1000/182",
        "urn:isbn:0451450523",
        "URN:NBN:de:101:1-201102033592",
        "  https://example.org  ",
        "example.org/map",
    ],
)
def test_addresses_that_are_some(url: str) -> None:
    assert wrong(url=url) == {}
    assert wrong(archive=url) == {}


@pytest.mark.parametrize(
    "url",
    [
        "not an address",
        "https://example.org/a map",
        "https://",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "https://exa\tmple.org",
        "https://example.org/\x00",
        "https://example.org/\u202egpj.exe",
        "<script>",
        "https://[::1",
        "https://example.org:99999/",
        "urn:isbn:04 51",
        "urn:\x1b[0m",
        "word",
    ],
)
def test_addresses_that_are_none(desk: Desk, url: str) -> None:
    (sentence,) = wrong(url=url).values()
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert set(wrong(archive=url)) == {"archive"}
    for given in (Given(url=url), Given(title="x", archive=url)):
        with pytest.raises(AnnotatorError):
            add(desk, given)
    assert desk.library.store.rows("SELECT count(*) FROM items") == [(0,)]


@pytest.mark.parametrize("day", ["2024-02-29", "2024-02", "2024", "1650-01-01", " 2023-12-31 "])
def test_days_that_are_some(day: str) -> None:
    assert wrong(published=day, accessed=day) == {}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2023-02-29", "no 29 February 2023"),
        ("2023-13", "no month 13"),
        ("0000", "no year"),
        ("2024-03-01", "still to come"),
        ("2024-03", "still to come"),
        ("2025", "still to come"),
        ("yesterday", "is no date"),
        ("3/4/2023", "could be"),
        ("2024-01-01T00:00", "is no date"),
    ],
)
def test_days_that_are_none(day: str, words: str) -> None:
    for name in ("published", "accessed"):
        (sentence,) = wrong(**{name: day}).values()
        assert words in sentence


@pytest.mark.parametrize(
    ("typed", "kept"), [("29.2.2024", "2024-02-29"), ("4 Jan 2024", "2024-01-04"), ("٢٠٢٤", "2024")]
)
def test_a_day_is_kept_in_one_form(desk: Desk, typed: str, kept: str) -> None:
    made = add(desk, Given(title="x", published=typed))
    assert item(desk.library, made).published == kept


def test_the_day_of_today_is_the_machine_s_where_none_is_given() -> None:
    tomorrow = this_day() + timedelta(days=2)
    assert problem(Given(published=this_day().isoformat())) == {}
    assert set(problem(Given(published=tomorrow.isoformat()))) == {"published"}


def test_what_was_accessed_before_it_was_published_is_no_fault() -> None:
    assert wrong(published="2024-02-01", accessed="2024-01-01") == {}


@pytest.mark.parametrize(
    ("grade", "right"), [("A", True), (" f ", True), ("G", False), ("AB", False), ("1", False)]
)
def test_reliability_is_a_letter_from_a_to_f(grade: str, right: bool) -> None:
    assert (wrong(reliability=grade) == {}) is right


@pytest.mark.parametrize(
    ("grade", "right"), [("1", True), (" 6 ", True), ("0", False), ("7", False), ("12", False)]
)
def test_credibility_is_a_digit_from_1_to_6(grade: str, right: bool) -> None:
    found = problem(Given(), Serving(Stance.CONTEXT, credibility=grade))
    assert (found == {}) is right


def test_nothing_is_wrong_with_what_was_not_given_or_is_emptied(desk: Desk) -> None:
    assert problem(Given()) == problem(Given(), Serving(Stance.CONTEXT)) == {}
    assert wrong(**dict.fromkeys((*FIELDS, "reliability", "note"), " ")) == {}
    made = add(desk)
    evidencing.edit(desk.library, made.item, Given(url=" ", published=" ", reliability=" "))
    assert item(desk.library, made).url == ""


def test_each_field_has_its_own_sentence() -> None:
    found = wrong(url="x y", published="2030", reliability="Z", title="\x07", note="\0")
    assert set(found) == {"url", "published", "reliability", "title", "note"}
    assert len(set(found.values())) == 5


@pytest.mark.parametrize("text", ["\x07", "a\x1b[31mb", "\x9b", "\ud800", "\0"])
def test_control_characters_are_refused_on_a_line(text: str) -> None:
    lines = ("title", "publisher", "medium", "language")
    assert set(wrong(**dict.fromkeys(lines, text))) == set(lines)
    serving = problem(Given(), Serving(Stance.CONTEXT, locator=text))
    assert set(serving) == {"locator"}


def test_line_ends_and_blanks_are_put_in_order(desk: Desk) -> None:
    made = add(
        desk,
        Given(title=" a\r\n\tb ", note=" one\r\ntwo\rthree "),
        serving=Serving(Stance.CONTEXT, " said\r\nso ", " p.\n4 "),
    )
    found = item(desk.library, made)
    assert (found.title, found.note) == ("a b", "one\ntwo\nthree")
    (link,) = links(desk.library, desk.article, claim(desk))
    assert (link.quote, link.locator) == ("said\nso", "p. 4")


def test_a_quotation_of_a_megabyte_is_kept_and_a_longer_one_has_its_bound(desk: Desk) -> None:
    quote = "“Ünï😀” " * 150_000
    made = add(desk, Given(), serving=Serving(Stance.SUPPORTS, quote))
    assert made.item
    (link,) = links(desk.library, desk.article, claim(desk))
    assert link.quote == quote.strip()
    serving = Serving(Stance.SUPPORTS, "x" * (LONGEST_QUOTE + 1))
    assert "2,000,000" in problem(Given(), serving)["quote"]
    with pytest.raises(AnnotatorError, match="2,000,000"):
        add(desk, Given(), serving=serving)


def test_longer_than_a_field_is_is_said() -> None:
    assert str(f"{LONGEST_LINE:,}") in wrong(title="x" * (LONGEST_LINE + 1))["title"]
    assert str(f"{LONGEST_LINE:,}") in wrong(url=f"https://e.org/{'x' * LONGEST_LINE}")["url"]
    assert str(f"{LONGEST:,}") in wrong(note="x" * (LONGEST + 1))["note"]


@pytest.mark.parametrize("text", ["<b>bold</b>", "[x](javascript:y)", "# *head* `code`", "a\nb"])
def test_markup_is_kept_as_the_text_it_is(desk: Desk, text: str) -> None:
    made = add(desk, Given(title="x", note=text), contacts=[Contact("", "N. N.", said=text)])
    found = item(desk.library, made)
    assert (found.note, found.contacts[0].said) == (text, text)


def test_the_day_is_the_one_that_was_given() -> None:
    assert problem(Given(accessed="2030-01-01"), today=date(2030, 1, 1)) == {}
