"""Articles for the tests of the page, written so that one sees their claims.

``⟦`` and ``⟧`` stand around each claim and may be nested; they are not in the text.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from annotator.domain.article import Article, Passage, PassageKind, article_id, text_hash
from annotator.domain.snapshot import Snapshot
from annotator.domain.tags import Standing

Kind = PassageKind

PERSIAN = (
    "⟦خبرگزاری ISNA گفت 95 نفر در کرمان کشته شدند.⟧ ⟦این ادعا تأیید نشده است و می‌گویند که دروغ است.⟧ "
    "⟦به گفته‌ی «رویترز» در 2024 دو انفجار با فاصله‌ی ۷۰۰ متر در نزدیکی گلزار شهدای کرمان رخ داد.⟧"
)
MIXED = "⟦Mixed: the word «ایران» appears in 2024, and «تهران ISNA تهران» too.⟧ ⟦Done.⟧"
UNUSUAL = (
    "⟦The ⟦man 👨‍👩‍👧‍👦 and⟧ flag 🇮🇷 were seen.⟧ ⟦Café e\u0301te\u0301 a\u0308b marks.⟧ ⟦End 😀😀.⟧"
)


def page_of(
    *passages: tuple[Kind, str] | str, standings: Mapping[int, Standing] | None = None
) -> Snapshot:
    """A snapshot of these passages (body where no kind is given), untagged but for these."""
    text, spans, cut = "", [], []
    for passage in passages:
        kind, marked = (Kind.BODY, passage) if isinstance(passage, str) else passage
        plain, claims = _read(marked)
        if text:
            text += "\n\n"
        at = len(text)
        text += plain
        cut.append(Passage(kind, at, len(text)))
        aside = Standing.FURNITURE if kind is Kind.BOILERPLATE else Standing.UNTAGGED
        spans += [(at + start, at + end, aside) for start, end in claims]
    spans.sort(key=lambda span: (span[0], -span[1]))
    codes = bytearray(span[2] for span in spans)
    for index, standing in (standings or {}).items():
        codes[index] = standing
    return snapshot_of(text, cut, [span[:2] for span in spans], codes)


def snapshot_of(
    text: str,
    passages: Iterable[Passage],
    spans: Iterable[tuple[int, int]],
    standings: bytes | bytearray,
) -> Snapshot:
    spans = list(spans)
    sha = text_hash(text)
    return Snapshot(
        Article(id=article_id(sha), text=text, sha256=sha),
        tuple(passages),
        array("q", (start for start, _ in spans)),
        array("q", (end for _, end in spans)),
        bytes(standings),
        bytes(len(spans)),
    )


def _read(marked: str) -> tuple[str, list[tuple[int, int]]]:
    plain, claims, open_at = "", [], []
    for char in marked:
        if char == "⟦":
            open_at.append(len(plain))
        elif char == "⟧":
            claims.append((open_at.pop(), len(plain)))
        else:
            plain += char
    return plain, claims


def long_article(paragraphs: int) -> Snapshot:
    """Paragraphs of different lengths, three claims each."""
    sentence = "the report said that officials had claimed responsibility for it"
    return page_of(
        (Kind.TITLE, "⟦A long article⟧"),
        *(
            " ".join(f"⟦Claim {i} {sentence * (1 + (i + j) % 3)}.⟧" for j in range(3))
            for i in range(paragraphs)
        ),
    )


def giant_paragraph(claims: int) -> Snapshot:
    """One paragraph, far too long to be laid out whole."""
    return page_of(
        " ".join(f"⟦Claim {i} says what the one before it said.⟧" for i in range(claims))
    )
