"""What concerns the article or the library as a whole and opens a page of its own: rows of ``ACTIONS``."""

from __future__ import annotations

from annotator.ui.action import ActionId, ActionRow, Group, Menu

_A, _G, _M = ActionId, Group, Menu

PAGES: tuple[ActionRow, ...] = (
    ActionRow(_A.EVIDENCE_LIST, _G.ARTICLE, "evidence in the library…", (), _M.FILE),
    ActionRow(_A.SOURCES, _G.ARTICLE, "sources: rename, join…", (), _M.FILE),
    ActionRow(_A.STORY, _G.ARTICLE, "history of this article…", (), _M.FILE),
)
"""Pages with a list."""
