"""The article in Markdown, with its claims marked where they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import category

from annotator.exporters.markdown_claims import ClaimWriter
from annotator.exporters.markdown_text import line, linked, pieces
from annotator.reporting.claims import ClaimView, NoteView
from annotator.reporting.labels import Labels
from annotator.reporting.page import Block, Group, Token
from annotator.reporting.view import View

END = "⟩"
"""A claim ends here, and none begins."""


def blocks(found: View, t: Labels, notes: ClaimWriter | None) -> Iterator[str]:
    """The whole text. ``notes`` writes those of its claims below it, where no list follows."""
    for group in found.page:
        yield from _group(group, t)
    if notes is not None:
        said = [note for row in found.rows for note in row.notes]
        if said:
            yield "\n".join(notes.note(note, named=True) for note in said)


def _group(group: Group, t: Labels) -> Iterator[str]:
    match group.kind:
        case "list":
            yield "\n".join(f"- {_block(block, '  ')}" for block in group.blocks)
        case "quotation":
            yield "\n>\n".join(f"> {_block(block, '> ')}" for block in group.blocks)
        case "furniture":
            yield f"*{line(t('page furniture, set aside'))}*"
            for block in group.blocks:
                yield _block(block)
        case _:
            for block in group.blocks:
                heads = block.kind in ("title", "heading")
                yield f"### {_block(block, ' ', heads=True)}" if heads else _block(block)


def _block(block: Block, indent: str = "", *, heads: bool = False) -> str:
    """One passage; ``indent`` begins every line but the first. A heading is one line."""
    text = "".join(_pieces(block.tokens)).strip()
    if heads:
        return text.replace("\\\n", " ")
    return text.replace("\n", f"\n{indent}")


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    """``ended`` are claims that ended and whose end nothing has shown yet."""
    ended, written = 0, False
    for at, token in enumerate(tokens):
        match token.kind:
            case "open":
                follows = tokens[at + 1].kind if at + 1 < len(tokens) else ""
                ended = 0 if follows == "number" else max(0, ended - 1)
            case "close":
                ended += 1
            case "number":
                ended = 0
                yield _number(token.value)
                written = True
            case _:
                text = token.text
                if ended and (text.strip() or token.kind == "marks"):
                    joined = _joined(text)
                    yield f"{text[:joined]}{END}"
                    text, ended = text[joined:], 0
                said = _words(text, first=not written)
                yield linked(said, token.link) if token.link and text.strip() else said
                written = written or bool(token.text.strip())
                if token.kind == "marks":
                    yield _marks(token.value)


def _joined(text: str) -> int:
    """How many characters at its start belong to the one before: a claim may end within one."""
    at = 0
    while at < len(text) and (category(text[at])[0] == "M" or text[at] == "\u200d"):
        at += 1
    return at


def _words(text: str, *, first: bool) -> str:
    """Running text; what stands first in its block must not begin anything else."""
    if not first:
        return pieces(text)
    return line(text) + (" " if text[-1:].isspace() else "") if "\n" not in text else _first(text)


def _first(text: str) -> str:
    head, _, rest = text.lstrip().partition("\n")
    return f"{line(head)}\\\n{pieces(rest)}" if rest else line(head)


def _number(shown: object) -> str:
    assert isinstance(shown, ClaimView), "a number is that of a claim"
    return f"**{shown.ref.label} {shown.look.glyph}** "


def _marks(notes: object) -> str:
    assert isinstance(notes, list), "marks hold a list of notes"
    return "".join(f" \\[{note.key}\\]" for note in notes if isinstance(note, NoteView))
