"""Which rows of a page's tables are rows of a table, and which only lay the page out."""

from __future__ import annotations

from annotator.importers.html.names import CELLS, names
from annotator.importers.html.tree import Element

_NOT_IN_ROWS = names(
    "table ul ol dl blockquote h1 h2 h3 h4 h5 h6 figure form pre hr article section nav aside main "
    "header footer fieldset details iframe"
)
_PARAGRAPHS = frozenset({"p", "div", "center", "address"})
_LONGEST_ROW = 1200
"""Characters; nobody writes longer rows, but pages are laid out in such."""
_MOST_PARTS = 400
"""Elements and texts of a row that are looked at."""


def is_row(row: Element) -> bool:
    """Whether the cells of a row have at most one short paragraph each."""
    size = parts = 0
    cells = [child for child in row.children if isinstance(child, Element)]
    if any(cell.tag not in CELLS for cell in cells):
        return False
    seen: dict[int, int] = {}
    todo = [(cell, cell) for cell in cells]
    while todo:
        cell, here = todo.pop()
        said = False
        for child in here.children:
            parts += 1
            if isinstance(child, str):
                words = len(child.strip())
                size += words
                said = said or words > 0
            elif child.tag in _NOT_IN_ROWS:
                return False
            else:
                todo.append((cell, child))
        if said and here.tag in _PARAGRAPHS:
            seen[cell.number] = seen.get(cell.number, 0) + 1
        if parts > _MOST_PARTS or size > _LONGEST_ROW or seen.get(cell.number, 0) > 1:
            return False
    return True
