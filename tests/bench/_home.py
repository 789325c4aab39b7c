"""A home of its own for a measure: imported before anything of ours, so that nothing outside is touched."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="annotator-bench-"))
"""Gone when the process ends."""

atexit.register(shutil.rmtree, HOME, ignore_errors=True)

os.environ["HOME"] = str(HOME)
for _name, _inside in (
    ("XDG_DATA_HOME", ".local/share"),
    ("XDG_CONFIG_HOME", ".config"),
    ("XDG_STATE_HOME", ".local/state"),
    ("XDG_CACHE_HOME", ".cache"),
    ("XDG_RUNTIME_DIR", "run"),
):
    _folder = HOME / _inside
    _folder.mkdir(mode=0o700, parents=True)
    os.environ[_name] = str(_folder)
for _name in ("ANNOTATOR_LIBRARY", "ANNOTATOR_ANALYST", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(_name, None)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
