"""Three analysts on three libraries, one of them blind; settled by keyboard; a fourth agrees, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from apps import App, wait_for

ANNA, BEN, CHLOE = "Anna", "Ben", "Chloé"
TAGS: dict[str, dict[str, Sequence[str]]] = {
    ANNA: {"verified": "2 11", "disputed": "T 1 5", "unattributed": "3 6 25", "on-source": "4 7 8"},
    BEN: {"verified": "2 5 11", "disputed": "T 1 6 25", "unattributed": "3", "on-source": "4 7 8"},
    CHLOE: {"verified": "2", "disputed": "T 1 5 25", "unattributed": "6", "on-source": "4 7 8 11"},
}
DIFFERENT = ("5", "6", "11", "25")
"""Claims on which the three do not hold the same; on 3 one did not judge."""


class Desk:
    """One analyst at one library, by the command line."""

    def __init__(self, app: App, name: str, library: Path) -> None:
        self.app, self.name, self.library = app, name, library

    def __call__(self, *words: str) -> str:
        return self.app.command("--analyst", self.name, *words, library=self.library)

    def tag_all(self) -> None:
        for tag, claims in TAGS[self.name].items():
            self("tag", "latest", *str(claims).split(), tag, "--note", f"{self.name} says {tag}.")

    def send(self, *options: str) -> Path:
        parcel = self.library.with_name(f"{self.name}.annotations")
        self("send", "latest", "--output", str(parcel), "--force", *options)
        return parcel

    def exported(self, form: str) -> bytes:
        target = self.library.with_suffix(f".{form}")
        self("export", "latest", "--format", form, "--output", str(target), "--force")
        return target.read_bytes()


def test_three_analysts_send_bring_in_and_settle(app: App, sample: str, tmp_path: Path) -> None:
    anna = Desk(app, ANNA, app.library)
    ben = Desk(app, BEN, tmp_path / "ben.db")
    chloe = Desk(app, CHLOE, tmp_path / "chloe.db")
    anna("import", sample)
    anna.tag_all()
    anna("pass", "submit", "latest")

    ben("import", sample)
    ben.tag_all()
    ben("pass", "submit", "latest")

    blind = anna.send("--blind")
    chloe("merge", str(blind))
    held = json.loads(chloe("list", "latest", "--json"))["claims"]
    assert not [claim for claim in held if claim["assessments"]], "blind: nobody's tags are in it"
    chloe.tag_all()
    chloe("pass", "submit", "latest")

    parcels = [ben.send(), chloe.send()]
    preview = json.loads(anna("merge", *map(str, parcels), "--dry-run", "--json"))
    assert preview["conflicting"] == len(DIFFERENT)
    anna("merge", *map(str, parcels))
    _settle_by_keyboard(app)
    anna("pass", "settle", "latest")

    decided = {
        claim["number"]: claim["decision"]["tag"]
        for claim in json.loads(anna("list", "latest", "--json"))["claims"]
        if claim["decision"]
    }
    assert {str(number) for number in decided} == set(DIFFERENT)
    report = anna.exported("html").decode()
    for name in (ANNA, BEN, CHLOE):
        assert name in report
    assert "because the map differs" in report

    fourth = Desk(app, "Dora", tmp_path / "fourth.db")
    for parcel in (chloe.send(), anna.send(), ben.send()):
        fourth("merge", str(parcel))
    assert fourth.exported("json") == anna.exported("json")
    fifth = Desk(app, "Emil", tmp_path / "fifth.db")
    fifth("merge", str(ben.send()), str(anna.send()), str(chloe.send()), str(blind))
    assert fifth.exported("json") == anna.exported("json")
    for desk in (anna, ben, chloe, fourth, fifth):
        desk("doctor")


def _settle_by_keyboard(app: App) -> None:
    """Every disagreement, one after the other, without the mouse."""
    program = app.start("--analyst", ANNA)
    wait_for(lambda: "At Least 95" in app.title(), "the sample in the window")
    app.keys("ctrl+2")
    for count in range(1, len(DIFFERENT) + 1):
        app.keys("space", "d")
        _wait_for_decisions(app, count, "d")
        app.keys("r")
        app.write("because the map differs")
        app.keys("ctrl+Return")
        _wait_for_decisions(app, count, "its reason", reasons=True)
    app.quit(program)


def _wait_for_decisions(app: App, count: int, what: str, *, reasons: bool = False) -> None:
    wait_for(
        lambda: sum(bool(row[1]) or not reasons for row in _decisions(app)) == count,
        f"decision {count}: {what}",
    )


def _decisions(app: App) -> list[tuple[object, ...]]:
    return app.saved("SELECT claim, reason FROM decisions")
