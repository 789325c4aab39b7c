"""What is recorded, in Markdown: who said it, the evidence of a claim, and the list of evidence."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.domain.wording import raised
from annotator.exporters.markdown_text import line, lines, link
from annotator.reporting.evidence import ItemView
from annotator.reporting.labels import Labels
from annotator.reporting.record import EvidenceView, RecordView
from annotator.reporting.view import View

GLYPHS = {"verified": "✓ ", "disputed": "✕ "}
DEEPER = "    "


def record(found: RecordView, t: Labels) -> Iterator[str]:
    """What one analyst recorded of a claim, an item each."""
    if found.said is not None:
        shown = "".join(f" · {_about(one)}" for one in found.said.shown)
        yield f"{line(found.said.says)}{shown}. {line(found.said.content_says)}"
    elif found.because:
        yield line(f"{raised(found.because)}.")
    for one in found.evidence:
        yield evidence(one)
    if found.more:
        yield lines(found.more, DEEPER)
    if found.flag:
        yield f"**{line(t('Flag'))}** {lines(found.flag, DEEPER)}"


def evidence(one: EvidenceView) -> str:
    """One item, with what it says of the claim."""
    head = f"**{GLYPHS.get(one.look, '')}{line(one.stance)}**"
    grade = f" · {line(one.grade)}" if one.grade else ""
    about = _about(one)
    return f"{head} · {line(one.name)}{grade}" + (f" · {about}" if about else "")


def _about(one: EvidenceView) -> str:
    words = ", ".join(filter(None, (line(one.quote), line(one.locator))))
    where = link(one.site, one.address) if one.site else ""
    return " · ".join(filter(None, (where, line(one.about), words)))


def evidence_list(found: View, t: Labels) -> Iterator[str]:
    """Every item once, with the claims it serves."""
    yield line(
        t("Letter and figure: reliability of the source A–F, credibility of the information 1–6.")
    )
    if found.files:
        yield line(t("Kept files stay in the library: they are named by their hash."))
    items = ("\n".join(_item(item, t, many=found.head.many)) for item in found.evidence)
    yield "\n".join(items)


def _item(item: ItemView, t: Labels, *, many: bool) -> Iterator[str]:
    about = f" · {line(item.about)}" if item.about else ""
    grade = f" · {line(item.grade)}" if item.grade else ""
    yield f"- {line(item.name)}{grade}{about}"
    for one in filter(None, _details(item, t, many=many)):
        yield f"  - {one}"


def _details(item: ItemView, t: Labels, *, many: bool) -> Iterator[str]:
    address, shown = item.address
    if shown:
        yield link(shown, address)
    address, shown = item.archive
    if shown:
        yield f"{line(t('archived at {address}', address=''))} {link(shown, address)}"
    if item.copy_of[0]:
        yield line(t("A copy of {item}: both count once.", item=item.copy_of[1]))
    if item.note:
        yield lines(item.note, DEEPER)
    for one in (*item.asked, *item.files):
        yield lines(one, DEEPER)
    served = [f"{stance.lower()} {ref.name}" for ref, stance, _ in item.serves]
    if item.more:
        served.append(t("and {n} more", n=t.number(item.more)))
    if served:
        yield line(" · ".join(served))
    if many and item.who:
        yield line(f"– {item.who}")
    if item.public:
        yield line(t("cleared for publication"))
