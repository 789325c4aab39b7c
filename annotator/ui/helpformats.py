"""What the help says of formats and of public copies, filled from the tables that say what is true."""

from __future__ import annotations

from annotator.domain.edition import MEANING, Withheld


def formats_said() -> str:
    """Every format, with its word on the command line and what it is good for."""
    from annotator.desk.formats import formats  # the window opens without any format

    return "\n".join(f"- **{row.label}**, `--format {row.name}`: {row.says}." for row in formats())


def lacking() -> str:
    """A table: what each format has no room for. An installed one that does not say is left out."""
    from annotator.desk.format_table import lacks
    from annotator.desk.formats import formats

    rows = [(row.label, said) for row in formats() if (said := lacks(row))]
    return "\n".join(["| format | has no room for |", "|---|---|", *_lines(rows)])


def read_back() -> str:
    """What of each format is taken as somebody's work."""
    from annotator.desk.formats import readable

    return "\n".join(f"- **{row.label}**: {row.reads}." for row in readable())


def withheld() -> str:
    """What stays out of a public copy, with the word that clears it on the command line."""
    return "\n".join(f"- {MEANING[kind]}: `--clear {kind.value}`" for kind in Withheld)


def _lines(rows: list[tuple[str, str]]) -> list[str]:
    return [f"| **{label}** | {words} |" for label, words in rows]
