"""Presets: what is kept is what comes back, and what is damaged is said and left alone."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from annotator import paths
from annotator.desk import presets
from annotator.domain.edition import EDITORS_COPY, Edition, Publisher, Section, Withheld
from annotator.domain.errors import AnnotatorError

HOUSE = Edition(
    True,
    frozenset({Withheld.NAMES, Withheld.SHORT}),
    (Section.CLAIMS, Section.SUMMARY),
    "A title",
    b"\x89PNG \x00\xff",
    "es",
    True,
    Publisher("Desk", "https://desk.example"),
)


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "config" / "settings.json")
    return tmp_path / "config"


def only(config: Path) -> Path:
    (path,) = (config / "presets").iterdir()
    return path


def test_an_edition_comes_back_as_it_was_kept() -> None:
    presets.save_preset("Public, Español / 1", HOUSE)
    presets.save_preset("an editor's", EDITORS_COPY)
    assert presets.presets() == {"an editor's": EDITORS_COPY, "Public, Español / 1": HOUSE}
    assert presets.preset_named("  Public,  Español / 1") == HOUSE


def test_asking_makes_no_folder(config: Path) -> None:
    assert presets.presets() == {}
    assert presets.last_edition() == EDITORS_COPY
    presets.remove_preset("none")
    assert not config.exists()


def test_its_file_is_for_its_owner_only_and_lies_with_the_settings(config: Path) -> None:
    presets.save_preset("../../ab", HOUSE)
    assert only(config).parent == config / "presets"
    assert stat.S_IMODE(only(config).stat().st_mode) == 0o600
    assert stat.S_IMODE(only(config).parent.stat().st_mode) == 0o700


def test_saving_replaces_and_removing_takes_away(config: Path) -> None:
    presets.save_preset("House", HOUSE)
    only(config).chmod(0o644)
    presets.save_preset("House", EDITORS_COPY)
    assert presets.presets() == {"House": EDITORS_COPY}
    assert stat.S_IMODE(only(config).stat().st_mode) == 0o600
    presets.remove_preset("House")
    assert presets.presets() == {}


@pytest.mark.parametrize("name", ["", "  ", "a\nb\x00", "a\u202eb", "x" * 61, "😀" * 50])
def test_a_name_that_cannot_be_kept_is_refused(name: str) -> None:
    with pytest.raises(AnnotatorError, match="preset"):
        presets.save_preset(name, HOUSE)


def test_one_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(AnnotatorError, match="there is none yet"):
        presets.preset_named("House")
    presets.save_preset("Other", HOUSE)
    with pytest.raises(AnnotatorError, match="no preset “House”: choose one of Other"):
        presets.preset_named("House")


@pytest.mark.parametrize(
    "damage",
    [
        b"no JSON",
        b"[]",
        b"\xff\xfe",
        b'{"name": "Another", "public": true}',
        b'{"name": "House", "public": "yes"}',
        b'{"name": "House", "logo": "!"}',
        b'{"name": "House", "publisher": {"name": 1}}',
        b'{"name": "House", "cleared": "names"}',
        b"[" * 100_000,
        b" " * 10_000_001,
    ],
)
def test_a_damaged_one_is_said_and_the_others_are_there(config: Path, damage: bytes) -> None:
    presets.save_preset("House", HOUSE)
    path = only(config)
    presets.save_preset("Other", HOUSE)
    path.write_bytes(damage)
    assert list(presets.presets()) == ["Other"]
    with pytest.raises(AnnotatorError, match="“House” is damaged"):
        presets.preset_named("House")
    assert path.read_bytes() == damage


def test_what_a_newer_version_wrote_is_passed_over_and_what_is_missing_is_as_ever(
    config: Path,
) -> None:
    presets.save_preset("House", HOUSE)
    path = only(config)
    value = json.loads(path.read_text())
    value |= {"newer": [1], "cleared": ["names", "smells", {}], "sections": ["claims", "music", []]}
    del value["title"], value["publisher"]
    path.write_text(json.dumps(value))
    found = presets.preset_named("House")
    assert found.cleared == {Withheld.NAMES}
    assert found.sections == (Section.CLAIMS,)
    assert (found.title, found.publisher, found.public) == ("", Publisher(), True)


def test_a_folder_that_cannot_be_made_is_said(config: Path) -> None:
    config.write_text("a file")
    with pytest.raises(AnnotatorError, match="could not be made"):
        presets.save_preset("House", HOUSE)
    presets.keep_last(HOUSE)
    assert presets.last_edition() == EDITORS_COPY


def test_what_was_chosen_last_comes_back_unless_its_file_is_damaged(config: Path) -> None:
    presets.keep_last(HOUSE)
    assert presets.last_edition() == HOUSE
    assert presets.presets() == {}
    (config / "last-export.json").write_text("{")
    assert presets.last_edition() == EDITORS_COPY
