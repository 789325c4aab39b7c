"""The report by keyboard alone: tagged, exported as a PDF, then as a public copy that keeps the note in house."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from apps import App, wait_for

NOTE = "Asked the ministry: kept in house"


def test_an_article_leaves_as_editors_and_as_public_copy_by_keyboard_alone(
    app: App, sample: str, tmp_path: Path
) -> None:
    editors, public = tmp_path / "editors.pdf", tmp_path / "public.pdf"
    program = app.start(sample)
    wait_for(lambda: "At Least 95" in app.title(), "the sample in the window")
    app.keys("v", "d", "n")
    app.write(NOTE)
    app.keys("Escape")
    wait_for(lambda: app.saved("SELECT 1 FROM assessments WHERE note <> ''"), "the note")

    _export(app, editors, of_formats=1)
    text = _text(editors)
    assert text.startswith("Editor’s copy")
    assert NOTE in text
    assert "unrest during the 1979 Islamic Revolution." in text

    app.keys("Escape", "ctrl+3")
    app.keys("Tab", "Tab", "Tab", "Right")  # from the pages by the presets to the two copies
    _export(app, public, of_formats=0)
    text = _text(public)
    assert "Editor’s copy" not in text
    assert NOTE not in text
    assert "not settled" in text, "the title was tagged verified on no evidence"
    app.quit(program)


def _export(app: App, target: Path, *, of_formats: int) -> None:
    """The quick export in a format so many rows below the one that stands there."""
    app.keys("ctrl+e", *["Down"] * of_formats, "Tab", "ctrl+a")
    app.write(str(target))
    app.keys("Return")
    wait_for(target.exists, f"{target.name} on the disk")


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())
