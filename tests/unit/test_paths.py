"""Where things lie, and who may look there."""

from __future__ import annotations

import stat
from pathlib import Path

from annotator import paths


def test_the_users_folders_are_under_home_and_private(home: Path) -> None:
    for folder in (paths.data_dir(), paths.config_dir(), paths.log_dir()):
        assert folder.is_relative_to(home)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    open_to_all = tmp_path / "shared"
    open_to_all.mkdir()
    open_to_all.chmod(0o755)
    paths.private_dir(open_to_all / "mine")
    assert stat.S_IMODE(open_to_all.stat().st_mode) == 0o755
    assert stat.S_IMODE((open_to_all / "mine").stat().st_mode) == 0o700


def test_the_sample_and_the_resources_are_found_in_the_tree() -> None:
    assert paths.sample().is_file()
    assert paths.resource("fonts").is_dir()


def test_a_librarys_backups_are_its_own_by_whatever_name_it_is_reached(tmp_path: Path) -> None:
    one, other, link = tmp_path / "one.db", tmp_path / "other.db", tmp_path / "link.db"
    link.symlink_to(one)
    assert paths.backups_dir(one) == paths.backups_dir(link)
    assert paths.backups_dir(one) != paths.backups_dir(other)
