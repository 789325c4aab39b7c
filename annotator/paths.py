"""Where things lie: the app's own resources, and the user's data, settings and logs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import platformdirs

APP = "annotator"

NO_HOME = Path("/nonexistent")
"""What Debian calls the home of those who have none: it is never made."""

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, fonts, templates and schemas."""
    return _shipped("_resources", "resources")


def resource(name: str) -> Path:
    """One file or folder of the resources, by its path inside them."""
    return resources() / name


def sample() -> Path:
    """The sample article that a first start opens."""
    return _shipped("_seeds", "seeds") / "kerman-explosions.txt"


def data_dir() -> Path:
    """The user's folder for libraries and backups, made if it is not there."""
    return private_dir(_of_user(platformdirs.user_data_dir))


def config_dir() -> Path:
    """The user's folder for the settings file, made if it is not there."""
    return private_dir(_of_user(platformdirs.user_config_dir))


def settings_file() -> Path:
    """Where the settings lie. Asking makes no folder: one may read without a writable home."""
    return _of_user(platformdirs.user_config_dir) / "settings.json"


def log_dir() -> Path:
    """The user's folder for logs, made if it is not there."""
    return private_dir(_of_user(platformdirs.user_log_dir))


def library_path() -> Path:
    """The library that is used when none is named."""
    return data_dir() / "annotator.db"


def backups_dir(library: Path) -> Path:
    """The backups of one library, apart from those of any other, whatever name it is reached by."""
    name = hashlib.sha256(bytes(library.resolve())).hexdigest()[:16]
    return private_dir(data_dir() / "backups" / name)


def _of_user(find: Callable[..., str]) -> Path:
    """One of the user's folders. Who has no home, as in a container, has none that can be made."""
    try:
        return Path(find(APP, appauthor=False))
    except RuntimeError:
        return NO_HOME / APP


def private_dir(path: Path) -> Path:
    """Makes a folder that only its owner can read, and gives it back."""
    for folder in reversed((path, *path.parents)):
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
    return path


def _shipped(in_wheel: str, in_tree: str) -> Path:
    packed = _PACKAGE / in_wheel
    return packed if packed.is_dir() else _PACKAGE.parent / in_tree
