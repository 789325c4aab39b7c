"""The page as a reader meets it: real events, offscreen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.domain.article import Span
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing
from annotator.ui.only import Stands
from annotator.ui.page.view import PageView
from annotator.ui.theme import DARK, LIGHT, Theme
from pages import PERSIAN, UNUSUAL, Kind, giant_paragraph, long_article, page_of

Show = Callable[..., PageView]
PointOf = Callable[[PageView, int], QPoint]
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

ARTICLE = page_of(
    (Kind.TITLE, "⟦At Least 95 Killed⟧"),
    "⟦One sentence is here.⟧ ⟦A second follows it at once.⟧ ⟦A third ends it.⟧",
    "⟦The ⟦man inside⟧ was seen by another one.⟧ ⟦Done now.⟧",
    (Kind.BOILERPLATE, "⟦Leave a Reply⟧"),
)
TEXT = ARTICLE.article.text


def click(
    qtbot: QtBot, page: PageView, at: QPoint, keys: Qt.KeyboardModifier | None = None
) -> None:
    QTest.mouseClick(page.viewport(), LEFT, keys or NONE, at)


def drag(qtbot: QtBot, page: PageView, start: QPoint, end: QPoint) -> None:
    viewport = page.viewport()
    QTest.mousePress(viewport, LEFT, NONE, start)
    for part in (1, 2, 3, 4):
        QTest.mouseMove(viewport, start + (end - start) * (part / 4))
    QTest.mouseRelease(viewport, LEFT, NONE, end)


def grabbed(page: PageView) -> QImage:
    return page.viewport().grab().toImage()


@pytest.mark.parametrize(
    ("word", "claim"),
    [
        ("At Least", 0),
        ("sentence", 1),
        ("second", 2),
        ("third", 3),
        ("The ", 4),
        ("inside", 5),
        ("seen", 4),
    ],
)
def test_a_click_puts_the_innermost_claim_in_hand(
    qtbot: QtBot, show: Show, point_of: PointOf, word: str, claim: int
) -> None:
    page = show(ARTICLE)
    with qtbot.waitSignal(page.current_changed) as told:
        click(qtbot, page, point_of(page, TEXT.index(word) + 1))
    assert told.args == [claim]
    assert (page.current, page.selected) == (claim, (claim,))


@pytest.mark.parametrize("zoom", [75, 100, 200, 300])
@pytest.mark.parametrize("marked", [PERSIAN, UNUSUAL], ids=["persian", "unusual"])
def test_unusual_text_is_hit_to_the_character(
    qtbot: QtBot, show: Show, point_of: PointOf, marked: str, zoom: int
) -> None:
    snapshot = page_of(marked)
    page = show(snapshot, height=2_000, zoom=zoom)
    for index in range(len(snapshot)):
        start, end = snapshot.span(index)
        for offset in (start, (start + end) // 2, end - 1):
            click(qtbot, page, point_of(page, offset))
            over = snapshot.covering(offset)
            assert page.current in over


def test_a_giant_paragraph_is_hit_at_its_far_end(
    qtbot: QtBot, show: Show, point_of: PointOf
) -> None:
    snapshot = giant_paragraph(3_000)
    page = show(snapshot)
    page.set_current(2_990)
    click(qtbot, page, point_of(page, snapshot.starts[2_992] + 3))
    assert page.current == 2_992


def test_a_click_beside_the_text_changes_nothing(qtbot: QtBot, show: Show) -> None:
    page = show(ARTICLE)
    page.set_current(2)
    click(qtbot, page, QPoint(5, 300))
    click(qtbot, page, QPoint(400, 690))
    assert page.current == 2


def in_hand(page: PageView) -> tuple[int | None, tuple[int, ...]]:
    return page.current, page.selected


def test_several_claims_are_chosen_with_ctrl_and_shift(
    qtbot: QtBot, show: Show, point_of: PointOf
) -> None:
    page = show(ARTICLE)
    click(qtbot, page, point_of(page, TEXT.index("sentence")))
    click(qtbot, page, point_of(page, TEXT.index("third")), SHIFT)
    assert in_hand(page) == (3, (1, 2, 3))
    click(qtbot, page, point_of(page, TEXT.index("second")), CTRL)
    assert in_hand(page)[1] == (1, 3)
    click(qtbot, page, point_of(page, TEXT.index("Done")), CTRL)
    assert in_hand(page) == (6, (1, 3, 6))
    click(qtbot, page, point_of(page, TEXT.index("sentence")))
    assert in_hand(page)[1] == (1,)


def test_the_choice_grows_by_one_claim_and_never_by_furniture(show: Show) -> None:
    page = show(ARTICLE)
    page.set_current(5)
    page.extend_selection(1)
    page.extend_selection(1)
    assert page.selected == (5, 6)
    page.extend_selection(-1)
    page.extend_selection(-1)
    assert page.selected == (4, 5)
    page.select_claims([1, 7, 3])
    assert page.selected == (1, 3)


def test_a_double_click_or_enter_opens_the_claim(
    qtbot: QtBot, show: Show, point_of: PointOf
) -> None:
    page = show(ARTICLE)
    opened: list[int] = []
    page.claim_opened.connect(opened.append)
    at = point_of(page, TEXT.index("second"))
    click(qtbot, page, at)
    QTest.mouseDClick(page.viewport(), LEFT, NONE, at)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert opened == [2, 2]


def test_furniture_is_no_claim_until_its_link_is_clicked(
    qtbot: QtBot, show: Show, point_of: PointOf
) -> None:
    page = show(ARTICLE)
    reply = TEXT.index("Leave")
    click(qtbot, page, point_of(page, reply + 2))
    assert page.current is None
    sheet = page._sheet
    assert sheet is not None
    link = sheet.laid(3).link
    assert link is not None
    at = QPointF(sheet.column.left, sheet.top(3)) + link.center()
    QTest.mouseMove(page.viewport(), at.toPoint())
    assert page.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(page.furniture_clicked) as told:
        click(qtbot, page, at.toPoint())
    assert told.args == [reply]


def test_dragging_selects_to_the_character_across_passages(
    qtbot: QtBot, show: Show, point_of: PointOf
) -> None:
    page = show(ARTICLE)
    start, end = TEXT.index("second"), TEXT.index("inside")
    left = point_of(page, start) - QPoint(3, 0)
    right = point_of(page, end + 5) + QPoint(4, 0)
    told: list[Span | None] = []
    page.text_selected.connect(lambda: told.append(page.selection))
    drag(qtbot, page, left, right)
    assert page.selection == (start, end + 6)
    assert page.caret == end + 6
    assert told[-1] == page.selection
    drag(qtbot, page, right, left)
    assert page.selection == (start, end + 6)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.selection is None
    assert page.caret is None


def test_dragging_selects_persian_and_emoji_whole(
    qtbot: QtBot, show: Show, point_of: PointOf
) -> None:
    snapshot = page_of(PERSIAN, UNUSUAL)
    text = snapshot.article.text
    page = show(snapshot)
    word = text.index("کرمان")
    drag(qtbot, page, point_of(page, word) + QPoint(2, 0), point_of(page, word + 4) - QPoint(3, 0))
    assert page.selection is not None
    assert text[page.selection.start : page.selection.end] == "کرمان"
    family = text.index("👨")
    before, after = point_of(page, family - 1), point_of(page, text.index(" and", family))
    drag(qtbot, page, before + QPoint(2, 0), after - QPoint(1, 0))
    assert page.selection is not None
    assert text[page.selection.start : page.selection.end] == "👨‍👩‍👧‍👦"


def test_dragging_below_the_page_scrolls_it(qtbot: QtBot, show: Show, point_of: PointOf) -> None:
    snapshot = long_article(40)
    page = show(snapshot)
    viewport, start = page.viewport(), point_of(page, snapshot.starts[2])
    QTest.mousePress(viewport, LEFT, NONE, start)
    QTest.mouseMove(viewport, start + QPoint(0, 60))
    QTest.mouseMove(viewport, QPoint(start.x(), viewport.height() + 40))
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 300)
    QTest.mouseRelease(viewport, LEFT, NONE, QPoint(start.x(), viewport.height() + 40))
    value = page.verticalScrollBar().value()
    qtbot.wait(120)
    assert page.verticalScrollBar().value() == value
    assert page.selection is not None
    assert page.selection.end > page.first_visible_offset()


def test_the_caret_goes_by_words_inside_the_claim_in_hand(show: Show) -> None:
    page = show(ARTICLE)
    page.move_caret(1, extend=False)
    assert page.caret is None, "no claim is in hand"
    page.set_current(4)
    start, end = ARTICLE.span(4)
    stops: list[int] = []
    for _ in range(12):
        page.move_caret(1, extend=False)
        assert page.caret is not None
        stops.append(page.caret)
    words = ["The", "man", "inside", "was", "seen", "by", "another", "one."]
    begins = [start + len(" ".join(words[:i])) + 1 for i in range(1, len(words))]
    assert [stop for stop in dict.fromkeys(stops) if stop != end and TEXT[stop] != "."] == begins
    assert stops[-1] == end
    for _ in range(12):
        page.move_caret(-1, extend=False)
    assert page.caret == start
    page.move_caret(2, extend=True)
    assert page.selection == (start, TEXT.index("inside"))
    page.set_current(2)
    assert (page.caret, page.selection) == (None, None)


def test_the_caret_follows_the_arrow_in_persian(show: Show) -> None:
    snapshot = page_of(PERSIAN)
    page = show(snapshot)
    page.set_current(1)
    start, _ = snapshot.span(1)
    page.move_caret(1, extend=False)
    assert page.caret == start
    page.move_caret(-1, extend=False)
    assert page.caret is not None
    assert snapshot.article.text[start : page.caret] == "این "


def test_the_caret_is_never_inside_a_character(show: Show) -> None:
    snapshot = page_of("⟦👨‍👩‍👧‍👦👨‍👩‍👧‍👦 e\u0301e\u0301 🇮🇷🇮🇷 a\u0308 end.⟧")
    page = show(snapshot)
    page.set_current(0)
    inside = "\u200d\u0301\u0308👩👧👦🇷"
    for _ in range(12):
        page.move_caret(1, extend=False)
        assert page.caret is not None
        assert snapshot.article.text[page.caret : page.caret + 1] not in set(inside)


class Watched(PageView):
    """Remembers what was painted."""

    painted: QRegion = QRegion()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted = self.painted.united(event.region())
        super().paintEvent(event)


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    page = Watched(LIGHT)
    qtbot.addWidget(page)
    page.resize(806, 700)
    page.show_snapshot(long_article(30))
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    page.painted = QRegion()
    return page


def rect_of(page: PageView, index: int) -> QRect:
    sheet = page._sheet
    assert sheet is not None
    whole = QRect()
    for block, rect in sheet.claim_rects(index, lay=True):
        y = sheet.top(block) - page.verticalScrollBar().value()
        whole = whole.united(rect.translated(sheet.column.left, y).toAlignedRect())
    return whole


def test_a_tag_repaints_its_claim_and_nothing_else(watched: Watched) -> None:
    snapshot = long_article(30)
    fresh = snapshot.with_standings({4: (Standing.DISPUTED, False)})
    watched.restand(fresh, [4])
    QApplication.processEvents()
    claim = rect_of(watched, 4)
    assert watched.painted.boundingRect().contains(claim)
    assert watched.painted.boundingRect().height() <= claim.height() + 24
    assert claim.height() + 24 < 200


def test_what_is_repainted_looks_as_if_all_had_been(qtbot: QtBot, watched: Watched) -> None:
    """Part by part or whole, the picture is the same: no seam, no remnant."""
    snapshot = long_article(30)
    watched.set_current(3, reveal=False)
    for index, standing in (
        (3, Standing.DISPUTED),
        (4, Standing.VERIFIED),
        (5, Standing.ON_SOURCE),
    ):
        snapshot = snapshot.with_standings({index: (standing, False)})
        watched.restand(snapshot, [index])
        watched.set_current(index + 1, reveal=False)
        QApplication.processEvents()
    watched.verticalScrollBar().setValue(90)
    QApplication.processEvents()
    # The screen may be another window's for a moment: one that an earlier test left to close.

    def same() -> bool:
        in_parts = watched.screen().grabWindow(watched.winId()).toImage()
        whole = watched.grab().toImage()
        return in_parts.size() == whole.size() and in_parts.convertToFormat(whole.format()) == whole

    qtbot.waitUntil(same)


def test_a_claim_that_does_not_show_repaints_nothing(watched: Watched) -> None:
    fresh = long_article(30).with_standings({80: (Standing.VERIFIED, False)})
    watched.restand(fresh, [80])
    QApplication.processEvents()
    assert watched.painted.isEmpty()


@pytest.mark.parametrize("standing", [Standing.VERIFIED, Standing.DISPUTED, Standing.UNATTRIBUTED])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_tag_s_fill_and_ink_are_on_the_page(show: Show, standing: Standing, theme: Theme) -> None:
    page = show(ARTICLE)
    page.set_theme(theme)
    before = grabbed(page)
    page.restand(ARTICLE.with_standings({1: (standing, False)}), [1])
    image, rect = grabbed(page), rect_of(page, 1)
    fill = theme.fill(standing)
    assert fill is not None
    assert image.pixelColor(rect.right() - 1, rect.top() + 2) == fill
    assert before.pixelColor(rect.right() - 1, rect.top() + 2) == theme.colour("paper")
    below = rect.adjusted(0, rect.height() - 3, 0, 6)
    assert theme.ink(standing).name().upper() in colours(image, below)


def colours(image: QImage, rect: QRect) -> set[str]:
    found = set()
    for x in range(rect.left(), min(rect.right(), image.width())):
        for y in range(rect.top(), min(rect.bottom(), image.height())):
            found.add(image.pixelColor(x, y).name().upper())
    return found


def test_every_standing_looks_different(show: Show) -> None:
    page = show(ARTICLE)
    seen = []
    for standing in list(Standing)[:6]:
        page.restand(ARTICLE.with_standings({1: (standing, False)}), [1])
        seen.append(grabbed(page))
    assert all(a != b for i, a in enumerate(seen) for b in seen[:i])


def test_the_filter_mutes_and_the_found_is_marked(show: Show) -> None:
    page = show(ARTICLE.with_standings({1: (Standing.VERIFIED, False)}))
    rect = rect_of(page, 1)
    page.set_filter(Stands(Standing.DISPUTED))
    assert LIGHT.name("verified-fill") not in colours(grabbed(page), rect)
    page.set_filter(None)
    assert LIGHT.name("verified-fill") in colours(grabbed(page), rect)
    at = TEXT.index("second")
    page.set_found([Span(at, at + 6), Span(at + 7, at + 14)], 1)
    seen = colours(grabbed(page), rect_of(page, 2))
    assert LIGHT.name("find") in seen
    assert LIGHT.name("find-current") in seen


def test_the_outline_is_quieter_without_the_focus(qtbot: QtBot, show: Show) -> None:
    page = show(ARTICLE)
    page.set_current(2)
    with_focus = grabbed(page)
    page.clearFocus()
    without = grabbed(page)
    assert with_focus != without
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    assert grabbed(page) == with_focus


def test_the_claim_in_hand_comes_into_view(show: Show) -> None:
    snapshot = long_article(60)
    page = show(snapshot)
    for index in (90, 91, 92, 10, 180, 0):
        page.set_current(index)
        rect = rect_of(page, index)
        assert page.viewport().rect().contains(rect)


def test_the_place_comes_back(show: Show) -> None:
    snapshot = long_article(80)
    page = show(snapshot)
    page.verticalScrollBar().setValue(2_345)
    place = page.first_visible_offset()
    other = show(snapshot)
    other.scroll_to_offset(place, top=True)
    assert other.first_visible_offset() == place
    other.scroll_to_offset(0, top=True)
    assert other.verticalScrollBar().value() == 0


def test_zoom_and_size_keep_what_is_read(qtbot: QtBot, show: Show) -> None:
    snapshot = long_article(80)
    page = show(snapshot)
    page.verticalScrollBar().setValue(3_000)
    place = page.first_visible_offset()
    for zoom in (150, 200, 90, 100):
        page.set_zoom(zoom)
        assert abs(page.first_visible_offset() - place) < 90
        place = page.first_visible_offset()
    for width in (1_400, 500, 806):
        page.resize(width, 700)
        QApplication.processEvents()
        assert abs(page.first_visible_offset() - place) < 90
        place = page.first_visible_offset()


def test_another_layout_of_the_article_keeps_place_and_claim(show: Show) -> None:
    snapshot = long_article(80)
    page = show(snapshot)
    page.set_current(120)
    value, place = page.verticalScrollBar().value(), page.first_visible_offset()
    page.show_snapshot(snapshot.with_standings({3: (Standing.VERIFIED, True)}))
    assert page.current == 120
    assert page.first_visible_offset() == place
    assert abs(page.verticalScrollBar().value() - value) <= 60
    page.show_snapshot(ARTICLE)
    assert page.current is None
    assert page.verticalScrollBar().value() == 0
    page.show_snapshot(None)
    assert page.first_visible_offset() == 0
    assert grabbed(page).pixelColor(200, 100) == LIGHT.colour("paper")


def wheel(page: PageView, pixels: int, angle: int, keys: Qt.KeyboardModifier) -> bool:
    event = QWheelEvent(
        QPointF(200, 200), QPointF(200, 200), QPoint(0, pixels), QPoint(0, angle),
        Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.viewport(), event)
    return event.isAccepted()


def test_the_wheel_scrolls_by_pixels_and_leaves_ctrl_to_the_window(show: Show) -> None:
    page = show(long_article(40))
    none = Qt.KeyboardModifier.NoModifier
    assert wheel(page, -37, -120, none)
    assert page.verticalScrollBar().value() == 37
    wheel(page, 0, -120, none)
    assert page.verticalScrollBar().value() > 100
    value = page.verticalScrollBar().value()
    assert not wheel(page, 0, -120, CTRL)
    assert page.verticalScrollBar().value() == value


def test_keys_scroll_and_the_rest_is_the_window_s(qtbot: QtBot, show: Show) -> None:
    page = show(long_article(60))
    page.set_current(0)
    bar = page.verticalScrollBar()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() == bar.pageStep()
    QTest.keyClick(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(page, Qt.Key.Key_Home)
    assert bar.value() == 0
    for key in (Qt.Key.Key_V, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(page, key)
    assert (page.current, bar.value()) == (0, 0)
    assert not page.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_context_menu_names_its_claim(qtbot: QtBot, show: Show, point_of: PointOf) -> None:
    page = show(ARTICLE)
    asked: list[int] = []
    page.menu_wanted.connect(lambda index, _at: asked.append(index))
    mouse, keys = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    for reason, at in (
        (mouse, point_of(page, TEXT.index("third"))),
        (mouse, QPoint(5, 5)),
        (keys, QPoint()),
    ):
        QApplication.sendEvent(
            page.viewport(), QContextMenuEvent(reason, at, page.viewport().mapToGlobal(at))
        )
    assert asked == [3, -1, 3]
    assert page.current == 3


def test_a_screen_reader_hears_what_is_in_hand(show: Show) -> None:
    page = show(ARTICLE)
    assert page.accessibleName() == "Article"
    page.set_current(2)
    assert page.accessibleName() == "Article, claim 2 of 6, untagged"
    page.restand(ARTICLE.with_standings({2: (Standing.DISPUTED, False)}), [2])
    assert page.accessibleName() == "Article, claim 2 of 6, disputed"
    assert page.accessible_sentence(2).startswith("claim 2 of 6, disputed: A second follows")


def test_an_empty_article_does_no_harm(qtbot: QtBot, show: Show, empty: Snapshot) -> None:
    page = show(empty)
    page.set_current(0)
    page.move_caret(1, extend=False)
    page.scroll_to_offset(10)
    click(qtbot, page, QPoint(200, 60))
    drag(qtbot, page, QPoint(200, 60), QPoint(300, 200))
    page.set_zoom(150)
    assert page.current is None
    assert page.event(QEvent(QEvent.Type.None_)) is False


@pytest.fixture
def empty() -> Snapshot:
    return page_of()
