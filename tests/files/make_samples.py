"""Makes tests/files/sample again: the sample article, saved by real programs in every format that comes in.

Run by hand, with LibreOffice and Chromium installed; what it makes is kept in the repository,
so that the tests need neither. The web page of ``sample/article.html`` is written here too: a
blog's, with a menu, sharing links, a list of other stories and a comment form around the article.
"""

from __future__ import annotations

import functools
import html
import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).parent
SAMPLE = HERE / "sample"
SEED = HERE.parents[1] / "seeds" / "kerman-explosions.txt"

TITLE, *PARAGRAPHS = SEED.read_text(encoding="utf-8").strip().split("\n\n")
FURNITURE = 2
"""The last paragraphs of the seed are a comment form's."""

BODY, FORM = PARAGRAPHS[:-FURNITURE], PARAGRAPHS[-FURNITURE:]

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} – Wagswoofs</title>
<meta property="og:site_name" content="Wagswoofs">
<meta property="og:title" content="{title}">
<meta name="author" content="Desk">
<meta property="article:published_time" content="2024-01-04T09:30:00+03:30">
<style>body {{ font-family: serif }} nav li, .share a {{ display: inline }}</style>
</head>
<body>
<header><p class="site"><a href="/">Wagswoofs</a></p>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/dogs">Dogs</a></li>
<li><a href="/about">About</a></li><li><a href="/contact">Contact</a></li></ul></nav></header>
<main>
<article>
<h1 class="entry-title">{title}</h1>
<p class="byline">By <a rel="author" href="/author/desk">Desk</a> <time datetime="2024-01-04T09:30:00+03:30">January 4, 2024</time></p>
<div class="share"><a href="https://social.example/share">Share</a> <a href="https://post.example/">Tweet</a> <a href="mailto:?subject=x">E-mail</a></div>
<div class="entry-content">
{body}
</div>
</article>
<section id="respond" class="comment-respond">
<h3 id="reply-title">{reply}</h3>
<form action="/comments" method="post" id="commentform" class="comment-form">
<p class="comment-notes">{notes}</p>
<p><label for="comment">Comment *</label> <textarea id="comment" name="comment"></textarea></p>
<p><label for="author">Name *</label> <input id="author" name="author"></p>
<p><input type="submit" value="Post Comment"></p>
</form>
</section>
</main>
<aside class="sidebar"><h2>Recent posts</h2><ul><li><a href="/a">Ten walks for rainy days</a></li>
<li><a href="/b">Why puppies chew</a></li><li><a href="/c">A vet answers your letters</a></li></ul>
<h2>Archives</h2><ul><li><a href="/2024/01">January 2024</a></li><li><a href="/2023/12">December 2023</a></li></ul></aside>
<footer><p>© 2024 Wagswoofs. All rights reserved.</p><p><a href="/privacy">Privacy policy</a></p></footer>
<script>var later = "scripts are never read";</script>
</body>
</html>
"""

PRINTED = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><meta name="author" content="Desk">
<style>body {{ font: 12pt/1.5 serif }} h1 {{ font-size: 20pt }}</style></head>
<body><h1>{title}</h1>
{body}
<h3>{reply}</h3>
<p>{notes}</p>
</body></html>
"""

FLAT_ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title><meta:initial-creator>Desk</meta:initial-creator><dc:creator>Desk</dc:creator>
<meta:creation-date>2024-01-04T09:30:00</meta:creation-date><dc:date>2024-01-05T10:00:00</dc:date><dc:language>en-GB</dc:language></office:meta>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-size="12pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="0.25cm" fo:line-height="115%"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.5cm"/><style:text-properties fo:font-size="24pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="3">
<style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm"/><style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
</office:styles>
<office:body><office:text>
<text:p text:style-name="Title">{title}</text:p>
{body}
<text:h text:style-name="Heading_20_3" text:outline-level="3">{reply}</text:h>
<text:p text:style-name="Text_20_body">{notes}</text:p>
</office:text></office:body></office:document>
"""


def main() -> None:
    SAMPLE.mkdir(exist_ok=True)
    shutil.copyfile(SEED, SAMPLE / "article.txt")
    write("article.html", filled(PAGE, "p"))
    write("article.md", markdown())
    (SAMPLE / "article.eml").write_bytes(email())
    with tempfile.TemporaryDirectory() as folder:
        office(Path(folder))
        print_page(Path(folder))
    for path in sorted(SAMPLE.iterdir()):
        sys.stdout.write(f"{path.stat().st_size:>8,} {path.name}\n")


def filled(frame: str, tag: str, attributes: str = "") -> str:
    """The frame with the article's paragraphs, each in a tag of its own."""
    body = "\n".join(f"<{tag}{attributes}>{html.escape(one)}</{tag}>" for one in BODY)
    reply, notes = map(html.escape, FORM)
    return frame.format(title=html.escape(TITLE), body=body, reply=reply, notes=notes)


def write(name: str, text: str) -> None:
    (SAMPLE / name).write_text(text, encoding="utf-8")


def markdown() -> str:
    """As a static site's source has it: wrapped lines, and a front matter."""
    reply, notes = FORM
    head = f'---\ntitle: "{TITLE}"\nauthor: Desk\ndate: 2024-01-04\n---\n'
    form = f"### {reply}\n\n{notes.replace('*', chr(92) + '*')}\n"
    return "\n".join([head, f"# {TITLE}\n", *(f"{one}\n" for one in BODY), form])


def email() -> bytes:
    """As Thunderbird sends it: plain text that flows, and the same as HTML."""
    message = EmailMessage()
    message["Message-ID"] = "<a1f0c2d4-5b60-4a0e-9d7c-3f2b1e0d9c8a@wagswoofs.example>"
    message["Date"] = format_datetime(datetime(2024, 1, 4, 6, 0, tzinfo=UTC))
    message["MIME-Version"] = "1.0"
    message["User-Agent"] = "Mozilla Thunderbird"
    message["Content-Language"] = "en-GB"
    message["From"] = "Desk <desk@wagswoofs.example>"
    message["To"] = "checkers@newsroom.example"
    message["Subject"] = TITLE
    text = "\n\n".join([*BODY, *FORM]) + "\n"
    message.set_content(text, cte="quoted-printable")
    page = filled(
        "<html><head></head><body>\n{body}\n<p>{reply}</p>\n<p>{notes}</p>\n</body></html>\n", "p"
    )
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def office(folder: Path) -> None:
    """LibreOffice saves the same document in each of its formats."""
    source = folder / "article.fodt"
    source.write_text(
        filled(FLAT_ODT, "text:p", ' text:style-name="Text_20_body"'), encoding="utf-8"
    )
    for suffix in ("odt", "docx", "rtf", "epub", "pdf"):
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", suffix, "--outdir", str(SAMPLE), str(source))  # fmt: skip
    (SAMPLE / "article.pdf").rename(SAMPLE / "libreoffice.pdf")


def print_page(folder: Path) -> None:
    """Chromium prints the article, with the page heads and feet that it prints by itself."""
    (folder / "article.html").write_text(filled(PRINTED, "p"), encoding="utf-8")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 8014), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-first-run",
            f"--user-data-dir={folder}/chromium", f"--print-to-pdf={SAMPLE / 'chromium.pdf'}",
            "http://127.0.0.1:8014/article.html")  # fmt: skip
        server.shutdown()


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
