"""Whatever a stranger sends: no command after it shows a traceback, and the library is sound."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from annotator.domain.edits.form import Edit
from annotator.exporters.table import exporters
from annotator.store.library import Library
from annotator.store.write import NewText, absorb
from commandline import run_one
from factories import new_library
from unit.edits.histories import TEXTS, hostile

NEW = {article: NewText(text, text.encode()) for article, text in TEXTS.items()}


@given(hostile())
@settings(
    max_examples=max(settings().max_examples // 12, 5),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_every_command_after_a_merge(drawn: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        sent = Path(folder, "sent.annotations")
        with new_library(sent) as library:
            absorb(library, drawn, NEW)
            _forge(library)
        patched.setenv("ANNOTATOR_LIBRARY", str(Path(folder, "own.db")))
        for article in TEXTS:
            for args in (
                ("merge", str(sent), "--dry-run"),
                ("merge", str(sent), "--json"),
                ("list",),
                ("list", "--json"),
                ("list", article),
                ("list", article, "--json"),
                ("history", article),
                ("history", article, "--json"),
                *(
                    ("export", article, "--format", row.name, "--output", "-")
                    for row in exporters()
                ),
                ("agreement", article),
                ("doctor",),
            ):
                result = run_one(patched, *args)
                assert "mistake" not in result.err, (args, result.err)
                assert "Traceback" not in result.err
                if args[0] == "doctor":
                    lines = result.out.splitlines()
                    odd = ("not known to this version", "clock was wrong")
                    assert all(any(word in line for word in odd) for line in lines), lines


def _forge(library: Library) -> None:
    """One part is not what its seal says."""
    (sql,) = library.rows("SELECT sql FROM sqlite_master WHERE name = 'parts_no_update'")[0]
    library.run("DROP TRIGGER parts_no_update")
    library.run("UPDATE parts SET salt = 'x' WHERE seq = (SELECT max(seq) FROM parts)")
    library.run(sql)
