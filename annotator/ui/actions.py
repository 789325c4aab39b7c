"""Everything a person can do in the window, declared once.

Menus, context menus, the shortcut sheet, the help and the tests read ``ACTIONS``.
A new action is a name in ``action.py`` and a row here (or in ``actions_article.py``,
``actions_record.py`` or ``actions_review.py``), a handler under ``acts/`` and its line in
``acts/table.py``; importable without Qt.
"""

from __future__ import annotations

from annotator.domain.tags import Standing
from annotator.ui.action import ActionId, ActionRow, Context, Group, Menu
from annotator.ui.actions_article import ERASE, ERASE_ARTICLE, PAGES
from annotator.ui.actions_record import BECAUSE, NEXT_OPEN, OF_CLAIM
from annotator.ui.actions_review import REVIEW
from annotator.ui.views import View

_A, _G, _M = ActionId, Group, Menu
_PAGE, _CARD = (Context.PAGE,), (Context.CARD,)
_ANNOTATE = View.ANNOTATE


def _tag(
    action: ActionId, label: str, key: str, standing: Standing | None, menu: bool = True
) -> ActionRow:
    return ActionRow(
        action,
        _G.TAG,
        label,
        (key,),
        _M.CLAIM,
        _PAGE if menu else (),
        bare=True,
        standing=standing,
        sheet="" if menu else "tag and stay",
        view=_ANNOTATE,
    )


def _show(action: ActionId, label: str, standing: Standing | None) -> ActionRow:
    return ActionRow(
        action,
        _G.FIND,
        label,
        (),
        _M.VIEW,
        checkable=standing is not None,
        standing=standing,
        view=_ANNOTATE,
    )


def _view(action: ActionId, view: View, key: str) -> ActionRow:
    return ActionRow(
        action,
        _G.WINDOW,
        view.lower(),
        (key,),
        _M.VIEW,
        checkable=True,
        sheet=", ".join(each.lower() for each in View),
    )


ACTIONS: tuple[ActionRow, ...] = (
    _tag(_A.VERIFIED, "verified", "V", Standing.VERIFIED),
    _tag(_A.DISPUTED, "disputed", "D", Standing.DISPUTED),
    _tag(_A.UNATTRIBUTED, "unattributed", "U", Standing.UNATTRIBUTED),
    _tag(_A.ON_SOURCE, "on its source", "Q", Standing.ON_SOURCE),
    _tag(_A.NOT_CHECKABLE, "not checkable", "O", Standing.NOT_CHECKABLE),
    _tag(_A.VERIFIED_STAY, "verified, and stay", "Shift+V", Standing.VERIFIED, menu=False),
    _tag(_A.DISPUTED_STAY, "disputed, and stay", "Shift+D", Standing.DISPUTED, menu=False),
    _tag(
        _A.UNATTRIBUTED_STAY,
        "unattributed, and stay",
        "Shift+U",
        Standing.UNATTRIBUTED,
        menu=False,
    ),
    _tag(_A.CLEAR, "clear", "X", None),
    *BECAUSE,
    ActionRow(_A.NEXT, _G.MOVE, "next claim", ("J", "Down"), _M.GO, bare=True, repeats=True),
    ActionRow(_A.PREVIOUS, _G.MOVE, "previous claim", ("K", "Up"), _M.GO, bare=True, repeats=True),
    ActionRow(
        _A.NEXT_UNTAGGED,
        _G.MOVE,
        "next untagged",
        ("Space",),
        _M.GO,
        bare=True,
        repeats=True,
        view=_ANNOTATE,
    ),
    NEXT_OPEN,
    ActionRow(_A.GO_TO, _G.MOVE, "go to claim number", ("#",), _M.GO, bare=True),
    ActionRow(
        _A.EXTEND_NEXT,
        _G.MOVE,
        "select the next claim too",
        ("Shift+J", "Shift+Down"),
        _M.GO,
        bare=True,
        repeats=True,
        sheet="select several claims",
    ),
    ActionRow(
        _A.EXTEND_PREVIOUS,
        _G.MOVE,
        "select the previous claim too",
        ("Shift+K", "Shift+Up"),
        _M.GO,
        bare=True,
        repeats=True,
        sheet="select several claims",
    ),
    ActionRow(_A.UNDO, _G.UNDO, "undo", ("Ctrl+Z",), _M.EDIT, _PAGE, repeats=True),
    ActionRow(_A.REDO, _G.UNDO, "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), _M.EDIT, _PAGE, repeats=True),
    ActionRow(_A.NOTE, _G.CLAIM, "note", ("N",), _M.CLAIM, _PAGE, bare=True, view=_ANNOTATE),
    *OF_CLAIM,
    ActionRow(
        _A.EVIDENCE, _G.CLAIM, "evidence", ("E",), _M.CLAIM, _PAGE, bare=True, view=_ANNOTATE
    ),
    ActionRow(
        _A.PASTE_EVIDENCE,
        _G.CLAIM,
        "paste as evidence",
        ("Ctrl+V",),
        _M.CLAIM,
        _PAGE,
        view=_ANNOTATE,
    ),
    ActionRow(_A.COPY, _G.CLAIM, "copy its text", ("Ctrl+C",), _M.EDIT, _PAGE),
    ActionRow(
        _A.TAKE_OVER,
        _G.CLAIM,
        "take over what you held before the cut",
        (),
        _M.CLAIM,
        _PAGE,
        view=_ANNOTATE,
    ),
    ERASE,
    ActionRow(
        _A.CARET_LEFT,
        _G.BORDERS,
        "caret a word to the left",
        ("Left",),
        bare=True,
        repeats=True,
        sheet="move the caret by words",
        view=_ANNOTATE,
    ),
    ActionRow(
        _A.CARET_RIGHT,
        _G.BORDERS,
        "caret a word to the right",
        ("Right",),
        bare=True,
        repeats=True,
        sheet="move the caret by words",
        view=_ANNOTATE,
    ),
    ActionRow(
        _A.SELECT_LEFT,
        _G.BORDERS,
        "select a word to the left",
        ("Shift+Left",),
        bare=True,
        repeats=True,
        sheet="select by words",
        view=_ANNOTATE,
    ),
    ActionRow(
        _A.SELECT_RIGHT,
        _G.BORDERS,
        "select a word to the right",
        ("Shift+Right",),
        bare=True,
        repeats=True,
        sheet="select by words",
        view=_ANNOTATE,
    ),
    ActionRow(
        _A.SPLIT,
        _G.BORDERS,
        "split at the caret",
        ("S",),
        _M.CLAIM,
        _PAGE,
        bare=True,
        view=_ANNOTATE,
    ),
    ActionRow(
        _A.CLAIM_OF_SELECTION,
        _G.BORDERS,
        "claim of the selection",
        ("P",),
        _M.CLAIM,
        _PAGE,
        bare=True,
        view=_ANNOTATE,
    ),
    ActionRow(
        _A.JOIN,
        _G.BORDERS,
        "join with the next",
        ("M",),
        _M.CLAIM,
        _PAGE,
        bare=True,
        view=_ANNOTATE,
    ),
    ActionRow(
        _A.FURNITURE, _G.BORDERS, "set aside as page furniture", (), _M.CLAIM, _PAGE, view=_ANNOTATE
    ),
    *REVIEW,
    ActionRow(_A.SEARCH, _G.FIND, "search everything", ("Ctrl+K",), _M.EDIT),
    ActionRow(
        _A.CHOOSE_ALL,
        _G.FIND,
        "choose every claim shown",
        ("Ctrl+A",),
        _M.EDIT,
        view=_ANNOTATE,
    ),
    ActionRow(_A.FIND, _G.FIND, "find in the article", ("/", "Ctrl+F"), _M.EDIT, bare=True),
    ActionRow(_A.FIND_NEXT, _G.FIND, "next one found", ("F3", "Ctrl+G"), _M.EDIT, repeats=True),
    ActionRow(
        _A.FIND_PREVIOUS,
        _G.FIND,
        "previous one found",
        ("Shift+F3", "Ctrl+Shift+G"),
        _M.EDIT,
        repeats=True,
    ),
    _show(_A.SHOW_UNTAGGED, "only untagged", Standing.UNTAGGED),
    _show(_A.SHOW_VERIFIED, "only verified", Standing.VERIFIED),
    _show(_A.SHOW_DISPUTED, "only disputed", Standing.DISPUTED),
    _show(_A.SHOW_UNATTRIBUTED, "only unattributed", Standing.UNATTRIBUTED),
    _show(_A.SHOW_ON_SOURCE, "only on its source", Standing.ON_SOURCE),
    _show(_A.SHOW_NOT_CHECKABLE, "only not checkable", Standing.NOT_CHECKABLE),
    ActionRow(
        _A.SHOW_DRAWN,
        _G.FIND,
        "only drawn for a second check",
        (),
        _M.VIEW,
        checkable=True,
        view=_ANNOTATE,
    ),
    _show(_A.SHOW_ALL, "every claim", None),
    ActionRow(_A.OPEN, _G.ARTICLE, "open…", ("Ctrl+O",), _M.FILE),
    ActionRow(_A.OPEN_FOLDER, _G.ARTICLE, "open a folder…", (), _M.FILE),
    ActionRow(_A.OPEN_ADDRESS, _G.ARTICLE, "open a web address…", ("Ctrl+L",), _M.FILE),
    ActionRow(
        _A.PASTE,
        _G.ARTICLE,
        "paste an article",
        ("Ctrl+Shift+V",),
        _M.FILE,
        empty_keys=("Ctrl+V",),
    ),
    ActionRow(_A.SAMPLE, _G.ARTICLE, "open the sample", (), _M.FILE),
    ActionRow(_A.IMPORTS, _G.ARTICLE, "what came in last", ("Ctrl+Shift+I",), _M.FILE),
    ActionRow(_A.EXPORT, _G.ARTICLE, "export…", ("Ctrl+E",), _M.FILE, _CARD),
    ActionRow(_A.SEND, _G.ARTICLE, "send to a colleague…", ("Ctrl+Shift+E",), _M.FILE, _CARD),
    ActionRow(_A.BRING, _G.ARTICLE, "bring in a colleague’s tags…", ("Ctrl+Shift+O",), _M.FILE),
    ActionRow(_A.COLLEAGUES, _G.ARTICLE, "colleagues: hide, show, who is you", (), _M.FILE),
    *PAGES,
    ActionRow(_A.REMOVE, _G.ARTICLE, "remove from the list", (), _M.FILE, _CARD),
    ERASE_ARTICLE,
    ActionRow(
        _A.ZOOM_IN, _G.WINDOW, "larger text", ("Ctrl++", "Ctrl+="), _M.VIEW, sheet="text size"
    ),
    ActionRow(_A.ZOOM_OUT, _G.WINDOW, "smaller text", ("Ctrl+-",), _M.VIEW, sheet="text size"),
    ActionRow(_A.ZOOM_RESET, _G.WINDOW, "text as it was", ("Ctrl+0",), _M.VIEW, sheet="text size"),
    _view(_A.VIEW_ANNOTATE, View.ANNOTATE, "Ctrl+1"),
    _view(_A.VIEW_REVIEW, View.REVIEW, "Ctrl+2"),
    _view(_A.VIEW_REPORT, View.REPORT, "Ctrl+3"),
    ActionRow(_A.NEXT_PANEL, _G.WINDOW, "page and panels", ("F6",), _M.WINDOW),
    ActionRow(_A.NEW_WINDOW, _G.WINDOW, "new window", ("Ctrl+N",), _M.WINDOW),
    ActionRow(_A.CLOSE_WINDOW, _G.WINDOW, "close this window", ("Ctrl+W",), _M.WINDOW),
    ActionRow(_A.SETTINGS, _G.WINDOW, "settings", ("Ctrl+,",), _M.FILE),
    ActionRow(_A.HELP, _G.WINDOW, "help", ("F1",), _M.HELP),
    ActionRow(_A.EXAMPLE, _G.WINDOW, "look at the example", (), _M.HELP),
    ActionRow(_A.SHEET, _G.WINDOW, "this sheet", ("?",), _M.HELP, bare=True),
    ActionRow(_A.QUIT, _G.WINDOW, "quit", ("Ctrl+Q",), _M.FILE),
)

ACTION: dict[ActionId, ActionRow] = {row.id: row for row in ACTIONS}
