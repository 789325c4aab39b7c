"""How well a text is cut into sentences, and how fast.

F1 is of inner boundaries: the last end of a paragraph is left out, for nobody can miss it.
"Marked" leaves out the boundaries with no end mark before them (headings, captions), which no
rule can find. Our own sets are in the repository (``data/sentences``); treebanks are given by
their paths: ``python tests/bench/sentences.py en_ewt-ud-dev.conllu``. With ``--errors`` each
wrong decision is printed with its rule.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from annotator.text.sentences import boundaries, sentences
from bench._treebank import Sample, own, treebank

LEAST_SPEED, LONG_LINE, LONGEST_LINE, LONGEST_RUN = 5.0, 10_000_000, 2.5, 3.0
"""The bars: million characters a second; characters on one line and their seconds; a run's."""

NEWS = Path(__file__).parents[2] / "seeds" / "kerman-explosions.txt"
"""The sample article: our own sets are far denser in marks than news are."""

RUNS = (
    ".", "!", "?", "…", ". ", ". . ", "? ", "a.", "A. ", "a. ", ".a", "1.", "1. ", '"', '" ', '."', '" "', "“", "”", "“.”",
    "'", "«", "» ", ". »", "(", ")", ".)", "[", "[1]", ".[1]", " ", "\t", "\u00a0", "\n", "\n- ", "\n1. ", "\u200b", ".\u200b",
    "\u200f", "\u202e.", "\ufeff", "\u00ad", ":)", " :)", ". :)", "😀", ".😀", "-", "—", "a —", " — ", "*", "_", "\0", "\x85",
    "\u2028", "\u2029", "\ud800", "\udc00.", "。", "。」", "।", "؟", "e\u0301", "U.S. The ", "Gen. ", "...a", "x.Xx ", ",", ";", "a",
)  # fmt: skip
"""What hostile texts are made of; a million characters each."""


@dataclass(slots=True)
class Score:
    """Counted boundaries. ``missed_marked`` are those of ``missed`` with an end mark."""

    right: int = 0
    right_marked: int = 0
    wrong: int = 0
    missed: int = 0
    missed_marked: int = 0

    def count(self, sample: Sample) -> Iterator[str]:
        """Counts a sample in; yields what was wrong, in words."""
        for paragraph in sample.paragraphs:
            text, ends = paragraph.text, paragraph.ends
            thought = {one.at: one for one in boundaries(text, sample.language)}
            cut = {at for at, one in thought.items() if one.split}
            self.right += len(cut & ends.keys())
            self.right_marked += sum(ends[at] for at in cut & ends.keys())
            self.wrong += len(cut - ends.keys())
            self.missed += len(ends.keys() - cut)
            self.missed_marked += sum(ends[at] for at in ends.keys() - cut)
            for at in sorted(cut ^ ends.keys()):
                rule = thought[at].rule if at in thought else "no mark"
                said = "cut" if at in cut else "not cut"
                yield f"{said} [{rule}] {text[max(0, at - 50) : at]!r} | {text[at : at + 40]!r}"

    def add(self, other: Score) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def f1(self) -> float:
        return _f1(self.right, self.wrong, self.missed)

    @property
    def marked(self) -> float:
        return _f1(self.right_marked, self.wrong, self.missed_marked)


def _f1(right: int, wrong: int, missed: int) -> float:
    whole = 2 * right + wrong + missed
    return 200 * right / whole if whole else 100.0


def accuracy(samples: Iterable[Sample], errors: bool) -> None:
    """One line a set, and one for each language and each genre."""
    print(
        f"{'language':<10}{'genre':<28}{'boundaries':>10}{'F1':>8}{'marked':>8}{'wrong':>7}{'missed':>7}"
    )
    sums: dict[tuple[str, str], Score] = {}
    for sample in samples:
        score = Score()
        found = list(score.count(sample))
        _print(sample.language, sample.genre, score)
        for line in found if errors else ():
            print("   ", line.encode("utf-8", "replace").decode())
        for key in ((sample.language, "all"), ("all", sample.genre), ("all", "all")):
            sums.setdefault(key, Score()).add(score)
    for (language, genre), score in sorted(sums.items()):
        _print(language, genre, score)


def _print(language: str, genre: str, score: Score) -> None:
    total = score.right + score.missed
    print(
        f"{language:<10}{genre:<28}{total:>10}{score.f1:>8.2f}{score.marked:>8.2f}"
        f"{score.wrong:>7}{score.missed:>7}"
    )


def seconds(text: str) -> float:
    """The processor's seconds for one cut; the best of three, for the machine is shared."""
    best = float("inf")
    for _ in range(3):
        began = process_time()
        sentences(text, "en")
        best = min(best, process_time() - began)
    return best


def speed(news: str) -> None:
    text = news * (2_000_000 // len(news))
    rate = len(text) / seconds(text) / 1e6
    print(f"\nEnglish news: {rate:.1f} million characters a second ({_met(rate >= LEAST_SPEED)})")
    line = (text.replace("\n", " ") * 10)[:LONG_LINE]
    took = seconds(line)
    print(f"{len(line):,} characters on one line: {took:.2f} s ({_met(took <= LONGEST_LINE)})")
    slowest, run = max((seconds((run * 1_000_000)[:1_000_000]), run) for run in RUNS)
    print(
        f"{len(RUNS)} hostile runs of 1,000,000 characters: {slowest:.2f} s at most, "
        f"of {run!a} ({_met(slowest <= LONGEST_RUN)})"
    )


def _met(met: bool) -> str:
    return "met" if met else "NOT MET"


def main(arguments: list[str]) -> None:
    errors = "--errors" in arguments
    paths = [Path(one) for one in arguments if one != "--errors"]
    if paths:
        accuracy(map(treebank, paths), errors)
        return
    accuracy(own(), errors)
    speed(NEWS.read_text("utf-8") + "\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
