"""Which signal of the page of versions leads where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.acts import versions

if TYPE_CHECKING:
    from annotator.ui.room import Room
    from annotator.ui.versions.held import HeldVersions
    from annotator.ui.versions.page import VersionsPage


def connect(room: Room, held: HeldVersions) -> None:
    """What was just made, and its page as soon as there is one."""
    run = room.patience.run

    def page_made(page: VersionsPage) -> None:
        page.open_wanted.connect(lambda one: run(lambda: versions.show(room, one)))
        page.compare_wanted.connect(lambda one: run(lambda: versions.compare(room, one)))
        page.confirm_wanted.connect(lambda pairs: run(lambda: versions.confirm(room, pairs)))
        page.carry_wanted.connect(lambda: run(lambda: versions.carry(room)))

    held.made.connect(page_made)
    held.failed.connect(room.messages.fail)
