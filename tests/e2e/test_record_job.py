"""A full check of claims 4 and 5 by keyboard alone, which outlives kill -9 and is found again."""

from __future__ import annotations

import json
import signal
from typing import Any

from apps import App, wait_for

MOST = 260
"""Key presses beside the typed text, as issue 12 has it."""

ISNA = "https://example.org/isna/two-blasts"
MAP = "https://example.org/survey/kerman-cemetery-plan"
IMAGE = "https://example.org/imagery/cemetery-road"
NOTE = "2,000 ft away from what? The article does not say."


class Hands:
    """Somebody at the keyboard; ``pressed`` counts the keys beside what is typed as text."""

    def __init__(self, app: App) -> None:
        self.app, self.pressed = app, 0

    def press(self, *names: str) -> None:
        self.pressed += len(names)
        self.app.keys(*names)

    def evidence(self, entry: str, how_many: int) -> None:
        """Types one item into the open entry; Enter adds it."""
        self.app.write(entry)
        self.press("Return")
        wait_for(lambda: _count(self.app, "items") == how_many, f"item {how_many}")


def test_claims_4_and_5_are_checked_by_keyboard_alone(app: App, sample: str) -> None:
    program = app.start(sample)
    wait_for(lambda: "At Least 95" in app.title(), "the sample in the window")
    hands = Hands(app)
    _check_claim_4(app, hands)
    _check_claim_5(app, hands)
    program.send_signal(signal.SIGKILL)
    program.wait()
    assert hands.pressed <= MOST, f"{hands.pressed} key presses"

    app.command("doctor")
    _stands_in_the_json(
        json.loads(app.command("export", "latest", "--format", "json", "--output", "-"))
    )
    (hit,) = json.loads(app.command("search", "scorch", "--json"))["hits"]
    assert "scorch mark beside the road" in hit["text"]


def _check_claim_4(app: App, hands: Hands) -> None:
    hands.press("numbersign", "4", "Return")
    hands.press("a", "Return")
    wait_for(lambda: _count(app, "attributions") == 1, "the attribution that was suggested")
    hands.press("e")
    hands.evidence(f'{ISNA} ~ C3 "the first blast was 700 metres from the tomb"', 1)
    hands.press("Escape", "q")
    wait_for(lambda: app.saved("SELECT 1 FROM assessments WHERE confirmed = 1"), "on its source")


def _check_claim_5(app: App, hands: Hands) -> None:
    hands.press("numbersign", "5", "Return")
    hands.press("a", "Return")
    wait_for(lambda: _count(app, "attributions") == 2, "the second attribution")
    hands.press("shift+d", "1", "period", "period")
    hands.press("e")
    hands.evidence(f'{MAP} - ! B2 "second mark: 396 m"', 2)
    hands.evidence(f'{IMAGE} ~ ! A1 "scorch mark beside the road"', 3)
    hands.press("Escape", "n")
    app.write(NOTE)
    hands.press("Escape")
    wait_for(lambda: app.saved("SELECT 1 FROM assessments WHERE note <> ''"), "the note")


def _count(app: App, table: str) -> int:
    found = app.saved(f"SELECT count(*) FROM {table}")
    return int(found[0][0]) if found else 0


def _stands_in_the_json(article: dict[str, Any]) -> None:
    """Everything that was entered, and nothing else."""
    claims = {claim["number"]: claim for claim in article["claims"]}
    text, items = article["article"]["text"], {item["id"]: item for item in article["evidence"]}
    (fourth,) = claims[4]["assessments"].values()
    (fifth,) = claims[5]["assessments"].values()
    assert fourth["confirmed"] is True
    assert fourth["attributions"][0]["source"]["text"].endswith("ISNA")
    assert [_served(one, items) for one in fourth["evidence"]] == [
        (ISNA, "context", "the first blast was 700 metres from the tomb", "C3")
    ]
    assert (fifth["tag"], fifth["because"]) == ("disputed", "contradicted")
    assert fifth["note"] == NOTE
    assert [_served(one, items) for one in fifth["evidence"]] == [
        (MAP, "contradicts", "second mark: 396 m", "B2"),
        (IMAGE, "context", "scorch mark beside the road", "A1"),
    ]
    (said,) = fifth["attributions"]
    assert said["source"]["text"] == "the report"
    assert said["named_in"] == claims[4]["id"]
    assert len(fifth["facts"]) == 2
    for stretch in (said["source"], said["cue"], said["content"]):
        assert text[stretch["start"] : stretch["end"]] == stretch["text"]


def _served(one: dict[str, Any], items: dict[str, Any]) -> tuple[str, str, str, str]:
    item = items[one["item"]]
    return item["url"], one["stance"], one["quote"], item["reliability"] + one["credibility"]
