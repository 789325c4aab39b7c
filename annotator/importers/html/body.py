"""All that can be seen of a piece of HTML, for formats that have such pieces: mail, books, the clipboard."""

from __future__ import annotations

from annotator.importers.composing import Composer
from annotator.importers.html.tree import parse
from annotator.importers.html.walk import KindOf, Walk


def read_fragment(
    composer: Composer,
    markup: str,
    *,
    base: str = "",
    kind_of: KindOf | None = None,
    keep_relative: bool = True,
) -> None:
    """Adds every passage of this HTML, with its kind and links; nothing is left out as furniture.

    ``base`` is the address that relative links start from; without one they stay as they are,
    or are dropped where ``keep_relative`` says so. Reads whatever it is given.
    """
    walk = Walk(base, kind_of, keep_relative=keep_relative)
    for block in walk.over(parse(markup).root):
        block.compose(composer, block.kind)
