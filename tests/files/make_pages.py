"""Makes the pages of tests/files/html that programs make: a blog's, and what Chromium saves of it.

Run by hand, with Chromium installed; what it makes is kept in the repository, so that the tests
do not need it. The other pages there were written by hand, each for one way of building pages.
"""

from __future__ import annotations

import functools
import html
import http.server
import json
import os
import quopri
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGES = HERE / "html"
SEED = HERE.parents[1] / "seeds" / "kerman-explosions.txt"
TITLE, *PARAGRAPHS = SEED.read_text(encoding="utf-8").strip().split("\n\n")
BODY = PARAGRAPHS[:-2]
HOST = "blog.example"
ADDRESS = f"http://{HOST}/2024/01/kerman-explosions/"

BLOG = """<!DOCTYPE html>
<html lang="en-US" class="no-js">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - Wagswoofs</title>
<meta name="robots" content="max-image-preview:large">
<link rel="canonical" href="http://{host}/2024/01/kerman-explosions/">
<meta property="og:locale" content="en_US">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:url" content="http://{host}/2024/01/kerman-explosions/">
<meta property="og:site_name" content="Wagswoofs">
<meta property="article:published_time" content="2024-01-04T06:00:00+00:00">
<meta property="article:modified_time" content="2024-01-04T08:12:45+00:00">
<meta name="author" content="wags">
<script>document.documentElement.className = "js"; var s = "</p><p>no text</p>";</script>
<style>.site-nav li {{ display: inline }} .screen-reader-text {{ position: absolute; left: -9999px }}</style>
</head>
<body class="post-template-default single single-post postid-4711 single-format-standard wp-embed-responsive has-sidebar comments-open">
<div id="page" class="site">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div id="cookie-law-info-bar"><span>This website uses cookies to improve your experience. We assume that you are fine with this, but you can opt out if you wish. <a role="button" href="#">Cookie settings</a> <a role="button" href="#">Accept</a></span></div>
<header id="masthead" class="site-header"><p class="site-title"><a href="/" rel="home">Wagswoofs</a></p><p class="site-description">Dogs, cats, and now and then the world</p>
<nav id="site-navigation" class="site-nav"><button class="menu-toggle">Menu</button><ul id="primary-menu" class="menu"><li class="menu-item"><a href="/">Home</a></li><li class="menu-item"><a href="/category/dogs/">Dogs</a><ul class="sub-menu"><li><a href="/category/dogs/puppies/">Puppies</a></li><li><a href="/category/dogs/health/">Health</a></li></ul></li><li class="menu-item"><a href="/category/world/">World</a></li><li class="menu-item"><a href="/contact/">Contact</a></li></ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
<article id="post-4711" class="post-4711 post type-post status-publish format-standard has-post-thumbnail hentry category-world tag-comments tag-related">
<header class="entry-header"><span class="cat-links"><a href="/category/world/" rel="category tag">World</a></span>
<h1 class="entry-title" data-expected="title">{title}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <a href="/2024/01/kerman-explosions/" rel="bookmark"><time class="entry-date published" datetime="2024-01-04T06:00:00+00:00">January 4, 2024</time><time class="updated" datetime="2024-01-04T08:12:45+00:00">January 4, 2024</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/wags/">wags</a></span></span></div></header>
<div class="entry-content">
{body}
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social sd-sharing"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li><a href="/?share=twitter">Click to share on Twitter (Opens in new window)</a></li><li><a href="/?share=facebook">Click to share on Facebook (Opens in new window)</a></li></ul></div></div></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items"><div><h4><a href="/2023/12/ten-walks/">Ten Walks For Rainy Days</a></h4><p>When it rains for a week, every dog and every owner needs a plan. Here are ten walks under trees, bridges and arcades.</p></div><div><h4><a href="/2023/11/puppies-chew/">Why Puppies Chew, And What To Do</a></h4><p>Teeth come in at four months, and the legs of your chairs are nearest. A vet explains.</p></div></div></div>
</div>
<footer class="entry-footer"><span class="tags-links">Tagged <a href="/tag/comments/">comments</a>, <a href="/tag/related/">related</a></span></footer>
</article>
<nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links"><a href="/2024/01/03/" rel="prev">Five Cats Who Run Hotels</a> <a href="/2024/01/05/" rel="next">What Your Dog Dreams Of</a></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">One thought on “{title}”</h2>
<ol class="comment-list"><li id="comment-9" class="comment even thread-even depth-1"><article class="comment-body"><footer class="comment-meta"><b class="fn">Marion</b> <span class="says">says:</span> <a href="#comment-9"><time datetime="2024-01-04T11:02:00+00:00">January 4, 2024 at 11:02 am</time></a></footer><div class="comment-content"><p>Why is this on a page about dogs? I come here for the puppies, and I read about wars all day anyway.</p></div><div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></article></li></ol>
<div id="respond" class="comment-respond"><h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3><form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form"><p class="comment-notes"><span id="email-notes">Your email address will not be published.</span> <span class="required-field-message">Required fields are marked <span class="required">*</span></span></p><p class="comment-form-comment"><label for="comment">Comment <span class="required">*</span></label> <textarea id="comment" name="comment"></textarea></p><p class="comment-form-author"><label for="author">Name <span class="required">*</span></label> <input id="author" name="author"></p><p class="form-submit"><input name="submit" type="submit" id="submit" value="Post Comment"></p></form></div></div>
</main></div>
<aside id="secondary" class="widget-area"><section id="search-2" class="widget widget_search"><form role="search" class="search-form"><label>Search for: <input type="search"></label></form></section><section id="recent-posts-2" class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul><li><a href="/2024/01/05/">What Your Dog Dreams Of</a></li><li><a href="/2024/01/03/">Five Cats Who Run Hotels</a></li></ul></section><section class="widget widget_mailinglist"><h2 class="widget-title">A Letter On Fridays</h2><p>One story, one picture and one bad joke about cats, every Friday. Join 4,120 readers.</p></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">© 2024 Wagswoofs. <a href="https://press.example/">Proudly powered by a press of words</a>. All stories are written by people and checked by dogs.</div></footer>
</div>
<script>document.body.insertAdjacentHTML("beforeend", "<div class='popup-overlay'><p>Never miss a story: allow notifications from this site.</p></div>");</script>
</body>
</html>
"""


EXPLORER = """From: "Saved by Windows Internet Explorer 8"
Subject: =?windows-1251?B?zO7x8g==?=
Date: Tue, 3 Mar 2009 21:14:03 +0300
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----=_NextPart_000_0000_01C99C46.5C8B2E10"
X-MimeOLE: Produced By Microsoft MimeOLE V6.00.2900.5579

This is a multi-part message in MIME format.

------=_NextPart_000_0000_01C99C46.5C8B2E10
Content-Type: text/html;
\tcharset="windows-1251"
Content-Transfer-Encoding: quoted-printable
Content-Location: http://bereg.example/novosti/most.html

[page]
------=_NextPart_000_0000_01C99C46.5C8B2E10
Content-Type: image/gif
Content-Transfer-Encoding: base64
Content-Location: http://bereg.example/img/dot.gif

R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7

------=_NextPart_000_0000_01C99C46.5C8B2E10--
"""


def main() -> None:
    """Writes the blog's page, and what Chromium makes of it."""
    body = "\n".join(f'<p data-expected="text">{html.escape(one)}</p>' for one in BODY)
    page = BLOG.format(title=html.escape(TITLE), host=HOST, body=body)
    (PAGES / "blog.html").write_text(page, encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "2024" / "01" / "kerman-explosions"
        there.mkdir(parents=True)
        (there / "index.html").write_text(page, encoding="utf-8")
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            dom, snapshot = saved(server.server_port)
            server.shutdown()
    # What "Save as, complete" writes is this tree, behind a note of the address.
    note = f"<!-- saved from url=({len(ADDRESS):04}){ADDRESS} -->"
    complete = dom.replace("<html", f"{note}\n<html", 1)
    (PAGES / "blog-saved-complete.html").write_text(complete, encoding="utf-8")
    (PAGES / "blog-chromium.mhtml").write_bytes(snapshot.encode("utf-8"))
    (PAGES / "old-explorer.mht").write_bytes(explorer())


def saved(port: int) -> tuple[str, str]:
    """The tree and the one-file copy that Chromium has of the page, scripts run."""
    browser = Browser(f"--host-resolver-rules=MAP {HOST} 127.0.0.1:{port}")
    try:
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        found = browser.ask("Target.attachToTarget", targetId=target, flatten=True)
        browser.session = found["sessionId"]
        browser.ask("Page.enable")
        browser.ask("Page.navigate", url=ADDRESS, wait="Page.loadEventFired")
        tree = "'<!DOCTYPE html>' + document.documentElement.outerHTML"
        found = browser.ask("Runtime.evaluate", expression=tree)
        snapshot = browser.ask("Page.captureSnapshot", format="mhtml")
        return found["result"]["value"], snapshot["data"]
    finally:
        browser.process.kill()
        browser.process.wait()


class Browser:
    """A Chromium without a window, told what to do through two pipes."""

    def __init__(self, *switches: str) -> None:
        to_browser, self._out = os.pipe()
        answers, from_browser = os.pipe()
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
        command += ["--remote-debugging-pipe", *switches, "about:blank"]
        # It wants its pipes at 3 and 4, which only a shell can promise.
        shell = f'exec "$@" 3<&{to_browser} 4>&{from_browser}'
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "bash", *command],
            pass_fds=(to_browser, from_browser),
            stderr=subprocess.DEVNULL,
        )
        self._answers = os.fdopen(answers, "rb", buffering=0)
        self._number = 0
        self.session = ""

    def ask(self, method: str, *, wait: str = "", **given: Any) -> Any:
        """What it answers; ``wait`` is an event to wait for as well."""
        self._number += 1
        said = {"id": self._number, "method": method, "params": given}
        session = {"sessionId": self.session} if self.session else {}
        os.write(self._out, json.dumps({**said, **session}).encode() + b"\0")
        result, happened, read = None, not wait, b""
        while result is None or not happened:
            read += self._answers.read(1 << 20)
            *whole, read = read.split(b"\0")
            for message in map(json.loads, whole):
                if message.get("id") == self._number:
                    result = message["result"]
                happened = happened or message.get("method") == wait
        return result


def explorer() -> bytes:
    """A page as the Internet Explorer saved it: windows-1251, named in the part's header alone."""
    page = (PAGES / "russian-1251.html").read_bytes().decode("cp1251")
    page = page.replace(
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', ""
    )
    head, tail = EXPLORER.replace("\n", "\r\n").encode().split(b"[page]")
    return head + quopri.encodestring(page.encode("cp1251")).replace(b"\n", b"\r\n") + tail


if __name__ == "__main__":
    main()
