"""`agreement`: of any table, of an article, of all; in words, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from commandline import Result, Run, one_sentence, unchanged

ROWS = ("item,analyst,tag", "1,A,verified", "1,B,verified", "2,A,verified", "2,B,disputed")
KEYS = (
    "in_words", "analysts", "units", "left_out", "percent", "pairs", "fleiss_kappa", "alpha", "ac1",
    "undefined", "confusion",
)  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Cohen's 20, 5, 10, 15, one item of A alone, and one of nobody."""
    cells = [("x", "x")] * 20 + [("x", "y")] * 5 + [("y", "x")] * 10 + [("y", "y")] * 15
    rows = [f"{n},A,{a}\n{n},B,{b}" for n, (a, b) in enumerate(cells)]
    path = tmp_path / "cohen.csv"
    path.write_text("\n".join(["item,analyst,tag", *rows, "98,A,x", "98,B,", "99,B,"]))
    return path


def test_a_table_is_measured_without_a_library(run: Run, table: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "x.db"
    found = run("--library", nowhere, "agreement", "--table", table, "--json")

    assert (found.status, found.err) == (0, "")
    assert set(KEYS) <= set(found.json)
    assert found.json["analysts"] == ["A", "B"]
    assert (found.json["units"], found.json["percent"]) == (50, 70)
    assert found.json["in_words"].startswith(
        "A and B agree on 35 of 50 items; by chance it would be 25. "
        "That is 10 better than chance; 25 was possible."
    )
    (pair,) = found.json["pairs"]
    assert (pair["a"], pair["b"], pair["units"], pair["percent"]) == ("A", "B", 50, 70)
    assert pair["kappa"] == pytest.approx(0.4, abs=1e-15)
    assert pair["kappa_low"] == pytest.approx(0.15109229047666, abs=1e-12)
    assert pair["kappa_high"] == pytest.approx(0.64890770952334, abs=1e-12)
    assert found.json["left_out"] == [
        {"why": "tagged by A only", "units": 1},
        {"why": "tagged by nobody", "units": 1},
    ]
    assert found.json["undefined"] == {}
    assert found.json["confusion"] == [
        {"a": "A", "b": "B", "counts": {"x": {"x": 20, "y": 5}, "y": {"x": 10, "y": 15}}}
    ]
    assert not nowhere.parent.exists()


def test_it_is_said_in_words_first(run: Run, table: Path) -> None:
    lines = run("agreement", "--table", table).out.splitlines()

    assert lines[0] == "A and B agree on 35 of 50 items; by chance it would be 25."
    assert lines[5].split() == ["all", "tags", "35", "of", "50", "25.0", "70", "%", "0.40", "0.15",
                                "to", "0.65", "0.40", "0.41"]  # fmt: skip
    assert "Kappa: 0.40 from 50 items may be anything from 0.15 to 0.65." in lines
    assert lines[-3:] == ["Left out:", "  1 item: tagged by A only", "  1 item: tagged by nobody"]


def test_several_analysts_are_a_row_a_pair(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "three.csv"
    path.write_text("\n".join([*ROWS, "1,C,verified", "2,C,disputed", "3,C,disputed"]))
    found = run("agreement", "--table", path)

    assert found.out.startswith("Two who tagged the same item agree 67 times in 100")
    rows = [line.split()[:2] for line in found.out.splitlines()[5:9]]
    assert rows == [["AGREE", "BY"], ["A", "B"], ["A", "C"], ["B", "C"]]
    assert "Together: Fleiss' kappa 0.25, Krippendorff's alpha 0.38, Gwet's AC1 0.56." in found.out


def test_where_kappa_misleads_it_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rare.csv"
    tags = [("yes", "yes")] * 45 + [("yes", "no"), ("no", "yes"), ("no", "no")]
    rows = [f"{n},A,{a}\n{n},B,{b}\n{n},C," for n, (a, b) in enumerate(tags)]
    path.write_text("\n".join(["item,analyst,tag", *rows]))

    found = run("agreement", "--table", path)
    assert "A and B: Kappa misleads for “no”. Only 2 and 2 of 48 items carry the tag" in found.out
    assert "fleiss_kappa: Undefined, because nothing was tagged by every analyst." in found.out


def test_what_is_undefined_is_null_with_its_reason(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("item,analyst,tag\n1,A,verified\n1,B,verified\n")
    found = run("agreement", "--table", path, "--json").json

    (pair,) = found["pairs"]
    assert (found["alpha"], found["fleiss_kappa"], pair["kappa"]) == (None, None, None)
    why = "Undefined, because only one tag was used."
    for name in ("alpha", "fleiss_kappa", "pairs.A.B.kappa", "pairs.A.B.tags.verified.kappa"):
        assert found["undefined"][name] == why
    assert found["ac1"] == 1


def test_nothing_shared_has_no_numbers(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "apart.csv"
    path.write_text("item,analyst,tag\n1,A,verified\n2,B,verified\n")
    said = run("agreement", "--table", path)
    found = run("agreement", "--table", path, "--json").json

    assert said.out.startswith("There is no item that both A and B tagged, so there is nothing")
    assert "percent: Undefined, because nothing was tagged by two analysts." in said.out
    assert (found["units"], found["percent"], found["pairs"][0]["percent"]) == (0, None, None)


def test_a_large_vocabulary_has_only_the_cells_that_hold_something(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "words.csv"
    rows = [f"{n},A,word {n}\n{n},B,word {n or 1}" for n in range(20)]
    path.write_text("\n".join(["item,analyst,tag", *rows]))
    found = run("agreement", "--table", path, "--json").json

    assert found["confusion"][0]["counts"]["word 0"] == {"word 1": 1}
    assert found["pairs"][0]["tags"] == {}
    assert run("agreement", "--table", path).status == 0


def test_a_table_comes_from_standard_input_too(run: Run, table: Path) -> None:
    piped = run("agreement", "--table", "-", "--json", stdin=table.read_bytes())
    assert piped.data == run("agreement", "--table", table, "--json").data


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "is empty"),
        (b"a,b\n", "has no column item and no column analyst and no column tag"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"item,analyst,tag\n1,A,x\n1,A,y\n", "line 3: “A” has two rows for item “1”"),
        (b'item,analyst,tag\n"', "is no CSV"),
    ],
)
def test_a_bad_table_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, text: bytes, says: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(text)
    refused = run("agreement", "--table", path)

    assert (refused.status, refused.out) == (2, "")
    assert says in one_sentence(refused)
    assert one_sentence(run("agreement", "--table", tmp_path / "none.csv"))
    assert one_sentence(run("agreement", "--table", tmp_path))


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("latest", "--table", "x.csv"), "--table measures that file alone"),
        (("--as", "now", "--table", "x.csv"), "--table measures that file alone"),
        (("--json", "--csv", "-"), "both want standard output"),
        (("--as", "ever"), "'first', 'now'"),
    ],
)
def test_a_wrong_command_line_is_refused(
    run: Run, library: Path, args: tuple[str, ...], says: str
) -> None:
    refused = run("agreement", *args)
    assert (refused.status, refused.out) == (2, "")
    assert says in one_sentence(refused)
    assert not library.exists()


def read(result: Result) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(result.data.decode("utf-8-sig"), newline="")))


def test_csv_holds_everything_and_replaces_nothing_unasked(
    run: Run, table: Path, tmp_path: Path
) -> None:
    rows = read(run("agreement", "--table", table, "--csv", "-"))
    assert [row["part"] for row in rows] == [
        "all", "pair", "tag or not", "tag or not", *["confusion"] * 4, *["left out"] * 2,
    ]  # fmt: skip
    assert float(rows[1]["kappa"]) == pytest.approx(0.4, abs=1e-15)

    target = tmp_path / "out.csv"
    written = run("agreement", "--table", table, "--csv", target, "--json")
    assert written.json["units"] == 50
    assert written.err == f"Written: {target}\n"
    with unchanged(target):
        refused = run("agreement", "--table", table, "--csv", target, "--json")
    assert (refused.status, refused.out) == (2, "")
    assert "--force" in one_sentence(refused)
    assert run("agreement", "--table", table, "--csv", target, "--force").status == 0


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.csv"
    path.write_text("item,analyst,tag\n1,=A(),x\n1,B,x\n")
    assert read(run("agreement", "--table", path, "--csv", "-"))[1]["a"] == "'=A()"


# --- of a library ----------------------------------------------------------------------------------------------------


@pytest.fixture
def tagged(run: Run, article: str) -> str:
    """Ada and Ben agree on 1 and differ on 2; 3 is on its source for her, 4 tagged by her alone."""
    for who, claim, tag in (
        ("Ada", "1", "verified"), ("Ada", "2", "disputed"), ("Ada", "3", "on-source"),
        ("Ada", "4", "unattributed"), ("Ada", "5", "not-checkable"), ("Ben", "1", "verified"),
        ("Ben", "2", "verified"), ("Ben", "3", "verified"), ("Ben", "5", "not-checkable"),
    ):  # fmt: skip
        assert run("--analyst", who, "tag", "latest", claim, tag).status == 0
    return article


@pytest.mark.parametrize("counting", [(), ("--as", "first"), ("--as", "now")], ids=str)
def test_an_article_is_measured(
    run: Run, library: Path, tagged: str, counting: tuple[str, ...]
) -> None:
    with unchanged(library):
        found = run("--analyst", "Ada", "agreement", "latest", *counting, "--json").json

    assert found["analysts"] == ["Ada", "Ben"]
    assert (found["units"], found["percent"]) == (2, 50)
    assert found["in_words"].startswith("You and Ben agree on 1 of 2 claims; by chance it would be")
    says = "Counted are the tags as they stand now." if "now" in counting else "Counted are first"
    assert says in found["in_words"]
    assert found["left_out"] == [
        {"why": "not checkable for both", "units": 1},
        {"why": "on its source for Ada, verified for Ben", "units": 1},
        {"why": "not tagged by Ben", "units": 1},
        {"why": "not tagged by either", "units": 1},
    ]
    assert found["confusion"][0]["counts"]["disputed"]["verified"] == 1


def test_who_only_looks_on_is_not_spoken_to(run: Run, tagged: str) -> None:
    said = run("--analyst", "Chloé", "agreement", tagged).out
    assert said.startswith("Ada and Ben agree on 1 of 2 claims")
    assert "how alike they tag" in said


def test_without_an_article_all_on_the_list_are_measured(
    run: Run, tagged: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another title\n\nIt rained in Lund. Nobody minded it.\n")
    assert run("import", other).status == 0
    for who, tag in (("Ada", "verified"), ("Ben", "verified")):
        assert run("--analyst", who, "tag", "Another", "1", "2", tag).status == 0

    assert run("agreement", "--json").json["units"] == 4
    assert run("agreement", "Another", "--json").json["units"] == 2
    assert run("agreement", "Another", tagged, "Another", "--json").json["units"] == 4


def test_a_claim_with_other_borders_is_left_out_and_counted(run: Run, tagged: str) -> None:
    assert run("--analyst", "Ada", "join", "latest", "1").status == 0
    found = run("--analyst", "Ada", "agreement", "--json").json

    assert found["units"] == 0
    assert {"why": "different borders", "units": 2} in found["left_out"]


def test_furniture_counts_nowhere(run: Run, tagged: str) -> None:
    assert run("furniture", "latest", "1", "on").status == 0
    found = run("agreement", "--json").json

    everything = found["units"] + sum(group["units"] for group in found["left_out"])
    claims = run("list", "--json").json["articles"][0]["claims"]
    assert everything == claims


def test_an_empty_library_and_one_tagger_have_nothing_to_compare(
    run: Run, library: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A title\n\nIt rained. Nobody minded.\n")
    assert run("import", file).status == 0
    assert run("agreement").out.startswith("Nobody tagged anything, so there is nothing")
    assert run("--analyst", "Ada", "tag", "latest", "1", "verified").status == 0
    found = run("agreement", "--json").json
    assert found["in_words"].startswith("Only Ada tagged, so there is nothing to compare.")
    assert found["undefined"]["alpha"] == "Undefined, because only one analyst tagged."
    assert run("remove", "latest").status == 0
    assert "There is no article on your list" in one_sentence(run("agreement"))


def test_the_sheet_never_takes_the_library_s_place(run: Run, library: Path, tagged: str) -> None:
    with unchanged(library):
        refused = run("agreement", "--csv", library, "--force")
    assert "is the library itself" in one_sentence(refused)
    assert (refused.status, refused.out) == (2, "")
