"""What the Report view shows: pages, panel and bar, made in the order in which Tab visits them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.ui.report.bar import ReportBar
from annotator.ui.report.middle import ReportMiddle
from annotator.ui.report.panel import ReportPanel
from annotator.ui.theme import Theme


class ReportSide:
    """The widgets of one window's Report view."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self.middle = ReportMiddle(theme, parent)
        self.panel = ReportPanel(theme, parent)
        self.bar = ReportBar(parent)

    def set_theme(self, theme: Theme) -> None:
        """Shows the same in other colours; the paper stays white."""
        self.middle.set_theme(theme)
        self.panel.set_theme(theme)
