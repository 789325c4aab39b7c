"""Whatever is being typed of a claim outlives kill -9, and is in the window again."""

from __future__ import annotations

import signal
from typing import NamedTuple

import pytest

from apps import App, wait_for


class Typed(NamedTuple):
    """The keys that open a field, what is typed in it, and where that is saved later."""

    keys: tuple[str, ...]
    text: str
    saved: str


FIELDS = {
    "note": Typed(("n",), "half a note", "SELECT note FROM assessments"),
    "wording": Typed(("w",), " Half a wording", "SELECT more FROM assessments"),
    "flag": Typed(("f", "2"), "half a flag", "SELECT more FROM assessments"),
    "why": Typed(("shift+o",), "half a reason", "SELECT why FROM assessments"),
    "attribution": Typed(("a",), "half a source", "SELECT record FROM attributions"),
    # Half an address is none: it comes back into its field, and is a draft until it is entered.
    "evidence": Typed(("e",), "https://example.org/half", "SELECT text FROM drafts"),
}


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_typed_outlives_kill_9(app: App, sample: str, field: str) -> None:
    of = FIELDS[field]
    program = app.start(sample)
    wait_for(lambda: "At Least 95" in app.title(), "the sample in the window")
    app.keys("numbersign", "1", "8", "Return", *of.keys)
    app.write(of.text)
    wait_for(
        lambda: any(of.text.strip() in row[0] for row in app.saved("SELECT text FROM drafts")),
        "the whole draft",
    )
    program.send_signal(signal.SIGKILL)
    program.wait()
    app.command("doctor")
    app.start()
    wait_for(
        lambda: any(of.text.strip() in row[0] for row in app.saved(of.saved)),
        "what was typed, saved",
    )
    if field == "evidence":
        app.keys("numbersign", "1", "8", "Return", "e")
        app.write(" +")
        app.keys("Return")
        wait_for(lambda: app.saved("SELECT url FROM items") == [(of.text,)], "the evidence")
    app.command("doctor")
    assert app.saved("SELECT field FROM drafts") == []
