"""Makes tests/files/pdf again: what is hard to read back from a PDF, made by real programs.

Run by hand, with LibreOffice and Chromium installed; what it makes is kept in the repository.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import typst

HERE = Path(__file__).parent / "pdf"
FONTS = Path(__file__).parents[2] / "resources" / "fonts"

COLUMNS = r"""
#set document(title: "The harbour that never opened", author: "Ingrid Vale", date: datetime(year: 2025, month: 3, day: 14))
#set page(paper: "a5", columns: 2, margin: (x: 1.4cm, y: 2cm),
  header: context [#text(8pt)[The Coastal Review #h(1fr) March 2025]],
  footer: context align(center, text(8pt, counter(page).display("1"))))
#set text(font: "Source Serif 4", size: 9pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true, first-line-indent: 1em, spacing: 0.65em)
#place(top, scope: "parent", float: true)[
  #text(20pt, weight: "bold")[The harbour that never opened]

  #text(10pt, style: "italic")[By Ingrid Vale]
]
For eleven years the municipality has promised its inhabitants a deep-water harbour. Construction began in the autumn of 2014, and the responsible undersecretary announced an inauguration "within eighteen months".#footnote[Press release of 3 October 2014, #link("https://archive.example/release")[archive.example].] Nothing of the kind has happened. Unrealistic expectations, complicated negotiations and a succession of extraordinarily expensive subcontractors have multiplied the original estimate.

The administration now acknowledges expenditures of approximately 412 million crowns, an amount which independent accountants characterise as incomplete. Their #link("https://accounts.example/report")[thirty-page report], distributed to parliamentarians on Wednesday, identifies questionable arrangements with intermediaries.

= What the documents show

Correspondence obtained by this newspaper demonstrates that warnings were circulated internally as early as 2016. Three engineers independently recommended discontinuing the project:#footnote[The engineers asked not to be identified.]

- the foundations were insufficiently investigated;
- the breakwater had been calculated with outdated measurements, which nobody subsequently verified;
- the environmental assessment was unfinished.

None of these recommendations reached the municipal council. The harbourmaster, who retired in 2019, remembers the discussions differently:

#quote(block: true)[Nobody ever presented me with any such recommendation. Had anybody done so, I would certainly have interrupted the construction immediately, whatever the consequences.]

#figure(rect(width: 80%, height: 2.2cm, fill: luma(220)), caption: [The unfinished breakwater, photographed in January.])

Parliamentary investigators intend to question the undersecretary next month. Representatives of the opposition have demanded a comprehensive clarification, while the administration considers the allegations politically motivated. Neither side would comment on the record on Thursday.

= What happens next

A decision about continuing the construction is expected before the summer. Until then, according to the municipality, maintenance alone costs 38,000 crowns every week. Fishermen from the neighbouring villages continue to use the provisional landing stage, whose permission expires in September.

The responsible committee will publish its conclusions electronically. Comparable investigations have required between fourteen and twenty-two months, and their recommendations were implemented only occasionally.
"""

DIRECTIONS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:p>Emoji stand here 😀 and there 🇩🇪 too, in a café or an office.</text:p>
<text:p>The words مرحبا بالعالم mean hello world, he said.</text:p>
<text:p>قال الرئيس يوم الاثنين إن 25 من التدريبات (الجديدة) ضرورية لجميع المواطنين في BBC News اليوم. وأضاف أن ذلك مهم جدا للناس كلهم في كل مكان من البلاد اليوم.</text:p>
<text:p>הנשיא אמר ביום שני כי 12.5 תרגילים חדשים נחוצים לכל האזרחים.</text:p>
<text:p>大統領は月曜日、すべての市民に新しい訓練が必要だと述べた。</text:p>
</office:text></office:body></office:document>
"""

LEFTWARDS = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>خبر</title>
<style>body { font: 12pt/1.6 "DejaVu Sans" } p { width: 11cm }</style></head><body>
<p>قال الرئيس يوم الاثنين إن 25 من التدريبات (الجديدة) ضرورية لجميع المواطنين. وأضاف أن ذلك مهم جدا للناس كلهم في كل مكان من البلاد اليوم، كما نقلت BBC News عن مصادر في الوزارة.</p>
<p>ولم تعلق الوزارة على الخبر حتى مساء يوم الثلاثاء 14 آذار.</p>
</body></html>
"""

INITIALS = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The harbour that never opened | The Coastal Review</title>
<style>body { font: 12pt/1.4 serif; width: 12cm } .paper { font-size: 40pt } h1 { font-size: 20pt }
p.first::first-letter { float: left; font-size: 44pt; line-height: 0.85; padding-right: 2pt }</style></head><body>
<div class="paper">The Coastal Review</div>
<h1>The harbour that never opened</h1>
<p class="first">For eleven years the municipality has promised its inhabitants a harbour for large ships. Work began in the
autumn of 2014, and it was said that it would be opened within eighteen months. Nothing of the kind has happened. Talks with
suppliers took longer than anybody had thought, and the estimate was multiplied.</p>
<p>The administration now speaks of 412 million crowns, an amount which accountants call incomplete. Their report was handed
out on Wednesday.</p>
</body></html>
"""

VERTICAL = """<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>港</title>
<style>body { writing-mode: vertical-rl; font: 14pt/1.2 "DejaVu Sans"; height: 8cm }</style></head><body>
<p>首相は月曜日、すべての市民に新しい訓練が必要だと述べた。港は当面閉鎖されたままになると確認した。いつ再開されるかは分からないと、広報担当者は述べた。</p>
<p>費用はすでにすべての見積もりをはるかに上回っている。危険を警告していた二人の技術者の声は聞き入れられなかった。</p>
</body></html>
"""


def main() -> None:
    HERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made_in:
        folder = Path(made_in)
        (folder / "columns.typ").write_text(COLUMNS, encoding="utf-8")
        made = typst.compile(
            str(folder / "columns.typ"), font_paths=[str(FONTS)], ignore_system_fonts=True
        )
        (HERE / "columns.pdf").write_bytes(made)
        (folder / "directions.fodt").write_text(DIRECTIONS, encoding="utf-8")
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", str(HERE), str(folder / "directions.fodt"))  # fmt: skip
        for name, page in (
            ("leftwards", LEFTWARDS),
            ("initials", INITIALS),
            ("vertical", VERTICAL),
        ):
            (folder / f"{name}.html").write_text(page, encoding="utf-8")
            run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-first-run", f"--user-data-dir={folder}/chromium",
                f"--print-to-pdf={HERE / name}.pdf", f"file://{folder}/{name}.html")  # fmt: skip
    for path in sorted(HERE.iterdir()):
        sys.stdout.write(f"{path.stat().st_size:>8,} {path.name}\n")


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
