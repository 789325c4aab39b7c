"""Searches that an analyst keeps under a name: rows of ``local``, which stays on this machine."""

from __future__ import annotations

from annotator.store.library import Library

FILTER = "filter"
"""The kind of these rows; ``about`` is the analyst's id and, after a blank, the name."""


def kept(library: Library, analyst: str) -> list[tuple[str, str]]:
    """(name, value) of each that the analyst keeps."""
    begins = f"{analyst} "
    rows = library.rows(
        "SELECT about, value FROM local WHERE kind = ? AND substr(about, 1, ?) = ?",
        (FILTER, len(begins), begins),
    )
    return [(about[len(begins) :], value) for about, value in rows]


def keep(library: Library, analyst: str, name: str, value: str, *, wait: float) -> None:
    """Keeps one; what had that name is replaced, and the same again writes nothing."""
    if (name, value) in kept(library, analyst):
        return
    about = f"{analyst} {name}"
    with library.writing(wait):
        library.run("DELETE FROM local WHERE kind = ? AND about = ?", (FILTER, about))
        library.run(
            "INSERT INTO local (kind, about, value) VALUES (?, ?, ?)", (FILTER, about, value)
        )


def forget(library: Library, analyst: str, name: str, *, wait: float) -> bool:
    """Forgets one; says whether it was there."""
    if all(name != known for known, _ in kept(library, analyst)):
        return False
    with library.writing(wait):
        library.run("DELETE FROM local WHERE kind = ? AND about = ?", (FILTER, f"{analyst} {name}"))
    return True
