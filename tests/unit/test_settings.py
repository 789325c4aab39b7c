"""Settings: one table, a file that cannot do harm, and who the analyst is."""

import json
import stat
from dataclasses import fields
from itertools import groupby

import pytest

from annotator.domain.errors import AnnotatorError
from annotator.settings import (
    SETTINGS,
    Settings,
    changed,
    read_settings,
    system_name,
    write_settings,
)


def test_what_is_written_comes_back(tmp_path):
    path = tmp_path / "config" / "settings.json"
    settings = Settings(name="Zoë 😀", advance=False, theme="dark", text_size=150, analyst="x")
    write_settings(path, settings)
    assert read_settings(path) == settings
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [found.name for found in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"theme": 5, "text_size": "big"}']
)
def test_a_file_of_nonsense_is_the_defaults(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert read_settings(path) == Settings()
    assert read_settings(tmp_path / "none.json") == Settings()


def test_a_value_that_is_no_choice_is_the_default(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "pink", "text_size": 101, "name": "Ada"}))
    assert read_settings(path) == Settings(name="Ada")


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(AnnotatorError, match="could not be saved"):
        write_settings(tmp_path / "file" / "settings.json", Settings())


def test_a_file_that_cannot_be_replaced_leaves_nothing_beside_it(tmp_path):
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(AnnotatorError, match="could not be saved"):
        write_settings(tmp_path / "settings.json", Settings())
    assert [found.name for found in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_every_row_belongs_to_a_field_and_its_default_is_a_choice(row):
    assert row.name in {field.name for field in fields(Settings)}
    assert row.group
    assert row.label
    assert isinstance(row.default, row.kind)
    assert row.default in dict(row.choices) if row.choices else row.kind in (str, bool)


def test_the_rows_of_a_group_stand_together():
    groups = [group for group, _ in groupby(SETTINGS, key=lambda row: row.group)]
    assert len(groups) == len(set(groups))


def test_a_choice_that_is_not_offered_is_refused():
    assert changed(Settings(), theme="dark").theme == "dark"
    with pytest.raises(AnnotatorError, match="choose one of system, light, dark"):
        changed(Settings(), theme="pink")


def test_the_system_knows_a_name(monkeypatch):
    assert system_name()
    monkeypatch.setattr("getpass.getuser", lambda: "nobody-of-that-name")
    assert system_name() == "Analyst"
