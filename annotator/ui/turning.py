"""A window turns to another view: the page stays, what stands round it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.ui.acts import moving, views

if TYPE_CHECKING:
    from annotator.ui.report.parts import ReportParts
    from annotator.ui.review.parts import ReviewParts
    from annotator.ui.window import AnnotatorWindow


def turn(window: AnnotatorWindow) -> None:
    """Another view, or another page of the review, is shown from now on."""
    room, switch = window.room, window.room.switch
    window.menus.set_view(switch.view, agreement=switch.agreement)
    if switch.reviewing and room.parts is None:
        from annotator.ui import wiring_review  # who only tags waits for none of it

        room.parts = _parts(window)
        wiring_review.connect(window, room.parts)
    if switch.reporting and room.report is None:
        from annotator.ui import wiring_report  # nor for this

        room.report = _report(window)
        wiring_report.connect(window, room.report)
    views.turned(room)
    window.frame.set_view(switch.view)
    window.frame.show_page(article=room.article is not None, agreement=switch.agreement)
    views.name_article(room)
    moving.to_page(room)


def _parts(window: AnnotatorWindow) -> ReviewParts:
    """What stands round the page in Review: made when it is first shown."""
    from annotator.ui.agreement.agreeing import Agreeing
    from annotator.ui.review.parts import ReviewParts
    from annotator.ui.review.refresh import ReviewRefresh
    from annotator.ui.review.typed import Typed

    library, hand, held = window.session.library, window.room.hand, window.room.review
    side = window.frame.build_review()
    return ReviewParts(
        side,
        ReviewRefresh(library, hand, held, side),
        Agreeing(library, side.agreement, window),
        Typed(library, side.panel, window),
    )


def _report(window: AnnotatorWindow) -> ReportParts:
    """The pages of the report and the choices beside them: made when they are first shown."""
    from annotator.ui.report.making import Making
    from annotator.ui.report.parts import ReportParts
    from annotator.ui.report.telling import Telling

    library, side = window.session.library, window.frame.build_report()
    return ReportParts(side, Making(library, window), Telling(library, window))
