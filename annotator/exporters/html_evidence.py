"""The list of evidence: each item once, with all that is known of it and the claims it serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.exporters.html_pen import Pen, bdi, safe
from annotator.reporting.evidence import ItemView, Served
from annotator.reporting.words import Look


class EvidenceWriter:
    """Writes the items of one report."""

    def __init__(self, pen: Pen, looks: Iterable[Look]) -> None:
        t = pen.t
        self._pen = pen
        self._glyphs = {look.name: str(pen.glyph(look)) for look in looks}
        self._archived = str(t("archived at {address}"))
        self._copy = str(t("A copy of {item}: both count once."))
        self._more = str(t("and {n} more"))
        self._cleared = str(t("cleared for publication"))

    def items(self, items: Iterable[ItemView]) -> Iterator[str]:
        """The list items."""
        return map(self._item, items)

    def _item(self, item: ItemView) -> str:
        place = self._pen.places.item
        about = f' <span class="muted">· {bdi(item.about)}</span>' if item.about else ""
        parts = [f'<p><b dir="auto">{safe(item.name)}</b>{about}</p>\n']
        for pattern, (address, shown) in (
            ("{address}", item.address),
            (self._archived, item.archive),
        ):
            if shown:
                where = f'<a href="{safe(address)}">{safe(shown)}</a>' if address else bdi(shown)
                parts.append(f'<p class="muted">{pattern.format(address=where)}</p>\n')
        key, name = item.copy_of
        if key:
            origin = f'<a href="#{place}{key}">{bdi(name)}</a>'
            parts.append(f'<p class="muted">{self._copy.format(item=origin)}</p>\n')
        said = (item.note, *item.asked) if item.note else item.asked
        parts += [f'<p class="said" dir="auto">{safe(one)}</p>\n' for one in said]
        parts += [f'<p class="muted">{bdi(file)}</p>\n' for file in item.files]
        return (
            f'<li id="{place}{item.key}"><p class="grade">{safe(item.grade)}</p>\n'
            f"<div>{''.join(parts)}</div>\n"
            f'<p class="serves">{self._serves(item)}</p></li>\n'
        )

    def _serves(self, item: ItemView) -> str:
        served = " · ".join(map(self._served, item.serves))
        more = f" {self._more.format(n=self._pen.t.number(item.more))}" if item.more else ""
        whose = f"– {bdi(item.who)}" if self._pen.many and item.who else ""
        by = " ".join(filter(None, (whose, self._cleared if item.public else "")))
        return f'{served}{more} <span class="muted">{by}</span>' if by else f"{served}{more}"

    def _served(self, served: Served) -> str:
        ref, stance, look = served
        word = safe(stance.lower())
        if look:
            word = f'<span class="ink {look}">{self._glyphs[look]}{word}</span>'
        return f'<span class="one">{word} {self._pen.claim(ref, listed=True)}</span>'
