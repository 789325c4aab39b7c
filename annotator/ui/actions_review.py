"""What one does in Review: the rows of ``ACTIONS`` that this view alone has."""

from __future__ import annotations

from annotator.domain.tags import ROW, Standing
from annotator.ui.action import ActionId, ActionRow, Context, Group, Menu
from annotator.ui.views import View

_A, _M = ActionId, Menu
_PAGE = (Context.PAGE,)


def _row(
    action: ActionId,
    label: str,
    *keys: str,
    menu: Menu | None = _M.REVIEW,
    context: tuple[Context, ...] = (),
    repeats: bool = False,
    sheet: str = "",
    standing: Standing | None = None,
) -> ActionRow:
    return ActionRow(
        action,
        Group.REVIEW,
        label,
        keys,
        menu,
        context,
        bare=bool(keys) and not keys[0].startswith("Ctrl"),
        repeats=repeats,
        sheet=sheet,
        standing=standing,
        view=View.REVIEW,
    )


def _settle(action: ActionId, standing: Standing) -> ActionRow:
    row = ROW[standing]
    label = f"settle: {row.label.lower()}"
    return _row(action, label, row.key, context=_PAGE, sheet="settle as", standing=standing)


REVIEW: tuple[ActionRow, ...] = (
    _settle(_A.SETTLE_VERIFIED, Standing.VERIFIED),
    _settle(_A.SETTLE_DISPUTED, Standing.DISPUTED),
    _settle(_A.SETTLE_UNATTRIBUTED, Standing.UNATTRIBUTED),
    _settle(_A.SETTLE_ON_SOURCE, Standing.ON_SOURCE),
    _settle(_A.SETTLE_NOT_CHECKABLE, Standing.NOT_CHECKABLE),
    *(
        _row(
            ActionId(f"accept-{n}"),
            f"accept analyst {n}",
            str(n),
            menu=None,
            sheet="accept an analyst",
        )
        for n in range(1, 10)
    ),
    _row(_A.LEAVE_OPEN, "none: leave it open", "0", context=_PAGE),
    _row(_A.REASON, "reason", "R", context=_PAGE),
    _row(_A.COMMENT, "comment", "C", context=_PAGE),
    _row(_A.SETTLE_NEXT, "settle and next", "Ctrl+Enter", "Ctrl+Return"),
    _row(_A.NEXT_WAITING, "next waiting", "Space", menu=_M.GO, repeats=True),
    _row(_A.PREVIOUS_WAITING, "previous waiting", "Shift+Space", menu=_M.GO, repeats=True),
    _row(
        _A.NEXT_DISAGREEMENT,
        "next disagreement",
        "N",
        menu=_M.GO,
        repeats=True,
        sheet="next, previous disagreement",
    ),
    _row(
        _A.PREVIOUS_DISAGREEMENT,
        "previous disagreement",
        "Shift+N",
        menu=_M.GO,
        repeats=True,
        sheet="next, previous disagreement",
    ),
    _row(_A.ACCEPT_UNANIMOUS, "accept all unanimous ones…", "A"),
    _row(_A.COMPARE_ALL, "show every analyst", menu=_M.VIEW),
    _row(_A.AGREEMENT, "agreement", "G", menu=_M.VIEW),
    ActionRow(_A.SUBMIT, Group.ARTICLE, "submit my pass", (), _M.REVIEW),
    _row(_A.RETURN, "return a pass…"),
    _row(_A.APPROVE, "approve a pass…"),
    _row(_A.SETTLE_ARTICLE, "settle the article"),
    _row(_A.REOPEN_ARTICLE, "reopen the article…"),
    ActionRow(_A.REVEAL, Group.ARTICLE, "show colleagues' tags of this claim", (), _M.REVIEW),
    ActionRow(_A.DRAW, Group.ARTICLE, "draw claims for a second check…", (), _M.REVIEW),
)
