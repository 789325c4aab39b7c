"""Whatever one is sent, by keyboard alone: pasted from a browser, a folder of files, a corrected version."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import docx

from apps import App, wait_for

PAGE = """<meta charset="utf-8"><h1>Port strike enters third week</h1>
<p>The port handles <a href="https://example.org/figures">a third</a> of the country’s grain.
Ships wait outside in the bay.</p><p>Talks go on. Nobody was hurt.</p>"""
CORRECTED = (
    "Port strike enters third week\n\n"
    "The port handles 45 per cent of the country’s grain. Ships wait outside in the bay.\n\n"
    "Talks go on. Nobody was hurt. The minister spoke."
)


def _articles(app: App) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(app.command("list", "--json"))["articles"]
    return found


def _count(app: App) -> int:
    found = app.saved("SELECT count(*) FROM articles")
    return int(found[0][0]) if found else 0


def _copy_html(app: App, markup: str) -> None:
    subprocess.run(
        ["xclip", "-selection", "clipboard", "-t", "text/html"],
        input=markup.encode(),
        env=app.environment,
        check=True,
        timeout=20,
    )


def _word_file(path: Path) -> None:
    document = docx.Document()
    document.add_heading("Drone footage: what we know", 0)
    paragraph = document.add_paragraph("The film was shot in May. ")
    run = paragraph.add_run("Experts doubt it.")
    document.add_comment(run, text="Which experts?", author="Ben Editor", initials="BE")
    document.save(str(path))


def test_what_is_sent_comes_in_and_a_corrected_version_keeps_what_is_the_same(
    app: App, tmp_path: Path
) -> None:
    program = app.start()
    _copy_html(app, PAGE)
    app.keys("ctrl+v")
    wait_for(lambda: "Port strike" in app.title(), "the pasted page in the window")
    app.keys("v", "v", "v", "v", "d")
    wait_for(lambda: len(app.tags()) == 5, "five tags")
    first = json.loads(app.command("list", "latest", "--json"))
    assert [one["target"] for one in first["article"]["links"]] == ["https://example.org/figures"]

    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "corrected.txt").write_text(CORRECTED, encoding="utf-8")
    (folder / "scan.pdf").write_bytes(b"no PDF at all")
    _word_file(folder / "drone.docx")
    app.launch("open", str(folder))
    wait_for(
        lambda: len(_articles(app)) == 2, "the Word file, beside one that fails and one that asks"
    )
    app.keys("Return")  # keeps both, as versions
    wait_for(lambda: _count(app) == 3, "the corrected version")

    later = next(str(one["id"]) for one in _articles(app) if one["claims"] == 6)
    claims = json.loads(app.command("list", later, "--json"))["claims"]
    tags = {claim["text"]: claim["tag"] for claim in claims}
    assert tags["Port strike enters third week"] == "verified"
    assert tags["The port handles 45 per cent of the country’s grain."] is None
    assert tags["Nobody was hurt."] == "disputed"
    versions = json.loads(app.command("versions", later, "--json"))
    assert len(versions["versions"]) == 2
    app.quit(program)

    drone = next(str(one["id"]) for one in _articles(app) if "Drone" in str(one["title"]))
    back = tmp_path / "back.docx"
    app.command("tag", drone, "2", "disputed", "--note", "No expert is named.")
    app.command("export", drone, "--format", "word-original", "--output", str(back))
    comments = [one.text for one in docx.Document(str(back)).comments]
    assert "Which experts?" in comments
    assert any("No expert is named." in text for text in comments)
    app.command("doctor")
