"""What is recorded of a claim, in the list: who said it, the evidence, and whatever else is held."""

from __future__ import annotations

from annotator.domain.wording import raised
from annotator.exporters.html_pen import Pen, bdi, safe
from annotator.reporting.record import EvidenceView, RecordView, SaidView


class RecordWriter:
    """Writes the records of one report: there may be thousands, so their labels are made once."""

    def __init__(self, pen: Pen, glyphs: dict[str, str]) -> None:
        t = pen.t
        self._glyphs = glyphs
        self._item = pen.places.item
        self._said_by = str(t("Said by {who}: {state}"))
        self._said = str(t("Said: {state}"))
        self._confirmed = f"<b>{t('confirmed')}</b>"
        self._not_confirmed = str(t("not confirmed"))
        self._content = str(t("Content: {content}."))
        self._flag = str(t("Flag"))

    def record(self, record: RecordView) -> str:
        """All of it, a paragraph each."""
        parts = []
        if record.said:
            parts.append(self._attribution(record.said))
        elif record.because:
            parts.append(f'<p class="said"><b>{safe(raised(record.because))}.</b></p>\n')
        parts += map(self._evidence, record.evidence)
        if record.more:
            parts.append(f'<p class="who" dir="auto">{safe(record.more)}</p>\n')
        if record.flag:
            parts.append(f'<p class="who"><b>{self._flag}</b> {bdi(record.flag)}</p>\n')
        return "".join(parts)

    def _attribution(self, said: SaidView) -> str:
        state = self._confirmed if said.confirmed else self._not_confirmed
        first = (
            self._said_by.format(who=bdi(said.who), state=state)
            if said.who
            else self._said.format(state=state)
        )
        shown = "".join(f" · {_about(one)}" for one in said.shown) or "."
        content = self._content.format(content=safe(said.content))
        return f'<p class="said">{first}{shown} <span class="content">{content}</span></p>\n'

    def _evidence(self, one: EvidenceView) -> str:
        stance = safe(one.stance)
        head = f"<b>{stance}</b>"
        if one.look:
            head = f'<b class="ink {one.look}">{self._glyphs[one.look]}{stance}</b>'
        name = bdi(one.name)
        if one.key and self._item:
            name = f'<a class="item" href="#{self._item}{one.key}">{name}</a>'
        grade = f" · <b>{safe(one.grade)}</b>" if one.grade else ""
        return (
            f'<p class="proof">{head} · {name}{grade} <span class="who">{_about(one)}</span></p>\n'
        )


def _about(one: EvidenceView) -> str:
    """Where it lies, what is known of it, the quotation and the place of it."""
    parts = []
    if one.address:
        parts.append(f'<a href="{safe(one.address)}">{safe(one.site)}</a>')
    elif one.site:
        parts.append(bdi(one.site))
    if one.about:
        parts.append(bdi(one.about))
    place = bdi(one.locator) if one.locator else ""
    if one.quote:
        quote = f'<span dir="{one.direction}">{safe(one.quote)}</span>'
        parts.append(f"{quote}, {place}" if place else quote)
    elif place:
        parts.append(place)
    return " · ".join(parts)
