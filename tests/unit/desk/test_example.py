"""The example is a sound library in which the sample is fully worked, and leaves nothing behind."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from annotator import paths
from annotator.cli import door
from annotator.desk import example, listing
from annotator.desk.evidence_list import listed
from annotator.desk.library import OpenLibrary
from annotator.domain.tags import Standing
from annotator.store import doctor
from annotator.store.library import open_library


@pytest.fixture
def worked(tmp_path: Path) -> OpenLibrary:
    path = tmp_path / "example.db"
    example.fill(path)
    return OpenLibrary(open_library(path, create=False), example.ANALYSTS[example.FIRST])


def test_it_is_sound_and_every_claim_is_done(worked: OpenLibrary) -> None:
    (row,) = listing.rows(worked)
    assert row.total == 49
    assert not row.counts.get(Standing.UNTAGGED)
    assert not doctor.examine(worked.store)


def test_claim_five_is_as_the_drawing_has_it(worked: OpenLibrary) -> None:
    (row,) = listing.rows(worked)
    claim = next(one for one in listing.listing(worked, row.id).claims if one.number == 5)
    assert claim.mine.tag == "disputed"
    assert claim.mine.because == "contradicted"
    assert "(610 m) from the tomb" in (claim.mine.wording.text if claim.mine.wording else "")
    by = {one.analyst.name: one.record for one in claim.holdings}
    assert [one.name for one in by["Analyst A"].evidence] == [
        "Survey map of the cemetery",
        "Satellite image of the cemetery road",
    ]
    assert claim.mine.against == by["Analyst A"].evidence[0].link.item
    assert by["Analyst A"].attributions[0].named_in is not None, "ISNA, in claim 4"
    assert set(by) == {"Analyst A", "Analyst B", "Analyst C"}


def test_every_address_in_it_is_invented_and_under_example_org(worked: OpenLibrary) -> None:
    items = [one.item for one in listed(worked)]
    assert len(items) > 8
    for address in (address for item in items for address in (item.url, item.archive) if address):
        assert urlsplit(address).hostname == "example.org"


def test_it_is_gone_afterwards_with_its_backups() -> None:
    with example.example_library() as path:
        assert path.exists()
        assert path.parent.name.startswith("annotator-example-")
    assert not path.parent.exists()
    assert not paths.backups_dir(path).exists() or not list(paths.backups_dir(path).iterdir())


def test_any_command_can_look_at_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["--example", "list", "--json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert article["tags"]["untagged"] == 0
    assert door.main(["--example", "tag", "latest", "5", "verified"]) == 0
    assert door.main(["--example", "list", "latest", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["claims"][5]["tag"] == "disputed"


def test_it_is_refused_beside_another_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert door.main(["--example", "--library", "other.db", "list"]) == 2
    assert "leave --library out" in capsys.readouterr().err
    assert not Path("other.db").exists()
