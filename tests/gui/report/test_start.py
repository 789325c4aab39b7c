"""What the Report view costs while nobody looks at it: nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from annotator.desk import importing, opening
from annotator import paths
from annotator.ui import look
from annotator.ui.session import Session
app = QApplication([])
look.prepare(app)
library = opening.open_for(Path(sys.argv[1]), None, create=True)
importing.import_file(library, paths.sample())
session = Session(library)
session.start()
window = session.open_window()
app.processEvents()
print(*sorted(sys.modules))
session.quit()
session.close()
"""
HEAVY = ("pypdfium2", "typst", "PIL", "docx", "xlsxwriter", "fontTools", "jinja2", "lxml")


def test_a_start_loads_nothing_of_the_report_and_nothing_that_only_an_export_needs(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "a.db")],
        capture_output=True,
        check=True,
        text=True,
    )
    modules = done.stdout.split()
    assert "annotator.ui.window" in modules
    heavy = [one for one in modules if one.partition(".")[0] in HEAVY]
    assert heavy == []
    assert [one for one in modules if one.startswith("annotator.ui.report")] == []
    assert [one for one in modules if one.startswith("annotator.ui.importing")] == []
    assert "annotator.desk.exporting" not in modules
    exporters = {one for one in modules if one.startswith("annotator.exporters.")}
    assert exporters <= {"annotator.exporters.disarming", "annotator.exporters.files"}
