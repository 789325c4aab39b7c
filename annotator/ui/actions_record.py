"""What is recorded of a claim beside its tag: the rows of ``ACTIONS`` for Annotate's panel."""

from __future__ import annotations

from annotator.domain.tags import Standing
from annotator.ui.action import ActionId, ActionRow, Context, Group, Menu
from annotator.ui.views import View

_A, _G, _M = ActionId, Group, Menu
_PAGE = (Context.PAGE,)
_ANNOTATE = View.ANNOTATE


def _because(action: ActionId, word: str, key: str) -> ActionRow:
    return ActionRow(
        action,
        _G.TAG,
        f"disputed: {word}",
        (key,),
        _M.CLAIM,
        bare=True,
        standing=Standing.DISPUTED,
        sheet="why disputed",
        view=_ANNOTATE,
    )


def _of_claim(action: ActionId, label: str, key: str) -> ActionRow:
    return ActionRow(action, _G.CLAIM, label, (key,), _M.CLAIM, _PAGE, bare=True, view=_ANNOTATE)


BECAUSE: tuple[ActionRow, ...] = (
    _because(_A.BECAUSE_1, "contradicted", "1"),
    _because(_A.BECAUSE_2, "conflicting", "2"),
    _because(_A.BECAUSE_3, "outdated", "3"),
    _because(_A.BECAUSE_4, "out of context", "4"),
    ActionRow(
        _A.AGAINST,
        _G.TAG,
        "contradicted by…",
        ("B",),
        _M.CLAIM,
        bare=True,
        view=_ANNOTATE,
    ),
    ActionRow(
        _A.NOT_CHECKABLE_WHY,
        _G.TAG,
        "not checkable, and why",
        ("Shift+O",),
        _M.CLAIM,
        bare=True,
        standing=Standing.NOT_CHECKABLE,
        view=_ANNOTATE,
    ),
    ActionRow(_A.SURE, _G.TAG, "how sure", ("H",), _M.CLAIM, bare=True, view=_ANNOTATE),
    ActionRow(_A.TICK, _G.TAG, "tick the next fact", (".",), _M.CLAIM, bare=True, view=_ANNOTATE),
    ActionRow(
        _A.MORE,
        _G.TAG,
        "type of claim, relations",
        ("R",),
        _M.CLAIM,
        _PAGE,
        bare=True,
        view=_ANNOTATE,
    ),
)
"""What goes with a tag."""

NEXT_OPEN = ActionRow(
    _A.NEXT_OPEN,
    _G.MOVE,
    "next open thing",
    ("Shift+Space",),
    _M.GO,
    bare=True,
    repeats=True,
    view=_ANNOTATE,
)

OF_CLAIM: tuple[ActionRow, ...] = (
    _of_claim(_A.ATTRIBUTION, "attribution", "A"),
    _of_claim(_A.WORDING, "proposed wording", "W"),
    _of_claim(_A.FLAG, "flag", "F"),
)
"""What is kept beside it; a note and evidence have rows of their own."""
