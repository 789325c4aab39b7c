"""The page as such: sealed off, sound, and safe whatever is written into it."""

from __future__ import annotations

import dataclasses
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.domain.article import Passage, PassageKind, Span
from annotator.domain.assessment import Audience
from annotator.domain.colours import TOKENS
from annotator.domain.edits.layout import AddClaim
from annotator.domain.edits.notes import SetNote
from annotator.domain.edits.people import SetName
from annotator.domain.edits.tagging import SetNotCheckable, SetTag
from annotator.domain.report import Report
from annotator.domain.tags import Tag
from annotator.exporters import html_report
from annotator.exporters.html_frame import clean
from annotator.reporting.characters import FORBIDDEN
from annotator.reporting.words import direction, web_address
from unit.exporters import worked
from unit.exporters.checker import Page, check
from unit.exporters.reports import ANNA, BEN, Bench, bench

HOSTILE = [
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"\' onmouseover="alert(1)" x=\'',
    "{{ 7 * 7 }}{% raw %}{# #}${7*7}",
    "javascript:alert(1)",
    "<!-- --> <![CDATA[ ]]> <?php ?>",
    "&lt;b&gt; &amp; &#60;script&#62; &nbsp",
    "url(https://example.org/x) @import expression(alert(1)) \\3c script\\3e",
    "\u202eevil\u2066 \u200f\u061c\u2069\u202c",
    "".join(map(chr, range(1, 32))),
    "\x7f\x80\x85\x9f\ufdd0\ufffe\uffff\U0001fffe\U0010ffff\u2028\u2029\ufeff",
    "e\u0301\u0301\u0301 😀👩‍👩‍👧 \U000e0041",
    "<b>bold</b><p>p</p></main></body></html>",
]


def everywhere(payload: str) -> Bench:
    """The payload as text, title, metadata, names, notes and reasons."""
    text = f"T {payload} end.\n\nFirst {payload} claim. Second {payload} claim."
    given = {
        "title": payload,
        "publisher": payload,
        "author": payload,
        "published": payload,
        "address": payload,
        "language": payload,
    }
    title = text.index("\n")
    kinds = [Passage(PassageKind.TITLE, 0, title), Passage(PassageKind.BODY, title + 2, len(text))]
    half = title + 2 + len(f"First {payload} claim.")
    claims = [Span(0, title), Span(title + 2, half), Span(half + 1, len(text))]
    made = bench(text, kinds=kinds, claims=claims, given=given)
    article = made.article
    ids = [made.claim(number) for number in range(3)]
    made.does(
        ANNA,
        SetName(ANNA, payload),
        SetTag(article, (ids[1],), Tag.DISPUTED),
        SetNote(article, ids[1], payload),
    )
    made.does(ANNA, SetNotCheckable(article, (ids[2],), payload))
    made.does(BEN, SetName(BEN, payload), SetTag(article, (ids[2],), Tag.VERIFIED))
    made.does(BEN, SetNote(article, ids[2], payload, Audience.PUBLIC))
    made.does(BEN, AddClaim(article, Span(title + 4, half + 3)))
    return made


def shown(text: str) -> str:
    """What a browser holds of this text: U+FFFD for what HTML has no place for, LF for CR."""
    return FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_stays_text(payload: str) -> None:
    page = check(html_report.write(everywhere(payload).report()))
    note = shown(payload)
    assert page.all("bdi", within=page.all("span", "note")[0])[0].text == note
    assert note in page.one("h1").text
    assert note in page.by_id("r1").text
    assert note in page.one("article").text
    assert not [c for c in page.source if unicodedata.category(c) == "Cc" and c not in "\t\n"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_gives_a_sound_page(payload: str) -> None:
    page = check(html_report.write(everywhere(payload).report()))
    assert shown(payload) in page.one("h1").text
    assert not FORBIDDEN.search(page.source)


def test_forbidden_characters_are_seen_by_their_bytes_as_well() -> None:
    every = [chr(n) for n in range(0x110000) if not 0xD800 <= n < 0xE000 and n != 13]
    odd = {c for c in every if FORBIDDEN.match(c)}
    noncharacters = {chr(n) for n in range(0xFDD0, 0xFDF0)} | {
        chr(plane * 0x10000 + n) for plane in range(17) for n in (0xFFFE, 0xFFFF)
    }
    controls = {c for c in every if unicodedata.category(c) == "Cc"} - {"\t", "\n"}
    assert odd == noncharacters | controls
    for character in sorted(odd):
        assert clean(f"a{character}é😀b".encode()) == "a\ufffdé😀b".encode()
    rest = "".join(c for c in every if c not in odd)
    assert clean(rest.encode()) == rest.encode()


def page_of(report: Report) -> Page:
    return check(html_report.write(report), report.article.address)


def test_the_script_is_ours_as_it_stands_in_the_resources() -> None:
    page = page_of(worked.by_two().report())
    assert page.one("script").text == paths.resource("report/report.js").read_text("utf-8")
    assert page.one("style").text == paths.resource("report/report.css").read_text("utf-8")


def test_its_first_line_says_that_it_is_the_editor_s_copy() -> None:
    main = page_of(worked.untagged().report()).one("main")
    assert main.text.strip().startswith(
        "Editor’s copy. Holds names, notes and reasons: not for publication."
    )


def test_the_box_says_who_and_when() -> None:
    made = worked.by_two()
    box = " ".join(page_of(made.report()).one("dl", "box").text.split())
    assert box == (
        "Checked by Anna and Ben First tag 4 Jan 2024, 10:45 UTC "
        "Last change 4 Jan 2024, 11:04 UTC Report 4 Jan 2024, 11:06 UTC by Anna"
    )
    empty = " ".join(page_of(worked.untagged().report()).one("dl", "box").text.split())
    assert empty == "Checked by nobody yet Report 4 Jan 2024, 10:44 UTC by Anna"


def test_a_note_for_me_is_in_no_report_and_a_cleared_one_says_so() -> None:
    page = page_of(worked.by_one().report())
    assert "SECRET" not in page.source
    cleared = [p.text for p in page.all("p", "said") if "cleared for publication" in p.text]
    assert [text.split("cleared")[0].strip() for text in cleared] == [
        "c Another count gives 188 injured."
    ]


def test_a_confirmed_claim_says_both_what_was_said_and_what_is_held() -> None:
    page = page_of(worked.by_one().report())
    assert "Said: confirmed. Content: not checked." in page.by_id("r4").text
    assert "Said: confirmed. Content: disputed." in page.by_id("r5").text


def test_a_text_that_does_not_fit_its_hash_is_not_called_unchanged() -> None:
    report = worked.untagged().report()
    assert "text unchanged since import" in page_of(report).one("main").text
    altered = dataclasses.replace(report.article, sha256="0" * 64)
    said = page_of(dataclasses.replace(report, article=altered)).one("main").text
    assert "text unchanged" not in said
    assert "TEXT CHANGED" in said


def test_an_article_without_a_title_or_a_claim_has_a_page() -> None:
    made = bench("Only furniture here.", claims=[], given={})
    page = page_of(made.report())
    assert page.one("h1").text == "Only furniture here."
    assert page.one("p", "done").text == "0 of 0 judged."
    assert page.one("p", "quiet").text == "Nobody has judged a claim yet."


def test_everything_judged_and_nothing_open_is_said() -> None:
    made = bench("One claim.")
    made.does(ANNA, SetTag(made.article, (made.claim(1),), Tag.VERIFIED))
    page = page_of(made.report())
    assert page.one("p", "quiet").text == "Nothing is open, and nothing is disputed."
    assert not page.has_id("unjudged")


def test_many_stretches_of_unjudged_claims_are_not_all_listed() -> None:
    made = bench("\n\n".join(f"Claim number {i}." for i in range(200)), given={"title": "N"})
    every = [c.id for c in made.report().counted]
    made.does(ANNA, SetTag(made.article, tuple(every[::2]), Tag.VERIFIED))
    page = page_of(made.report())
    assert page.number("unjudged") == 100
    assert page.one("p", "unjudged").text.endswith(", and more")


def test_a_long_article_has_a_fine_chart() -> None:
    made = bench("\n\n".join(f"Claim number {i}." for i in range(1600)), given={"title": "N"})
    page = page_of(made.report())
    assert len(page.all("a", "cell")) == 1600
    assert "fine" in page.one("nav").classes


def test_directions() -> None:
    assert direction("123 (ایسنا) ISNA") == "rtl"
    assert direction("123 (ISNA) ایسنا") == "ltr"
    assert direction("שלום") == "rtl"
    assert direction("123") == "ltr"


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https:alert", False),
        ("https://exa mple.org", False),
        ("https://example.org/\x01", False),
        ("https://[bad", False),
        ("//example.org", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_a_web_address_is_a_link(address: str, link: bool) -> None:
    assert web_address(address) == (address if link else "")


COLOURS = {
    name: TOKENS[name]
    for name in (
        *("paper", "line", "text", "muted", "dot", "selection"),
        *(f"{tag.value}-{what}" for tag in Tag for what in ("fill", "ink")),
    )
}
"""Light and dark, as the window has them."""


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_colours_are_those_of_the_design_and_stand_out() -> None:
    style = page_of(worked.untagged().report()).one("style").text
    found: dict[str, list[str]] = {}
    for name, colour in re.findall(r"--([a-z-]+): (#[0-9A-F]{6});", style):
        found.setdefault(name, []).append(colour)
    assert {n: tuple(c[:2]) for n, c in found.items()} == COLOURS
    assert found["paper"][2:] == ["#FFFFFF"]
    rules = re.sub(r":root \{[^}]*\}", "", style)
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", rules)
    for theme in (0, 1):
        colour = {name: both[theme] for name, both in COLOURS.items()}
        for fill in ("paper", "selection", "verified-fill", "disputed-fill", "unattributed-fill"):
            assert contrast(colour["text"], colour[fill]) >= 4.5
        for ink in ("muted", "verified-ink", "disputed-ink", "unattributed-ink"):
            assert contrast(colour[ink], colour["paper"]) >= 4.5
