"""What an action is: its name, its place in menus and on the sheet, its keys.

The rows are in ``actions.py``; importable without Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.tags import Standing
from annotator.ui.views import View


class ActionId(StrEnum):
    """The name of an action; it never changes, settings and tests use it."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    UNATTRIBUTED = "unattributed"
    ON_SOURCE = "on-source"
    NOT_CHECKABLE = "not-checkable"
    VERIFIED_STAY = "verified-stay"
    DISPUTED_STAY = "disputed-stay"
    UNATTRIBUTED_STAY = "unattributed-stay"
    CLEAR = "clear"
    BECAUSE_1 = "because-1"
    BECAUSE_2 = "because-2"
    BECAUSE_3 = "because-3"
    BECAUSE_4 = "because-4"
    AGAINST = "against"
    NOT_CHECKABLE_WHY = "not-checkable-why"
    SURE = "sure"
    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_UNTAGGED = "next-untagged"
    NEXT_OPEN = "next-open"
    GO_TO = "go-to"
    EXTEND_NEXT = "extend-next"
    EXTEND_PREVIOUS = "extend-previous"
    UNDO = "undo"
    REDO = "redo"
    SETTLE_VERIFIED = "settle-verified"
    SETTLE_DISPUTED = "settle-disputed"
    SETTLE_UNATTRIBUTED = "settle-unattributed"
    SETTLE_ON_SOURCE = "settle-on-source"
    SETTLE_NOT_CHECKABLE = "settle-not-checkable"
    ACCEPT_1 = "accept-1"
    ACCEPT_2 = "accept-2"
    ACCEPT_3 = "accept-3"
    ACCEPT_4 = "accept-4"
    ACCEPT_5 = "accept-5"
    ACCEPT_6 = "accept-6"
    ACCEPT_7 = "accept-7"
    ACCEPT_8 = "accept-8"
    ACCEPT_9 = "accept-9"
    LEAVE_OPEN = "leave-open"
    REASON = "reason"
    COMMENT = "comment"
    SETTLE_NEXT = "settle-next"
    NEXT_WAITING = "next-waiting"
    PREVIOUS_WAITING = "previous-waiting"
    NEXT_DISAGREEMENT = "next-disagreement"
    PREVIOUS_DISAGREEMENT = "previous-disagreement"
    ACCEPT_UNANIMOUS = "accept-unanimous"
    COMPARE_ALL = "compare-all"
    AGREEMENT = "agreement"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    SETTLE_ARTICLE = "settle-article"
    REOPEN_ARTICLE = "reopen-article"
    REVEAL = "reveal"
    DRAW = "draw"
    NOTE = "note"
    EVIDENCE = "evidence"
    PASTE_EVIDENCE = "paste-evidence"
    EVIDENCE_LIST = "evidence-list"
    SOURCES = "sources"
    STORY = "story"
    ARTICLE_RECORD = "article-record"
    VERSIONS = "versions"
    TICK = "tick"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    FLAG = "flag"
    MORE = "more"
    TAKE_OVER = "take-over"
    COPY = "copy"
    CARET_LEFT = "caret-left"
    CARET_RIGHT = "caret-right"
    SELECT_LEFT = "select-left"
    SELECT_RIGHT = "select-right"
    SPLIT = "split"
    CLAIM_OF_SELECTION = "claim-of-selection"
    JOIN = "join"
    FURNITURE = "furniture"
    SEARCH = "search"
    CHOOSE_ALL = "choose-all"
    FIND = "find"
    FIND_NEXT = "find-next"
    FIND_PREVIOUS = "find-previous"
    SHOW_UNTAGGED = "show-untagged"
    SHOW_VERIFIED = "show-verified"
    SHOW_DISPUTED = "show-disputed"
    SHOW_UNATTRIBUTED = "show-unattributed"
    SHOW_ON_SOURCE = "show-on-source"
    SHOW_NOT_CHECKABLE = "show-not-checkable"
    SHOW_DRAWN = "show-drawn"
    SHOW_ALL = "show-all"
    OPEN = "open"
    OPEN_FOLDER = "open-folder"
    OPEN_ADDRESS = "open-address"
    IMPORTS = "imports"
    PASTE = "paste"
    SAMPLE = "sample"
    EXPORT = "export"
    SEND = "send"
    BRING = "bring"
    COLLEAGUES = "colleagues"
    REMOVE = "remove"
    ERASE = "erase"
    ERASE_ARTICLE = "erase-article"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    ZOOM_RESET = "zoom-reset"
    VIEW_ANNOTATE = "view-annotate"
    VIEW_REVIEW = "view-review"
    VIEW_REPORT = "view-report"
    NEXT_PANEL = "next-panel"
    NEW_WINDOW = "new-window"
    CLOSE_WINDOW = "close-window"
    SETTINGS = "settings"
    HELP = "help"
    EXAMPLE = "example"
    SHEET = "sheet"
    QUIT = "quit"


class Group(StrEnum):
    """A block of the shortcut sheet, in its order there."""

    TAG = "Tag"
    MOVE = "Move"
    UNDO = "Undo"
    CLAIM = "This claim"
    BORDERS = "Its borders"
    REVIEW = "Review"
    FIND = "Find"
    ARTICLE = "Article"
    WINDOW = "Window"


class Menu(StrEnum):
    """A submenu of the window's menu, in its order there."""

    FILE = "File"
    EDIT = "Edit"
    CLAIM = "Claim"
    REVIEW = "Review"
    GO = "Go"
    VIEW = "View"
    WINDOW = "Window"
    HELP = "Help"


class Context(StrEnum):
    """A context menu."""

    PAGE = "page"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action.

    ``keys`` are written as Qt writes them ("Ctrl+Shift+Z"); the first is the one
    that is shown. ``bare`` keys need no Ctrl and rest while a text field has the
    focus. ``sheet`` is the line of the shortcut sheet that actions of the same
    kind share ("tag and stay"); without it the line is the label. ``empty_keys``
    hold in an empty library only. ``standing`` is what the action is about, for
    its glyph and colour. ``view`` is the view that has the action, and with it the
    key: another view may mean another thing by it; None: every view has it.
    """

    id: ActionId
    group: Group
    label: str
    keys: tuple[str, ...] = ()
    menu: Menu | None = None
    context: tuple[Context, ...] = ()
    bare: bool = False
    repeats: bool = False
    checkable: bool = False
    sheet: str = ""
    standing: Standing | None = None
    empty_keys: tuple[str, ...] = ()
    view: View | None = None

    def is_in(self, view: View) -> bool:
        """Whether this view has the action."""
        return self.view in (None, view)
