"""`record`, `remarks` and `original`: what came with an article, accepted, answered and given back."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandline import Run, one_sentence, unchanged

PAGE = """<html lang="en"><head><title>A bridge opens - The Daily</title>
<meta property="og:site_name" content="The Daily"><meta name="author" content="Ann Writer">
<meta property="article:published_time" content="2026-01-03T14:20:00+03:30"></head>
<body><article><h1>A bridge opens</h1>
<p>The bridge over the river opened on Monday, after three years of work on both banks.</p>
<p>It cost a million, the <a href="https://example.org/council">council</a> said on its page.</p>
</article></body></html>"""


@pytest.fixture
def page(run: Run, library: Path, tmp_path: Path) -> str:
    """An article that offers what its page says of itself."""
    (tmp_path / "bridge.html").write_text(PAGE)
    result = run("import", tmp_path / "bridge.html", "--json")
    assert result.status == 0, result.err
    found: str = result.json["imported"][0]["article"]
    return found


@pytest.fixture
def noted(run: Run, library: Path, tmp_path: Path) -> str:
    """An article with two comments of its writer."""
    from docx import Document

    document = Document()
    document.add_heading("A bridge opens", 0)
    first = document.add_paragraph("The bridge opened on Monday.")
    document.add_comment(first.runs, "See https://example.org/map for “the river”.", "Bo", "B")
    second = document.add_paragraph("Nobody was hurt.")
    document.add_comment(second.runs, "Ask the hospital.", "Ann", "A")
    document.save(str(tmp_path / "bridge.docx"))
    result = run("import", tmp_path / "bridge.docx", "--json")
    assert result.status == 0, result.err
    found: str = result.json["imported"][0]["article"]
    return found


def offered(run: Run, article: str) -> dict[str, str]:
    rows = run("record", article, "--json").json["offered"]
    return {row["field"]: row["value"] for row in rows}


def test_nothing_a_page_says_of_itself_is_known(run: Run, page: str) -> None:
    found = run("record", page, "--json").json
    assert found["record"]["title"] == "A bridge opens"
    assert {found["record"][name] for name in ("publisher", "author", "published")} == {None}
    assert found["record"]["file_name"] == "bridge.html"
    assert len(found["record"]["sha256"]) == 64
    assert found["record"]["imported"].endswith("Z")
    assert {"publisher", "author", "published"} <= {one["field"] for one in found["offered"]}
    assert all(one["source"] for one in found["offered"])
    listed = run("list", page, "--json").json["article"]
    assert listed["offered"] == found["offered"]
    assert listed["links"][0]["target"] == "https://example.org/council"
    assert listed["remarks"] == []


def test_for_reading_offers_stand_below_their_field(run: Run, page: str) -> None:
    lines = run("record", page).out.splitlines()
    assert [line.split() for line in lines][:2] == [
        ["FIELD", "VALUE"],
        ["title", "A", "bridge", "opens"],
    ]
    at = next(n for n, line in enumerate(lines) if line.startswith("published"))
    assert lines[at].split() == ["published", "–"]
    assert lines[at + 1].strip().startswith("offered: 3 Jan 2026, 14:20 UTC+3:30 (")
    assert any(line.startswith("imported") for line in lines)


def test_what_is_accepted_is_known_and_undo_takes_it_back(run: Run, page: str) -> None:
    before = offered(run, page)
    found = run("record", page, "--accept", "author", "--accept", "published", "--json").json
    assert found["record"]["author"] == "Ann Writer"
    assert found["record"]["published"] == "2026-01-03T14:20+03:30"
    assert "author" not in {one["field"] for one in found["offered"]}
    run("undo", page)
    assert offered(run, page) == before


def test_all_that_is_offered_is_accepted_by_one_edit_and_what_was_typed_wins(
    run: Run, page: str
) -> None:
    run("record", page, "--accept-all", "--author", "Somebody Else", "--updated", "4 Jan 2026")
    found = run("record", page, "--json").json
    assert found["record"]["author"] == "Somebody Else"
    assert found["record"]["updated"] == "2026-01-04"
    assert found["record"]["publisher"] == "The Daily"
    edits = run("history", page, "--json").json["edits"]
    assert [one["does"] for one in edits] == ["imported", "record corrected"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--accept", "address"), "Nothing is offered for “address”"),
        (("--accept", "shoe"), "shoe"),
        (("--published", "2999-01-01"), "is still to come"),
        (("--published", "nonsense"), "is no date"),
        (("--title", " "), "The title is empty"),
        (("--address", "javascript:alert(1)"), "no address of a page"),
        (("--language", "english!"), "written as a code"),
        (("--accept-all", "--updated", "x"), "is no date"),
    ],
)
def test_what_no_record_can_hold_is_refused_and_nothing_is_saved(
    run: Run, page: str, library: Path, args: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run("record", page, *args)
    assert result.status == 2
    assert says in one_sentence(result)


def test_a_field_is_emptied_and_what_is_so_already_writes_nothing(
    run: Run, page: str, library: Path
) -> None:
    run("record", page, "--author", "Ann")
    with unchanged(library):
        assert "nothing was saved" in run("record", page, "--author", "Ann").err
        assert run("record", page).err == ""
    assert run("record", page, "--author", "", "--json").json["record"]["author"] is None


def test_remarks_are_listed_until_they_are_answered(run: Run, noted: str) -> None:
    found = run("remarks", noted, "--json").json["remarks"]
    assert [(one["n"], one["kind"], one["number"], one["answer"]) for one in found] == [
        (1, "comment", 1, None),
        (2, "comment", 2, None),
    ]
    assert "Ask the hospital." in run("remarks", noted).out
    result = run("remarks", noted, "--keep", "1", "--set-aside", "2", "--json")
    assert result.json["remarks"] == []
    assert result.err.splitlines() == ["Remark 1 is kept as evidence.", "Remark 2 is set aside."]
    every = run("remarks", noted, "--all", "--json").json["remarks"]
    assert [one["answer"] for one in every] == ["evidence", "aside"]
    assert run("remarks", noted).out == ""
    assert "no remark that waits" in run("remarks", noted).err


def test_a_remark_that_is_kept_is_evidence_at_its_claim_until_undo(run: Run, noted: str) -> None:
    run("remarks", noted, "--keep", "1")
    (claim,) = [one for one in run("list", noted, "--json").json["claims"] if one["assessments"]]
    assert claim["number"] == 1
    (evidence,) = claim["assessments"][0]["evidence"]
    assert evidence["url"] == "https://example.org/map"
    assert evidence["quote"] == "the river"
    assert evidence["stance"] == "context"
    run("undo", noted)
    assert len(run("remarks", noted, "--json").json["remarks"]) == 2


def test_a_remark_is_kept_as_a_note(run: Run, noted: str) -> None:
    run("note", noted, "2", "Ask her.")
    run("remarks", noted, "--keep", "2", "--as", "note")
    claim = run("list", noted, "--json").json["claims"][2]
    assert claim["note"] == "Ask her.\n\nComment by Ann: Ask the hospital."


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--keep", "1", "--keep", "9"), "There is no remark 9"),
        (("--keep", "1", "--set-aside", "1"), "Remark 1 is named twice"),
        (("--keep", "x"), "x"),
        (("--keep", "1", "--as", "decision"), "decision"),
    ],
)
def test_what_is_no_answer_is_refused_and_nothing_is_saved(
    run: Run, noted: str, library: Path, args: tuple[str, ...], says: str
) -> None:
    with unchanged(library):
        result = run("remarks", noted, *args)
    assert result.status == 2
    assert says in one_sentence(result)
    assert len(run("remarks", noted, "--json").json["remarks"]) == 2


def test_the_original_is_given_back_byte_for_byte(
    run: Run, noted: str, library: Path, tmp_path: Path
) -> None:
    target, data = tmp_path / "again.docx", (tmp_path / "bridge.docx").read_bytes()
    with unchanged(library):
        assert run("original", noted, "--output", target).status == 0
        assert target.read_bytes() == data
        assert run("original", noted, "--output", "-").data == data
        assert "add --force" in one_sentence(run("original", noted, "--output", target))
        assert run("original", noted, "--output", target, "--force").status == 0
        said = one_sentence(run("original", noted))
    assert "it came in as “bridge.docx”" in said
