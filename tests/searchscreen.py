"""A window whose search is worked in: what a test asks of it, and what there is to find."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.desk import indexing, notes
from annotator.desk.filters import NO_FILTER
from annotator.desk.library import OpenLibrary
from annotator.domain.article import ArticleId, ClaimId
from annotator.ui.kit.chip import Chip
from annotator.ui.search.lines import LINE
from annotator.ui.search.palette import Palette
from annotator.ui.search.view import Kind, Line
from finding import add_item, claims_of, name_source
from screens import Screen
from shown import button

EDITS = "SELECT count(*) FROM edits"
LEFT = Qt.MouseButton.LeftButton


def work_through(library: OpenLibrary, sample: ArticleId) -> list[ClaimId]:
    """A note, evidence and an attribution in the sample; gives its claims, T first."""
    claims = claims_of(library, sample)
    add_item(
        library, sample, [claims[5]], "Kerman cemetery, plan", title="Survey map of the cemetery"
    )
    notes.write_note(library, sample, claims[4], "ask the Kerman desk for the survey")
    name_source(library, sample, claims[7], "The Kerman ministry")
    indexing.index_all(library)
    return claims


def box(screen: Screen) -> Palette:
    return screen.window.room.search.palette


def is_open(screen: Screen) -> bool:
    return not box(screen).isHidden()


def look_for(screen: Screen, typed: str) -> None:
    """Opens the box and types."""
    screen.press("Ctrl+K")
    assert box(screen).field.hasFocus()
    screen.write(typed)


def lines(screen: Screen) -> list[Line]:
    model = box(screen).list.model()
    return [model.index(row, 0).data(LINE) for row in range(model.rowCount())]


def heads(screen: Screen) -> list[str]:
    """The headings, with what stands at their right."""
    return [f"{line.text} | {line.right}" for line in lines(screen) if line.kind is Kind.HEAD]


def said(line: Line | None) -> str:
    assert line is not None
    return line.text or line.rest


def texts(screen: Screen) -> list[str]:
    """What can be chosen, from the top."""
    return [said(line) for line in lines(screen) if line.choosable]


def says(screen: Screen) -> list[str]:
    """The sentences where there is nothing to choose."""
    return [line.text for line in lines(screen) if line.kind is Kind.SAYS]


def count(screen: Screen) -> str:
    return box(screen).field.accessibleDescription()


def step_to(screen: Screen, words: str) -> None:
    """Goes down to the line with these words."""
    for _ in range(60):
        if words in said(box(screen).line):
            return
        screen.press("Down")
    raise AssertionError(f"no line says {words!r}: {texts(screen)}")


def choose(screen: Screen, words: str) -> None:
    step_to(screen, words)
    screen.press("Enter")


def click(screen: Screen, words: str) -> None:
    """Clicks the line, or the heading, with these words."""
    view = box(screen).list
    row = next(at for at, line in enumerate(lines(screen)) if words in (line.text or line.rest))
    index = view.model().index(row, 0)
    view.scrollTo(index)
    QTest.mouseClick(
        view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, view.visualRect(index).center()
    )


def chip(screen: Screen, name: str) -> Chip:
    """The filter with this name, whatever it is set to."""
    found = [one for one in box(screen).filters.findChildren(Chip) if one.isVisible()]
    return next(one for one in found if one.accessibleName().startswith(name))


def on_chips(screen: Screen) -> list[str]:
    """The words of the filters that are on."""
    found = box(screen).filters.findChildren(Chip)
    return [one.text() for one in found if one.isVisible() and not one.is_open]


def no_filters(screen: Screen) -> bool:
    return screen.window.room.search.filters == NO_FILTER


def close_with_mouse(screen: Screen) -> None:
    QTest.mouseClick(button(box(screen), "Close"), LEFT)


def on_page(screen: Screen) -> bool:
    return screen.window.room.page.hasFocus()


def edits(screen: Screen) -> int:
    return int(screen.saved(EDITS)[0][0])
