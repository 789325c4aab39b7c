"""What concerns the article or the library as a whole and opens a page of its own: rows of ``ACTIONS``."""

from __future__ import annotations

from annotator.ui.action import ActionId, ActionRow, Context, Group, Menu
from annotator.ui.views import View

_A, _G, _M = ActionId, Group, Menu

PAGES: tuple[ActionRow, ...] = (
    ActionRow(_A.EVIDENCE_LIST, _G.ARTICLE, "evidence in the library…", (), _M.FILE),
    ActionRow(_A.SOURCES, _G.ARTICLE, "sources: rename, join…", (), _M.FILE),
    ActionRow(_A.ARTICLE_RECORD, _G.ARTICLE, "article record…", (), _M.FILE, (Context.CARD,)),
    ActionRow(_A.VERSIONS, _G.ARTICLE, "versions of this article…", (), _M.FILE, (Context.CARD,)),
    ActionRow(_A.STORY, _G.ARTICLE, "history of this article…", (), _M.FILE),
)
"""Pages with a list, and what is known of the article."""

ERASE = ActionRow(
    _A.ERASE,
    _G.CLAIM,
    "erase for good…",
    (),
    _M.CLAIM,
    (Context.PAGE,),
    view=View.ANNOTATE,
)
ERASE_ARTICLE = ActionRow(
    _A.ERASE_ARTICLE, _G.ARTICLE, "erase this article for good…", (), _M.FILE, (Context.CARD,)
)
"""To protect a source: of a claim its note and evidence, or all of an article."""
