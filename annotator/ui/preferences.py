"""The settings as the window uses them: kept in their file, told to whom they concern."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.desk.opening import own_settings, settings_path
from annotator.settings import TEXT_SIZES, Settings, changed, write_settings


class Preferences(QObject):
    """The settings of this person, for all windows of the process."""

    changed = Signal(object)
    """The settings are these now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings: Settings = own_settings()

    def set(self, **values: object) -> None:
        """Changes some settings and saves them. Raises AnnotatorError."""
        # Read again: another process may have changed other settings meanwhile.
        fresh = changed(own_settings(), **values)
        write_settings(settings_path(), fresh)
        self.settings = fresh
        self.changed.emit(fresh)

    def zoom(self, by: int) -> None:
        """The next larger (1) or smaller (-1) text size; 0: as it was at first."""
        if not by:
            self.set(text_size=Settings().text_size)
            return
        at = TEXT_SIZES.index(self.settings.text_size) + by
        if 0 <= at < len(TEXT_SIZES):
            self.set(text_size=TEXT_SIZES[at])
